/** From documents to examples: the features of every token, as small numbers instead of hashes. */
import {
  contextFeatures,
  documentWords,
  MOST_FEATURES,
  type WordType,
  wordFeatures,
  wordTypeOf,
} from '../../engine/entities/mentions/features.ts';
import type { Knowledge } from '../../engine/entities/mentions/gazetteer.ts';
import type { Token } from '../../engine/text/reading.ts';
import type { TrainingDocument } from './data.ts';
import type { Example } from './perceptron.ts';

/** Gives hashes small numbers, and counts how often each came. Open addressing, grown by doubling. */
export class Interner {
  #keys = new Uint32Array(1 << 20);
  #ids = new Int32Array(1 << 20).fill(-1);
  readonly #hashes: number[] = [];
  readonly counts: number[] = [];

  /** The number of a feature by its hash, a new one where it has none; counts it. */
  id(hash: number): number {
    const mask = this.#keys.length - 1;
    let slot = hash & mask;
    for (;;) {
      const id = this.#ids[slot] as number;
      if (id < 0) break;
      if (this.#keys[slot] === hash) {
        this.counts[id] = (this.counts[id] as number) + 1;
        return id;
      }
      slot = (slot + 1) & mask;
    }
    const id = this.#hashes.length;
    this.#hashes.push(hash);
    this.counts.push(1);
    this.#keys[slot] = hash;
    this.#ids[slot] = id;
    if (this.#hashes.length * 2 > this.#keys.length) this.#grow();
    return id;
  }

  get size(): number {
    return this.#hashes.length;
  }

  /** The hash of a feature by its number, 0 where there is none. */
  hashOf(id: number): number {
    return this.#hashes[id] ?? 0;
  }

  #grow(): void {
    this.#keys = new Uint32Array(this.#keys.length * 2);
    this.#ids = new Int32Array(this.#keys.length).fill(-1);
    const mask = this.#keys.length - 1;
    this.#hashes.forEach((hash, id) => {
      let slot = hash & mask;
      while ((this.#ids[slot] as number) >= 0) slot = (slot + 1) & mask;
      this.#keys[slot] = hash;
      this.#ids[slot] = id;
    });
  }
}

/** The feature hashes of each token of a document. */
export function hashesOf(
  document: TrainingDocument,
  knowledge: Knowledge,
  types: Map<string, WordType>,
): Uint32Array[] {
  const { reading } = document;
  const wordOf = (token: Token): WordType => {
    const key = `${token.kind}${token.text}`;
    const known = types.get(key);
    if (known) return known;
    const type = wordTypeOf(token, knowledge);
    types.set(key, type);
    return type;
  };
  const seen = documentWords(reading, knowledge, wordOf);
  const hashes: Uint32Array[] = reading.tokens.map(() => new Uint32Array(0));
  const scratch = new Uint32Array(MOST_FEATURES);
  for (const [s, sentence] of reading.sentences.entries()) {
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      const list: number[] = [];
      for (let offset = -2; offset <= 2; offset++) {
        const j = i + offset;
        const word = j >= sentence.firstToken && j < sentence.endToken ? seen.words[j] : undefined;
        if (word) wordFeatures(word, offset, list);
      }
      const n = contextFeatures(seen, i, sentence.firstToken, sentence.endToken, s, scratch);
      for (let f = 0; f < n; f++) list.push(scratch[f] as number);
      hashes[i] = Uint32Array.from(list);
    }
  }
  return hashes;
}

/** Examples of some documents, one a sentence. */
export function examplesOf(
  documents: readonly TrainingDocument[],
  knowledge: Knowledge,
  types: Map<string, WordType>,
  interner: Interner,
  weightOf: (corpus: string) => number,
): Example[] {
  const examples: Example[] = [];
  for (const document of documents) {
    const hashes = hashesOf(document, knowledge, types);
    for (const sentence of document.reading.sentences) {
      const features = hashes
        .slice(sentence.firstToken, sentence.endToken)
        .map(list => Int32Array.from(list, hash => interner.id(hash)));
      examples.push({
        features,
        tags: document.tags.slice(sentence.firstToken, sentence.endToken),
        weight: weightOf(document.corpus),
      });
    }
  }
  return examples;
}

/** Leaves out features that came fewer than `least` times; returns how many are left. */
export function prune(
  examples: readonly Example[],
  interner: Interner,
  least: number,
): { examples: Example[]; hashes: number[] } {
  const renumbered = new Int32Array(interner.size).fill(-1);
  const hashes: number[] = [];
  for (let id = 0; id < interner.size; id++)
    if ((interner.counts[id] ?? 0) >= least) {
      renumbered[id] = hashes.length;
      hashes.push(interner.hashOf(id));
    }
  return {
    hashes,
    examples: examples.map(example => ({
      ...example,
      features: example.features.map(ids => ids.map(id => renumbered[id] as number).filter(id => id >= 0)),
    })),
  };
}
