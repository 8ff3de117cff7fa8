/** What a model is given to read: the articles of one story, whatever their language. */
import type { ArticleInfo } from '../engine/entities/types.ts';
import type { Span } from '../engine/text/span.ts';

/** An article as the reader needs it. */
export interface ReaderArticle {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  /** Normalized (`normalizeText`). */
  readonly text: string;
  readonly info: ArticleInfo;
  /** Fingerprint of the text, `sha256-…`: what tells later on that the article is another now. */
  readonly fingerprint: string;
  /** Claims that the engine found, where it reads the language: passages are narrowed to them. */
  readonly claims: readonly Span[];
}

/** Two or more articles on one event. */
export interface ReaderStory {
  /** A slug: names the story in files. */
  readonly id: string;
  readonly title: string;
  /** In order of their paths. */
  readonly articles: readonly ReaderArticle[];
}
