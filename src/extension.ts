import * as vscode from 'vscode';
import { compose, type Parts } from './host/compose.ts';
import type { DeskModule } from './host/deskModule.ts';
import { activateWith } from './host/log.ts';
import { startEngine } from './platform/node/start.ts';

/** VS Code hands `deactivate` nothing, so that it is remembered here what `activate` built. */
let running: Parts | undefined;

/** Called by VS Code on the desktop and on servers: the engine runs in a worker thread. */
export function activate(context: vscode.ExtensionContext): Parts {
  const worker = vscode.Uri.joinPath(context.extensionUri, 'dist', 'worker.js').fsPath;
  const loadDesk = async () => (require('./desk.js') as { readonly deskModule: DeskModule }).deskModule;
  running = activateWith(context, log =>
    compose(context, { startEngine: onDeath => startEngine(worker, onDeath), loadDesk }, log),
  );
  return running;
}

/** Called by VS Code before it closes, and waited for: what was asked for is then on disk. */
export async function deactivate(): Promise<void> {
  await running?.flush();
}
