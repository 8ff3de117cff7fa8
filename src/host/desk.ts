import type * as vscode from 'vscode';
import type { Errors, Log } from './log.ts';
import type { Texts } from './places.ts';
import type { Session } from './session.ts';

export interface DeskDeps {
  readonly session: Session;
  readonly texts: Texts;
  readonly errors: Errors;
  readonly log: Log;
  readonly context: vscode.ExtensionContext;
}

/** The reviewer's desk: everything that people do to articles, rather than what they are shown. */
export interface Desk extends vscode.Disposable {
  /** Runs one of the commands that belong to the desk. */
  run(command: string, args: readonly unknown[]): Promise<void>;
}

export function openDesk(_deps: DeskDeps): Desk {
  return { run: async () => undefined, dispose: () => undefined };
}
