/**
 * The averaged structured perceptron (Collins 2002): decode with Viterbi, move the weights towards the right tags and away from the wrong
 * ones, and keep the mean of all weights there ever were.
 *
 * Decoding during training charges a wrong tag a small cost (as a large-margin learner does), more for a name that is missed, so that the
 * model does not settle for silence. Cost: tokens × features × tags a round.
 */

import { OUTSIDE, TAGS } from '../../engine/entities/mentions/nameTags.ts';
import { decode, type Lattice } from '../../engine/entities/mentions/viterbi.ts';
import { SeededRandom } from '../random.ts';

/** One sentence: for each token the ids of its features, and its gold tag. */
export interface Example {
  readonly features: readonly Int32Array[];
  readonly tags: Uint8Array;
  /** How often it is seen in a round. */
  readonly weight: number;
}

export interface Weights {
  /** Features × tags. */
  readonly emission: Float32Array;
  /** Tags × tags: from, to; `OUTSIDE` also stands for the sentence's edges. */
  readonly transition: Float32Array;
}

export interface TrainingOptions {
  readonly rounds: number;
  readonly seed: number;
  /** What a wrong tag costs while decoding. */
  readonly margin: number;
  /** What is added for a name that is missed. */
  readonly missed: number;
}

/** Trains over `count` features. */
export function train(
  examples: readonly Example[],
  count: number,
  options: TrainingOptions,
  report: (round: number, wrong: number) => void,
): Weights {
  const emission = new Float32Array(count * TAGS);
  const emissionSum = new Float64Array(count * TAGS);
  const transition = new Float32Array(TAGS * TAGS);
  const transitionSum = new Float64Array(TAGS * TAGS);
  const random = new SeededRandom(options.seed);
  const order = Array.from(examples.keys());
  const lattice: Lattice = {
    scores: new Float32Array(0),
    path: new Uint8Array(0),
    best: new Float32Array(0),
    back: new Uint8Array(0),
  };
  let step = 1;
  for (let round = 0; round < options.rounds; round++) {
    random.shuffle(order);
    let wrong = 0;
    for (const index of order) {
      const example = examples[index];
      if (!example) continue;
      for (let times = 0; times < example.weight; times++) {
        wrong += learn(example);
        step++;
      }
    }
    report(round, wrong);
  }
  for (let i = 0; i < emission.length; i++) emission[i] = (emission[i] ?? 0) - (emissionSum[i] ?? 0) / step;
  for (let i = 0; i < transition.length; i++) transition[i] = (transition[i] ?? 0) - (transitionSum[i] ?? 0) / step;
  return { emission, transition };

  function learn(example: Example): number {
    const { features, tags } = example;
    const length = tags.length;
    if (lattice.scores.length < length * TAGS) grow(lattice, length);
    const { scores, path } = lattice;
    scores.fill(0, 0, length * TAGS);
    for (let i = 0; i < length; i++) {
      const row = i * TAGS;
      const ids = features[i] as Int32Array;
      for (let f = 0; f < ids.length; f++) {
        const base = (ids[f] as number) * TAGS;
        for (let t = 0; t < TAGS; t++) scores[row + t] = (scores[row + t] as number) + (emission[base + t] as number);
      }
      const gold = tags[i] as number;
      for (let t = 0; t < TAGS; t++) if (t !== gold) scores[row + t] = (scores[row + t] as number) + options.margin;
      if (gold !== OUTSIDE) scores[row] = (scores[row] as number) + options.missed;
    }
    decode(lattice, length, transition);
    let wrong = 0;
    for (let i = 0; i < length; i++) if (path[i] !== tags[i]) wrong++;
    if (wrong === 0) return 0;
    for (let i = 0; i < length; i++) {
      const gold = tags[i] as number;
      const guess = path[i] as number;
      if (gold !== guess) {
        const ids = features[i] as Int32Array;
        for (let f = 0; f < ids.length; f++) {
          const base = (ids[f] as number) * TAGS;
          move(emission, emissionSum, base + gold, 1);
          move(emission, emissionSum, base + guess, -1);
        }
      }
      const goldBefore = i > 0 ? (tags[i - 1] as number) : OUTSIDE;
      const guessBefore = i > 0 ? (path[i - 1] as number) : OUTSIDE;
      if (gold !== guess || goldBefore !== guessBefore) {
        move(transition, transitionSum, goldBefore * TAGS + gold, 1);
        move(transition, transitionSum, guessBefore * TAGS + guess, -1);
      }
    }
    return wrong;
  }

  /** The sum holds steps × change, so that the mean falls out at the end. */
  function move(weights: Float32Array, sums: Float64Array, at: number, by: number): void {
    weights[at] = (weights[at] as number) + by;
    sums[at] = (sums[at] as number) + step * by;
  }
}

function grow(lattice: Lattice, length: number): void {
  lattice.scores = new Float32Array(length * TAGS);
  lattice.best = new Float32Array(length * TAGS);
  lattice.back = new Uint8Array(length * TAGS);
  lattice.path = new Uint8Array(length);
}
