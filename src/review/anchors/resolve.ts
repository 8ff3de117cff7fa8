/**
 * Finds an anchor's passage in a text that has changed. Goal: never silently wrong. Method: the exact words with their exact context first;
 * then words are laid along words (`align.ts`) at the places that share rare ones with the anchor, and each place is judged by
 * how much of the mark's own sentence is left there (`judge.ts`). Two places that fit equally are ambiguous, one that fits badly is lost.
 * Cost: one pass over the text, then the candidates (at most a dozen) times the anchor's words. After Hypothesis' match-quote.ts, whose
 * best candidate wins however bad; here a floor and a runner-up decide.
 */
import { overlap, type Span } from '../../engine/text/span.ts';
import { Aligner } from './align.ts';
import type { Anchor, Resolution } from './anchor.ts';
import { changeKinds } from './change.ts';
import {
  type AnchorWords,
  type ArticleWords,
  anchorWords,
  articleWords,
  type Candidate,
  judge,
  weigh,
  weighLiteral,
} from './judge.ts';
import { fold, isWordAt } from './words.ts';

/** More places than this, all with the same words, are not told apart by looking at every one of them. */
const MOST_OCCURRENCES = 200;
const MOST_CANDIDATES = 8;
/** Two places whose scores differ by less fit equally. */
const TIE = 0.08;

/** One text in which any number of anchors are looked for. What is needed of it is made when it is first needed, and kept. */
export class AnchorResolver {
  readonly #text: string;
  readonly #aligner: Aligner;
  #folded: string | undefined;
  #words: ArticleWords | undefined;

  /** `text` is normalized. Resolvers that are used one after another may share an aligner. */
  constructor(text: string, aligner: Aligner = new Aligner()) {
    this.#text = text;
    this.#aligner = aligner;
  }

  #fold(): string {
    this.#folded ??= fold(this.#text);
    return this.#folded;
  }

  #cut(): ArticleWords {
    this.#words ??= articleWords(this.#fold());
    return this.#words;
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
    const found = this.#occurrences(anchor);
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

  /** Where a quote stands: as words of its own where it was that, and not within longer ones (`Sept` in `September`). */
  #occurrences({ before = '', quote, after = '' }: Anchor): number[] {
    const folded = this.#fold();
    const wanted = fold(quote);
    const ownStart = isWordAt(wanted, 0) && !isWordAt(before, before.length - 1);
    const ownEnd = isWordAt(wanted, wanted.length - 1) && !isWordAt(after, 0);
    const found: number[] = [];
    for (
      let at = folded.indexOf(wanted);
      at >= 0 && found.length < MOST_OCCURRENCES;
      at = folded.indexOf(wanted, at + 1)
    ) {
      const within = (ownStart && isWordAt(folded, at - 1)) || (ownEnd && isWordAt(folded, at + wanted.length));
      if (!within) found.push(at);
    }
    return found;
  }

  #resolveByWords(anchor: Anchor): Resolution {
    const folded = foldedAnchor(anchor);
    const verbatim = this.#verbatim(folded);
    if (verbatim !== undefined) return this.#attached(anchor, { start: verbatim, end: verbatim + anchor.quote.length });
    const own = anchorWords(anchor, this.#cut());
    const filled = this.#filledGap(own);
    if (filled) return this.#attached(anchor, filled);
    const judged = this.candidates(own)
      .map(candidate => ({ candidate, ...judge(candidate) }))
      .sort((a, b) => b.score - a.score || a.candidate.start - b.candidate.start);
    const accepted = judged.filter(j => j.accept);
    const [best] = accepted;
    if (!best) {
      const near = judged.filter(j => j.score >= 0.4).slice(0, 3);
      return { state: 'lost', candidates: near.map(spanOf) };
    }
    const tied = accepted.filter(j => best.score - j.score < TIE || (j.inPlace && !best.inPlace));
    return tied.length > 1
      ? { state: 'ambiguous', candidates: tied.map(spanOf) }
      : this.#attached(anchor, best.candidate);
  }

  /** Where quote and context stand as they were, when that is one place alone. */
  #verbatim({ before, quote, after }: FoldedAnchor): number | undefined {
    const folded = this.#fold();
    const whole = before + quote + after;
    const at = folded.indexOf(whole);
    return at >= 0 && folded.indexOf(whole, at + 1) < 0 ? at + before.length : undefined;
  }

  /**
   * Where the context stands as it was, to the letter on both sides, with other words in between: when that is one place alone and the
   * context is of the mark's own sentence. Between two other sentences anything may have been put in.
   */
  #filledGap(own: AnchorWords): Span | undefined {
    const { before, quote, after } = own;
    if (own.sentenceBefore + own.sentenceAfter < 16 || before.length < 8 || after.length < 8) return undefined;
    const folded = this.#fold();
    const most = quote.length * 2 + 40;
    let found: Span | undefined;
    for (let at = folded.indexOf(before); at >= 0; at = folded.indexOf(before, at + 1)) {
      const start = at + before.length;
      const end = folded.indexOf(after, start);
      if (end < 0) break;
      if (end - start > most || !folded.slice(start, end).trim()) continue;
      if (found) return undefined;
      found = { start, end };
    }
    return found;
  }

  #attached(anchor: Anchor, { start, end }: Span): Resolution {
    const now = this.#text.slice(start, end);
    if (plain(now) === plain(anchor.quote)) return { state: start === anchor.start ? 'exact' : 'moved', start, end };
    return { state: 'changed', start, end, was: anchor.quote, now, kinds: changeKinds(anchor.quote, now) };
  }

  /** The places worth judging: those with the very quote, and those that share rare words with the anchor in the same order. */
  candidates(own: AnchorWords): Candidate[] {
    const measuring = { text: this.#cut(), folded: this.#fold(), aligner: this.#aligner };
    const out = this.#occurrences(own).map(at => weighLiteral(own, measuring, at));
    const votes = new Map<number, number>();
    const { counts, lastOf, previous } = measuring.text;
    own.pattern.ids.forEach((id, i) => {
      const count = counts[id] ?? 0;
      if (count > 40) return;
      for (let at = lastOf[id] ?? -1; at >= 0; at = previous[at] ?? -1)
        votes.set(at - i, (votes.get(at - i) ?? 0) + 1 / count);
    });
    for (const diagonal of bestDiagonals(votes)) {
      const candidate = weigh(own, measuring, diagonal);
      if (candidate && !out.some(c => sameSpan(c, candidate))) out.push(candidate);
    }
    return out;
  }
}

interface FoldedAnchor {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}

function foldedAnchor({ before = '', quote, after = '' }: Anchor): FoldedAnchor {
  return { before: fold(before), quote: fold(quote), after: fold(after) };
}

const spanOf = ({ candidate: { start, end } }: { readonly candidate: Span }): Span => ({ start, end });

function sameSpan(a: Span, b: Span): boolean {
  return overlap(a, b) * 2 > Math.min(a.end - a.start, b.end - b.start);
}

/** White space of any length is one blank, typography straight. */
export function plain(text: string): string {
  return fold(text).replace(/\s+/g, ' ').trim();
}

/**
 * Neighbouring diagonals vote together, since words put in or left out shift the rest. One with far fewer votes than the best is no
 * rival of it.
 */
function bestDiagonals(votes: ReadonlyMap<number, number>): number[] {
  const near = [...votes.keys()].map(diagonal => {
    let sum = 0;
    for (let d = -3; d <= 3; d++) sum += votes.get(diagonal + d) ?? 0;
    return { diagonal, sum: sum + (votes.get(diagonal) ?? 0) * 0.01 };
  });
  near.sort((a, b) => b.sum - a.sum || a.diagonal - b.diagonal);
  const least = (near[0]?.sum ?? 0) * 0.25;
  const kept: number[] = [];
  for (const { diagonal, sum } of near) {
    if (kept.length >= MOST_CANDIDATES || sum < least) break;
    if (!kept.some(other => Math.abs(other - diagonal) <= 2)) kept.push(diagonal);
  }
  return kept;
}
