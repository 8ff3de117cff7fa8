/**
 * The trained names model: what `media/names.model` holds, read into typed arrays.
 *
 * The file keeps no strings: words, phrases and features are hashes, sorted and stored as differences (two bytes each instead of four). A
 * feature's weights are a byte each, only those that are not zero; in memory they stand as full rows, so that scoring is one loop over a row. Reading it takes
 * milliseconds: it is copying and adding up. `training/names/write.ts` writes what is read here.
 */

import { HashTable } from '../../text/hashing.ts';
import type { Token } from '../../text/reading.ts';
import { type WordType, wordFeatures, wordTypeOf } from './features.ts';
import type { Knowledge } from './gazetteer.ts';
import { TAGS } from './nameTags.ts';

/** The file is no names model, or one of another version. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
}

/** Four bytes that open every names model, and the version this code reads. It changes whenever features or layout do. */
export const MAGIC = 0x4d4e4343; // "CCNM", little-endian
export const VERSION = 3;

/** A word with the summed weights of its own features, for each of the five places around it: offset −2 in the first row, +2 in the last. */
export interface ScoredWord {
  readonly type: WordType;
  readonly scores: Int16Array;
}

/** How many words are remembered before the memory is emptied: five megabytes, the words of some hundred articles. */
const REMEMBERED = 12_000;

/** The names model, unpacked: tables from hashes to clusters, gazetteer bits and rows of weights. */
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

  /** A token's word type and what its own features score; remembered between articles. */
  word(token: Token): ScoredWord {
    // A token's kind follows from its text, so that the text alone will do.
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

/** Reads a model's bytes. Throws `ModelError` when they are none of this version. */
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

  /** Numbers of 16 bits: all low bytes, then all high ones, which pack better apart. */
  u16s(count: number): Uint16Array {
    const low = this.#take(count);
    const high = this.#take(count);
    return Uint16Array.from(low, (byte, i) => byte | ((high[i] as number) << 8));
  }

  /** Rows of weights: how many each has, then their tags, then the weights. */
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
