/**
 * A sentence as it is compared with those of other articles: by its words, by pieces of its words (spelling, inflection, compounds), and by
 * whom and what it names. Weights are rarities in news at large.
 */
import { overlap, type Span } from '../text/span.ts';
import type { ReadArticle } from './article.ts';
import { RAREST, rarityOf } from './rarity.ts';
import { stem } from './stem.ts';
import { type SparseVector, Vocabulary } from './vectors.ts';

/** A sentence of an article, ready to be compared. */
export interface Passage extends Span {
  readonly path: string;
  /** Index into the reading's sentences. */
  readonly sentence: number;
  readonly words: SparseVector;
  readonly grams: SparseVector;
  readonly names: SparseVector;
  /** Stems of its content words, for saying what two passages share. */
  readonly stems: readonly string[];
  /** Canonical names in it. */
  readonly named: readonly string[];
}

/** One vocabulary a feature kind; passages are comparable when made with the same ones. */
export class PassageMaker {
  readonly #words = new Vocabulary();
  readonly #grams = new Vocabulary();
  readonly #names = new Vocabulary();

  /** The passages of an article: its sentences but for the bylines, credits and other furniture. */
  passagesOf(article: ReadArticle): Passage[] {
    const { reading } = article;
    return reading.sentences.flatMap((sentence, index) => {
      const kind = reading.paragraphs[sentence.paragraph]?.kind;
      if (kind === 'credit' || kind === 'dateline') return [];
      const passage = this.#passage(article, index);
      return passage.stems.length + passage.named.length >= 2 ? [passage] : [];
    });
  }

  #passage(article: ReadArticle, index: number): Passage {
    const { reading } = article;
    const sentence = reading.sentences[index] ?? { start: 0, end: 0, firstToken: 0, endToken: 0 };
    const words = new Map<string, number>();
    const grams = new Map<string, number>();
    const stems: string[] = [];
    for (const token of reading.tokens.slice(sentence.firstToken, sentence.endToken)) {
      if (token.kind !== 'word' && token.kind !== 'number') continue;
      const root = stem(token.lower);
      const rarity = rarityOf(root);
      if (rarity < 1.2) continue;
      stems.push(root);
      words.set(root, Math.max(words.get(root) ?? 0, rarity));
      for (const gram of gramsOf(token.lower)) grams.set(gram, (grams.get(gram) ?? 0) + rarity / RAREST);
    }
    const names = new Map<string, number>();
    article.entities.mentions.forEach((mention, i) => {
      if (overlap(mention, sentence) > 0) names.set(article.names[i] ?? mention.text, 1);
    });
    return {
      start: sentence.start,
      end: sentence.end,
      path: article.path,
      sentence: index,
      words: this.#words.vector(words),
      grams: this.#grams.vector(grams),
      names: this.#names.vector(names),
      stems,
      named: [...names.keys()],
    };
  }
}

/** Pieces of four characters, the word's edges marked: ` kil`, `kill`, `ille`, … */
function gramsOf(word: string): string[] {
  const edged = ` ${word} `;
  if (edged.length <= 4) return [edged];
  return Array.from({ length: edged.length - 3 }, (_, i) => edged.slice(i, i + 4));
}
