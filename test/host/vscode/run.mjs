// Runs the host tests, as they lie bundled in out/test/host/, each group of them in a VS Code of its own:
//   test/host/*.test.ts          on a copy of seeds/
//   test/host/<name>/*.test.ts   on a copy of test/host/<name>/workspace/ (of a `.code-workspace` file in it, if there is
//                                one; without such a folder in an empty window), with <name>/settings.json if that exists
//
//   node test/host/vscode/run.mjs [--oldest] [--grep words of a title] [part of a file's name …]
//
// VSCODE_EXECUTABLE names the VS Code. With VSCODE_DOWNLOAD, and on macOS and Windows, one is downloaded; otherwise it is
// our own from npm, in Chromium.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { ensureChromium } from '../../tools/chromium.mjs';
import { command, Failure } from '../../tools/command.mjs';
import { installHost, NEWEST, OLDEST } from './install.mjs';
import { Report } from './report.mjs';
import { writeSettings } from './server.mjs';

const root = process.cwd();
const bundled = join(root, 'out', 'test', 'host');
const sources = join(root, 'test', 'host');

/** The groups of test files that share a VS Code: the name, the files, the workspace they want. */
function launches(words) {
  const wanted = file => words.length === 0 || words.some(word => relative(bundled, file).includes(word));
  const all = existsSync(bundled) ? readdirSync(bundled, { recursive: true }).sort() : [];
  const groups = new Map();
  for (const name of all.filter(name => name.endsWith('.test.js'))) {
    const folder = name.split(/[/\\]/).slice(0, -1).join('/');
    const file = join(bundled, name);
    if (wanted(file)) groups.set(folder, [...(groups.get(folder) ?? []), file]);
  }
  return [...groups].map(([name, files]) => ({
    name: name || 'seeds',
    files,
    workspace: name ? join(sources, name, 'workspace') : join(root, 'seeds'),
    settings: join(sources, name, 'settings.json'),
  }));
}

/** A copy of the workspace that the tests may change; undefined for an empty window. */
async function copyWorkspace({ name, workspace }, temporary) {
  if (!existsSync(workspace)) return undefined;
  const copy = join(temporary, name);
  await cp(workspace, copy, { recursive: true, verbatimSymlinks: true });
  const multiRoot = readdirSync(copy).find(file => file.endsWith('.code-workspace'));
  return multiRoot ? join(copy, multiRoot) : copy;
}

/** Prints what is added to the report; what it returns ends that, and gives the counts that stand at the report's end. */
function follow(path) {
  const report = new Report(path);
  let counts;
  const print = () => {
    for (const line of report.news()) {
      if (line.text !== undefined) console.log(line.text);
      counts ??= line.counts;
    }
  };
  const timer = setInterval(print, 100);
  return () => {
    clearInterval(timer);
    print();
    return counts;
  };
}

/** One VS Code, from start to end. */
async function launch(scope, group, vscode, grep) {
  const temporary = scope.temporary();
  const userData = join(temporary, 'user');
  const extensions = join(temporary, 'extensions');
  const folder = await copyWorkspace(group, temporary);
  const settings = existsSync(group.settings) ? JSON.parse(readFileSync(group.settings, 'utf8')) : {};
  await writeSettings(userData, settings);
  await mkdir(extensions);
  const report = join(temporary, 'report.jsonl');
  const finish = follow(report);

  let finished = false;
  scope.check();
  const running = runTests({
    ...vscode,
    extensionDevelopmentPath: root,
    extensionTestsPath: join(bundled, 'support', 'index.js'),
    launchArgs: [...(folder ? [folder] : []), `--user-data-dir=${userData}`, `--extensions-dir=${extensions}`],
    extensionTestsEnv: {
      CROSSCHECK_VSCODE: vscode.version,
      CROSSCHECK_FILES: JSON.stringify(group.files),
      CROSSCHECK_REPORT: report,
      CROSSCHECK_PICTURES: join(root, 'out', 'pictures'),
      ...(grep ? { CROSSCHECK_GREP: grep } : {}),
      // Temporary files of the tests go where we remove everything.
      TMPDIR: temporary,
    },
  }).then(
    () => true,
    () => false,
  );
  running.then(() => {
    finished = true;
  });
  scope.later(async () => {
    // runTests passes on nothing but an interrupt, which it has had already if it was that which ended us.
    if (!finished && scope.signal !== 'SIGINT') process.emit('SIGINT');
    await running;
  });
  const passed = await running;
  const counts = finish();
  if (scope.signal) throw new Failure('Stopped.');
  if (!counts) console.log(`The tests of ${group.name} came to no end.`);
  const { passed: good = 0, failed = 0, skipped = 0 } = counts ?? {};
  return { passed: good, failed: passed ? failed : Math.max(failed, 1), skipped };
}

/** What `runTests` wants to know of the VS Code to run. */
async function chooseVSCode(scope, oldest) {
  const version = oldest ? OLDEST : NEWEST;
  if (process.env.VSCODE_EXECUTABLE) return { vscodeExecutablePath: resolve(process.env.VSCODE_EXECUTABLE), version };
  if (process.env.VSCODE_DOWNLOAD || process.platform !== 'linux') return { version };
  await ensureChromium(scope);
  await installHost(scope, version);
  return { vscodeExecutablePath: join(sources, 'vscode', 'vscode.mjs'), version };
}

await command(async scope => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { oldest: { type: 'boolean', default: false }, grep: { type: 'string' } },
  });
  const groups = launches(positionals);
  if (groups.length === 0) throw new Failure(`No host test ${positionals.join(' or ')} in out/test/host.`);
  const vscode = await chooseVSCode(scope, values.oldest);
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const group of groups) {
    console.log(
      `\nVS Code ${vscode.version}, ${group.name}: ${group.files.length} test file${group.files.length === 1 ? '' : 's'}`,
    );
    const counts = await launch(scope, group, vscode, values.grep);
    for (const key of Object.keys(sum)) sum[key] += counts[key];
  }
  // Under `npm test` the counts go to it, and it prints the line.
  if (process.send) await new Promise(resolve => process.send(sum, resolve));
  else console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
  return sum.failed > 0 ? 1 : 0;
});
