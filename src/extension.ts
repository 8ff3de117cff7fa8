import * as vscode from 'vscode';
import { compose, type Parts } from './host/compose.ts';
import type { DeskModule } from './host/deskModule.ts';
import { activateWith } from './host/kit/log.ts';
import { WorkspaceFiles } from './host/kit/workspaceFiles.ts';
import { NodeFiles } from './platform/node/files.ts';
import { startEngine } from './platform/node/start.ts';

/** VS Code hands `deactivate` nothing, so that it is remembered here what `activate` built. */
let running: Parts | undefined;

/** Called by VS Code on the desktop and on servers: the engine runs in a worker thread. */
export function activate(context: vscode.ExtensionContext): Parts {
  const worker = vscode.Uri.joinPath(context.extensionUri, 'dist', 'worker.js').fsPath;
  const loadDesk = async () => (require('./desk.js') as { readonly deskModule: DeskModule }).deskModule;
  // What VS Code's own files cannot: make one in one step, tell who holds a lock, see a save that was written over.
  const filesIn = (folder: vscode.Uri) =>
    folder.scheme === 'file' ? new NodeFiles(folder.fsPath) : new WorkspaceFiles(folder);
  running = activateWith(context, log =>
    compose(context, { startEngine: onDeath => startEngine(worker, onDeath), loadDesk, filesIn }, log),
  );
  return running;
}

/** Called by VS Code before it closes, and waited for: what was asked for is then on disk. */
export async function deactivate(): Promise<void> {
  await running?.flush();
}
