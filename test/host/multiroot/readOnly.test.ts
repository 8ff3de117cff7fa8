import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import * as vscode from 'vscode';
import type { Draft } from '../../../src/host/review/comments.ts';
import { parts, snapshotOf, TWO_ACCOUNTS } from '../support/parts.ts';
import { closeEditors, instead, open, select, until, workspaceFolder } from '../support/support.ts';

const SCHEME = 'crosscheck-locked';
const ROOT = vscode.Uri.parse(`${SCHEME}:/stories`);
const FILES = new Map(
  Object.entries({ 'sources.yaml': 'sources:\n  - file: "*.txt"\n', ...TWO_ACCOUNTS }).map(([name, text]) => [
    `/stories/${name}`,
    Buffer.from(text),
  ]),
);

describe('a folder that cannot be written to', () => {
  const registered: vscode.Disposable[] = [];
  before(async () => {
    await vscode.workspace
      .getConfiguration('crosscheck')
      .update('reviewer', 'Test Reviewer', vscode.ConfigurationTarget.Global);
    registered.push(vscode.workspace.registerFileSystemProvider(SCHEME, new Locked(), { isReadonly: true }));
    vscode.workspace.updateWorkspaceFolders(2, 0, { uri: ROOT, name: 'locked' });
    await snapshotOf(ROOT, 'both articles', ({ phase, articles }) => phase === 'ready' && articles.size === 2);
  });
  after(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await closeEditors();
    vscode.workspace.updateWorkspaceFolders(2, 1);
    const { session } = await parts();
    await until('let go', () => session.snapshot(ROOT.toString()) === undefined);
    for (const each of registered) each.dispose();
  });

  it('is read and compared like any other', async () => {
    const { session } = await parts();
    assert.notEqual(session.snapshot(ROOT.toString())?.disputes.length, 0);
  });

  it('says so when a note is made, and offers to copy the words, with those that they are about', async () => {
    await vscode.env.clipboard.writeText('');
    select(await open(vscode.Uri.joinPath(ROOT, 'gazette.txt')), 'loading dock');
    await vscode.commands.executeCommand('crosscheck.addNote', { text: 'Ask the *mayor*.' });
    const copied = await until('the words on the clipboard', async () => {
      await vscode.commands.executeCommand('notifications.focusToasts');
      await vscode.commands.executeCommand('notification.acceptPrimaryAction');
      return vscode.env.clipboard.readText();
    });
    assert.equal(copied, 'gazette.txt\n\n> loading dock\n\nAsk the *mayor*.\n');
  });

  it('lets one save the words elsewhere, or think better of it', async () => {
    const target = vscode.Uri.joinPath(workspaceFolder().uri, 'kept.md');
    let chosen: vscode.Uri | undefined;
    let asked = 0;
    const restore = [
      instead('showErrorMessage', async (_: string, ...buttons: readonly string[]) =>
        buttons.find(button => button === 'Save Elsewhere…'),
      ),
      instead('showSaveDialog', async () => {
        asked++;
        return chosen;
      }),
    ];
    try {
      select(await open(vscode.Uri.joinPath(ROOT, 'gazette.txt')), 'loading dock');
      await vscode.commands.executeCommand('crosscheck.addNote', { text: 'Ask the *mayor*.' });
      await until('the first question', () => asked === 1);
      chosen = target;
      await vscode.commands.executeCommand('crosscheck.addNote', { text: 'Ask the *clerk*.' });
      const kept = await until('the words in the file', async () => {
        const text = Buffer.from(await vscode.workspace.fs.readFile(target)).toString('utf8');
        return text || undefined;
      });
      assert.equal(kept, 'gazette.txt\n\n> loading dock\n\nAsk the *clerk*.\n');
      assert.equal(asked, 2);
    } finally {
      for (const put of restore) put();
      if (chosen) await vscode.workspace.fs.delete(chosen);
    }
  });

  it('keeps what was typed in the margin there, as a draft', async () => {
    const editor = await open(vscode.Uri.joinPath(ROOT, 'gazette.txt'));
    const range = new vscode.Range(4, 0, 4, 0);
    const thread = { uri: editor.document.uri, range, comments: [] as readonly vscode.Comment[], dispose() {} };
    await vscode.commands.executeCommand('crosscheck.submitComment', { thread, text: 'Not lost.' });
    const [draft, ...others] = thread.comments as readonly Draft[];
    assert.deepEqual([draft?.contextValue, draft?.body, others.length], ['draft', 'Not lost.', 0]);
  });
});

/** One folder with two articles; whatever would write is refused. */
class Locked implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  watch = () => ({ dispose: () => undefined });

  stat(uri: vscode.Uri): vscode.FileStat {
    const file = FILES.get(uri.path);
    if (!file && uri.path !== '/stories' && uri.path !== '/') throw vscode.FileSystemError.FileNotFound(uri);
    return {
      type: file ? vscode.FileType.File : vscode.FileType.Directory,
      ctime: 0,
      mtime: 0,
      size: file?.length ?? 0,
    };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    if (uri.path !== '/stories') throw vscode.FileSystemError.FileNotFound(uri);
    return [...FILES.keys()].map(path => [path.slice('/stories/'.length), vscode.FileType.File]);
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const file = FILES.get(uri.path);
    if (!file) throw vscode.FileSystemError.FileNotFound(uri);
    return file;
  }

  createDirectory = refuse;
  writeFile = refuse;
  delete = refuse;
  rename = refuse;
}

function refuse(uri: vscode.Uri): never {
  throw vscode.FileSystemError.NoPermissions(uri);
}
