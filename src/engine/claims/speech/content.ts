/** How far reported content goes: each form has its own end. */
import type { ParsedSentence } from '../phrase/parse.ts';
import type { Phrase } from '../phrase/phrases.ts';
import { VERB_CUES } from './cues.ts';

export type ContentShape = 'clause' | 'np' | 'infinitive';

/** Prepositions that begin an adjunct of the cue rather than a part of a named content: `endorsed him during a speech`. */
const ADJUNCT: ReadonlySet<string> = new Set([
  'during',
  'after',
  'before',
  'since',
  'until',
  'despite',
  'following',
  'amid',
  'upon',
  'via',
  'within',
]);
const STOPPING_SUBS: ReadonlySet<string> = new Set([
  'while',
  'although',
  'though',
  'when',
  'whereas',
  'because',
  'where',
  'if',
  'unless',
  'as',
]);

/** The token after the last of content that begins with phrase `from`; `cue` is the verb phrase that reports. */
export function contentEnd(sentence: ParsedSentence, from: number, shape: ContentShape, cue: Phrase): number {
  const { phrases } = sentence;
  let end = phrases[from]?.end ?? 0;
  let bracket = 0;
  for (let k = from; k < phrases.length; k++) {
    const phrase = phrases[k];
    if (!phrase) break;
    if (phrase.lemma === '(') bracket++;
    if (phrase.lemma === ')') bracket--;
    if (k > from && bracket <= 0 && stops(phrases, k, shape, cue, from)) break;
    if (phrase.kind !== 'mark' || phrase.lemma === '%' || phrase.lemma === ')') end = phrase.end;
  }
  return end;
}

function stops(phrases: readonly Phrase[], k: number, shape: ContentShape, cue: Phrase, from: number): boolean {
  const phrase = phrases[k];
  const next = phrases[k + 1];
  if (!phrase) return true;
  if (phrase.kind === 'mark') {
    if (phrase.lemma === ';') return true;
    if (phrase.lemma === ':') return shape !== 'clause';
    if (/^(?:—|–|--|-)$/.test(phrase.lemma)) return shape !== 'clause';
    if (phrase.lemma !== ',' || !next) return false;
    return stopsAfterComma(phrases, k + 1, shape, cue);
  }
  if (phrase.kind === 'conj') return joinsCue(phrases, k + 1, shape, cue);
  if (shape === 'clause') return phrase.lemma === 'according' && phrases[k + 1]?.lemma === 'to';
  if (shape === 'np' && (phrase.kind === 'time' || (phrase.kind === 'prep' && next?.kind === 'time'))) return true;
  if (phrase.kind === 'sub') return STOPPING_SUBS.has(phrase.lemma);
  if (phrase.kind === 'prep')
    return (
      ADJUNCT.has(phrase.lemma) ||
      (phrase.lemma === 'as' && isClause(phrases, k + 1)) ||
      (phrase.lemma === 'by' && next?.group?.form === 'ing' && k > from)
    );
  return (
    phrase.kind === 'verb' &&
    phrase.group?.form === 'ing' &&
    VERB_CUES.has(phrase.lemma) &&
    phrases[k - 1]?.kind === 'mark'
  );
}

function stopsAfterComma(phrases: readonly Phrase[], k: number, shape: ContentShape, cue: Phrase): boolean {
  const next = phrases[k];
  if (!next) return true;
  if (next.kind === 'wh') return !goesOnAfter(phrases, k);
  if (next.lemma === 'according') return true;
  if (next.kind === 'verb' && next.group?.form === 'ing') return shape !== 'clause' || VERB_CUES.has(next.lemma);
  if (next.kind === 'conj')
    return (
      joinsCue(phrases, k + 1, shape, cue) ||
      (shape !== 'clause' && isClause(phrases, k + 1)) ||
      ((next.lemma === 'but' || next.lemma === 'and') && isClause(phrases, k + 1))
    );
  if (next.kind === 'verb' && next.group?.form === 'finite') return shape !== 'clause' || VERB_CUES.has(next.lemma);
  if (next.kind === 'sub')
    return shape !== 'clause' || next.lemma === 'while' || next.lemma === 'although' || next.lemma === 'though';
  if (shape !== 'clause')
    return (
      next.kind === 'prep' ||
      next.kind === 'time' ||
      next.kind === 'adv' ||
      isClause(phrases, k) ||
      next.group?.form === 'participle'
    );
  return isTag(phrases, k);
}

/** `accused Cruz, who was born in Cuba, of …`: the content goes on behind the relative clause. */
function goesOnAfter(phrases: readonly Phrase[], k: number): boolean {
  for (let at = k + 1; at < phrases.length; at++) {
    if (phrases[at]?.lemma !== ',') continue;
    return phrases[at + 1]?.kind === 'prep' && /^(?:of|for|as|with)$/.test(phrases[at + 1]?.lemma ?? '');
  }
  return false;
}

/** `, the senator said`: somebody else's cue. */
function isTag(phrases: readonly Phrase[], k: number): boolean {
  const verb = phrases[k + 1];
  const after = phrases[k + 2];
  return (
    phrases[k]?.kind === 'np' &&
    verb?.group?.form === 'finite' &&
    VERB_CUES.get(verb.lemma)?.takes.has('quote') === true &&
    (after === undefined || after.kind === 'mark' || after.kind === 'time' || after.kind === 'prep')
  );
}

/** Whether a verb after `and` goes on with the cue's own sentence: `said A and suggested B`. */
function joinsCue(phrases: readonly Phrase[], k: number, shape: ContentShape, cue: Phrase): boolean {
  let at = k;
  while (phrases[at]?.kind === 'adv' || phrases[at]?.kind === 'time') at++;
  const verb = phrases[at];
  if (verb?.kind === 'that') return false;
  if (verb?.kind !== 'verb' || !verb.group) return shape !== 'clause' && isClause(phrases, at);
  if (!cue.group) return verb.group.form === 'finite' && (shape !== 'clause' || VERB_CUES.has(verb.lemma));
  if (verb.group.form !== cue.group.form && !(cue.group.form === 'finite' && verb.group.form === 'participle'))
    return shape === 'np' ? verb.group.form !== 'ing' : shape === 'infinitive' && verb.group.form === 'finite';
  if (shape !== 'clause' && verb.group.form === 'finite') return true;
  if (verb.group.form === 'finite' && verb.group.modal !== cue.group.modal) return false;
  if (shape !== 'clause') return true;
  return (
    VERB_CUES.has(verb.lemma) && verb.lemma !== 'be' && verb.group.tense === cue.group.tense && !verb.group.passive
  );
}

/** Whether a subject and its finite verb begin at `k`. */
function isClause(phrases: readonly Phrase[], k: number): boolean {
  let at = k;
  while (phrases[at]?.kind === 'adv' || phrases[at]?.kind === 'time') at++;
  if (phrases[at]?.kind !== 'np') return false;
  at++;
  while (phrases[at]?.kind === 'prep' && phrases[at + 1]?.kind === 'np') at += 2;
  while (phrases[at]?.kind === 'adv') at++;
  return phrases[at]?.group?.form === 'finite';
}
