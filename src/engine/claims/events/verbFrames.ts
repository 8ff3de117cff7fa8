/** Events that a verb group tells: its concept by verb, particle, object and complement; its roles, time and place. */
import type { DateValue } from '../../entities/types.ts';
import { tokenSpan } from '../../text/tokenRanges.ts';
import type { Clause } from '../phrase/clauses.ts';
import { mentionOfToken, type ParsedArticle, type ParsedSentence } from '../phrase/parse.ts';
import type { Counted, EventFrame } from '../types.ts';
import { adjectiveConcept, nounConcept, personConcept, type VerbConcept, verbConcept } from './concepts.ts';
import { dateBetween, frameOf } from './frameParts.ts';
import { modalityOf } from './modality.ts';
import { placeOf } from './roles.ts';
import { keepsSilent } from './silence.ts';
import { rolesOf } from './verbRoles.ts';

/** Verbs that only say how far their infinitive has come. */
const PHASES: ReadonlySet<string> = new Set(
  'fail begin start continue appear seem tend try attempt manage happen need decline refuse refrain'.split(' '),
);
/** Verbs whose complement says what came of it. */
const COMPLETED: ReadonlySet<string> = new Set(
  'be leave find die lie remain shoot pronounce declare confirm get go report feel'.split(' '),
);
const NOTHING: readonly Counted[] = [];
const PARTICLES: ReadonlySet<string> = new Set('up out off down back over aside for into from in'.split(' '));
const LIGHT: ReadonlySet<string> = new Set(
  'make take give have issue impose conduct launch stage hold pay suffer commit reach win file perform'.split(' '),
);

const EMPLOYED: ReadonlySet<string> = new Set(
  'manager coach chairman chairwoman chair director minister chief ceo editor employee worker staff official aide teacher him her them secretary general officer commander adviser advisor executive anchor reporter governor judge'.split(
    ' ',
  ),
);

/** A sentence with the numbers in it: what every frame of it is made from. */
export interface Scene {
  readonly article: ParsedArticle;
  readonly sentence: ParsedSentence;
  /** Counted things by the phrase they stand in. */
  readonly counted: ReadonlyMap<number, Counted>;
  /** For each counted phrase, the clauses whose event it belongs to. */
  readonly owners: ReadonlyMap<number, readonly number[]>;
  readonly hasValues: boolean;
}

/** The event of one verb group; takes note of the noun phrases that are part of its words. */
export function verbFrame(scene: Scene, clause: Clause, index: number, used: Set<number>): EventFrame | undefined {
  const { article, sentence, counted, owners } = scene;
  const { phrases } = sentence;
  const verb = phrases[clause.verb];
  if (!verb?.group || isAuxiliaryToNext(sentence, clause)) return undefined;
  if (verb.lemma === 'accord' && phrases[clause.verb + 1]?.lemma === 'to') return undefined;
  const stop = clauseStop(sentence, clause, index);
  const silence = keepsSilent(sentence, clause);
  const objectPhrase = clause.object === undefined ? undefined : phrases[clause.object];
  const complement = complementOf(sentence, clause);
  const particle = particleOf(sentence, clause);
  const found = silence
    ? { concept: 'comment', undergone: false, withObject: false }
    : (byComplement(article, sentence, clause, complement) ??
      byPerson(article, sentence, clause) ??
      verbConcept(verb.lemma, particle, objectPhrase?.lemma));
  const light =
    !silence && objectPhrase && LIGHT.has(verb.lemma) && found?.concept === undefined
      ? nounConcept(objectPhrase.lemma)
      : undefined;
  if (
    clause.object !== undefined &&
    (light || (found && verbConcept(verb.lemma, particle, undefined)?.concept !== found.concept))
  )
    used.add(clause.object);
  // `added fuel` says nothing.
  const saysNothing =
    found?.concept === 'say' && objectPhrase !== undefined && (verb.lemma === 'add' || verb.lemma === 'post');
  const predicate = saysNothing ? verb.lemma : (found?.concept ?? light ?? verb.lemma);
  const modality = modalityOf(article, sentence, clause);
  const roles = rolesOf(article, sentence, clause, found, light !== undefined, stop);
  const first =
    clause.subject !== undefined &&
    clause.subject < clause.verb &&
    clause.relation !== 'infinitive' &&
    clause.relation !== 'ing'
      ? (phrases[clause.subject]?.first ?? verb.first)
      : verb.first;
  return frameOf({
    span: tokenSpan(article.reading, first, phrases[stop - 1]?.end ?? verb.end),
    predicate,
    trigger: triggerSpan(article, sentence, clause, complement, light !== undefined),
    agent: roles.agent,
    patient: roles.patient,
    place: placeOf(article, sentence, clause.verb + 1, stop),
    time: scene.hasValues ? timeOf(article, sentence, clause, stop) : undefined,
    counted:
      counted.size === 0 ? NOTHING : [...counted].filter(([at]) => owners.get(at)?.includes(index)).map(([, c]) => c),
    modality: silence
      ? { ...modality, status: modality.status === 'failed' ? 'done' : modality.status, negated: true, possible: false }
      : modality,
    nominal: false,
  });
}

/** `is preparing`, `failed`, `declined`: a verb that only says how far its infinitive has come has no event of its own when it fails or begins. */
function isAuxiliaryToNext(sentence: ParsedSentence, clause: Clause): boolean {
  const { phrases } = sentence;
  const lemma = phrases[clause.verb]?.lemma ?? '';
  if (!PHASES.has(lemma)) return false;
  const next = sentence.clauses.find(c => c.verb > clause.verb);
  const below =
    next && next.governor !== undefined && sentence.clauses[next.governor] === clause && next.verb - clause.verb <= 2;
  return below === true && !keepsSilent(sentence, clause);
}

/** The phrase that completes `be`, `leave` or `find`: `was dead`, `left 24 dead`. */
function complementOf(sentence: ParsedSentence, clause: Clause): number | undefined {
  const { phrases } = sentence;
  let k = clause.verb + 1;
  while (phrases[k]?.kind === 'adv') k++;
  if (phrases[k]?.kind === 'adj') return k;
  if (clause.object === undefined)
    return phrases[k]?.lemma === 'under' || phrases[k]?.lemma === 'in' ? k + 1 : undefined;
  const after = phrases[clause.object + 1];
  return after?.kind === 'adj' || (after?.kind === 'verb' && after.group?.form === 'participle')
    ? clause.object + 1
    : undefined;
}

/** `fired its manager` against `fired a missile`. */
function byPerson(article: ParsedArticle, sentence: ParsedSentence, clause: Clause): VerbConcept | undefined {
  const { phrases } = sentence;
  const verb = phrases[clause.verb];
  const at = verb?.group?.passive ? clause.subject : clause.object;
  const concept = verb && personConcept(verb.lemma);
  const undergoer = at === undefined ? undefined : phrases[at];
  if (concept === undefined || !undergoer) return undefined;
  const mention = mentionOfToken(article, undergoer.head);
  return EMPLOYED.has(undergoer.lemma) || mention?.type === 'person'
    ? { concept, undergone: false, withObject: false }
    : undefined;
}

function byComplement(
  article: ParsedArticle,
  sentence: ParsedSentence,
  clause: Clause,
  complement: number | undefined,
): VerbConcept | undefined {
  const { phrases } = sentence;
  const verb = phrases[clause.verb];
  if (!verb || !COMPLETED.has(verb.lemma)) return undefined;
  // `left 24 dead`: the number and the adjective may be one phrase.
  const object = clause.object === undefined ? undefined : phrases[clause.object];
  const last = object && article.words[object.end - 1]?.lower;
  const lower = complement === undefined ? last : phrases[complement]?.lemma;
  const concept =
    lower === undefined
      ? undefined
      : (adjectiveConcept(lower) ??
        (complement !== undefined && (lower === 'custody' || lower === 'arrest' || lower === 'detention')
          ? 'arrest'
          : undefined));
  if (concept === undefined && verb.lemma === 'find' && complement !== undefined && object)
    return { concept: 'deem', undergone: false, withObject: false };
  return concept === undefined
    ? undefined
    : {
        concept,
        undergone: verb.lemma === 'be' || verb.lemma === 'remain' || verb.lemma === 'lie' || verb.lemma === 'go',
        withObject: false,
      };
}

function particleOf(sentence: ParsedSentence, clause: Clause): string | undefined {
  const next = sentence.phrases[clause.verb + 1];
  if (next && (next.kind === 'prep' || next.kind === 'adv') && PARTICLES.has(next.lemma)) return next.lemma;
  // `laid 100 workers off`
  const after = clause.object === undefined ? undefined : sentence.phrases[clause.object + 1];
  const beyond = clause.object === undefined ? undefined : sentence.phrases[clause.object + 2];
  return after?.kind === 'prep' && /^(?:off|down|out|up)$/.test(after.lemma) && beyond?.kind !== 'np'
    ? after.lemma
    : undefined;
}

/** Where the clause's own phrases end: before the next clause's subject, opener or verb, and before a mark that closes it. */
function clauseStop(sentence: ParsedSentence, clause: Clause, index: number): number {
  const { phrases, clauses } = sentence;
  let stop = phrases.length;
  const next = clauses[index + 1];
  if (next)
    stop =
      next.subject !== undefined &&
      next.subject > clause.verb &&
      next.relation !== 'infinitive' &&
      next.relation !== 'participle' &&
      next.relation !== 'ing' &&
      next.relation !== 'relative'
        ? next.subject
        : next.verb;
  for (let k = clause.verb + 1; k < stop; k++) {
    const phrase = phrases[k];
    if (
      phrase?.kind === 'that' ||
      phrase?.kind === 'wh' ||
      phrase?.kind === 'sub' ||
      phrase?.lemma === ';' ||
      phrase?.lemma === ':' ||
      phrase?.lemma === '—'
    )
      return k;
    if (
      phrase?.lemma === ',' &&
      (phrases[k + 1]?.kind === 'conj' || phrases[k + 1]?.kind === 'wh' || phrases[k + 1]?.kind === 'verb')
    )
      return k;
    if (phrase?.kind === 'conj' && phrases[k + 1]?.kind === 'verb') return k;
  }
  while (
    stop > clause.verb + 1 &&
    (phrases[stop - 1]?.kind === 'mark' || phrases[stop - 1]?.kind === 'conj' || phrases[stop - 1]?.kind === 'adv')
  )
    stop--;
  return Math.max(stop, clause.verb + 1);
}

/** The date that stands in the clause, or else at the sentence's head. */
function timeOf(article: ParsedArticle, sentence: ParsedSentence, clause: Clause, stop: number): DateValue | undefined {
  const { phrases } = sentence;
  const from =
    clause.subject !== undefined && clause.subject < clause.verb && clause.relation !== 'infinitive'
      ? clause.subject
      : clause.verb;
  return (
    dateBetween(article, phrases, from, stop) ??
    dateBetween(article, phrases, stop, Math.min(stop + 2, nextClause(sentence, stop))) ??
    (clause.relation === 'infinitive' || clause.relation === 'relative'
      ? undefined
      : dateBetween(article, phrases, 0, Math.min(4, from)))
  );
}

function nextClause(sentence: ParsedSentence, stop: number): number {
  for (let k = stop; k < sentence.phrases.length; k++)
    if (sentence.phrases[k]?.kind !== 'time' && sentence.phrases[k]?.kind !== 'prep') return k;
  return sentence.phrases.length;
}

function triggerSpan(
  article: ParsedArticle,
  sentence: ParsedSentence,
  clause: Clause,
  complement: number | undefined,
  light: boolean,
): EventFrame['trigger'] {
  const { phrases } = sentence;
  const verb = phrases[clause.verb];
  const object = light && clause.object !== undefined ? phrases[clause.object] : undefined;
  const adjective =
    complement !== undefined && (verb?.lemma === 'be' || verb?.lemma === 'leave') ? phrases[complement] : undefined;
  return tokenSpan(article.reading, verb?.head ?? 0, object?.end ?? adjective?.end ?? verb?.end ?? 0);
}
