/** What a text consists of once it is read: the shapes of tokens, sentences and paragraphs. */
import type { Span } from './span.ts';

/** What a token is made of. A `mark` is punctuation or a symbol: one character, except for `...` and `--`. */
export type TokenKind = 'word' | 'number' | 'mark' | 'url' | 'handle' | 'hashtag' | 'emoji';

/** The smallest piece of text that the engine looks at, such as a word or a number. `'s` and hyphens are tokens of their own. */
export interface Token extends Span {
  readonly text: string;
  /** Lower case, curly apostrophes straightened. */
  readonly lower: string;
  readonly kind: TokenKind;
  /** Whether white space stands in front of it. */
  readonly spaced: boolean;
}

/**
 * What a paragraph is for. `matter` is front matter. `code` and `matter` have no sentences; of the others only `prose`, `bullet` and `post`
 * may state anything.
 */
export type ParagraphKind = 'prose' | 'heading' | 'bullet' | 'post' | 'dateline' | 'credit' | 'code' | 'matter';

/** One block of an article: a line of plain text, or a run of lines in Markdown. No sentence reaches over two. */
export interface Paragraph extends Span {
  readonly kind: ParagraphKind;
  /** Its sentences are `sentences[firstSentence]` up to, but without, `sentences[endSentence]`. */
  readonly firstSentence: number;
  readonly endSentence: number;
}

/** A sentence without the white space around it. */
export interface Sentence extends Span {
  /** Index into `Reading.paragraphs`. */
  readonly paragraph: number;
  readonly firstToken: number;
  readonly endToken: number;
}

/** An article's text, read once. All later steps of the engine look at this and take no text apart themselves. */
export interface Reading {
  /** The normalized text that all offsets count in. */
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
}
