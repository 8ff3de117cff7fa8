/** `crosscheck analyze`: the engine over a folder, printed as text or JSON. */
import { join, relative } from 'node:path';
import type { Analysis } from '../engine/analysis.ts';
import type { Decisions, Suggestion } from '../review/decided/decisions.ts';
import { readAnalysis } from './reading.ts';
import { renderAnalysis } from './render.ts';
import { terminal } from './terminal.ts';

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
  const matches = options.format === 'json' && options.matches;
  const { analysis, decisions, texts } = await readAnalysis(options.folder, { sidecars: options.sidecars, matches });
  const told = withoutDismissed(analysis, decisions);
  if (options.format === 'json') {
    process.stdout.write(`${JSON.stringify(told)}\n`);
    return 0;
  }
  const { all, claims } = options;
  const folder = relative(process.cwd(), options.folder) || '.';
  const link = (path: string, line: number) => `${join(folder, path)}:${line}`;
  const shown = { terminal: terminal(process.stdout, process.env), texts, decisions, link, all, claims };
  process.stdout.write(renderAnalysis(told, shown));
  process.stdout.write(`\nRead in ${((performance.now() - began) / 1000).toFixed(1)} s.\n`);
  return 0;
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
