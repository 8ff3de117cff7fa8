import { NodeFiles } from '../../src/platform/node/files.ts';
import type { FileEntry, FileSystem } from '../../src/review/base/files.ts';

/** Files as VS Code's `workspace.fs` has them in virtual workspaces: nothing tells who runs, no second names, and a new file is not made in one step. */
export class EditorFiles implements FileSystem {
  readonly #files: NodeFiles;

  constructor(folder: string) {
    this.#files = new NodeFiles(folder);
  }

  read = (path: string): Promise<Uint8Array> => this.#files.read(path);
  write = (path: string, bytes: Uint8Array): Promise<void> => this.#files.write(path, bytes);
  rename = (from: string, to: string): Promise<void> => this.#files.rename(from, to);
  delete = (path: string): Promise<void> => this.#files.delete(path);
  modified = (path: string): Promise<number | undefined> => this.#files.modified(path);
  list = (path: string): Promise<readonly FileEntry[]> => this.#files.list(path);

  async create(path: string, bytes: Uint8Array): Promise<boolean> {
    if ((await this.modified(path)) !== undefined) return false;
    await this.write(path, bytes);
    return true;
  }
}
