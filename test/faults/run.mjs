// The fault trials of the sidecars: killed writers, racing writers, merges, slips of the hand. Prints their figures.
//   npm run test:faults [-- kill|race|merge|soak …] [--kills N] [--writes N] [--edits N] [--seed N] [--show]
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

const out = mkdtempSync(join(tmpdir(), 'crosscheck-faults-built-'));
process.on('exit', () => rmSync(out, { recursive: true, force: true }));
await build({
  entryPoints: ['main.ts', 'children.ts'].map(name => join('test', 'faults', name)),
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  outdir: out,
  logLevel: 'warning',
});
const run = spawn(process.execPath, [join(out, 'main.js'), join(out, 'children.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => run.kill(signal));
run.on('close', code => process.exit(code ?? 1));
