// Every check of the project, or one part:
//
//   npm test                            format, lint, rooms, types, unit, golden and host tests
//   npm run test:unit [-- word …]       the unit and golden tests, of the files whose path has one of the words
//   npm run test:host [-- word …]       the same of the host tests; also --oldest, --grep 'words of a title'
//
// Goes on after a failure, to tell all of them, and closes with one line `N passed, N failed, N skipped`: the sum over all
// mocha runs, a check that fails counting as one that failed.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { command } from './tools/command.mjs';
import { ensureModules } from './tools/modules.mjs';
import { step } from './tools/progress.mjs';

const root = process.cwd();
const out = join(root, 'out', 'test');

/** Folders of test/ whose tests have a runner of their own. */
const ELSEWHERE = ['host', 'page', 'bench'];

/** Every folder with a tsconfig.json, outermost first. */
function typedFolders() {
  const inner = ['src', 'test'].flatMap(top =>
    readdirSync(join(root, top), { recursive: true })
      .filter(name => /(^|[/\\])tsconfig\.json$/.test(name))
      .map(name => join(top, name, '..')),
  );
  return ['.', ...inner.sort()];
}

/** The bundled tests that plain mocha runs. */
function unitTests(words) {
  return readdirSync(out, { recursive: true })
    .filter(name => name.endsWith('.test.js') && !ELSEWHERE.includes(name.split(/[/\\]/)[0]))
    .filter(name => words.length === 0 || words.some(word => name.includes(word)))
    .sort()
    .map(name => join(out, name));
}

class Outcome {
  counts = { passed: 0, failed: 0, skipped: 0 };
  failed = [];

  /** Does one check; that it fails is told at once and remembered, and is no reason to stop. */
  async check(name, work) {
    try {
      await step(name, work);
      return true;
    } catch (error) {
      this.counts.failed += 1;
      this.failed.push(name);
      console.error(error.message);
      return false;
    }
  }

  add(name, counts) {
    for (const key of Object.keys(this.counts)) this.counts[key] += counts[key];
    if (counts.failed > 0) this.failed.push(name);
  }
}

/** Runs a script that sends its counts, its words going where ours go. */
async function countedRun(scope, outcome, name, script, args) {
  console.log(`\n${name}`);
  // The host tests clean up after themselves, which takes a moment.
  const child = scope.start(process.execPath, [script, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    grace: 30_000,
  });
  let counts;
  child.on('message', message => {
    counts = message;
  });
  const code = await child.ended;
  scope.check();
  if (!counts) console.log(`${name} came to no end (exit code ${code}).`);
  counts ??= { passed: 0, failed: 1, skipped: 0 };
  outcome.add(name, code === 0 ? counts : { ...counts, failed: Math.max(counts.failed, 1) });
}

function tool(name) {
  return join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);
}

async function staticChecks(scope, outcome) {
  const shell = process.platform === 'win32';
  const folders = typedFolders();
  await Promise.all([
    outcome.check('format, lint', () => scope.run(tool('biome'), ['check', '.'], { cwd: root, shell })),
    outcome.check('rooms', () => scope.run(process.execPath, ['test/tools/checkRooms.mjs'], { cwd: root })),
    outcome.check(`types (${folders.join(', ')})`, async () => {
      for (const folder of folders) await scope.run(tool('tsc'), ['--noEmit', '-p', folder], { cwd: root, shell });
    }),
  ]);
}

await command(async scope => {
  const [part = 'all', ...words] = process.argv.slice(2);
  const outcome = new Outcome();
  await ensureModules(scope, root);
  if (part === 'all') await staticChecks(scope, outcome);
  const built = await outcome.check('build', () =>
    scope.run(process.execPath, ['esbuild.mjs', '--tests'], { cwd: root }),
  );
  if (built && part !== 'host') {
    const files = existsSync(out) ? unitTests(words) : [];
    if (files.length) await countedRun(scope, outcome, 'unit and golden tests', 'test/tools/mocha.mjs', files);
    else if (words.length)
      await outcome.check(`find tests of ${words.join(' or ')}`, () => Promise.reject(new Error('There are none.')));
  }
  if (built && part !== 'unit') await countedRun(scope, outcome, 'host tests', 'test/host/vscode/run.mjs', words);

  scope.check();
  const { passed, failed, skipped } = outcome.counts;
  if (outcome.failed.length) console.log(`\nFailed: ${outcome.failed.join('; ')}`);
  console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
  return failed > 0 ? 1 : 0;
});
