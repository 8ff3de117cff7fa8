/**
 * Lays a short row of words along a longer one. Goal: where a passage went, word by word, when some of its words were changed. Method:
 * semi-global alignment (Needleman and Wunsch, 1970, both ends of the longer row free) within a band around one diagonal; a word
 * against another costs less than one left out and one put in, and less still when they look alike. Cost: pattern × band.
 */

/** A row of words. Two words are the same when their ids are, and look alike when their stems are. */
export interface Row {
  readonly ids: readonly number[];
  readonly stems: readonly number[];
  readonly keys: readonly string[];
}

/** What is looked for. The first and the last word may have been cut off by the end of the context. */
export interface Pattern extends Row {
  readonly weights: readonly number[];
  readonly cutFirst: boolean;
  readonly cutLast: boolean;
}

/** For each word of the pattern, which word of the text stands for it, or -1; and whether it is the same one. */
export interface Alignment {
  readonly to: Int32Array;
  readonly same: Uint8Array;
}

const LEFT_OUT = 1;
const PUT_IN = 0.6;
const OTHER = 1.15;
const ALIKE = 0.7;

/** Whether word `i` of the pattern is word `j` of the text. */
function isSame(pattern: Pattern, i: number, text: Row, j: number): boolean {
  if (pattern.ids[i] === text.ids[j]) return true;
  if (i === 0 && pattern.cutFirst) return (text.keys[j] ?? '').endsWith(pattern.keys[i] ?? '');
  return i === pattern.ids.length - 1 && pattern.cutLast && (text.keys[j] ?? '').startsWith(pattern.keys[i] ?? '');
}

/** What it costs to lay two words on each other. */
function change(pattern: Pattern, i: number, text: Row, j: number): number {
  if (isSame(pattern, i, text, j)) return 0;
  return (pattern.stems[i] === text.stems[j] ? ALIKE : OTHER) * (pattern.weights[i] ?? 1);
}

/** Aligns; keeps its tables from one call to the next, since making them costs more than filling them. */
export class Aligner {
  #cost = new Float64Array(1024);
  #from = new Uint8Array(1024);

  #reserve(cells: number): void {
    if (cells <= this.#cost.length) return;
    this.#cost = new Float64Array(cells * 2);
    this.#from = new Uint8Array(cells * 2);
  }

  /** Aligns the pattern with the text around `diagonal` (index in the text of the pattern's first word), `slack` words to either side. */
  along(pattern: Pattern, text: Row, diagonal: number, slack: number): Alignment {
    const rows = pattern.ids.length;
    const width = 2 * slack + 1;
    this.#reserve((rows + 1) * width);
    const cost = this.#cost;
    const from = this.#from;
    cost.fill(0, 0, width);
    // Cell (i, b): the first i words of the pattern against the text up to word i + b + diagonal - slack.
    for (let i = 1; i <= rows; i++) {
      const weight = pattern.weights[i - 1] ?? 1;
      for (let b = 0; b < width; b++) {
        const here = i * width + b;
        const j = i + b + diagonal - slack;
        const inText = j >= 1 && j <= text.ids.length;
        let best = i * 2;
        let step = 0;
        if (inText) {
          best = (cost[here - width] ?? 0) + change(pattern, i - 1, text, j - 1);
          step = 1;
        }
        const out = b + 1 < width ? (cost[here - width + 1] ?? 0) + LEFT_OUT * weight : best;
        if (out < best) {
          best = out;
          step = 2;
        }
        const put = b > 0 && inText && i < rows ? (cost[here - 1] ?? 0) + PUT_IN : best;
        if (put < best) {
          best = put;
          step = 3;
        }
        cost[here] = best;
        from[here] = step;
      }
    }
    return this.#trace(pattern, text, diagonal - slack, width);
  }

  #trace(pattern: Pattern, text: Row, shift: number, width: number): Alignment {
    const rows = pattern.ids.length;
    const to = new Int32Array(rows).fill(-1);
    const same = new Uint8Array(rows);
    let b = this.#cheapest(rows * width, width);
    for (let i = rows; i > 0 && b < width; ) {
      const step = this.#from[i * width + b];
      if (step === 1) {
        const j = i + b + shift - 1;
        i--;
        to[i] = j;
        same[i] = isSame(pattern, i, text, j) ? 1 : 0;
      } else if (step === 3) b--;
      else {
        i--;
        b++;
      }
    }
    return { to, same };
  }

  #cheapest(start: number, width: number): number {
    let best = 0;
    for (let k = 1; k < width; k++) if ((this.#cost[start + k] ?? 0) < (this.#cost[start + best] ?? 0)) best = k;
    return best;
  }

  /**
   * How well the words beside a mark are those beside a place. Both rows are read from the mark outwards, `count` words of the pattern from
   * `first` on against the text from `at` on, in steps of `by` (1 or -1): the first words lie against each other, the far end
   * is free. Sets in `found` which words of the pattern are there.
   */
  outwards(pattern: Pattern, first: number, count: number, text: Row, at: number, by: 1 | -1, found: Uint8Array): void {
    const columns = Math.max(0, Math.min(count + 5, by === 1 ? text.ids.length - at : at + 1));
    const width = columns + 1;
    this.#reserve((count + 1) * width);
    const cost = this.#cost;
    const from = this.#from;
    for (let j = 0; j <= columns; j++) {
      cost[j] = j * PUT_IN;
      from[j] = 3;
    }
    for (let i = 1; i <= count; i++) {
      const word = first + (i - 1) * by;
      const leftOut = LEFT_OUT * (pattern.weights[word] ?? 1);
      for (let j = 0; j <= columns; j++) {
        const here = i * width + j;
        let best = (cost[here - width] ?? 0) + leftOut;
        let step = 2;
        if (j > 0) {
          const across = (cost[here - width - 1] ?? 0) + change(pattern, word, text, at + (j - 1) * by);
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
    let j = this.#cheapest(count * width, width);
    for (let i = count; i > 0; ) {
      const step = from[i * width + j];
      if (step === 1) {
        i--;
        j--;
        const word = first + i * by;
        if (isSame(pattern, word, text, at + j * by)) found[word] = 1;
      } else if (step === 3) j--;
      else i--;
    }
  }
}
