// Bundles one bench apart from everything else and runs it: `node test/bench/run.mjs claims` runs claims.bench.ts. What follows the name is
// for Node: `npm run bench:engine -- --cpu-prof`.
import { execFileSync } from 'node:child_process';
import { bundleBench } from './bundle.mjs';

const [name, ...options] = process.argv.slice(2);
execFileSync(process.execPath, ['--expose-gc', ...options, await bundleBench(name)], { stdio: 'inherit' });
