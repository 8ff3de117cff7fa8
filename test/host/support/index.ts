import { appendFileSync, readdirSync } from 'node:fs';
import { findSourceMap } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { format } from 'node:util';
import * as vscode from 'vscode';

const WATCHER_LIMIT = 60_000;
const PROBE = '.watched';

/**
 * Runs the host tests inside VS Code's extension host; VS Code calls it by this name.
 *
 * CROSSCHECK_FILES names the bundled test files as a JSON array (without it: those of the folder above, which is what F5 wants),
 * CROSSCHECK_GREP picks tests by title, and CROSSCHECK_REPORT is the file that takes the report, one JSON object a line:
 * `{text}` for what is to be printed, `{failed}` for the title of a test that has just failed, `{counts}` at the end. A file, because it keeps every word even if the
 * extension host is killed in the midst of a test, and because its time tells whoever waits that the tests are alive.
 *
 * @throws if a test failed, which is how VS Code learns of it
 */
export async function run(): Promise<void> {
  process.setSourceMapsEnabled(true);
  // Mocha is an ES module and this bundle is not.
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, slow: 2_000, color: false, reporter: 'spec' });
  if (process.env.CROSSCHECK_GREP) mocha.grep(process.env.CROSSCHECK_GREP);
  for (const file of testFiles()) mocha.addFile(file);

  await vscode.extensions.getExtension('crosscheck.crosscheck')?.activate();
  await Promise.all((vscode.workspace.workspaceFolders ?? []).map(watched));

  const report = process.env.CROSSCHECK_REPORT;
  if (report) {
    // The extension host's console cannot be told apart from VS Code's own words.
    Mocha.reporters.Base.consoleLog = (...words: unknown[]) => tell(report, { text: format(...words) });
  }
  const counts = await new Promise<Counts>(settle => {
    const runner = mocha.run(() => {
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
      settle({ passed: passes, failed: failures, skipped: pending });
    });
    // Before the report's end, where the stacks are printed.
    runner.on('fail', (test, error: unknown) => {
      if (report) tell(report, { failed: test.fullTitle() });
      if (error instanceof Error && error.stack) error.stack = toSource(error.stack);
    });
  });
  if (report) tell(report, { counts });
  if (counts.failed > 0) throw new Error(`${counts.failed} tests failed`);
}

/**
 * Waits until VS Code tells what happens in a folder: a fresh one's file watcher takes a while to come up, and what is written before that it
 * never tells of.
 */
async function watched(folder: vscode.WorkspaceFolder): Promise<void> {
  const probe = vscode.Uri.joinPath(folder.uri, PROBE);
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, PROBE));
  const told = new Promise<boolean>(settle => {
    watcher.onDidCreate(() => settle(true));
    watcher.onDidChange(() => settle(true));
  });
  const end = Date.now() + WATCHER_LIMIT;
  for (let n = 0, up = false; !up; n += 1) {
    if (Date.now() > end) throw new Error(`Nobody watches ${folder.uri.fsPath} after ${WATCHER_LIMIT / 1000} s`);
    await vscode.workspace.fs.writeFile(probe, new TextEncoder().encode(String(n)));
    up = await Promise.race([told, new Promise<boolean>(settle => setTimeout(settle, 100, false))]);
  }
  watcher.dispose();
  await vscode.workspace.fs.delete(probe);
}

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

function testFiles(): readonly string[] {
  const named = process.env.CROSSCHECK_FILES;
  if (named) return JSON.parse(named);
  const tests = join(__dirname, '..');
  return readdirSync(tests)
    .filter(name => name.endsWith('.test.js'))
    .sort()
    .map(name => join(tests, name));
}

/** The stack with places in the source. Node does this by itself, but not under VS Code, which formats stacks its own way. */
function toSource(stack: string): string {
  return stack.replace(/([^\s()]+\.js):(\d+):(\d+)/g, (place, path: string, line: string, column: string) => {
    const origin = findSourceMap(resolve(path))?.findOrigin(Number(line), Number(column));
    if (!origin || !('fileName' in origin)) return place;
    const source = relative(process.cwd(), resolve(path, '..', origin.fileName.replace(/^file:\/\//, '')));
    return `${source}:${origin.lineNumber}:${origin.columnNumber}`;
  });
}

function tell(report: string, line: object): void {
  appendFileSync(report, `${JSON.stringify(line)}\n`);
}
