import type { Span } from './span.ts';

/** What a token is made of. A `mark` is punctuation or a symbol, one character a token but for `…`, `...` and `--`. */
export type TokenKind = 'word' | 'number' | 'mark' | 'url' | 'handle' | 'hashtag' | 'emoji';

/** The smallest piece of text the engine looks at: a word (with its inner apostrophes; `'s` and hyphens stand alone), a number, a mark. */
export interface Token extends Span {
  readonly text: string;
  /** Lower case, curly apostrophes straightened. */
  readonly lower: string;
  readonly kind: TokenKind;
  /** Whether white space stands in front of it. */
  readonly spaced: boolean;
}

/** What a paragraph is for. Names and claims are looked for in all of them but `code` and `matter`; headings state nothing. */
export type ParagraphKind = 'prose' | 'heading' | 'bullet' | 'post' | 'dateline' | 'credit' | 'code' | 'matter';

/** One block of an article: a line of plain text, or a run of lines in Markdown. A sentence never leaves it. */
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

/** An article's text, read once: everything later in the engine looks at this and parses nothing itself. */
export interface Reading {
  /** The normalized text that all offsets count in. */
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
}
