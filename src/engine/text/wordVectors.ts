/**
 * Word vectors tell which words are used alike: `wounded`, `injured` and `hurt`; `drone` and `unmanned`.
 *
 * This reads `media/words.vectors` into typed arrays. The file holds no strings. It holds 32-bit hashes of lower-case words, the row of each
 * word (words of one stem share a row), and the rows, with four bits for each number. In memory a row has a byte for each number, and the
 * inverse of its length. Reading takes milliseconds. `training/words/vectors.ts` writes the file and says what the vectors are made from.
 */
import { HashTable, hashString } from './hashing.ts';

/** The file holds no word vectors, or those of another version. */
export class VectorsError extends Error {
  override readonly name = 'VectorsError';
}

/** Four bytes that open the file, and the version this code reads. It changes with the layout. */
export const VECTORS_MAGIC = 0x56574343; // "CCWV", little-endian
export const VECTORS_VERSION = 1;
/** Number of bytes before the hashes: magic, version, number of words, of rows and of dimensions. */
export const VECTORS_HEADER = 20;

/** The vectors of common English words. Each word has a row number, under which its vector stands; −1 where it has none. */
export class WordVectors {
  /** Numbers a vector has. */
  readonly dimensions: number;
  readonly #rows: HashTable;
  readonly #numbers: Int8Array;
  readonly #scales: Float32Array;

  constructor(parts: { rows: HashTable; numbers: Int8Array; dimensions: number }) {
    this.dimensions = parts.dimensions;
    this.#rows = parts.rows;
    this.#numbers = parts.numbers;
    this.#scales = new Float32Array(parts.numbers.length / parts.dimensions);
    for (let row = 0; row < this.#scales.length; row++) {
      let squares = 0;
      for (let d = 0; d < this.dimensions; d++) squares += (this.#numbers[row * this.dimensions + d] as number) ** 2;
      this.#scales[row] = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    }
  }

  /** The row of a lower-case word; words of one stem may share it. −1 where the word is unknown. */
  rowOf(word: string): number {
    return this.#rows.get(hashString(word));
  }

  /**
   * How alike two lower-case words are used, −1..1: the cosine of their vectors. 1 for the same word, 0 where one of them is unknown. From 0.4
   * on they are of one topic, from 0.6 on mostly near-synonyms. Opposites such as `alive` and `dead` are used alike as well.
   */
  similarity(a: string, b: string): number {
    return a === b ? 1 : this.rowSimilarity(this.rowOf(a), this.rowOf(b));
  }

  /** The same for two rows. */
  rowSimilarity(a: number, b: number): number {
    if (a < 0 || b < 0) return 0;
    const numbers = this.#numbers;
    const x = a * this.dimensions;
    const y = b * this.dimensions;
    let dot = 0;
    for (let d = 0; d < this.dimensions; d++) dot += (numbers[x + d] as number) * (numbers[y + d] as number);
    // The scales first, or the last bit would depend on which word comes first.
    return dot * ((this.#scales[a] as number) * (this.#scales[b] as number));
  }

  /** The similarity of one row to each of other rows, in their order. One loop here is much faster than a call for each. */
  rowSimilarities(row: number, others: ArrayLike<number>): Float32Array {
    const found = new Float32Array(others.length);
    if (row < 0) return found;
    const numbers = this.#numbers;
    const scales = this.#scales;
    const dimensions = this.dimensions;
    const own = numbers.subarray(row * dimensions, (row + 1) * dimensions);
    const scale = scales[row] as number;
    for (let i = 0; i < others.length; i++) {
      const other = others[i] as number;
      if (other < 0) continue;
      const at = other * dimensions;
      let dot = 0;
      for (let d = 0; d < dimensions; d++) dot += (own[d] as number) * (numbers[at + d] as number);
      found[i] = dot * (scale * (scales[other] as number));
    }
    return found;
  }

  /** Bytes held in typed arrays. */
  get bytes(): number {
    return this.#rows.bytes + this.#numbers.byteLength + this.#scales.byteLength;
  }
}

/** Reads the bytes of `media/words.vectors`. Throws `VectorsError` when they are none of this version. */
export function loadWordVectors(bytes: Uint8Array): WordVectors {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < VECTORS_HEADER || view.getUint32(0, true) !== VECTORS_MAGIC)
    throw new VectorsError('These are no word vectors.');
  const version = view.getUint32(4, true);
  if (version !== VECTORS_VERSION)
    throw new VectorsError(`The word vectors have version ${version}, this engine reads version ${VECTORS_VERSION}.`);
  const words = view.getUint32(8, true);
  const rows = view.getUint32(12, true);
  const dimensions = view.getUint32(16, true);
  const atRows = VECTORS_HEADER + 4 * words;
  const atNumbers = atRows + 2 * words;
  const packed = (rows * dimensions) / 2;
  if (bytes.byteLength !== atNumbers + packed) throw new VectorsError('The word vectors are cut short.');
  const hashes = new Uint32Array(words);
  const rowOfHash = new Uint16Array(words);
  for (let i = 0; i < words; i++) {
    hashes[i] = view.getUint32(VECTORS_HEADER + 4 * i, true);
    rowOfHash[i] = view.getUint16(atRows + 2 * i, true);
  }
  const numbers = new Int8Array(2 * packed);
  for (let i = 0; i < packed; i++) {
    const byte = bytes[atNumbers + i] as number;
    numbers[2 * i] = (byte & 15) - 8;
    numbers[2 * i + 1] = (byte >> 4) - 8;
  }
  return new WordVectors({ rows: new HashTable(hashes, rowOfHash), numbers, dimensions });
}
