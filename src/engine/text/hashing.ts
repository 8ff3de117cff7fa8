/** Hashes of 32 bits, and tables from hashes to numbers. The model files hold these instead of strings, since they are smaller and faster. */

/** The hash of a text: FNV-1a over its UTF-16 code units, mixed once more at the end so that all bits matter. */
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

/**
 * A table from hashes to small numbers, with open addressing, at most two thirds full. A hash and its value stand side by side, so that a
 * look-up reads one line of the processor's cache instead of two. Look-ups are most of the work of the name tagger.
 */
export class HashTable {
  /** Two numbers per slot: the hash, and its value plus one. A free slot has 0 for the second. */
  readonly #slots: Uint32Array;
  readonly #mask: number;

  constructor(keys: Uint32Array, values: ArrayLike<number>) {
    let size = 16;
    while (size * 2 < keys.length * 3) size *= 2;
    this.#slots = new Uint32Array(size * 2);
    this.#mask = size - 1;
    const slots = this.#slots;
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] ?? 0;
      let slot = key & this.#mask;
      while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & this.#mask;
      slots[2 * slot] = key;
      slots[2 * slot + 1] = (values[i] ?? 0) + 1;
    }
  }

  /** The value of a hash, 0 or more; -1 without one. */
  get(key: number): number {
    const slots = this.#slots;
    const mask = this.#mask;
    let slot = key & mask;
    for (;;) {
      const value = slots[2 * slot + 1] as number;
      if (value === 0) return -1;
      if (slots[2 * slot] === key) return value - 1;
      slot = (slot + 1) & mask;
    }
  }

  get bytes(): number {
    return this.#slots.byteLength;
  }
}
