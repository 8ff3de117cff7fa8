/**
 * A stretch of an article as it is compared with those of other articles: by its words, by pieces of its words (spelling, inflection,
 * compounds), by word clusters (`wounded` and `injured` share one), by pairs of neighbouring words, and by whom and what it names.
 *
 * A word weighs by its rarity in news at large, damped, times its rarity in the story: in a story about a visa, "visa" tells nothing.
 */
import { overlap, type Span } from '../text/span.ts';
import type { ReadArticle } from './article.ts';
import { RAREST, rarityOf } from './rarity.ts';
import { stem } from './stem.ts';
import { type SparseVector, Vocabulary } from './vectors.ts';

/** The features of a stretch of text. */
export interface Features {
  readonly words: SparseVector;
  readonly grams: SparseVector;
  readonly clusters: SparseVector;
  readonly pairs: SparseVector;
  readonly names: SparseVector;
}

/** A sentence of an article, ready to be compared. */
export interface Passage extends Span, Features {
  readonly path: string;
  /** Index into the reading's sentences. */
  readonly sentence: number;
  /** Stems of its content words, for saying what two passages share. */
  readonly stems: readonly string[];
  /** Canonical names in it. */
  readonly named: readonly string[];
}

/** Rarer than this in bits: below it stand the words that every article has. */
const COMMON = 0.5;
/** Rarer than this, a word is worth naming as a reason. */
const TELLING = 1.2;
/** How much rarity in news at large counts; tried on the development topics of `ecb-plus`. */
const DAMPING = 0.3;

/** In how many sentences of a story each stem stands. Taken when articles come or go, so that typing in one changes no score elsewhere. */
export class StoryFrequencies {
  readonly #counts = new Map<string, number>();
  readonly #sentences: number;

  constructor(articles: readonly ReadArticle[]) {
    let sentences = 0;
    for (const { reading } of articles) {
      sentences += reading.sentences.length;
      for (const { firstToken, endToken } of reading.sentences) {
        const stems = new Set(reading.tokens.slice(firstToken, endToken).map(token => stem(token.lower)));
        for (const root of stems) this.#counts.set(root, (this.#counts.get(root) ?? 0) + 1);
      }
    }
    this.#sentences = sentences;
  }

  /** 1 for what stands in one sentence, towards 0 for what stands in all. */
  rarityOf(root: string): number {
    const n = this.#sentences + 1;
    return Math.max(0.02, Math.log(n / ((this.#counts.get(root) ?? 0) + 0.5)) / Math.log(Math.max(2, n)));
  }
}

/** One vocabulary a feature kind; passages are comparable when made by the same maker. */
export class PassageMaker {
  readonly #words = new Vocabulary();
  readonly #grams = new Vocabulary();
  readonly #clusters = new Vocabulary();
  readonly #pairs = new Vocabulary();
  readonly #names = new Vocabulary();
  readonly #frequencies: StoryFrequencies;

  constructor(frequencies: StoryFrequencies) {
    this.#frequencies = frequencies;
  }

  /** The passages of an article: its sentences, but for datelines and what says next to nothing. */
  passagesOf(article: ReadArticle): Passage[] {
    const { reading } = article;
    return reading.sentences.flatMap((sentence, index) => {
      if (reading.paragraphs[sentence.paragraph]?.kind === 'dateline') return [];
      const { start, end, firstToken, endToken } = sentence;
      const stems = reading.tokens.slice(firstToken, endToken).flatMap(token => {
        const root = stem(token.lower);
        return (token.kind === 'word' || token.kind === 'number') && rarityOf(root) >= TELLING ? [root] : [];
      });
      const named = namesIn(article, sentence);
      if (stems.length + named.length < 2) return [];
      return [
        { ...this.featuresOf(article, sentence, index), start, end, path: article.path, sentence: index, stems, named },
      ];
    });
  }

  /** The features of a span within one sentence. */
  featuresOf(article: ReadArticle, span: Span, sentence: number): Features {
    const { tokens, sentences } = article.reading;
    const words = new Map<string, number>();
    const grams = new Map<string, number>();
    const clusters = new Map<string, number>();
    const pairs = new Map<string, number>();
    let before: string | undefined;
    const { firstToken = 0, endToken = 0 } = sentences[sentence] ?? {};
    for (let i = firstToken; i < endToken; i++) {
      const token = tokens[i];
      if (!token || token.end <= span.start || token.start >= span.end) continue;
      if (token.kind !== 'word' && token.kind !== 'number') continue;
      const root = stem(token.lower);
      const rarity = rarityOf(root);
      if (rarity < COMMON) continue;
      if (before !== undefined) pairs.set(`${before} ${root}`, rarity);
      before = root;
      const weight = (rarity / RAREST) ** DAMPING;
      words.set(root, Math.max(words.get(root) ?? 0, weight * this.#frequencies.rarityOf(root)));
      for (const gram of gramsOf(token.lower)) grams.set(gram, (grams.get(gram) ?? 0) + weight);
      const cluster = article.clusters[i] ?? -1;
      if (cluster >= 0) clusters.set(String(cluster), weight);
    }
    return {
      words: this.#words.vector(words),
      grams: this.#grams.vector(grams),
      clusters: this.#clusters.vector(clusters),
      pairs: this.#pairs.vector(pairs),
      names: this.#names.vector(new Map(namesIn(article, span).map(name => [name, 1]))),
    };
  }
}

/** Canonical names of what is mentioned within a span. */
function namesIn(article: ReadArticle, span: Span): string[] {
  const names = article.entities.mentions.flatMap((mention, i) =>
    overlap(mention, span) > 0 ? [article.names[i] ?? mention.text] : [],
  );
  return [...new Set(names)];
}

/** Pieces of four characters, the word's edges marked: ` kil`, `kill`, `ille`, … */
function gramsOf(word: string): string[] {
  const edged = ` ${word} `;
  if (edged.length <= 4) return [edged];
  return Array.from({ length: edged.length - 3 }, (_, i) => edged.slice(i, i + 4));
}
