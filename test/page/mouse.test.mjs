import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { oneAfterAnother } from './day.mjs';
import { matrixOf } from './matrix.mjs';
import { records, waitForRecords } from './sidecars.mjs';
import {
  choose,
  clickRow,
  clickRowIcon,
  clickViewIcon,
  cursor,
  expandFirst,
  hover,
  hoverPanel,
  inputBox,
  leave,
  openContainer,
  openRow,
  pick,
  row,
  select,
  statusText,
  until,
  waitForPlace,
  waitForRow,
  waitForTab,
  widenSideBar,
} from './workbench.mjs';

const FACTS = 'Disputed Facts';
const MINE = 'jane-doe.crosscheck.yaml';
const OF_COURIER = `courier.txt.${MINE}`;

// Keys are pressed for words alone: what a note says has to be typed.
describe('a day’s work by mouse', () => {
  oneAfterAnother();
  let session;
  let page;

  before(async function () {
    session = await this.extension.session({
      settings: { 'crosscheck.reviewer': 'Jane Doe', 'editor.wordWrap': 'on', 'editor.minimap.enabled': false },
    });
    page = await session.open();
    await openContainer(page, 'Crosscheck');
    await waitForRow(page, FACTS);
    await widenSideBar(page, 420);
    await row(page, 'How many people were killed', FACTS).waitFor();
  });

  /** Types what the box with that title asks for. */
  async function write(title, words) {
    await page.locator('.quick-input-title').filter({ hasText: title }).waitFor();
    await until('the box to type in', () => inputBox(page).evaluate(box => box === document.activeElement));
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
  }

  async function openMenuAt(words) {
    const { x, y } = await waitForPlace(page, words);
    await page.mouse.click(x, y, { button: 'right' });
  }

  async function openMenuOf(words, ...path) {
    await row(page, words, FACTS).click({ button: 'right' });
    await choose(page, ...path);
  }

  async function chooseInView(command) {
    await clickViewIcon(page, FACTS, 'More Actions');
    await choose(page, command);
  }

  it('opens an article from the tree, at the passage', async () => {
    await expandFirst(page, FACTS, 3);
    await clickRow(page, 'Courier', FACTS);
    await waitForTab(page, 'courier.txt');
    await until('the passage selected', async () => /^Ln 3, .*selected/.test(await cursor(page)));
  });

  it('shows on hover what the others say', async () => {
    const told = await hover(page, 'said it would');
    assert.match(told, /Disputed: whether the visa of Gustavo Petro has been revoked/);
    assert.match(told, /is preparing to revoke — Gazette, 27 Sep, line 5/);
    assert.match(told, /Compare · Confirm · Dismiss · Verdict… · Show in Tree/);
    await leave(page);
  });

  it('annotates selected words from the menu', async () => {
    await select(page, 'already on a flight');
    await openMenuAt('already on a flight');
    await choose(page, 'Crosscheck', 'Annotate Claim');
    await write('Annotate Claim', 'By mouse.');
    const [claim] = await waitForRecords(session.folder, OF_COURIER, 'annotations', 1);
    assert.deepEqual([claim.type, claim.quote, claim.text.trim()], ['claim', 'already on a flight', 'By mouse.']);
  });

  it('replies in the thread', async () => {
    await page.locator('.comment-thread-unresolved').first().click();
    const thread = page.locator('.review-widget').filter({ hasText: 'By mouse.' });
    await thread.waitFor();
    const reply = thread.locator('.review-thread-reply-button');
    if (await reply.isVisible()) await reply.click();
    await thread.locator('.comment-form .monaco-editor .view-lines').click();
    await page.keyboard.type('Answered as well.');
    await thread.locator('.form-actions .monaco-button:not(.disabled)').click();
    const [claim, answer] = await waitForRecords(session.folder, OF_COURIER, 'annotations', 2);
    assert.deepEqual([answer.type, answer.to, answer.text.trim()], ['reply', claim.id, 'Answered as well.']);
    await thread.locator('.review-comment').filter({ hasText: 'Answered as well.' }).waitFor();
    await thread.locator('.expand-review-action').click();
    await thread.waitFor({ state: 'hidden' });
  });

  it('reviews ten suggestions by the links of the hover, and takes the last one back', async () => {
    await clickViewIcon(page, FACTS, 'Review Suggestions');
    await pick(page, 'Claims of this article');
    for (let count = 1; count <= 10; count++) {
      const before = await statusText(page, 'reviewed');
      const said = count % 3 === 0 ? 'Dismiss' : 'Confirm';
      const panel = hoverPanel(page, 'Annotate · Confirm · Dismiss');
      await panel.locator('a').filter({ hasText: said }).last().click();
      await waitForRecords(session.folder, MINE, 'decisions', count);
      await until('the next one', async () => (await statusText(page, 'reviewed')) !== before);
    }
    const decisions = records(session.folder, MINE, 'decisions');
    assert.equal(decisions.filter(({ decision }) => decision === 'dismissed').length, 3);
    await page.locator('.editor-actions .action-label[aria-label^="Review: Undo"]').click();
    const ids = decisions.map(({ id }) => id).sort();
    const left = await waitForRecords(session.folder, MINE, 'decisions', 9);
    assert.deepEqual(left.map(({ id }) => id).sort(), ids.slice(0, 9));
    await page.locator('.editor-actions .action-label[aria-label^="Review: End"]').click();
    await page.locator('.statusbar-item', { hasText: 'reviewed' }).waitFor({ state: 'detached' });
  });

  it('gives a verdict from the row’s menu, with position, reason and evidence', async () => {
    await openMenuOf('Whether the visa', 'Give Verdict');
    await pick(page, 'Supported');
    await pick(page, 'will revoke');
    await write('(3/4)', 'The department’s own words.');
    await page.locator('.quick-input-widget').filter({ hasText: '(4/4)' }).waitFor();
    await page.locator('.quick-input-action .monaco-button').filter({ hasText: 'OK' }).click();
    const [verdict] = await waitForRecords(session.folder, MINE, 'verdicts', 1);
    assert.deepEqual([verdict.verdict, verdict.says], ['supported', 'will revoke']);
    assert.equal(verdict.text.trim(), 'The department’s own words.');
    await row(page, 'Settled', FACTS).waitFor();
    await row(page, 'Whether the visa', FACTS).waitFor({ state: 'detached' });
  });

  it('compares the passages of a fact side by side', async () => {
    await clickRowIcon(page, 'How many people were killed', 'Compare', FACTS);
    await page.locator('.tab.active').filter({ hasText: '↔' }).waitFor();
    const sides = page.locator('.monaco-diff-editor .view-lines');
    await until('both passages', async () => {
      const all = (await sides.allInnerTexts()).join('\n').replace(/\s+/g, ' ');
      return all.includes('No fewer than 17') && all.includes('More than a dozen');
    });
  });

  it('opens a passage from the matrix', async () => {
    await chooseInView('Compare All Sources in a Matrix');
    const frame = await matrixOf(page);
    await frame.locator('[aria-label^="Gazette, Petro Poroshenko"]').click();
    await waitForTab(page, 'gazette.txt');
    assert.match(await cursor(page), /^Ln 15, /);
  });

  it('dismisses a fact, and takes that back from the view’s menu', async () => {
    await clickRowIcon(page, 'How many people were killed', 'Dismiss', FACTS);
    await waitForRecords(session.folder, MINE, 'decisions', 10);
    await row(page, 'Dismissed', FACTS).waitFor();
    await chooseInView('Undo Last Review Step');
    await waitForRecords(session.folder, MINE, 'decisions', 9);
    await row(page, 'Dismissed', FACTS).waitFor({ state: 'detached' });
  });

  it('finds everything again after the window was loaded anew', async () => {
    const files = () => [MINE, OF_COURIER].map(name => readFileSync(join(session.folder, name), 'utf8'));
    const before = files();
    await page.reload();
    await openContainer(page, 'Crosscheck');
    await row(page, 'Settled', FACTS).waitFor();
    await openRow(page, 'Settled', 'Supported: will revoke (Jane Doe)', FACTS);
    await page.locator('.part.sidebar .pane-header[aria-label^="Annotations"]').click();
    await clickRow(page, 'already on a flight', 'Annotations');
    await waitForTab(page, 'courier.txt');
    assert.match(await hover(page, 'already on a flight'), /Jane Doe: By mouse\. · 1 reply/);
    await clickViewIcon(page, FACTS, 'Review Suggestions');
    const claims = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Claims of this article' });
    const [, open, all] = /(\d+) of (\d+) to be reviewed/.exec(await claims.innerText()) ?? [];
    assert.ok(Number(open) > 0 && Number(open) <= Number(all) - 9, `${open} of ${all}`);
    assert.deepEqual(files(), before);
  });
});
