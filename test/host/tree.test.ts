import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { DisputeNode } from '../../src/host/trees/disputeNodes.ts';
import type { DisputesTree } from '../../src/host/trees/disputesTree.ts';
import { compared, parts, TWO_ACCOUNTS } from './support/parts.ts';
import { type Articles, makeArticles, until } from './support/support.ts';

describe('the tree of disputed facts', () => {
  let articles: Articles;
  let tree: DisputesTree;
  before(async () => {
    articles = await makeArticles(TWO_ACCOUNTS);
    await compared(articles, 2);
    tree = (await parts()).disputes;
  });
  after(() => articles.remove());

  function walk(node: DisputeNode | undefined, kind: DisputeNode['kind']): readonly DisputeNode[] {
    return tree.getChildren(node).flatMap(child => [...(child.kind === kind ? [child] : []), ...walk(child, kind)]);
  }

  function ours(kind: DisputeNode['kind']): readonly DisputeNode[] {
    return walk(undefined, kind).filter(({ folder }) => folder === articles.folder.toString());
  }

  it('leads from the folder over group, fact and position to the passage', () => {
    const [passage] = ours('passage');
    assert.ok(passage);
    const kinds: string[] = [];
    for (let node: DisputeNode | undefined = passage; node; node = tree.getParent(node)) kinds.unshift(node.kind);
    assert.deepEqual(kinds, ['folder', 'group', 'dispute', 'position', 'passage']);
  });

  it('gives every row an id of its own and words for a screen reader', () => {
    const all = (['folder', 'group', 'dispute', 'position', 'passage'] as const).flatMap(kind => walk(undefined, kind));
    const items = all.map(node => tree.getTreeItem(node));
    assert.equal(new Set(items.map(({ id }) => id)).size, items.length);
    for (const [i, item] of items.entries()) {
      if (all[i]?.kind !== 'folder') assert.ok(item.accessibilityInformation?.label, String(item.label));
    }
  });

  it('opens the article and selects the passage that is clicked', async () => {
    const node = ours('passage').find(each => each.kind === 'passage' && each.passage.path === 'tribune.txt');
    assert.ok(node?.kind === 'passage');
    const { command } = tree.getTreeItem(node);
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    const editor = await until('the article', () => vscode.window.activeTextEditor);
    assert.ok(editor.document.uri.path.endsWith('tribune.txt'));
    assert.match(editor.document.getText(editor.selection), /Seven people/);
  });

  it('shows of a filter only the facts that have its words, also below what is closed', () => {
    tree.filter = 'seven TRIBUNE';
    try {
      assert.notEqual(ours('dispute').length, 0);
      tree.filter = 'zeppelin';
      assert.deepEqual(ours('dispute'), []);
    } finally {
      tree.filter = '';
    }
    assert.notEqual(ours('dispute').length, 0);
  });

  it('compares the passages of a fact side by side', async () => {
    const [node] = ours('dispute');
    await vscode.commands.executeCommand('crosscheck.compareDispute', node);
    const tab = await until('the comparison', () => {
      const { activeTab } = vscode.window.tabGroups.activeTabGroup;
      return activeTab?.input instanceof vscode.TabInputTextDiff ? activeTab : undefined;
    });
    assert.match(tab.label, /gazette.*↔.*tribune|tribune.*↔.*gazette/);
    const { original } = tab.input as vscode.TabInputTextDiff;
    assert.match((await vscode.workspace.openTextDocument(original)).getText(), /people were killed/);
  });

  it('keeps a dismissed fact in a group of its own, and takes the decision back', async () => {
    await vscode.workspace
      .getConfiguration('crosscheck')
      .update('reviewer', 'Test Reviewer', vscode.ConfigurationTarget.Global);
    const [node] = ours('dispute');
    assert.ok(node?.kind === 'dispute');
    const { title } = node.dispute;
    await vscode.commands.executeCommand('crosscheck.dismissSuggestion', node);
    const dismissed = await until('the group of dismissed facts', () =>
      ours('dispute').find(
        each => each.kind === 'dispute' && each.group === 'dismissed' && each.dispute.title === title,
      ),
    );
    assert.match(await articles.read('test-reviewer.crosscheck.yaml'), /decision: dismissed/);
    await vscode.commands.executeCommand('crosscheck.takeBack', dismissed);
    await until('the fact back in its place', () =>
      ours('dispute').every(each => each.kind === 'dispute' && each.group !== 'dismissed'),
    );
    assert.doesNotMatch(await articles.read('test-reviewer.crosscheck.yaml'), /dismissed/);
  });
});

describe('the tree of entities', () => {
  it('counts an entity over all sources and leads to each mention', async () => {
    const articles = await makeArticles(TWO_ACCOUNTS);
    try {
      await compared(articles, 2);
      const { entities: tree } = await parts();
      const persons = await until('persons', () =>
        tree.getChildren().find(node => node.kind === 'type' && node.type === 'person'),
      );
      const lund = tree.getChildren(persons).find(node => node.kind === 'entity' && /Lund/.test(node.entity.name));
      assert.ok(lund);
      const sources = tree.getChildren(lund);
      assert.equal(sources.length, 2);
      const mention = tree.getChildren(sources[0])[0];
      assert.ok(mention);
      assert.equal(tree.getTreeItem(mention).command?.command, 'crosscheck.openPassage');
    } finally {
      await articles.remove();
    }
  });
});
