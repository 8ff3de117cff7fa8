/**
 * Which articles tell of one event, across languages. Goal: a Spanish and an English report of the same fire are found to be of one story.
 * Method: names and numbers are much the same in every language that is written alike, so articles are compared by their capitalised words
 * within sentences and by their numbers, as the cosine of two sets. Cost: linear in the text, and one look-up a word for each pair.
 */
import type { ReaderArticle } from './story.ts';

/** Words in the body of a sentence that begin with a capital, and numbers of two and more digits. */
const TELLING = /(?<=[\p{L}\p{N},;][ \u00a0])\p{Lu}[\p{L}\p{M}]{2,}|\d{2,}/gu;

/** The names and numbers of each article, by path. What most articles of a folder hold tells nothing, and is left out. */
export function signatures(articles: readonly ReaderArticle[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map(articles.map(({ path, text }) => [path, new Set((text.match(TELLING) ?? []).map(plain))]));
  if (articles.length < 6) return found;
  const counts = new Map<string, number>();
  for (const words of found.values()) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const telling = (word: string) => (counts.get(word) ?? 0) <= articles.length / 2;
  return new Map([...found].map(([path, words]) => [path, new Set([...words].filter(telling))]));
}

/** 0..1: the cosine of two sets of words. */
export function likeness(a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared / Math.sqrt(a.size * b.size);
}

/** `Bogotá` and `Bogota` are one name. */
function plain(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
