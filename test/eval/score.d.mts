import type { Dispute, DisputeKind } from '../../src/engine/analysis.ts';

export interface Span {
  readonly doc: string;
  readonly start: number;
  readonly end: number;
}

export interface Fact {
  readonly id: string;
  readonly title: string;
  readonly kind: DisputeKind;
  readonly positions: readonly { readonly label: string; readonly evidence: readonly Span[] }[];
}

export interface Labels {
  readonly facts: readonly Fact[];
  readonly nuances: readonly Fact[];
  readonly agreements: readonly { readonly id: string; readonly passages: readonly Span[] }[];
}

export type Verdict = 'fact' | 'duplicate' | 'nuance' | 'false alarm' | 'unlisted';

export interface Row extends Pick<Dispute, 'title' | 'kind' | 'status' | 'score'> {
  readonly verdict: Verdict;
  /** What it is the verdict on: a label's id. */
  readonly of?: string;
}

export interface Score {
  /** The most certain first. */
  readonly rows: readonly Row[];
  readonly facts: readonly Fact[];
  readonly found: ReadonlySet<string>;
}

export interface Figures {
  readonly facts: number;
  readonly found: number;
  readonly rows: number;
  readonly sureRows: number;
  readonly falseAlarms: number;
  readonly duplicates: number;
  readonly recall: number | undefined;
  readonly precision: number | undefined;
  readonly surePrecision: number | undefined;
  readonly averagePrecision: number | undefined;
}

/** From this score on a row is `sure`. */
export const SURE: number;
export function scoreDisputes(
  labels: Labels,
  texts: ReadonlyMap<string, string>,
  disputes: readonly Omit<Dispute, 'story'>[],
): Score;
export function figuresOf(scores: readonly Score[]): Figures;
