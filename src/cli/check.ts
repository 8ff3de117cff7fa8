/** `crosscheck check`: where annotations stand now, printed as text, JSON or GitHub's workflow commands. */
import { join, relative } from 'node:path';
import { NodeFiles } from '../platform/node/files.ts';
import type { Problem } from '../review/base/problem.ts';
import { type CheckResult, checkFolder } from '../review/union/check.ts';
import { expectFolder } from './reading.ts';
import { harmless } from './terminal.ts';

/** As `options.ts` reads them. */
interface CheckOptions {
  readonly folder: string;
  readonly format: 'text' | 'json' | 'github';
}

/** Prints where every annotation stands now, and what is wrong in the sidecars. Status 1 when there is something to mend. */
export async function runCheck({ folder, format }: CheckOptions): Promise<number> {
  await expectFolder(folder);
  const result = await checkFolder(new NodeFiles(folder));
  switch (format) {
    case 'json':
      process.stdout.write(`${JSON.stringify(result.report)}\n`);
      break;
    case 'text':
      process.stdout.write(asText(result, folder));
      break;
    case 'github':
      process.stdout.write(result.problems.map(problem => `${asWorkflowCommand(problem, folder)}\n`).join(''));
      break;
  }
  return result.status;
}

function asText({ report, problems }: CheckResult, folder: string): string {
  const lines = problems.map(p => `${harmless(inFolder(folder, p))}:${p.line}:${p.column}: ${harmless(p.message)}`);
  const states = new Map<string, number>();
  for (const { state } of report.annotations) states.set(state, (states.get(state) ?? 0) + 1);
  const counts = [...states].map(([state, n]) => `${n} ${state}`).join(', ');
  const n = report.annotations.length;
  return `${[...lines, `${n} annotation${n === 1 ? '' : 's'}${counts ? `: ${counts}` : ''}`].join('\n')}\n`;
}

/** A workflow command of GitHub Actions, that shows the problem at its line in a pull request. */
function asWorkflowCommand(problem: Problem, folder: string): string {
  const level = problem.severity === 'note' ? 'notice' : problem.severity;
  const escaped = (text: string) => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
  const property = (text: string) => escaped(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
  const { line, column, endLine, endColumn } = problem;
  return `::${level} file=${property(inFolder(folder, problem))},line=${line},col=${column},endLine=${endLine},endColumn=${endColumn}::${escaped(problem.message)}`;
}

function inFolder(folder: string, { sidecar }: Problem): string {
  return join(relative(process.cwd(), folder), sidecar);
}
