// Bundles what ships (dist/) and, with --tests, what tests it (out/). Types are checked beside it, by `npm run types`.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, context } from 'esbuild';

const watch = process.argv.includes('--watch');
const tests = process.argv.includes('--tests');

/** Every file below `dir` whose name ends so. */
function filesBelow(dir, ending) {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { recursive: true })
    .filter(name => name.endsWith(ending))
    .map(name => join(dir, name))
    .sort();
}

const shared = {
  bundle: true,
  sourcemap: true,
  minify: !watch && !tests,
  target: 'es2022',
  logLevel: 'warning',
  legalComments: 'none',
};
const node = { ...shared, platform: 'node', target: 'node20', format: 'cjs' };
const web = { ...shared, platform: 'browser', format: 'cjs', mainFields: ['browser', 'module', 'main'] };

const ships = [
  { ...node, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js', external: ['vscode', './desk.js'] },
  { ...node, entryPoints: ['src/host/deskModule.ts'], outfile: 'dist/desk.js', external: ['vscode'] },
  { ...node, entryPoints: ['src/platform/node/worker.ts'], outfile: 'dist/worker.js' },
  { ...node, entryPoints: ['src/cli.ts'], outfile: 'dist/cli.js' },
  { ...web, entryPoints: ['src/extension.web.ts'], outfile: 'dist/web/extension.js', external: ['vscode'] },
  { ...web, entryPoints: ['src/webview/matrix.ts'], outfile: 'dist/matrix.js', format: 'iife' },
  { ...web, entryPoints: ['src/platform/web/worker.ts'], outfile: 'dist/web/worker.js', format: 'iife' },
];

// Tests stay unminified and leave packages outside, so that a stack trace names a line one can open.
const testEntries = ['.test.ts', '.bench.ts', 'host/support/index.ts'].flatMap(ending => filesBelow('test', ending));
const tested = testEntries.length
  ? [
      {
        ...node,
        entryPoints: testEntries,
        outdir: 'out/test',
        outbase: 'test',
        external: ['vscode'],
        packages: 'external',
      },
    ]
  : [];

const all = (tests ? [...ships, ...tested] : ships).filter(o => o.entryPoints.every(existsSync));
if (watch) {
  for (const options of all) await (await context(options)).watch();
} else {
  rmSync('dist', { recursive: true, force: true });
  if (tests) rmSync('out', { recursive: true, force: true });
  const outcomes = await Promise.allSettled(all.map(options => build(options)));
  // esbuild has printed its own errors by then; anything else is news.
  for (const { reason } of outcomes) if (reason && !reason.errors) console.error(reason);
  if (outcomes.some(({ status }) => status === 'rejected')) process.exitCode = 1;
}
