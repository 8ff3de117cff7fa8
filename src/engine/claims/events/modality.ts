/**
 * How far along an event is, and whether it is denied, hedged or conditional.
 *
 * Method: the verb group's own form first, then what governs it: `plans to`, `failed to`, `considering`, `announced it would`, `a decision
 * to`. A table of governors by what they say of the event below them; the nearest governor decides, negation and hedges add up.
 */

import { wordSet } from '../../text/words.ts';
import type { Clause } from '../phrase/clauses.ts';
import type { ParsedArticle, ParsedSentence } from '../phrase/parse.ts';
import type { Phrase } from '../phrase/phrases.ts';
import type { EventStatus } from '../types.ts';

export interface Modality {
  readonly status: EventStatus;
  readonly negated: boolean;
  readonly conditional: boolean;
  readonly possible: boolean;
  readonly tense: 'past' | 'present' | 'future';
}

/** What a governing verb says of the event in its infinitive or participle. */
const PLANS = wordSet(`
  plan prepare intend expect aim want hope wish seek consider contemplate mull weigh propose offer agree vote
  promise pledge vow swear threaten decide choose urge ask order tell call demand request require direct instruct
  encourage advise invite press push persuade recommend suggest advocate need schedule set slate authorize allow
  permit commit prefer like love long commission poise move act work look refuse_not
`);
/** Plans of one's own, which deny the deed when they are denied. */
const INTENDS = wordSet('plan intend expect aim want decide choose agree vote offer promise');
const ANNOUNCES = wordSet(`
  announce say state declare confirm tell write reveal add reiterate warn insist promise vow pledge tweet
`);
const FAILS = wordSet(`
  fail refuse decline refrain avoid prevent stop bar ban block prohibit forget neglect hesitate discourage dissuade
  forbid
`);
const TRIES = wordSet('try attempt struggle fight strive seek');
const BEGINS = wordSet('begin start continue keep resume proceed remain');
const HEDGES = wordSet('appear seem tend suspect believe think allege accuse fear');
const ASKS = wordSet(`
  ask know see determine decide wonder say tell review check reveal learn question investigate consider
`);
const WEIGHS = wordSet('consider propose suggest contemplate weigh mull recommend discuss advocate favor favour');
const FUTURE_NOUNS = wordSet(`
  plan intention decision proposal offer threat vow pledge promise move effort bid attempt push desire call request
  order demand agreement willingness readiness refusal option power authority right ability chance opportunity
  permission deadline
`);
const PLANNED_ADJECTIVES = wordSet(`
  potential possible planned proposed threatened upcoming expected looming future likely prospective pending
  intended scheduled eventual impending imminent
`);
const FAILED_ADJECTIVES = wordSet('attempted failed foiled thwarted unsuccessful averted abortive');
const HEDGING_ADVERBS = wordSet(`
  possibly perhaps maybe probably likely presumably potentially apparently seemingly allegedly reportedly supposedly
  purportedly
`);
const NOTHING = /^(?:no|none|neither|nobody|nothing)$/;

/** The modality of a clause's event. */
export function modalityOf(article: ParsedArticle, sentence: ParsedSentence, clause: Clause): Modality {
  const own = ownModality(article, sentence, clause);
  if (
    clause.relation === 'main' ||
    clause.relation === 'coordinate' ||
    clause.relation === 'relative' ||
    clause.relation === 'adverbial'
  )
    return own;
  return governed(article, sentence, clause, own);
}

function ownModality(article: ParsedArticle, sentence: ParsedSentence, clause: Clause): Modality {
  const { phrases } = sentence;
  const verb = phrases[clause.verb];
  const group = verb?.group;
  if (!verb || !group) return { status: 'done', negated: false, conditional: false, possible: false, tense: 'past' };
  const conditional = isConditional(sentence, clause);
  const modal = group.modal;
  const possible =
    (modal !== undefined && /^(?:may|might|could|can)$/.test(modal)) || hedged(article, sentence, clause);
  const negated =
    group.negated ||
    (clause.subject !== undefined && negatedSubject(article, phrases[clause.subject])) ||
    withoutBefore(phrases, clause.verb);
  const bare = group.form === 'bare';
  let status: EventStatus = 'done';
  if (modal !== undefined && !(group.perfect && /^(?:must)/.test(modal)))
    status = group.perfect && /^(?:would|could|might|should)/.test(modal) ? 'failed' : 'planned';
  else if (bare) status = 'planned';
  else if (group.progressive) status = group.tense === 'past' ? 'ongoing' : 'ongoing';
  else if (group.passive && hasBeing(article, verb)) status = 'ongoing';
  return {
    status: modal !== undefined && /^(?:can't|cannot|couldn't|could)$/.test(modal) && group.negated ? 'failed' : status,
    negated,
    conditional,
    possible,
    tense: group.tense,
  };
}

function hasBeing(article: ParsedArticle, verb: Phrase): boolean {
  for (let i = verb.first; i < verb.end; i++) if (article.words[i]?.lower === 'being') return true;
  return false;
}

function negatedSubject(article: ParsedArticle, subject: Phrase | undefined): boolean {
  if (subject === undefined || !NOTHING.test(article.words[subject.first]?.lower ?? '')) return false;
  // `no fewer than 17` denies nothing.
  return !/^(?:fewer|less|more|doubt|longer)$/.test(article.words[subject.first + 1]?.lower ?? '');
}

function withoutBefore(phrases: readonly Phrase[], v: number): boolean {
  return phrases[v - 1]?.lemma === 'without' || (phrases[v - 1]?.kind === 'adv' && phrases[v - 2]?.lemma === 'without');
}

function hedged(article: ParsedArticle, sentence: ParsedSentence, clause: Clause): boolean {
  const verb = sentence.phrases[clause.verb];
  if (!verb) return false;
  for (let i = verb.first - 1; i < verb.end; i++) if (HEDGING_ADVERBS.has(article.words[i]?.lower ?? '')) return true;
  return false;
}

/** Whether the clause stands under `if` or `unless`, or is what would follow. */
function isConditional(sentence: ParsedSentence, clause: Clause): boolean {
  const { phrases } = sentence;
  for (let k = clause.verb - 1; k >= 0; k--) {
    const phrase = phrases[k];
    // `asked if it was true` is a question, no condition.
    if (phrase?.kind === 'sub' && (phrase.lemma === 'if' || phrase.lemma === 'unless'))
      return !(phrases[k - 1]?.kind === 'verb' && ASKS.has(phrases[k - 1]?.lemma ?? ''));
    if (phrase?.kind === 'mark' || phrase?.kind === 'that' || phrase?.kind === 'wh') break;
    if (phrase?.kind === 'verb' && phrase.group?.form === 'finite') break;
  }
  const modal = phrases[clause.verb]?.group?.modal;
  const would = modal === 'would' || modal === 'could' || modal === 'will' || modal === 'should';
  if (
    clause.relation === 'main' &&
    would &&
    phrases.some(p => p.kind === 'sub' && (p.lemma === 'if' || p.lemma === 'unless'))
  )
    return true;
  // `Should aid be reduced, …`
  return phrases[0]?.kind === 'verb' && phrases[0].group?.modal === 'should';
}

function governed(article: ParsedArticle, sentence: ParsedSentence, clause: Clause, own: Modality): Modality {
  const { phrases } = sentence;
  const above = clause.governor === undefined ? undefined : sentence.clauses[clause.governor];
  const governor = above && phrases[above.verb];
  const noun = governingNoun(sentence, clause);
  if (noun !== undefined && FUTURE_NOUNS.has(noun))
    return {
      ...own,
      status:
        noun === 'decision' || noun === 'announcement'
          ? 'announced'
          : noun === 'attempt' || noun === 'bid'
            ? 'ongoing'
            : noun === 'refusal'
              ? 'failed'
              : 'planned',
      tense: 'future',
      negated: own.negated || noun === 'refusal',
    };
  const adjective = governingAdjective(sentence, clause);
  if (
    adjective !== undefined &&
    /^(?:likely|set|due|ready|able|unable|unlikely|willing|unwilling|reluctant|poised|eager|free)$/.test(adjective)
  )
    return {
      ...own,
      status: adjective === 'unable' ? 'failed' : adjective === 'able' ? own.status : 'planned',
      possible: own.possible || /likely/.test(adjective),
      negated: own.negated || /^un|reluctant/.test(adjective),
      tense: 'future',
    };
  if (!above || !governor) return own;
  if (clause.relation === 'complement') {
    if (own.status === 'planned' && !own.possible && ANNOUNCES.has(governor.lemma))
      return { ...own, status: 'announced' };
    return HEDGES.has(governor.lemma) && governor.lemma !== 'accuse' ? { ...own, possible: true } : own;
  }
  if (clause.relation === 'participle') return own;
  const lemma = governor.lemma;
  const upper = modalityOf(article, sentence, above);
  if (FAILS.has(lemma))
    return {
      ...own,
      status: upper.status === 'planned' ? 'planned' : 'failed',
      negated: !upper.negated,
      tense: upper.tense,
    };
  if (TRIES.has(lemma) && clause.relation === 'infinitive')
    return {
      ...own,
      status: upper.tense === 'past' && upper.status === 'done' ? 'failed' : 'ongoing',
      tense: upper.tense,
    };
  if (governor.group?.passive && HEDGES.has(lemma)) return { ...own, possible: true };
  if (PLANS.has(lemma) && (clause.relation === 'infinitive' || WEIGHS.has(lemma)))
    return {
      ...own,
      status: 'planned',
      conditional: own.conditional || upper.conditional,
      tense: 'future',
      // `does not intend to release`: not released.
      negated: own.negated || (upper.negated && INTENDS.has(lemma)),
    };
  if (lemma === 'announce') return { ...own, status: 'announced', tense: 'future' };
  if (BEGINS.has(lemma))
    return { ...own, status: upper.status === 'done' ? 'ongoing' : upper.status, tense: upper.tense };
  if (governor.group?.passive && /^(?:say|believe|report|think|understand|know|rumor|presume)$/.test(lemma))
    return { ...own, status: 'done', possible: lemma !== 'know', tense: own.tense };
  if (HEDGES.has(lemma)) return { ...own, possible: true, tense: upper.tense, status: own.status };
  // A participle or purpose shares the fate of the verb it hangs on, not its negation.
  return {
    ...own,
    status: upper.status,
    conditional: own.conditional || upper.conditional,
    possible: own.possible || upper.possible,
    tense: upper.tense,
  };
}

/** The noun right before an infinitive, with an `of` or `by` phrase between: `a decision by Canada to`. */
function governingNoun(sentence: ParsedSentence, clause: Clause): string | undefined {
  if (clause.relation !== 'infinitive') return undefined;
  const { phrases } = sentence;
  let k = clause.verb - 1;
  while (
    phrases[k]?.kind === 'np' &&
    phrases[k - 1]?.kind === 'prep' &&
    phrases[k - 2]?.kind === 'np' &&
    clause.verb - k < 6
  )
    k -= 2;
  return phrases[k]?.kind === 'np' ? phrases[k]?.lemma : undefined;
}

function governingAdjective(sentence: ParsedSentence, clause: Clause): string | undefined {
  if (clause.relation !== 'infinitive') return undefined;
  const before = sentence.phrases[clause.verb - 1];
  if (before?.kind === 'adj') return before.lemma;
  return before?.kind === 'verb' && before.group?.passive ? before.lemma : undefined;
}

/** The status of an event that a noun names, by its adjectives and by the verb that has it as object. */
export function nounModality(
  article: ParsedArticle,
  sentence: ParsedSentence,
  at: number,
  governor: Clause | undefined,
): Modality {
  const phrase = sentence.phrases[at];
  let status: EventStatus = 'done';
  let negated = false;
  let possible = false;
  for (let i = phrase?.first ?? 0; i < (phrase?.head ?? 0); i++) {
    const lower = article.words[i]?.lower ?? '';
    if (PLANNED_ADJECTIVES.has(lower)) {
      status = 'planned';
      possible ||= /^(?:potential|possible|likely)$/.test(lower);
    }
    if (FAILED_ADJECTIVES.has(lower)) status = 'failed';
    if (lower === 'ongoing' || lower === 'continuing') status = 'ongoing';
    if (lower === 'no' || lower === 'neither') negated = true;
    if (lower === 'alleged' || lower === 'suspected' || lower === 'apparent') possible = true;
  }
  const verb = governor && sentence.phrases[governor.verb];
  const upper = governor && modalityOf(article, sentence, governor);
  const direct =
    governor?.object === at || sentence.phrases[at - 1]?.lemma === 'for' || sentence.phrases[at - 1]?.lemma === 'to';
  if (verb && upper && direct && status === 'done') {
    if (verb.lemma === 'announce' || verb.lemma === 'order') status = 'announced';
    else if (PLANS.has(verb.lemma) || verb.lemma === 'await' || verb.lemma === 'threaten' || verb.lemma === 'discuss')
      status = 'planned';
    else if (FAILS.has(verb.lemma)) {
      status = 'failed';
      negated = true;
    }
  }
  return {
    status,
    negated,
    possible,
    conditional: upper?.conditional ?? false,
    tense: status === 'planned' || status === 'announced' ? 'future' : (upper?.tense ?? 'past'),
  };
}
