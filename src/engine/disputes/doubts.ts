/**
 * Sentences that announce by their own words that something is held otherwise somewhere: it is denied, unknown, unconfirmed, or somebody says
 * that it is not so. Each names what it doubts, its scope, by which the statements that it answers are found.
 *
 * Method: patterns of a cue and the side on which its scope lies (doubtPatterns.ts; compare negation cues and scopes, Morante and Daelemans
 * 2009); where none matches, reported speech that begins with a negation. Cost: linear in the sentence, once a pattern.
 */
import { type ReadArticle, speakerName } from '../matches/article.ts';
import type { Sentence } from '../text/reading.ts';
import type { Span } from '../text/span.ts';
import { BARE, DOUBT_PATTERNS, type Doubt, IDLE, NEGATED, PRONOUN } from './doubtPatterns.ts';

/** One doubt in a sentence; the span is what it doubts. */
export interface DoubtMention extends Span {
  readonly doubt: Doubt;
  /** The words that doubt. */
  readonly cue: Span;
  /** The core of the scope: what the negation stands before. */
  readonly focus: Span;
  /** What is shown: the sentence, or what is said in it. */
  readonly shown: Span;
  /** Whoever doubts, where the text says so. */
  readonly party?: string;
}

/** How many characters a scope reaches. */
const REACH = 130;
/** Behind a cue fewer characters are no scope; it lies before then. */
const SHORT = 12;

/** The doubts of one sentence. */
export function doubtsOf(article: ReadArticle, at: number): DoubtMention[] {
  const sentence = article.reading.sentences[at];
  if (!sentence) return [];
  const found = byPattern(article, sentence, at);
  return found.length > 0 ? found : negatedClaims(article, sentence, at);
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
      const before = { start: Math.max(0, match.index - REACH), end: match.index };
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
        shown: sentence,
        ...partyAt(article, sentence, at, sentence.start + match.index),
      });
    }
  }
  return found;
}

/** What somebody says that something is not. */
function negatedClaims(article: ReadArticle, sentence: Sentence, at: number): DoubtMention[] {
  return article.claims.claims.flatMap(claim => {
    if (claim.sentence !== at || !claim.speaker) return [];
    const span = { start: claim.start, end: Math.min(claim.end, sentence.end) };
    const said = article.reading.text.slice(span.start, span.end).replaceAll('\n', ' ');
    const match = NEGATED.exec(said);
    if (!match || IDLE.test(said) || PRONOUN.test(said)) return [];
    const behind = match[0].length;
    return [
      {
        ...span,
        doubt: 'negated' as const,
        cue: { start: span.start, end: span.start + behind },
        focus: { start: span.start + behind, end: span.start + clauseEnd(said, behind) },
        shown: span,
        ...partyAt(article, sentence, at, span.start),
      },
    ];
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

/** Whoever is said to say what stands at an offset, or the name right before it. */
function partyAt(article: ReadArticle, sentence: Sentence, at: number, offset: number): { readonly party?: string } {
  const { claims, entities, names } = article;
  const speaker = claims.claims.find(
    c => c.sentence === at && c.speaker && Math.min(c.start, c.speaker.words.start) <= offset && offset <= c.end,
  )?.speaker;
  if (speaker) return { party: speakerName(article, speaker) };
  const index = entities.mentions.findLastIndex(m => m.start >= sentence.start && m.end <= offset);
  const mention = entities.mentions[index];
  const near = mention && offset - mention.end < 25 && mention.type !== 'place';
  return near ? { party: names[index] ?? mention.text } : {};
}
