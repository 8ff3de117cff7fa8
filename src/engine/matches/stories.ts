/**
 * Which articles tell of one event.
 *
 * Method: articles are compared by their words and names, those of the head counting double, and joined by average linkage (Sokal and
 * Michener 1958) while the mean likeness of two groups stays above a floor that falls with nearness in time. Cost: the square of the number of
 * articles in dot products of short vectors.
 */
import type { Story } from '../analysis.ts';
import type { ReadArticle } from './article.ts';
import { rarityOf } from './rarity.ts';
import { stem } from './stem.ts';
import { cosine, type SparseVector, Vocabulary } from './vectors.ts';

/** Two groups whose articles are less alike than this, on average, tell of different events. */
const FLOOR = 0.12;
/** Articles that are more days apart than this need more than likeness. */
const FAR_APART = 45;
/** So many first sentences tell what an article is about. */
const HEAD_SENTENCES = 4;

/** The stories of some articles; every article is in exactly one, though it be alone there. */
export function groupStories(articles: readonly ReadArticle[]): Story[] {
  const vocabulary = new Vocabulary();
  const vectors = articles.map(article => vocabulary.vector(features(article)));
  const groups = joined(articles, vectors);
  return groups.map(group => storyOf(group.map(i => articles[i]).filter(a => a !== undefined)));
}

/** What an article is compared by: its stems, common ones left out, by log frequency and rarity. */
function features(article: ReadArticle): Map<string, number> {
  const { reading } = article;
  const counts = new Map<string, number>();
  reading.sentences.forEach((sentence, index) => {
    const weight = index < HEAD_SENTENCES ? 2 : 1;
    for (const token of reading.tokens.slice(sentence.firstToken, sentence.endToken)) {
      if (token.kind !== 'word') continue;
      const root = stem(token.lower);
      counts.set(root, (counts.get(root) ?? 0) + weight);
    }
  });
  return new Map([...counts].map(([root, n]) => [root, (1 + Math.log(n)) * Math.max(0, rarityOf(root) - 1.5)]));
}

/** Average linkage, the most alike first; ties by order of path, so that the outcome depends on the articles alone. */
function joined(articles: readonly ReadArticle[], vectors: readonly SparseVector[]): number[][] {
  const n = articles.length;
  const likeness: Float64Array[] = vectors.map(() => new Float64Array(n));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const a = vectors[i];
      const b = vectors[j];
      const value = a && b ? cosine(a, b) * nearness(articles[i], articles[j]) : 0;
      (likeness[i] ?? [])[j] = value;
      (likeness[j] ?? [])[i] = value;
    }
  }
  const groups: (number[] | undefined)[] = vectors.map((_, i) => [i]);
  const best = likeness.map((row, i) => bestOf(row, groups, i));
  for (;;) {
    let at = -1;
    for (let i = 0; i < n; i++) {
      if (groups[i] && best[i] !== undefined && (at < 0 || (best[i]?.value ?? 0) > (best[at]?.value ?? 0))) at = i;
    }
    const top = best[at];
    if (at < 0 || !top || top.value < FLOOR) break;
    merge(at, top.other);
  }
  return groups.filter(group => group !== undefined).map(group => [...group].sort((a, b) => a - b));

  function merge(a: number, b: number): void {
    const [keep, drop] = a < b ? [a, b] : [b, a];
    const kept = groups[keep] ?? [];
    const dropped = groups[drop] ?? [];
    for (let k = 0; k < n; k++) {
      const value =
        ((likeness[keep]?.[k] ?? 0) * kept.length + (likeness[drop]?.[k] ?? 0) * dropped.length) /
        (kept.length + dropped.length);
      (likeness[keep] ?? [])[k] = value;
      (likeness[k] ?? [])[keep] = value;
    }
    groups[keep] = [...kept, ...dropped];
    groups[drop] = undefined;
    best[drop] = undefined;
    for (let i = 0; i < n; i++) {
      if (groups[i] && (i === keep || best[i]?.other === keep || best[i]?.other === drop))
        best[i] = bestOf(likeness[i], groups, i);
      else if (groups[i] && (likeness[i]?.[keep] ?? 0) > (best[i]?.value ?? 0))
        best[i] = { other: keep, value: likeness[i]?.[keep] ?? 0 };
    }
  }
}

function bestOf(
  row: Float64Array | undefined,
  groups: readonly (number[] | undefined)[],
  self: number,
): { other: number; value: number } | undefined {
  let found: { other: number; value: number } | undefined;
  row?.forEach((value, other) => {
    if (other !== self && groups[other] && value > (found?.value ?? 0)) found = { other, value };
  });
  return found;
}

/** 1 within a few weeks or where a date is unknown, falling to a half over months. */
function nearness(a: ReadArticle | undefined, b: ReadArticle | undefined): number {
  const days = Math.abs(Date.parse(a?.info.published ?? '') - Date.parse(b?.info.published ?? '')) / 86_400_000;
  if (!Number.isFinite(days) || days <= FAR_APART) return 1;
  return Math.max(0.5, 1 - (days - FAR_APART) / 200);
}

function storyOf(members: readonly ReadArticle[]): Story {
  const documents = members.map(article => article.path);
  const title = titleOf(members);
  return { id: idOf(documents), title, documents };
}

/** The title of the story's first article that has one, else its opening words. */
function titleOf(members: readonly ReadArticle[]): string {
  for (const { info } of members) if (info.title) return info.title;
  for (const { reading } of members) {
    const heading = reading.paragraphs[0];
    if (heading?.kind === 'heading') return reading.text.slice(heading.start, heading.end);
  }
  const first = members[0]?.reading;
  const lead = first?.sentences[0];
  if (!first || !lead) return '';
  const words = first.text.slice(lead.start, lead.end);
  return words.length <= 80 ? words : `${words.slice(0, words.lastIndexOf(' ', 78))} …`;
}

/** Follows from the first article's path: it stays while that article does. */
function idOf(documents: readonly string[]): string {
  return `story:${documents[0] ?? ''}`;
}
