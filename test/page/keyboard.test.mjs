import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { oneAfterAnother } from './day.mjs';
import { matrixOf } from './matrix.mjs';
import { records, waitForRecords } from './sidecars.mjs';
import {
  cursor,
  hoverPanel,
  inputBox,
  row,
  treeRows,
  until,
  waitForRow,
  waitForStatus,
  waitForTab,
} from './workbench.mjs';

const MINE = 'jane-doe.crosscheck.yaml';
const OF_COURIER = `courier.txt.${MINE}`;
const REASON = 'The department’s own words.';

// Nothing here is clicked, nor pointed at: each job of the day has a way by keys alone.
describe('a day’s work by keyboard alone', () => {
  oneAfterAnother();
  let session;
  let page;
  let keys;

  before(async function () {
    session = await this.extension.session({
      settings: { 'crosscheck.reviewer': 'Jane Doe', 'editor.wordWrap': 'on', 'editor.minimap.enabled': false },
    });
    page = await session.open();
    keys = page.keyboard;
    // Asked before VS Code knows the extension, the palette would not have its commands.
    await page.locator('.activitybar a[aria-label^="Crosscheck"]').waitFor();
    await focusOn('Disputed Facts');
    await until('all facts', async () => (await treeRows(page, 'Disputed Facts')).some(row => row.includes('killed')));
  });

  /** Types a command's title into the palette. */
  async function command(title) {
    await keys.press('F1');
    await inputBox(page).waitFor();
    await keys.type(title);
    await page
      .locator('.quick-input-list .monaco-list-row.focused')
      .filter({ hasText: title.split(': ').at(-1) })
      .waitFor();
    await keys.press('Enter');
  }

  /** Ctrl+Alt+C, then a letter. */
  async function chord(letter) {
    await keys.press('Control+Alt+c');
    await waitForStatus(page, 'waiting for second key');
    await keys.press(letter);
  }

  async function focusOn(view) {
    await command(`Crosscheck: Focus on ${view} View`);
    await waitForRow(page, view);
  }

  /** Answers the question with that title. */
  async function answer(title, words) {
    await page.locator('.quick-input-title').filter({ hasText: title }).waitFor();
    if (words) await keys.type(words);
    await keys.press('Enter');
  }

  it('opens an article by outlet and date', async () => {
    await chord('o');
    await answer('Open Article', 'Courier');
    await waitForTab(page, 'courier.txt');
  });

  it('goes to the next disputed passage', async () => {
    assert.match(await cursor(page), /^Ln 1, Col 1$/);
    await chord('n');
    await until('another place', async () => /^Ln 1, Col \d{3}/.test(await cursor(page)));
  });

  it('shows what the others say there, and reaches the links with Tab', async () => {
    await keys.press('Control+K');
    await keys.press('Control+I');
    const hover = hoverPanel(page, 'Disputed: whether the visa');
    await hover.waitFor();
    assert.match(await hover.innerText(), /is preparing to revoke — Gazette, 27 Sep, line 5/);
    await keys.press('Control+K');
    await keys.press('Control+I');
    const reached = [];
    await until('the last link', async () => {
      await keys.press('Tab');
      reached.push(await page.evaluate(() => document.activeElement?.closest('.monaco-hover a')?.textContent ?? ''));
      return reached.includes('Show in Tree');
    });
    for (const link of ['Gazette, 27 Sep, line 5', 'Compare', 'Confirm', 'Dismiss', 'Verdict…'])
      assert.ok(reached.includes(link), `${link} among ${reached}`);
    await keys.press('Escape');
    await hover.waitFor({ state: 'hidden' });
  });

  it('gives a verdict on the fact at the cursor, with its reason', async () => {
    await chord('v');
    await answer('(1/4)', 'Supported');
    await answer('(2/4)', 'will revoke');
    await answer('(3/4)', REASON);
    await answer('(4/4)');
    const [verdict] = await waitForRecords(session.folder, MINE, 'verdicts', 1);
    assert.deepEqual([verdict.verdict, verdict.says, verdict.text.trim()], ['supported', 'will revoke', REASON]);
    assert.equal(new Set(verdict.evidence.map(({ article }) => article)).size, 3);
    await row(page, 'Settled', 'Disputed Facts').waitFor();
  });

  it('annotates the claim at the cursor', async () => {
    await command('View: Focus First Editor Group');
    await chord('c');
    await answer('Annotate Claim', 'By keys alone.');
    const [claim] = await waitForRecords(session.folder, OF_COURIER, 'annotations', 1);
    assert.equal(claim.type, 'claim');
    assert.equal(claim.quote, 'Before the day was out, the United States said it would revoke his visa.');
    assert.equal(claim.says, 'will revoke');
    assert.equal(claim.text.trim(), 'By keys alone.');
  });

  it('replies in the thread', async () => {
    await page.locator('.comment-thread-unresolved').first().waitFor();
    // VS Code's own key leads to the next thread after the cursor.
    await keys.press('Control+Home');
    await keys.press('Alt+F9');
    await page.locator('.review-widget').filter({ hasText: 'By keys alone.' }).waitFor();
    const focused = selector => page.evaluate(each => Boolean(document.activeElement?.closest(each)), selector);
    await until('the box for the answer', async () => {
      await keys.press('Tab');
      if (await focused('.review-thread-reply-button')) await keys.press('Enter');
      return focused('.comment-form .monaco-editor');
    });
    await keys.type('Answered as well.');
    await page.locator('.review-widget .form-actions .monaco-button:not(.disabled)').waitFor();
    await keys.press('Control+Enter');
    const [claim, reply] = await waitForRecords(session.folder, OF_COURIER, 'annotations', 2);
    assert.deepEqual([reply.type, reply.to, reply.text.trim()], ['reply', claim.id, 'Answered as well.']);
    await page.locator('.review-widget .review-comment').filter({ hasText: 'Answered as well.' }).waitFor();
    await command('Comments: Collapse All Comments');
    await page.locator('.review-widget').waitFor({ state: 'hidden' });
    await command('View: Focus First Editor Group');
  });

  it('reviews ten suggestions with single keys, and takes the last one back', async () => {
    await chord('r');
    await answer('Review Suggestions', 'Claims');
    await waitForStatus(page, /\b0 of \d+ reviewed/);
    for (let count = 1; count <= 10; count++) {
      const before = await progress();
      await keys.press(count % 3 === 0 ? 'x' : 'y');
      await waitForRecords(session.folder, MINE, 'decisions', count);
      await until('the next one', async () => (await progress()) !== before);
    }
    const decisions = records(session.folder, MINE, 'decisions');
    assert.equal(decisions.filter(({ decision }) => decision === 'dismissed').length, 3);
    assert.ok(decisions.every(({ about, passages: [passage] }) => about === 'claim' && passage.quote));
    await keys.press('u');
    const ids = decisions.map(({ id }) => id).sort();
    const left = await waitForRecords(session.folder, MINE, 'decisions', 9);
    assert.deepEqual(left.map(({ id }) => id).sort(), ids.slice(0, 9));
    await keys.press('Escape');
    await keys.press('Escape');
    await page.locator('.statusbar-item', { hasText: 'reviewed' }).waitFor({ state: 'detached' });
  });

  it('types nothing into an article while it does', async () => {
    assert.equal(await page.locator('.tab.dirty').count(), 0);
  });

  it('compares the passages of the fact at the cursor side by side', async () => {
    await command('View: Focus First Editor Group');
    // The editor takes the keys only once it has got the focus.
    await until('the top', async () => {
      await keys.press('Control+Home');
      return (await cursor(page)) === 'Ln 1, Col 1';
    });
    await chord('n');
    await until('the passage', async () => /^Ln 1, Col \d{3}/.test(await cursor(page)));
    await chord('x');
    await page.locator('.tab.active').filter({ hasText: 'Whether the visa of Gustavo Petro' }).waitFor();
    const texts = () => page.locator('.multiDiffEditor .view-lines').allInnerTexts();
    await until('the passages', async () => {
      const all = (await texts()).join('\n').replace(/\s+/g, ' ');
      return ['is preparing to revoke', 'would revoke', 'has revoked'].every(words => all.includes(words));
    });
    await keys.press('Control+F4');
  });

  it('walks through the matrix, and opens a passage from it', async () => {
    await command('Crosscheck: Compare All Sources in a Matrix');
    const frame = await matrixOf(page);
    const at = () =>
      frame.evaluate(() => {
        const cell = document.activeElement?.closest('[data-cell]');
        return cell?.getAttribute('aria-label') ?? cell?.textContent ?? '';
      });
    const walk = (key, there) =>
      until(`the cell ${there}`, async () => {
        await keys.press(key);
        return there.test(await at());
      });
    await until('the grid', async () => {
      await keys.press('Tab');
      return frame.evaluate(() => Boolean(document.activeElement?.closest('[role=grid]')));
    });
    await walk('ArrowRight', /^Gazette/);
    await walk('ArrowDown', /^Gazette, Petro Poroshenko, 15: /);
    await keys.press('Enter');
    await waitForTab(page, 'gazette.txt');
  });

  it('takes the last step back', async () => {
    await chord('z');
    await waitForRecords(session.folder, MINE, 'decisions', 8);
    await waitForStatus(page, 'Taken back: the decision');
  });

  it('finds everything again after the window was loaded anew', async () => {
    const before = [MINE, OF_COURIER].map(name => readFileSync(join(session.folder, name), 'utf8'));
    await command('Developer: Reload Window');
    await page.locator('.monaco-workbench').waitFor({ state: 'detached' });
    await waitForRow(page, 'Disputed Facts');
    await row(page, 'Settled', 'Disputed Facts').waitFor();
    await focusOn('Annotations');
    await row(page, 'By keys alone.', 'Annotations').waitFor();
    await chord('o');
    await answer('Open Article', 'Courier');
    await waitForTab(page, 'courier.txt');
    await chord('r');
    const claims = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Claims of this article' });
    const [, open, all] = /(\d+) of (\d+) to be reviewed/.exec(await claims.innerText()) ?? [];
    assert.ok(Number(open) > 0 && Number(open) <= Number(all) - 8, `${open} of ${all}`);
    await keys.press('Escape');
    assert.deepEqual(
      [MINE, OF_COURIER].map(name => readFileSync(join(session.folder, name), 'utf8')),
      before,
    );
  });

  function progress() {
    return page.locator('.statusbar-item', { hasText: 'reviewed' }).first().innerText();
  }
});
