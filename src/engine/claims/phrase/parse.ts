/** One article taken apart once: words, phrases and clauses, with the names and values that stand in them. */
import type { ArticleEntities, Mention, Value } from '../../entities/types.ts';
import type { ParagraphKind, Reading, Sentence } from '../../text/reading.ts';
import type { Span } from '../../text/span.ts';
import { tagWords } from '../tag/tagger.ts';
import type { Word } from '../tag/tags.ts';
import { type Clause, linkClauses } from './clauses.ts';
import { cutPhrases, type Phrase, spreadOverTokens } from './phrases.ts';

/** One sentence with its phrases and clauses. Clauses index the phrases, phrases the article's tokens. */
export interface ParsedSentence {
  readonly index: number;
  readonly sentence: Sentence;
  readonly kind: ParagraphKind;
  readonly phrases: readonly Phrase[];
  readonly clauses: readonly Clause[];
}

export interface ParsedArticle {
  readonly reading: Reading;
  readonly mentions: readonly Mention[];
  readonly values: readonly Value[];
  readonly words: readonly Word[];
  readonly sentences: readonly ParsedSentence[];
  /** For every token the mention it belongs to, as index plus one; 0 for none. */
  readonly mentionAt: Uint16Array;
  /** For the token of a pronoun, the mention that it leads back to. Empty until who says what is known. */
  readonly antecedents: ReadonlyMap<number, number>;
  /** The same for values. */
  readonly valueAt: Uint16Array;
}

/** Tags, phrases and clauses of an article. Linear in its tokens. */
export function parseArticle(reading: Reading, entities: ArticleEntities): ParsedArticle {
  const { mentions, values } = entities;
  const words = tagWords(reading, mentions);
  const valueAt = spreadOverTokens(reading, values);
  const sentences = reading.sentences.map((sentence, index): ParsedSentence => {
    const phrases = cutPhrases(words, sentence, values, valueAt);
    const kind = reading.paragraphs[sentence.paragraph]?.kind ?? 'prose';
    return { index, sentence, kind, phrases, clauses: linkClauses(phrases, words) };
  });
  return {
    reading,
    mentions,
    values,
    words,
    sentences,
    antecedents: new Map(),
    mentionAt: spreadOverTokens(reading, mentions),
    valueAt,
  };
}

/** The text's span from token `first` up to, but without, token `end`. */
export function tokenSpan(reading: Reading, first: number, end: number): Span {
  return { start: reading.tokens[first]?.start ?? 0, end: reading.tokens[end - 1]?.end ?? 0 };
}

/** Index of the mention that a noun phrase is headed by: the last one in it, when nothing but its name ends the phrase. */
export function headMention(article: ParsedArticle, phrase: Phrase): number | undefined {
  const at = article.mentionAt[phrase.head] ?? 0;
  return at > 0 ? at - 1 : undefined;
}
