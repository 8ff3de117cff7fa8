import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { Document } from 'yaml';
import { classify } from '../../../../src/review/base/paths.ts';
import { readSidecar } from '../../../../src/review/format/sidecar.ts';
import { idOf } from '../store/memoryFiles.ts';

const ajv = new Ajv2020({ strict: false, unicodeRegExp: true });

/** Whether an editor that knows the JSON Schema finds a file in order. */
function validator(file: string): (value: unknown) => boolean {
  const validate = ajv.compile(JSON.parse(readFileSync(join(process.cwd(), 'media', 'schemas', file), 'utf8')));
  return value => validate(value) === true;
}

const sometimes = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 3 });
const words = fc.constantFrom<unknown>('words', '  ', '', 17, true, 'Two\nlines');
const id = fc.constantFrom<unknown>(idOf(1), 'abc', 5);
const slug = fc.constantFrom<unknown>('a-b', 'A b', 'ö1', '', 'a--b');
const date = fc.constantFrom<unknown>('2026-01-01', '2026-01-01T10:00:00Z', '1 May', 2026);
const offset = fc.constantFrom<unknown>(0, 12, -1, 1.5, 'x');
const passage = fc.record({ article: fc.constant('a.txt'), quote: words }, { requiredKeys: ['article'] });
const common = {
  id: sometimes(id),
  text: sometimes(words),
  tags: sometimes(fc.array(words, { maxLength: 2 })),
  created: sometimes(date),
};
const annotation = fc.record({
  ...common,
  type: fc.constantFrom('entity', 'claim', 'note', 'reply', 'resolution', 'nose'),
  quote: sometimes(words),
  start: sometimes(offset),
  fact: sometimes(slug),
  entityType: sometimes(fc.constantFrom('person', 'cat')),
  to: sometimes(id),
  resolved: sometimes(fc.constantFrom<unknown>(true, 'yes')),
  own: sometimes(words),
});
const verdict = fc.record({
  fact: slug,
  verdict: fc.constantFrom('supported', 'refuted', 'maybe'),
  text: words,
  evidence: sometimes(fc.array(fc.oneof(id, passage), { maxLength: 2 })),
  created: sometimes(date),
});
const decision = fc.record({
  decision: fc.constantFrom('confirmed', 'rejected'),
  about: fc.constantFrom('dispute', 'claim', 'story'),
  passages: fc.array(passage, { maxLength: 2 }),
  text: sometimes(words),
});

/** Takes out keys without a value, as they are not in a file. */
function bare<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}

function agree(name: string, section: string, schema: string, records: fc.Arbitrary<object>): void {
  const valid = validator(schema);
  const seen = { good: 0, bad: 0 };
  fc.assert(
    fc.property(records, record => {
      const content = { version: 1, reviewer: 'Jane Doe', [section]: [bare(record)] };
      const sidecar = readSidecar(classify(name), new Document(content).toString());
      const reads = sidecar?.problems.every(p => p.severity === 'note') ?? false;
      assert.equal(valid(content), reads, `${JSON.stringify(content)}\n${JSON.stringify(sidecar?.problems)}`);
      seen[reads ? 'good' : 'bad']++;
    }),
    { numRuns: 400 },
  );
  assert.ok(seen.good > 0 && seen.bad > 0, 'both kinds were tried');
}

describe('an editor with the JSON Schema and the reader', function () {
  this.timeout(120_000);
  it('agree about annotations', () =>
    agree('a.txt.jane-doe.crosscheck.yaml', 'annotations', 'article.schema.json', annotation));
  it('agree about verdicts', () => agree('jane-doe.crosscheck.yaml', 'verdicts', 'folder.schema.json', verdict));
  it('agree about decisions', () => agree('jane-doe.crosscheck.yaml', 'decisions', 'folder.schema.json', decision));
});
