/** Pieces of which titles of disputed facts are made. */
import type { ReadArticle } from '../../matches/article.ts';
import type { Span } from '../../text/span.ts';
import { clauseAround } from './evidence.ts';

/** What is asked, and what it is known by from one analysis to the next. */
export interface Question {
  readonly title: string;
  /** Words that the fact's id is made from. */
  readonly key: readonly string[];
}

/** Past participles that no rule gives. */
const PARTICIPLES: ReadonlyMap<string, string> = new Map([
  ['beat', 'beaten'],
  ['buy', 'bought'],
  ['catch', 'caught'],
  ['cut', 'cut'],
  ['drive', 'driven'],
  ['find', 'found'],
  ['fly', 'flown'],
  ['give', 'given'],
  ['hold', 'held'],
  ['hurt', 'hurt'],
  ['leave', 'left'],
  ['lose', 'lost'],
  ['make', 'made'],
  ['pay', 'paid'],
  ['put', 'put'],
  ['run', 'run'],
  ['sell', 'sold'],
  ['send', 'sent'],
  ['shoot', 'shot'],
  ['spend', 'spent'],
  ['steal', 'stolen'],
  ['strike', 'struck'],
  ['sue', 'sued'],
  ['take', 'taken'],
  ['win', 'won'],
  ['write', 'written'],
]);
/** `revoke` → `revoked`. */
export function participle(verb: string): string {
  const [first = verb, ...rest] = verb.split('-');
  const made =
    PARTICIPLES.get(first) ??
    (/[^aeiou]y$/.test(first)
      ? `${first.slice(0, -1)}ied`
      : first.endsWith('e')
        ? `${first}d`
        : /^[^aeiou]*[aeiou][bdgmnprt]$/.test(first)
          ? `${first}${first.at(-1)}ed`
          : `${first}ed`);
  return [made, ...rest].join(' ');
}

/** The words around a value with a gap in its place: what a reader would have to fill in. */
export function gapAround(article: ReadArticle, sentence: number, value: Span): string {
  const { text } = article.reading;
  const around = clauseAround(article.reading, sentence, value, 4, 5);
  return `“${shortened(`${text.slice(around.start, value.start)}… ${text.slice(value.end, around.end)}`)}”`;
}

/** How long quoted words are at most, in characters. */
const LONGEST = 64;

/** Words for a title: without quotation marks and loose ends, cut at a word where they are too many. */
function shortened(words: string): string {
  const clean = words
    .replace(/[“”"]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:.–—-]+|[\s,;:–—-]+$/g, '');
  if (clean.length <= LONGEST) return clean;
  return `${clean.slice(0, clean.lastIndexOf(' ', LONGEST))} …`;
}

/** The most frequent of some words, of equally frequent ones the first by code point; undefined when there is none. */
export function commonest(words: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}
