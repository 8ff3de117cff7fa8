/**
 * The words of one story, numbered, and which of them are used alike.
 *
 * Every word is compared with every other one when it first comes up (by its vector; words without one are like themselves alone), and the
 * related ones are kept with it. Cost: words² × dimensions, once a story and a tenth of a second for ten articles; a word typed later costs
 * one pass over the others.
 */
import type { WordVectors } from '../text/wordVectors.ts';

/** Two words whose vectors are less alike (a cosine) have nothing to do with each other. Tried on development data. */
const RELATED = 0.25;

/** The numbers of a word's relatives, itself first, and how far each stands for it: 1 for the word itself, less than that for others. */
interface Relatives {
  readonly ids: readonly number[];
  readonly strengths: readonly number[];
}

/** Numbers words as they come up. The numbers depend on the order, nothing that is made of them does. */
export class StoryWords {
  readonly #vectors: WordVectors;
  readonly #ids = new Map<string | number, number>();
  /** Row of each word's vector, by the word's number; −1 without one. */
  readonly #rows: number[] = [];
  readonly #relatives: { readonly ids: number[]; readonly strengths: number[] }[] = [];

  constructor(vectors: WordVectors) {
    this.#vectors = vectors;
  }

  /** The number of a lower-case word; words of one stem have one number. */
  idOf(word: string, stem: string): number {
    const own = this.#vectors.rowOf(word);
    const row = own < 0 ? this.#vectors.rowOf(stem) : own;
    const key = row < 0 ? stem : row;
    const known = this.#ids.get(key);
    return known ?? this.#add(key, row);
  }

  relativesOf(id: number): Relatives {
    return this.#relatives[id] ?? NONE;
  }

  get size(): number {
    return this.#rows.length;
  }

  #add(key: string | number, row: number): number {
    const id = this.#rows.length;
    const own = { ids: [id], strengths: [1] };
    this.#vectors.rowSimilarities(row, this.#rows).forEach((alike, other) => {
      if (alike < RELATED) return;
      // Squared: a near-synonym stands for a word, a word of the same field hardly does.
      own.ids.push(other);
      own.strengths.push(alike * alike);
      this.#relatives[other]?.ids.push(id);
      this.#relatives[other]?.strengths.push(alike * alike);
    });
    this.#ids.set(key, id);
    this.#rows.push(row);
    this.#relatives.push(own);
    return id;
  }
}

const NONE: Relatives = { ids: [], strengths: [] };
