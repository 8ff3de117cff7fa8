/** `crosscheck report`: the disputed facts of a folder as Markdown, a page or a table, to send, print or go on with. */
import { writeFile } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import type { DisputeKind, DisputeStatus } from '../engine/analysis.ts';
import { CUTS } from '../engine/disputes/base/certainty.ts';
import { LineIndex } from '../engine/text/positions.ts';
import { classify } from '../review/base/paths.ts';
import { shownOf } from '../review/decided/shown.ts';
import { formatReport, type Report, type ReportFormat, reportFile } from '../review/report/report.ts';
import { type ReportedArticle, type ReportWords, reportOf } from '../review/report/reportOf.ts';
import { type ReadAnalysis, readAnalysis } from './reading.ts';
import { many } from './render.ts';
import { dateOfRun } from './time.ts';

/** As `options.ts` reads them. */
export interface ReportOptions {
  readonly folder: string;
  readonly format: ReportFormat;
  /** The file to write; standard output when there is none. */
  readonly out?: string;
  readonly all: boolean;
  readonly sidecars: boolean;
}

/** Writes or prints the report on a folder. */
export async function runReport({ folder, format, out, all, sidecars }: ReportOptions): Promise<number> {
  if (out !== undefined) expectNoArticle(out, folder);
  const read = await readAnalysis(folder, { sidecars, matches: false });
  const report = reportOn(read, { name: basename(resolve(folder)), all, made: dateOfRun() });
  if (out === undefined) process.stdout.write(formatReport(report, format));
  else await writeFile(out, reportFile(report, format));
  return 0;
}

/** The report on what was read; `made` is the day that it tells. */
export function reportOn(
  { articles, texts, analysis, decisions, review }: ReadAnalysis,
  { name, all, made }: { readonly name: string; readonly all: boolean; readonly made: Date },
): Report {
  return reportOf({
    disputes: shownOf(analysis.disputes, decisions, all ? 0 : CUTS.balanced),
    decisions,
    facts: review?.facts ?? [],
    articles: new Map(articles.map(({ path, info }) => [path, articleOf(path, texts.get(path) ?? '', info)])),
    words: wordsFor(name, made),
  });
}

function articleOf(path: string, text: string, info: ReportedArticle['info']): ReportedArticle {
  const lines = new LineIndex(text);
  return { path, text, info, lineOf: offset => lines.positionAt(offset).line + 1 };
}

/** A report among the articles would be taken for one of them at the next reading. */
function expectNoArticle(out: string, folder: string): void {
  const path = relative(resolve(folder), resolve(out)).replaceAll('\\', '/');
  if (path.startsWith('../') || classify(path).kind !== 'article') return;
  throw new Error(`"${out}" would be read as an article the next time: write the report outside of ${join(folder)}.`);
}

const KINDS: Readonly<Record<DisputeKind, string>> = {
  number: 'Number',
  date: 'Date or time',
  place: 'Place',
  actor: 'Who',
  wording: 'Wording',
  status: 'How far it got',
  denial: 'Denied',
  contested: 'Contested',
  other: 'Other',
};
const STATUSES: Readonly<Record<DisputeStatus, string>> = {
  conflict: 'the positions cannot all be true',
  difference: 'the positions differ, but may all be true',
  contested: 'the parties disagree, and the sources report it',
  update: 'a later article tells it anew',
};
const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

function wordsFor(name: string, made: Date): ReportWords {
  return {
    title: `Disputed facts: ${name}`,
    about: (facts, articles) =>
      `${many(facts, 'disputed fact')} in ${many(articles, 'article')}. Made with Crosscheck on ${DAY.format(made)}.`,
    kind: kind => KINDS[kind],
    status: status => STATUSES[status],
    certainty: score => (score >= CUTS.sure ? 'sure' : score >= CUTS.balanced ? 'likely' : 'unsure'),
    confirmedBy: names => `confirmed by ${names}`,
    dividedOver: names => `${names} are divided`,
    verdict: verdict => verdict.charAt(0).toUpperCase() + verdict.slice(1),
    source: ({ path, info }) => info.outlet ?? basename(path).replace(/\.[^.]+$/, ''),
    date: ({ info }) => {
      const time = info.published === undefined ? Number.NaN : Date.parse(`${info.published.slice(0, 10)}T12:00:00Z`);
      return Number.isNaN(time) ? '' : DAY.format(time);
    },
  };
}
