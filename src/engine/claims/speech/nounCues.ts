/**
 * Reports that no verb of saying makes: `according to X`, `X's claim that`, `X is confident that`, `in X's view`, `X:` in a headline.
 */

import type { TokenRange } from '../../text/tokenRanges.ts';
import { type ParsedArticle, type ParsedSentence, possessorIn } from '../phrase/parse.ts';
import type { Phrase } from '../phrase/phrases.ts';
import type { Speaker } from '../types.ts';
import type { Attribution } from './attribution.ts';
import { contentEnd } from './content.ts';
import { ADJECTIVE_CUES, LIGHT_VERBS, NOUN_CUES, VERB_CUES } from './cues.ts';
import type { Resolve } from './verbCues.ts';

/** `in his view`, `by her own account`. */
const VIEWS: ReadonlySet<string> = new Set([
  'view',
  'opinion',
  'eye',
  'word',
  'account',
  'admission',
  'estimate',
  'reckoning',
  'estimation',
  'telling',
  'mind',
  'judgment',
  'judgement',
  'version',
]);

const FEELS: ReadonlySet<string> = new Set([
  'be',
  'feel',
  'seem',
  'remain',
  'become',
  'grow',
  'appear',
  'get',
  'sound',
]);

/** Reports of one sentence by prepositions, nouns and adjectives, in order. */
export function nounAttributions(
  article: ParsedArticle,
  sentence: ParsedSentence,
  quoted: (token: number) => boolean,
  resolve: Resolve,
): readonly Attribution[] {
  const attributions: Attribution[] = [];
  const add = (
    speaker: Speaker | undefined,
    content: TokenRange | undefined,
    clausal: boolean,
    kind: Attribution['class'],
    clause?: number,
  ): void => {
    if (!speaker || !content || content.end <= content.first) return;
    attributions.push({
      sentence: sentence.index,
      speaker,
      content,
      class: kind,
      direct: false,
      clausal,
      negated: false,
      ...(clause !== undefined && { clause }),
    });
  };
  const { phrases } = sentence;
  phrases.forEach((phrase, k) => {
    if (quoted(phrase.head)) return;
    const aside = asPut(sentence, k);
    if (aside !== undefined) add(resolve(sentence, k + 1, true), aside, true, 'speech');
    if (phrase.lemma === 'accord' || phrase.lemma === 'according') {
      if (phrases[k + 1]?.lemma === 'to' && phrases[k + 2]?.kind === 'np')
        add(resolve(sentence, k + 2, true), accordingContent(sentence, k), true, 'speech');
    } else if (/^(?:in|by|to)$/.test(phrase.lemma) && VIEWS.has(phrases[k + 1]?.lemma ?? '')) {
      const view = phrases[k + 1];
      const whose = view && owner(article, sentence, view, resolve, k + 1);
      if (whose) add(whose, accordingContent(sentence, k, 2), true, 'attitude');
    } else if (phrase.kind === 'np' && (NOUN_CUES.has(phrase.lemma) || phrase.lemma === 'view')) {
      const found = nounAttribution(article, sentence, k, resolve);
      if (found) add(found.speaker, found.content, found.clausal, 'speech');
    }
  });
  sentence.clauses.forEach((clause, index) => {
    const verb = phrases[clause.verb];
    if (!verb || clause.subject === undefined || quoted(verb.head)) return;
    const found = adjectiveContent(sentence, clause.verb, verb);
    if (found) add(resolve(sentence, clause.subject, false), found.content, found.clausal, 'attitude', index);
  });
  return attributions;
}

/** `As a memo put it, …`, `…, as police have said`: the rest of the sentence. */
function asPut(sentence: ParsedSentence, k: number): TokenRange | undefined {
  const { phrases } = sentence;
  if (phrases[k]?.lemma !== 'as' || phrases[k + 1]?.kind !== 'np') return undefined;
  const verb = phrases[k + 2];
  if (verb?.kind !== 'verb' || verb.group?.form !== 'finite') return undefined;
  const put = verb.lemma === 'put' && phrases[k + 3]?.lemma === 'it';
  if (!put && VERB_CUES.get(verb.lemma)?.takes.has('quote') !== true) return undefined;
  const after = phrases[put ? k + 4 : k + 3];
  if (after !== undefined && after.kind !== 'mark') return undefined;
  const last = phrases.findLast(p => p.kind !== 'mark');
  if (k === 0) {
    const next = phrases[put ? k + 5 : k + 4];
    return next && last ? { first: next.first, end: last.end } : undefined;
  }
  return phrases[k - 1]?.lemma === ','
    ? { first: startOfClause(sentence, k), end: phrases[k - 2]?.end ?? 0 }
    : undefined;
}

/** What is so, according to somebody: the rest of the sentence when it opens with the words, otherwise what stands before them. */
function accordingContent(sentence: ParsedSentence, k: number, width = 3): TokenRange | undefined {
  const { phrases } = sentence;
  const last = phrases.findLast(p => p.kind !== 'mark');
  const opening =
    k === 0 || (k <= 2 && phrases[k - 1]?.kind !== 'np' && !phrases.slice(0, k).some(p => p.kind === 'verb'));
  if (opening) {
    // The comma that ends the adjunct is the first with a subject and its finite verb after it.
    for (let at = k + width; at < phrases.length; at++) {
      if (phrases[at]?.lemma !== ',') continue;
      const subject = sentence.clauses.find(
        c =>
          c.subject !== undefined &&
          c.subject > at &&
          phrases[c.verb]?.group?.form === 'finite' &&
          c.relation !== 'relative',
      );
      const next = phrases[at + 1];
      if (
        next &&
        last &&
        subject?.subject !== undefined &&
        subject.subject - at <= 4 &&
        next.kind !== 'wh' &&
        next.lemma !== 'including'
      )
        return { first: next.first, end: last.end };
    }
    return undefined;
  }
  const first = phrases[0]?.kind === 'conj' ? phrases[1] : phrases[0];
  const before = phrases[k - 1]?.lemma === ',' ? phrases[k - 2] : phrases[k - 1];
  return first && before ? { first: startOfClause(sentence, k), end: before.end } : undefined;
}

/** Going left from `k`, where the sentence or its last part after a semicolon or dash begins. */
function startOfClause(sentence: ParsedSentence, k: number): number {
  for (let at = k - 1; at > 0; at--) {
    const phrase = sentence.phrases[at];
    if (phrase?.kind === 'mark' && /^(?:;|—|–|--)$/.test(phrase.lemma)) return sentence.phrases[at + 1]?.first ?? 0;
  }
  return (sentence.phrases[0]?.kind === 'conj' ? sentence.phrases[1] : sentence.phrases[0])?.first ?? 0;
}

interface NounFound {
  readonly speaker: Speaker;
  readonly content: TokenRange;
  readonly clausal: boolean;
}

/** `X's claim that …`, `his call for …`, `the allegation by X that …`, `issued a warning that …`. */
function nounAttribution(
  article: ParsedArticle,
  sentence: ParsedSentence,
  k: number,
  resolve: Resolve,
): NounFound | undefined {
  const { phrases } = sentence;
  const phrase = phrases[k];
  if (!phrase) return undefined;
  let at = k + 1;
  let speaker = owner(article, sentence, phrase, resolve, k);
  if (phrases[at]?.lemma === 'by' || phrases[at]?.lemma === 'from' || phrases[at]?.lemma === 'of') {
    const by =
      phrases[at + 1]?.kind === 'np' && phrases[at]?.lemma !== 'of' ? resolve(sentence, at + 1, false) : undefined;
    if (by) {
      speaker ??= by;
      at += 2;
    }
  }
  const next = phrases[at];
  if (!next) return undefined;
  if (!speaker) {
    const clause = sentence.clauses.findLast(c => c.object === k && LIGHT_VERBS.has(phrases[c.verb]?.lemma ?? ''));
    if (clause?.subject !== undefined) speaker = resolve(sentence, clause.subject, false);
  }
  if (!speaker) return undefined;
  if (next.kind === 'that') {
    const from = at + 1;
    return phrases[from]
      ? {
          speaker,
          content: { first: phrases[from]?.first ?? 0, end: contentEnd(sentence, from, 'clause', next) },
          clausal: true,
        }
      : undefined;
  }
  if (
    phrase.lemma === 'statement' ||
    phrase.lemma === 'comment' ||
    phrase.lemma === 'remark' ||
    phrase.lemma === 'view' ||
    phrase.lemma === 'opinion'
  )
    return undefined;
  if (next.kind === 'verb' && next.group?.form === 'infinitive')
    return {
      speaker,
      content: { first: next.first, end: contentEnd(sentence, at, 'infinitive', next) },
      clausal: false,
    };
  if (
    next.kind === 'prep' &&
    /^(?:for|of|about|against|over|to|on)$/.test(next.lemma) &&
    phrases[at + 1] !== undefined &&
    phrases[at + 1]?.kind !== 'mark'
  ) {
    return {
      speaker,
      content: { first: phrases[at + 1]?.first ?? 0, end: contentEnd(sentence, at + 1, 'np', next) },
      clausal: false,
    };
  }
  return undefined;
}

/** Whoever the possessive in front of the noun names. */
function owner(
  article: ParsedArticle,
  sentence: ParsedSentence,
  phrase: Phrase,
  resolve: Resolve,
  k: number,
): Speaker | undefined {
  const possessor = possessorIn(article, phrase);
  return possessor && resolve(sentence, k, false, possessor);
}

function adjectiveContent(
  sentence: ParsedSentence,
  v: number,
  verb: Phrase,
): { readonly content: TokenRange; readonly clausal: boolean } | undefined {
  const { phrases } = sentence;
  let k = v + 1;
  const participle = verb.group?.passive && ADJECTIVE_CUES.has(`${verb.lemma.replace(/e$/, '')}ed`);
  if (!participle) {
    if (!FEELS.has(verb.lemma)) return undefined;
    while (phrases[k]?.kind === 'adv') k++;
    const adjective = phrases[k];
    if (adjective?.kind !== 'adj' && !(adjective?.kind === 'verb' && adjective.group?.form === 'participle'))
      return undefined;
    if (!ADJECTIVE_CUES.has(adjective.lemma) && !ADJECTIVE_CUES.has(`${adjective.lemma.replace(/e$/, '')}ed`))
      return undefined;
    k++;
  }
  const next = phrases[k];
  const after = phrases[k + 1];
  if (!next || !after) return undefined;
  if (next.kind === 'that')
    return { content: { first: after.first, end: contentEnd(sentence, k + 1, 'clause', verb) }, clausal: true };
  if (next.kind === 'np' && sentence.clauses.some(c => c.subject === k && phrases[c.verb]?.group?.form === 'finite'))
    return { content: { first: next.first, end: contentEnd(sentence, k, 'clause', verb) }, clausal: true };
  if (next.kind === 'wh' || (next.kind === 'sub' && /^(?:if|whether|how|why)$/.test(next.lemma)))
    return { content: { first: next.first, end: contentEnd(sentence, k, 'clause', verb) }, clausal: true };
  if (next.group?.form === 'infinitive')
    return { content: { first: next.first, end: contentEnd(sentence, k, 'infinitive', verb) }, clausal: false };
  if (next.kind === 'prep' && /^(?:of|about|by|with|over|at|to|on)$/.test(next.lemma) && after.kind !== 'mark')
    return { content: { first: after.first, end: contentEnd(sentence, k + 1, 'np', verb) }, clausal: false };
  return undefined;
}
