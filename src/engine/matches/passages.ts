/**
 * A stretch of an article as it is compared with those of other articles: its words, with what each tells.
 *
 * A word weighs by its rarity in news at large, damped, times its rarity in the story, damped less: in a story about a visa, "visa" tells
 * little. Tried on the development topics of `ecb-plus`, the three development stories and eleven stories labelled for this project.
 */
import { overlap, type Span } from '../text/span.ts';
import { type Bag, bagOf } from './alignment.ts';
import type { ReadArticle } from './article.ts';
import { RAREST, rarityOf } from './rarity.ts';
import { stem } from './stem.ts';
import type { StoryWords } from './storyWords.ts';

/** A sentence of an article, ready to be compared. */
export interface Passage extends Span {
  readonly path: string;
  /** Index into the reading's sentences. */
  readonly sentence: number;
  /** Its words, to be aligned with those of others. */
  readonly bag: Bag;
  /** Stems of its content words, for saying what two passages share. */
  readonly stems: readonly string[];
}

/** Rarer than this in bits: below it stand the words that every article has. */
const COMMON = 0.5;
/** Rarer than this, a word is worth naming as a reason. */
const TELLING = 1.2;
/** Powers of a word's rarity in news at large and in the story. */
const DAMPING = { large: 0.6, story: 0.75 };

/** Digits by the word for them: `16` is `sixteen`, which has a vector, near to that of `fifteen`. */
const SPELLED: ReadonlyMap<string, string> = new Map(
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, i) => [String(i + 2), word]),
);

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

/** Makes passages; they are comparable when made with the same words. */
export class PassageMaker {
  readonly #frequencies: StoryFrequencies;
  readonly #words: StoryWords;

  constructor(frequencies: StoryFrequencies, words: StoryWords) {
    this.#frequencies = frequencies;
    this.#words = words;
  }

  /** The passages of an article: its sentences, but for datelines and what says next to nothing. */
  passagesOf(article: ReadArticle): Passage[] {
    const { reading, entities } = article;
    return reading.sentences.flatMap((sentence, index) => {
      if (reading.paragraphs[sentence.paragraph]?.kind === 'dateline') return [];
      const { start, end, firstToken, endToken } = sentence;
      const stems = reading.tokens.slice(firstToken, endToken).flatMap(token => {
        const root = stem(token.lower);
        return (token.kind === 'word' || token.kind === 'number') && rarityOf(root) >= TELLING ? [root] : [];
      });
      const mentions = entities.mentions.filter(mention => overlap(mention, sentence) > 0);
      if (stems.length + mentions.length < 2) return [];
      return [{ start, end, path: article.path, sentence: index, bag: this.bagOf(article, sentence, index), stems }];
    });
  }

  /** The words of a span within one sentence. */
  bagOf({ reading }: ReadArticle, span: Span, sentence: number): Bag {
    const { firstToken = 0, endToken = 0 } = reading.sentences[sentence] ?? {};
    const weights = new Map<number, number>();
    for (let i = firstToken; i < endToken; i++) {
      const token = reading.tokens[i];
      if (!token || token.end <= span.start || token.start >= span.end) continue;
      if (token.kind !== 'word' && token.kind !== 'number') continue;
      const root = stem(token.lower);
      const rarity = rarityOf(root);
      if (rarity < COMMON) continue;
      const weight = (rarity / RAREST) ** DAMPING.large * this.#frequencies.rarityOf(root) ** DAMPING.story;
      const id = this.#words.idOf(SPELLED.get(token.lower) ?? token.lower, root);
      weights.set(id, Math.max(weights.get(id) ?? 0, weight));
    }
    return bagOf(weights);
  }
}
