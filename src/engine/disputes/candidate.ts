import type { DisputeKind, DisputeStatus, Passage } from '../analysis.ts';

/** One side of a possible dispute, before the story's other findings are known. */
export interface CandidatePosition {
  /** In the sources' own words. */
  readonly label: string;
  readonly evidence: readonly Passage[];
}

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
  readonly why: readonly string[];
}
