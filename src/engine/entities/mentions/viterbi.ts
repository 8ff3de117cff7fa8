/**
 * The best sequence of tags (Viterbi 1967) over what each token scores and what follows what. Only the moves that tags allow are tried,
 * a fifth of all; scratch space is kept between sentences. Cost: tokens × allowed moves.
 */
import { mayFollow, OUTSIDE, TAGS } from './nameTags.ts';

/** Scratch space, and where the outcome stands. All arrays hold at least the sentence's length × tags (`path`: the length). */
export interface Lattice {
  /** Token by token, tag by tag: what each scores. */
  scores: Float32Array;
  best: Float32Array;
  back: Uint8Array;
  path: Uint8Array;
}

/** The tags that may stand before each tag. */
const BEFORE: readonly Uint8Array[] = Array.from({ length: TAGS }, (_, after) =>
  Uint8Array.from(Array.from({ length: TAGS }, (_unused, before) => before).filter(before => mayFollow(before, after))),
);

/** Fills `path` with the best tags of the first `length` tokens. */
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
