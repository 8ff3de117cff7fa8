/**
 * For every sentence of a story, the passages of the other articles that tell of the same thing.
 *
 * Method: passages are aligned word by word (`alignment.ts`). To that comes a share of how well the neighbouring sentences align, for an
 * account follows its event, and a little where both stand near the top, for leads tell the same. A passage is
 * reported when it stands out among all sentences of its article; no absolute score decides alone. Cost: a few dozen look-ups a pair of sentences, kept between edits.
 */
import type { Dispute, Match } from '../analysis.ts';
import { overlap, type Span } from '../text/span.ts';
import type { WordVectors } from '../text/wordVectors.ts';
import { alignments } from './alignment.ts';
import type { ReadArticle } from './article.ts';
import type { Passage } from './passages.ts';
import { rarityOf } from './rarity.ts';
import { Sides } from './sides.ts';
import { StoryMemory } from './storyMemory.ts';

// The numbers below were tried on the development topics of `ecb-plus`, the three development stories and eleven that were labelled for this project.

/** What it counts how well the sentences before and after align. */
const NEIGHBOURS = 0.2;
/** What it counts that both passages open their articles, and after how many sentences that is worth half. */
const LEADS = 0.05;
const LEAD = 3;
/** Two passages of one story that tell of different things are as alike as this; it is what a score of 0 means. */
const CHANCE = 0.1;
/** How many standard deviations above its article's mean the best passage must lie. */
const STANDS_OUT = 1.3;
/** Where too few sentences stand beside it to say what stands out: the score that will do. */
const FEW = 5;
const ENOUGH = 0.1;

/** A claim this much of its sentence is compared as the sentence. */
const WHOLE = 0.85;
/** Of a smaller claim, how much its own words count against its sentence's. */
const PART = 0.5;

/** What it is worth that two passages take positions on one certain dispute. */
const DISPUTED = 0.12;

/** The passages of one story's articles and how alike they are; two articles are compared when first asked for. */
export class StoryIndex {
  readonly #articles: ReadonlyMap<string, ReadArticle>;
  readonly #passages: ReadonlyMap<string, readonly Passage[]>;
  readonly #names = new Map<Passage, readonly string[]>();
  #sides = new Sides([], () => []);

  /** Which words are used alike. */
  readonly vectors: WordVectors;
  /** Kept by whoever makes the story's next index, as long as no article comes or goes. */
  readonly memory: StoryMemory;

  constructor(articles: readonly ReadArticle[], vectors: WordVectors, memory = new StoryMemory(articles, vectors)) {
    this.vectors = vectors;
    this.memory = memory;
    this.#articles = new Map(articles.map(article => [article.path, article]));
    this.#passages = new Map(articles.map(article => [article.path, memory.passagesOf(article)]));
  }

  /** The passages of an article, in order. */
  passagesOf(path: string): readonly Passage[] {
    return this.#passages.get(path) ?? [];
  }

  /** The passage of an article that a span lies in, or mostly in. */
  passageAt(path: string, span: Span): Passage | undefined {
    let best: Passage | undefined;
    for (const passage of this.passagesOf(path)) {
      if (overlap(passage, span) > (best ? overlap(best, span) : 0)) best = passage;
    }
    return best;
  }

  /** How much two passages of the story tell of the same thing, 0..1. */
  likeness(a: Passage, b: Passage): number {
    const row = this.passagesOf(a.path).indexOf(a);
    const column = this.passagesOf(b.path).indexOf(b);
    return scoreOf(this.#inContext(a.path, b.path, row)[column] ?? 0);
  }

  /** For each claim of an article (a heading or post without one counts as one), its match in each other article. */
  matchesOf(path: string, disputes: readonly Dispute[]): Match[] {
    const article = this.#articles.get(path);
    if (!article) return [];
    if (this.#sides.disputes !== disputes) this.#sides = new Sides(disputes, other => this.passagesOf(other));
    const units = this.#unitsOf(article);
    const others = [...this.#articles.keys()].filter(other => other !== path && this.passagesOf(other).length > 0);
    const found = units.map((): Likeness[] => []);
    for (const other of others) {
      const rows = this.#compared(article, units, other);
      units.forEach((unit, i) => {
        const best = standingOut(this.#withDisputes(rows[i] ?? new Float64Array(), unit.passage, other));
        const passage = best && this.passagesOf(other)[best.at];
        if (passage) found[i]?.push({ passage, score: scoreOf(best.value) });
      });
    }
    return units.flatMap(({ passage, start, end }, i) =>
      (found[i] ?? [])
        .sort((a, b) => b.score - a.score || (a.passage.path < b.passage.path ? -1 : 1))
        .map(({ passage: other, score }): Match => {
          const [relation, reason] = this.#sides.relation(passage, other);
          return {
            a: { path, start, end },
            b: { path: other.path, start: other.start, end: other.end },
            relation,
            score: Math.round(score * 1000) / 1000,
            why: [...reason, ...this.#reasons(passage, other)],
          };
        }),
    );
  }

  /** What matches are wanted for: the claims of an article, and its sentences without one. */
  #unitsOf(article: ReadArticle): Unit[] {
    return this.passagesOf(article.path).flatMap((passage, row) => {
      const claims = article.claims.claims.filter(claim => claim.sentence === passage.sentence);
      const spans: readonly Span[] = claims.length > 0 ? claims : [passage];
      return spans.map(({ start, end }): Unit => ({ passage, row, start, end }));
    });
  }

  /** Each unit against each passage of another article. A sentence that makes two claims may have a match for each. */
  #compared(article: ReadArticle, units: readonly Unit[], other: string): Float64Array[] {
    const parts = units.filter(isPart);
    const bags = parts.map(unit => this.memory.maker.bagOf(article, unit, unit.passage.sentence));
    const passages = this.passagesOf(other);
    const table = alignments(
      bags,
      passages.map(({ bag }) => bag),
      this.memory.words,
    );
    const wholes = new Map(
      [...new Set(units.map(unit => unit.row))].map(row => [row, this.#inContext(article.path, other, row)]),
    );
    return units.map(unit => {
      const whole = wholes.get(unit.row) ?? new Float64Array();
      const at = parts.indexOf(unit);
      return whole.map((value, i) => {
        const own = at < 0 ? value : PART * (table[at * passages.length + i] ?? 0) + (1 - PART) * value;
        return own + LEADS * nearTop(unit.row) * nearTop(i);
      });
    });
  }

  /** The alignment of one passage of an article with each of another's, and a share of their neighbours'. */
  #inContext(path: string, other: string, row: number): Float64Array {
    const a = this.#articles.get(path);
    const b = this.#articles.get(other);
    const columns = this.passagesOf(other).length;
    if (!a || !b || row < 0) return new Float64Array(columns);
    const table = this.memory.tableOf(a, b);
    const last = this.passagesOf(path).length - 1;
    const values = new Float64Array(columns);
    for (let i = 0; i < columns; i++) {
      const before = row > 0 && i > 0 ? (table[(row - 1) * columns + i - 1] ?? 0) : 0;
      const after = row < last && i < columns - 1 ? (table[(row + 1) * columns + i + 1] ?? 0) : 0;
      values[i] = (table[row * columns + i] ?? 0) + (NEIGHBOURS * (before + after)) / 2;
    }
    return values;
  }

  /** Passages that take positions on one disputed fact tell of the same thing, however little their words have in common. */
  #withDisputes(row: Float64Array, passage: Passage, path: string): Float64Array {
    if (!this.#sides.has(passage)) return row;
    const passages = this.passagesOf(path);
    return row.map((value, i) => {
      const other = passages[i];
      return other ? value + DISPUTED * this.#sides.surest(passage, other) : value;
    });
  }

  /** The rarest words and the names that two passages share. */
  #reasons(a: Passage, b: Passage): string[] {
    const theirs = this.#namesIn(b);
    const named = this.#namesIn(a).filter(name => theirs.includes(name));
    const stems = [...new Set(a.stems.filter(s => b.stems.includes(s)))]
      .sort((x, y) => rarityOf(y) - rarityOf(x))
      .slice(0, 4);
    return [
      ...(named.length > 0 ? [`both name ${named.slice(0, 3).join(', ')}`] : []),
      ...(stems.length > 0 ? [`shared words: ${stems.join(', ')}`] : []),
    ];
  }

  /** Canonical names of what a passage mentions. */
  #namesIn(passage: Passage): readonly string[] {
    const known = this.#names.get(passage);
    if (known) return known;
    const article = this.#articles.get(passage.path);
    const mentioned = article?.entities.mentions.flatMap((mention, i) =>
      overlap(mention, passage) > 0 ? [article.names[i] ?? mention.text] : [],
    );
    const names = [...new Set(mentioned)];
    this.#names.set(passage, names);
    return names;
  }
}

/** A claim, or a sentence that makes none. */
interface Unit extends Span {
  readonly passage: Passage;
  /** The passage's place among those of its article. */
  readonly row: number;
}

/** A passage of another article, and how much it tells of the same thing, 0..1. */
interface Likeness {
  readonly passage: Passage;
  readonly score: number;
}

function isPart({ passage, start, end }: Unit): boolean {
  return end - start < WHOLE * (passage.end - passage.start);
}

/** 1 for an article's first passage, a half after a few, towards 0. */
function nearTop(row: number): number {
  return LEAD / (LEAD + row);
}

function scoreOf(value: number): number {
  return Math.max(0, Math.min(1, (value - CHANCE) / (1 - CHANCE)));
}

/** The best of a row, where it is more than chance among all of them. */
function standingOut(row: Float64Array): { readonly at: number; readonly value: number } | undefined {
  let at = 0;
  for (let i = 1; i < row.length; i++) if ((row[i] ?? 0) > (row[at] ?? 0)) at = i;
  const value = row[at] ?? 0;
  if (scoreOf(value) <= 0) return undefined;
  if (row.length < FEW) return scoreOf(value) >= ENOUGH ? { at, value } : undefined;
  const mean = row.reduce((sum, x) => sum + x, 0) / row.length;
  const variance = row.reduce((sum, x) => sum + (x - mean) ** 2, 0) / row.length;
  return value >= mean + STANDS_OUT * Math.sqrt(variance) ? { at, value } : undefined;
}
