import assert from 'node:assert/strict';
import { openContainer, statusItems, treeRows, waitForRow } from './workbench.mjs';

// VS Code trusts every folder in a run of host tests, so this is seen from outside.
describe('Restricted Mode', () => {
  let page;

  before(async function () {
    const session = await this.extension.session({
      trust: false,
      settings: { 'security.workspace.trust.startupPrompt': 'never', 'security.workspace.trust.banner': 'always' },
    });
    page = await session.open({ file: 'courier.txt' });
  });

  it('is what an untrusted folder is opened in', async () => {
    await page.locator('.part.banner').filter({ hasText: 'Restricted Mode' }).waitFor();
    assert.ok((await statusItems(page)).some(label => label.includes('Restricted Mode')));
  });

  it('does not keep the disputed facts away', async () => {
    await openContainer(page, 'Crosscheck');
    await waitForRow(page, 'Disputed Facts');
    assert.notEqual((await treeRows(page, 'Disputed Facts')).length, 0);
  });
});
