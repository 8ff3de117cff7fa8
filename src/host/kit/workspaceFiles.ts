import * as vscode from 'vscode';
import { type FileEntry, FileError, type FileSystem } from '../../review/base/files.ts';
import { messageOf } from './messages.ts';

/** The review room's files over `workspace.fs`, so that sidecars are written wherever VS Code can write. */
export class WorkspaceFiles implements FileSystem {
  readonly #root: vscode.Uri;

  constructor(root: vscode.Uri) {
    this.#root = root;
  }

  uri(path: string): vscode.Uri {
    return path ? vscode.Uri.joinPath(this.#root, path) : this.#root;
  }

  async read(path: string): Promise<Uint8Array> {
    return told(() => vscode.workspace.fs.readFile(this.uri(path)));
  }

  async write(path: string, bytes: Uint8Array): Promise<void> {
    await told(() => vscode.workspace.fs.writeFile(this.uri(path), bytes));
  }

  /** `workspace.fs` has no exclusive creation; between looking and writing another program may slip in, which the lock's owner then sees. */
  async create(path: string, bytes: Uint8Array): Promise<boolean> {
    if ((await this.modified(path)) !== undefined) return false;
    await this.write(path, bytes);
    return true;
  }

  async rename(from: string, to: string): Promise<void> {
    await told(() => vscode.workspace.fs.rename(this.uri(from), this.uri(to), { overwrite: true }));
  }

  async delete(path: string): Promise<void> {
    try {
      await told(() => vscode.workspace.fs.delete(this.uri(path), { useTrash: false }));
    } catch (error) {
      if (!(error instanceof FileError && error.code === 'not-found')) throw error;
    }
  }

  async modified(path: string): Promise<number | undefined> {
    try {
      return (await told(() => vscode.workspace.fs.stat(this.uri(path)))).mtime;
    } catch (error) {
      if (error instanceof FileError && error.code === 'not-found') return undefined;
      throw error;
    }
  }

  async list(path: string): Promise<readonly FileEntry[]> {
    const entries = await told(() => vscode.workspace.fs.readDirectory(this.uri(path)));
    return entries.flatMap(([name, type]): FileEntry[] => {
      const below = path ? `${path}/${name}` : name;
      if (type === vscode.FileType.Directory) return [{ path: below, kind: 'folder' }];
      return type & vscode.FileType.File ? [{ path: below, kind: 'file' }] : [];
    });
  }
}

/** VS Code's errors in the review room's words. */
async function told<T>(work: () => Thenable<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const message = messageOf(error);
    if (!(error instanceof vscode.FileSystemError)) {
      if (/EROFS|EACCES|EPERM|read-?only/i.test(message)) throw new FileError('read-only', message);
      throw error;
    }
    switch (error.code) {
      case 'FileNotFound':
        throw new FileError('not-found', message);
      case 'FileExists':
        throw new FileError('exists', message);
      case 'NoPermissions':
        throw new FileError('read-only', message);
      case 'Unavailable':
        throw new FileError('busy', message);
      default:
        if (/EROFS|EACCES|EPERM|read-?only/i.test(message)) throw new FileError('read-only', message);
        if (/EBUSY|ETXTBSY/.test(message)) throw new FileError('busy', message);
        throw error;
    }
  }
}
