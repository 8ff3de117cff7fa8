/**
 * One utterance that sources quote in different words.
 *
 * Method: the quotations of all articles are aligned pair by pair where they share a rare word and nothing speaks against one speaker; what is
 * the same utterance forms a family, whose row shows the place at which two wordings differ most, and what the others have there. Cost: the alignment of the pairs that
 * share a rare word.
 */
import type { Passage } from '../../analysis.ts';
import type { ReadArticle } from '../../matches/article.ts';
import { rarityOf } from '../../matches/rarity.ts';
import { stem } from '../../matches/stem.ts';
import { overlap, type Span } from '../../text/span.ts';
import type { Candidate } from '../base/candidate.ts';
import { joinedGroups } from '../base/groups.ts';
import { commonest } from '../base/titles.ts';
import { alignWordings, isOneUtterance, type WordingAlignment, type WordingDifference } from './alignment.ts';
import { type Utterance, utterancesOf } from './utterance.ts';

interface Pair {
  readonly a: number;
  readonly b: number;
  readonly alignment: WordingAlignment;
}

/** So many equal words make one utterance of two whose speakers are not known to be one. */
const UNKNOWN_SPEAKER = 8;

export function findWordingDisputes(articles: readonly ReadArticle[]): Candidate[] {
  const byPath = new Map(articles.map(article => [article.path, article]));
  const utterances = articles.flatMap(utterancesOf).filter(u => u.words.length >= 4);
  const pairs = alignedPairs(utterances);
  const families = joinedGroups(
    utterances.map((utterance, index) => ({ utterance, index })),
    pairs.map(({ a, b }) => [a, b] as const),
  );
  return families.flatMap(family => {
    const members = new Set(family.map(({ index }) => index));
    return candidatesOf(
      utterances,
      pairs.filter(({ a }) => members.has(a)),
      byPath,
    );
  });
}

function alignedPairs(utterances: readonly Utterance[]): Pair[] {
  const holders = new Map<string, number[]>();
  utterances.forEach(({ words }, index) => {
    for (const root of new Set(words.flatMap(w => w.forms.map(stem)))) {
      if (rarityOf(root) >= 3.5) holders.set(root, [...(holders.get(root) ?? []), index]);
    }
  });
  const seen = new Set<number>();
  const pairs: Pair[] = [];
  for (const indices of holders.values()) {
    if (indices.length > 60) continue;
    for (const b of indices) {
      for (const a of indices) {
        const key = a * utterances.length + b;
        if (a >= b || seen.has(key)) continue;
        seen.add(key);
        const pair = pairOf(utterances, a, b);
        if (pair) pairs.push(pair);
      }
    }
  }
  return pairs;
}

/** What one article quotes twice it has varied itself, or the speaker has: pairs are of two articles. */
function pairOf(utterances: readonly Utterance[], a: number, b: number): Pair | undefined {
  const x = utterances[a];
  const y = utterances[b];
  if (!x || !y || x.path === y.path || !mayBeOneSpeaker(x, y)) return undefined;
  const alignment = alignWordings(x.words, y.words);
  if (!alignment || !isOneUtterance(alignment, x.words.length, y.words.length)) return undefined;
  // Two people speak of one thing in like words; only where both are known to be one do a few shared words tell.
  if ((x.speaker === undefined || x.speaker !== y.speaker) && alignment.equal < UNKNOWN_SPEAKER) return undefined;
  return { a, b, alignment };
}

/** Whether nothing speaks against one speaker: two names do, an aide and a report do not. */
export function mayBeOneSpeaker(a: Utterance, b: Utterance): boolean {
  if (a.speaker === undefined || b.speaker === undefined || a.speaker === b.speaker) return true;
  const isName = (name: string) => /^\p{Lu}/u.test(name);
  return !isName(a.speaker) || !isName(b.speaker);
}

/** One row an utterance: where two of its wordings differ most, and what every other wording has at that place. */
function candidatesOf(
  utterances: readonly Utterance[],
  pairs: readonly Pair[],
  byPath: ReadonlyMap<string, ReadArticle>,
): Candidate[] {
  const rows: Candidate[] = [];
  const used = new Set<number>();
  const heavy = pairs.flatMap(pair =>
    pair.alignment.differences
      .filter(difference => difference.heavy)
      .map(difference => ({ pair, difference, weight: weightOf(utterances, pair, difference) })),
  );
  for (const best of heavy.sort((x, y) => y.weight - x.weight)) {
    if (used.has(best.pair.a) || used.has(best.pair.b)) continue;
    const row = rowOf(best, pairs, utterances, byPath);
    if (!row) continue;
    for (const { index } of row.stretches) used.add(index);
    rows.push(row.candidate);
  }
  return rows;
}

interface Heavy {
  readonly pair: Pair;
  readonly difference: WordingDifference;
  readonly weight: number;
}

/** What one utterance has at the place where two others differ: word indices, `end` exclusive. */
interface Stretch extends Span {
  readonly index: number;
}

function rowOf(
  { pair, difference, weight }: Heavy,
  pairs: readonly Pair[],
  utterances: readonly Utterance[],
  byPath: ReadonlyMap<string, ReadArticle>,
): { readonly candidate: Candidate; readonly stretches: readonly Stretch[] } | undefined {
  const stretches: Stretch[] = [
    { index: pair.a, ...difference.a },
    { index: pair.b, ...difference.b },
  ];
  for (const other of pairs)
    for (const side of ['a', 'b'] as const) {
      const known = stretches.find(({ index }) => index === other[side]);
      const index = other[side === 'a' ? 'b' : 'a'];
      const span =
        known && stretches.every(s => s.index !== index) ? sameplace(other.alignment, side, known) : undefined;
      if (span && isNewSource(utterances, stretches, { index, ...span })) stretches.push({ index, ...span });
    }
  const positions = new Map<string, Stretch[]>();
  for (const stretch of stretches) {
    const said = rootsOf(utterances[stretch.index], stretch);
    positions.set(said, [...(positions.get(said) ?? []), stretch]);
  }
  if (positions.size < 2) return undefined;
  const speakers = stretches.flatMap(({ index }) => utterances[index]?.speaker ?? []);
  const speaker = commonest(speakers.filter(name => /^\p{Lu}/u.test(name))) ?? speakers[0];
  const known =
    utterances[pair.a]?.speaker !== undefined && utterances[pair.a]?.speaker === utterances[pair.b]?.speaker;
  const equal = Math.min(6, pair.alignment.equalContent);
  const candidate: Candidate = {
    kind: 'wording',
    status: 'difference',
    title: `${speaker ? `The words of ${speaker}` : 'The words'}: “${openingOf(utterances, pair)}”`,
    key: [speaker ?? 'words', ...keyWords(utterances[pair.a])],
    positions: [...positions.values()].map(group => ({
      label: commonest(group.map(stretch => labelOf(utterances[stretch.index], stretch, byPath))) ?? '',
      evidence: group.flatMap(stretch => evidenceOf(utterances[stretch.index], stretch, byPath)),
    })),
    score: Math.min(0.92, 0.35 + 0.06 * equal + (known ? 0.1 : 0) + 0.03 * Math.min(5, weight / 3)),
    why: ['one utterance, quoted in different words'],
  };
  return { candidate, stretches };
}

/** An article quotes an utterance once, or again in the same words: what differs within it is another utterance. */
function isNewSource(utterances: readonly Utterance[], known: readonly Stretch[], stretch: Stretch): boolean {
  const own = utterances[stretch.index];
  const same = known.filter(({ index }) => utterances[index]?.path === own?.path);
  return same.every(other => rootsOf(utterances[other.index], other) === rootsOf(own, stretch));
}

/** How many words an aligned word may be away from a place and still tell where the place is. */
const NEAR = 3;

/** Where the other side of an alignment has what one side has at a place; undefined where the two do not run together there. */
function sameplace({ pairs }: WordingAlignment, side: 'a' | 'b', { start, end }: Span): Span | undefined {
  const [own, other] = side === 'a' ? ([0, 1] as const) : ([1, 0] as const);
  const before = pairs.findLast(pair => pair[own] < start);
  const after = pairs.find(pair => pair[own] >= end);
  if (!before || !after || before[own] < start - NEAR || after[own] >= end + NEAR) return undefined;
  // Equal words right beside the place belong to it on neither side.
  const from = before[other] + (start - before[own]);
  const to = after[other] - (after[own] - end);
  return from <= to ? { start: from, end: to } : { start: before[other] + 1, end: after[other] };
}

function rootsOf(utterance: Utterance | undefined, { start, end }: Span): string {
  const words = utterance?.words.slice(start, end) ?? [];
  return words.flatMap(w => w.forms.map(stem)).join(' ');
}

/** The first words that the two have in common. */
function openingOf(utterances: readonly Utterance[], { a, alignment }: Pair): string {
  const words = utterances[a]?.words.slice(alignment.a.start, alignment.a.start + 7) ?? [];
  return `${words.map(w => w.text).join(' ')} …`;
}

/** How much a difference tells: the rarity of its words, more where the two are close otherwise. */
function weightOf(utterances: readonly Utterance[], { a, b, alignment }: Pair, difference: WordingDifference): number {
  const close = (alignment.equal / Math.max(1, alignment.a.end - alignment.a.start)) ** 3;
  const words = [
    ...(utterances[a]?.words.slice(difference.a.start, difference.a.end) ?? []),
    ...(utterances[b]?.words.slice(difference.b.start, difference.b.end) ?? []),
  ];
  return close * words.flatMap(w => w.forms).reduce((sum, form) => sum + rarityOf(stem(form)), 0);
}

/** The sentence of an utterance in which a place stands, or the two around it where nothing stands there. */
function evidenceOf(
  utterance: Utterance | undefined,
  { start, end }: Span,
  byPath: ReadonlyMap<string, ReadArticle>,
): Passage[] {
  const article = utterance && byPath.get(utterance.path);
  const from = utterance?.words[start] ?? utterance?.words[start - 1];
  const to = utterance?.words[Math.max(start, end - 1)] ?? from;
  if (!utterance || !article || !from || !to) return [];
  const place = { start: from.start, end: to.end };
  const sentence = article.reading.sentences.find(home => overlap(home, place) > 0);
  return utterance.quotation.pieces.flatMap(piece => {
    const first = Math.max(piece.start, sentence?.start ?? 0);
    const last = Math.min(piece.end, sentence?.end ?? 0);
    return last > first ? [{ path: utterance.path, start: first, end: last }] : [];
  });
}

/** So many words to either side of a place are shown with it, if its sentence goes on. */
const BEFORE = 3;
const BEHIND = 4;

/** The words at a place with a few of its sentence around them. */
function labelOf(
  utterance: Utterance | undefined,
  { start, end }: Span,
  byPath: ReadonlyMap<string, ReadArticle>,
): string {
  const words = utterance?.words ?? [];
  const text = byPath.get(utterance?.path ?? '')?.reading.text ?? '';
  const goesOn = (k: number) => !/[.!?]/.test(text.slice(words[k - 1]?.end ?? 0, words[k]?.start ?? 0));
  let from = start;
  while (from > Math.max(0, start - BEFORE) && goesOn(from)) from--;
  let to = Math.max(end, from + 1);
  while (to < Math.min(words.length, end + BEHIND) && goesOn(to)) to++;
  const shown = words.slice(from, to).map(w => w.text);
  return `… ${shown.join(' ')} …`.replace(/ (['’]s\b)/g, '$1');
}

function keyWords(utterance: Utterance | undefined): string[] {
  const words = utterance?.words.filter(w => w.content).map(w => w.forms.join('')) ?? [];
  return [...words].sort((a, b) => rarityOf(stem(b)) - rarityOf(stem(a))).slice(0, 2);
}
