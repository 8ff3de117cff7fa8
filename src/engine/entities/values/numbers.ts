/**
 * Reads numbers in digits and words: `17`, `1,200`, `3.5 million`, `5 crore`, `twenty-one`, `two dozen`, `tens of thousands`, `half a million`.
 *
 * Method: looks from one token ahead and tries nothing twice, so that the cost is linear. Units and bounds are read in `quantities.ts`.
 */

import type { Token } from '../../text/reading.ts';
import { type TokenRange, wordReader } from '../../text/tokenRanges.ts';

/** A number and the tokens that tell it. */
export interface NumberPhrase extends TokenRange {
  readonly low: number;
  readonly high: number;
  /** Whether it is given only roughly, by a word such as `dozens`. */
  readonly vague: boolean;
  readonly ordinal: boolean;
  /** Whether it is written in digits. */
  readonly digits: boolean;
}

const SMALL: ReadonlyMap<string, number> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
);
const TENS: ReadonlyMap<string, number> = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, 20 + 10 * i]),
);
const ORDINALS: ReadonlyMap<string, number> = new Map(
  'second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'
    .split(' ')
    .map((word, i) => [word, i + 2]),
);
const SCALES: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['lakh', 1e5],
  ['lakhs', 1e5],
  ['crore', 1e7],
  ['crores', 1e7],
]);
/** Letters right behind digits: `3bn`, `500k`. `m` is not among them: it is a million only of money (`$40m`), and else a metre. */
const SHORT_SCALES: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['mn', 1e6],
  ['mln', 1e6],
  ['bn', 1e9],
  ['bln', 1e9],
  ['tn', 1e12],
  ['trn', 1e12],
]);
/** Plurals that mean a range: from two of them up to the next larger word. */
const PLURALS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['dozens', [24, 99]],
  ['scores', [40, 199]],
  ['hundreds', [200, 999]],
  ['thousands', [2000, 9999]],
  ['millions', [2e6, 99e6]],
  ['billions', [2e9, 99e9]],
  ['trillions', [2e12, 99e12]],
]);
const SEVERAL: ReadonlySet<string> = new Set(['several', 'few', 'couple']);

/** Whether a number can begin with this token. This is asked of every token, and must be quick. */
export function mayBeNumber(token: Token): boolean {
  if (token.kind === 'number') return true;
  if (token.kind !== 'word') return false;
  const { lower } = token;
  return SMALL.has(lower) || TENS.has(lower) || PLURALS.has(lower) || STARTERS.has(lower) || ORDINALS.has(lower);
}
const STARTERS: ReadonlySet<string> = new Set(['a', 'half', 'several', 'few', 'tens']);

/** The number that begins at token `i` and ends before token `limit`. With `money`, `m` is a million. */
export function numberAt(tokens: readonly Token[], i: number, limit: number, money = false): NumberPhrase | undefined {
  const token = tokens[i];
  if (!token || i >= limit) return undefined;
  if (token.kind === 'number') return digitsAt(tokens, i, limit, money);
  return token.kind === 'word' ? wordsAt(tokens, i, limit) : undefined;
}

const exactly = (first: number, end: number, value: number, digits: boolean, ordinal = false): NumberPhrase => ({
  first,
  end,
  low: value,
  high: value,
  vague: false,
  ordinal,
  digits,
});

function digitsAt(tokens: readonly Token[], i: number, limit: number, money: boolean): NumberPhrase | undefined {
  const text = tokens[i]?.text ?? '';
  const ordinal = /^(\d+)(?:st|nd|rd|th)$/.exec(text);
  if (ordinal) return exactly(i, i + 1, Number(ordinal[1]), true, true);
  if (!/^\d+(?:,\d{3})*(?:\.\d+)?$/.test(text) && !/^\d{1,2}(?:,\d{2})*,\d{3}$/.test(text)) return undefined;
  const value = Number(text.replaceAll(',', ''));
  const next = i + 1 < limit ? tokens[i + 1] : undefined;
  const glued = next !== undefined && !next.spaced && next.kind === 'word';
  const short = glued ? SHORT_SCALES.get(next.lower) : undefined;
  if (short) return exactly(i, i + 2, value * short, true);
  if (glued && money && (next.lower === 'm' || next.lower === 'b'))
    return exactly(i, i + 2, value * (next.lower === 'm' ? 1e6 : 1e9), true);
  // `3.5 million`, `$20-million`, `5 crore`, `5 lakh crore`
  let end = i + 1;
  let scaled = value;
  for (;;) {
    const scaleAt = tokens[end]?.text === '-' ? end + 1 : end;
    const scale = scaleAt < limit ? SCALES.get(tokens[scaleAt]?.lower ?? '') : undefined;
    if (!scale || (scale === 12 && value > 100)) break;
    scaled *= scale;
    end = scaleAt + 1;
  }
  return exactly(i, end, round(scaled), true);
}

function wordsAt(tokens: readonly Token[], i: number, limit: number): NumberPhrase | undefined {
  const low = wordReader(tokens, limit);
  const word = low(i);
  const ordinal = ORDINALS.get(word);
  if (ordinal) return exactly(i, i + 1, ordinal, false, true);
  if (word === 'a' || word === 'half') return fractionOrArticle(low, i);
  const several = SEVERAL.has(word) ? SCALES.get(low(i + 1)) : undefined;
  if (several) return range(i, i + 2, several * (word === 'several' ? 3 : 2), several * 9);
  const tensOf =
    word === 'tens' || word === 'hundreds' ? PLURALS.get(low(i + 1) === 'of' ? low(i + 2) : '') : undefined;
  if (tensOf) {
    const times = word === 'tens' ? 10 : 100;
    return range(i, i + 3, tensOf[0] * times, (tensOf[0] / 2) * times * 10 - 1);
  }
  const plural = PLURALS.get(word);
  // `scores` is a verb and sports' noun; only `scores of` counts.
  if (plural && (word !== 'scores' || low(i + 1) === 'of')) return range(i, i + 1, plural[0], plural[1]);
  return cardinal(low, tokens, i, limit);
}

const range = (first: number, end: number, low: number, high: number): NumberPhrase => ({
  first,
  end,
  low,
  high,
  vague: true,
  ordinal: false,
  digits: false,
});

/** `a dozen`, `a hundred`, `half a million`, `half a dozen`, `a few hundred`, `a couple of dozen`. */
function fractionOrArticle(low: (at: number) => string, i: number): NumberPhrase | undefined {
  if (low(i) === 'half') {
    const scale = low(i + 1) === 'a' ? SCALES.get(low(i + 2)) : undefined;
    return scale ? exactly(i, i + 3, scale / 2, false) : undefined;
  }
  const scale = SCALES.get(low(i + 1));
  if (scale) {
    const more = SCALES.get(low(i + 2)); // a hundred thousand
    return more && more > scale ? exactly(i, i + 3, scale * more, false) : exactly(i, i + 2, scale, false);
  }
  if (low(i + 1) === 'half' && SCALES.has(low(i + 2)))
    return exactly(i, i + 3, (SCALES.get(low(i + 2)) ?? 0) / 2, false);
  if (low(i + 1) === 'few' && SCALES.has(low(i + 2))) {
    const few = SCALES.get(low(i + 2)) ?? 0;
    return range(i, i + 3, few * 2, few * 6);
  }
  const couple = low(i + 1) === 'couple' ? (low(i + 2) === 'of' ? i + 3 : i + 2) : 0;
  if (couple && SCALES.has(low(couple))) return exactly(i, couple + 1, 2 * (SCALES.get(low(couple)) ?? 0), false);
  return undefined;
}

/** `twenty-one`, `one hundred and five`, `two dozen`, `three million`, `one and a half million`. */
function cardinal(
  low: (at: number) => string,
  tokens: readonly Token[],
  i: number,
  limit: number,
): NumberPhrase | undefined {
  let at = i;
  let total = 0;
  let group = 0;
  let any = false;
  while (at < limit) {
    const word = low(at);
    const small = SMALL.get(word);
    const tens = TENS.get(word);
    const scale = SCALES.get(word);
    if (tens !== undefined && group % 100 === 0) {
      group += tens;
      at++;
      const unitAt = tokens[at]?.text === '-' ? at + 1 : at;
      const unit = SMALL.get(low(unitAt));
      if (unit !== undefined && unit > 0 && unit < 10 && (unitAt > at || tokens[unitAt]?.spaced)) {
        group += unit;
        at = unitAt + 1;
      }
    } else if (small !== undefined && group % 100 === 0) {
      group += small;
      at++;
    } else if (scale !== undefined && any) {
      if (scale <= 100) group *= scale;
      else {
        total += group * scale;
        group = 0;
      }
      at++;
    } else if (word === 'and' && any && (group % 100 === 0 || low(at + 1) === 'a') && at > i) {
      if (low(at + 1) === 'a' && low(at + 2) === 'half' && SCALES.has(low(at + 3))) {
        total += (group + 0.5) * (SCALES.get(low(at + 3)) ?? 1);
        group = 0;
        at += 4;
        break;
      }
      // `one hundred and five`, but not `two and three`
      if (!(group >= 100 || total > 0) || !(SMALL.has(low(at + 1)) || TENS.has(low(at + 1)))) break;
      at++;
    } else break;
    any = true;
  }
  return any ? exactly(i, at, round(total + group), false) : undefined;
}

/** Takes away the error of binary fractions: `1.1 million` is 1,100,000. */
const round = (value: number): number => Number(value.toPrecision(12));
