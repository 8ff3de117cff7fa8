/**
 * What may stand between a noun and its verb: appositions, relative clauses and adjuncts between commas, dashes or brackets.
 */

import type { Word } from '../tag/tags.ts';
import type { Phrase } from './phrases.ts';

/** A sentence's phrases and the article's words that they index. */
interface Row {
  readonly phrases: readonly Phrase[];
  readonly words: readonly Word[];
}

/** Prepositions that a clause may follow. */
export const CLAUSAL_PREPS: ReadonlySet<string> = new Set(['as', 'after', 'before', 'since', 'until', 'till', 'than']);

/** Of a comma (or bracket, or dash) at `j`, the noun phrase before the insertion that it closes. */
export function overInsertion(row: Row, j: number): number | undefined {
  const mark = row.phrases[j]?.lemma;
  if (mark === ')') {
    for (let m = j - 1; m >= 0; m--)
      if (row.phrases[m]?.lemma === '(')
        return row.phrases[m - 1]?.kind === 'np'
          ? m - 1
          : row.phrases[m - 1]?.lemma === ','
            ? overInsertion(row, m - 1)
            : undefined;
    return undefined;
  }
  const opens = mark === ',' ? ',' : mark === '—' || mark === '–' || mark === '--' || mark === '-' ? mark : undefined;
  if (!opens) return undefined;
  for (let m = j - 1; m > 0 && j - m < 26; m--) {
    if (row.phrases[m]?.lemma !== opens) continue;
    const host =
      row.phrases[m - 1]?.kind === 'np'
        ? m - 1
        : row.phrases[m - 1]?.kind === 'time' && row.phrases[m - 2]?.kind === 'np'
          ? m - 2
          : undefined;
    if (host !== undefined && isInsertion(row, m + 1, j)) return outermost(row, host, 3);
    if (row.phrases[m - 1]?.lemma === ')') {
      const inner = overInsertion(row, m - 1);
      if (inner !== undefined && isInsertion(row, m + 1, j)) return inner;
    }
  }
  return undefined;
}

/** `Schiff, 56, who …, said`; `Johnnie Wilson, of Springfield, Va., said`: the noun phrase that several insertions follow. */
function outermost(row: Row, host: number, depth: number): number {
  let h = host;
  while (
    (row.phrases[h - 1]?.kind === 'prep' || row.phrases[h - 1]?.kind === 'conj') &&
    row.phrases[h - 2]?.kind === 'np'
  )
    h -= 2;
  if (row.phrases[h - 1]?.kind === 'prep' && row.phrases[h - 2]?.lemma === ',') h--;
  const outer = h - 2;
  const inserted = row.phrases[h]?.kind === 'prep' || isDescription(row, h);
  if (depth === 0 || !inserted || row.phrases[h - 1]?.lemma !== ',' || row.phrases[outer]?.kind !== 'np') return host;
  // `In Washington, the president, who …`: an adjunct is no host.
  if (row.phrases[outer - 1]?.kind === 'prep' && row.phrases[outer - 2]?.kind !== 'np') return host;
  return outermost(row, outer, depth - 1);
}

/** Whether a noun phrase only describes: `a former minister`, `56`, `director of the institute`. */
function isDescription(row: Row, k: number): boolean {
  const phrase = row.phrases[k];
  const first = phrase && row.words[phrase.first];
  return (
    phrase !== undefined &&
    first !== undefined &&
    (/^(?:an?|the)$/.test(first.lower) || first.tag === 'num' || row.words[phrase.head]?.tag === 'noun')
  );
}

/** Whether the row.phrases from `a` up to `b` may stand between commas after a noun: an apposition, a relative clause, an adjunct. */
function isInsertion(row: Row, a: number, b: number): boolean {
  const first = row.phrases[a];
  if (!first || a >= b) return false;
  const opens =
    first.kind === 'wh' ||
    first.kind === 'sub' ||
    (first.kind === 'prep' && (CLAUSAL_PREPS.has(first.lemma) || row.phrases[a + 1]?.kind === 'wh'));
  let finites = 0;
  for (let k = a; k < b; k++) {
    if (row.phrases[k]?.kind === 'wh' || row.phrases[k]?.kind === 'that') finites--;
    if (row.phrases[k]?.group?.form === 'finite') finites++;
  }
  if (opens) return finites <= 1;
  if (finites > (first.kind === 'np' && row.phrases.slice(a, b).some(p => p.kind === 'wh') ? 2 : 0)) return false;
  return (
    first.kind === 'np' ||
    first.kind === 'prep' ||
    first.kind === 'adv' ||
    first.kind === 'time' ||
    first.kind === 'adj' ||
    first.group?.form === 'participle' ||
    first.group?.form === 'ing'
  );
}
