import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { openContainer, runCommand, waitForRow } from './workbench.mjs';

const THEMES = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  'high contrast': 'Default High Contrast',
  'high contrast light': 'Default High Contrast Light',
};

/** The frame in which the page of the matrix lies. */
async function matrixOf(page) {
  for (const end = Date.now() + 30_000; ; ) {
    for (const frame of page.frames()) {
      const found = await frame.evaluate(() => document.querySelector('[role=gridcell]') !== null).catch(() => false);
      if (found) return frame;
    }
    if (Date.now() > end) throw new Error('The matrix is not there');
    await page.waitForTimeout(200);
  }
}

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
      await page.waitForTimeout(1_500);
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
