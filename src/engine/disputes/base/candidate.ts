/**
 * What a finder of disputed facts proposes. The finders (values, names, wordings, states of acts, what is contested) know nothing of each
 * other; find.ts ranks what they propose and keeps one candidate a fact.
 */
import type { DisputeKind, DisputeStatus, Passage } from '../../analysis.ts';

/** One side of a possible dispute, before the story's other findings are known. */
export interface CandidatePosition {
  /** In the sources' own words. */
  readonly label: string;
  readonly evidence: readonly Passage[];
}

/** Named measurements of a candidate, most of them 0..1. */
export type Features = Readonly<Record<string, number>>;

/** A possible disputed fact, as one finder sees it. */
export interface Candidate {
  readonly kind: DisputeKind;
  readonly status: DisputeStatus;
  readonly title: string;
  /** Words that its id is made from. */
  readonly key: readonly string[];
  readonly positions: readonly CandidatePosition[];
  /** 0..1, comparable among all finders. */
  readonly score: number;
  /** What the score was made from, by name: kept so that the weights can be fitted to labelled stories. */
  readonly features?: Features;
  readonly why: readonly string[];
}
