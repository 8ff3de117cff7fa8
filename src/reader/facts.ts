/** The facts that a model proposes, as far as they stood the checks. */
import type { DisputeKind, DisputeStatus } from '../engine/analysis.ts';
import type { NumberedSentence } from './numbering.ts';

/** Where an answer is given: the sentence that was cited, and the passage in it that the answer names. */
export interface Cited extends NumberedSentence {
  readonly sentence: NumberedSentence;
}

/** One answer to a fact's question. */
export interface CheckedPosition {
  readonly label: string;
  /** In order of place, at least one. */
  readonly passages: readonly Cited[];
  /** Numbers, names and dates of the label that none of its sentences holds. */
  readonly unheld: readonly string[];
}

/** A fact that a model proposes, as far as it stands. */
export interface CheckedFact {
  readonly title: string;
  readonly kind: DisputeKind;
  readonly status: DisputeStatus;
  /** 0..1, the model's own. */
  readonly certainty: number;
  readonly why: string;
  /** At least two. */
  readonly positions: readonly CheckedPosition[];
}

/** Why a proposed row is not among the facts. */
export type DropReason =
  /** It has not the form that was asked for. */
  | 'form'
  /** Fewer than two of its answers cite a sentence that there is. */
  | 'no-passages'
  /** All its sentences are of one article. */
  | 'one-article'
  /** Its answers all say the same. */
  | 'same'
  /** Another row is about the same question; what this one has beyond it was added there. */
  | 'duplicate'
  /** The second pass held that no reviewer would keep it. */
  | 'shrugged'
  /** More rows than anyone would look through. */
  | 'too-many';

export interface Dropped {
  readonly title: string;
  readonly reason: DropReason;
}

export interface Checked {
  readonly facts: readonly CheckedFact[];
  readonly dropped: readonly Dropped[];
  /** Sentence numbers that the answer made up, as it wrote them; those of dropped rows too. */
  readonly madeUp: readonly string[];
}
