/**
 * Carries a mark along while its article is edited: between two readings, at once and without looking at words. Typing inside a mark
 * makes it longer, typing at its edge does not, and a mark whose words were all taken out stays behind as an empty span until undo or
 * the next reading (`AnchorResolver`) tells. Cost: marks × changes.
 */
import type { Span } from '../engine/text/span.ts';

/** One replacement, in offsets of the text before it: as `TextDocumentContentChangeEvent` tells, counted in normalized text. */
export interface TextChange extends Span {
  /** Length of what was put there. */
  readonly inserted: number;
}

function followOne(span: Span, change: TextChange): Span {
  const grown = change.inserted - (change.end - change.start);
  if (
    change.end <= span.start &&
    !(change.start === change.end && change.end === span.start && span.start === span.end)
  )
    return { start: span.start + grown, end: span.end + grown };
  if (change.start >= span.end) return span;
  const cutsStart = change.start < span.start;
  const cutsEnd = change.end > span.end;
  if (cutsStart && cutsEnd) return { start: change.start + change.inserted, end: change.start + change.inserted };
  if (cutsStart) return { start: change.start + change.inserted, end: span.end + grown };
  if (cutsEnd) return { start: span.start, end: change.start };
  return { start: span.start, end: span.end + grown };
}

/**
 * Where a span stands after changes that were made one after another, each counted in the text that the one before it left. (VS Code tells
 * the changes of one event last place first, which comes to the same.)
 */
export function followChanges(span: Span, changes: readonly TextChange[]): Span {
  return changes.reduce(followOne, span);
}
