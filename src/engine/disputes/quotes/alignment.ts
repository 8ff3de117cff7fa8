/**
 * Where two wordings of one utterance run together, and where they part.
 *
 * Method: local alignment of words (Smith and Waterman 1981) with a low cost for gaps, since reporters shorten and rejoin what was said, and
 * content words worth more than function words. What lies between two aligned words on both sides was replaced; on one side only, dropped or
 * added. Contractions are written out, brackets and dashes left out, and hyphens, typing errors and inflection by one letter are the same word.
 * Cost: the product of the two lengths in words.
 */
import { stem } from '../../matches/stem.ts';
import type { Span } from '../../text/span.ts';
import { wordSet } from '../../text/words.ts';

/** A word of an utterance, with where it stands. */
export interface UtteredWord extends Span {
  readonly text: string;
  /** Lower case, contractions written out; the words it stands for are compared one by one. */
  readonly forms: readonly string[];
  readonly content: boolean;
  /** What follows was left out by the reporter: `…` or a bracket. */
  readonly gapAfter: boolean;
  /** Whether its sentence ends with it. */
  readonly last: boolean;
}

/** A stretch in which the two differ: word indices, `end` exclusive. One side may be empty. */
export interface WordingDifference {
  readonly a: Span;
  readonly b: Span;
  /** `replaced` on both sides; `dropped` on one; `omitted` where a reporter says so, by an ellipsis or brackets. */
  readonly kind: 'replaced' | 'dropped' | 'omitted';
  /** Whether it changes more than a function word. */
  readonly heavy: boolean;
}

/** Where two wordings run together best. */
export interface WordingAlignment {
  /** The aligned stretch of each side in words, `end` exclusive. */
  readonly a: Span;
  readonly b: Span;
  /** Equal words, and those among them that carry content. */
  readonly equal: number;
  readonly equalContent: number;
  readonly differences: readonly WordingDifference[];
  /** The equal words, as word indices of both sides, ascending. */
  readonly pairs: readonly (readonly [number, number])[];
}

/** What a word left out costs, what two unequal words cost, and what two equal function words gain; two equal content words gain 1. */
const GAP = 0.15;
const MISMATCH = 0.6;
const FUNCTION_MATCH = 0.5;

/** The best local alignment; undefined where nothing runs together. */
export function alignWordings(a: readonly UtteredWord[], b: readonly UtteredWord[]): WordingAlignment | undefined {
  const width = b.length + 1;
  const scores = new Float32Array((a.length + 1) * width);
  const steps = new Uint8Array(scores.length); // 0 stop, 1 diagonal, 2 up (a alone), 3 left (b alone)
  let best = 0;
  let bestAt = 0;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const x = a[i - 1];
      const y = b[j - 1];
      if (!x || !y) continue;
      const at = i * width + j;
      const match = sameWord(x, y) ? (x.content ? 1 : FUNCTION_MATCH) : -MISMATCH;
      const diagonal = (scores[at - width - 1] ?? 0) + match;
      const up = (scores[at - width] ?? 0) - GAP;
      const left = (scores[at - 1] ?? 0) - GAP;
      const top = Math.max(0, diagonal, up, left);
      scores[at] = top;
      steps[at] = top === 0 ? 0 : top === diagonal ? 1 : top === up ? 2 : 3;
      if (top > best) {
        best = top;
        bestAt = at;
      }
    }
  }
  return best === 0 ? undefined : traced(a, b, steps, bestAt);
}

function traced(
  a: readonly UtteredWord[],
  b: readonly UtteredWord[],
  steps: Uint8Array,
  end: number,
): WordingAlignment {
  const width = b.length + 1;
  const pairs: (readonly [number, number])[] = [];
  for (let at = end; steps[at] !== 0; ) {
    const i = Math.floor(at / width) - 1;
    const j = (at % width) - 1;
    const x = a[i];
    const y = b[j];
    if (steps[at] === 1) {
      if (x && y && sameWord(x, y)) pairs.push([i, j]);
      at -= width + 1;
    } else at -= steps[at] === 2 ? width : 1;
  }
  pairs.reverse();
  const differences: WordingDifference[] = [];
  for (let k = 1; k < pairs.length; k++) {
    const [i, j] = pairs[k - 1] ?? [0, 0];
    const [nextI, nextJ] = pairs[k] ?? [0, 0];
    const difference = differenceBetween(a, b, { start: i + 1, end: nextI }, { start: j + 1, end: nextJ });
    if (difference) differences.push(difference);
  }
  const tail = tailDifference(a, b, pairs);
  if (tail) differences.push(tail);
  const [firstI, firstJ] = pairs[0] ?? [0, 0];
  const [lastI, lastJ] = pairs.at(-1) ?? [0, 0];
  return {
    a: { start: firstI, end: lastI + 1 },
    b: { start: firstJ, end: lastJ + 1 },
    equal: pairs.length,
    equalContent: pairs.filter(([i]) => a[i]?.content).length,
    differences,
    pairs,
  };
}

/** So many words must run together right before two tails, or the two only met by chance. */
const STEADY = 5;

/** Where both sentences go on after the last word that they share, and in other words. */
function tailDifference(
  a: readonly UtteredWord[],
  b: readonly UtteredWord[],
  pairs: readonly (readonly [number, number])[],
): WordingDifference | undefined {
  const steady = pairs.slice(-STEADY);
  const [i, j] = pairs.at(-1) ?? [0, 0];
  const [firstI, firstJ] = steady[0] ?? [0, 0];
  if (steady.length < STEADY || i - firstI !== STEADY - 1 || j - firstJ !== STEADY - 1) return undefined;
  if (!steady.some(([k]) => a[k]?.content) || !beginsAlike(a, b, pairs[0] ?? [0, 0])) return undefined;
  const [x, y] = [tailBehind(a, i), tailBehind(b, j)];
  if (!x || !y) return undefined;
  const difference = differenceBetween(a, b, x, y);
  return difference?.heavy ? difference : undefined;
}

/** Whether the two run together from where a sentence or quotation begins: a formula in the midst of two sentences tells nothing. */
function beginsAlike(a: readonly UtteredWord[], b: readonly UtteredWord[], [i, j]: readonly [number, number]): boolean {
  return (i === 0 || a[i - 1]?.last === true) && (j === 0 || b[j - 1]?.last === true);
}

/** What of its sentence stands behind a word; undefined where the sentence or the quotation ends or is cut there. */
function tailBehind(words: readonly UtteredWord[], at: number): Span | undefined {
  if (words[at]?.last || words[at]?.gapAfter) return undefined;
  let end = at + 1;
  while (end < words.length && !words[end - 1]?.last) end++;
  return end - at > 2 ? { start: at + 1, end } : undefined;
}

function differenceBetween(
  a: readonly UtteredWord[],
  b: readonly UtteredWord[],
  x: Span,
  y: Span,
): WordingDifference | undefined {
  const left = a.slice(x.start, x.end);
  const right = b.slice(y.start, y.end);
  const [leftGap, rightGap] = [a[x.start - 1]?.gapAfter ?? false, b[y.start - 1]?.gapAfter ?? false];
  if ((leftGap && left.length === 0) || (rightGap && right.length === 0)) {
    return leftGap && rightGap ? undefined : { a: x, b: y, kind: 'omitted', heavy: false };
  }
  if (joined(left) === joined(right)) return undefined;
  const kind = left.length > 0 && right.length > 0 ? 'replaced' : 'dropped';
  return {
    a: x,
    b: y,
    kind,
    heavy: kind === 'replaced' ? changesMeaning(left, right) : dropsMeaning([...left, ...right]),
  };
}

/** Whether another noun or verb stands there: not merely another form of the same. */
function changesMeaning(left: readonly UtteredWord[], right: readonly UtteredWord[]): boolean {
  const roots = (words: readonly UtteredWord[]) => words.filter(w => w.content).map(w => w.forms.map(stem).join(' '));
  const [x, y] = [roots(left), roots(right)];
  return x.length > 0 && y.length > 0 && x.join(' ') !== y.join(' ');
}

/** Left out, a negation turns what was said around, and a number changes it. */
function dropsMeaning(words: readonly UtteredWord[]): boolean {
  return words.length <= 2 && words.some(w => w.forms.some(form => MEANS_MUCH.has(form) || /^\d/.test(form)));
}

const MEANS_MUCH = wordSet('not never no two three four five six seven eight nine ten dozen hundred thousand million');

/** Whether an alignment is of one utterance: enough words in common, most of the aligned stretch, or nearly all of a short one. */
export function isOneUtterance(
  { a, b, equal, equalContent }: WordingAlignment,
  lengthA: number,
  lengthB: number,
): boolean {
  const stretch = Math.min(a.end - a.start, b.end - b.start);
  if (equal < 0.5 * stretch) return false;
  if (equal >= 5 && equalContent >= 3) return true;
  return equal >= 4 && equalContent >= 2 && equal >= 0.75 * Math.min(lengthA, lengthB);
}

const joined = (words: readonly UtteredWord[]): string => words.flatMap(w => w.forms).join('');

function sameWord(a: UtteredWord, b: UtteredWord): boolean {
  if (a.forms.length !== b.forms.length) return false;
  return a.forms.every((form, i) => sameForm(form, b.forms[i] ?? ''));
}

/** Equal but for a typing error: one letter in a word of six and more, or another spelling of `-our`, `-ise`. */
function sameForm(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < 6 || /\d/.test(a + b)) return false;
  return britishToAmerican(a) === britishToAmerican(b) || isOneTypo(a, b);
}

const britishToAmerican = (word: string): string =>
  word.replace(/our(?=$|s$|ed$|ing$|able$)/, 'or').replace(/is(?=e$|es$|ed$|ing$|ation)/, 'iz');

/** Whether two words of one length differ in one inner letter or in two that changed places. */
function isOneTypo(a: string, b: string): boolean {
  if (a.length !== b.length || a[0] !== b[0] || a.at(-1) !== b.at(-1)) return false;
  const off = [...a].flatMap((letter, i) => (letter === b[i] ? [] : [i]));
  const [first = 0, second] = off;
  if (second === undefined) return off.length === 1 && a.length >= 7;
  return off.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first];
}
