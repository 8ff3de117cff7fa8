/**
 * From attributions and events to claims: each statement once, with its own span, speaker and sureness.
 *
 * A reported clause is its speaker's claim; what is left of the sentence is the article's own, cut where a second fact begins.
 */

import { contains } from '../text/span.ts';
import type { TokenRange } from '../text/tokenRanges.ts';
import { tokenSpan } from '../text/tokenRanges.ts';
import type { ParsedArticle, ParsedSentence } from './phrase/parse.ts';
import type { Attribution } from './speech/attribution.ts';
import { UNNAMED } from './speech/cues.ts';
import type { Certainty, Claim, EventFrame, EventStatus, Voice } from './types.ts';
import { CHECKABLE, worthOf } from './worth.ts';

/** All claims of one sentence. */
export function claimsOf(
  article: ParsedArticle,
  sentence: ParsedSentence,
  attributions: readonly Attribution[],
  events: readonly EventFrame[],
): readonly Claim[] {
  const claims: Claim[] = [];
  for (const attribution of attributions) claims.push(reportedClaim(article, sentence, attribution, events));
  if (sentence.kind !== 'post')
    for (const range of ownRanges(article, sentence, attributions)) {
      const claim = ownClaim(article, sentence, range, events);
      if (claim) claims.push(claim);
    }
  return claims.sort((a, b) => a.start - b.start || b.end - a.end);
}

function reportedClaim(
  article: ParsedArticle,
  sentence: ParsedSentence,
  attribution: Attribution,
  events: readonly EventFrame[],
): Claim {
  const range = trimmed(article, attribution.content);
  const span = tokenSpan(article.reading, range.first, range.end);
  const inside = events
    .filter(e => contains(span, e.trigger))
    .map(e => (attribution.direct && isOwnPromise(article, e) ? { ...e, status: 'announced' as const } : e));
  const worth = worthOf(article, sentence, range, inside, attribution.speaker);
  const main = inside[0];
  const voice: Voice = attribution.class === 'denial' ? 'denial' : attribution.direct ? 'direct' : 'indirect';
  return {
    start: span.start,
    end: span.end,
    sentence: sentence.index,
    checkworthiness: worth.score,
    reasons: worth.reasons,
    speaker: attribution.speaker,
    voice,
    status: statusOf(main, attribution),
    certainty: certaintyOf(attribution, inside),
    negated: (main?.negated ?? false) !== (attribution.class === 'denial'),
    events: inside,
  };
}

/** `We will revoke it`: in somebody's own mouth a plan is an announcement. */
function isOwnPromise(article: ParsedArticle, event: EventFrame): boolean {
  if (event.status !== 'planned' || event.tense !== 'future' || event.possible || event.conditional || !event.agent)
    return false;
  return /^(?:i|we)$/i.test(article.reading.text.slice(event.agent.start, event.agent.end));
}

function statusOf(main: EventFrame | undefined, attribution: Attribution): EventStatus {
  if (attribution.class === 'demand' || (attribution.class === 'attitude' && !attribution.clausal)) return 'planned';
  if (!main) return 'done';
  return main.status === 'planned' &&
    main.agent !== undefined &&
    attribution.class === 'speech' &&
    !main.possible &&
    attribution.clausal
    ? 'announced'
    : main.status;
}

function certaintyOf(attribution: Attribution, events: readonly EventFrame[]): Certainty {
  if (attribution.class === 'denial') return 'denied';
  if (events.length > 0 && events.every(e => e.possible)) return 'possible';
  if (attribution.class === 'attitude') return 'possible';
  if (attribution.class === 'judgement') return 'alleged';
  const head =
    attribution.speaker.mention === undefined
      ? (attribution.speaker.text.toLowerCase().replace(/s$/, '').split(' ').at(-1) ?? '')
      : '';
  return UNNAMED.has(head) ? 'reported' : 'asserted';
}

/** The parts of a sentence that nobody else is said to say. */
function ownRanges(
  article: ParsedArticle,
  sentence: ParsedSentence,
  attributions: readonly Attribution[],
): readonly TokenRange[] {
  const clausal = attributions.filter(
    r => r.clausal && r.class !== 'judgement' && (!r.direct || standsApart(article, sentence, r.content)),
  );
  const { firstToken, endToken } = sentence.sentence;
  const total = endToken - firstToken;
  const covered = clausal.reduce(
    (sum, r) => sum + Math.max(0, Math.min(r.content.end, endToken) - Math.max(r.content.first, firstToken)),
    0,
  );
  // With cue and adjuncts taken off nothing of its own is left.
  if (covered > 0.6 * total) return [];
  const cued = new Set(clausal.flatMap(r => (r.clause === undefined ? [] : [r.clause])));
  const cuts = [firstToken, ...factBoundaries(article, sentence), endToken];
  const ranges: TokenRange[] = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const first = cuts[i] ?? 0;
    const end = cuts[i + 1] ?? 0;
    const taken = clausal.reduce(
      (sum, r) => sum + Math.max(0, Math.min(r.content.end, end) - Math.max(r.content.first, first)),
      0,
    );
    if (taken > 0.6 * (end - first)) continue;
    for (const left of without(first, end, clausal)) {
      const range = trimmed(article, left);
      if (range.end - range.first >= 3 && (taken === 0 || statesItself(sentence, range, cued))) ranges.push(range);
    }
  }
  return ranges;
}

/** Whether quoted words are a part of their own, between commas, a colon or the sentence's edges, rather than woven into the article's. */
function standsApart(article: ParsedArticle, sentence: ParsedSentence, content: TokenRange): boolean {
  const mark = (i: number): string => article.words[i]?.lower ?? '';
  const { firstToken, endToken } = sentence.sentence;
  const before = content.first - 2;
  const opens = before < firstToken || /^[,:.?!—–]$/.test(mark(before)) || mark(before) === 'that';
  const closes =
    content.end + 1 >= endToken || /^[,.?!—–]$/.test(mark(content.end - 1)) || /^[,.]$/.test(mark(content.end + 1));
  return opens && closes;
}

/** What is left of a stretch when the reported contents are taken out; the whole when there are none. */
function without(first: number, end: number, attributions: readonly Attribution[]): readonly TokenRange[] {
  const inside = attributions
    .filter(r => r.content.first < end && r.content.end > first)
    .sort((a, b) => a.content.first - b.content.first);
  const left: TokenRange[] = [];
  let at = first;
  for (const { content } of inside) {
    if (content.first > at) left.push({ first: at, end: content.first });
    at = Math.max(at, content.end);
  }
  if (at < end) left.push({ first: at, end });
  return left;
}

/** Whether a remainder holds a finite verb other than the cues whose contents were taken out. */
function statesItself(sentence: ParsedSentence, range: TokenRange, cued: ReadonlySet<number>): boolean {
  return sentence.clauses.some((clause, i) => {
    const verb = sentence.phrases[clause.verb];
    return (
      (clause.relation === 'main' || clause.relation === 'coordinate') &&
      verb?.group?.form === 'finite' &&
      !cued.has(i) &&
      verb.first >= range.first &&
      verb.end <= range.end &&
      verb.lemma !== 'say' &&
      verb.lemma !== 'write' &&
      verb.lemma !== 'add'
    );
  });
}

/** Tokens at which a second fact begins: `; `, `, and Y did`, `and did`, `while Z did`. */
function factBoundaries(article: ParsedArticle, sentence: ParsedSentence): readonly number[] {
  const { phrases, clauses } = sentence;
  const found: number[] = [];
  for (const clause of clauses) {
    const verb = phrases[clause.verb];
    if (verb?.group?.form !== 'finite') continue;
    const begins =
      (clause.relation === 'main' || clause.relation === 'adverbial') &&
      clause.subject !== undefined &&
      clause.subject < clause.verb
        ? clause.subject
        : clause.relation === 'coordinate'
          ? clause.verb
          : undefined;
    if (begins === undefined) continue;
    let k = begins - 1;
    while (phrases[k]?.kind === 'adv' || phrases[k]?.kind === 'time') k--;
    const before = phrases[k];
    if (!before || k <= 0) continue;
    const joint =
      before.kind === 'conj' ||
      before.lemma === ';' ||
      before.lemma === ',' ||
      (before.kind === 'sub' && (before.lemma === 'while' || before.lemma === 'whereas'));
    if (!joint || (clause.relation === 'adverbial' && before.kind !== 'sub')) continue;
    const earlier = clauses.some(
      c =>
        c.verb < k &&
        phrases[c.verb]?.group?.form === 'finite' &&
        c.relation !== 'relative' &&
        c.relation !== 'adverbial',
    );
    if (!earlier || (before.lemma === ',' && clause.relation === 'main')) continue;
    const at = before.kind === 'mark' ? before.end : before.first;
    if (article.words[at] !== undefined) found.push(at);
  }
  return found.sort((a, b) => a - b);
}

/** Without marks and conjunctions around it. */
function trimmed(article: ParsedArticle, range: TokenRange): TokenRange {
  let { first, end } = range;
  while (first < end && isEdge(article.words[first]?.tag, article.words[first]?.lower, true)) first++;
  while (end > first && isEdge(article.words[end - 1]?.tag, article.words[end - 1]?.lower, false)) end--;
  // A closing mark inside whose opening one stands right before belongs to the words as much.
  if (first > 0 && /^[“"]$/.test(article.words[first - 1]?.lower ?? '') && hasClosing(article, first, end)) first--;
  return end > first ? { first, end } : range;
}

function hasClosing(article: ParsedArticle, first: number, end: number): boolean {
  for (let i = first; i < end - 1; i++) {
    const lower = article.words[i]?.lower;
    if (lower === '“') return false;
    if (lower === '”' || lower === '"') return true;
  }
  return false;
}

function isEdge(tag: string | undefined, lower: string | undefined, front: boolean): boolean {
  if (tag === 'conj') return true;
  if (tag !== 'mark') return false;
  return front ? !/^[([$£€#@]$/.test(lower ?? '') : !/^[)\]%.!?…]$/.test(lower ?? '');
}

function ownClaim(
  article: ParsedArticle,
  sentence: ParsedSentence,
  range: TokenRange,
  events: readonly EventFrame[],
): Claim | undefined {
  const span = tokenSpan(article.reading, range.first, range.end);
  const inside = events.filter(e => contains(span, e.trigger));
  const worth = worthOf(article, sentence, range, inside, undefined);
  if (worth.score < CHECKABLE || isExhortation(article, sentence, range)) return undefined;
  const main = inside.find(e => e.predicate !== 'say') ?? inside[0];
  return {
    start: span.start,
    end: span.end,
    sentence: sentence.index,
    checkworthiness: worth.score,
    reasons: worth.reasons,
    voice: main?.predicate === 'comment' && main.negated ? 'denial' : 'article',
    status: main?.status ?? 'done',
    certainty: ownCertainty(article, range, main),
    negated: main?.negated ?? false,
    events: inside,
  };
}

function ownCertainty(article: ParsedArticle, range: TokenRange, main: EventFrame | undefined): Certainty {
  for (let i = range.first; i < range.end; i++) {
    const lower = article.words[i]?.lower;
    if (lower === 'allegedly' || lower === 'accused' || lower === 'suspected') return 'alleged';
    if (lower === 'reportedly' || lower === 'apparently') return 'reported';
  }
  return main?.possible ? 'possible' : 'asserted';
}

/** `Obey the order!`, `Why now?`: asks or bids rather than states. */
function isExhortation(article: ParsedArticle, sentence: ParsedSentence, range: TokenRange): boolean {
  const last = article.words[sentence.sentence.endToken - 1]?.lower;
  if (last === '?') return true;
  return (
    article.words[range.first]?.tag === 'base' &&
    !sentence.clauses.some(c => sentence.phrases[c.verb]?.group?.form === 'finite')
  );
}
