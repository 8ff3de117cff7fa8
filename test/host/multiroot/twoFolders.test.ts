import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parts, snapshotOf } from '../support/parts.ts';
import { open, until } from '../support/support.ts';

describe('two folders', () => {
  function root(name: string): vscode.WorkspaceFolder {
    const found = vscode.workspace.workspaceFolders?.find(folder => folder.name === name);
    assert.ok(found);
    return found;
  }

  it('reads the one that holds sources, and leaves the other alone', async () => {
    const snapshot = await snapshotOf(root('first').uri, 'the first folder', ({ phase }) => phase === 'ready');
    assert.equal(snapshot.articles.size, 2);
    const { session } = await parts();
    assert.equal(session.snapshot(root('second').uri.toString()), undefined);
  });

  it('reads the other once it is told to, keeps that in its settings, and stops again', async () => {
    const second = root('second');
    await vscode.commands.executeCommand('crosscheck.analyzeFolder', second.uri);
    const snapshot = await snapshotOf(second.uri, 'the second folder', ({ phase }) => phase === 'ready');
    assert.deepEqual([...snapshot.articles.keys()], ['storm.txt']);
    const settings = vscode.workspace.getConfiguration('crosscheck', second.uri);
    assert.deepEqual(settings.inspect('folders')?.workspaceFolderValue, ['.']);
    await vscode.commands.executeCommand('crosscheck.stopAnalyzingFolder', second.uri);
    const { session } = await parts();
    await until('forgotten', () => session.snapshot(second.uri.toString()) === undefined);
  });

  it('compares each folder by itself', async () => {
    const first = await snapshotOf(root('first').uri, 'the first folder', ({ phase }) => phase === 'ready');
    for (const { positions } of first.disputes) {
      for (const { evidence } of positions) for (const { path } of evidence) assert.notEqual(path, 'storm.txt');
    }
    assert.notEqual(first.disputes.length, 0);
  });

  it('switches highlights in the folder whose settings have them, and nowhere else', async () => {
    const first = root('first');
    const { WorkspaceFolder } = vscode.ConfigurationTarget;
    const settings = () => vscode.workspace.getConfiguration('crosscheck', first.uri);
    await settings().update('highlights.enabled', false, WorkspaceFolder);
    try {
      await open(vscode.Uri.joinPath(first.uri, 'gazette.txt'));
      await vscode.commands.executeCommand('crosscheck.toggleHighlights');
      await until('highlights on', () => settings().get('highlights.enabled') === true);
      assert.equal(settings().inspect('highlights.enabled')?.workspaceFolderValue, true);
      assert.equal(settings().inspect('highlights.enabled')?.workspaceValue, undefined);
    } finally {
      await settings().update('highlights.enabled', undefined, WorkspaceFolder);
    }
  });

  it('lets a folder go that is taken out of the workspace, and reads it anew when it returns', async () => {
    const second = root('second');
    const { folders, session } = await parts();
    await vscode.commands.executeCommand('crosscheck.analyzeFolder', second.uri);
    await snapshotOf(second.uri, 'the second folder', ({ phase }) => phase === 'ready');
    vscode.workspace.updateWorkspaceFolders(second.index, 1);
    await until('let go', () => session.snapshot(second.uri.toString()) === undefined);
    vscode.workspace.updateWorkspaceFolders(1, 0, { uri: second.uri });
    await until('back', () => folders.all.some(({ key }) => key === second.uri.toString()));
    await snapshotOf(second.uri, 'read anew', ({ phase }) => phase === 'ready');
  });
});
