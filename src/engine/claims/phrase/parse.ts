/** One article taken apart once: words, phrases and clauses, with the names and values that stand in them. */
import type { ArticleEntities, Mention, Value } from '../../entities/types.ts';
import type { ParagraphKind, Reading, Sentence } from '../../text/reading.ts';
import { spanAtTokens, type TokenRange } from '../../text/tokenRanges.ts';
import { tagWords } from '../tag/tagger.ts';
import type { Word } from '../tag/tags.ts';
import { type Clause, linkClauses } from './clauses.ts';
import { cutPhrases, type Phrase } from './phrases.ts';

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
  const mentionAt = spanAtTokens(reading, mentions);
  const valueAt = spanAtTokens(reading, values);
  const words = tagWords(reading, mentionAt);
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
    mentionAt,
    valueAt,
  };
}

/** Index of the mention that a token belongs to; undefined for none. */
export function mentionIndexAt(article: ParsedArticle, token: number): number | undefined {
  const number = article.mentionAt[token] ?? 0;
  return number > 0 ? number - 1 : undefined;
}

/** The mention that a token belongs to. */
export function mentionOfToken(article: ParsedArticle, token: number): Mention | undefined {
  return article.mentions[(article.mentionAt[token] ?? 0) - 1];
}

/** The date or quantity that a token belongs to. */
export function valueOfToken(article: ParsedArticle, token: number): Value | undefined {
  return article.values[(article.valueAt[token] ?? 0) - 1];
}

/** Whether a sentence may state anything: headings, datelines and credits do not. */
export function isStatement({ kind }: ParsedSentence): boolean {
  return kind === 'prose' || kind === 'bullet' || kind === 'post';
}

/**
 * The possessor in a noun phrase, as a phrase of its own: `Trump` in `Trump's decision`, `his` in `his call`. Of several the one nearest to
 * the head.
 */
export function possessorIn(article: ParsedArticle, phrase: Phrase): Phrase | undefined {
  for (let i = phrase.head - 1; i >= phrase.first; i--) {
    const word = article.words[i];
    if (word?.tag !== 'poss') continue;
    const named: TokenRange =
      word.lower === "'s" || word.lower === "'" ? { first: phrase.first, end: i } : { first: i, end: i + 1 };
    return { ...phrase, ...named, head: named.end - 1, lemma: article.words[named.end - 1]?.lemma ?? '' };
  }
  return undefined;
}
