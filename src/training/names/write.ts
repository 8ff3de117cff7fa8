/** Writes the model file that `engine/entities/model.ts` reads. */
import { MAGIC, VERSION } from '../../engine/entities/mentions/model.ts';
import { TAGS } from '../../engine/entities/mentions/nameTags.ts';
import type { Weights } from './perceptron.ts';

export interface ModelParts {
  readonly clusterWords: readonly { readonly hash: number; readonly id: number }[];
  readonly phrases: { readonly hashes: Uint32Array; readonly bits: Uint16Array };
  /** Hash of each feature, in the order of the weights' rows. */
  readonly features: readonly number[];
  readonly weights: Weights;
  /** How many features are kept: those whose weights are largest. */
  readonly keep: number;
}

/** The largest weight becomes 127; what lies above it is cut, what is below half a step is dropped. */
const LARGEST_SHARE = 0.9995;

/** The model as bytes. */
export function writeModel(parts: ModelParts): Uint8Array {
  const out = new Writer();
  out.u32(MAGIC);
  out.u32(VERSION);
  out.u32(TAGS);
  const clusters = [...new Map(parts.clusterWords.map(word => [word.hash, word.id]))].sort(([a], [b]) => a - b);
  out.hashes(clusters.map(([hash]) => hash));
  out.u16s(clusters.map(([, id]) => id));
  out.hashes([...parts.phrases.hashes]);
  out.u16s([...parts.phrases.bits]);
  const { emission, transition } = parts.weights;
  const scale = 127 / quantile(emission, LARGEST_SHARE);
  const strongest = parts.features
    .map((hash, row) => ({ hash, row, norm: normOf(emission, row) }))
    .sort((a, b) => b.norm - a.norm || a.hash - b.hash)
    .slice(0, parts.keep)
    .sort((a, b) => a.hash - b.hash);
  out.hashes(strongest.map(feature => feature.hash));
  const counts: number[] = [];
  const tags: number[] = [];
  const weights: number[] = [];
  for (const { row } of strongest) {
    let count = 0;
    for (let t = 0; t < TAGS; t++) {
      const weight = Math.max(-127, Math.min(127, Math.round((emission[row * TAGS + t] ?? 0) * scale)));
      if (weight === 0) continue;
      tags.push(t);
      weights.push(weight & 255);
      count++;
    }
    counts.push(count);
  }
  out.bytes(counts);
  out.bytes(tags);
  out.bytes(weights);
  out.floats(Float32Array.from(transition, weight => weight * scale));
  return out.done();
}

/** How much a feature can move a decision: the sum of its weights, squared. */
function normOf(emission: Float32Array, row: number): number {
  let norm = 0;
  for (let t = 0; t < TAGS; t++) norm += (emission[row * TAGS + t] ?? 0) ** 2;
  return norm;
}

function quantile(weights: Float32Array, share: number): number {
  const sizes = weights
    .filter(weight => weight !== 0)
    .map(Math.abs)
    .sort();
  return sizes[Math.floor(sizes.length * share)] ?? 1;
}

class Writer {
  readonly #chunks: Uint8Array[] = [];

  u32(value: number): void {
    const chunk = new Uint8Array(4);
    new DataView(chunk.buffer).setUint32(0, value, true);
    this.#chunks.push(chunk);
  }

  bytes(values: readonly number[]): void {
    this.#chunks.push(Uint8Array.from(values));
  }

  u16s(values: readonly number[]): void {
    this.bytes(values.map(value => value & 255));
    this.bytes(values.map(value => value >> 8));
  }

  /** Ascending hashes as differences, seven bits a byte. */
  hashes(sorted: readonly number[]): void {
    this.u32(sorted.length);
    const bytes: number[] = [];
    let last = 0;
    for (const hash of sorted) {
      let rest = hash - last;
      last = hash;
      while (rest >= 128) {
        bytes.push((rest % 128) | 128);
        rest = Math.floor(rest / 128);
      }
      bytes.push(rest);
    }
    this.bytes(bytes);
  }

  floats(values: Float32Array): void {
    const chunk = new Uint8Array(4 * values.length);
    const view = new DataView(chunk.buffer);
    values.forEach((value, i) => {
      view.setFloat32(4 * i, value, true);
    });
    this.#chunks.push(chunk);
  }

  done(): Uint8Array {
    const whole = new Uint8Array(this.#chunks.reduce((sum, chunk) => sum + chunk.length, 0));
    let at = 0;
    for (const chunk of this.#chunks) {
      whole.set(chunk, at);
      at += chunk.length;
    }
    return whole;
  }
}
