// Takes the README's pictures of the packaged extension, in VS Code as a person has it:
//
//   npm run pictures [-- part of a picture's name …]
//
// Written to media/pictures/<scene>-<theme>.png. What a scene shows is done as a person would do it, on a copy of the sample articles.
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { command } from '../tools/command.mjs';
import { ensureModules } from '../tools/modules.mjs';
import { smaller } from '../tools/png.mjs';
import { step } from '../tools/progress.mjs';

const THEMES = {
  dark: { theme: 'Default Dark Modern', colorScheme: 'dark' },
  light: { theme: 'Default Light Modern', colorScheme: 'light' },
  'high-contrast': { theme: 'Default High Contrast', colorScheme: 'dark', forcedColors: 'none' },
};

const SETTINGS = {
  'crosscheck.reviewer': 'Jane Doe',
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'editor.fontSize': 13,
  // The pictures are of the articles and the views; the layout of VS Code itself is not.
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
};

const WIDTH = 1180;
/** As high as what there is to see. */
const HEIGHTS = { hover: 500, claim: 500, trees: 640, triage: 600, comments: 500 };
const HEIGHT = 700;
const SCALE = 1.5;
const SIDE_BAR = 430;

/** What another reviewer says, for the scenes in which two talk. */
const ANNOTATIONS = `version: 1
reviewer: Sam Reed
annotations:
  - id: 01KC0000000000000000000001
    type: claim
    quote: it would revoke his visa
    text: |
      The department's post speaks of the **future**. Does anybody have the notice itself?
    created: 2026-11-20T09:14:03Z
`;
const ANSWERS = `version: 1
reviewer: Jane Doe
annotations:
  - id: 01KC0000000000000000000002
    type: reply
    to: 01KC0000000000000000000001
    text: Asked the consulate; they confirm that it was *announced*, not yet done.
    created: 2026-11-20T09:31:40Z
`;

/** What is done before a picture is taken, by the picture's name. Each gets a window of its own. */
function scenes(wb, { matrixOf }) {
  const open = async page => {
    await wb.openContainer(page, 'Crosscheck');
    await wb.widenSideBar(page, SIDE_BAR);
    await page.mouse.move(640, 4);
    await wb.row(page, 'How many people were killed', 'Disputed Facts').waitFor();
    // The marks are drawn after the facts are listed.
    await page.locator('.overflow-guard .view-overlays .cdr').first().waitFor();
  };
  const expand = async (page, words) => {
    const row = wb.row(page, words, 'Disputed Facts');
    await row.locator('.monaco-tl-twistie').click();
    await page.mouse.move(640, 4);
  };
  return {
    editor: open,
    async hover(page) {
      await open(page);
      await wb.hover(page, 'it would revoke his visa');
    },
    async claim(page) {
      await open(page);
      await wb.hover(page, 'on a flight');
    },
    async trees(page) {
      await open(page);
      await expand(page, 'Whether the visa');
      await wb.row(page, 'is preparing to revoke', 'Disputed Facts').waitFor();
      await page.locator('.part.sidebar .pane-header[aria-label^="Sources"]').click();
      await wb.waitForRow(page, 'Sources');
      await page.mouse.move(640, 4);
    },
    async comments(page) {
      await open(page);
      await page.locator('.comment-thread-unresolved').first().click();
      await page.locator('.review-widget .review-comment').nth(1).waitFor();
    },
    async compare(page) {
      // Two columns want room beside the tree, and the icons of the activity bar height.
      const width = WIDTH + 160;
      await page.setViewportSize({ width, height: HEIGHT });
      await wb.openContainer(page, 'Crosscheck');
      await wb.row(page, 'How many people were killed', 'Disputed Facts').waitFor();
      await wb.clickRowIcon(page, 'How many people were killed', 'Compare', 'Disputed Facts');
      await page.locator('.monaco-diff-editor.side-by-side .char-insert').first().waitFor();
      await page.mouse.move(640, 4);
      await page.setViewportSize({ width, height: 320 });
    },
    async matrix(page) {
      await open(page);
      await wb.runCommand(page, 'Crosscheck: Compare All Sources in a Matrix');
      await matrixOf(page);
      await page.keyboard.press('Control+b');
      await page.mouse.move(640, 4);
    },
    async triage(page) {
      await open(page);
      await wb.clickViewIcon(page, 'Disputed Facts', 'Review Suggestions');
      await wb.pick(page, 'Disputed facts');
      await wb.hoverPanel(page, 'Disputed:').waitFor();
      await page.keyboard.press('y');
      await wb.waitForStatus(page, '1 of');
      await wb.hoverPanel(page, 'Disputed:').waitFor();
    },
    async walkthrough(page) {
      await wb.openContainer(page, 'Crosscheck');
      await wb.waitForRow(page, 'Disputed Facts');
      await page.keyboard.press('F1');
      await wb.inputBox(page).fill('>Welcome: Open Walkthrough...');
      await wb.pick(page, 'Open Walkthrough...');
      await wb.pick(page, 'Get Started with Crosscheck');
      await page.locator('.gettingStartedContainer .step-title').first().waitFor();
      await page.keyboard.press('Control+b');
      await page.mouse.move(640, 4);
    },
  };
}

/** The scenes in which reviewers have already written something. */
const REVIEWED = new Set(['comments']);

await command(async scope => {
  const words = process.argv.slice(2);
  await ensureModules(scope, process.cwd());
  const { packagedExtension } = await import('./session.mjs');
  const all = scenes(await import('./workbench.mjs'), await import('./matrix.mjs'));
  const extension = await packagedExtension(scope);
  const folder = join('media', 'pictures');
  await mkdir(folder, { recursive: true });
  const articles = await articlesOf(scope);
  for (const reviewed of [false, true]) {
    const names = Object.keys(THEMES).flatMap(theme =>
      Object.keys(all)
        .filter(scene => REVIEWED.has(scene) === reviewed)
        .map(scene => ({ scene, theme, name: `${scene}-${theme}` })),
    );
    const wanted = names.filter(({ name }) => words.length === 0 || words.some(word => name.includes(word)));
    if (wanted.length === 0) continue;
    const session = await extension.session(reviewed ? { articles } : {});
    for (const { scene, theme, name } of wanted) {
      const { theme: colours, ...browser } = THEMES[theme];
      await session.settings({ ...SETTINGS, 'workbench.colorTheme': colours, 'window.autoDetectColorScheme': false });
      await step(`picture ${name}`, async () => {
        const viewport = { width: WIDTH, height: HEIGHTS[scene] ?? HEIGHT };
        const look = { viewport, deviceScaleFactor: SCALE, ...browser };
        const page = await session.open({ file: 'courier.txt', browser: look });
        try {
          await all[scene](page);
        } finally {
          // Also of a scene that failed: it shows why.
          await writeFile(join(folder, `${name}.png`), smaller(await stillPicture(page)));
          await page.context().close();
          await rm(join(session.folder, 'jane-doe.crosscheck.yaml'), { force: true });
        }
      });
    }
  }
  return 0;
});

/** A picture once nothing moves any more: two that are the same. */
async function stillPicture(page) {
  let last = await page.screenshot();
  for (let again = 0; again < 20; again++) {
    const next = await page.screenshot();
    if (next.equals(last)) return next;
    last = next;
  }
  return last;
}

/** The sample articles with what two reviewers said. */
async function articlesOf(scope) {
  const folder = join(scope.temporary(), 'articles');
  await cp('seeds', folder, { recursive: true });
  await writeFile(join(folder, 'courier.txt.sam-reed.crosscheck.yaml'), ANNOTATIONS);
  await writeFile(join(folder, 'courier.txt.jane-doe.crosscheck.yaml'), ANSWERS);
  return folder;
}
