/**
 * A stretch of an article's text. Offsets count UTF-16 code units in the normalized text (see `normalizeText`),
 * `end` exclusive. Every offset in the engine, in sidecars and in `analyze`'s output is one of these.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How many UTF-16 code units two spans share; 0 when they do not meet. */
export function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

/** Whether `outer` holds the whole of `inner`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Order by start, the longer first where two start together: an enclosing span comes before what it encloses. */
export function bySpan(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}
