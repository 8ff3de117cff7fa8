/** What the finders of reported speech hand on. */
import type { TokenRange } from '../../text/tokenRanges.ts';
import type { Speaker } from '../types.ts';
import type { CueClass } from './cues.ts';

/** Somebody is reported to say something: the content in one sentence, without cue and marks. */
export interface Attribution {
  readonly sentence: number;
  readonly speaker: Speaker;
  readonly content: TokenRange;
  readonly class: CueClass;
  /** Whether the content is given in the speaker's own words. */
  readonly direct: boolean;
  /** Whether the content is a clause that states something, rather than a name for it or what is wanted. */
  readonly clausal: boolean;
  /** Whether the reporting itself is denied or refused: `did not say`, `declined to say`. */
  readonly negated: boolean;
  /** Index of the cue's clause in its sentence; absent when no verb reports. */
  readonly clause?: number;
}

/** The attribution of somebody's own words. `sentence` is an index into the reading's sentences. */
export function ownWords(sentence: number, speaker: Speaker, content: TokenRange): Attribution {
  return { sentence, speaker, content, class: 'speech', direct: true, clausal: true, negated: false };
}
