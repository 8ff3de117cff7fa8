/** How a frame and its parts are put together. */
import type { DateValue } from '../../entities/types.ts';
import type { Span } from '../../text/span.ts';
import { type ParsedArticle, type ParsedSentence, valueOfToken } from '../phrase/parse.ts';
import type { Phrase } from '../phrase/phrases.ts';
import type { Counted, EventFrame, Role } from '../types.ts';
import type { Modality } from './modality.ts';
import { roleOf } from './roles.ts';

type Draft<T> = { -readonly [K in keyof T]: T[K] };

interface FrameParts {
  readonly span: Span;
  readonly predicate: string;
  readonly trigger: Span;
  readonly agent: Role | undefined;
  readonly patient: Role | undefined;
  readonly place: Role | undefined;
  readonly time: DateValue | undefined;
  readonly counted: readonly Counted[];
  readonly modality: Modality;
  /** Whether a noun tells the event rather than a verb. */
  readonly nominal: boolean;
}

/** A frame without the parts that are wanting. Built field by field: there is one for every verb, and spreading costs as much as finding it. */
export function frameOf(parts: FrameParts): EventFrame {
  const { span, modality } = parts;
  const frame: Draft<EventFrame> = {
    start: span.start,
    end: span.end,
    predicate: parts.predicate,
    trigger: parts.trigger,
    counted: parts.counted,
    status: modality.status,
    negated: modality.negated,
    conditional: modality.conditional,
    possible: modality.possible,
    tense: modality.tense,
    nominal: parts.nominal,
  };
  if (parts.agent) frame.agent = parts.agent;
  if (parts.patient) frame.patient = parts.patient;
  if (parts.place) frame.place = parts.place;
  if (parts.time) frame.time = parts.time;
  return frame;
}

/** The patient of a noun's event: `a ban on exports`, `the revocation of the visa`. */
export function behindNoun(
  article: ParsedArticle,
  sentence: ParsedSentence,
  at: number,
  stop: number,
): Role | undefined {
  const prep = sentence.phrases[at + 1];
  return prep?.kind === 'prep' && at + 2 < stop + 1 && /^(?:of|on|against|to|for|with|into|over|in)$/.test(prep.lemma)
    ? roleOf(article, sentence, at + 2, stop)
    : undefined;
}

/** The first date in the phrases from `from` up to, but without, `to`. */
export function dateBetween(
  article: ParsedArticle,
  phrases: readonly Phrase[],
  from: number,
  to: number,
): DateValue | undefined {
  for (let k = from; k < to && k < phrases.length; k++) {
    const phrase = phrases[k];
    if (!phrase) break;
    for (let i = phrase.first; i < phrase.end; i++) {
      const value = valueOfToken(article, i);
      if (value?.kind === 'date') return value;
    }
  }
  return undefined;
}
