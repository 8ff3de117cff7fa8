import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parts } from '../support/parts.ts';
import { hovers, until } from '../support/support.ts';

describe('no folder at all', () => {
  it('activates, knows of no articles, and says so', async () => {
    const { session, folders, disputes } = await parts();
    await until('the look round', () => folders.located);
    assert.deepEqual(folders.all, []);
    assert.deepEqual(session.snapshots, []);
    assert.deepEqual(disputes.getChildren(), []);
  });

  it('leaves other texts alone', async () => {
    const document = await vscode.workspace.openTextDocument({
      content: 'Five people were killed.',
      language: 'plaintext',
    });
    await vscode.window.showTextDocument(document);
    assert.deepEqual(await hovers(document.uri, new vscode.Position(0, 2)), []);
  });

  it('runs commands that want an article without harm', async () => {
    for (const command of ['rescan', 'toggleHighlights', 'cancelReading', 'clearDisputesFilter']) {
      await vscode.commands.executeCommand(`crosscheck.${command}`);
    }
    await vscode.commands.executeCommand('crosscheck.toggleHighlights');
    const { session } = await parts();
    assert.deepEqual(session.snapshots, []);
  });
});
