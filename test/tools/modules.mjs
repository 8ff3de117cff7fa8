// Installs the project's packages, and only when the lockfile asks for it. Imports nothing but Node's own, since there may
// be nothing else yet.
import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from './command.mjs';
import { step } from './progress.mjs';

/**
 * Runs `npm ci` unless node_modules holds what package-lock.json says.
 * @param {import('./command.mjs').Scope} scope
 * @param {string} root the project's folder
 */
export async function ensureModules(scope, root) {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20) throw new Failure(`Node 20 or newer is wanted; this is ${process.versions.node}.`);
  if (await upToDate(root)) return;
  const modules = await lstat(join(root, 'node_modules')).catch(() => undefined);
  // `npm ci` would empty a folder that belongs to another checkout.
  if (modules?.isSymbolicLink())
    throw new Failure('node_modules is a link, and out of date: run `npm ci` where it leads.');
  await step('install packages by npm ci', () =>
    scope.run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: root, shell: process.platform === 'win32' }),
  );
}

/** npm itself notes in node_modules what it has put there, in the form of the lockfile. */
async function upToDate(root) {
  const wanted = await packagesIn(join(root, 'package-lock.json'));
  const installed = await packagesIn(join(root, 'node_modules', '.package-lock.json'));
  if (!installed) return false;
  return Object.entries(wanted ?? {}).every(([path, { version, integrity, optional }]) => {
    if (path === '') return true;
    const there = installed[path];
    // What is optional is for other machines, where it is not there.
    return there ? there.version === version && there.integrity === integrity : optional === true;
  });
}

async function packagesIn(lockfile) {
  try {
    return JSON.parse(await readFile(lockfile, 'utf8')).packages;
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
