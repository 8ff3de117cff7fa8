import * as vscode from 'vscode';
import { COMMANDS } from './ids.ts';
import { messageOf } from './messages.ts';

/** What the parts of the extension write down; VS Code's own log channel is one. */
export type Log = Pick<vscode.LogOutputChannel, 'trace' | 'debug' | 'info' | 'warn' | 'error'>;

/** Whether it was thrown because somebody gave up on the answer. */
export function isCancellation(error: unknown): boolean {
  return error instanceof vscode.CancellationError || (error instanceof Error && error.name === 'AbortError');
}

/** Gives errors a face: they are written down in full, and shown in a line with a way to the log. */
export class Errors {
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  /** Something that the reader asked for did not work. `what` is a whole, translated sentence. */
  async show(what: string, error: unknown): Promise<void> {
    this.#log.error(what, error instanceof Error ? error : String(error));
    const showLog = vscode.l10n.t('Show Log');
    const chosen = await vscode.window.showErrorMessage(`${what} ${messageOf(error)}`, showLog);
    if (chosen === showLog) await vscode.commands.executeCommand(COMMANDS.showLog);
  }

  /** Something in the background did not work and needs nobody to act now. */
  note(what: string, error: unknown): void {
    if (!isCancellation(error)) this.#log.error(what, error instanceof Error ? error : String(error));
  }

  /** Runs a command's body, and shows what it throws; cancelled ones end in silence. */
  guard<Args extends unknown[]>(what: () => string, run: (...args: Args) => unknown): (...args: Args) => Promise<void> {
    return async (...args) => {
      try {
        await run(...args);
      } catch (error) {
        if (!isCancellation(error)) await this.show(what(), error);
      }
    };
  }
}

/** Opens the log and activates; what fails on the way is shown, since VS Code itself would tell nobody. */
export function activateWith<T>(context: vscode.ExtensionContext, run: (log: vscode.LogOutputChannel) => T): T {
  const began = Date.now();
  const log = vscode.window.createOutputChannel('Crosscheck', { log: true });
  context.subscriptions.push(log);
  try {
    const made = run(log);
    log.info(`Activated in ${Date.now() - began} ms.`);
    return made;
  } catch (error) {
    log.error('Crosscheck could not start.', error instanceof Error ? error : String(error));
    const showLog = vscode.l10n.t('Show Log');
    void vscode.window
      .showErrorMessage(vscode.l10n.t('Crosscheck could not start: {0}', messageOf(error)), showLog)
      .then(chosen => chosen === showLog && log.show());
    throw error;
  }
}
