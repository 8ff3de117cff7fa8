import type { Span } from './span.ts';

/** One replacement: a span of the text before it, in UTF-16 code units, and what stands there afterwards. */
export interface TextChange extends Span {
  /** What was put there. */
  readonly text: string;
}

/**
 * The one stretch in which two texts differ, between what both begin with and what both end with: true of typing, and of any single edit.
 * Where they are equal it is empty. It never begins or ends between the two halves of a surrogate pair. Cost: linear.
 */
export function changeBetween(before: string, after: string): TextChange {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  if (isHighSurrogate(before, head - 1)) head--;
  const most = shorter - head;
  let tail = 0;
  while (tail < most && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail))
    tail++;
  if (tail > 0 && isLowSurrogate(before, before.length - tail)) tail--;
  return { start: head, end: before.length - tail, text: after.slice(head, after.length - tail) };
}

function isHighSurrogate(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800;
}

function isLowSurrogate(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}
