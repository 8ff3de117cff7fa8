import * as vscode from 'vscode';
import type { Match } from '../../engine/analysis.ts';
import { Owner } from '../kit/disposing.ts';
import { isCancellation } from '../kit/log.ts';
import { FolderReading, type ReadingDeps } from './folderReading.ts';
import type { Folders } from './folders.ts';
import type { Article, ArticleFolder, FolderSnapshot } from './snapshot.ts';

interface SessionDeps extends Omit<ReadingDeps, 'owns'> {
  readonly folders: Folders;
}

/** An edit with which marks went elsewhere. */
export interface Jumped {
  readonly document: vscode.TextDocument;
  readonly reading: FolderReading;
  readonly path: string;
}

/** What the extension knows at this moment, for every provider to read: a snapshot of each folder, fed by editors and disk. */
export class Session extends Owner {
  readonly #deps: SessionDeps;
  readonly #readings = new Map<string, FolderReading>();
  /** The folders within each folder, as its reading knows them. */
  readonly #within = new Map<string, string>();
  readonly #changed = this.own(new vscode.EventEmitter<FolderSnapshot | undefined>());
  /** A folder changed; `undefined` when there are other folders than before. */
  readonly onDidChange = this.#changed.event;
  readonly #jumped = this.own(new vscode.EventEmitter<Jumped>());
  /** Marks of an article went with an edit where VS Code does not move what is drawn: undone, or put in again elsewhere. */
  readonly onDidJump = this.#jumped.event;
  readonly #matches = new WeakMap<FolderSnapshot['disputes'], Map<string, Promise<readonly Match[]>>>();

  constructor(deps: SessionDeps) {
    super();
    this.#deps = deps;
    this.own({ dispose: () => [...this.#readings.values()].forEach(reading => void reading.dispose()) });
    this.own(deps.folders.onDidChange(() => this.#followFolders()));
    this.own(deps.engine.onDidRestart(() => this.rescan()));
    this.own(
      vscode.workspace.onDidChangeTextDocument(event => {
        if (event.contentChanges.length) this.#edited(event.document, event);
      }),
    );
    this.own(
      vscode.workspace.onDidSaveTextDocument(({ uri }) => {
        const address = deps.folders.addressOf(uri);
        if (address) this.#readings.get(address.folder.key)?.saved(address.path);
      }),
    );
    // Closing without saving takes the changes back.
    this.own(vscode.workspace.onDidCloseTextDocument(document => this.#edited(document)));
  }

  get snapshots(): readonly FolderSnapshot[] {
    return [...this.#readings.values()].map(reading => reading.snapshot);
  }

  snapshot(key: string): FolderSnapshot | undefined {
    return this.#readings.get(key)?.snapshot;
  }

  reading(key: string): FolderReading | undefined {
    return this.#readings.get(key);
  }

  /** The folder that a file belongs to, and its path there. */
  placeOf(uri: vscode.Uri): { readonly snapshot: FolderSnapshot; readonly path: string } | undefined {
    const address = this.#deps.folders.addressOf(uri);
    const snapshot = address && this.snapshot(address.folder.key);
    return snapshot && { snapshot, path: address.path };
  }

  /** The article that a document shows, with its folder; `undefined` when it is none, or was not read yet. */
  articleOf(uri: vscode.Uri): { readonly snapshot: FolderSnapshot; readonly article: Article } | undefined {
    const place = this.placeOf(uri);
    const article = place?.snapshot.articles.get(place.path);
    return place && article ? { snapshot: place.snapshot, article } : undefined;
  }

  /** For each claim of an article its best passages in others. Asked of the worker once for each comparison. */
  async matchesOf(snapshot: FolderSnapshot, path: string, signal?: AbortSignal): Promise<readonly Match[]> {
    const ofFolder = this.#matches.get(snapshot.disputes) ?? new Map<string, Promise<readonly Match[]>>();
    this.#matches.set(snapshot.disputes, ofFolder);
    let matches = ofFolder.get(path);
    if (!matches) {
      matches = this.#deps.engine.request('matches', { folder: snapshot.folder.key, path });
      ofFolder.set(path, matches);
      matches.catch(() => ofFolder.delete(path));
    }
    const found = await matches;
    if (signal?.aborted) throw new vscode.CancellationError();
    return found;
  }

  /** Reads every folder again, from disk. */
  rescan(): void {
    for (const reading of this.#readings.values()) this.#begin(reading);
  }

  cancel(): void {
    for (const reading of this.#readings.values()) reading.cancel();
  }

  #followFolders(): void {
    const { folders } = this.#deps;
    const keys = new Set(folders.all.map(({ key }) => key));
    for (const [key, reading] of this.#readings) {
      if (keys.has(key)) continue;
      reading.dispose();
      this.#readings.delete(key);
      this.#deps.engine.request('forget', { folder: key }).catch(error => {
        if (!isCancellation(error)) this.#deps.errors.note('A folder could not be let go of.', error);
      });
    }
    for (const folder of folders.all) {
      const within = folders.within(folder);
      const known = this.#readings.get(folder.key);
      const divided = this.#within.get(folder.key) !== within;
      this.#within.set(folder.key, within);
      if (known) {
        if (divided) this.#begin(known);
        continue;
      }
      const owns = (owner: ArticleFolder, uri: vscode.Uri) => folders.addressOf(uri)?.folder.key === owner.key;
      const reading = new FolderReading(folder, { ...this.#deps, owns });
      this.#readings.set(folder.key, reading);
      reading.onDidChange(snapshot => this.#changed.fire(snapshot));
      this.#begin(reading);
    }
    this.#changed.fire(undefined);
  }

  #begin(reading: FolderReading): void {
    const looked = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors].flatMap(editor => {
      const address = editor && this.#deps.folders.addressOf(editor.document.uri);
      return address?.folder.key === reading.folder.key ? [address.path] : [];
    });
    void reading.readAll([...new Set(looked)]);
  }

  #edited(document: vscode.TextDocument, event?: vscode.TextDocumentChangeEvent): void {
    const address = this.#deps.folders.addressOf(document.uri);
    if (!address) return;
    const reading = this.#readings.get(address.folder.key);
    if (reading?.edited(address.path, event)) this.#jumped.fire({ document, reading, path: address.path });
  }
}
