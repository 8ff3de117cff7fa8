/** A folder read, compared and laid under what reviewers say: what `analyze` and `report` both begin with. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Analysis } from '../engine/analysis.ts';
import { type ArticleInput, Corpus } from '../engine/corpus.ts';
import { loadNamesModel } from '../engine/entities/mentions/model.ts';
import { normalizeText } from '../engine/text/normalize.ts';
import { loadWordVectors } from '../engine/text/wordVectors.ts';
import { NodeFiles } from '../platform/node/files.ts';
import { arranged } from '../review/decided/arrange.ts';
import { applyDecisions, type Decisions } from '../review/decided/decisions.ts';
import { entityOverrides, type FolderReview, uniteReviews } from '../review/union/union.ts';
import { readArticles } from './articles.ts';
import { harmless } from './terminal.ts';

export interface ReadAnalysis {
  readonly articles: readonly ArticleInput[];
  /** Each article's normalized text, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** Its disputes as the reviewers arranged them; what they dismissed is still in it. */
  readonly analysis: Analysis;
  readonly decisions: Decisions;
  /** Nothing where sidecars were to be left out of account. */
  readonly review: FolderReview | undefined;
}

/**
 * Reads and compares the articles of a folder; warnings go to standard error.
 * @throws in the reader's words when there is no such folder
 */
export async function readAnalysis(
  folder: string,
  options: { readonly sidecars: boolean; readonly matches: boolean },
): Promise<ReadAnalysis> {
  await expectFolder(folder);
  const corpus = await newCorpus();
  const { articles, sidecars, warnings } = await readArticles(new NodeFiles(folder));
  for (const warning of warnings) process.stderr.write(`crosscheck: ${harmless(warning)}\n`);
  const plain = articles.map(({ path, text }) => ({ path, text: normalizeText(text) }));
  const review = options.sidecars ? uniteReviews({ articles: plain, sidecars }) : undefined;
  corpus.read(
    review ? articles.map(article => ({ ...article, overrides: entityOverrides(review, article.path) })) : articles,
  );
  corpus.settle();
  const proposed = corpus.analysis({ matches: options.matches });
  const said = review?.decisions ?? [];
  const analysis = { ...proposed, disputes: arranged(proposed.disputes, said) };
  const texts = new Map(plain.map(({ path, text }) => [path, text]));
  return { articles, texts, analysis, decisions: applyDecisions(analysis, said), review };
}

/** @throws in the reader's words when there is no such folder */
export async function expectFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (!found) throw new Error(`There is no folder "${folder}".`);
  if (!found.isDirectory()) throw new Error(`"${folder}" is a file; Crosscheck reads folders of articles.`);
}

/** The names model and the word vectors lie beside the bundle, in `media/`. */
async function newCorpus(): Promise<Corpus> {
  const media = (name: string) => readFile(join(__dirname, '..', 'media', name));
  return new Corpus(loadNamesModel(await media('names.model')), loadWordVectors(await media('words.vectors')));
}
