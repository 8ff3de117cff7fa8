import * as vscode from 'vscode';
import type { StartEngine } from '../platform/engine.ts';
import { Decorations } from './decorations.ts';
import type { Desk } from './desk.ts';
import type { DeskModule } from './deskModule.ts';
import { DisputesTree } from './disputesTree.ts';
import { Engine } from './engine.ts';
import { EntitiesTree } from './entitiesTree.ts';
import { analyzeFolder, openExamples, stopAnalyzing } from './folderCommands.ts';
import { Folders } from './folders.ts';
import { Hovers } from './hover.ts';
import { COMMANDS, DESK_COMMANDS, PASSAGE_SCHEME } from './ids.ts';
import { Errors, type Log } from './log.ts';
import { Navigation } from './navigate.ts';
import { type DisputeRef, Passages, passageCommands } from './passages.ts';
import { Texts } from './places.ts';
import { Reviewer } from './reviewer.ts';
import { Session } from './session.ts';
import { Status } from './status.ts';
import { Targets } from './targets.ts';
import { viewCommands } from './viewCommands.ts';

/** What differs between the desktop and the web. */
export interface Platform {
  readonly startEngine: StartEngine;
  readonly loadDesk: () => Promise<DeskModule>;
}

/** What `activate` hands out: for the host tests to look into, and promised to nobody. */
export interface Parts {
  readonly session: Session;
  readonly folders: Folders;
  readonly disputes: DisputesTree;
  readonly entities: EntitiesTree;
}

/** Builds every part, from those that know nothing of the others to those that show what they found, and wires them. */
export function compose(context: vscode.ExtensionContext, platform: Platform, log: Log & { show(): void }): Parts {
  const own = <T extends vscode.Disposable>(thing: T): T => {
    context.subscriptions.push(thing);
    return thing;
  };
  const errors = new Errors(log);
  const texts = new Texts();
  const model = async () =>
    vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, 'media', 'names.model'));
  const engine = own(new Engine({ start: platform.startEngine, model, log }));
  const folders = own(new Folders(log));
  const session = own(new Session({ engine, folders, log, errors, loadDesk: platform.loadDesk }));

  const reviewer = own(new Reviewer(log));
  own(new Decorations(session, texts, reviewer));
  const targets = new Targets(session, texts);
  const passages = new Passages(session, targets);
  own(vscode.workspace.registerTextDocumentContentProvider(PASSAGE_SCHEME, passages));
  own(vscode.languages.registerHoverProvider([{ pattern: '**/*.{txt,md}' }], new Hovers(session, texts)));
  const tree = own(new DisputesTree(session));
  const entities = own(new EntitiesTree(session));
  own(new Status(session, folders, engine));
  const navigation = new Navigation(session, texts);

  const commands: Record<string, (...args: never[]) => unknown> = {
    ...passageCommands(passages),
    ...viewCommands(tree, entities),
    [COMMANDS.analyzeFolder]: (uri?: vscode.Uri) => analyzeFolder(uri),
    [COMMANDS.stopAnalyzing]: (uri?: vscode.Uri) => stopAnalyzing(uri),
    [COMMANDS.openExamples]: () => openExamples(context.extensionUri),
    [COMMANDS.openArticle]: () => navigation.openArticle(),
    [COMMANDS.nextDispute]: () => navigation.go(1),
    [COMMANDS.previousDispute]: () => navigation.go(-1),
    [COMMANDS.rescan]: () => engine.restart(),
    [COMMANDS.cancelReading]: () => session.cancel(),
    [COMMANDS.showLog]: () => log.show(),
    [COMMANDS.revealInTree]: async (ref?: DisputeRef) => {
      const found = targets.suggested(ref).find(({ about }) => about === 'dispute');
      if (found?.about === 'dispute') await tree.reveal(found.snapshot.folder.key, found.dispute.id);
    },
  };
  let desk: Promise<Desk> | undefined;
  const openDesk = () => {
    desk ??= platform
      .loadDesk()
      .then(module => own(new module.Desk({ session, targets, reviewer, errors, log, context })));
    return desk;
  };
  // With the first folder of articles, the desk is opened: what reviewers said is shown before anybody asks for it.
  own(
    folders.onDidChange(() => {
      if (folders.all.length) openDesk().catch(error => errors.note('The desk could not be opened.', error));
    }),
  );
  for (const id of DESK_COMMANDS) commands[id] = async (...args: unknown[]) => (await openDesk()).run(id, args);
  for (const [id, run] of Object.entries(commands)) {
    own(
      vscode.commands.registerCommand(
        id,
        errors.guard(() => vscode.l10n.t('This did not work.'), run as () => unknown),
      ),
    );
  }
  folders.locate().catch(error => errors.show(vscode.l10n.t('The folders of articles could not be found.'), error));
  return { session, folders, disputes: tree, entities };
}
