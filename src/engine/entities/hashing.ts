/** Hashes of 32 bits, and tables that are keyed by them: what the names model is made of instead of strings. */

/** FNV-1a over UTF-16 code units, with a last stirring so that all bits count. */
export function hashString(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return stir(h);
}

/** One hash from two. The order matters. */
export function mix(a: number, b: number): number {
  return stir(Math.imul(a, 0x9e3779b1) ^ b);
}

/** The finalizer of MurmurHash3 (Appleby 2011, public domain), one half of it. */
function stir(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** From hashes to small numbers: open addressing in two typed arrays, at most half full. */
export class HashTable {
  readonly #keys: Uint32Array;
  readonly #values: Int32Array;
  readonly #mask: number;

  constructor(keys: Uint32Array, values: ArrayLike<number>) {
    let size = 16;
    while (size < keys.length * 2) size *= 2;
    this.#keys = new Uint32Array(size);
    this.#values = new Int32Array(size).fill(-1);
    this.#mask = size - 1;
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] ?? 0;
      let slot = key & this.#mask;
      while ((this.#values[slot] ?? -1) >= 0) slot = (slot + 1) & this.#mask;
      this.#keys[slot] = key;
      this.#values[slot] = values[i] ?? 0;
    }
  }

  /** The value of a hash, 0 or more; -1 without one. */
  get(key: number): number {
    let slot = key & this.#mask;
    for (;;) {
      const value = this.#values[slot] as number;
      if (value < 0 || this.#keys[slot] === key) return value;
      slot = (slot + 1) & this.#mask;
    }
  }

  get bytes(): number {
    return this.#keys.byteLength + this.#values.byteLength;
  }
}
