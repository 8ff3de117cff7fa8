/**
 * What a reviewer waits for, measured inside VS Code's extension host on the folder that is open: a keystroke in its longest article until
 * highlights are settled, a hover, a refresh of the tree. Beside them what VS Code itself takes in the same run: a keystroke and a hover in a
 * text that is no article. Medians; the pauses that let one type on are part of them.
 */
import { appendFileSync } from 'node:fs';
import * as vscode from 'vscode';
import type { Parts } from '../../src/host/compose.ts';
import type { FolderSnapshot } from '../../src/host/session/snapshot.ts';
import type { DisputeNode } from '../../src/host/trees/disputeNodes.ts';

const ROUNDS = 9;

export async function run(): Promise<void> {
  const began = performance.now();
  const extension = vscode.extensions.getExtension<Parts>('crosscheck.crosscheck');
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!extension || !folder) throw new Error('No extension or no folder');
  const { session, desk } = await extension.activate();
  const snapshot = () => session.snapshot(folder.uri.toString());
  const told = (look: (now: FolderSnapshot) => boolean) =>
    new Promise<FolderSnapshot>(resolve => {
      const listening = session.onDidChange(() => see());
      const see = () => {
        const now = snapshot();
        if (!now || !look(now)) return;
        listening.dispose();
        resolve(now);
      };
      see();
    });

  tell('reading …');
  const read = await told(({ phase }) => phase === 'ready');
  const all = performance.now() - began;
  const [path] = [...read.articles.values()].sort((a, b) => b.text.length - a.text.length).map(article => article.path);
  const long = read.articles.get(path ?? '');
  if (!long) throw new Error('No articles');
  const editor = await vscode.window.showTextDocument(long.uri);
  const dispute = read.disputes.flatMap(({ positions }) => positions.flatMap(({ evidence }) => evidence));
  const passage = dispute.find(each => each.path === long.path);
  const at = editor.document.positionAt((passage?.start ?? 0) + 2);

  const type = (target: vscode.TextEditor, n: number) =>
    target.edit(edit => edit.insert(target.document.positionAt(0), n % 2 ? 'a' : 'b'));
  const keystroke = await median(async n => {
    const { version = 0 } = snapshot() ?? {};
    await type(editor, n);
    const text = editor.document.getText();
    await told(now => now.version > version && now.phase === 'ready' && now.articles.get(long.path)?.text === text);
  });
  const hover = () => vscode.commands.executeCommand('vscode.executeHoverProvider', long.uri, at);
  const first = await timed(hover);
  const again = await median(hover);

  const { disputes: tree } = await desk();
  const walk = (node?: DisputeNode): number =>
    tree.getChildren(node).reduce((sum, child) => {
      tree.getTreeItem(child);
      return sum + 1 + walk(child);
    }, 0);
  let rows = 0;
  const refresh = await median(() => {
    rows = walk();
  });

  const plain = await vscode.workspace.openTextDocument({ content: editor.document.getText(), language: 'plaintext' });
  const other = await vscode.window.showTextDocument(plain);
  const ownKeystroke = await median(n => type(other, n));
  const ownHover = await median(() => vscode.commands.executeCommand('vscode.executeHoverProvider', plain.uri, at));

  const words = long.text.split(/\s+/).length.toLocaleString('en');
  for (const [what, time, own] of [
    [`${read.articles.size} articles read and compared after the start`, all, ''],
    [`keystroke in one of ${words} words until highlights are settled`, keystroke, ms(ownKeystroke)],
    ['hover on a disputed passage, for the first time since', first, ms(ownHover)],
    ['hover on it again', again, ms(ownHover)],
    [`tree of ${read.disputes.length} disputed facts, every one of ${rows} rows`, refresh, ''],
  ] as const)
    tell(`| ${what} | ${ms(time)} | ${own} |`);
}

async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function median(work: (n: number) => unknown): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < ROUNDS; n++) times.push(await timed(() => work(n)));
  return times.sort((a, b) => a - b)[ROUNDS >> 1] ?? 0;
}

function ms(time: number): string {
  return time < 10 ? `${time.toFixed(1)} ms` : `${Math.round(time).toLocaleString('en')} ms`;
}

function tell(text: string): void {
  appendFileSync(process.env.CROSSCHECK_REPORT ?? '', `${JSON.stringify({ text })}\n`);
}
