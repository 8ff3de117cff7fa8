import type { Span } from '../../engine/text/span.ts';
import { markLength } from '../../review/base/sentences.ts';
import { withoutLinks } from '../kit/messages.ts';

/** Words of an article around a span, on one line, with the stretches of it that are to stand out. */
export interface Excerpt {
  readonly text: string;
  readonly strong: readonly Span[];
}

/**
 * The span, and as much of its line around it as fits; when the span itself is too long, what surrounds the first stretch that is to stand out.
 * @param strong stretches of `text` to stand out
 */
export function excerptOf(text: string, span: Span, most: number, strong: readonly Span[] = []): Excerpt {
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const lineBreak = text.indexOf('\n', span.end);
  const lineEnd = lineBreak < 0 ? text.length : lineBreak;
  let { start, end } = span;
  if (end - start > most) {
    const focus = strong.find(stretch => stretch.start >= start && stretch.end <= end);
    start = focus && focus.end - start > most ? wordStart(text, Math.max(start, focus.start - most / 3)) : start;
    end = wordEnd(text, Math.min(end, start + most));
  } else {
    const spare = (most - (end - start)) / 2;
    start = wordStart(text, Math.max(lineStart + markLength(text, lineStart), start - spare));
    end = wordEnd(text, Math.min(lineEnd, end + spare));
  }
  const head = start > lineStart + markLength(text, lineStart) ? '… ' : '';
  const tail = end < lineEnd ? '\u00a0…' : '';
  const inner = text.slice(start, end).replace(/\s/g, ' ');
  const shown = strong
    .filter(stretch => stretch.start < end && stretch.end > start)
    .map(stretch => ({
      start: Math.max(stretch.start, start) - start + head.length,
      end: Math.min(stretch.end, end) - start + head.length,
    }));
  return { text: head + inner + tail, strong: shown };
}

/** How much of a row may be spent on what stands before the words that count. */
const LEAD = 10;

/** For a row that may be cut off on the right: the words from just before the first stretch that is to stand out. */
export function rowExcerpt(text: string, span: Span, strong: readonly Span[] = []): string {
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const lineBreak = text.indexOf('\n', span.end);
  const lineEnd = lineBreak < 0 ? text.length : lineBreak;
  const first = lineStart + markLength(text, lineStart);
  const from = Math.max(first, span.start, (strong[0]?.start ?? 0) - LEAD);
  const start = from > first ? wordStart(text, from) : first;
  const end = wordEnd(text, Math.min(lineEnd, start + 120));
  return (start > first ? '… ' : '') + text.slice(start, end).replace(/\s/g, ' ') + (end < lineEnd ? ' …' : '');
}

/** The next beginning of a word from here on. */
function wordStart(text: string, at: number): number {
  let start = Math.floor(at);
  if (start === 0 || /\s/.test(text.charAt(start - 1))) return start;
  while (start < text.length && !/\s/.test(text.charAt(start))) start++;
  while (start < text.length && /[^\S\n]/.test(text.charAt(start))) start++;
  return start;
}

/** The last end of a word up to here. */
function wordEnd(text: string, at: number): number {
  let end = Math.ceil(at);
  if (end >= text.length || /\s/.test(text.charAt(end))) return end;
  while (end > 0 && !/\s/.test(text.charAt(end - 1))) end--;
  return end - (end > 0 ? 1 : 0);
}

/** Words of a reviewer on one line, of at most so many characters, links as their words alone. */
export function shorten(words: string, most: number): string {
  const line = withoutLinks(words.replace(/\s+/g, ' ').trim());
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}
