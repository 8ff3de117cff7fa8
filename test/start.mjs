// Shows the extension at work on the sample articles in seeds/:
//
//   npm start              prints what they disagree about, and opens them in VS Code with the packaged extension in a
//                          profile of its own, .demo/; Ctrl+C ends it
//   npm start -- --check   the same with a fresh profile and nobody looking: sees that the extension is alive, and ends
//
// VS Code is the desktop's where `code` is on the PATH; else, on Linux, one from npm, on a page that any browser shows.
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { command, Failure } from './tools/command.mjs';
import { ensureModules } from './tools/modules.mjs';
import { seconds, step } from './tools/progress.mjs';

const PORT = 8937;
const root = process.cwd();
const seeds = join(root, 'seeds');

/** Where a profile keeps its things. */
function profileIn(folder) {
  return { userData: join(folder, 'user'), extensions: join(folder, 'extensions') };
}

/** The port that we like, or 0 for any if somebody has it. */
async function freePort() {
  const free = await new Promise(resolve => {
    const probe = createServer()
      .once('error', () => resolve(false))
      .once('listening', () => probe.close(() => resolve(true)))
      .listen(PORT, '127.0.0.1');
  });
  return free ? PORT : 0;
}

/** The disputed facts, as a person reads them in a terminal. */
async function printFacts(scope) {
  console.log('\nWhat the articles in seeds/ disagree about:\n');
  const cli = scope.start(process.execPath, [join('dist', 'cli.js'), 'analyze', 'seeds', '--format', 'text'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const code = await cli.ended;
  if (code !== 0) throw new Failure(`The command line tool ended with ${code}.`);
  console.log('');
}

/** VS Code's server with the packaged extension installed. */
async function serve(scope, profile, vsix, port) {
  const { installHost, NEWEST } = await import('./host/vscode/install.mjs');
  const { installExtension, startServer, writeSettings } = await import('./host/vscode/server.mjs');
  const temporary = scope.temporary();
  const host = await installHost(scope, NEWEST);
  return step('start VS Code', async () => {
    if (!existsSync(join(profile.userData, 'User', 'settings.json')))
      await writeSettings(profile.userData, { 'editor.wordWrap': 'on' });
    await installExtension(scope, host, vsix, { ...profile, temporary });
    return startServer(scope, host, { ...profile, temporary, port });
  });
}

/** Opens the articles for a person, until the person has had enough. */
async function show(scope, vsix) {
  const { findCode, openDesktop } = await import('./tools/desktop.mjs');
  const profile = profileIn(join(root, '.demo'));
  const code = findCode();
  if (code) {
    console.log('VS Code opens with the articles. Close its window, or press Ctrl+C here, to end it.');
    return openDesktop(scope, code, { ...profile, vsix, folder: seeds });
  }
  if (process.platform !== 'linux') {
    throw new Failure(
      [
        "There is no `code` on the PATH. In VS Code, run “Shell Command: Install 'code' command in PATH” and try again;",
        `or install ${vsix} by “Extensions: Install from VSIX…” and open the folder ${seeds}.`,
      ].join('\n'),
    );
  }
  const server = await serve(scope, profile, vsix, await freePort());
  console.log(`\nOpen this page in a browser:\n\n  http://127.0.0.1:${server.port}/?folder=${encodeURI(seeds)}\n`);
  console.log('Ctrl+C ends it.');
  return server.ended;
}

/** Sees in Chromium what a person would see first. */
async function check(scope, vsix) {
  const began = Date.now();
  const { ensureChromium, newPage, startChromium } = await import('./tools/chromium.mjs');
  const { openContainer, openWindow, treeRows, waitForRow } = await import('./page/workbench.mjs');
  await ensureChromium(scope);
  const server = await serve(scope, profileIn(scope.temporary()), vsix, 0);
  const page = await newPage(await startChromium(scope), server.port);
  const picture = join(root, 'out', 'pictures', 'npm-start.png');
  try {
    const rows = await step('open the page and look at the extension', async say => {
      say('the page');
      await openWindow(page, server.port, { folder: seeds });
      say('the entry in the activity bar');
      await openContainer(page, 'Crosscheck');
      say('the tree of disputed facts');
      await waitForRow(page, 'Disputed Facts', 60_000);
      return treeRows(page, 'Disputed Facts');
    });
    console.log(`  ${rows.slice(0, 3).join('\n  ')}`);
  } catch (error) {
    await page.screenshot({ path: picture }).catch(() => {});
    throw new Failure(`The extension did not come up: ${error.message}\nWhat it looked like: ${picture}`);
  }
  console.log(`\nnpm start works: the page came up, the extension is alive and lists facts (${seconds(began)}).`);
  return 0;
}

await command(async scope => {
  const checking = process.argv.includes('--check');
  await ensureModules(scope, root);
  const { build, packageExtension } = await import('./tools/package.mjs');
  await build(scope, root);
  await printFacts(scope);
  await mkdir(join(root, '.demo'), { recursive: true });
  const vsix = join(checking ? scope.temporary() : join(root, '.demo'), 'crosscheck.vsix');
  await packageExtension(scope, root, vsix);
  if (checking) return check(scope, vsix);
  // Ctrl+C is how a look at the extension is meant to end.
  scope.interruptIsFine = true;
  return show(scope, vsix);
});
