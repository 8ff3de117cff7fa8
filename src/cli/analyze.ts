/** `crosscheck analyze`: the engine over a folder, printed as text or JSON. */
import { readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Analysis } from '../engine/analysis.ts';
import { type ArticleInput, Corpus } from '../engine/corpus.ts';
import { loadNamesModel } from '../engine/entities/model.ts';
import { loadWordVectors } from '../engine/entities/wordVectors.ts';
import { normalizeText } from '../engine/text/normalize.ts';
import { NodeFiles } from '../platform/node/files.ts';
import { applyDecisions, type Decisions, type Suggestion } from '../review/decisions.ts';
import { entityOverrides, uniteReviews } from '../review/union.ts';
import { readArticles } from './articles.ts';
import { renderAnalysis } from './render.ts';
import { harmless, terminal } from './terminal.ts';

/** As `options.ts` reads them. */
export interface AnalyzeOptions {
  readonly folder: string;
  readonly format: 'text' | 'json';
  readonly all: boolean;
  readonly claims: boolean;
  readonly matches: boolean;
  readonly sidecars: boolean;
}

/** Prints what the articles of a folder disagree about; warnings go to standard error. */
export async function runAnalyze(options: AnalyzeOptions): Promise<number> {
  const began = performance.now();
  await expectFolder(options.folder);
  const corpus = await newCorpus();
  const { articles, sidecars, warnings } = await readArticles(new NodeFiles(options.folder));
  for (const warning of warnings) process.stderr.write(`crosscheck: ${harmless(warning)}\n`);
  const review = options.sidecars ? uniteReviews({ articles: articles.map(normalized), sidecars }) : undefined;
  corpus.read(
    review ? articles.map(article => ({ ...article, overrides: entityOverrides(review, article.path) })) : articles,
  );
  corpus.settle();
  const proposed = corpus.analysis({ matches: options.format === 'json' && options.matches });
  const analysis = review ? withoutDismissed(proposed, applyDecisions(proposed, review.decisions)) : proposed;
  if (options.format === 'json') {
    process.stdout.write(`${JSON.stringify(analysis)}\n`);
    return 0;
  }
  const { all, claims } = options;
  const texts = new Map(articles.map(article => [article.path, normalized(article).text]));
  const folder = relative(process.cwd(), options.folder) || '.';
  const link = (path: string, line: number) => `${join(folder, path)}:${line}`;
  process.stdout.write(
    renderAnalysis(analysis, { terminal: terminal(process.stdout, process.env), texts, link, all, claims }),
  );
  process.stdout.write(`\nRead in ${((performance.now() - began) / 1000).toFixed(1)} s.\n`);
  return 0;
}

function normalized({ path, text }: ArticleInput): { readonly path: string; readonly text: string } {
  return { path, text: normalizeText(text) };
}

/** What reviewers dismissed is not proposed again. */
function withoutDismissed(analysis: Analysis, decisions: Decisions): Analysis {
  const stays = (suggestion: Suggestion) => decisions.get(suggestion)?.decision !== 'dismissed';
  return {
    ...analysis,
    documents: analysis.documents.map(document => ({
      ...document,
      entities: document.entities.filter(stays),
      claims: document.claims.filter(stays),
    })),
    matches: analysis.matches.filter(stays),
    disputes: analysis.disputes.filter(stays),
  };
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
