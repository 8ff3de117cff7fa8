import * as vscode from 'vscode';
import { compose, type Parts } from './host/compose.ts';
import { activateWith } from './host/log.ts';
import { startEngine } from './platform/web/start.ts';

/** Called by VS Code in a browser: the engine runs in a web worker, and the reviewer's desk is in this bundle, unpacked when first needed. */
export function activate(context: vscode.ExtensionContext): Parts {
  const worker = vscode.Uri.joinPath(context.extensionUri, 'dist', 'web', 'worker.js').toString(true);
  const loadDesk = async () => (await import('./host/deskModule.ts')).deskModule;
  return activateWith(context, log =>
    compose(context, { startEngine: onDeath => startEngine(worker, onDeath), loadDesk }, log),
  );
}
