/**
 * What happens in a sentence: an event frame for each verb group and for each noun that names an event.
 *
 * Goal: `the US will revoke Petro's visa`, `Petro's visa was cancelled` and `the revocation of the visa` give one predicate with the same
 * patient and different states. Method: the clause's verb, with its particle and object, is looked up among the concepts; subject, object
 * and `by` phrase become roles by voice; numbers go to the verb they stand with; time and place to the clause they stand in. Cost: linear.
 */
import type { DateValue } from '../../entities/types.ts';
import type { Clause } from '../grammar/clauses.ts';
import { type ParsedArticle, type ParsedSentence, tokenSpan } from '../grammar/parse.ts';
import type { Phrase } from '../grammar/phrases.ts';
import type { Counted, EventFrame, Role } from '../types.ts';
import {
  adjectiveConcept,
  FAINT_NOUNS,
  nounConcept,
  OWNER_UNDERGOES,
  personConcept,
  type VerbConcept,
  verbConcept,
} from './concepts.ts';
import { countedIn } from './counted.ts';
import { placeOf, roleOf } from './roles.ts';
import { modalityOf, nounModality } from './status.ts';

const PARTICLES: ReadonlySet<string> = new Set([
  'up',
  'out',
  'off',
  'down',
  'back',
  'over',
  'aside',
  'for',
  'into',
  'from',
]);
const NO_COMMENT: ReadonlySet<string> = new Set([
  'comment',
  'call',
  'request',
  'message',
  'question',
  'inquiry',
  'email',
  'statement',
  'response',
  'interview',
]);
/** Verbs that have no event of their own but carry their noun's: `made a visit`, `issued a denial`. */
const LIGHT: ReadonlySet<string> = new Set([
  'make',
  'take',
  'give',
  'have',
  'issue',
  'impose',
  'carry',
  'conduct',
  'launch',
  'stage',
  'hold',
  'pay',
  'suffer',
  'commit',
  'reach',
  'win',
  'file',
  'receive',
  'get',
  'perform',
  'declare',
  'cause',
  'report',
  'confirm',
  'leave',
]);

/** The events of one sentence in the order of their triggers. */
export function framesOf(article: ParsedArticle, sentence: ParsedSentence): readonly EventFrame[] {
  const counted = countedIn(article, sentence);
  const owner = ownersOfCounts(sentence, counted);
  const frames: EventFrame[] = [];
  const used = new Set<number>();
  sentence.clauses.forEach((clause, index) => {
    const frame = verbFrame(article, sentence, clause, index, counted, owner, used);
    if (frame) frames.push(frame);
  });
  sentence.phrases.forEach((phrase, at) => {
    if (phrase.kind !== 'np' || used.has(at)) return;
    const frame = nounFrame(article, sentence, at, phrase, counted);
    if (frame) frames.push(frame);
  });
  return frames.sort((a, b) => a.trigger.start - b.trigger.start || a.trigger.end - b.trigger.end);
}

function verbFrame(
  article: ParsedArticle,
  sentence: ParsedSentence,
  clause: Clause,
  index: number,
  counted: ReadonlyMap<number, Counted>,
  owner: ReadonlyMap<number, number>,
  used: Set<number>,
): EventFrame | undefined {
  const { phrases } = sentence;
  const verb = phrases[clause.verb];
  if (!verb?.group || isAuxiliaryToNext(sentence, clause)) return undefined;
  const stop = clauseStop(sentence, clause, index);
  const silence = noComment(sentence, clause);
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
  const predicate = found?.concept ?? light ?? verb.lemma;
  const modality = modalityOf(article, sentence, clause);
  const roles = rolesOf(article, sentence, clause, found, light !== undefined, stop);
  const time = timeOf(article, sentence, clause, stop);
  const place = placeOf(article, sentence, clause.verb + 1, stop);
  const counts = [...counted].filter(([at]) => owner.get(at) === index).map(([, c]) => c);
  const first =
    clause.subject !== undefined &&
    clause.subject < clause.verb &&
    clause.relation !== 'infinitive' &&
    clause.relation !== 'ing'
      ? (phrases[clause.subject]?.first ?? verb.first)
      : verb.first;
  const negated = silence ? true : modality.negated;
  return {
    ...tokenSpan(article.reading, first, phrases[stop - 1]?.end ?? verb.end),
    predicate,
    trigger: triggerSpan(article, sentence, clause, complement, light !== undefined),
    ...(roles.agent && { agent: roles.agent }),
    ...(roles.patient && { patient: roles.patient }),
    ...(place && { place }),
    ...(time && { time }),
    counted: counts,
    status: silence && modality.status === 'failed' ? 'done' : modality.status,
    negated,
    conditional: modality.conditional,
    possible: modality.possible && !silence,
    tense: modality.tense,
    nominal: false,
  };
}

/** `is preparing`, `failed`, `declined`: a verb that only says how far its infinitive has come has no event of its own when it fails or begins. */
function isAuxiliaryToNext(sentence: ParsedSentence, clause: Clause): boolean {
  const { phrases } = sentence;
  const lemma = phrases[clause.verb]?.lemma ?? '';
  if (
    !/^(?:fail|begin|start|continue|appear|seem|tend|try|attempt|manage|happen|need|decline|refuse|refrain)$/.test(
      lemma,
    )
  )
    return false;
  const next = sentence.clauses.find(c => c.verb > clause.verb);
  const below =
    next && next.governor !== undefined && sentence.clauses[next.governor] === clause && next.verb - clause.verb <= 2;
  return below === true && !noComment(sentence, clause);
}

/** `declined to comment`, `did not respond to requests`, `could not be reached`, `has refrained from issuing a comment`. */
function noComment(sentence: ParsedSentence, clause: Clause): boolean {
  const { phrases } = sentence;
  const verb = phrases[clause.verb];
  if (!verb?.group) return false;
  const near = phrases.slice(clause.verb + 1, clause.verb + 8);
  const talk = near.some(p => NO_COMMENT.has(p.lemma) || (p.kind === 'verb' && p.lemma === 'comment'));
  const subject = clause.subject === undefined ? undefined : phrases[clause.subject];
  const denied =
    verb.group.negated ||
    /^(?:neither|nobody|none|no)$/.test(subject?.lemma ?? '') ||
    isNegativeSubject(sentence, clause);
  if (/^(?:decline|refuse|refrain)$/.test(verb.lemma))
    return (
      near.some(
        p => p.kind === 'verb' && /^(?:comment|respond|answer|speak|discuss|say|elaborate|issue|talk)$/.test(p.lemma),
      ) &&
      (talk || near.some(p => p.lemma === 'comment' || p.lemma === 'respond' || p.lemma === 'answer'))
    );
  if (!denied) return false;
  if (/^(?:respond|reply|comment|answer|return)$/.test(verb.lemma))
    return verb.lemma === 'comment' || talk || near[0] === undefined || near[0].kind === 'mark';
  if (verb.lemma === 'reach' && verb.group.passive) return true;
  return verb.lemma === 'be' && near.some(p => p.lemma === 'available') && near.some(p => p.lemma === 'comment');
}

function isNegativeSubject(sentence: ParsedSentence, clause: Clause): boolean {
  if (clause.subject === undefined) return false;
  const first = sentence.phrases[0];
  return (
    /^neither$/.test(first?.lemma ?? '') ||
    sentence.phrases.some((p, k) => k <= (clause.subject ?? 0) && p.lemma === 'neither')
  );
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

/** Verbs that happen to their subject, or are done by it when an object follows: `the hospital opened`, `the queen opened it`. */
const CAUSATIVE: ReadonlySet<string> = new Set(
  'open reopen close begin start commence end finish conclude sink burn explode detonate capsize derail crash merge increase grow drop land fly drive march'.split(
    ' ',
  ),
);

function isMeasure(article: ParsedArticle, phrase: Phrase | undefined): boolean {
  return phrase !== undefined && (article.valueAt[phrase.head] ?? 0) > 0;
}

const EMPLOYED: ReadonlySet<string> = new Set(
  'manager coach chairman chairwoman chair director minister chief ceo editor employee worker staff official aide teacher him her them secretary general officer commander adviser advisor executive anchor reporter governor judge'.split(
    ' ',
  ),
);

/** `fired its manager` against `fired a missile`. */
function byPerson(article: ParsedArticle, sentence: ParsedSentence, clause: Clause): VerbConcept | undefined {
  const { phrases } = sentence;
  const verb = phrases[clause.verb];
  const at = verb?.group?.passive ? clause.subject : clause.object;
  const concept = verb && personConcept(verb.lemma);
  const undergoer = at === undefined ? undefined : phrases[at];
  if (concept === undefined || !undergoer) return undefined;
  const mention = article.mentions[(article.mentionAt[undergoer.head] ?? 0) - 1];
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
  if (
    !verb ||
    !/^(?:be|leave|find|die|lie|remain|shoot|pronounce|declare|confirm|get|go|report|feel)$/.test(verb.lemma)
  )
    return undefined;
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

interface Roles {
  readonly agent: Role | undefined;
  readonly patient: Role | undefined;
}

function rolesOf(
  article: ParsedArticle,
  sentence: ParsedSentence,
  clause: Clause,
  concept: VerbConcept | undefined,
  light: boolean,
  stop: number,
): Roles {
  const { phrases } = sentence;
  const group = phrases[clause.verb]?.group;
  const subject =
    clause.subject === undefined
      ? undefined
      : roleOf(article, sentence, clause.subject, clause.subject < clause.verb ? clause.verb : undefined);
  const by = byPhrase(sentence, clause, stop);
  if (group?.passive)
    return { agent: by === undefined ? undefined : roleOf(article, sentence, by, stop), patient: subject };
  if (concept?.withObject && concept.undergone) return { agent: undefined, patient: subject };
  if (light || concept?.withObject)
    return { agent: subject, patient: behindNoun(article, sentence, clause.object ?? 0, stop) };
  const object =
    clause.object === undefined || clause.object >= stop
      ? objectOfPreposition(article, sentence, clause, stop)
      : roleOf(article, sentence, clause.object, stop);
  if (
    concept?.undergone &&
    (!object ||
      clause.object === undefined ||
      !CAUSATIVE.has(phrases[clause.verb]?.lemma ?? '') ||
      isMeasure(article, phrases[clause.object]))
  )
    return { agent: undefined, patient: subject };
  return { agent: subject, patient: object };
}

function byPhrase(sentence: ParsedSentence, clause: Clause, stop: number): number | undefined {
  for (let k = clause.verb + 1; k + 1 < Math.max(stop, clause.verb + 3) && k < clause.verb + 9; k++) {
    const phrase = sentence.phrases[k];
    if (phrase?.lemma === 'by' && sentence.phrases[k + 1]?.kind === 'np') return k + 1;
    if (phrase?.kind === 'verb' || phrase?.kind === 'that' || phrase?.kind === 'wh') return undefined;
  }
  return undefined;
}

/** `called for an inquiry`, `responded to requests`, `the visa of Petro`: what the verb's own preposition brings. */
function objectOfPreposition(
  article: ParsedArticle,
  sentence: ParsedSentence,
  clause: Clause,
  stop: number,
): Role | undefined {
  const { phrases } = sentence;
  let k = clause.verb + 1;
  while (phrases[k]?.kind === 'adv') k++;
  const prep = phrases[k];
  if (
    prep?.kind !== 'prep' ||
    k + 1 >= stop + 1 ||
    !/^(?:for|to|on|with|against|of|into|about|from|over|at)$/.test(prep.lemma)
  )
    return undefined;
  return roleOf(article, sentence, k + 1, stop);
}

/** The patient of a noun's event: `a ban on exports`, `the revocation of the visa`. */
function behindNoun(article: ParsedArticle, sentence: ParsedSentence, at: number, stop: number): Role | undefined {
  const prep = sentence.phrases[at + 1];
  return prep?.kind === 'prep' && at + 2 < stop + 1 && /^(?:of|on|against|to|for|with|into|over|in)$/.test(prep.lemma)
    ? roleOf(article, sentence, at + 2, stop)
    : undefined;
}

/** Where the clause's own phrases end: before the next clause's subject, opener or verb, and before a mark that closes it. */
function clauseStop(sentence: ParsedSentence, clause: Clause, index: number): number {
  const { phrases, clauses } = sentence;
  let stop = phrases.length;
  const next = clauses.slice(index + 1).find(c => c.verb > clause.verb);
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

function dateBetween(
  article: ParsedArticle,
  phrases: readonly Phrase[],
  from: number,
  to: number,
): DateValue | undefined {
  for (let k = from; k < to && k < phrases.length; k++) {
    const phrase = phrases[k];
    if (!phrase) break;
    for (let i = phrase.first; i < phrase.end; i++) {
      const value = article.values[(article.valueAt[i] ?? 0) - 1];
      if (value?.kind === 'date') return value;
    }
  }
  return undefined;
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

/** A noun that names an event: with whoever owns it, what it is done to, and what governs it. */
function nounFrame(
  article: ParsedArticle,
  sentence: ParsedSentence,
  at: number,
  phrase: Phrase,
  counted: ReadonlyMap<number, Counted>,
): EventFrame | undefined {
  const concept = nounConcept(phrase.lemma);
  if (concept === undefined || article.words[phrase.head]?.tag !== 'noun') return undefined;
  const { phrases } = sentence;
  const owner = possessor(article, sentence, phrase);
  let stop = at + 1;
  while (phrases[stop]?.kind === 'prep' && phrases[stop + 1]?.kind === 'np') stop += 2;
  const behind = behindNoun(article, sentence, at, stop);
  const modifier = compound(article, phrase);
  if (FAINT_NOUNS.has(phrase.lemma) && !behind && !modifier && !owner) return undefined;
  const by = prepBetween(phrases, at + 1, stop, 'by');
  const undergoes = OWNER_UNDERGOES.has(phrase.lemma) && !(behind && phrases[at + 1]?.lemma === 'of');
  const agent = by === undefined ? (undergoes ? undefined : owner) : roleOf(article, sentence, by, stop);
  const patient =
    (phrases[at + 1]?.lemma === 'by' ? undefined : phrases[at + 1]?.lemma === 'in' && undergoes ? owner : behind) ??
    modifier ??
    (by === undefined && !undergoes ? undefined : owner);
  const governor =
    sentence.clauses.findLast(c => c.verb < at && at - c.verb <= 3) ?? sentence.clauses.find(c => c.subject === at);
  const modality = nounModality(article, sentence, at, governor && governor.verb < at ? governor : undefined);
  const count = counted.get(at);
  const deaths =
    concept === 'kill' && phrase.lemma === 'toll'
      ? [...counted.values()].filter(c => c.noun === 'toll' || c.noun === 'person')
      : [];
  const time = dateBetween(article, phrases, at, stop + 1);
  const place = placeOf(article, sentence, at + 1, stop);
  return {
    ...tokenSpan(article.reading, phrase.first, phrases[stop - 1]?.end ?? phrase.end),
    predicate: concept,
    trigger: tokenSpan(article.reading, phrase.head, phrase.head + 1),
    ...(agent && { agent }),
    ...(patient && { patient }),
    ...(place && { place }),
    ...(time && { time }),
    counted: count ? [count] : deaths.length > 0 ? deaths : countsBetween(counted, at, stop),
    status: modality.status,
    negated: modality.negated,
    conditional: modality.conditional,
    possible: modality.possible,
    tense: modality.tense,
    nominal: true,
  };
}

function countsBetween(counted: ReadonlyMap<number, Counted>, from: number, to: number): readonly Counted[] {
  return [...counted].filter(([at]) => at > from && at < to).map(([, c]) => c);
}

function prepBetween(phrases: readonly Phrase[], from: number, to: number, prep: string): number | undefined {
  for (let k = from; k < to; k++) if (phrases[k]?.lemma === prep && phrases[k + 1]?.kind === 'np') return k + 1;
  return undefined;
}

/** `Trump's decision`: the possessor inside the noun phrase. */
function possessor(article: ParsedArticle, sentence: ParsedSentence, phrase: Phrase): Role | undefined {
  for (let i = phrase.head - 1; i >= phrase.first; i--) {
    const word = article.words[i];
    if (word?.tag !== 'poss') continue;
    const whole = word.lower === "'s" || word.lower === "'";
    const part: Phrase = whole
      ? { ...phrase, end: i, head: i - 1, lemma: article.words[i - 1]?.lemma ?? '' }
      : { ...phrase, first: i, end: i + 1, head: i, lemma: word.lower };
    return roleOf(article, { ...sentence, phrases: [part] }, 0);
  }
  return undefined;
}

/** `visa cancellation`: the noun in front is what it is done to. */
function compound(article: ParsedArticle, phrase: Phrase): Role | undefined {
  const i = phrase.head - 1;
  const word = article.words[i];
  if (
    i < phrase.first ||
    word?.tag !== 'noun' ||
    word.plural ||
    /^(?:criminal|public|right|state|police|press|week|weekend|month|year|day|night)$/.test(word.lower)
  )
    return undefined;
  return { ...tokenSpan(article.reading, i, i + 1), head: word.lemma, mentions: [] };
}

/** For each counted phrase, the clause whose event it belongs to: the verb it is subject of, or the nearest one to its left. */
function ownersOfCounts(sentence: ParsedSentence, counted: ReadonlyMap<number, Counted>): ReadonlyMap<number, number> {
  const owners = new Map<number, number>();
  for (const at of counted.keys()) {
    const asSubject = sentence.clauses.findIndex(c => c.subject === at && c.verb > at && c.relation !== 'infinitive');
    const inSubject =
      asSubject >= 0
        ? asSubject
        : sentence.clauses.findIndex(
            c => c.subject !== undefined && c.subject < at && at < c.verb && onlyPrepositions(sentence, c.subject, at),
          );
    const left = sentence.clauses.findLastIndex(c => c.verb < at);
    const next = sentence.clauses.findIndex(c => c.verb > at);
    const owner = inSubject >= 0 ? inSubject : left >= 0 ? left : next;
    if (owner >= 0) owners.set(at, owner);
  }
  return owners;
}

function onlyPrepositions(sentence: ParsedSentence, from: number, to: number): boolean {
  for (let k = from + 1; k < to; k++)
    if (
      sentence.phrases[k]?.kind !== 'prep' &&
      sentence.phrases[k]?.kind !== 'np' &&
      sentence.phrases[k]?.kind !== 'conj'
    )
      return false;
  return true;
}
