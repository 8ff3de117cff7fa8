import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openContainer, treeRows, waitForRow } from './workbench.mjs';

const LIMIT = 30_000;

/** Asks again until the answer is more than nothing. */
async function until(what, look) {
  for (const end = Date.now() + LIMIT; ; ) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`${what}: not within ${LIMIT / 1000} s`);
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

// After the first look nothing here is clicked: each job of the day has a way by keys alone.
describe('a day’s work by keyboard alone', () => {
  let session;
  let page;

  before(async function () {
    session = await this.extension.session({
      settings: { 'crosscheck.reviewer': 'Jane Doe', 'crosscheck.disputes.certainty': 'all', 'editor.wordWrap': 'on' },
    });
    page = await session.open({ file: 'courier.txt' });
    await openContainer(page, 'Crosscheck');
    await waitForRow(page, 'Disputed Facts');
    await until('all facts', async () => (await treeRows(page, 'Disputed Facts')).length > 2);
    await page.keyboard.press('Control+1');
  });

  /** Ctrl+Alt+C, then a letter. */
  async function chord(letter) {
    await page.keyboard.press('Control+Alt+c');
    await page.locator('.statusbar-item', { hasText: 'waiting for second key' }).waitFor({ timeout: LIMIT });
    await page.keyboard.press(letter);
  }

  const cursor = () => page.locator('#status\\.editor\\.selection').innerText();

  function sidecar(start) {
    const name = readdirSync(session.folder).find(each => each.startsWith(start) && each.endsWith('.crosscheck.yaml'));
    return name ? readFileSync(join(session.folder, name), 'utf8') : '';
  }

  it('goes to the next disputed passage', async () => {
    const before = await cursor();
    await chord('n');
    await until('another place', async () => (await cursor()) !== before);
  });

  it('shows what the others say, and reaches the links with Tab', async () => {
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Control+I');
    const hover = page.locator('.monaco-hover:not(.hidden) .hover-contents').filter({ hasText: 'Disputed:' }).first();
    await hover.waitFor({ timeout: LIMIT });
    assert.match(await hover.innerText(), /Compare · Confirm · Dismiss/);
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Control+I');
    const focused = () => page.evaluate(() => document.activeElement?.closest('.monaco-hover a')?.textContent ?? '');
    await until('a link with the focus', async () => {
      await page.keyboard.press('Tab');
      return focused();
    });
    await page.keyboard.press('Escape');
  });

  it('annotates the claim at the cursor', async () => {
    await chord('c');
    await page.locator('.quick-input-widget input').waitFor({ timeout: LIMIT });
    await page.keyboard.type('By keys alone.');
    await page.keyboard.press('Enter');
    await until('the sidecar', () => sidecar('courier.txt.').includes('By keys alone.'));
  });

  it('reviews suggestions with single keys, and takes one back', async () => {
    await chord('r');
    await page.locator('.quick-input-list .monaco-list-row').first().waitFor({ timeout: LIMIT });
    await page.keyboard.press('Enter');
    const progress = words => page.locator('.statusbar-item', { hasText: words }).first().waitFor({ timeout: LIMIT });
    await progress(/\b0 of \d+ reviewed/);
    await page.keyboard.press('y');
    await progress(/\b1 of \d+ reviewed/);
    await page.keyboard.press('x');
    await progress(/\b2 of \d+ reviewed/);
    assert.deepEqual(sidecar('jane-doe.').match(/decision: \w+/g), ['decision: confirmed', 'decision: dismissed']);
    await page.keyboard.press('u');
    await progress(/\b1 of \d+ reviewed/);
    assert.deepEqual(sidecar('jane-doe.').match(/decision: \w+/g), ['decision: confirmed']);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.locator('.statusbar-item', { hasText: 'reviewed ·' }).waitFor({ state: 'detached', timeout: LIMIT });
  });

  it('types nothing into an article while it does', async () => {
    assert.equal(await page.locator('.tab.dirty').count(), 0);
  });

  it('finds everything again after a reload', async () => {
    await page.reload();
    await openContainer(page, 'Crosscheck');
    await waitForRow(page, 'Disputed Facts');
    await until('the confirmed fact', async () =>
      (await treeRows(page, 'Disputed Facts')).some(row => row.includes('confirmed by Jane Doe')),
    );
  });
});
