/** What of a passage was edited: whether a number, name, date or negation is among what went or came. */
import type { ChangeKind } from './anchor.ts';
import { fold, wordsOf } from './words.ts';

const NEGATIONS: ReadonlySet<string> = new Set(
  'no not never none nobody nothing neither nor without cannot t denied denies deny denying refused refuses refuse failed fails fail hardly barely unlikely'.split(
    ' ',
  ),
);
const DATES =
  /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|tomorrow|tonight|morning|afternoon|evening|night|midnight|noon|week|weekend|month|year)$/;
const NUMBER_WORDS =
  /^(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|couple|several|first|second|third|fourth|fifth|once|twice)$/;

interface Piece {
  readonly key: string;
  readonly text: string;
  readonly first: boolean;
}

function piecesOf(text: string): Piece[] {
  const folded = fold(text);
  const words = wordsOf(folded);
  return words.keys.map((key, i) => {
    const start = words.starts[i] ?? 0;
    const first = i === 0 || /[.!?]["')\]]*\s+["'([]*$/.test(folded.slice(Math.max(0, start - 8), start));
    return { key, text: text.slice(start, words.ends[i]), first };
  });
}

/** The words of `a` that are not, as often, in `b`. */
function without(a: readonly Piece[], b: readonly Piece[]): Piece[] {
  const left = new Map<string, number>();
  for (const { key } of b) left.set(key, (left.get(key) ?? 0) + 1);
  return a.filter(({ key }) => {
    const n = left.get(key) ?? 0;
    left.set(key, n - 1);
    return n <= 0;
  });
}

/** Which weighty kinds of word differ between what stood there and what stands there now; empty when only others do. */
export function changeKinds(was: string, now: string): ChangeKind[] {
  const a = piecesOf(was);
  const b = piecesOf(now);
  const differing = [...without(a, b), ...without(b, a)];
  const kinds = new Set<ChangeKind>();
  for (const { key, text, first } of differing) {
    const dated = DATES.test(key);
    if (NEGATIONS.has(key)) kinds.add('negation');
    if (dated || /^(?:1[5-9]|20)\d\d$|^\d{1,2}:\d\d$|^\d{1,4}[-/]\d/.test(key)) kinds.add('date');
    if (!dated && (/\d/.test(key) || NUMBER_WORDS.test(key))) kinds.add('number');
    // A capital at the head of a sentence proves nothing, unless the mark is only that word.
    if (!dated && !NUMBER_WORDS.test(key) && /^\p{Lu}/u.test(text) && (!first || a.length <= 2)) kinds.add('name');
  }
  const order: readonly ChangeKind[] = ['number', 'name', 'date', 'negation'];
  return order.filter(kind => kinds.has(kind));
}
