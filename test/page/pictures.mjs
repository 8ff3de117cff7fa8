// Takes the README's pictures of the packaged extension, in VS Code as a person has it:
//
//   npm run pictures [-- part of a picture's name …]
//
// Written to media/pictures/<scene>-<theme>.png, at twice the resolution.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { command } from '../tools/command.mjs';
import { ensureModules } from '../tools/modules.mjs';
import { step } from '../tools/progress.mjs';

const THEMES = {
  dark: { theme: 'Default Dark Modern', colorScheme: 'dark' },
  light: { theme: 'Default Light Modern', colorScheme: 'light' },
  'high-contrast': { theme: 'Default High Contrast', colorScheme: 'dark', forcedColors: 'none' },
};

const SETTINGS = { 'editor.minimap.enabled': false, 'editor.wordWrap': 'on', 'editor.fontSize': 13 };

const SIDE_BAR = 420;

/** How long the last mark may take to be drawn, once the facts are listed. */
const SETTLING = 1_500;

/** What is done before a picture is taken, by the picture's name. Each gets a window of its own. */
function scenes({ hover, openContainer, waitForRow, expandFirst, widenSideBar }) {
  const open = async page => {
    await openContainer(page, 'Crosscheck');
    await waitForRow(page, 'Disputed Facts');
    await widenSideBar(page, SIDE_BAR);
    await page.waitForTimeout(SETTLING);
  };
  return {
    editor: open,
    async hover(page) {
      await open(page);
      await hover(page, 'it would revoke his visa');
      await page.waitForTimeout(500);
    },
    async tree(page) {
      await open(page);
      await expandFirst(page, 'Disputed Facts', 3);
      await page.waitForTimeout(500);
    },
  };
}

await command(async scope => {
  const words = process.argv.slice(2);
  await ensureModules(scope, process.cwd());
  const { packagedExtension } = await import('./session.mjs');
  const session = await (await packagedExtension(scope)).session();
  const all = scenes(await import('./workbench.mjs'));
  const folder = join('media', 'pictures');
  await mkdir(folder, { recursive: true });
  for (const [themeName, { theme, ...browser }] of Object.entries(THEMES)) {
    await session.settings({ ...SETTINGS, 'workbench.colorTheme': theme, 'window.autoDetectColorScheme': false });
    for (const [scene, prepare] of Object.entries(all)) {
      const name = `${scene}-${themeName}`;
      if (words.length > 0 && !words.some(word => name.includes(word))) continue;
      await step(`picture ${name}`, async () => {
        const page = await session.open({ file: 'courier.txt', browser: { ...browser, deviceScaleFactor: 2 } });
        try {
          await prepare(page);
        } finally {
          // Also of a scene that failed: it shows why.
          await page.screenshot({ path: join(folder, `${name}.png`) });
          await page.context().close();
        }
      });
    }
  }
  return 0;
});
