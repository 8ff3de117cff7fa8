import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { SELECTED_ROWS } from '../../src/host/kit/ids.ts';
import type { DisputeNode } from '../../src/host/trees/disputeNodes.ts';
import { compared, parts, readAnew } from './support/parts.ts';
import { type Articles, find, makeArticles, open, until } from './support/support.ts';

const FILE = 'test-reviewer.crosscheck.yaml';

/** Three accounts of one event: all differ in the dead, two in the injured. */
const ACCOUNTS = {
  'gazette.txt':
    'Fire at Harbour Warehouse Kills Five\n\nFive people were killed when a fire broke out at a warehouse in Brindle Harbour on Monday night.\n\nTwelve people were injured, the hospital said. Police closed the road.\n',
  'tribune.txt':
    'Seven Dead After Brindle Harbour Warehouse Fire\n\nSeven people were killed when a fire broke out at a warehouse in Brindle Harbour late on Monday.\n\nNine people were injured, the hospital said. The road was closed by police.\n',
  'wire.txt':
    'Warehouse Fire in Brindle Harbour\n\nSix people were killed when a fire broke out at a warehouse in Brindle Harbour on Monday night.\n\nPolice closed the road.\n',
};

type Fact = Extract<DisputeNode, { readonly kind: 'dispute' }>;

describe('working in the tree of disputed facts', () => {
  let articles: Articles;
  before(async () => {
    const settings = vscode.workspace.getConfiguration('crosscheck');
    await settings.update('reviewer', 'Test Reviewer', vscode.ConfigurationTarget.Global);
    articles = await makeArticles(ACCOUNTS);
    await compared(articles, 3);
  });
  after(async () => {
    const settings = vscode.workspace.getConfiguration('crosscheck');
    for (const name of ['disputes.groupBy', 'disputes.sortBy'])
      await settings.update(name, undefined, vscode.ConfigurationTarget.Workspace);
    (await parts()).disputes.filter = '';
    await articles.remove();
  });

  async function groups() {
    const { disputes: tree } = await parts();
    const folder = tree.getChildren().find(node => node.folder === articles.folder.toString());
    assert.ok(folder);
    const nodes = folder.kind === 'folder' ? tree.getChildren(folder) : tree.getChildren();
    return nodes.map(node => ({
      label: String(tree.getTreeItem(node).label),
      facts: tree.getChildren(node).filter((child): child is Fact => child.kind === 'dispute'),
    }));
  }

  const facts = async () => (await groups()).flatMap(group => group.facts);

  async function fact(title: RegExp): Promise<Fact> {
    const found = (await facts()).find(({ dispute }) => title.test(dispute.title));
    assert.ok(found, String(title));
    return found;
  }

  async function set(name: string, value: string): Promise<void> {
    await vscode.workspace.getConfiguration('crosscheck').update(name, value, vscode.ConfigurationTarget.Workspace);
  }

  it('groups by state, kind and source', async () => {
    await set('disputes.groupBy', 'kind');
    assert.deepEqual(
      (await groups()).map(({ label }) => label),
      ['Number'],
    );
    await set('disputes.groupBy', 'source');
    const bySource = await groups();
    assert.deepEqual(
      bySource.map(({ label, facts: of }) => [label, of.length]),
      [
        ['gazette', 2],
        ['tribune', 2],
        ['wire', 1],
      ],
    );
    await set('disputes.groupBy', 'status');
    assert.deepEqual(
      (await groups()).map(({ label }) => label),
      ['Conflicts'],
    );
  });

  it('sorts by certainty, title and place', async () => {
    const titles = async () => (await facts()).map(({ dispute }) => dispute.title);
    await set('disputes.sortBy', 'title');
    const byTitle = await titles();
    assert.deepEqual(byTitle, [...byTitle].sort());
    await set('disputes.sortBy', 'place');
    assert.match((await titles())[0] ?? '', /killed/);
    await set('disputes.sortBy', 'certainty');
    const scores = (await facts()).map(({ dispute }) => dispute.score);
    assert.deepEqual(
      scores,
      [...scores].sort((a, b) => b - a),
    );
  });

  it('keeps the ids of all rows when everything is read anew', async () => {
    const { disputes: tree } = await parts();
    const ids = async () => {
      const below = (node: DisputeNode): readonly string[] => [
        String(tree.getTreeItem(node).id),
        ...tree.getChildren(node).flatMap(below),
      ];
      return (await facts()).flatMap(below);
    };
    const before = await ids();
    assert.ok(before.length > 8);
    await readAnew();
    assert.deepEqual(
      await until('the same rows', async () => ((await facts()).length > 1 ? ids() : undefined)),
      before,
    );
  });

  it('is led to from the editor, also when a filter hides the fact', async () => {
    const { disputes: tree } = await parts();
    tree.filter = 'injured';
    const editor = await open(articles.uri('wire.txt'));
    const { start } = find(editor.document, 'Six people');
    editor.selection = new vscode.Selection(start, start);
    await vscode.commands.executeCommand('crosscheck.revealInTree');
    assert.equal(tree.filter, '');
    const [selected] = await until('the row selected', () => (tree.selection.length ? tree.selection : undefined));
    assert.ok(selected?.kind === 'dispute' && /killed/.test(selected.dispute.title));
  });

  it('51: takes commands by key for the rows that are selected', async () => {
    const { disputes: tree } = await parts();
    await tree.reveal(articles.folder.toString(), (await fact(/injured/)).dispute.id);
    await until('the row selected', () =>
      tree.selection.some(node => node.kind === 'dispute' && /injured/.test(node.dispute.title)),
    );
    await vscode.commands.executeCommand('crosscheck.dismissSuggestion', SELECTED_ROWS);
    await until('the fact dismissed', async () => (await fact(/injured/)).group === 'dismissed');
    assert.notEqual((await fact(/killed/)).group, 'dismissed');
    await vscode.commands.executeCommand('crosscheck.undo');
    await until('the fact back', async () => (await fact(/injured/)).group !== 'dismissed');
  });

  it('dismisses all selected rows in one step, and takes them back in one', async () => {
    const all = await facts();
    assert.equal(all.length, 2);
    await vscode.commands.executeCommand('crosscheck.dismissSuggestion', all[0], all);
    await until('both dismissed', async () => (await facts()).every(({ group }) => group === 'dismissed'));
    assert.equal((await articles.read(FILE)).match(/decision: dismissed/g)?.length, 2);
    await vscode.commands.executeCommand('crosscheck.undo');
    await until('both back', async () => (await facts()).every(({ group }) => group !== 'dismissed'));
    assert.doesNotMatch(await articles.read(FILE), /dismissed/);
  });

  it('shows the passages of many positions in the editor for many comparisons', async () => {
    const killed = await fact(/killed/);
    await vscode.commands.executeCommand('crosscheck.compareDispute', killed);
    await until('the comparisons', () => {
      const { activeTab } = vscode.window.tabGroups.activeTabGroup;
      return activeTab?.label.startsWith(killed.dispute.title) && !(activeTab.input instanceof vscode.TabInputTextDiff);
    });
  });
});
