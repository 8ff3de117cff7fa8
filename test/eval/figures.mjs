// From judged rows to figures: how many were right, how many facts were found, and how far the scores can be trusted.

export const LEVELS = ['likely', 'possible'];

/** Nuances are neither right nor wrong: no figure counts them. */
export const countedRows = scores => scores.flatMap(({ rows }) => rows).filter(({ verdict }) => verdict !== 'nuance');
export const isRight = ({ verdict }) => verdict === 'fact';

/** Of some rows, how many are right. */
export function shareRight(rows) {
  const right = rows.filter(isRight).length;
  return { rows: rows.length, right, precision: rows.length ? right / rows.length : undefined };
}

/**
 * The figures of one story or, told of several, of them together.
 * @param {readonly import('./score.d.mts').Score[]} scores
 * @param {(row: import('./score.d.mts').Row) => boolean} [counts] which rows to look at; all of them unless told
 * @returns {import('./figures.d.mts').Figures}
 */
export function figuresOf(scores, counts = () => true) {
  const rows = countedRows(scores).filter(counts);
  const number = verdict => rows.filter(row => row.verdict === verdict).length;
  const facts = scores.reduce((n, score) => n + score.facts.length, 0);
  const share = shareRight(rows);
  return {
    ...withRecall(share, share.right, facts),
    averagePrecision: facts ? scores.reduce((sum, score) => sum + precisionSum(score, counts), 0) / facts : undefined,
    falseAlarms: number('false alarm'),
    duplicates: number('duplicate'),
    unlisted: number('unlisted'),
  };
}

/** The precision at each row that found a fact, added up. */
function precisionSum(score, counts) {
  let right = 0;
  return countedRows([score])
    .filter(counts)
    .reduce((sum, row, i) => (isRight(row) ? sum + ++right / (i + 1) : sum), 0);
}

function withRecall({ rows, right, precision }, found, facts) {
  const recall = facts ? found / facts : undefined;
  const sum = (precision ?? 0) + (recall ?? 0);
  return { rows, right, precision, found, facts, recall, f1: sum ? (2 * (precision ?? 0) * (recall ?? 0)) / sum : 0 };
}

/**
 * The same for each level, and all together.
 * @param {(row: import('./score.d.mts').Row) => import('../../src/review/decided/levels.ts').Level} levelOf
 */
export function byLevel(scores, levelOf) {
  const levels = LEVELS.map(level => ({ level, ...figuresOf(scores, row => levelOf(row) === level) }));
  return [...levels, { level: 'all', ...figuresOf(scores) }];
}

/**
 * For each kind and level: of the rows that the engine gives that kind, how many are right; of the facts that the reader gave it, how many
 * are found, by rows of whatever kind.
 */
export function byKind(scores, levelOf) {
  const facts = scores.flatMap(score => score.facts.map(({ id, kind }) => ({ kind, by: finderRow(score, id) })));
  const rows = countedRows(scores);
  const kinds = [...new Set([...facts, ...rows].map(({ kind }) => kind))].sort();
  return kinds.flatMap(kind =>
    [...LEVELS, 'all'].flatMap(level => {
      const counts = row => level === 'all' || levelOf(row) === level;
      const share = shareRight(rows.filter(row => row.kind === kind && counts(row)));
      const wanted = facts.filter(fact => fact.kind === kind);
      const found = wanted.filter(({ by }) => by && counts(by)).length;
      if (share.rows === 0 && found === 0 && level !== 'all') return [];
      return [{ kind, level, ...withRecall(share, found, wanted.length) }];
    }),
  );
}

const finderRow = ({ rows }, id) => rows.find(row => isRight(row) && row.of === id);

/** Whether a score of .8 means eight in ten: the rows in ten bins by score. */
export function reliability(scores) {
  const rows = countedRows(scores);
  return Array.from({ length: 10 }, (_, i) => {
    // a score has two decimals; to count in hundredths keeps .7 out of the bin below it
    const inside = rows.filter(({ score }) => Math.min(9, Math.floor(Math.round(score * 100) / 10)) === i);
    const mean = inside.reduce((sum, { score }) => sum + score, 0) / inside.length;
    return { from: i / 10, to: (i + 1) / 10, score: inside.length ? mean : undefined, ...shareRight(inside) };
  });
}

/**
 * What each finder is worth: its rows, and the found facts that no other finder's rows answer for. That two finders met on a fact shows only
 * where the engine lists both rows.
 */
export function byFinder(scores) {
  const rows = countedRows(scores);
  const finders = [...new Set(rows.map(({ finder }) => finder))].sort();
  const answered = scores.map(score => {
    const by = new Map([...score.found].map(id => [id, new Set()]));
    for (const { finder, answers } of score.rows) for (const id of answers) by.get(id)?.add(finder);
    return by;
  });
  const alone = answered.flatMap(by => [...by.values()]).filter(finders => finders.size === 1);
  return finders.map(finder => ({
    finder,
    ...shareRight(rows.filter(row => row.finder === finder)),
    only: alone.filter(finders => finders.has(finder)).length,
  }));
}
