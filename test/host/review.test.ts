import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { DisputeNode } from '../../src/host/trees/disputeNodes.ts';
import { compared, parts, snapshotOf, TWO_ACCOUNTS } from './support/parts.ts';
import { type Articles, find, hovers, makeArticles, open, until } from './support/support.ts';

const FILE = 'test-reviewer.crosscheck.yaml';

describe('reviewing', () => {
  let articles: Articles;
  before(() =>
    vscode.workspace
      .getConfiguration('crosscheck')
      .update('reviewer', 'Test Reviewer', vscode.ConfigurationTarget.Global),
  );
  beforeEach(async () => {
    articles = await makeArticles(TWO_ACCOUNTS);
    await compared(articles, 2);
  });
  afterEach(async () => {
    (await parts()).triage.end();
    await articles.remove();
  });

  async function fact(): Promise<DisputeNode & { readonly kind: 'dispute' }> {
    const { disputes: tree } = await parts();
    const folder = tree.getChildren().find(node => node.folder === articles.folder.toString());
    const rows = tree.getChildren(folder).flatMap(group => tree.getChildren(group));
    const found = rows.find(node => node.kind === 'dispute' && /kill|dead|people/i.test(node.dispute.title)) ?? rows[0];
    assert.ok(found?.kind === 'dispute');
    return found;
  }

  it('walks through the claims of an article, decides with one key each, and takes a step back', async () => {
    const { triage } = await parts();
    await open(articles.uri('gazette.txt'));
    await vscode.commands.executeCommand('crosscheck.reviewSuggestions', 'claims');
    const { of } = triage.position;
    assert.ok(of > 1, `${of} claims`);
    assert.equal(triage.position.at, 0);
    await vscode.commands.executeCommand('crosscheck.triageConfirm');
    await until('the second claim', () => triage.position.at === 1);
    await vscode.commands.executeCommand('crosscheck.triageDismiss');
    const decided = await articles.read(FILE);
    assert.deepEqual(decided.match(/decision: \w+/g), ['decision: confirmed', 'decision: dismissed']);
    await vscode.commands.executeCommand('crosscheck.triageUndo');
    assert.deepEqual((await articles.read(FILE)).match(/decision: \w+/g), ['decision: confirmed']);
    assert.equal(triage.position.at, 1);
  });

  it('goes on where one stopped', async () => {
    const { triage } = await parts();
    await open(articles.uri('gazette.txt'));
    await vscode.commands.executeCommand('crosscheck.reviewSuggestions', 'claims');
    await vscode.commands.executeCommand('crosscheck.triageConfirm');
    await vscode.commands.executeCommand('crosscheck.triageEnd');
    assert.equal(triage.position.of, 0);
    await vscode.commands.executeCommand('crosscheck.reviewSuggestions', 'claims');
    assert.equal(triage.position.at, 1);
  });

  it('settles a fact by a verdict with its position, reason and evidence', async () => {
    const node = await fact();
    const [position] = node.dispute.positions;
    await vscode.commands.executeCommand('crosscheck.giveVerdict', node, [node], {
      verdict: 'supported',
      says: position?.label,
      text: 'The coroner counted.',
    });
    const written = await articles.read(FILE);
    assert.match(written, /facts:\n/);
    assert.match(written, /verdict: supported\n/);
    assert.match(written, /text: The coroner counted\.\n/);
    assert.match(written, /evidence:\n/);
    const settled = await until('the fact settled', async () => {
      const now = await fact();
      return now.group === 'settled' ? now : undefined;
    });
    const { disputes: tree } = await parts();
    assert.match(String(tree.getTreeItem(settled).description), /Supported: .*Test Reviewer/);
    const editor = await open(articles.uri('gazette.txt'));
    const [hover] = await hovers(editor.document.uri, find(editor.document, 'Five people').start.translate(0, 2));
    assert.match(hover ?? '', /coroner/);
  });

  it('opens a settled fact again when the passage that the verdict rests on is changed', async () => {
    const node = await fact();
    const [position] = node.dispute.positions;
    await vscode.commands.executeCommand('crosscheck.giveVerdict', node, [node], {
      verdict: 'supported',
      says: position?.label,
      text: 'The coroner counted.',
    });
    await until('the fact settled', async () => (await fact()).group === 'settled');
    const path = position?.evidence[0]?.path ?? '';
    const editor = await open(articles.uri(path));
    const word = path === 'gazette.txt' ? 'Five people' : 'Seven people';
    await editor.edit(edit => edit.replace(find(editor.document, word), 'Eleven people'));
    await snapshotOf(
      articles.folder,
      'a verdict that wants review',
      ({ review, phase }) => phase === 'ready' && (review?.verdicts.some(({ stale }) => stale) ?? false),
    );
    await until('the fact open again', async () => (await fact()).group !== 'settled');
  });
});
