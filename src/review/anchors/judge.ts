/**
 * How well a place fits an anchor. A short mark leans on its sentence, a long one on its own words. Context beyond the sentence tells where
 * the passage stood and not what it said. Hence the rule behind every threshold here: a passage may have been edited where it stood, or it may
 * have been carried elsewhere as it was; what is both edited and elsewhere wants far more of its own words, or it is another
 * passage that resembles it. The thresholds are from trials of ten kinds of edit on some three hundred articles.
 */
import type { Span } from '../../engine/text/span.ts';
import type { Aligner, Alignment, Pattern, Row } from './align.ts';
import type { Anchor } from './anchor.ts';
import { fold, isWordAt, sentenceEndIn, sentenceStartIn, stemsOf, type Words, wordsOf } from './words.ts';

/** An article cut into words, and where each of them stands. */
export interface ArticleWords extends Words, Row {
  readonly idOf: ReadonlyMap<string, number>;
  /** How often the word of an id stands in the article, and where last. */
  readonly counts: readonly number[];
  readonly lastOf: readonly number[];
  /** For each word, where the same one stands before it, or -1. */
  readonly previous: Int32Array;
}

/** The words of an article that is folded already. Linear. */
export function articleWords(folded: string): ArticleWords {
  const words = wordsOf(folded);
  const idOf = new Map<string, number>();
  const counts: number[] = [];
  const lastOf: number[] = [];
  const previous = new Int32Array(words.keys.length).fill(-1);
  const ids: number[] = [];
  for (let i = 0; i < words.keys.length; i++) {
    const key = words.keys[i] ?? '';
    const known = idOf.get(key);
    const id = known ?? counts.length;
    if (known === undefined) {
      idOf.set(key, id);
      counts.push(0);
      lastOf.push(-1);
    }
    ids.push(id);
    previous[i] = lastOf[id] ?? -1;
    lastOf[id] = i;
    counts[id] = (counts[id] ?? 0) + 1;
  }
  return { ...words, ids, stems: stemsOf(words.keys, 1), idOf, counts, lastOf, previous };
}

/** An anchor cut into words: `pattern.keys` is context, quote, context; the indices say where each part begins. */
export interface AnchorWords {
  readonly pattern: Pattern;
  /** Folded. */
  readonly before: string;
  readonly quote: string;
  readonly after: string;
  /** Words before this one stand in front of the mark's sentence. */
  readonly firstOfSentence: number;
  readonly firstOfQuote: number;
  readonly endOfQuote: number;
  readonly endOfSentence: number;
  /** Code units of `before` and `after` that belong to the mark's sentence. */
  readonly sentenceBefore: number;
  readonly sentenceAfter: number;
  /** Code units of the quote in front of its first word and behind its last. */
  readonly lead: number;
  readonly tail: number;
}

/** A share, and the weight of what it is a share of. */
interface Share {
  readonly of: number;
  readonly is: number;
}

/** A place in the text, and how much of each part of the anchor is found there. */
export interface Candidate extends Span {
  /** Whether the quote stands there, typography apart. */
  readonly literal: boolean;
  readonly quote: Share;
  readonly left: Share;
  readonly right: Share;
  readonly farLeft: Share;
  readonly farRight: Share;
  /** Whether the mark's sentence stands there around it as it was, as far as the anchor knows it. */
  readonly wholeSentence: boolean;
}

const weightOf = (key: string) => (key.length <= 3 && !/\d/.test(key) ? 0.5 : 1);

/** Cuts an anchor into words, with the ids that they have in an article; -1 for a word that it has not. */
export function anchorWords(anchor: Anchor, { idOf }: ArticleWords): AnchorWords {
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
      ids: keys.map(key => idOf.get(key) ?? -1),
      stems: stemsOf(keys, -1),
      weights: keys.map(weightOf),
      cutFirst: isWordAt(before, 0),
      cutLast: isWordAt(after, after.length - 1),
    },
    before,
    quote,
    after,
    firstOfSentence: left.starts.filter(start => start < sentence).length,
    firstOfQuote,
    endOfQuote,
    endOfSentence: endOfQuote + right.starts.filter(start => start < stop).length,
    sentenceBefore: before.length - sentence,
    sentenceAfter: stop,
    lead: own.starts[0] ?? 0,
    tail: quote.length - (own.ends.at(-1) ?? quote.length),
  };
}

function share(own: AnchorWords, same: Uint8Array, from: number, to: number): Share {
  let of = 0;
  let is = 0;
  for (let i = from; i < to; i++) {
    const weight = own.pattern.weights[i] ?? 1;
    of += weight;
    if (same[i] === 1) is += weight;
  }
  return { of, is };
}

function shares(own: AnchorWords, same: Uint8Array) {
  return {
    quote: share(own, same, own.firstOfQuote, own.endOfQuote),
    left: share(own, same, own.firstOfSentence, own.firstOfQuote),
    right: share(own, same, own.endOfQuote, own.endOfSentence),
    farLeft: share(own, same, 0, own.firstOfSentence),
    farRight: share(own, same, own.endOfSentence, own.pattern.keys.length),
  };
}

/** How many code units in front of `at` are those at the end of `before`. */
function sameBefore(text: string, at: number, before: string): number {
  let n = 0;
  while (n < before.length && n < at && text.charCodeAt(at - n - 1) === before.charCodeAt(before.length - n - 1)) n++;
  return n;
}

function sameAfter(text: string, at: number, after: string): number {
  let n = 0;
  while (n < after.length && at + n < text.length && text.charCodeAt(at + n) === after.charCodeAt(n)) n++;
  return n;
}

/** What candidates are measured with. */
interface Measuring {
  readonly text: ArticleWords;
  readonly folded: string;
  readonly aligner: Aligner;
}

/** The first word whose end lies behind an offset. */
function wordBehind(ends: readonly number[], offset: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Measures a place where the quote stands word for word. */
export function weighLiteral(own: AnchorWords, { text, folded, aligner }: Measuring, at: number): Candidate {
  const end = at + own.quote.length;
  const runLeft = sameBefore(folded, at, own.before);
  const runRight = sameAfter(folded, end, own.after);
  const { pattern } = own;
  const found = new Uint8Array(pattern.ids.length);
  found.fill(1, own.firstOfQuote, own.endOfQuote);
  const inside = wordBehind(text.ends, at);
  const behind = wordBehind(text.starts, end - 1);
  if (runLeft === own.before.length) found.fill(1, 0, own.firstOfQuote);
  else aligner.outwards(pattern, own.firstOfQuote - 1, own.firstOfQuote, text, inside - 1, -1, found);
  if (runRight === own.after.length) found.fill(1, own.endOfQuote);
  else aligner.outwards(pattern, own.endOfQuote, pattern.ids.length - own.endOfQuote, text, behind, 1, found);
  const wholeSentence = runLeft >= own.sentenceBefore && runRight >= own.sentenceAfter;
  return { start: at, end, literal: true, ...shares(own, found), wholeSentence };
}

/** Lays the anchor along the text around a diagonal and measures what fits; `undefined` where nothing stands in the mark's place. */
export function weigh(own: AnchorWords, { text, folded, aligner }: Measuring, diagonal: number): Candidate | undefined {
  const slack = Math.min(40, 6 + (own.pattern.ids.length >> 2));
  const alignment = aligner.along(own.pattern, text, diagonal, slack);
  const place = placeOf(own, alignment, text, folded);
  if (!place) return undefined;
  const { start, end, weight } = place;
  const measured = shares(own, alignment.same);
  // A mark that would swallow its neighbours holds words that are none of its own.
  const quote = { of: Math.max(measured.quote.of, weight), is: measured.quote.is };
  return { start, end, literal: false, ...measured, quote, wholeSentence: false };
}

/** Which words of the text stand in the mark's place: those laid on its own, and, where its edge was edited, all up to the neighbour's. */
function placeOf(
  own: AnchorWords,
  alignment: Alignment,
  words: Words,
  text: string,
): (Span & { weight: number }) | undefined {
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
  const from = words.starts[first] ?? 0;
  const to = words.ends[last] ?? 0;
  const start = from - sameBefore(text, from, own.quote.slice(0, own.lead));
  const end = to + sameAfter(text, to, own.quote.slice(own.quote.length - own.tail));
  return { start, end, weight: words.keys.slice(first, last + 1).reduce((n, key) => n + weightOf(key), 0) };
}

/** The share over several parts; `none` where they hold nothing. */
function ratio(parts: readonly Share[], none = 0): number {
  const of = parts.reduce((n, s) => n + s.of, 0);
  return of === 0 ? none : parts.reduce((n, s) => n + s.is, 0) / of;
}

/** What is held of a candidate. */
interface Judgement {
  /** Higher is likelier; comparable between candidates of one anchor. */
  readonly score: number;
  readonly accept: boolean;
  /** Whether it stands between its old neighbours. */
  readonly inPlace: boolean;
}

/** A quote of so many words is known by itself. */
const LONG = 6;

/** How good a candidate is, and whether good enough to attach the annotation there. */
export function judge(c: Candidate): Judgement {
  const sentence = ratio([c.quote, c.left, c.right]);
  const far = ratio([c.farLeft, c.farRight]);
  const farWeight = c.farLeft.of + c.farRight.of;
  const inPlace = farWeight >= 2 && far >= 0.6;
  const score = sentence * 0.8 + far * 0.1 + (c.literal ? 0.05 : 0) + (c.wholeSentence ? 0.05 : 0);
  return {
    score,
    accept: c.literal ? acceptLiteral(c, sentence, inPlace) : acceptChanged(c, sentence, inPlace),
    inPlace,
  };
}

function acceptLiteral(c: Candidate, sentence: number, inPlace: boolean): boolean {
  if (c.quote.of >= LONG) return true;
  if (inPlace) return sentence >= 0.55;
  const known = c.quote.of + c.left.of + c.right.of;
  if (c.wholeSentence && known >= 3) return true;
  return sentence >= 0.75;
}

function acceptChanged(c: Candidate, sentence: number, inPlace: boolean): boolean {
  const own = ratio([c.quote]);
  if (c.quote.of >= LONG) return own >= (inPlace ? 0.6 : 0.8);
  if (inPlace) return sentence >= 0.55;
  const left = ratio([c.left, c.farLeft]);
  const right = ratio([c.right, c.farRight]);
  const bothSides = c.left.of + c.farLeft.of >= 1.5 && c.right.of + c.farRight.of >= 1.5;
  return bothSides && left >= 0.6 && right >= 0.6 && sentence >= 0.65;
}
