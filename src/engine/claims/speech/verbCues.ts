/**
 * Verbs that report, with their content outside quotation marks: `said that`, `urged X to`, `condemned Y`, `…, X said`, `was branded Z by X`.
 *
 * Each cue lists the forms it takes; the forms are tried from the most to the least telling against the row of phrases after the verb.
 */

import type { TokenRange } from '../../text/tokenRanges.ts';
import type { Clause } from '../phrase/clauses.ts';
import type { ParsedSentence } from '../phrase/parse.ts';
import type { Phrase } from '../phrase/phrases.ts';
import type { Speaker } from '../types.ts';
import type { Attribution } from './attribution.ts';
import { type ContentShape, contentEnd } from './content.ts';
import { type Cue, VERB_CUES } from './cues.ts';

/** Finds out who a noun phrase, or a `part` of it, stands for; `any` lets in what is no known speaker. */
export type Resolve = (sentence: ParsedSentence, at: number, any: boolean, part?: Phrase) => Speaker | undefined;

const NEVER_SUBJECT = /^(?:you|there|what|this|that|which|nothing)$/;
/** Verbs that may stand before their subject. */
const INVERTIBLE: ReadonlySet<string> = new Set(
  'say add write explain note ask declare reply recall tweet warn argue claim insist tell conclude observe continue announce report quip joke ask admit acknowledge'.split(
    ' ',
  ),
);

/** Reports that the sentence's own verbs make, in order. `quoted` tells whether a token stands within quotation marks. */
export function verbAttributions(
  sentence: ParsedSentence,
  quoted: (token: number) => boolean,
  resolve: Resolve,
): readonly Attribution[] {
  const attributions: Attribution[] = [];
  sentence.clauses.forEach((clause, index) => {
    const verb = sentence.phrases[clause.verb];
    const cue = verb && VERB_CUES.get(verb.lemma);
    if (!verb || !cue || quoted(verb.head)) return;
    const found =
      verb.group?.passive && verb.group.form !== 'infinitive'
        ? passive(sentence, clause, cue, resolve)
        : active(sentence, clause, verb, cue, resolve);
    for (const { speaker, content, shape } of found) {
      if (content.end - content.first < 1) continue;
      attributions.push({
        sentence: sentence.index,
        speaker,
        content,
        class: cue.class,
        direct: false,
        clausal: shape === 'clause',
        negated: verb.group?.negated ?? false,
        clause: index,
      });
    }
  });
  return attributions;
}

interface Found {
  readonly speaker: Speaker;
  readonly content: TokenRange;
  readonly shape: ContentShape;
}

function active(sentence: ParsedSentence, clause: Clause, verb: Phrase, cue: Cue, resolve: Resolve): readonly Found[] {
  const { phrases } = sentence;
  const inverted = inversion(sentence, clause, cue, resolve);
  if (inverted) return inverted;
  if (clause.subject === undefined || NEVER_SUBJECT.test(phrases[clause.subject]?.lemma ?? '')) return [];
  const start = contentStart(sentence, clause, cue);
  if (start) {
    const speaker = resolve(sentence, clause.subject, true);
    if (!speaker) return [];
    const end = contentEnd(sentence, start.at, start.shape, verb);
    return [{ speaker, content: { first: phrases[start.at]?.first ?? 0, end }, shape: start.shape }];
  }
  if (!cue.takes.has('that') && !cue.takes.has('quote')) return [];
  const speaker = resolve(sentence, clause.subject, cue.takes.has('quote'));
  if (!speaker) return [];
  return postposed(sentence, clause.subject, clause.verb, cue.takes.has('addressed')).map(content => ({
    speaker,
    content,
    shape: 'clause' as const,
  }));
}

/** Where the content begins after the verb, and by which form. */
function contentStart(
  sentence: ParsedSentence,
  clause: Clause,
  cue: Cue,
): { readonly at: number; readonly shape: ContentShape } | undefined {
  const { phrases } = sentence;
  const { takes } = cue;
  let k = clause.verb + 1;
  while (
    phrases[k]?.kind === 'adv' ||
    phrases[k]?.kind === 'time' ||
    (phrases[k]?.kind === 'prep' && phrases[k + 1]?.kind === 'time')
  )
    k++;
  const next = phrases[k];
  if (!next) return undefined;
  if (takes.has('that')) {
    const at = clauseStart(sentence, k, takes.has('addressed'));
    if (at !== undefined) return { at, shape: 'clause' };
  }
  if (
    takes.has('wh') &&
    (next.kind === 'wh' || (next.kind === 'sub' && /^(?:how|why|whether|if|where|when)$/.test(next.lemma)))
  )
    return { at: k, shape: 'clause' };
  if (next.kind === 'verb' && next.group?.form === 'infinitive')
    return takes.has('to') ? { at: k, shape: 'infinitive' } : undefined;
  if (next.kind === 'verb' && next.group?.form === 'ing')
    return takes.has('ing') || takes.has('np') ? { at: k, shape: 'infinitive' } : undefined;
  if (next.kind === 'prep') {
    if (takes.has(`prep:${next.lemma}`) && phrases[k + 1] !== undefined && phrases[k + 1]?.kind !== 'mark')
      return { at: k + 1, shape: 'np' };
    return undefined;
  }
  if (next.kind === 'np' && takes.has('nponly') && hasInfinitive(sentence, k)) return { at: k, shape: 'infinitive' };
  // A headline's verbless report: `Flynn says Trump “absolutely right”`.
  if (
    next.kind === 'np' &&
    sentence.index === 0 &&
    takes.has('quote') &&
    phrases[clause.verb]?.group?.tense === 'present'
  )
    return { at: k, shape: 'clause' };
  if (next.kind === 'np' && takes.has('np') && !isReflexive(next) && !headsClause(sentence, k))
    return { at: k, shape: 'np' };
  return undefined;
}

/** Whether the noun phrase at `k` is addressed, wanted or expected to do something. */
function hasInfinitive(sentence: ParsedSentence, k: number): boolean {
  const { phrases } = sentence;
  let at = k + 1;
  while (
    at < k + 6 &&
    (phrases[at]?.kind === 'prep' ||
      phrases[at]?.kind === 'np' ||
      phrases[at]?.kind === 'adv' ||
      phrases[at]?.kind === 'conj')
  )
    at++;
  return phrases[at]?.group?.form === 'infinitive';
}

function isReflexive(phrase: Phrase): boolean {
  return /self$|selves$/.test(phrase.lemma);
}

/** `the deal announced Friday, officials said`: a noun phrase that is only the next sentence part. */
function headsClause(sentence: ParsedSentence, k: number): boolean {
  return sentence.clauses.some(
    c => c.subject === k && c.relation !== 'relative' && sentence.phrases[c.verb]?.group?.form === 'finite',
  );
}

/** Where a clause begins that the verb reports: after `that`, or with its subject; addressees and adjuncts are passed over. */
function clauseStart(sentence: ParsedSentence, from: number, addressed: boolean): number | undefined {
  const { phrases, clauses } = sentence;
  let met = 0;
  for (let k = from; k < phrases.length && k < from + 12; k++) {
    const phrase = phrases[k];
    if (!phrase) break;
    if (phrase.kind === 'that') return k + 1 < phrases.length ? k + 1 : undefined;
    if (phrase.kind === 'sub' && k === from && phrase.lemma !== 'when' && phrase.lemma !== 'where') return k;
    if (phrase.kind === 'np') {
      const heads = clauses.some(
        c =>
          c.subject === k &&
          c.verb > k &&
          sentence.phrases[c.verb]?.group?.form === 'finite' &&
          c.relation !== 'coordinate' &&
          c.relation !== 'relative' &&
          noThat(sentence, k, c.verb),
      );
      if (heads && (!addressed || met > 0) && phrases[k - 1]?.kind !== 'prep') return k;
      met++;
      continue;
    }
    if (phrase.kind === 'prep' || phrase.kind === 'time' || phrase.kind === 'adv' || phrase.lemma === 'according')
      continue;
    if (
      phrase.kind === 'mark' &&
      phrase.lemma === ',' &&
      (addressed ||
        phrases[k + 1]?.kind === 'that' ||
        phrases.slice(k + 1, k + 11).some((p, i, rest) => p.kind === 'that' && rest[i - 1]?.lemma === ','))
    )
      continue;
    if (phrase.kind === 'mark' && phrase.lemma === ':' && k === from) return k + 1 < phrases.length ? k + 1 : undefined;
    break;
  }
  return undefined;
}

function noThat(sentence: ParsedSentence, a: number, b: number): boolean {
  for (let k = a + 1; k < b; k++)
    if (sentence.phrases[k]?.kind === 'that' || sentence.phrases[k]?.kind === 'wh') return false;
  return true;
}

/** `…, X said.` and `The truth, X said, was …`: what stands before the subject's comma, and what goes on after the verb's. */
function postposed(sentence: ParsedSentence, subject: number, verb: number, addressed: boolean): readonly TokenRange[] {
  const { phrases } = sentence;
  const comma = phrases[subject - 1];
  if (comma?.lemma !== ',' && comma?.lemma !== '—' && comma?.lemma !== '–') return [];
  const first = phrases[0]?.kind === 'conj' ? phrases[1] : phrases[0];
  if (!first) return [];
  const before: TokenRange = { first: first.first, end: comma.first };
  let k = verb + 1;
  if (addressed && phrases[k]?.kind === 'np') k++;
  while (
    phrases[k]?.kind === 'adv' ||
    phrases[k]?.kind === 'time' ||
    (phrases[k]?.kind === 'prep' && phrases[k + 1]?.kind !== 'verb') ||
    (phrases[k]?.kind === 'np' && phrases[k - 1]?.kind === 'prep')
  )
    k++;
  const closing = phrases[k];
  const rest = closing?.lemma === ',' ? phrases[k + 1] : undefined;
  if (closing !== undefined && closing.kind !== 'mark') return [];
  const states = hasFinite(phrases, 0, subject - 1);
  if (
    rest &&
    rest.kind !== 'conj' &&
    !(rest.group?.form === 'ing') &&
    (isOpenEnded(phrases[subject - 2]) || (!states && hasFinite(phrases, k + 1, phrases.length)))
  ) {
    const last = phrases.findLast(p => p.kind !== 'mark');
    // What is said goes on over the cue: one statement, and one span.
    return [{ first: before.first, end: last?.end ?? rest.end }];
  }
  return states ? [before] : [];
}

/** `It was, the president said, a stone`: a verb before the comma wants what comes after. */
function isOpenEnded(phrase: Phrase | undefined): boolean {
  return (
    phrase?.group?.form === 'finite' && (phrase.lemma === 'be' || phrase.lemma === 'have' || phrase.lemma === 'do')
  );
}

function hasFinite(phrases: readonly Phrase[], a: number, b: number): boolean {
  if (phrases[a]?.kind === 'sub' || phrases[a]?.lemma === 'as')
    return phrases.slice(a, b).filter(p => p.group?.form === 'finite').length > 1;
  return phrases.slice(a, b).some(p => p.group?.form === 'finite' || p.group?.form === 'bare');
}

/** `…, said X.` */
function inversion(sentence: ParsedSentence, clause: Clause, cue: Cue, resolve: Resolve): readonly Found[] | undefined {
  const { phrases } = sentence;
  if (!INVERTIBLE.has(cue.lemma) || phrases[clause.verb]?.group?.form !== 'finite') return undefined;
  const before = phrases[clause.verb - 1];
  const next = phrases[clause.verb + 1];
  const after = phrases[clause.verb + 2];
  if (before?.lemma !== ',' || next?.kind !== 'np' || headsClause(sentence, clause.verb + 1)) return undefined;
  if (after && after.kind !== 'mark' && after.kind !== 'prep' && after.kind !== 'time' && after.kind !== 'wh')
    return undefined;
  if (
    cue.takes.has('np') &&
    cue.lemma !== 'write' &&
    clause.relation === 'coordinate' &&
    clause.subject !== undefined &&
    after?.kind !== 'mark'
  )
    return undefined;
  const speaker = resolve(sentence, clause.verb + 1, false);
  const first = phrases[0];
  if (!speaker || !first || !hasFinite(phrases, 0, clause.verb - 1)) return undefined;
  return [{ speaker, content: { first: first.first, end: before.first }, shape: 'clause' }];
}

/** `was described by X as`, `were branded “reckless” by X`: subject and complement are the content. */
function passive(sentence: ParsedSentence, clause: Clause, cue: Cue, resolve: Resolve): readonly Found[] {
  const { phrases } = sentence;
  if (cue.class === 'evidence' || cue.takes.has('addressed')) return [];
  for (let k = clause.verb + 1; k < phrases.length && k < clause.verb + 7; k++) {
    const phrase = phrases[k];
    if (!phrase || phrase.kind === 'verb' || phrase.lemma === ',' || phrase.kind === 'conj') break;
    if (phrase.lemma !== 'by' || phrases[k + 1]?.kind !== 'np') continue;
    const speaker = resolve(sentence, k + 1, false);
    const subject = clause.subject === undefined ? undefined : phrases[clause.subject];
    if (!speaker || !subject) return [];
    const found: Found[] = [
      { speaker, content: { first: subject.first, end: phrases[clause.verb - 1]?.end ?? subject.end }, shape: 'np' },
    ];
    if (k > clause.verb + 1)
      found.push({
        speaker,
        content: { first: phrases[clause.verb + 1]?.first ?? 0, end: phrases[k - 1]?.end ?? 0 },
        shape: 'np',
      });
    else if (phrases[k + 2]?.lemma === 'as' || phrases[k + 2]?.lemma === 'of' || phrases[k + 2]?.lemma === 'for')
      found.push({
        speaker,
        content: { first: phrases[k + 2]?.first ?? 0, end: contentEnd(sentence, k + 2, 'np', phrase) },
        shape: 'np',
      });
    return found;
  }
  return [];
}
