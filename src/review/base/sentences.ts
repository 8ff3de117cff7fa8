/** The sentences that a passage stands in, for whoever quotes it: found by punctuation alone. Linear in the line. */
import type { Span } from '../../engine/text/span.ts';

/** The whole sentences, as far as punctuation tells them, that a span stands in; never beyond its lines. */
export function sentencesAround(text: string, span: Span): Span {
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const lineBreak = text.indexOf('\n', span.end);
  const lineEnd = lineBreak < 0 ? text.length : lineBreak;
  const ends = /[.!?…]["”’')\]]*\s+(?=["“‘'(]?[\p{Lu}\p{N}])/gu;
  let start = lineStart + markLength(text, lineStart);
  // Two characters more, since where the span begins a sentence it is its own first letter that tells so.
  for (const match of text.slice(lineStart, span.start + 2).matchAll(ends)) {
    const next = lineStart + match.index + match[0].length;
    if (next <= span.start) start = next;
  }
  const [after] = text.slice(Math.max(span.end - 1, span.start), lineEnd).matchAll(ends);
  const end = after ? Math.max(span.end - 1, span.start) + after.index + after[0].trimEnd().length : lineEnd;
  return { start: Math.min(start, span.start), end: Math.max(end, span.end) };
}

/** How long the mark of a bullet, heading or quotation is that a line begins with. */
export function markLength(text: string, lineStart: number): number {
  return /^[ \t]*(?:(?:[-*+•]|#{1,6}|>|\d+[.)])[ \t]+)*/.exec(text.slice(lineStart, lineStart + 20))?.[0].length ?? 0;
}
