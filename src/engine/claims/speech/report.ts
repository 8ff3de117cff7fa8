/** What the finders of reported speech hand on. */
import type { Speaker } from '../types.ts';
import type { CueClass } from './cues.ts';

/** A run of tokens of one sentence, `end` exclusive. */
export interface TokenRange {
  readonly first: number;
  readonly end: number;
}

/** Somebody is reported to say something: the content in one sentence, without cue and marks. */
export interface Report {
  readonly sentence: number;
  readonly speaker: Speaker;
  readonly content: TokenRange;
  readonly class: CueClass;
  /** Whether the content is given in the speaker's own words. */
  readonly direct: boolean;
  /** Whether the content is a clause that states something, rather than a name for it or what is wanted. */
  readonly clausal: boolean;
  /** Whether the report itself is denied or wanting: `did not say`, `declined to say`. */
  readonly negated: boolean;
  /** Index of the cue's clause in its sentence; absent when no verb reports. */
  readonly clause?: number;
}
