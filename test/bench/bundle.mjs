import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Bundles a bench into a file of its own.
 * @param {string} name `claims` for claims.bench.ts
 * @returns {Promise<string>} the path of the script
 */
export async function bundleBench(name) {
  const outfile = join('out', 'bench', `${name}.js`);
  await build({
    entryPoints: [join('test', 'bench', `${name}.bench.ts`)],
    outfile,
    bundle: true,
    sourcemap: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
    packages: 'external',
    logLevel: 'warning',
  });
  return outfile;
}
