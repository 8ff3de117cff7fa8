/**
 * Finds the article of a sidecar whose own is gone, by its quotes. An article is a home when at least half of the quotes of some length
 * stand in it word for word, and at least one does. Cost: quotes × articles, for orphans alone.
 */
import { CONTEXT } from '../anchors/anchor.ts';
import { fold } from '../anchors/words.ts';
import type { Sidecar } from '../format/sidecar.ts';
import type { Article } from './folder.ts';
import { byPath } from './folder.ts';

const MOST_QUOTES = 50;

/** The articles that may be the sidecar's own under another name, the best first, with how many of its quotes stand there. */
export function homesOf(sidecar: Sidecar, articles: readonly Article[]): { path: string; found: number; of: number }[] {
  const quotes = sidecar.records.annotations
    .map(({ record }) =>
      'quote' in record
        ? `${(record.before ?? '').slice(-CONTEXT / 2)}${record.quote}${(record.after ?? '').slice(0, CONTEXT / 2)}`
        : '',
    )
    .filter(quote => quote.length >= 12)
    .slice(0, MOST_QUOTES)
    .map(fold);
  if (quotes.length === 0) return [];
  return articles
    .map(({ path, text }) => {
      const folded = fold(text);
      return { path, found: quotes.filter(quote => folded.includes(quote)).length, of: quotes.length };
    })
    .filter(({ found, of }) => found > 0 && found * 2 >= of)
    .sort((a, b) => b.found - a.found || byPath(a, b));
}
