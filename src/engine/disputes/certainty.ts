import type { Features } from './candidate.ts';

/** How much each measurement speaks for a candidate, in log-odds; fitted to labelled stories, see `test/eval`. */
type Weights = Readonly<Record<string, number>>;

const WEIGHTS: Readonly<Record<string, Weights>> = {
  number: {
    bias: -1.41,
    age: 0.52,
    apart: 0.17,
    context: 0.24,
    documents: 0.68,
    head: 0.69,
    known: -0.24,
    lead: 0.43,
    likeness: 0.22,
    money: 0.22,
    more: 0.11,
    nouns: 0.13,
    owned: 0.52,
    ratio: -0.76,
    scope: -0.24,
    small: -0.16,
  },
  status: { bias: -2, sentences: 3, documents: 0.2, leads: 0.5 },
  date: { bias: -2.6, likeness: 2, apart: 0.5, time: 1 },
};

/** The odds that a candidate of one kind is a fact that a careful reader would want to see, 0..1. */
export function certainty(kind: string, features: Features): number {
  const weights = WEIGHTS[kind] ?? {};
  const sum = Object.entries(features).reduce(
    (total, [name, value]) => total + (weights[name] ?? 0) * value,
    weights.bias ?? 0,
  );
  return 1 / (1 + Math.exp(-sum));
}
