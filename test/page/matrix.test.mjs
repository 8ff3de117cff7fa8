import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { matrixOf } from './matrix.mjs';
import { openContainer, runCommand, waitForRow } from './workbench.mjs';

/** By name: the theme, and what VS Code tells a page of it. */
const THEMES = {
  dark: ['Default Dark Modern', 'vscode-dark'],
  light: ['Default Light Modern', 'vscode-light'],
  'high contrast': ['Default High Contrast', 'vscode-high-contrast'],
  'high contrast light': ['Default High Contrast Light', 'vscode-high-contrast-light'],
};

/** A window with the matrix open. */
async function openMatrix(session) {
  const page = await session.open({ file: 'courier.txt' });
  await openContainer(page, 'Crosscheck');
  await waitForRow(page, 'Disputed Facts');
  await runCommand(page, 'Crosscheck: Compare All Sources in a Matrix');
  return { page, frame: await matrixOf(page) };
}

describe('the matrix', () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  let session;
  let page;
  let frame;

  before(async function () {
    const settings = { 'crosscheck.disputes.certainty': 'all', 'window.autoDetectColorScheme': false };
    session = await this.extension.session({ settings });
    ({ page, frame } = await openMatrix(session));
  });

  for (const [name, [theme, told]] of Object.entries(THEMES)) {
    it(`has no violation that axe finds, ${name}`, async () => {
      // Settings that change on disk do not reach a window that is open.
      await session.settings({ 'workbench.colorTheme': theme });
      const { page: themed, frame: inTheme } = await openMatrix(session);
      assert.ok((await inTheme.evaluate(() => [...document.body.classList])).includes(told), theme);
      await inTheme.evaluate(axe);
      const { violations } = await inTheme.evaluate(() => globalThis.axe.run(document.getElementById('matrix')));
      await themed.context().close();
      assert.deepEqual(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
        [],
      );
    });
  }

  it('is walked through with the arrow keys, and one stop for Tab', async () => {
    await frame.locator('[role=gridcell]').first().focus();
    const place = () => frame.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    const first = await place();
    await page.keyboard.press('ArrowRight');
    assert.notEqual(await place(), first);
    await page.keyboard.press('ArrowLeft');
    assert.equal(await place(), first);
    assert.equal(await frame.locator('[data-cell][tabindex="0"]').count(), 1);
  });

  it('keeps the column when a fact’s title is passed', async () => {
    await frame.locator('[role=columnheader]').nth(4).focus();
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowDown');
    const column = await frame.evaluate(() => {
      const cell = document.activeElement?.closest('[data-cell]');
      return [...(cell?.parentElement?.children ?? [])].indexOf(cell);
    });
    assert.equal(column, 4);
  });

  it('filters facts, and says when none is left', async () => {
    const before = await frame.locator('.fact').count();
    await frame.locator('#filter').fill('zeppelin');
    await frame.locator('[role=status]').waitFor();
    await frame.locator('#filter').fill('');
    assert.equal(await frame.locator('.fact').count(), before);
  });

  it('opens a passage with Enter', async () => {
    await frame.locator('.passage').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('.editor-group-container').nth(1).locator('.tab.active').waitFor();
  });
});
