/**
 * One utterance that sources quote in different words.
 *
 * Method: the quotations of all articles are aligned pair by pair where they share a rare word and nothing speaks against one speaker; what is
 * the same utterance forms a family, and within it wordings without a heavy difference form a position. Cost: the alignment of the pairs that
 * share a rare word.
 */
import type { Passage } from '../analysis.ts';
import type { ReadArticle } from '../matches/article.ts';
import { rarityOf } from '../matches/rarity.ts';
import { stem } from '../matches/stem.ts';
import { overlap, type Span } from '../text/span.ts';
import { alignWordings, isOneUtterance, type UtteredWord, type WordingAlignment } from './alignment.ts';
import type { Candidate } from './candidate.ts';
import { joinedGroups } from './groups.ts';
import { commonest } from './titles.ts';
import { type Utterance, utterancesOf } from './utterance.ts';

interface Pair {
  readonly a: number;
  readonly b: number;
  readonly alignment: WordingAlignment;
  /** The heavy difference that tells most, if any. */
  readonly heavy: boolean;
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

function pairOf(utterances: readonly Utterance[], a: number, b: number): Pair | undefined {
  const x = utterances[a];
  const y = utterances[b];
  if (!x || !y || !mayBeOneSpeaker(x, y)) return undefined;
  const alignment = alignWordings(x.words, y.words);
  if (!alignment || !isOneUtterance(alignment, x.words.length, y.words.length)) return undefined;
  // Two people speak of one thing in like words; only where both are known to be one do a few shared words tell.
  if ((x.speaker === undefined || x.speaker !== y.speaker) && alignment.equal < UNKNOWN_SPEAKER) return undefined;
  return { a, b, alignment, heavy: alignment.differences.some(d => d.heavy) };
}

function mayBeOneSpeaker(a: Utterance, b: Utterance): boolean {
  if (a.speaker === undefined || b.speaker === undefined || a.speaker === b.speaker) return true;
  const isName = (name: string) => /^\p{Lu}/u.test(name);
  return !isName(a.speaker) || !isName(b.speaker);
}

/** One candidate a stretch of the utterance in which it is quoted differently. */
function candidatesOf(
  utterances: readonly Utterance[],
  pairs: readonly Pair[],
  byPath: ReadonlyMap<string, ReadArticle>,
): Candidate[] {
  const heavy = pairs.filter(pair => pair.heavy);
  const best = heavy.map(pair => ({ pair, weight: weightOf(utterances, pair) })).sort((x, y) => y.weight - x.weight)[0];
  if (!best) return [];
  const involved = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))].sort((x, y) => x - y);
  const same = pairs.filter(pair => !pair.heavy).map(({ a, b }) => [involved.indexOf(a), involved.indexOf(b)] as const);
  const groups = joinedGroups(involved, same);
  if (groups.length < 2) return [];
  const groupOf = (index: number) => groups.findIndex(group => group.includes(index));
  const across = pairs.filter(({ a, b }) => groupOf(a) !== groupOf(b));
  const positions = groups.map(group => ({
    label: labelOf(group, across, utterances),
    evidence: group.flatMap(index => {
      const own = across.some(({ a, b }) => a === index || b === index) ? across : pairs;
      return evidenceOf(index, own, utterances, byPath);
    }),
  }));
  const speakers = involved.flatMap(i => utterances[i]?.speaker ?? []);
  const speaker = commonest(speakers.filter(name => /^\p{Lu}/u.test(name))) ?? speakers[0];
  const known = heavy.some(
    ({ a, b }) => utterances[a]?.speaker !== undefined && utterances[a]?.speaker === utterances[b]?.speaker,
  );
  const equal = Math.max(...heavy.map(({ alignment }) => alignment.equalContent));
  return [
    {
      kind: 'wording',
      status: 'difference',
      title: `${speaker ? `The words of ${speaker}` : 'The words'}: “${openingOf(utterances, best.pair)}”`,
      key: [speaker ?? 'words', ...keyWords(utterances[best.pair.a])],
      positions: positions.filter(p => p.evidence.length > 0),
      score: Math.min(0.92, 0.35 + 0.06 * Math.min(6, equal) + (known ? 0.1 : 0) + 0.03 * Math.min(5, best.weight / 3)),
      why: ['one utterance, quoted in different words'],
    },
  ].filter(c => c.positions.length >= 2) as Candidate[];
}

/** The first words that the two have in common. */
function openingOf(utterances: readonly Utterance[], { a, alignment }: Pair): string {
  const words = utterances[a]?.words.slice(alignment.a.start, alignment.a.start + 7) ?? [];
  return `${words.map(w => w.text).join(' ')} …`;
}

function weightOf(utterances: readonly Utterance[], { a, b, alignment }: Pair): number {
  const weights = alignment.differences
    .filter(d => d.heavy)
    .map(
      d =>
        rarityIn(utterances[a]?.words.slice(d.a.start, d.a.end) ?? []) +
        rarityIn(utterances[b]?.words.slice(d.b.start, d.b.end) ?? []),
    );
  return Math.max(...weights);
}

/** The sentence in which the heaviest difference of this utterance stands. */
function evidenceOf(
  index: number,
  pairs: readonly Pair[],
  utterances: readonly Utterance[],
  byPath: ReadonlyMap<string, ReadArticle>,
): Passage[] {
  const utterance = utterances[index];
  const article = utterance && byPath.get(utterance.path);
  if (!utterance || !article) return [];
  const [heaviest] = differing(index, pairs, utterances);
  if (!heaviest) return [];
  const sentence = article.reading.sentences.find(home => overlap(home, heaviest) > 0);
  return utterance.quotation.pieces.flatMap(piece => {
    const start = Math.max(piece.start, sentence?.start ?? 0);
    const end = Math.min(piece.end, sentence?.end ?? 0);
    return end > start ? [{ path: utterance.path, start, end }] : [];
  });
}

/**
 * Where, in the article, the words stand in which this utterance differs from others, heaviest first; the whole of what it has in common
 * with them where it does not differ itself.
 */
function differing(index: number, pairs: readonly Pair[], utterances: readonly Utterance[]): Span[] {
  const own = utterances[index]?.words ?? [];
  const heavy: { readonly span: Span; readonly weight: number }[] = [];
  const common: Span[] = [];
  for (const { a, b, alignment } of pairs) {
    if (a !== index && b !== index) continue;
    const close = (alignment.equal / Math.max(1, alignment.a.end - alignment.a.start)) ** 3;
    const [side, other] = a === index ? (['a', 'b'] as const) : (['b', 'a'] as const);
    const others = utterances[a === index ? b : a]?.words ?? [];
    common.push(alignment[side]);
    for (const difference of alignment.differences) {
      const [x, y] = [difference[side], difference[other]];
      if (difference.heavy)
        heavy.push({
          span: x,
          weight: close * (rarityIn(own.slice(x.start, x.end)) + rarityIn(others.slice(y.start, y.end))),
        });
    }
  }
  const spans = heavy.length > 0 ? heavy.sort((x, y) => y.weight - x.weight).map(({ span }) => span) : common;
  return spans.flatMap(({ start, end }) => {
    const from = own[start];
    const to = own[Math.max(start, end - 1)];
    return from && to ? [{ start: from.start, end: to.end }] : [];
  });
}

/** How much some words tell: the sum of their rarities. */
function rarityIn(words: readonly UtteredWord[]): number {
  return words.flatMap(w => w.forms).reduce((sum, form) => sum + rarityOf(stem(form)), 0);
}

const LABEL_WORDS = 9;

/** The differing words with a few around them, as most sources put them. */
function labelOf(group: readonly number[], pairs: readonly Pair[], utterances: readonly Utterance[]): string {
  const labels = group.flatMap(index => {
    const words = utterances[index]?.words ?? [];
    const [span] = differing(index, pairs, utterances);
    if (!span) return [];
    const first = words.findIndex(w => w.end > span.start);
    const last = words.findIndex(w => w.end >= span.end);
    const shown = words
      .slice(Math.max(0, first - 3), Math.min(Math.max(first, last) + 4, first + LABEL_WORDS))
      .map(w => w.text);
    return shown.length > 0 ? [`… ${shown.join(' ')} …`.replace(/ (['’]s\b)/g, '$1')] : [];
  });
  return commonest(labels) ?? '';
}

function keyWords(utterance: Utterance | undefined): string[] {
  const words = utterance?.words.filter(w => w.content).map(w => w.forms.join('')) ?? [];
  return [...words].sort((a, b) => rarityOf(stem(b)) - rarityOf(stem(a))).slice(0, 2);
}
