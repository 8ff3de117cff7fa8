import type { DateValue, QuantityValue } from '../entities/types.ts';
import type { Span } from '../text/span.ts';

/** How far along the event of a claim is. */
export type EventStatus = 'planned' | 'announced' | 'ongoing' | 'done' | 'failed';
/** How surely a claim is put forward. */
export type Certainty = 'asserted' | 'reported' | 'alleged' | 'denied' | 'possible';

/** Whoever is reported to say something. */
export interface Speaker {
  /** The words that name the speaker in the text: `he`, `the ministry`, `Petro`. */
  readonly words: Span;
  /** Index into the article's mentions, when the words are, or lead back to, a name. */
  readonly mention?: number;
  /** What to call the speaker when there is no mention: `officials`, `a witness`. */
  readonly text: string;
}

/** In whose voice a claim is made. */
export type Voice = 'article' | 'direct' | 'indirect' | 'denial';

/** Somebody or something that takes part in an event. */
export interface Role extends Span {
  /** The head word's lemma: `visa` in `the visa of the Colombian president`. */
  readonly head: string;
  /** Indices into the article's mentions that stand within the span, or that a pronoun in it leads back to. */
  readonly mentions: readonly number[];
}

/** So many of something: `15 others were hurt`. */
export interface Counted extends Span {
  readonly value: QuantityValue;
  /** Lemma of what is counted: `person` for people, men, others, victims. */
  readonly noun: string;
  /** Words that narrow the scope: `other`, `child`, `among`, `total`, `province`. */
  readonly scope: readonly string[];
}

/** Something that happens, with who takes part: `the US will revoke Petro's visa`. */
export interface EventFrame extends Span {
  /** What happens: a lexicon's concept (`kill`, `injure`, `revoke`) or else the verb's lemma. */
  readonly predicate: string;
  /** The word or words that say so. */
  readonly trigger: Span;
  readonly agent?: Role;
  readonly patient?: Role;
  readonly place?: Role;
  readonly time?: DateValue;
  readonly counted: readonly Counted[];
  readonly status: EventStatus;
  readonly negated: boolean;
  readonly conditional: boolean;
  readonly possible: boolean;
  readonly tense: 'past' | 'present' | 'future';
  /** Named by a noun (`the revocation`) rather than stated by a verb: it takes the event for granted more than it says how far it is. */
  readonly nominal: boolean;
}

/** One checkable statement. When somebody is reported to say it, the span is what is said, without the cue. */
export interface Claim extends Span {
  /** Index into the reading's sentences. */
  readonly sentence: number;
  /** 0..1, with the reasons in plain words, strongest first. */
  readonly checkworthiness: number;
  readonly reasons: readonly string[];
  readonly speaker?: Speaker;
  readonly voice: Voice;
  readonly status: EventStatus;
  readonly certainty: Certainty;
  readonly negated: boolean;
  readonly events: readonly EventFrame[];
}

/** Direct speech: one utterance, however many marks, sentences and `he said` it is broken by. */
export interface Quotation {
  /** The pieces of what was said, without quotation marks and without the cue, in order. */
  readonly pieces: readonly Span[];
  readonly speaker?: Speaker;
  /** False where the text dropped its quotation marks. */
  readonly marked: boolean;
}

/** A date with what it is the date of: `the April 5 ruling`. */
export interface Dated {
  readonly value: DateValue;
  /** A lexicon's concept, or else the noun's or verb's lemma. */
  readonly event: string;
  /** Lemmas of the content words that go with it, and the article's mentions among them. */
  readonly words: readonly string[];
  readonly mentions: readonly number[];
  /** Where a noun names it, that noun with the words right before it: `nuclear deal`. */
  readonly noun?: string;
  /** Whether it may be the only one of its kind: neither `another`, `the second`, nor a plural. */
  readonly single: boolean;
}

/** What one article states. */
export interface ArticleClaims {
  readonly claims: readonly Claim[];
  readonly quotations: readonly Quotation[];
  /** Dates with what they are the dates of, in order of place. */
  readonly dated: readonly Dated[];
}
