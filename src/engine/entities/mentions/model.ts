/**
 * The trained names model: reads `media/names.model` into typed arrays.
 *
 * The file holds no strings. Words, phrases and features are hashes, sorted and stored as differences, which take two bytes instead of four.
 * The weights of a feature take a byte each, and zeros are left out. In memory they stand as full rows, so that scoring is one loop over a
 * row. Reading is copying and adding, and takes milliseconds. `training/names/write.ts` writes the file.
 */

import { HashTable } from '../../text/hashing.ts';
import type { Token } from '../../text/reading.ts';
import { type WordType, wordFeatures, wordTypeOf } from './features.ts';
import type { Knowledge } from './gazetteer.ts';
import { TAGS } from './nameTags.ts';

/** Says that a file is no names model, or one of another version. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
}

/** The first four bytes of every names model, and the version that this code reads. The version changes with the features or the layout. */
export const MAGIC = 0x4d4e4343; // "CCNM", little-endian
export const VERSION = 3;

/** A word with the summed weights of its own features. There is a row of scores for each offset from the tagged token, from −2 to +2. */
export interface ScoredWord {
  readonly type: WordType;
  readonly scores: Int16Array;
}

/** Number of words that are remembered before the memory is emptied. They take five megabytes, and are those of about a hundred articles. */
const REMEMBERED = 12_000;

/** The names model in memory: tables from hashes to clusters, to gazetteer bits and to rows of weights. */
export class NamesModel implements Knowledge {
  readonly transition: Float32Array;
  readonly #clusters: HashTable;
  readonly #phrases: HashTable;
  readonly #features: HashTable;
  readonly #rows: Int8Array;
  readonly #words = new Map<string, ScoredWord>();

  constructor(parts: {
    clusters: HashTable;
    phrases: HashTable;
    features: HashTable;
    rows: Int8Array;
    transition: Float32Array;
  }) {
    this.#clusters = parts.clusters;
    this.#phrases = parts.phrases;
    this.#features = parts.features;
    this.#rows = parts.rows;
    this.transition = parts.transition;
  }

  /** The cluster of a word by its hash, −1 where there is none. */
  cluster(word: number): number {
    return this.#clusters.get(word);
  }

  /** The gazetteer's bits of a phrase by its hash, −1 where there is none. */
  phrase(words: number): number {
    return this.#phrases.get(words);
  }

  /** A token's word with the scores of its features. Words are remembered between articles. */
  word(token: Token): ScoredWord {
    // A token's kind follows from its text, so that the text alone is the key.
    const key = token.text;
    const known = this.#words.get(key);
    if (known) return known;
    const type = wordTypeOf(token, this);
    const scores = new Int16Array(5 * TAGS);
    const features: number[] = [];
    for (let offset = -2; offset <= 2; offset++) {
      features.length = 0;
      wordFeatures(type, offset, features);
      for (const feature of features) this.add(feature, scores, (offset + 2) * TAGS);
    }
    if (this.#words.size >= REMEMBERED) this.#words.clear();
    const word = { type, scores };
    this.#words.set(key, word);
    return word;
  }

  /** Adds a feature's weights to a row of scores that begins at `at`. */
  add(feature: number, scores: Int16Array | Float32Array, at: number): void {
    const row = this.#features.get(feature);
    if (row < 0) return;
    const rows = this.#rows;
    const base = row * TAGS;
    for (let t = 0; t < TAGS; t++) scores[at + t] = (scores[at + t] as number) + (rows[base + t] as number);
  }

  /** Bytes held in typed arrays. */
  get bytes(): number {
    return (
      this.#clusters.bytes +
      this.#phrases.bytes +
      this.#features.bytes +
      this.#rows.byteLength +
      this.transition.byteLength
    );
  }
}

/** Reads a model from its bytes. Throws `ModelError` when they are no model of this version. */
export function loadNamesModel(bytes: Uint8Array): NamesModel {
  const reader = new Reader(bytes);
  if (bytes.byteLength < 8 || reader.u32() !== MAGIC) throw new ModelError('This is no names model.');
  const version = reader.u32();
  if (version !== VERSION)
    throw new ModelError(`The names model has version ${version}, this engine reads version ${VERSION}.`);
  if (reader.u32() !== TAGS) throw new ModelError('The names model was made for other tags.');
  const clusterWords = reader.hashes();
  const clusters = new HashTable(clusterWords, reader.u16s(clusterWords.length));
  const phraseHashes = reader.hashes();
  const phrases = new HashTable(phraseHashes, reader.u16s(phraseHashes.length));
  const featureHashes = reader.hashes();
  const features = new HashTable(
    featureHashes,
    featureHashes.map((_, row) => row),
  );
  const rows = reader.rows(featureHashes.length);
  const transition = reader.floats(TAGS * TAGS);
  return new NamesModel({ clusters, phrases, features, rows, transition });
}

class Reader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  u32(): number {
    this.#want(4);
    this.#at += 4;
    return this.#view.getUint32(this.#at - 4, true);
  }

  /** Sorted hashes: their count, then differences, seven bits a byte. */
  hashes(): Uint32Array {
    const hashes = new Uint32Array(this.u32());
    let hash = 0;
    for (let i = 0; i < hashes.length; i++) {
      let shift = 1;
      for (;;) {
        this.#want(1);
        const byte = this.#bytes[this.#at++] as number;
        hash += (byte & 127) * shift;
        if (byte < 128) break;
        shift *= 128;
      }
      hashes[i] = hash;
    }
    return hashes;
  }

  /** Numbers of 16 bits: first all low bytes, then all high bytes, since they compress better so. */
  u16s(count: number): Uint16Array {
    const low = this.#take(count);
    const high = this.#take(count);
    return Uint16Array.from(low, (byte, i) => byte | ((high[i] as number) << 8));
  }

  /** Rows of weights: first the number of weights in each row, then their tags, then the weights. */
  rows(count: number): Int8Array {
    const rows = new Int8Array(count * TAGS);
    const counts = this.#take(count);
    let total = 0;
    for (const n of counts) total += n;
    const tags = this.#take(total);
    const weights = this.#take(total);
    let at = 0;
    for (let row = 0; row < count; row++)
      for (let k = counts[row] as number; k > 0; k--, at++)
        rows[row * TAGS + (tags[at] as number)] = weights[at] as number;
    return rows;
  }

  floats(count: number): Float32Array {
    this.#want(4 * count);
    const floats = new Float32Array(count);
    for (let i = 0; i < count; i++) floats[i] = this.#view.getFloat32(this.#at + 4 * i, true);
    this.#at += 4 * count;
    return floats;
  }

  #take(count: number): Uint8Array {
    this.#want(count);
    this.#at += count;
    return this.#bytes.subarray(this.#at - count, this.#at);
  }

  #want(count: number): void {
    if (this.#at + count > this.#bytes.length) throw new ModelError('The names model is cut short.');
  }
}
