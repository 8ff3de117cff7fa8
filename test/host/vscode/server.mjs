// Starts VS Code's server on the loopback interface, and knows how a window of it is addressed.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../../tools/command.mjs';

const START_LIMIT = 90_000;

/** Settings that keep VS Code's own invitations out of the way, of tests and of first looks alike. */
const QUIET = {
  'chat.disableAIFeatures': true,
  'comments.openView': 'never',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

/** Writes the user's settings of a fresh profile. */
export async function writeSettings(userData, settings = {}) {
  await mkdir(join(userData, 'User'), { recursive: true });
  await writeFile(join(userData, 'User', 'settings.json'), JSON.stringify({ ...QUIET, ...settings }, null, 2));
}

/**
 * The environment of the server: without what a VS Code around us would make our own believe, with no gallery of extensions
 * to ask on the internet, and with a folder for its socket and the temporary files of its extensions.
 */
function environment(temporary) {
  const foreign = /^(VSCODE_(?!TEST_OPTIONS$)|ELECTRON_|NODE_OPTIONS$)/;
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
  return { ...own, EXTENSIONS_GALLERY: '{}', XDG_RUNTIME_DIR: temporary, TMPDIR: temporary };
}

/** The options that every run of the server wants. It has no password: never bind it to anything but loopback. */
function options({ userData, extensions, temporary }) {
  return [
    '--accept-server-license-terms',
    ...['--server-data-dir', join(temporary, 'server')],
    ...['--user-data-dir', userData],
    ...['--extensions-dir', extensions],
  ];
}

/**
 * Installs a packaged extension into a profile.
 * @param {import('../../tools/command.mjs').Scope} scope
 */
export async function installExtension(scope, host, vsix, { userData, extensions, temporary }) {
  await scope.run(
    host.node,
    [host.server, '--install-extension', vsix, '--force', ...options({ userData, extensions, temporary })],
    { env: environment(temporary) },
  );
}

/**
 * Starts the server and waits until it listens.
 * @param {import('../../tools/command.mjs').Scope} scope
 * @param {{ node: string, server: string }} host as `installHost` gives it
 * @param {object} profile
 * @param {string} profile.userData folder of the user's settings and state
 * @param {string} profile.extensions folder of installed extensions
 * @param {string} profile.temporary folder for what need not be kept
 * @param {number} [profile.port] any free one unless told
 * @param {boolean} [profile.smoke] lets a window run an extension from its source, and tests; shows no notifications then
 * @param {boolean} [profile.trust] `false` leaves Restricted Mode as VS Code has it; without it every folder is trusted
 * @returns {Promise<{ port: number, ended: Promise<number> }>}
 * @throws {Failure} if it ends or keeps silent instead
 */
export async function startServer(scope, host, profile) {
  const { temporary, port = 0, smoke = false, trust = true } = profile;
  const args = [
    host.server,
    ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
    ...['--telemetry-level', 'off', '--disable-experiments', '--disable-update-check'],
    ...['--disable-getting-started-override', '--log', 'warn'],
    ...(trust ? ['--disable-workspace-trust'] : []),
    ...(smoke ? ['--enable-smoke-test-driver'] : []),
    // Should we be killed outright, the server ends by itself once its window is gone.
    ...(smoke ? ['--enable-remote-auto-shutdown', '--remote-auto-shutdown-without-delay'] : []),
    ...(smoke ? ['--reconnection-grace-time', '5'] : []),
    ...options(profile),
  ];
  const server = scope.start(host.node, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment(temporary),
  });
  let said = '';
  const listening = new Promise(resolve => {
    const read = text => {
      // After the start nobody asks for its words, but the pipe must be emptied.
      if (said.length < 100_000) said += text;
      const found = /Extension host agent listening on (\d+)/.exec(said);
      if (found) resolve(Number(found[1]));
    };
    server.stdout.setEncoding('utf8').on('data', read);
    server.stderr.setEncoding('utf8').on('data', read);
  });
  const limit = new Promise(resolve => setTimeout(resolve, START_LIMIT, 'late').unref());
  const outcome = await Promise.race([listening, limit, server.ended.then(() => 'ended')]);
  if (outcome === 'ended') throw new Failure(`The VS Code server ended at once:\n${said}`);
  if (outcome === 'late')
    throw new Failure(`The VS Code server did not start within ${START_LIMIT / 1000} s:\n${said}`);
  return { port: outcome, ended: server.ended };
}

/**
 * The address of a window.
 * @param {number} port
 * @param {object} window
 * @param {string} [window.folder] absolute path of a folder or of a `.code-workspace` file; without it an empty window
 * @param {string} [window.file] absolute path of a file to open at once
 * @param {readonly string[]} [window.development] absolute paths of extensions to run from source
 * @param {string} [window.tests] absolute path of the script to run inside the extension host
 * @param {boolean} [window.disableExtensions]
 */
export function windowAddress(port, { folder, file, development = [], tests, disableExtensions = false }) {
  const remote = path => `vscode-remote://127.0.0.1:${port}${path}`;
  const payload = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
    ...development.map(path => ['extensionDevelopmentPath', remote(path)]),
    ...(tests ? [['extensionTestsPath', remote(tests)]] : []),
    ...(file ? [['openFile', remote(file)]] : []),
    ...(disableExtensions ? [['disableExtensions', 'true']] : []),
  ];
  const url = new URL(`http://127.0.0.1:${port}/`);
  if (!folder) url.searchParams.set('ew', 'true');
  else url.searchParams.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', folder);
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}
