import * as vscode from 'vscode';
import type { StartEngine } from '../platform/engine.ts';
import type { FileSystem } from '../review/base/files.ts';
import { Decorations } from './article/decorations.ts';
import { analyzeFolder, openExamples, stopAnalyzing } from './commands/folderCommands.ts';
import type { Desk } from './desk.ts';
import type { DeskModule } from './deskModule.ts';
import { COMMANDS, INTERNAL_COMMANDS, LAYER_COMMANDS, VIEWS } from './kit/ids.ts';
import { Errors, type Log } from './kit/log.ts';
import { Texts } from './kit/places.ts';
import { Status } from './panel/status.ts';
import { Engine } from './session/engine.ts';
import { Folders } from './session/folders.ts';
import { HiddenReviewers } from './session/hidden.ts';
import { Reviewer } from './session/reviewer.ts';
import { Session } from './session/session.ts';

/** What differs between the desktop and the web. */
interface Platform {
  readonly startEngine: StartEngine;
  readonly loadDesk: () => Promise<DeskModule>;
  /** Through what sidecars below a folder are written. */
  readonly filesIn: (folder: vscode.Uri) => FileSystem;
}

/** What `activate` hands out: for the host tests to look into, and promised to nobody. */
export interface Parts {
  readonly session: Session;
  readonly folders: Folders;
  readonly desk: () => Promise<Desk>;
  /** Resolves when everything that the reviewer asked for is on disk: VS Code waits for it before it closes. */
  readonly flush: () => Promise<void>;
}

/**
 * Builds every part, from those that know nothing of the others to those that show what they found, and wires them. Here is what must be
 * there at once: the folders, the reading, the highlights. The desk, with all the rest, is loaded with the first folder of articles.
 */
export function compose(context: vscode.ExtensionContext, platform: Platform, log: Log & { show(): void }): Parts {
  const own = <T extends vscode.Disposable>(thing: T): T => {
    context.subscriptions.push(thing);
    return thing;
  };
  const errors = new Errors(log);
  const texts = new Texts();
  const media = (name: string) =>
    vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, 'media', name));
  const models = async () => {
    const [model, vectors] = await Promise.all([media('names.model'), media('words.vectors')]);
    return { model, vectors };
  };
  const engine = own(new Engine({ start: platform.startEngine, models, log }));
  const folders = own(new Folders(log));
  const hidden = own(new HiddenReviewers(context.workspaceState));
  const session = own(new Session({ engine, folders, hidden, log, errors, loadReview: platform.loadDesk }));
  const reviewer = own(new Reviewer(log));
  own(new Decorations(session, texts, reviewer));
  own(new Status(session, folders, engine));

  // Without a provider VS Code would complain where it is to show how one begins.
  const nothing = own(vscode.window.registerTreeDataProvider(VIEWS.disputes, { getChildren: () => [], getTreeItem }));
  let opened: Promise<Desk> | undefined;
  const desk = () => {
    opened ??= platform.loadDesk().then(async module => {
      // VS Code lets go of a view later, and up to 1.100 by its name alone: it would be the desk's, were that there already.
      await nothing.dispose();
      return own(
        new module.Desk({ session, texts, reviewer, hidden, errors, log, context, filesIn: platform.filesIn }),
      );
    });
    return opened;
  };
  own(
    folders.onDidChange(() => {
      if (folders.all.length) desk().catch(error => errors.note('The desk could not be opened.', error));
    }),
  );

  const commands: Readonly<Record<string, (...args: readonly unknown[]) => unknown>> = {
    [COMMANDS.analyzeFolder]: given => analyzeFolder(given instanceof vscode.Uri ? given : undefined),
    [COMMANDS.stopAnalyzing]: given => stopAnalyzing(given instanceof vscode.Uri ? given : undefined),
    [COMMANDS.openExamples]: () => openExamples(context.extensionUri),
    [COMMANDS.rescan]: async () => {
      await folders.locate();
      await engine.restart();
    },
    [COMMANDS.cancelReading]: () => session.cancel(),
    [COMMANDS.showLog]: () => log.show(),
  };
  for (const id of [
    ...Object.values(COMMANDS),
    ...Object.values(LAYER_COMMANDS),
    ...Object.values(INTERNAL_COMMANDS),
  ]) {
    const run = commands[id] ?? (async (...args: readonly unknown[]) => (await desk()).run(id, args));
    const guarded = errors.guard(() => vscode.l10n.t('This did not work.'), run);
    own(vscode.commands.registerCommand(id, guarded));
  }
  folders.locate().catch(error => errors.show(vscode.l10n.t('The folders of articles could not be found.'), error));
  const flush = async () => (await opened)?.ledger.flush();
  return { session, folders, desk, flush };
}

function getTreeItem(): never {
  throw new Error('An empty tree has no items.');
}
