/**
 * How much two stretches of text say the same, word by word.
 *
 * Goal: to see that `a drone struck` and `the unmanned aircraft attacked` tell one thing. Method: each word takes the likest word of the other side;
 * how far it is like it, weighed by how much the word tells, is summed over the words of a side, and the geometric mean of both sides is the
 * alignment (monolingual alignment after Sultan, Bethard and Sumner 2014, relaxed as in Kusner and others 2015, with word vectors; on development data it beats cosines of words, of
 * character n-grams, of word clusters and of sentence vectors, and all of these blended). Cost: the words of both sides a pair, and each side's relatives once.
 */
import type { StoryWords } from './storyWords.ts';

/** The words of a stretch of text by their numbers in the story, with what each tells, 0..1; each word once. */
export interface Bag {
  readonly ids: Int32Array;
  readonly weights: Float32Array;
  readonly total: number;
}

/** Added to what a side tells, so that three words in common are less than ten: about one telling word. */
const DOUBT = 0.8;

/** A bag from weights by word number. */
export function bagOf(weights: ReadonlyMap<number, number>): Bag {
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  return { ids: Int32Array.from(weights.keys()), weights: Float32Array.from(weights.values()), total };
}

/** The alignment, 0..1, of each of some stretches (rows) with each of others (columns), row by row. */
export function alignments(rows: readonly Bag[], columns: readonly Bag[], words: StoryWords): Float32Array {
  const covered = coverage(columns, rows, words);
  const covering = coverage(rows, columns, words);
  const table = new Float32Array(rows.length * columns.length);
  for (let r = 0; r < rows.length; r++) {
    for (let c = 0; c < columns.length; c++) {
      const at = r * columns.length + c;
      table[at] = Math.sqrt((covering[at] ?? 0) * (covered[c * rows.length + r] ?? 0));
    }
  }
  return table;
}

/** How much of what each of `others` tells stands, in the same or like words, in each of `bags`: a row for each bag. */
function coverage(bags: readonly Bag[], others: readonly Bag[], words: StoryWords): Float32Array {
  const table = new Float32Array(bags.length * others.length);
  // How well each word of the story is stood for by the bag at hand.
  const reach = new Float32Array(words.size);
  bags.forEach((bag, row) => {
    reach.fill(0);
    for (const id of bag.ids) {
      const { ids, strengths } = words.relativesOf(id);
      for (let k = 0; k < ids.length; k++) {
        const other = ids[k] as number;
        const strength = strengths[k] as number;
        if (strength > (reach[other] as number)) reach[other] = strength;
      }
    }
    others.forEach(({ ids, weights, total }, column) => {
      let sum = 0;
      for (let k = 0; k < ids.length; k++) sum += (weights[k] as number) * (reach[ids[k] as number] as number);
      table[row * others.length + column] = sum / (total + DOUBT);
    });
  });
  return table;
}
