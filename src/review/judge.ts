/**
 * How well a place fits an anchor. A short mark leans on its sentence, a long one on its own words; context beyond the sentence says where
 * the passage stood and not what it said, so it can vouch for a passage that was edited in place, and never for one by itself.
 */
import type { Span } from '../engine/text/span.ts';
import { type Alignment, align, type Pattern } from './align.ts';
import type { Anchor } from './anchor.ts';
import { fold, isWordAt, sentenceEndIn, sentenceStartIn, type Words, wordsOf } from './words.ts';

/** An anchor cut into words: `pattern.keys` is context, quote, context; the indices say where each part begins. */
export interface AnchorWords {
  readonly pattern: Pattern;
  readonly quote: string;
  /** Words before this one stand in front of the mark's sentence. */
  readonly firstOfSentence: number;
  readonly firstOfQuote: number;
  readonly endOfQuote: number;
  readonly endOfSentence: number;
  /** Code units of the quote in front of its first word and behind its last. */
  readonly lead: number;
  readonly tail: number;
}

/** A share, and the weight of what it is a share of. */
export interface Share {
  readonly of: number;
  readonly is: number;
}

export interface Candidate extends Span {
  readonly quote: Share;
  readonly left: Share;
  readonly right: Share;
  readonly farLeft: Share;
  readonly farRight: Share;
  /** How many words of the text stand in the mark's place. */
  readonly width: number;
  readonly alignment: Alignment;
}

const weightOf = (key: string) => (key.length <= 3 && !/\d/.test(key) ? 0.5 : 1);

export function anchorWords(anchor: Anchor): AnchorWords {
  const before = fold(anchor.before ?? '');
  const quote = fold(anchor.quote);
  const after = fold(anchor.after ?? '');
  const sentence = sentenceStartIn(anchor.before ?? '');
  const stop = sentenceEndIn(anchor.after ?? '');
  const left = wordsOf(before);
  const own = wordsOf(quote);
  const right = wordsOf(after);
  const keys = [...left.keys, ...own.keys, ...right.keys];
  const firstOfQuote = left.keys.length;
  const endOfQuote = firstOfQuote + own.keys.length;
  return {
    pattern: {
      keys,
      weights: keys.map(weightOf),
      cutFirst: isWordAt(before, 0),
      cutLast: isWordAt(after, after.length - 1),
    },
    quote: anchor.quote,
    firstOfSentence: left.starts.filter(start => start < sentence).length,
    firstOfQuote,
    endOfQuote,
    endOfSentence: endOfQuote + right.starts.filter(start => start < stop).length,
    lead: own.starts[0] ?? 0,
    tail: quote.length - (own.ends.at(-1) ?? quote.length),
  };
}

function share(own: AnchorWords, alignment: Alignment, from: number, to: number): Share {
  let of = 0;
  let is = 0;
  for (let i = from; i < to; i++) {
    const weight = own.pattern.weights[i] ?? 1;
    of += weight;
    if (alignment.same[i]) is += weight;
  }
  return { of, is };
}

/** Lays the anchor along the text around a diagonal and measures what fits; `undefined` where nothing stands in the mark's place. */
export function weigh(own: AnchorWords, words: Words, text: string, diagonal: number): Candidate | undefined {
  const slack = Math.min(40, 6 + (own.pattern.keys.length >> 2));
  const alignment = align(own.pattern, words, diagonal, slack);
  const place = placeOf(own, alignment, words, text);
  if (!place) return undefined;
  return {
    ...place,
    quote: share(own, alignment, own.firstOfQuote, own.endOfQuote),
    left: share(own, alignment, own.firstOfSentence, own.firstOfQuote),
    right: share(own, alignment, own.endOfQuote, own.endOfSentence),
    farLeft: share(own, alignment, 0, own.firstOfSentence),
    farRight: share(own, alignment, own.endOfSentence, own.pattern.keys.length),
    alignment,
  };
}

/** Which words of the text stand in the mark's place: those laid on its own, and, where its edge was edited, all up to the neighbour's. */
function placeOf(
  own: AnchorWords,
  alignment: Alignment,
  words: Words,
  text: string,
): (Span & { width: number }) | undefined {
  let first = -1;
  let last = -1;
  for (let i = own.firstOfQuote; i < own.endOfQuote; i++) {
    const to = alignment.to[i] ?? -1;
    if (to < 0) continue;
    if (first < 0) first = to;
    last = to;
  }
  if (first < 0) return undefined;
  const leftNeighbour = own.firstOfQuote > 0 ? (alignment.to[own.firstOfQuote - 1] ?? -1) : -1;
  const rightNeighbour = alignment.to[own.endOfQuote] ?? -1;
  if (!alignment.same[own.firstOfQuote] && leftNeighbour >= 0 && alignment.same[own.firstOfQuote - 1])
    first = leftNeighbour + 1;
  if (!alignment.same[own.endOfQuote - 1] && rightNeighbour >= 0 && alignment.same[own.endOfQuote])
    last = rightNeighbour - 1;
  const start = (words.starts[first] ?? 0) - leadAt(text, words.starts[first] ?? 0, fold(own.quote).slice(0, own.lead));
  const end =
    (words.ends[last] ?? 0) + tailAt(text, words.ends[last] ?? 0, fold(own.quote).slice(own.quote.length - own.tail));
  return { start, end, width: last - first + 1 };
}

/** How much of the marks in front of the quote's first word stands in front of this one. */
function leadAt(text: string, at: number, lead: string): number {
  let n = 0;
  while (n < lead.length && at - n > 0 && text.charAt(at - n - 1) === lead.charAt(lead.length - n - 1)) n++;
  return n;
}

function tailAt(text: string, at: number, tail: string): number {
  let n = 0;
  while (n < tail.length && text.charAt(at + n) === tail.charAt(n)) n++;
  return n;
}

const ratio = (...shares: readonly Share[]) => {
  const of = shares.reduce((n, s) => n + s.of, 0);
  return of === 0 ? 0 : shares.reduce((n, s) => n + s.is, 0) / of;
};

export interface Judgement {
  readonly score: number;
  readonly accept: boolean;
}

export function judge(own: AnchorWords, c: Candidate): Judgement {
  const sentence = ratio(c.quote, c.left, c.right);
  const far = ratio(c.farLeft, c.farRight);
  const farWeight = c.farLeft.of + c.farRight.of;
  const exact = c.quote.is === c.quote.of;
  const score = sentence * 0.9 + far * 0.1;
  const vouched = farWeight >= 2 && far >= 0.6;
  const accept = exact ? sentence >= (vouched ? 0.45 : 0.75) : vouched ? sentence >= 0.4 : sentence >= 0.8;
  return { score, accept: accept && own.quote !== '' };
}
