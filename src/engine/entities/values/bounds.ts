/** The words around a number that limit it: `at least`, `nearly`, `or more`. Read from the number outwards; the longest phrase counts. */

import type { Token } from '../../text/reading.ts';
import { type TokenRange, wordsOf } from '../../text/tokenRanges.ts';

/** A bound and the tokens that tell it. */
export interface BoundPhrase extends TokenRange {
  readonly bound: 'exact' | 'least' | 'most' | 'about';
  /** With `about`: whether the value lies below or above the number; absent for both. */
  readonly side?: 'below' | 'above';
}

type Meaning = Pick<BoundPhrase, 'bound' | 'side'>;

const before = new Map<string, Meaning>();
const after = new Map<string, Meaning>();
const mean = (table: Map<string, Meaning>, meaning: Meaning, phrases: string): void => {
  for (const phrase of phrases.split('|')) table.set(phrase, meaning);
};
mean(
  before,
  { bound: 'least' },
  'at least|at the very least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of|as many as at least|more than|over|well over|upwards of|upward of|in excess of|north of|greater than|exceeding|>|far more than|much more than|beyond|surpassing',
);
mean(
  before,
  { bound: 'most' },
  'at most|at the most|up to|as many as|as much as|no more than|not more than|a maximum of|maximum of|fewer than|less than|under|below|<|well under|not exceeding',
);
mean(
  before,
  { bound: 'about', side: 'below' },
  'nearly|almost|close to|just under|slightly under|just shy of|just short of|approaching|virtually',
);
mean(
  before,
  { bound: 'about', side: 'above' },
  'just over|slightly over|slightly more than|just above|a little over|a little more than',
);
mean(
  before,
  { bound: 'about' },
  'about|around|roughly|approximately|approx|some|an estimated|estimated|circa|~|≈|somewhere around|in the region of|on the order of|an approximate|perhaps|maybe',
);
mean(before, { bound: 'exact' }, 'exactly|precisely|a total of|all of');
mean(
  after,
  { bound: 'least' },
  'or more|or higher|or greater|and counting|at least|and above|or older|and older|and over|or over|- plus|+|plus',
);
mean(after, { bound: 'most' }, 'or fewer|or less|or lower|or under|and under|or younger|at most');
mean(after, { bound: 'about' }, 'or so|or thereabouts|- odd|- ish');
/** Length of the longest phrase, in tokens. */
const LONGEST = 4;

/** The bound that ends right before token `at` and begins at or after token `from`. */
export function boundBefore(tokens: readonly Token[], at: number, from: number): BoundPhrase | undefined {
  for (let length = LONGEST; length > 0; length--) {
    const first = at - length;
    if (first < from) continue;
    const meaning = before.get(wordsOf(tokens, first, at));
    if (meaning && !belongsToWordBefore(tokens, first, from)) return { ...meaning, first, end: at };
  }
  return undefined;
}

/** The bound that begins at token `at` and ends before token `limit`. */
export function boundAfter(tokens: readonly Token[], at: number, limit: number): BoundPhrase | undefined {
  for (let length = 2; length > 0; length--) {
    if (at + length > limit) continue;
    const phrase = wordsOf(tokens, at, at + length);
    const meaning = after.get(phrase);
    // `5 + 3` and `two plus two` are sums; `at least` behind a number belongs to it only where the clause ends.
    if (!meaning || (/^(?:\+|plus)$/.test(phrase) && tokens[at]?.spaced)) continue;
    if (/^at /.test(phrase) && !/^[,.;)]$/.test(tokens[at + length]?.text ?? '.')) continue;
    return { ...meaning, first: at, end: at + length };
  }
  return undefined;
}

/** Whether `over` belongs to the word before it and is no bound: `all over 50 states`, `took over 12 firms`. */
function belongsToWordBefore(tokens: readonly Token[], first: number, from: number): boolean {
  const previous = first > from ? (tokens[first - 1]?.lower ?? '') : '';
  return tokens[first]?.lower === 'over' && /^(?:all|took|take|takes|hand|win|won|victory|lead)$/.test(previous);
}
