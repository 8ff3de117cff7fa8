/**
 * How certain a candidate is: the odds that a careful reader would want to see it.
 *
 * Method: a logistic model each for numbers, dates and states of acts; its few weights stand below and can be read. The other finders (names,
 * wordings, what is contested) set their scores by hand on the same scale. Cost: linear in the measurements.
 */
import type { Features } from './candidate.ts';

/** How much each measurement speaks for a candidate, in log-odds: logistic regressions on labelled stories, one left out at a time, rounded by hand. The stories are few; see `test/eval`. */
type Weights = Readonly<Record<string, number>>;

const WEIGHTS: Readonly<Record<string, Weights>> = {
  number: {
    bias: 0.15,
    age: -0.6,
    named: 1.5,
    both: -0.6,
    context: 0.5,
    documents: 0.3,
    head: 0.2,
    likeness: 0.4,
    money: -0.3,
    ratio: -0.9,
    small: -1,
    slip: 1,
    apart: -0.4,
  },
  toll: { bias: -0.3, apart: 0.3, leads: 0.6, both: -2, support: 0.4, small: -0.7, ratio: -0.5, more: -0.2 },
  time: {
    bias: -1.3,
    close: 0.6,
    distant: -1,
    likeness: 1.5,
    event: 0.8,
    context: 0.8,
    known: -0.6,
    more: -0.5,
    both: -1.5,
    said: -1.5,
  },
  date: { bias: -2.2, words: 0.6, shared: 1.2, near: 0.9, far: -2, nouns: 1.2, names: 0.3, several: -1.2, more: -0.6 },
  // Whether a statement asserts what a doubt takes back, and whether the two are a quarrel (answers.ts, contested.ts).
  answer: {
    bias: -4.1,
    cover: 2.1,
    core: 0.86,
    likeness: 4.5,
    likenessOfParty: -9,
    otherParty: 0.38,
    lead: 0.63,
    quarrel: 0.76,
  },
  contested: { bias: -0.8, answer: 0.56, explicit: 0.2, alike: 0.75 },
  status: {
    bias: -4.2,
    sentences: 3.4,
    documents: 0.4,
    mentions: 0.5,
    leads: 0.6,
    doneAndPlanned: 0.6,
    open: -2,
    decision: 2.4,
    others: -1.2,
  },
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

/** From which score on a dispute is shown, in three steps. `npm run measure` prints by score how many such rows are right on labelled stories. */
export const CUTS = { sure: 0.6, balanced: 0.35, all: 0 } as const;
