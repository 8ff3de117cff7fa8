/**
 * What a story's comparisons are kept in from one settling to the next, as long as no article comes or goes: an edit costs the edited
 * article and its pairs, not the story.
 */

import type { ArticleEntities } from '../entities/types.ts';
import type { WordVectors } from '../text/wordVectors.ts';
import { alignments } from './alignment.ts';
import type { ReadArticle } from './article.ts';
import { type Passage, PassageMaker, StoryFrequencies } from './passages.ts';
import { StoryWords } from './storyWords.ts';

/** An article as it was read is known by its entities: they are read again whenever its text or a reviewer's word on it changes. */
type Key = ArticleEntities;

export class StoryMemory {
  readonly words: StoryWords;
  readonly maker: PassageMaker;
  readonly #passages = new WeakMap<Key, readonly Passage[]>();
  readonly #tables = new WeakMap<Key, WeakMap<Key, Float32Array>>();

  constructor(articles: readonly ReadArticle[], vectors: WordVectors) {
    this.words = new StoryWords(vectors);
    this.maker = new PassageMaker(new StoryFrequencies(articles), this.words);
  }

  passagesOf(article: ReadArticle): readonly Passage[] {
    const passages = this.#passages.get(article.entities) ?? this.maker.passagesOf(article);
    this.#passages.set(article.entities, passages);
    return passages;
  }

  /** The alignments of all passages of one article (rows) with those of another (columns). */
  tableOf(a: ReadArticle, b: ReadArticle): Float32Array {
    const tables = this.#tables.get(a.entities) ?? new WeakMap<Key, Float32Array>();
    this.#tables.set(a.entities, tables);
    const known = tables.get(b.entities);
    if (known) return known;
    const bags = (article: ReadArticle) => this.passagesOf(article).map(({ bag }) => bag);
    const table = alignments(bags(a), bags(b), this.words);
    tables.set(b.entities, table);
    return table;
  }
}
