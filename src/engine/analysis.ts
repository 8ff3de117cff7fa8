/**
 * What the engine tells about a folder: the one shape that the command line prints as JSON, that crosses the worker's port, and that
 * every provider in the editor reads. Plain data, immutable, deterministic.
 */
import type { Certainty, EventStatus, Voice } from './claims/types.ts';
import type { ArticleInfo, EntityType } from './entities/types.ts';
import type { Span } from './text/span.ts';

/** A span in a named article. `path` is relative to the folder, with `/`. */
export interface Passage extends Span {
  readonly path: string;
}

/** A name, date or quantity where it stands. */
export interface AnalyzedEntity extends Span {
  readonly type: EntityType;
  /** One name for all mentions of one entity in the folder; for a date its ISO value where the text gives one. */
  readonly canonical?: string;
}

/** What is stated where; by whom and how surely. */
export interface AnalyzedClaim extends Span {
  readonly checkworthiness: number;
  /** Why it is worth checking, strongest first. */
  readonly reasons: readonly string[];
  /** Canonical name of whoever is reported to say it; absent when the article itself does. */
  readonly speaker?: string;
  /** The words that name the speaker in the text. */
  readonly speakerWords?: Span;
  readonly voice: Voice;
  readonly status: EventStatus;
  readonly certainty: Certainty;
  readonly negated: boolean;
  /** What it is about, for people: `revoke · US State Department → visa`. */
  readonly about: readonly string[];
}

/** A heading; level 1 is the highest. */
export interface AnalyzedHeading extends Span {
  readonly level: number;
}

/** Whether an article was analysed, or why not. */
export type Reach = 'analysed' | 'empty' | 'language';

/** One article with what was found in it, in order of place. */
export interface AnalyzedDocument extends ArticleInfo {
  readonly path: string;
  readonly reach: Reach;
  readonly words: number;
  readonly entities: readonly AnalyzedEntity[];
  readonly claims: readonly AnalyzedClaim[];
  readonly headings: readonly AnalyzedHeading[];
}

/** Articles that tell of one event. */
export interface Story {
  readonly id: string;
  readonly title: string;
  readonly documents: readonly string[];
}

/** How two passages about the same thing stand to each other. */
export type Relation = 'agrees' | 'differs' | 'contradicts';

/** For a claim, the best passage of another article about the same thing. */
export interface Match {
  readonly a: Passage;
  readonly b: Passage;
  readonly relation: Relation;
  /** 0..1 */
  readonly score: number;
  /** The reasons in plain words, strongest first. */
  readonly why: readonly string[];
}

/** What a dispute is about. */
export type DisputeKind =
  | 'number'
  | 'date'
  | 'place'
  | 'actor'
  | 'wording'
  | 'status'
  | 'denial'
  | 'contested'
  | 'other';
/** Whether the positions exclude each other, merely differ, are a quarrel that the sources report, or follow each other in time. */
export type DisputeStatus = 'conflict' | 'difference' | 'contested' | 'update';

/** One side of a dispute with the passages that hold it. */
export interface Position {
  /** In the sources' own words, the shortest that tell it from the others. */
  readonly label: string;
  /** How many independent sources hold it; articles that copy one another count once. */
  readonly origins: number;
  /** Each within one sentence. */
  readonly evidence: readonly Passage[];
}

/** A disputed fact: what sources give differently, contest or leave open. */
export interface Dispute {
  /** A slug that follows from what the fact is about; unique in the folder. */
  readonly id: string;
  readonly title: string;
  readonly kind: DisputeKind;
  readonly status: DisputeStatus;
  /** 0..1: how likely it is that a careful reader would want to see it. Meant to be calibrated, and not yet so on stories never seen. */
  readonly score: number;
  readonly positions: readonly Position[];
  readonly why: readonly string[];
  /** Id of the story it belongs to. */
  readonly story: string;
}

/** All of it for one folder. */
export interface Analysis {
  readonly version: 1;
  readonly documents: readonly AnalyzedDocument[];
  readonly stories: readonly Story[];
  readonly matches: readonly Match[];
  readonly disputes: readonly Dispute[];
}
