/**
 * Finds the best sequence of tags (Viterbi 1967), from the score of each tag at each token and of each pair of neighbouring tags. Only pairs
 * that may follow each other are tried, a fifth of all. Memory is used again from sentence to sentence. Cost: tokens × allowed pairs.
 */
import { mayFollow, OUTSIDE, TAGS } from './nameTags.ts';

/** Memory to work in, and the result. Each array has room for the tokens × tags of a sentence; `path` for the tokens. */
export interface Lattice {
  /** For each token, the score of each tag. */
  scores: Float32Array;
  /** For each token, the score of the best sequence that ends there in each tag. */
  best: Float32Array;
  /** For each token, the tag before it in that sequence. */
  back: Uint8Array;
  /** The result: the best tag of each token. */
  path: Uint8Array;
}

/** The tags that may stand before each tag. */
const BEFORE: readonly Uint8Array[] = Array.from({ length: TAGS }, (_, after) =>
  Uint8Array.from(Array.from({ length: TAGS }, (_unused, before) => before).filter(before => mayFollow(before, after))),
);

/** Writes the best tags of the first `length` tokens to `path`. */
export function decode(lattice: Lattice, length: number, transition: Float32Array): void {
  const { scores, best, back, path } = lattice;
  for (let i = 0; i < length; i++) {
    const row = i * TAGS;
    for (let tag = 0; tag < TAGS; tag++) {
      const allowed = BEFORE[tag] as Uint8Array;
      let top = Number.NEGATIVE_INFINITY;
      let from = 0;
      if (i === 0) {
        if (mayFollow(OUTSIDE, tag)) top = transition[OUTSIDE * TAGS + tag] as number;
      } else {
        for (let k = 0; k < allowed.length; k++) {
          const before = allowed[k] as number;
          const score = (best[row - TAGS + before] as number) + (transition[before * TAGS + tag] as number);
          if (score > top) {
            top = score;
            from = before;
          }
        }
      }
      best[row + tag] = top + (scores[row + tag] as number);
      back[row + tag] = from;
    }
  }
  if (length === 0) return;
  let tag = OUTSIDE;
  let top = Number.NEGATIVE_INFINITY;
  const last = (length - 1) * TAGS;
  for (let t = 0; t < TAGS; t++) {
    if (!mayFollow(t, OUTSIDE)) continue;
    if ((best[last + t] as number) > top) {
      top = best[last + t] as number;
      tag = t;
    }
  }
  for (let i = length - 1; i >= 0; i--) {
    path[i] = tag;
    tag = back[i * TAGS + tag] as number;
  }
}
