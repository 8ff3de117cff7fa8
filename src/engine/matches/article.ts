/**
 * What matching and disputes get to see of an article.
 */
import type { ArticleClaims, Speaker } from '../claims/types.ts';
import type { ArticleEntities, ArticleInfo, NameType } from '../entities/types.ts';
import type { Reading } from '../text/reading.ts';

/** An article with all that was read from it alone, and who its names stand for in the folder. */
export interface ReadArticle {
  readonly path: string;
  readonly info: ArticleInfo;
  readonly reading: Reading;
  readonly entities: ArticleEntities;
  readonly claims: ArticleClaims;
  /** Canonical name of each mention, index for index. */
  readonly names: readonly string[];
  /** Type of each mention once the whole folder is known. */
  readonly types: readonly NameType[];
}

/** What to call a speaker: the canonical name where the words are, or lead back to, a name; else what the text calls them. */
export function speakerName({ names, types }: ReadArticle, { mention, text }: Speaker): string {
  const name = mention === undefined ? undefined : names[mention];
  if (mention === undefined || name === undefined) return text;
  return types[mention] === 'group' && /[^s]$/.test(name) && !/(?:ese|sh|ch)$/.test(name) ? `${name}s` : name;
}
