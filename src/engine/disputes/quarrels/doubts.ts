/**
 * Sentences that announce by their own words that something is held otherwise somewhere: it is denied, unknown, unconfirmed, or somebody says
 * that it is not so. Each names what it doubts, its scope, by which the statements that it answers are found.
 *
 * Method: patterns of a cue and the side on which its scope lies (doubtPatterns.ts; compare negation cues and scopes, Morante and Daelemans
 * 2009); then reports of denial and negated statements (negations.ts) that no pattern has met. Cost: linear in the sentence, once a pattern.
 */
import type { Claim } from '../../claims/types.ts';
import { type ReadArticle, speakerName } from '../../matches/article.ts';
import type { Sentence } from '../../text/reading.ts';
import { overlap, type Span } from '../../text/span.ts';
import { negatedEvents } from '../base/negations.ts';
import { BARE, CLAUSE, DENIES, DOUBT_PATTERNS, type Doubt } from './doubtPatterns.ts';

/** One doubt in a sentence; the span is what it doubts. */
export interface DoubtMention extends Span {
  readonly doubt: Doubt;
  /** The words that doubt. */
  readonly cue: Span;
  /** The core of the scope: what the negation stands before. */
  readonly focus: Span;
  /** Whoever doubts, where the text says so. */
  readonly party?: string;
}

/** How many characters a scope reaches. */
const REACH = 130;
/** Behind a cue fewer characters are no scope; it lies before then. */
const SHORT = 12;
/** How many characters into what somebody says a negated clause still begins with it. */
const OPENING = 40;
/** How far before a denied clause the verb stands that denies it, in characters. */
const GOVERNED = 30;

/** The doubts of one sentence. */
export function doubtsOf(article: ReadArticle, at: number): DoubtMention[] {
  const { sentences, paragraphs } = article.reading;
  const sentence = sentences[at];
  const kind = sentence && paragraphs[sentence.paragraph]?.kind;
  if (!sentence || kind === 'dateline' || kind === 'credit') return [];
  const found: DoubtMention[] = [];
  for (const doubt of byPattern(article, sentence, at)) if (!meets(found, doubt.cue)) found.push(doubt);
  for (const doubt of deniedClaims(article, sentence, at)) if (!meets(found, doubt.cue)) found.push(doubt);
  for (const doubt of negations(article, sentence, at)) {
    if (!meets(found, { start: doubt.start, end: doubt.focus.start + 1 })) found.push(doubt);
  }
  return found;
}

/** Whether one of the doubts found already has its cue there. */
function meets(found: readonly DoubtMention[], span: Span): boolean {
  return found.some(other => overlap(other.cue, span) > 0);
}

/** Doubts by the words that announce them. */
function byPattern(article: ReadArticle, sentence: Sentence, at: number): DoubtMention[] {
  const text = article.reading.text.slice(sentence.start, sentence.end).replaceAll('\n', ' ');
  const found: DoubtMention[] = [];
  for (const { doubt, cue, scope } of DOUBT_PATTERNS) {
    for (const match of text.matchAll(cue)) {
      const behind = match.index + match[0].length;
      if (/\b(?:not|n[’']t|no one is) $/i.test(text.slice(0, match.index))) continue;
      if (doubt === 'denied' && BARE.test(text.slice(behind))) continue;
      const after = { start: behind, end: clauseEnd(text, behind) };
      const before = { start: wordStart(text, match.index - REACH), end: match.index };
      const picked =
        scope === 'all'
          ? { start: 0, end: text.length }
          : scope === 'before' || after.end - after.start < SHORT
            ? before
            : after;
      const span = { start: sentence.start + picked.start, end: sentence.start + picked.end };
      found.push({
        ...span,
        doubt,
        cue: { start: sentence.start + match.index, end: sentence.start + behind },
        focus: span,
        ...partyAt(article, sentence, at, sentence.start + match.index),
      });
    }
  }
  return found;
}

/** What somebody is reported to deny in a clause of its own: `denied (that) the army had fired`. */
function deniedClaims(article: ReadArticle, sentence: Sentence, at: number): DoubtMention[] {
  const { text } = article.reading;
  return article.claims.claims.flatMap(claim => {
    if (claim.sentence !== at || claim.voice !== 'denial') return [];
    const from = Math.max(sentence.start, claim.start - GOVERNED);
    const cue = [...text.slice(from, claim.start).matchAll(DENIES)].at(-1);
    if (!cue || !CLAUSE.test(text.slice(claim.start, claim.end))) return [];
    const span = { start: claim.start, end: Math.min(claim.end, sentence.end) };
    const start = from + cue.index;
    return [
      {
        ...span,
        doubt: 'denied' as const,
        cue: { start, end: start + cue[0].length },
        focus: span,
        ...(claim.speaker && { party: speakerName(article, claim.speaker) }),
      },
    ];
  });
}

/** What somebody, or the article itself, says is not so. */
function negations(article: ReadArticle, sentence: Sentence, at: number): DoubtMention[] {
  const { text } = article.reading;
  const line = text.slice(sentence.start, sentence.end).replaceAll('\n', ' ');
  return negatedEvents(article, at).map(({ start, agent, trigger }) => {
    const end = sentence.start + clauseEnd(line, trigger.end - sentence.start);
    const claim = innermost(article.claims.claims, at, trigger.start);
    const speaker = claim?.speaker;
    const own = Math.min(start, agent?.start ?? start);
    // What is said begins with what the negation is about: `raising the fare does not …`.
    const begin = claim && own > claim.start && own - claim.start < OPENING ? claim.start : own;
    return {
      start: begin,
      end,
      doubt: speaker ? ('negated' as const) : ('told' as const),
      cue: { start: begin, end: trigger.start },
      focus: { start: trigger.start, end },
      ...(speaker && { party: speakerName(article, speaker) }),
    };
  });
}

/** Where the clause that begins at an offset ends. */
function clauseEnd(text: string, from: number): number {
  // The cue itself may stand in quotation marks that close right behind it.
  const rest = text.slice(from, from + REACH).replace(/^[”"]/, ' ');
  const stop =
    /[;”"]|, (?:but|and|while|citing|saying|adding|describing)\b|, \w+ \w+ (?:said|told)\b| (?:but|although|though|while) /.exec(
      rest,
    );
  return from + (stop?.index ?? rest.length);
}

/** Where the first whole word from an offset on begins. */
function wordStart(text: string, from: number): number {
  return from <= 0 ? 0 : text.indexOf(' ', from) + 1;
}

/** Of the claims that somebody is reported to make, with their cues, the shortest around an offset. */
function innermost(claims: readonly Claim[], at: number, offset: number): Claim | undefined {
  let best: Claim | undefined;
  for (const claim of claims) {
    if (claim.sentence !== at || !claim.speaker) continue;
    if (offset < Math.min(claim.start, claim.speaker.words.start) || offset > claim.end) continue;
    if (!best || claim.end - claim.start < best.end - best.start) best = claim;
  }
  return best;
}

/** Whoever is said to say what stands at an offset, or the name right before it. */
function partyAt(article: ReadArticle, sentence: Sentence, at: number, offset: number): { readonly party?: string } {
  const { claims, entities, names } = article;
  const speaker = innermost(claims.claims, at, offset)?.speaker;
  if (speaker) return { party: speakerName(article, speaker) };
  const index = entities.mentions.findLastIndex(m => m.start >= sentence.start && m.end <= offset);
  const mention = entities.mentions[index];
  const near = mention && offset - mention.end < 25 && mention.type !== 'place';
  return near ? { party: names[index] ?? mention.text } : {};
}
