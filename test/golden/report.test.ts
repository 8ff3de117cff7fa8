import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArticles } from '../../src/cli/articles.ts';
import { reportOn } from '../../src/cli/report.ts';
import { normalizeText } from '../../src/engine/text/normalize.ts';
import { NodeFiles } from '../../src/platform/node/files.ts';
import { arranged } from '../../src/review/arrange.ts';
import { applyDecisions } from '../../src/review/decisions.ts';
import { classify } from '../../src/review/paths.ts';
import { formatReport } from '../../src/review/report.ts';
import { readSidecar } from '../../src/review/sidecar.ts';
import { uniteReviews } from '../../src/review/union.ts';
import { corpusOf } from '../unit/engine/support.ts';

/** Set to write the golden files anew; read what changed before you commit it. */
const RESET = process.env.RESET_GOLDEN === '1';

/** One reviewer ruled on the visa, moved one passage, and dismissed a fact. */
const JANE = `version: 1
reviewer: Jane Doe
facts:
  - id: visa
    passages:
      - {article: agency.txt, quote: The United States said late on Friday that it would revoke the visa of Gustavo Petro}
      - {article: gazette.txt, quote: Washington is preparing to revoke the visa}
      - {article: digest.md, quote: The US has revoked the visa}
verdicts:
  - fact: visa
    verdict: outdated
    says: will revoke
    text: |
      Announced on the 26th, carried out since; see <https://example.org/visa> & the department's page.
    created: 2025-10-02
decisions:
  - decision: confirmed
    about: dispute
    kind: number
    passages:
      - {article: gazette.txt, quote: At least 17 people, says: At least 17}
      - {article: tribune.txt, quote: More than a dozen, says: More than a dozen}
    moved:
      - {article: agency.txt, quote: No fewer than 17 people, says: No fewer than 17}
  - decision: dismissed
    about: dispute
    kind: actor
    passages:
      - {article: gazette.txt, quote: Petro Poroshenko}
`;

describe('the report on the example articles', () => {
  for (const format of ['md', 'html', 'csv'] as const) {
    it(`says in ${format} what its golden file says`, async () => {
      const { articles, sidecars } = await readArticles(new NodeFiles('seeds'));
      const texts = new Map(articles.map(({ path, text }) => [path, normalizeText(text)]));
      const jane = readSidecar(classify('jane-doe.crosscheck.yaml'), JANE);
      assert.ok(jane);
      const plain = [...texts].map(([path, text]) => ({ path, text }));
      const review = uniteReviews({ articles: plain, sidecars: [...sidecars, jane] });
      assert.deepEqual(
        review.problems.filter(({ sidecar }) => sidecar === jane.path),
        [],
      );
      const proposed = corpusOf(articles).analysis({ matches: false });
      const analysis = { ...proposed, disputes: arranged(proposed.disputes, review.decisions) };
      const decisions = applyDecisions(analysis, review.decisions);
      const made = new Date('2026-11-22T12:00:00Z');
      const report = reportOn({ articles, texts, analysis, decisions, review }, { name: 'seeds', all: false, made });
      const told = formatReport(report, format);
      const golden = join('test', 'golden', `report.golden.${format}`);
      if (RESET) writeFileSync(golden, told);
      assert.equal(told, readFileSync(golden, 'utf8'));
    });
  }
});
