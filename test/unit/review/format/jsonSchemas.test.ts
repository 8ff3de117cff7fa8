import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchema, SCHEMAS } from './jsonSchemas.ts';

const folder = join(process.cwd(), 'media', 'schemas');

describe('JSON Schemas', () => {
  for (const entry of SCHEMAS) {
    it(`media/schemas/${entry.file} is made from the zod schema (UPDATE_SCHEMAS=1 writes it anew)`, () => {
      const path = join(folder, entry.file);
      const made = jsonSchema(entry);
      if (process.env.UPDATE_SCHEMAS) writeFileSync(path, made);
      assert.equal(readFileSync(path, 'utf8'), made);
    });
  }
});
