import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArticles } from '../../src/cli/articles.ts';
import { reportOn } from '../../src/cli/report.ts';
import type { Analysis, Dispute } from '../../src/engine/analysis.ts';
import { normalizeText } from '../../src/engine/text/normalize.ts';
import { NodeFiles } from '../../src/platform/node/files.ts';
import { classify } from '../../src/review/base/paths.ts';
import { arranged } from '../../src/review/decided/arrange.ts';
import { applyDecisions } from '../../src/review/decided/decisions.ts';
import { readSidecar } from '../../src/review/format/sidecar.ts';
import { formatReport } from '../../src/review/report/report.ts';
import { uniteReviews } from '../../src/review/union/union.ts';

/** Set to write the golden files anew; read what changed before you commit it. */
const RESET = process.env.RESET_GOLDEN === '1';

/** Three facts as an engine may find them: given here, so that this says nothing of how good the engine is. */
function factsIn(texts: ReadonlyMap<string, string>): readonly Dispute[] {
  const fact = (
    about: Pick<Dispute, 'id' | 'title' | 'kind' | 'status' | 'score'>,
    positions: Readonly<Record<string, readonly (readonly [path: string, words: string])[]>>,
  ): Dispute => ({
    ...about,
    positions: Object.entries(positions).map(([label, passages]) => ({
      label,
      origins: passages.length,
      evidence: passages.map(([path, words]) => {
        const start = texts.get(path)?.indexOf(words) ?? -1;
        assert.ok(start >= 0, words);
        return { path, start, end: start + words.length };
      }),
    })),
    why: [],
    story: 'visa',
  });
  return [
    fact(
      { id: 'visa', title: 'Whether the visa has been revoked', kind: 'status', status: 'conflict', score: 0.9 },
      {
        'is preparing to revoke': [['gazette.txt', 'Washington is preparing to revoke the visa']],
        'will revoke': [
          ['agency.txt', 'The United States said late on Friday that it would revoke the visa of Gustavo Petro'],
          ['agency.txt', '"We will revoke Petro\'s visa'],
          ['courier.txt', 'the United States said it would revoke his visa'],
        ],
        'has revoked': [['digest.md', 'The US has revoked the visa of Colombia’s president']],
      },
    ),
    fact(
      { id: 'name', title: 'What the name of Petro is', kind: 'actor', status: 'conflict', score: 0.8 },
      {
        'Gustavo Petro': [['agency.txt', 'Gustavo Petro']],
        'Petro Poroshenko': [['gazette.txt', 'President Petro Poroshenko of Colombia']],
      },
    ),
    fact(
      { id: 'killed', title: 'How many people were killed', kind: 'number', status: 'difference', score: 0.5 },
      {
        'At least 17': [
          ['agency.txt', 'No fewer than 17 people have died'],
          ['gazette.txt', 'At least 17 people have lost their lives'],
        ],
        'More than a dozen': [['tribune.txt', 'More than a dozen "poor young people,"']],
      },
    ),
  ];
}

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
      - {article: agency.txt, quote: Gustavo Petro}
      - {article: gazette.txt, quote: President Petro Poroshenko}
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
      const disputes = arranged(factsIn(texts), review.decisions);
      const analysis: Analysis = { version: 1, documents: [], stories: [], matches: [], disputes };
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
