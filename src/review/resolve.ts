/**
 * Finds an anchor's passage in a text that has changed. Goal: never silently wrong. Method: the exact words with their exact context first;
 * then words are laid along words (`align.ts`) at the places that share rare ones with the anchor, and each place is judged by
 * how much of the mark's own sentence is left there (`judge.ts`). Two places that fit equally are ambiguous, one that fits badly is lost.
 * Cost: one pass over the text, then the candidates (at most a dozen) times the anchor's words. After Hypothesis' match-quote.ts, whose
 * best candidate wins however bad; here a floor and a runner-up decide.
 */
import { overlap, type Span } from '../engine/text/span.ts';
import type { Anchor, Resolution } from './anchor.ts';
import { changeKinds } from './change.ts';
import { type AnchorWords, anchorWords, type Candidate, judge, weigh } from './judge.ts';
import { fold, type Words, wordsOf } from './words.ts';

/** More places than this, all with the same words, are not told apart by looking at every one of them. */
const MOST_OCCURRENCES = 400;
const MOST_CANDIDATES = 12;

/** One text in which any number of anchors are looked for. What is needed of it is made when it is first needed, and kept. */
export class AnchorResolver {
  readonly #text: string;
  #folded: string | undefined;
  #words: Words | undefined;
  #index: ReadonlyMap<string, readonly number[]> | undefined;

  /** `text` is normalized. */
  constructor(text: string) {
    this.#text = text;
  }

  /** What has become of an anchor. */
  resolve(anchor: Anchor): Resolution {
    if (this.#standsWhereItStood(anchor))
      return { state: 'exact', start: anchor.start ?? 0, end: (anchor.start ?? 0) + anchor.quote.length };
    const { quote } = anchor;
    if (!quote.trim()) return { state: 'lost', candidates: [] };
    const bare = !anchor.before && !anchor.after;
    if (bare) return this.#resolveBare(anchor);
    return this.#resolveByWords(anchor);
  }

  /** The unchanged article, which is nearly every case: no index is made for it. */
  #standsWhereItStood(anchor: Anchor): boolean {
    const { quote, before = '', after = '', start } = anchor;
    return (
      start !== undefined &&
      (before !== '' || after !== '') &&
      this.#text.startsWith(quote, start) &&
      this.#text.startsWith(after, start + quote.length) &&
      start >= before.length &&
      this.#text.startsWith(before, start - before.length)
    );
  }

  /** A quote written by hand, with no context: where it stands once it stands. */
  #resolveBare(anchor: Anchor): Resolution {
    const { quote, start } = anchor;
    const found = this.#occurrences(quote);
    const [only] = found;
    if (only !== undefined && found.length === 1)
      return {
        state: start === undefined || start === only ? 'exact' : 'moved',
        start: only,
        end: only + quote.length,
      };
    if (start !== undefined && found.includes(start)) return { state: 'exact', start, end: start + quote.length };
    if (found.length > 1)
      return {
        state: 'ambiguous',
        candidates: found.slice(0, MOST_CANDIDATES).map(at => ({ start: at, end: at + quote.length })),
      };
    return this.#resolveByWords(anchor);
  }

  #occurrences(quote: string): number[] {
    this.#folded ??= fold(this.#text);
    const folded = fold(quote);
    const found: number[] = [];
    for (
      let at = this.#folded.indexOf(folded);
      at >= 0 && found.length < MOST_OCCURRENCES;
      at = this.#folded.indexOf(folded, at + 1)
    )
      found.push(at);
    return found;
  }

  #resolveByWords(anchor: Anchor): Resolution {
    this.#folded ??= fold(this.#text);
    this.#words ??= wordsOf(this.#folded);
    this.#index ??= indexOf(this.#words);
    const own = anchorWords(anchor);
    const candidates = this.candidates(own);
    const judged = candidates
      .map(candidate => ({ candidate, ...judge(own, candidate) }))
      .sort((a, b) => b.score - a.score);
    const accepted = judged.filter(j => j.accept);
    const [best, second] = accepted;
    if (!best) {
      const near = judged.filter(j => j.score >= 0.4).slice(0, 3);
      return { state: 'lost', candidates: near.map(j => ({ start: j.candidate.start, end: j.candidate.end })) };
    }
    if (second && best.score - second.score < 0.08) {
      const tied = accepted.filter(j => best.score - j.score < 0.08);
      return { state: 'ambiguous', candidates: tied.map(j => ({ start: j.candidate.start, end: j.candidate.end })) };
    }
    return this.#attached(anchor, best.candidate);
  }

  #attached(anchor: Anchor, { start, end }: Candidate): Resolution {
    const now = this.#text.slice(start, end);
    if (plain(now) === plain(anchor.quote)) return { state: start === anchor.start ? 'exact' : 'moved', start, end };
    return { state: 'changed', start, end, was: anchor.quote, now, kinds: changeKinds(anchor.quote, now) };
  }

  /** The places worth judging: those that share rare words with the anchor in the same order, and those with its very quote. */
  candidates(own: AnchorWords): Candidate[] {
    const words = this.#words ?? wordsOf('');
    const folded = this.#folded ?? '';
    const votes = new Map<number, number>();
    own.pattern.keys.forEach((key, i) => {
      const places = this.#index?.get(key);
      if (!places || places.length > 40) return;
      for (const place of places) votes.set(place - i, (votes.get(place - i) ?? 0) + 1 / places.length);
    });
    for (const at of this.#occurrences(own.quote)) {
      const word = firstWordFrom(words, at);
      votes.set(word - own.firstOfQuote, (votes.get(word - own.firstOfQuote) ?? 0) + 4);
    }
    const out: Candidate[] = [];
    for (const diagonal of bestDiagonals(votes)) {
      const candidate = weigh(own, words, folded, diagonal);
      if (candidate && !out.some(c => sameSpan(c, candidate))) out.push(candidate);
    }
    return out;
  }
}

function sameSpan(a: Span, b: Span): boolean {
  return overlap(a, b) * 2 > Math.min(a.end - a.start, b.end - b.start);
}

/** White space of any length is one blank, typography straight. */
function plain(text: string): string {
  return fold(text).replace(/\s+/g, ' ').trim();
}

function indexOf(words: Words): Map<string, number[]> {
  const index = new Map<string, number[]>();
  words.keys.forEach((key, i) => {
    const places = index.get(key);
    if (places) places.push(i);
    else index.set(key, [i]);
  });
  return index;
}

/** The first word that ends after an offset. */
function firstWordFrom(words: Words, offset: number): number {
  let low = 0;
  let high = words.ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words.ends[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Neighbouring diagonals vote together, since words put in or left out shift the rest. */
function bestDiagonals(votes: ReadonlyMap<number, number>): number[] {
  const near = [...votes.keys()].map(diagonal => {
    let sum = 0;
    for (let d = -3; d <= 3; d++) sum += votes.get(diagonal + d) ?? 0;
    return { diagonal, sum: sum + (votes.get(diagonal) ?? 0) * 0.01 };
  });
  near.sort((a, b) => b.sum - a.sum || a.diagonal - b.diagonal);
  const kept: number[] = [];
  for (const { diagonal } of near) {
    if (kept.length >= MOST_CANDIDATES) break;
    if (!kept.some(other => Math.abs(other - diagonal) <= 2)) kept.push(diagonal);
  }
  return kept;
}
