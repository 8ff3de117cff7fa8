/**
 * Sparse vectors of unit length: what sentences and articles are compared as.
 */

/** Feature numbers ascending, with their weights. */
export interface SparseVector {
  readonly ids: Int32Array;
  readonly weights: Float32Array;
}

/** Numbers features as they come up; two vectors can be compared when one vocabulary made them. */
export class Vocabulary {
  readonly #ids = new Map<string, number>();

  /** A vector of length 1 (0 when empty) from feature weights. */
  vector(weights: ReadonlyMap<string, number>): SparseVector {
    const entries = [...weights]
      .map(([feature, weight]) => [this.#idOf(feature), weight] as const)
      .sort((a, b) => a[0] - b[0]);
    const length = Math.sqrt(entries.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
    return { ids: Int32Array.from(entries, e => e[0]), weights: Float32Array.from(entries, e => e[1] / length) };
  }

  get size(): number {
    return this.#ids.size;
  }

  #idOf(feature: string): number {
    const known = this.#ids.get(feature);
    if (known !== undefined) return known;
    this.#ids.set(feature, this.#ids.size);
    return this.#ids.size - 1;
  }
}

/** The cosine of two vectors of length 1. */
export function cosine(a: SparseVector, b: SparseVector): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.ids.length && j < b.ids.length; ) {
    const x = a.ids[i] ?? 0;
    const y = b.ids[j] ?? 0;
    if (x === y) sum += (a.weights[i++] ?? 0) * (b.weights[j++] ?? 0);
    else if (x < y) i++;
    else j++;
  }
  return sum;
}
