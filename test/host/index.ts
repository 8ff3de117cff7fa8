import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';

/**
 * Runs the host tests inside VS Code's extension host; VS Code calls it by this name.
 *
 * CROSSCHECK_FILES names the bundled test files as a JSON array (without it: all beside this one, which is what F5 wants),
 * CROSSCHECK_GREP picks tests by title, and CROSSCHECK_REPORT is the file that takes the report, one JSON object a line:
 * `{text}` for what is to be printed, at the end `{passed, failed, skipped}`. A file, because it keeps every word even if the
 * extension host is killed in the midst of a test, and because its time tells whoever waits that the tests are alive.
 *
 * @throws if a test failed, which is how VS Code learns of it
 */
export async function run(): Promise<void> {
  // Mocha is an ES module and this bundle is not.
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ ui: 'bdd', timeout: 20_000, slow: 2_000, color: false, reporter: 'spec' });
  if (process.env.CROSSCHECK_GREP) mocha.grep(process.env.CROSSCHECK_GREP);
  for (const file of testFiles()) mocha.addFile(file);

  const report = process.env.CROSSCHECK_REPORT;
  if (report) {
    // The extension host's console cannot be told apart from VS Code's own words.
    Mocha.reporters.Base.consoleLog = (...words: unknown[]) => tell(report, { text: format(...words) });
  }
  const counts = await new Promise<Counts>(resolve => {
    const runner = mocha.run(() => {
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
      resolve({ passed: passes, failed: failures, skipped: pending });
    });
  });
  if (report) tell(report, counts);
  if (counts.failed > 0) throw new Error(`${counts.failed} tests failed`);
}

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

function testFiles(): readonly string[] {
  const named = process.env.CROSSCHECK_FILES;
  if (named) return JSON.parse(named);
  return readdirSync(__dirname)
    .filter(name => name.endsWith('.test.js'))
    .sort()
    .map(name => join(__dirname, name));
}

function tell(report: string, line: object): void {
  appendFileSync(report, `${JSON.stringify(line)}\n`);
}
