import * as vscode from 'vscode';
import { Debounce, Owner } from '../kit/disposing.ts';
import { COMMANDS, CONFIGURATION, CONTEXT } from '../kit/ids.ts';
import { leastScore } from '../kit/settings.ts';
import type { Engine } from '../session/engine.ts';
import type { Folders } from '../session/folders.ts';
import type { Session } from '../session/session.ts';
import type { FolderSnapshot } from '../session/snapshot.ts';
import { shownDisputes } from '../words/marks.ts';

/** More than this is not told one by one. */
const MOST_TOLD = 5;

/** The language status item, which says what is going on, and the context keys that welcome views and commands hang on. */
export class Status extends Owner {
  readonly #session: Session;
  readonly #folders: Folders;
  readonly #item: vscode.LanguageStatusItem;
  readonly #soon = this.own(new Debounce(50, () => this.#show()));
  readonly #told = new Map<string, unknown>();
  #down: Error | undefined;

  constructor(session: Session, folders: Folders, engine: Engine) {
    super();
    this.#session = session;
    this.#folders = folders;
    this.#item = this.own(vscode.languages.createLanguageStatusItem('crosscheck.status', []));
    this.#item.name = 'Crosscheck';
    this.own(session.onDidChange(() => this.#soon.ask()));
    this.own(vscode.window.onDidChangeActiveTextEditor(() => this.#soon.ask()));
    this.own(
      vscode.workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration(CONFIGURATION)) this.#soon.ask();
      }),
    );
    this.own(
      engine.onDidGiveUp(error => {
        this.#down = error;
        this.#show();
      }),
    );
    this.own(
      engine.onDidRestart(() => {
        this.#down = undefined;
      }),
    );
    this.#show();
  }

  #show(): void {
    const editor = vscode.window.activeTextEditor;
    const here = editor && this.#session.articleOf(editor.document.uri);
    const address = editor && this.#folders.addressOf(editor.document.uri);
    const { snapshots } = this.#session;
    const reading = snapshots.some(({ phase }) => phase === 'reading' || phase === 'waiting');
    const failed = this.#down !== undefined || snapshots.some(({ phase }) => phase === 'failed');
    const cancelled = snapshots.some(({ phase }) => phase === 'cancelled');
    const begun = reading ? 'reading' : cancelled ? 'cancelled' : 'ready';
    this.#tell(CONTEXT.state, failed ? 'failed' : snapshots.length === 0 ? 'off' : begun);
    this.#tell(CONTEXT.sources, Math.min(2, sum(snapshots.map(({ articles }) => articles.size))));
    this.#tell(CONTEXT.inArticle, here !== undefined);
    this.#item.selector = this.#folders.all.map(({ uri }) => ({
      pattern: new vscode.RelativePattern(uri, '**/*.{txt,md}'),
    }));
    const snapshot = here?.snapshot ?? (address && this.#session.snapshot(address.folder.key)) ?? snapshots[0];
    if (snapshot) this.#describe(snapshot, address?.path);
  }

  #describe(snapshot: FolderSnapshot, path: string | undefined): void {
    const item = this.#item;
    const article = path === undefined ? undefined : snapshot.articles.get(path);
    const leftOut = snapshot.leftOut.find(each => each.path === path);
    item.busy = snapshot.phase === 'reading' || snapshot.phase === 'settling';
    item.severity = vscode.LanguageStatusSeverity.Information;
    item.command = { command: COMMANDS.openArticle, title: vscode.l10n.t('Open Article…') };
    if (this.#down) {
      item.severity = vscode.LanguageStatusSeverity.Error;
      item.text = vscode.l10n.t('Analysis failed');
      item.detail = this.#down.message;
      item.command = { command: COMMANDS.showLog, title: vscode.l10n.t('Show Log') };
    } else if (snapshot.phase === 'reading' || snapshot.phase === 'waiting') {
      item.text = vscode.l10n.t('Reading {0} of {1} articles', snapshot.read, snapshot.total);
      item.detail = snapshot.folder.name;
      item.command = { command: COMMANDS.cancelReading, title: vscode.l10n.t('Cancel') };
    } else if (snapshot.phase === 'failed') {
      item.severity = vscode.LanguageStatusSeverity.Error;
      item.text = vscode.l10n.t('These articles could not be read');
      item.detail = snapshot.failure ?? '';
      item.command = { command: COMMANDS.showLog, title: vscode.l10n.t('Show Log') };
    } else if (snapshot.phase === 'cancelled') {
      item.severity = vscode.LanguageStatusSeverity.Warning;
      item.text = vscode.l10n.t('Reading was cancelled: {0} of {1} articles', snapshot.read, snapshot.total);
      item.detail = snapshot.folder.name;
      item.command = { command: COMMANDS.rescan, title: vscode.l10n.t('Rescan') };
    } else if (leftOut) {
      item.severity = vscode.LanguageStatusSeverity.Warning;
      item.text = vscode.l10n.t('This file was left out');
      item.detail = leftOut.reason;
    } else if (article?.analysis?.reach === 'language') {
      item.severity = vscode.LanguageStatusSeverity.Warning;
      item.text = vscode.l10n.t('Not in English: kept, shown and annotated, but not analysed');
      item.detail = countLabel(snapshot);
    } else {
      item.text = countLabel(snapshot);
      item.detail = leftOutLabel(snapshot);
    }
    item.accessibilityInformation = { label: `Crosscheck: ${item.text}${item.detail ? `, ${item.detail}` : ''}` };
  }

  #tell(key: string, value: unknown): void {
    if (this.#told.get(key) === value) return;
    this.#told.set(key, value);
    void vscode.commands.executeCommand('setContext', key, value);
  }
}

/** `9 disputes · 5 articles`. */
function countLabel(snapshot: FolderSnapshot): string {
  const disputes = shownDisputes(snapshot, leastScore(snapshot.folder.uri)).length;
  const articles = snapshot.articles.size;
  const told = disputes === 1 ? vscode.l10n.t('1 dispute') : vscode.l10n.t('{0} disputes', disputes);
  return `${told} · ${articles === 1 ? vscode.l10n.t('1 article') : vscode.l10n.t('{0} articles', articles)}`;
}

function leftOutLabel({ leftOut, folder }: FolderSnapshot): string {
  if (leftOut.length === 0) return folder.name;
  const told = leftOut.slice(0, MOST_TOLD).map(({ path, reason }) => `${path} (${reason})`);
  const rest = leftOut.length - told.length;
  const list = told.join(', ');
  return rest > 0 ? vscode.l10n.t('Left out: {0} and {1} more', list, rest) : vscode.l10n.t('Left out: {0}', list);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
