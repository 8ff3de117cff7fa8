import * as vscode from 'vscode';
import { compose, type Parts } from './host/compose.ts';
import { activateWith } from './host/kit/log.ts';
import { WorkspaceFiles } from './host/kit/workspaceFiles.ts';
import { startEngine } from './platform/web/start.ts';

/** VS Code hands `deactivate` nothing, so that it is remembered here what `activate` built. */
let running: Parts | undefined;

/** Called by VS Code in a browser: the engine runs in a web worker, and the reviewer's desk is in this bundle, unpacked when first needed. */
export function activate(context: vscode.ExtensionContext): Parts {
  const worker = vscode.Uri.joinPath(context.extensionUri, 'dist', 'web', 'worker.js');
  // By its content, not by its address: an extension that lies on another machine has none that a worker may be started from.
  const start = async (onDeath: (error: Error) => void) => {
    const code = new Blob([new Uint8Array(await vscode.workspace.fs.readFile(worker))], { type: 'text/javascript' });
    return startEngine(URL.createObjectURL(code), onDeath);
  };
  const loadDesk = async () => (await import('./host/deskModule.ts')).deskModule;
  const filesIn = (folder: vscode.Uri) => new WorkspaceFiles(folder);
  running = activateWith(context, log => compose(context, { startEngine: start, loadDesk, filesIn }, log));
  return running;
}

/** Called by VS Code before it closes, and waited for: what was asked for is then on disk. */
export async function deactivate(): Promise<void> {
  await running?.flush();
}
