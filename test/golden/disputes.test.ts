import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArticles } from '../../src/cli/articles.ts';
import { renderAnalysis } from '../../src/cli/render.ts';
import { terminal } from '../../src/cli/terminal.ts';
import { normalizeText } from '../../src/engine/text/normalize.ts';
import { NodeFiles } from '../../src/platform/node/files.ts';
import { corpusOf } from '../unit/engine/support.ts';

/** Set to write the golden file anew; read what changed before you commit it. */
const RESET = process.env.RESET_GOLDEN === '1';
const golden = join('test', 'golden', 'disputes.golden.txt');

describe('the example articles', () => {
  it('dispute what their golden file says', async () => {
    const { articles } = await readArticles(new NodeFiles('seeds'));
    const told = renderAnalysis(corpusOf(articles).analysis({ matches: false }), {
      terminal: terminal({ isTTY: false } as NodeJS.WriteStream, {}),
      texts: new Map(articles.map(({ path, text }) => [path, normalizeText(text)])),
      decisions: new Map(),
      link: (path, line) => `seeds/${path}:${line}`,
      all: true,
      claims: false,
    });
    if (RESET) writeFileSync(golden, told);
    assert.equal(told, readFileSync(golden, 'utf8'));
  });
});
