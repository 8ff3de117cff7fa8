/** What an anchor is, how one is made, and what can have become of it. Offsets count in the article's normalized text. */
import type { Span } from '../../engine/text/span.ts';
import { fold } from './words.ts';

/** W3C TextQuoteSelector and TextPositionSelector in one. By hand `quote` is enough. */
export interface Anchor {
  readonly quote: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly start?: number | undefined;
  readonly end?: number | undefined;
}

/** An anchor with all its parts, as the extension writes it. */
export interface FullAnchor extends Anchor {
  readonly before: string;
  readonly after: string;
  readonly start: number;
  readonly end: number;
}

/** What of a passage was edited that a verdict is most likely to hang on. */
export type ChangeKind = 'number' | 'name' | 'date' | 'negation';

export type Resolution =
  /** The quote stands where it stood. */
  | ({ readonly state: 'exact' } & Span)
  /** The same words, elsewhere, beyond doubt. */
  | ({ readonly state: 'moved' } & Span)
  /** The passage is still there, its words were edited from `was` to `now`. `kinds` is empty when nothing weighty changed. */
  | ({
      readonly state: 'changed';
      readonly was: string;
      readonly now: string;
      readonly kinds: readonly ChangeKind[];
    } & Span)
  /** Several places fit equally. */
  | { readonly state: 'ambiguous'; readonly candidates: readonly Span[] }
  /** The passage is gone; `candidates` are places that look like it and are not near enough to be it, best first, often none. */
  | { readonly state: 'lost'; readonly candidates: readonly Span[] };

export type Attached = Extract<Resolution, Span>;

/** How much context an anchor keeps to either side, in code units. */
export const CONTEXT = 64;

/** Whether the anchor's quote was found, wherever and however changed. */
export function isAttached(resolution: Resolution): resolution is Attached {
  return resolution.state === 'exact' || resolution.state === 'moved' || resolution.state === 'changed';
}

const isLow = (code: number) => code >= 0xdc00 && code <= 0xdfff;

/**
 * The anchor of a span: quote, context and place, taken from one text, so that they cannot disagree. White space at the span's ends is left
 * out, and no surrogate pair is cut in two. `undefined` for a span without words or outside the text.
 */
export function makeAnchor(text: string, span: Span): FullAnchor | undefined {
  let { start, end } = span;
  if (!(start >= 0 && end <= text.length && start < end)) return undefined;
  if (isLow(text.charCodeAt(start))) start--;
  if (isLow(text.charCodeAt(end))) end++;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  if (start === end) return undefined;
  let from = Math.max(0, start - CONTEXT);
  if (isLow(text.charCodeAt(from))) from++;
  let to = Math.min(text.length, end + CONTEXT);
  if (isLow(text.charCodeAt(to))) to--;
  return { quote: text.slice(start, end), before: text.slice(from, start), after: text.slice(end, to), start, end };
}

/** Shorter ones say too little without their sentence. */
const SHORT = 12;

/**
 * An anchor for where a person reads many in one list: the words alone where they stand once in the text, with context and place where
 * they do not. Alone they are not found again once one of them is changed; whoever has to show what became of them wants `makeAnchor`.
 */
export function makeShortAnchor(text: string, span: Span): Anchor | undefined {
  const anchor = makeAnchor(text, span);
  if (!anchor) return undefined;
  const { quote } = anchor;
  if (quote.length < SHORT) return anchor;
  const folded = fold(text);
  const words = fold(quote);
  return folded.indexOf(words) === folded.lastIndexOf(words) ? { quote } : anchor;
}

/** Whether an anchor's two selectors tell of the same place in this text; one that does not is never written. */
export function agrees(text: string, anchor: FullAnchor): boolean {
  return (
    anchor.end - anchor.start === anchor.quote.length &&
    text.startsWith(anchor.quote, anchor.start) &&
    text.startsWith(anchor.after, anchor.end) &&
    text.slice(anchor.start - anchor.before.length, anchor.start) === anchor.before
  );
}
