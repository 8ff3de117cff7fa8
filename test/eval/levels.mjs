// From which score on a kind of dispute may be called `likely`, learned from judged rows.
//
// Goal: rows that are right at least 7 times in 10 on stories that had no say in it.
// Method: the least score from which on at least FEWEST rows stand and the lower bound of Wilson's interval for their share of right ones
// (one-sided, four chances in five) is PROMISED or more. A score so chosen looks better on its own stories than elsewhere, so what is told is measured by
// five folds: a story's rows are put into levels by what the four folds without it give. A kind that does not keep the promise there has no likely rows.
// The scores must not have been fitted on these stories either. Cost: rows × scores.
import { countedRows, shareRight } from './figures.mjs';

const PROMISED = 0.7;
const FEWEST = 8;
const FOLDS = 5;
const FOUR_IN_FIVE = 0.8416; // of a normal distribution, what lies below this many standard deviations

/** Every kind that a dispute may have. The table has a line for each, so that none is forgotten where it is looked up. */
const KINDS = ['number', 'date', 'place', 'actor', 'wording', 'status', 'denial', 'contested', 'other'];

/**
 * The share that lies below the true one with four chances in five.
 * @param {{ right: number, rows: number }} share
 */
export function lowerBound({ right, rows }) {
  if (rows === 0) return 0;
  const z = FOUR_IN_FIVE;
  const share = right / rows;
  const spread = z * Math.sqrt((share * (1 - share)) / rows + (z * z) / (4 * rows * rows));
  return (share + (z * z) / (2 * rows) - spread) / (1 + (z * z) / rows);
}

/**
 * The least score from which on rows may be called likely, if there is one.
 * @param {readonly import('./score.d.mts').Row[]} rows of one kind
 * @returns {number | undefined}
 */
export function likelyFrom(rows) {
  const scores = [...new Set(rows.map(({ score }) => score))].sort((a, b) => a - b);
  return scores.find(least => {
    const share = shareRight(rows.filter(({ score }) => score >= least));
    return share.rows >= FEWEST && lowerBound(share) >= PROMISED;
  });
}

/**
 * The levels of every kind.
 * @param {readonly import('./score.d.mts').Score[]} scores a story each, always in the same order: the folds go by it
 * @returns {import('./levels.d.mts').KindLevels}
 */
export function learnLevels(scores) {
  return Object.fromEntries(KINDS.map(kind => [kind, learnKind(scores.map(score => ofKind(score, kind)))]));
}

const ofKind = (score, kind) => countedRows([score]).filter(row => row.kind === kind);

function learnKind(stories) {
  const rows = stories.flat();
  const least = likelyFrom(rows);
  if (least !== undefined) {
    const cuts = Array.from({ length: FOLDS }, (_, fold) =>
      likelyFrom(stories.filter((_, i) => i % FOLDS !== fold).flat()),
    );
    const isLikely = ({ score }, story) => score >= (cuts[story % FOLDS] ?? Number.POSITIVE_INFINITY);
    const likely = countsOf(stories.flatMap((rows, story) => rows.filter(row => isLikely(row, story))));
    if (likely.rows >= FEWEST && likely.right >= PROMISED * likely.rows)
      return {
        likelyFrom: least,
        likely,
        possible: countsOf(stories.flatMap((rows, story) => rows.filter(row => !isLikely(row, story)))),
      };
  }
  return { possible: countsOf(rows) };
}

function countsOf(rows) {
  const { right, rows: all } = shareRight(rows);
  return { right, rows: all };
}

/**
 * The table of levels as a file of the product's source.
 * @param {import('./levels.d.mts').KindLevels} kinds
 * @param {{ stories: number, facts: number, sets: readonly string[] }} on what it was measured on
 */
export function levelsFile(kinds, { stories, facts, sets }) {
  const counts = ({ right, rows }) => `{ right: ${right}, rows: ${rows} }`;
  const lines = Object.entries(kinds).map(([kind, { likelyFrom, likely, possible }]) => {
    const sure = likely ? `likelyFrom: ${likelyFrom}, likely: ${counts(likely)}, ` : '';
    return `    ${kind}: { ${sure}possible: ${counts(possible)} },`;
  });
  return `// Written by \`npm run measure -- FOLDER… --write-levels\`. Measured on ${stories} labelled stories (${sets.join(', ')}) with ${facts} facts.
import type { DisputeKind } from '../../engine/analysis.ts';

interface Counts {
  readonly right: number;
  readonly rows: number;
}

interface KindLevels {
  /** The least score of a likely dispute; without it none of the kind is. */
  readonly likelyFrom?: number;
  readonly likely?: Counts;
  readonly possible: Counts;
}

export const MEASURED: { readonly stories: number; readonly kinds: Readonly<Record<DisputeKind, KindLevels>> } = {
  stories: ${stories},
  kinds: {
${lines.join('\n')}
  },
};
`;
}
