import type { Dispute, DisputeKind, Passage } from '../../src/engine/analysis.ts';

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

export interface Row extends Pick<Dispute, 'id' | 'title' | 'kind' | 'status' | 'score' | 'positions'> {
  readonly verdict: Verdict;
  /** What it is the verdict on: a label's id. */
  readonly of?: string;
  readonly finder: string;
  /** The facts that it answers for, whether or not a row before it found them. */
  readonly answers: readonly string[];
}

export interface Score {
  /** The most certain first. */
  readonly rows: readonly Row[];
  readonly facts: readonly Fact[];
  readonly found: ReadonlySet<string>;
}

/** What is scored of a dispute. `finder`: the part of the engine that proposed it, where the engine says. */
export type Scored = Omit<Dispute, 'story'> & { readonly finder?: string };

export function scoreDisputes(labels: Labels, texts: ReadonlyMap<string, string>, disputes: readonly Scored[]): Score;
/** Where evidence stands, by the file's name alone. */
export function spanOf(evidence: Passage): Span;
/** Whether evidence points at a labelled passage of these texts. */
export function pointer(texts: ReadonlyMap<string, string>): (evidence: Span, passage: Span) => boolean;
