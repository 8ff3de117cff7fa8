/** The analysis for a terminal. Whatever comes from articles goes through `harmless`, which leaves no control characters. */
import type { Analysis, AnalyzedDocument, Dispute, Passage, Position } from '../engine/analysis.ts';
import { CUTS } from '../engine/disputes/base/certainty.ts';
import { LineIndex } from '../engine/text/positions.ts';
import type { Decisions } from '../review/decided/decisions.ts';
import { shownOf } from '../review/decided/shown.ts';
import { harmless, type Terminal, wrap } from './terminal.ts';

/** What the text output needs beside the analysis. */
interface Rendering {
  readonly terminal: Terminal;
  /** Each article's normalized text, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** What reviewers decided: what they confirmed is shown however certain it is. */
  readonly decisions: Decisions;
  /** How an article is named so that a terminal makes it a link. */
  readonly link: (path: string, line: number) => string;
  /** Also what is less certain. */
  readonly all: boolean;
  readonly claims: boolean;
}

/** The analysis as a person wants to read it in a terminal. */
export function renderAnalysis(analysis: Analysis, rendering: Rendering): string {
  const shown = shownOf(analysis.disputes, rendering.decisions, rendering.all ? 0 : CUTS.balanced);
  const hidden = analysis.disputes.length - shown.length;
  const blocks = [headline(analysis, shown.length, hidden), ...leftOut(analysis.documents)];
  shown.forEach((dispute, i) => {
    blocks.push(renderDispute(dispute, i + 1, analysis, rendering));
  });
  if (rendering.claims) for (const document of analysis.documents) blocks.push(renderClaims(document, rendering));
  return `${blocks.join('\n\n')}\n`;
}

function headline({ documents, stories }: Analysis, shown: number, hidden: number): string {
  const rest = hidden > 0 ? ` (${hidden} less certain left out; --all shows them)` : '';
  const facts = shown === 0 ? 'nothing disputed' : many(shown, 'disputed fact');
  return `${many(documents.length, 'article')}, ${many(stories.length, 'story', 'stories')}, ${facts}${rest}`;
}

/** A word on the articles that were not analysed. */
function leftOut(documents: readonly AnalyzedDocument[]): string[] {
  return documents.flatMap(({ path, reach }) => {
    if (reach === 'empty') return [`${harmless(path)} is empty.`];
    return reach === 'language' ? [`${harmless(path)} is not in English: kept, but not analysed.`] : [];
  });
}

function renderDispute(dispute: Dispute, number: number, analysis: Analysis, rendering: Rendering): string {
  const { terminal } = rendering;
  const head = `${String(number).padEnd(3)}${harmless(dispute.title)}`;
  const decided = rendering.decisions.get(dispute)?.decision;
  const right = `${decided ? `${decided}  ` : ''}${dispute.status}  ${dispute.score.toFixed(2).replace(/^0/, '')}`;
  const gap = Math.max(2, terminal.width - head.length - right.length);
  const lines = [
    `${terminal.bold(head)}${' '.repeat(gap)}${dispute.status === 'conflict' ? terminal.red(right) : terminal.yellow(right)}`,
  ];
  for (const position of dispute.positions) lines.push(...renderPosition(position, analysis, rendering));
  return lines.join('\n');
}

function renderPosition(position: Position, analysis: Analysis, rendering: Rendering): string[] {
  const { terminal } = rendering;
  const sources = new Set(position.evidence.map(({ path }) => path)).size;
  const origins = position.origins < sources ? `, ${many(position.origins, 'origin')}` : '';
  const rows = position.evidence.map(passage => {
    const line = lineOf(passage, rendering);
    return {
      where: harmless(rendering.link(passage.path, line)),
      outlet: outletOf(passage.path, analysis),
      words: wordsOf(passage, rendering),
    };
  });
  const whereWidth = Math.max(...rows.map(row => row.where.length));
  const outletWidth = Math.max(...rows.map(row => row.outlet.length));
  const indent = 5 + whereWidth + 2 + (outletWidth > 0 ? outletWidth + 2 : 0);
  return [
    `   ${harmless(position.label)}  ${terminal.dim(`${many(sources, 'source')}${origins}`)}`,
    ...rows.flatMap(row => {
      const left = `     ${row.where.padEnd(whereWidth)}  ${outletWidth > 0 ? `${row.outlet.padEnd(outletWidth)}  ` : ''}`;
      const [first = '', ...rest] = wrap(`“${row.words}”`, Math.max(30, terminal.width - indent));
      return [terminal.dim(left) + first, ...rest.map(words => ' '.repeat(indent) + words)];
    }),
  ];
}

function renderClaims(document: AnalyzedDocument, rendering: Rendering): string {
  const { terminal } = rendering;
  const lines = document.claims.map(claim => {
    const passage = { path: document.path, start: claim.start, end: claim.end };
    const who = claim.speaker ? `${claim.speaker}: ` : '';
    const how = [claim.certainty, claim.status, ...(claim.negated ? ['negated'] : [])].join(', ');
    const about = claim.about.length > 0 ? `\n        ${terminal.dim(harmless(claim.about.join('; ')))}` : '';
    return `  ${harmless(rendering.link(document.path, lineOf(passage, rendering)))}  ${harmless(who)}“${wordsOf(passage, rendering)}”  ${terminal.dim(how)}${about}`;
  });
  return [terminal.bold(`Claims of ${harmless(document.outlet ?? document.path)}`), ...lines].join('\n');
}

function lineOf({ path, start }: Passage, { texts }: Rendering): number {
  return new LineIndex(texts.get(path) ?? '').positionAt(start).line + 1;
}

function wordsOf({ path, start, end }: Passage, { texts }: Rendering): string {
  return harmless((texts.get(path) ?? '').slice(start, end))
    .replace(/\s+/g, ' ')
    .trim();
}

function outletOf(path: string, analysis: Analysis): string {
  return harmless(analysis.documents.find(document => document.path === path)?.outlet ?? '');
}

/** `1 article`, `2 articles`. */
export function many(n: number, one: string, several = `${one}s`): string {
  return `${n} ${n === 1 ? one : several}`;
}
