/** Runs of tokens: their span in the text, their words, and the sentence they stand in. */
import type { Reading, Token } from './reading.ts';
import type { Span } from './span.ts';

/** The tokens from index `first` up to, but without, index `end`. */
export interface TokenRange {
  readonly first: number;
  readonly end: number;
}

/** The span of the text that tokens `first` up to, but without, `end` cover. */
export function tokenSpan({ tokens }: Pick<Reading, 'tokens'>, first: number, end: number): Span {
  return { start: tokens[first]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 };
}

/** The same tokens in lower case, with one space between two. */
export function wordsOf(tokens: readonly Token[], first: number, end: number): string {
  let words = tokens[first]?.lower ?? '';
  for (let i = first + 1; i < end; i++) words += ` ${tokens[i]?.lower ?? ''}`;
  return words;
}

/** For every token the number of the span that holds it, counted from 1; 0 where none does. Spans are in order and do not overlap. */
export function spanAtTokens({ tokens }: Reading, spans: readonly Span[]): Uint16Array {
  const numbers = new Uint16Array(tokens.length);
  let at = 0;
  spans.forEach((span, index) => {
    while (at < tokens.length && (tokens[at]?.end ?? 0) <= span.start) at++;
    for (let i = at; i < tokens.length && (tokens[i]?.start ?? 0) < span.end; i++) numbers[i] = index + 1;
  });
  return numbers;
}

/** Index of the sentence that a token (by its index) stands in. Binary search. */
export function sentenceOfToken({ sentences }: Reading, token: number): number {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences[middle]?.firstToken ?? 0) <= token) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Reads tokens in lower case by their index. From `limit` on, and where no token is, it reads the empty string. */
export function wordReader(tokens: readonly Token[], limit: number): (token: number) => string {
  return token => (token < limit ? (tokens[token]?.lower ?? '') : '');
}
