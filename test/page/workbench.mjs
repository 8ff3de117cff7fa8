// What a person does in front of VS Code, as functions over a Playwright page: open, hover, type, click, look.
import { windowAddress } from '../host/vscode/server.mjs';

const LIMIT = 60_000;
/** How often is looked whether something that no element tells has come about. */
const LOOK_AGAIN = 50;

/**
 * Asks again until the answer is more than nothing.
 * @param {string} what is waited for, for whoever reads that it did not come
 * @throws after a minute
 */
export async function until(what, look) {
  for (const end = Date.now() + LIMIT; ; ) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`${what}: not within ${LIMIT / 1000} s`);
    await new Promise(resolve => setTimeout(resolve, LOOK_AGAIN));
  }
}

/**
 * Opens a window of VS Code and waits until it is drawn.
 * @param {import('playwright-core').Page} page
 * @param {number} port
 * @param {{ folder?: string, file?: string }} window absolute paths
 */
export async function openWindow(page, port, window) {
  await page.goto(windowAddress(port, window), { waitUntil: 'commit' });
  await page.waitForSelector('.monaco-workbench .statusbar-item', { timeout: 60_000 });
  if (window.file) await page.waitForSelector('.monaco-editor .view-line', { timeout: LIMIT });
}

/** Runs a command by its title in the command palette, as it stands there: `Crosscheck: Rescan Articles`. */
export async function runCommand(page, title) {
  const input = page.locator('.quick-input-widget input[type="text"]');
  await page.keyboard.press('F1');
  await input.waitFor({ timeout: LIMIT });
  await input.fill(`>${title}`);
  await page
    .locator('.quick-input-list .monaco-list-row')
    .filter({ hasText: lastPart(title) })
    .first()
    .waitFor({ timeout: LIMIT });
  await page.keyboard.press('Enter');
  await page
    .locator('.quick-input-widget')
    .waitFor({ state: 'hidden', timeout: LIMIT })
    .catch(() => {
      // A command that asks for something keeps the widget, with its own question.
    });
}

function lastPart(title) {
  return title.split(': ').at(-1) ?? title;
}

/** Opens a file of the workspace by its name. */
export async function openFile(page, name) {
  await page.keyboard.press('Control+P');
  await page.locator('.quick-input-widget input[type="text"]').fill(name);
  await page
    .locator('.quick-input-list .monaco-list-row')
    .filter({ hasText: name })
    .first()
    .waitFor({ timeout: LIMIT });
  await page.keyboard.press('Enter');
  await page.waitForSelector(`.tab.active[data-resource-name="${name}"]`, { timeout: LIMIT });
  await page.waitForSelector('.monaco-editor .view-line', { timeout: LIMIT });
}

/** Opens a view container from the activity bar, if it is not open already. */
export async function openContainer(page, title) {
  const entry = page.locator(`.activitybar .action-item a[aria-label^="${title}"]`).first();
  await entry.waitFor({ timeout: LIMIT });
  if ((await entry.getAttribute('aria-expanded')) !== 'true') await entry.click();
  return entry;
}

/** Drags the edge of the side bar so that it is so many pixels wide. */
export async function widenSideBar(page, width) {
  const box = await page.locator('.part.sidebar').boundingBox();
  if (!box) throw new Error('The side bar is closed');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width, y);
  await page.mouse.down();
  await page.mouse.move(box.x + width, y, { steps: 4 });
  await page.mouse.up();
}

/**
 * The rows that a tree shows, as a screen reader would say them.
 * @param {string} [view] the view's title; all views of the side bar unless told
 */
export async function treeRows(page, view) {
  return rows(page, view).evaluateAll(found =>
    found.map(row => row.getAttribute('aria-label') ?? row.textContent ?? ''),
  );
}

/** Waits for the first row of a tree. */
export async function waitForRow(page, view, timeout = LIMIT) {
  await rows(page, view).first().waitFor({ timeout });
}

/** The first row of a tree that has these words. */
export function row(page, words, view) {
  return rows(page, view).filter({ hasText: words }).first();
}

/** Opens a closed row and waits for one below it: while a window loads, a tree that is drawn anew closes what was just opened. */
export async function openRow(page, words, inner, view) {
  await until(`${inner} below ${words}`, async () => {
    const outer = row(page, words, view);
    if ((await outer.getAttribute('aria-expanded')) === 'false') await outer.locator('.monaco-tl-twistie').click();
    return (await row(page, inner, view).isVisible()) || undefined;
  });
}

/** Clicks the first row of a tree that has these words. */
export async function clickRow(page, words, view) {
  await row(page, words, view).click();
}

/** Clicks one of the icons that a row of a tree shows while the mouse is on it. */
export async function clickRowIcon(page, words, icon, view) {
  const found = row(page, words, view);
  await found.hover();
  await found.locator(`.action-label[aria-label^="${icon}"]`).click();
}

/** Clicks an icon in the title of a view of the side bar. */
export async function clickViewIcon(page, view, icon) {
  const header = page.locator(`.part.sidebar .pane-header[aria-label^="${view}"]`);
  await header.hover();
  await header.locator(`.action-label[aria-label^="${icon}"]`).click();
}

/** Chooses from the menu that is open, and from its submenus, by what stands there. */
export async function choose(page, ...path) {
  for (const [i, words] of path.entries()) {
    const entry = page.locator('.monaco-menu-container .action-label').filter({ hasText: words }).last();
    await entry.waitFor({ timeout: LIMIT });
    await entry.hover();
    if (i < path.length - 1) continue;
    // A menu that has just opened does not take a click, lest the one that opened it chooses something.
    await until(`${words} chosen`, async () => {
      if (await entry.isVisible()) await entry.click({ timeout: 1_000 }).catch(() => undefined);
      return !(await entry.isVisible());
    });
  }
}

/** The box in which one types: its question and its words. */
export function inputBox(page) {
  return page.locator('.quick-input-widget:not([style*="display: none"]) .quick-input-filter input');
}

/** Waits for a list to choose from that has such a row, and clicks it. */
export async function pick(page, words) {
  await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: words }).first().click();
}

/** Waits for an item of the status bar that has these words. */
export async function waitForStatus(page, words) {
  await page.locator('.statusbar-item').filter({ hasText: words }).first().waitFor({ timeout: LIMIT });
}

/** Where the cursor is: `Ln 3, Col 81 (80 selected)`. */
export async function cursor(page) {
  return page.locator('#status\\.editor\\.selection').innerText();
}

/** The panel that is shown for the place that the mouse or the cursor is at. */
export function hoverPanel(page, words) {
  return page.locator('.monaco-hover:not(.hidden) .hover-contents').filter({ hasText: words }).first();
}

/** Waits until this article is the one in front. */
export async function waitForTab(page, name) {
  await page.waitForSelector(`.tab.active[data-resource-name="${name}"]`, { timeout: LIMIT });
}

/** Opens the first closed row of each level of a tree, from the top down to that level. */
export async function expandFirst(page, view, levels) {
  for (let level = 1; level <= levels; level += 1) {
    const first = rows(page, view)
      .and(page.locator(`[aria-level="${level}"]`))
      .first();
    await first.waitFor({ timeout: LIMIT });
    if ((await first.getAttribute('aria-expanded')) === 'false') await first.locator('.monaco-tl-twistie').click();
  }
}

function rows(page, view) {
  const pane = view
    ? page.locator('.part.sidebar .pane').filter({ has: page.locator(`.pane-header[aria-label^="${view}"]`) })
    : page.locator('.part.sidebar');
  return pane.locator('.pane-body .monaco-list-row');
}

/**
 * Where words stand on the screen, in an editor.
 * @returns the middle of their rectangle, or undefined if no line in view has them
 */
export async function placeOf(page, words) {
  return page.evaluate(wanted => {
    for (const line of document.querySelectorAll('.monaco-editor .view-lines .view-line')) {
      // An editor draws a space as one that does not break.
      const text = (line.textContent ?? '').replaceAll('\u00a0', ' ');
      const start = text.indexOf(wanted);
      if (start < 0) continue;
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      let passed = 0;
      let begun = false;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const length = node.textContent?.length ?? 0;
        if (!begun && start < passed + length) {
          range.setStart(node, start - passed);
          begun = true;
        }
        if (begun && start + wanted.length <= passed + length) {
          range.setEnd(node, start + wanted.length - passed);
          const { x, y, width, height } = range.getBoundingClientRect();
          return { x: x + width / 2, y: y + height / 2, left: x, right: x + width };
        }
        passed += length;
      }
    }
    return undefined;
  }, words);
}

/** As `placeOf`, once the words are in view. @throws after a minute */
export async function waitForPlace(page, words) {
  return until(`“${words}” on a line in view`, () => placeOf(page, words));
}

/** Rests the mouse on words in the editor and returns what the hover then says. */
export async function hover(page, words) {
  const place = await waitForPlace(page, words);
  const shown = page.locator('.monaco-hover:not(.hidden) .hover-contents');
  // The mouse must come from elsewhere, or a hover that was dismissed does not return.
  await page.mouse.move(place.x + 40, place.y + 120);
  await page.mouse.move(place.x, place.y, { steps: 8 });
  await shown.first().waitFor({ timeout: LIMIT });
  return (await shown.allInnerTexts()).join('\n');
}

/** Takes the mouse away from the text, and waits until no panel covers it. */
export async function leave(page) {
  await page.mouse.move(640, 4, { steps: 4 });
  await page.locator('.monaco-hover:not(.hidden)').first().waitFor({ state: 'hidden', timeout: LIMIT });
}

/** Puts the selection on words in the editor, with the mouse. */
export async function select(page, words) {
  const place = await waitForPlace(page, words);
  await page.mouse.move(place.left + 1, place.y);
  await page.mouse.down();
  await page.mouse.move(place.right - 1, place.y, { steps: 4 });
  await page.mouse.up();
}

/** The texts of the notifications in view. */
export async function notifications(page) {
  return page.locator('.notification-toast .notification-list-item-message').allInnerTexts();
}

/** The texts of the status bar's items. */
export async function statusItems(page) {
  return page
    .locator('.statusbar-item a')
    .evaluateAll(found => found.map(item => item.getAttribute('aria-label') ?? ''));
}

/** The text of the status bar's item that has these words, empty while there is none. */
export async function statusText(page, words) {
  const found = page.locator('.statusbar-item').filter({ hasText: words });
  return (await found.allInnerTexts()).join(' ');
}
