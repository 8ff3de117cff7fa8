import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
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

  it('hold every passage that is listed as expected', () => {
    const expected = parse(readFileSync(join('test', 'seeds', 'expected.yaml'), 'utf8')) as {
      facts: { positions: { evidence: { doc: string; quote: string }[] }[] }[];
      agreements: { passages: { doc: string; quote: string }[] }[];
    };
    const passages = [
      ...expected.facts.flatMap(fact => fact.positions.flatMap(position => position.evidence)),
      ...expected.agreements.flatMap(agreement => agreement.passages),
    ];
    assert.ok(passages.length > 40);
    for (const { doc, quote } of passages) {
      assert.ok(readFileSync(join('seeds', doc), 'utf8').includes(quote), `${doc}: ${quote}`);
    }
  });
});
