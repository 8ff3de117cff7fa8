// `npm run bench:claims`: bundles the bench apart from everything else and runs it.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';

const out = join('out', 'bench', 'claims.js');
await build({
  entryPoints: [join('test', 'bench', 'claims.bench.ts')],
  outfile: out,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
});
execFileSync(process.execPath, [out], { stdio: 'inherit' });
