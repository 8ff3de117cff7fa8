/**
 * Lays a short row of words along a longer one. Goal: where a passage went, word by word, when some of its words were changed. Method:
 * semi-global alignment (Needleman and Wunsch, 1970, both ends of the longer row free) within a band around one diagonal; a word
 * against another costs less than one left out and one put in, and less still when they look alike. Cost: pattern × band.
 */
import type { Words } from './words.ts';

/** For each word of the pattern, which word of the text stands for it, or -1; and whether it is the same one. */
export interface Alignment {
  readonly to: Int32Array;
  readonly same: Uint8Array;
  readonly cost: number;
}

const LEFT_OUT = 1;
const PUT_IN = 0.6;
const OTHER = 1.15;
const ALIKE = 0.7;

/** Whether two different words look like one that was edited: both numbers, or with the same beginning. */
function alike(a: string, b: string): boolean {
  const digit = (c: number) => c >= 48 && c <= 57;
  if (digit(a.charCodeAt(0)) && digit(b.charCodeAt(0))) return true;
  return a.length >= 4 && b.length >= 4 && a.slice(0, 3) === b.slice(0, 3);
}

/** A word cut off by the end of the context: it is the same when the other begins, or ends, with it. */
export interface Pattern {
  readonly keys: readonly string[];
  readonly weights: readonly number[];
  readonly cutFirst: boolean;
  readonly cutLast: boolean;
}

/** Whether word `i` of the pattern is the word `key`. */
export function isSame(pattern: Pattern, i: number, key: string): boolean {
  const own = pattern.keys[i] ?? '';
  if (own === key) return true;
  if (i === 0 && pattern.cutFirst && key.endsWith(own)) return true;
  return i === pattern.keys.length - 1 && pattern.cutLast && key.startsWith(own);
}

/** Aligns the pattern with the text's words around `diagonal` (text index of the pattern's first word), `slack` words to either side. */
export function align(pattern: Pattern, text: Words, diagonal: number, slack: number): Alignment {
  const rows = pattern.keys.length;
  const width = 2 * slack + 1;
  const cost = new Float64Array((rows + 1) * width);
  const from = new Uint8Array((rows + 1) * width);
  // Cell (i, b): the first i words of the pattern against the text up to word i + b + diagonal - slack.
  for (let i = 1; i <= rows; i++) {
    const weight = pattern.weights[i - 1] ?? 1;
    const own = pattern.keys[i - 1] ?? '';
    for (let b = 0; b < width; b++) {
      const here = i * width + b;
      const j = i + b + diagonal - slack;
      let best = Number.POSITIVE_INFINITY;
      let step = 0;
      if (j >= 1 && j <= text.keys.length) {
        const key = text.keys[j - 1] ?? '';
        const change = isSame(pattern, i - 1, key) ? 0 : alike(own, key) ? ALIKE * weight : OTHER * weight;
        best = (cost[here - width] ?? 0) + change;
        step = 1;
      }
      if (b + 1 < width) {
        const out = (cost[here - width + 1] ?? 0) + LEFT_OUT * weight;
        if (out < best) {
          best = out;
          step = 2;
        }
      }
      if (b > 0 && j >= 1 && j <= text.keys.length && i < rows) {
        const put = (cost[here - 1] ?? 0) + PUT_IN;
        if (put < best) {
          best = put;
          step = 3;
        }
      }
      if (best === Number.POSITIVE_INFINITY) best = i * 2;
      cost[here] = best;
      from[here] = step;
    }
  }
  return trace(pattern, text, cost, from, diagonal - slack, width);
}

function trace(
  pattern: Pattern,
  text: Words,
  cost: Float64Array,
  from: Uint8Array,
  shift: number,
  width: number,
): Alignment {
  const rows = pattern.keys.length;
  let b = 0;
  for (let k = 1; k < width; k++) if ((cost[rows * width + k] ?? 0) < (cost[rows * width + b] ?? 0)) b = k;
  const total = cost[rows * width + b] ?? 0;
  const to = new Int32Array(rows).fill(-1);
  const same = new Uint8Array(rows);
  for (let i = rows; i > 0; ) {
    const step = from[i * width + b];
    const j = i + b + shift;
    if (step === 1) {
      to[i - 1] = j - 1;
      same[i - 1] = isSame(pattern, i - 1, text.keys[j - 1] ?? '') ? 1 : 0;
      i--;
    } else if (step === 3) b--;
    else {
      i--;
      b++;
      if (b >= width) break;
    }
  }
  return { to, same, cost: total };
}

/**
 * How well the words beside a mark are those beside a place: both rows are read from the mark outwards, the first words against each
 * other, the end free. For each word of the pattern, whether it was found.
 */
export function alignOutwards(pattern: Pattern, keys: readonly string[]): Uint8Array {
  const rows = pattern.keys.length;
  const columns = Math.min(keys.length, rows + 5);
  const width = columns + 1;
  const cost = new Float64Array((rows + 1) * width);
  const from = new Uint8Array((rows + 1) * width);
  for (let j = 1; j <= columns; j++) {
    cost[j] = j * PUT_IN;
    from[j] = 3;
  }
  for (let i = 1; i <= rows; i++) {
    const weight = pattern.weights[i - 1] ?? 1;
    const own = pattern.keys[i - 1] ?? '';
    for (let j = 0; j <= columns; j++) {
      const here = i * width + j;
      let best = (cost[here - width] ?? 0) + LEFT_OUT * weight;
      let step = 2;
      if (j > 0) {
        const key = keys[j - 1] ?? '';
        const change = isSame(pattern, i - 1, key) ? 0 : alike(own, key) ? ALIKE * weight : OTHER * weight;
        const across = (cost[here - width - 1] ?? 0) + change;
        if (across <= best) {
          best = across;
          step = 1;
        }
        const put = (cost[here - 1] ?? 0) + PUT_IN;
        if (put < best) {
          best = put;
          step = 3;
        }
      }
      cost[here] = best;
      from[here] = step;
    }
  }
  let j = 0;
  for (let k = 1; k <= columns; k++) if ((cost[rows * width + k] ?? 0) < (cost[rows * width + j] ?? 0)) j = k;
  const same = new Uint8Array(rows);
  for (let i = rows; i > 0; ) {
    const step = from[i * width + j];
    if (step === 1) {
      same[i - 1] = isSame(pattern, i - 1, keys[j - 1] ?? '') ? 1 : 0;
      i--;
      j--;
    } else if (step === 3) j--;
    else i--;
  }
  return same;
}
