import * as vscode from 'vscode';
import type { FolderFile } from '../../review/base/paths.ts';
import { Debounce, Owner } from './disposing.ts';
import { isCancellation } from './log.ts';
import { filesBelow, isPassedOver } from './walk.ts';

/** After how many milliseconds a new folder is looked through: soon, and again, since an archive takes its time to unpack. */
const LOOKS = [300, 2_000, 8_000];

/**
 * Tells which files lie in a folder that appears below another. VS Code may never tell: of a folder that is moved here it tells the folder
 * alone, and what is written into a new one before that is watched is lost.
 */
export class NewFolders extends Owner {
  readonly #base: vscode.Uri;
  readonly #found: (files: readonly FolderFile[]) => void;
  readonly #over = new AbortController();
  readonly #looks: readonly Debounce[];
  readonly #fresh = new Set<string>();

  /** @param found is told files by their paths below `base`, and files that are known as well */
  constructor(base: vscode.Uri, found: (files: readonly FolderFile[]) => void) {
    super();
    this.#base = base;
    this.#found = found;
    this.#looks = LOOKS.map((after, i) => this.own(new Debounce(after, () => void this.#look(i === LOOKS.length - 1))));
    this.own({ dispose: () => this.#over.abort() });
    const pattern = new vscode.RelativePattern(base, '**');
    const watcher = this.own(vscode.workspace.createFileSystemWatcher(pattern, false, true, true));
    this.own(watcher.onDidCreate(uri => void this.#appeared(uri)));
  }

  async #appeared(uri: vscode.Uri): Promise<void> {
    const path = uri.path.slice(this.#base.path.length).replace(/^\//, '');
    if (path === '' || path.split('/').some(isPassedOver)) return;
    const type = await vscode.workspace.fs.stat(uri).then(
      found => found.type,
      () => vscode.FileType.Unknown, // gone again
    );
    if (type !== vscode.FileType.Directory || this.disposed) return;
    this.#fresh.add(path);
    for (const look of this.#looks) look.ask();
  }

  async #look(last: boolean): Promise<void> {
    const paths = [...this.#fresh].filter(path => ![...this.#fresh].some(other => path.startsWith(`${other}/`)));
    if (last) this.#fresh.clear();
    try {
      for (const path of paths) {
        const { files } = await filesBelow(this.#base, this.#over.signal, path);
        if (files.length) this.#found(files);
      }
    } catch (error) {
      if (!isCancellation(error)) throw error;
    }
  }
}
