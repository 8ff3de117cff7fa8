/**
 * Principal axes of vectors: the directions in which they differ, the strongest first.
 *
 * Method: the covariance matrix, diagonalized by Jacobi's rotations (Golub and Van Loan 1996, 8.4): short, exact enough, and the same on every
 * machine. Cost: words × dimensions² for the matrix, some ten sweeps of dimensions³ for the rotations.
 */
import type { Vectors } from './clusters.ts';

export interface PrincipalAxes {
  readonly mean: Float64Array;
  /** Of length one, at right angles to each other. */
  readonly axes: readonly Float64Array[];
  /** The standard deviation along each axis. */
  readonly spreads: Float64Array;
}

const SWEEPS = 30;
const SMALL = 1e-12;

export function principalAxes({ words, dimensions, data }: Vectors): PrincipalAxes {
  const n = dimensions;
  const mean = new Float64Array(n);
  for (let at = 0; at < data.length; at++) mean[at % n] = (mean[at % n] ?? 0) + (data[at] ?? 0) / words.length;
  const matrix = new Float64Array(n * n);
  for (let row = 0; row < words.length; row++) {
    for (let i = 0; i < n; i++) {
      const x = ((data[row * n + i] ?? 0) - (mean[i] ?? 0)) / words.length;
      for (let j = 0; j < n; j++)
        matrix[i * n + j] = (matrix[i * n + j] ?? 0) + x * ((data[row * n + j] ?? 0) - (mean[j] ?? 0));
    }
  }
  const rotation = diagonalize(matrix, n);
  const order = Array.from({ length: n }, (_, i) => i).sort(
    (a, b) => (matrix[b * n + b] ?? 0) - (matrix[a * n + a] ?? 0),
  );
  return {
    mean,
    axes: order.map(k => Float64Array.from({ length: n }, (_, i) => rotation[i * n + k] ?? 0)),
    spreads: Float64Array.from(order, k => Math.sqrt(Math.max(0, matrix[k * n + k] ?? 0))),
  };
}

/** Turns a symmetric matrix into a diagonal one in place; answers with the rotation, whose columns are the axes. */
function diagonalize(matrix: Float64Array, n: number): Float64Array {
  const rotation = Float64Array.from({ length: n * n }, (_, at) => (at % (n + 1) === 0 ? 1 : 0));
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let left = 0;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        const off = matrix[p * n + q] ?? 0;
        left = Math.max(left, Math.abs(off));
        if (Math.abs(off) > SMALL) rotate(matrix, rotation, n, p, q);
      }
    }
    if (left <= SMALL) break;
  }
  return rotation;
}

/** One rotation, in the plane of two axes, that makes what they share zero. */
function rotate(matrix: Float64Array, rotation: Float64Array, n: number, p: number, q: number): void {
  const at = (i: number, j: number) => matrix[i * n + j] ?? 0;
  const theta = (at(q, q) - at(p, p)) / (2 * at(p, q));
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  turnColumns(matrix, n, p, q, c, s);
  turnColumns(rotation, n, p, q, c, s);
  for (let k = 0; k < n; k++) {
    const x = at(p, k);
    const y = at(q, k);
    matrix[p * n + k] = c * x - s * y;
    matrix[q * n + k] = s * x + c * y;
  }
}

function turnColumns(m: Float64Array, n: number, p: number, q: number, c: number, s: number): void {
  for (let k = 0; k < n; k++) {
    const x = m[k * n + p] ?? 0;
    const y = m[k * n + q] ?? 0;
    m[k * n + p] = c * x - s * y;
    m[k * n + q] = s * x + c * y;
  }
}
