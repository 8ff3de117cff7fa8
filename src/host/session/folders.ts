import * as vscode from 'vscode';
import { folderOf, SIDECAR_ENDING, SOURCES_NAME } from '../../review/base/paths.ts';
import { Debounce, Owner } from '../kit/disposing.ts';
import { CONFIGURATION, SETTINGS } from '../kit/ids.ts';
import { isCancellation, type Log } from '../kit/log.ts';
import { NewFolders } from '../kit/newFolders.ts';
import { filesBelow } from '../kit/walk.ts';
import type { ArticleFolder } from './snapshot.ts';

/** Which article a URI is: its folder, and its path below that. */
interface ArticleAddress {
  readonly folder: ArticleFolder;
  readonly path: string;
}

/**
 * Which folders of the workspace are folders of articles: those with a `sources.yaml` or any sidecar, and those named in the setting
 * `crosscheck.folders`. Where one lies in another, an article belongs to the inner one if that has a `sources.yaml` or is named; sidecars
 * alone divide no folder.
 */
export class Folders extends Owner {
  readonly #log: Log;
  readonly #changed = this.own(new vscode.EventEmitter<void>());
  readonly onDidChange = this.#changed.event;
  readonly #again = this.own(new Debounce(300, () => void this.locate()));
  #all: readonly ArticleFolder[] = [];
  #watchers: vscode.Disposable[] = [];
  #looking: AbortController | undefined;
  #located = false;

  constructor(log: Log) {
    super();
    this.#log = log;
    this.own(
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.#watch();
        void this.locate();
      }),
    );
    this.own(
      vscode.workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration(`${CONFIGURATION}.${SETTINGS.folders}`)) void this.locate();
      }),
    );
    this.own({ dispose: () => this.#looking?.abort() });
    this.own({ dispose: () => this.#unwatch() });
    this.#watch();
  }

  get all(): readonly ArticleFolder[] {
    return this.#all;
  }

  /** Whether the workspace was looked through at least once. */
  get located(): boolean {
    return this.#located;
  }

  /** The article folder that a file lies in, and where in it. */
  addressOf(uri: vscode.Uri): ArticleAddress | undefined {
    let nearest: ArticleAddress | undefined;
    for (const folder of this.#all) {
      const path = relativeTo(folder.uri, uri);
      if (path && (!nearest || path.length < nearest.path.length)) nearest = { folder, path };
    }
    return nearest;
  }

  /** The folders that lie within one, and whose articles are not its own; as text, to be compared. */
  within(folder: ArticleFolder): string {
    return this.#all
      .filter(other => relativeTo(folder.uri, other.uri))
      .map(({ key }) => key)
      .join('\n');
  }

  /** Looks through the workspace; the last call wins. */
  async locate(): Promise<void> {
    this.#looking?.abort();
    const looking = new AbortController();
    this.#looking = looking;
    try {
      const workspaceFolders = vscode.workspace.workspaceFolders ?? [];
      const found = await Promise.all(workspaceFolders.map(folder => this.#foldersIn(folder, looking.signal)));
      if (looking.signal.aborted || this.disposed) return;
      const all = unique(found.flat());
      const changed = !this.#located || all.map(f => f.key).join('\n') !== this.#all.map(f => f.key).join('\n');
      this.#located = true;
      if (!changed) return;
      this.#all = all;
      this.#log.info(all.length ? `Folders of articles: ${all.map(f => f.key).join(', ')}` : 'No folder of articles.');
      this.#changed.fire();
    } catch (error) {
      if (!isCancellation(error)) throw error;
    }
  }

  async #foldersIn(workspaceFolder: vscode.WorkspaceFolder, signal: AbortSignal): Promise<ArticleFolder[]> {
    const root = workspaceFolder.uri;
    const named = vscode.workspace.getConfiguration(CONFIGURATION, root).get<readonly string[]>(SETTINGS.folders, []);
    const { files, cut, unreadable } = await filesBelow(root, signal);
    if (cut) this.#log.warn(`${root.toString()}: too many folders; those deepest down were not looked into.`);
    for (const { path, error } of unreadable) this.#log.warn(`${path || root.toString()} cannot be listed: ${error}`);
    const paths = new Set([
      ...named.filter(path => typeof path === 'string').map(tidy),
      ...files.filter(({ kind }) => kind === 'sources').map(({ path }) => folderOf(path)),
    ]);
    for (const { path, kind } of files) {
      if (kind === 'article' || kind === 'sources') continue;
      const folder = folderOf(path);
      if (![...paths].some(other => other === folder || other === '' || folder.startsWith(`${other}/`)))
        paths.add(folder);
    }
    return [...paths].sort().map(path => {
      const uri = path ? vscode.Uri.joinPath(root, path) : root;
      return { uri, key: uri.toString(), name: path ? (path.split('/').at(-1) ?? path) : workspaceFolder.name };
    });
  }

  #watch(): void {
    this.#unwatch();
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      const marks = vscode.workspace.createFileSystemWatcher(
        new vscode.RelativePattern(folder, `**/{${SOURCES_NAME},*${SIDECAR_ENDING}}`),
        false,
        true,
        false,
      );
      // A deleted folder is told as one event, without the files that were in it.
      const gone = vscode.workspace.createFileSystemWatcher(
        new vscode.RelativePattern(folder, '**'),
        true,
        true,
        false,
      );
      this.#watchers.push(
        marks,
        gone,
        new NewFolders(folder.uri, files => {
          if (files.some(({ kind }) => kind !== 'article')) this.#again.ask();
        }),
        marks.onDidCreate(() => this.#again.ask()),
        gone.onDidDelete(uri => {
          const concerned = uri.path.endsWith(SIDECAR_ENDING) || uri.path.endsWith(`/${SOURCES_NAME}`);
          if (concerned || this.#all.some(f => f.key === uri.toString() || relativeTo(uri, f.uri))) this.#again.ask();
        }),
      );
    }
  }

  #unwatch(): void {
    for (const watcher of this.#watchers.splice(0)) watcher.dispose();
  }
}

/** `./a/b/` → `a/b`; `.` → ``. */
function tidy(path: string): string {
  return path
    .split(/[/\\]+/)
    .filter(part => part && part !== '.')
    .join('/');
}

/** The path of a file below a folder, or `undefined` when it does not lie there. */
export function relativeTo(folder: vscode.Uri, uri: vscode.Uri): string | undefined {
  if (uri.scheme !== folder.scheme || uri.authority !== folder.authority) return undefined;
  const base = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return uri.path.startsWith(base) && uri.path.length > base.length ? uri.path.slice(base.length) : undefined;
}

function unique(folders: readonly ArticleFolder[]): ArticleFolder[] {
  return folders.filter((folder, i) => folders.findIndex(({ key }) => key === folder.key) === i);
}
