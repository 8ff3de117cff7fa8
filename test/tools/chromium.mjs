// The Chromium that stands in for a person in front of VS Code.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { Failure } from './command.mjs';
import { step } from './progress.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/** The path of a program on the PATH, or undefined. */
export function onPath(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name);
    if (folder && existsSync(path)) return path;
  }
  return undefined;
}

/** The path of a Chromium, `CHROMIUM` if that is set, or undefined. */
export function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  return NAMES.map(onPath).find(Boolean);
}

/**
 * Sees to it that there is a Chromium: where we may, it is installed, otherwise the reader is told how.
 * @param {import('./command.mjs').Scope} scope
 */
export async function ensureChromium(scope) {
  if (findChromium()) return;
  const byApt = onPath('apt-get');
  if (!byApt || process.getuid?.() !== 0) {
    throw new Failure(
      byApt
        ? 'Chromium is missing. Install it with:  sudo apt-get install chromium'
        : 'Chromium is missing. Install Chromium or Chrome, or set CHROMIUM to the path of one.',
    );
  }
  await step('install Chromium by apt, once', async say => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    say('apt-get update');
    await scope.run(byApt, ['update', '-q'], { env });
    say('apt-get install chromium');
    await scope.run(byApt, ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'], {
      env,
    });
  });
  if (!findChromium()) throw new Failure('apt installed no Chromium. Set CHROMIUM to the path of one.');
}

/**
 * Starts Chromium without a window, to be closed with the scope.
 * @param {import('./command.mjs').Scope} scope
 * @param {import('playwright-core').LaunchOptions} [options]
 * @throws {Failure} if there is none
 */
export async function startChromium(scope, options = {}) {
  const executablePath = findChromium();
  if (!executablePath) throw new Failure('Chromium is missing. Install it, or set CHROMIUM to the path of one.');
  scope.check();
  const launching = chromium.launch({
    executablePath,
    // In many containers it has none to use, and it is shown nothing but our own pages.
    chromiumSandbox: false,
    // Playwright would end our process at a signal, before anything is cleaned up.
    handleSIGHUP: false,
    handleSIGINT: false,
    handleSIGTERM: false,
    ...options,
  });
  scope.later(async () => {
    const browser = await launching.catch(() => undefined);
    await browser?.close();
  });
  return launching;
}

/**
 * A page that can reach the server on that port and nothing else in the world.
 * @param {import('playwright-core').Browser} browser
 * @param {number} port
 * @param {import('playwright-core').BrowserContextOptions} [options]
 */
export async function newPage(browser, port, options = {}) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  });
  const ours = new Set([`http://127.0.0.1:${port}`, `ws://127.0.0.1:${port}`]);
  await context.route(
    url => url.protocol.startsWith('http') && !ours.has(url.origin),
    route => route.abort(),
  );
  return context.newPage();
}
