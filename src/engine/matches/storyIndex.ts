/**
 * For every sentence of a story, the passages of the other articles that tell of the same thing.
 *
 * Method: cosine of words, of pieces of words and of names (TF-IDF; Salton and Buckley 1988), blended, plus a share of how well the
 * neighbouring sentences agree: an account follows its event, so the next sentences of two accounts tend to match as well. A passage is
 * reported when it stands out among all sentences of its article; no absolute score decides alone. Cost: a dot product a pair of sentences.
 */
import type { Dispute, Match, Relation } from '../analysis.ts';
import type { WordVectors } from '../entities/wordVectors.ts';
import { overlap, type Span } from '../text/span.ts';
import type { ReadArticle } from './article.ts';
import { type Features, type Passage, PassageMaker, StoryFrequencies } from './passages.ts';
import { rarityOf } from './rarity.ts';
import { cosine } from './vectors.ts';

/** What each kind of likeness counts; tried on the development topics of `ecb-plus` and the three development stories. */
const WEIGHTS = { words: 0.3, grams: 0.22, clusters: 0.18, pairs: 0.14, names: 0.02, neighbours: 0.2 };
/** Below this nothing is the same thing, whatever stands out. */
const FLOOR = 0.05;
/** How many standard deviations above its article's mean the best passage must lie. */
const STANDS_OUT = 1.2;

/** A claim this much of its sentence is compared as the sentence. */
const WHOLE = 0.85;
/** Of a smaller claim, how much its own words count against its sentence's. */
const PART = 0.5;

/** What it is worth that two passages take positions on one certain dispute. */
const DISPUTED = 0.12;

/** A passage of another article, and how much it tells of the same thing. */
export interface Likeness {
  readonly passage: Passage;
  /** 0..1 */
  readonly score: number;
}

/** The passages of one story's articles and how alike they are; pairs of passages are compared when first asked for, and kept. */
export class StoryIndex {
  readonly #passages: ReadonlyMap<string, readonly Passage[]>;
  readonly #articles: ReadonlyMap<string, ReadArticle>;
  readonly #maker: PassageMaker;
  readonly #rows = new Map<Passage, Map<string, Float64Array>>();

  /** Kept by whoever makes the story's next index, as long as no article comes or goes. */
  readonly frequencies: StoryFrequencies;

  /** Which words are used alike. */
  readonly vectors: WordVectors;

  constructor(articles: readonly ReadArticle[], vectors: WordVectors, frequencies = new StoryFrequencies(articles)) {
    this.vectors = vectors;
    this.frequencies = frequencies;
    this.#maker = new PassageMaker(frequencies);
    this.#articles = new Map(articles.map(article => [article.path, article]));
    this.#passages = new Map(articles.map(article => [article.path, this.#maker.passagesOf(article)]));
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

  /** For a passage, the best one of each other article that stands out there, likest first. */
  likest(passage: Passage): Likeness[] {
    return this.#best(passage, path => this.#scores(passage, path));
  }

  /** The same for a part of a passage: a sentence that makes two claims may have a match for each. */
  likestTo(passage: Passage, part: Span, disputes: readonly Dispute[] = []): Likeness[] {
    const article = this.#articles.get(passage.path);
    const scores = (path: string) => this.#withDisputes(passage, path, disputes);
    if (!article || part.end - part.start >= WHOLE * (passage.end - passage.start)) return this.#best(passage, scores);
    const features = this.#maker.featuresOf(article, part, passage.sentence);
    return this.#best(passage, path => {
      const whole = scores(path);
      return Float64Array.from(
        this.passagesOf(path),
        (other, i) => PART * directLikeness(features, other) + (1 - PART) * (whole[i] ?? 0),
      );
    });
  }

  /** How much two passages of the story tell of the same thing, 0..1. */
  likeness(a: Passage, b: Passage): number {
    const at = this.passagesOf(b.path).indexOf(b);
    return this.#scores(a, b.path)[at] ?? 0;
  }

  /** For each claim of an article (a heading or post without one counts as one), its match in each other article. */
  matchesOf(path: string, disputes: readonly Dispute[]): Match[] {
    const article = this.#articles.get(path);
    if (!article) return [];
    return this.passagesOf(path).flatMap(passage => {
      const claims = article.claims.claims.filter(claim => claim.sentence === passage.sentence);
      return (claims.length > 0 ? claims : [passage]).flatMap(({ start, end }) =>
        this.likestTo(passage, { start, end }, disputes).map(({ passage: other, score }): Match => {
          const [relation, reason] = relationOf(disputes, passage, other);
          return {
            a: { path, start, end },
            b: { path: other.path, start: other.start, end: other.end },
            relation,
            score: Math.round(score * 1000) / 1000,
            why: [...reason, ...reasons(passage, other)],
          };
        }),
      );
    });
  }

  /** Passages that take positions on one disputed fact tell of the same thing, however little their words have in common. */
  #withDisputes(passage: Passage, path: string, disputes: readonly Dispute[]): Float64Array {
    const scores = this.#scores(passage, path);
    const evidence = disputes.flatMap(({ score, positions }) => {
      const all = positions.flatMap(p => p.evidence);
      const holds = all.some(e => e.path === passage.path && overlap(e, passage) > 0);
      return holds ? all.flatMap(e => (e.path === path ? [{ e, score }] : [])) : [];
    });
    if (evidence.length === 0) return scores;
    return Float64Array.from(this.passagesOf(path), (other, i) => {
      const bonus = Math.max(0, ...evidence.filter(({ e }) => overlap(e, other) > 0).map(({ score }) => score));
      return Math.min(1, (scores[i] ?? 0) + DISPUTED * bonus);
    });
  }

  #best(passage: Passage, scoresIn: (path: string) => Float64Array): Likeness[] {
    const found: Likeness[] = [];
    for (const [path, passages] of this.#passages) {
      if (path === passage.path || passages.length === 0) continue;
      const scores = scoresIn(path);
      let best = 0;
      for (let i = 1; i < scores.length; i++) if ((scores[i] ?? 0) > (scores[best] ?? 0)) best = i;
      const top = passages[best];
      const score = scores[best] ?? 0;
      if (top && score >= FLOOR && standsOut(scores, score)) found.push({ passage: top, score });
    }
    return found.sort((a, b) => b.score - a.score || (a.passage.path < b.passage.path ? -1 : 1));
  }

  #scores(passage: Passage, path: string): Float64Array {
    const rows = this.#rows.get(passage) ?? new Map<string, Float64Array>();
    this.#rows.set(passage, rows);
    const row = rows.get(path) ?? this.#compare(passage, path);
    rows.set(path, row);
    return row;
  }

  #compare(passage: Passage, path: string): Float64Array {
    const others = this.passagesOf(path);
    const own = this.passagesOf(passage.path);
    const at = own.indexOf(passage);
    const before = own[at - 1];
    const after = own[at + 1];
    return Float64Array.from(others, (other, i) => {
      const previous = others[i - 1];
      const next = others[i + 1];
      const around =
        (before && previous ? cosine(before.words, previous.words) : 0) +
        (after && next ? cosine(after.words, next.words) : 0);
      return directLikeness(passage, other) + (WEIGHTS.neighbours * around) / 2;
    });
  }
}

/** How alike two stretches are in themselves, without what stands around them. */
function directLikeness(a: Features, b: Features): number {
  return (
    WEIGHTS.words * cosine(a.words, b.words) +
    WEIGHTS.grams * cosine(a.grams, b.grams) +
    WEIGHTS.clusters * cosine(a.clusters, b.clusters) +
    WEIGHTS.pairs * cosine(a.pairs, b.pairs) +
    WEIGHTS.names * cosine(a.names, b.names)
  );
}

/** Whether the best score is more than chance among those of its article. */
function standsOut(scores: Float64Array, best: number): boolean {
  if (scores.length < 5) return best >= 2 * FLOOR;
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length;
  return best >= mean + STANDS_OUT * Math.sqrt(variance);
}

/** Two passages on different sides of a dispute differ; otherwise what tells of the same thing agrees. */
function relationOf(disputes: readonly Dispute[], a: Passage, b: Passage): [Relation, string[]] {
  for (const dispute of disputes) {
    const sideOf = (p: Passage) =>
      dispute.positions.findIndex(({ evidence }) => evidence.some(e => e.path === p.path && overlap(e, p) > 0));
    const [x, y] = [sideOf(a), sideOf(b)];
    if (x < 0 || y < 0 || x === y) continue;
    const labels = `${dispute.positions[x]?.label ?? ''} against ${dispute.positions[y]?.label ?? ''}`;
    return [dispute.status === 'conflict' ? 'contradicts' : 'differs', [labels]];
  }
  return ['agrees', []];
}

/** The rarest words and the names that two passages share. */
function reasons(a: Passage, b: Passage): string[] {
  const named = a.named.filter(name => b.named.includes(name));
  const stems = [...new Set(a.stems.filter(s => b.stems.includes(s)))]
    .sort((x, y) => rarityOf(y) - rarityOf(x))
    .slice(0, 4);
  return [
    ...(named.length > 0 ? [`both name ${named.slice(0, 3).join(', ')}`] : []),
    ...(stems.length > 0 ? [`shared words: ${stems.join(', ')}`] : []),
  ];
}
