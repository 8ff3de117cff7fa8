/**
 * The command line: the same engine and the same sidecars, without an editor.
 */
import { type AnalyzeOptions, runAnalyze } from './cli/analyze.ts';
import { runCheck } from './cli/check.ts';
import { HELP } from './cli/help.ts';
import { parseCommand, UsageError } from './cli/options.ts';
import { runRead } from './cli/read.ts';
import { type ReportOptions, runReport } from './cli/report.ts';

/** Exit statuses: 0 all well, 1 `check` found something wrong or `read` left a story out, 2 it could not run. */
async function main(args: readonly string[]): Promise<number> {
  const command = parseCommand(args);
  switch (command.name) {
    case 'help':
      process.stdout.write(HELP);
      return 0;
    case 'version':
      process.stdout.write(`${command.version}\n`);
      return 0;
    case 'analyze':
      return runAnalyze(command satisfies AnalyzeOptions);
    case 'check':
      return runCheck(command);
    case 'report':
      return runReport(command satisfies ReportOptions);
    case 'read':
      return runRead(command);
  }
}

process.stdout.on('error', error => {
  // Whoever reads us has closed the pipe (`| head`): nothing is left to be said.
  if ('code' in error && error.code === 'EPIPE') process.exit(0);
  throw error;
});

main(process.argv.slice(2)).then(
  status => {
    process.exitCode = status;
  },
  error => {
    const words = error instanceof Error ? error.message : String(error);
    process.stderr.write(`crosscheck: ${words}\n`);
    if (error instanceof UsageError) process.stderr.write('Try `crosscheck --help`.\n');
    process.exitCode = 2;
  },
);
