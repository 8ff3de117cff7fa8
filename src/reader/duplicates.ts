/**
 * Joins rows that put one question twice. Two rows are one question when they are of one kind and two opposed answers of the one rest on the
 * passages of two opposed answers of the other. One sentence may hold two facts ("three dead and five hurt"), so passages that are whole
 * sentences count only where their labels say the same. The square of the rows, of which there are few.
 */
import { overlap } from '../engine/text/span.ts';
import type { CheckedFact, CheckedPosition, Cited, Dropped } from './facts.ts';
import { gist } from './plainWords.ts';

/** The rows with duplicates joined, the earlier one staying, and what was dropped for it. */
export function joinDuplicates(facts: readonly CheckedFact[]): {
  readonly facts: readonly CheckedFact[];
  readonly dropped: readonly Dropped[];
} {
  const kept: CheckedFact[] = [];
  const dropped: Dropped[] = [];
  for (const fact of facts) {
    const at = kept.findIndex(other => sameQuestion(other, fact));
    const other = kept[at];
    if (!other) kept.push(fact);
    else {
      kept[at] = joinFacts(other, fact);
      dropped.push({ title: fact.title, reason: 'duplicate' });
    }
  }
  return { facts: kept, dropped };
}

function sameQuestion(a: CheckedFact, b: CheckedFact): boolean {
  if (a.kind !== b.kind && gist(a.title) !== gist(b.title)) return false;
  return a.positions.some((a1, i) =>
    a.positions.some(
      (a2, j) =>
        i < j && b.positions.some((b1, k) => meets(a1, b1) && b.positions.some((b2, l) => k !== l && meets(a2, b2))),
    ),
  );
}

/** Whether two answers rest on the same words of an article. */
function meets(a: CheckedPosition, b: CheckedPosition): boolean {
  const same = gist(a.label) === gist(b.label);
  return a.passages.some(one =>
    b.passages.some(
      other => one.path === other.path && overlap(one, other) > 0 && (same || (isNarrow(one) && isNarrow(other))),
    ),
  );
}

function isNarrow({ start, end, sentence }: Cited): boolean {
  return end - start < sentence.end - sentence.start;
}

/**
 * Two rows on one question as one: the first one's words and the higher certainty. An answer of the second goes to that of the first which
 * says the same or rests on the same passages; one that is like none is added.
 */
export function joinFacts(first: CheckedFact, second: CheckedFact): CheckedFact {
  const positions = [...first.positions];
  for (const position of second.positions) {
    const at = positions.findIndex(
      other => gist(other.label) === gist(position.label) || meets(other, position) || sharesSentences(other, position),
    );
    const other = positions[at];
    if (other) positions[at] = { ...other, passages: united(other.passages, position.passages) };
    else positions.push(position);
  }
  return { ...first, certainty: Math.max(first.certainty, second.certainty), positions };
}

function sharesSentences(a: CheckedPosition, b: CheckedPosition): boolean {
  return a.passages.some(one => b.passages.some(other => one.number === other.number));
}

/** In order of place; a sentence that both cite stands as the first has it. */
function united(first: readonly Cited[], second: readonly Cited[]): readonly Cited[] {
  const more = second.filter(passage => first.every(({ number }) => number !== passage.number));
  return [...first, ...more].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.start - b.start));
}
