import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { matrixOf } from './matrix.mjs';
import { openContainer, runCommand, until, waitForRow } from './workbench.mjs';

const THEMES = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  'high contrast': 'Default High Contrast',
  'high contrast light': 'Default High Contrast Light',
};

describe('the matrix', () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  let session;
  let page;
  let frame;

  before(async function () {
    const settings = { 'crosscheck.disputes.certainty': 'all', 'window.autoDetectColorScheme': false };
    session = await this.extension.session({ settings });
    page = await session.open({ file: 'courier.txt' });
    await openContainer(page, 'Crosscheck');
    await waitForRow(page, 'Disputed Facts');
    await runCommand(page, 'Crosscheck: Compare All Sources in a Matrix');
    frame = await matrixOf(page);
  });

  for (const [name, theme] of Object.entries(THEMES)) {
    it(`has no violation that axe finds, ${name}`, async () => {
      await session.settings({ 'workbench.colorTheme': theme });
      await until(`the colours of ${theme}`, () =>
        frame.evaluate(id => document.body.dataset.vscodeThemeId === id, theme),
      );
      await frame.evaluate(axe);
      const { violations } = await frame.evaluate(() => globalThis.axe.run(document.getElementById('matrix')));
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
