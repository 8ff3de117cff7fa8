import { readFileSync } from 'node:fs';
import type { Analysis } from '../../../src/engine/analysis.ts';
import { type ArticleInput, Corpus } from '../../../src/engine/corpus.ts';
import { loadNamesModel, type NamesModel } from '../../../src/engine/entities/mentions/model.ts';
import { loadWordVectors, type WordVectors } from '../../../src/engine/text/wordVectors.ts';

let model: NamesModel | undefined;

/** The shipped model, read once. */
export function shippedModel(): NamesModel {
  model ??= loadNamesModel(readFileSync('media/names.model'));
  return model;
}

let vectors: WordVectors | undefined;

/** The shipped word vectors, read once. */
export function shippedVectors(): WordVectors {
  vectors ??= loadWordVectors(readFileSync('media/words.vectors'));
  return vectors;
}

/** Articles from their texts: `a.txt`, `b.txt`, …, all of one day unless said otherwise. */
export function articles(...texts: readonly string[]): ArticleInput[] {
  return texts.map((text, i) => ({
    path: `${String.fromCharCode(97 + i)}.txt`,
    text,
    info: { published: '2025-03-12' },
  }));
}

/** A corpus that has read and compared articles. */
export function corpusOf(inputs: readonly ArticleInput[]): Corpus {
  const corpus = new Corpus(shippedModel(), shippedVectors());
  corpus.read(inputs);
  corpus.settle();
  return corpus;
}

export function analysisOf(...texts: readonly string[]): Analysis {
  return corpusOf(articles(...texts)).analysis();
}
