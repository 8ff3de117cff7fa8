import { constants, readFileSync } from 'node:fs';
import { access, link, mkdir, readdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import { type FileEntry, FileError, type FileErrorCode, type FileSystem } from '../../review/base/files.ts';

const CODES: Readonly<Record<string, FileErrorCode>> = {
  ENOENT: 'not-found',
  EEXIST: 'exists',
  EBUSY: 'busy',
  EAGAIN: 'busy',
  ETXTBSY: 'busy',
  EACCES: 'read-only',
  EPERM: 'read-only',
  EROFS: 'read-only',
  EXDEV: 'no-rename',
};

/** The files below one folder on disk. Symbolic links that lead out of it are not followed, so that none can make a circle. */
export class NodeFiles implements FileSystem {
  readonly #root: string;

  constructor(folder: string) {
    this.#root = resolve(folder);
  }

  /** Reads in one go: of thousands of small files the thread pool's four round trips each cost more than the reading. */
  read(path: string): Promise<Uint8Array> {
    return coded(path, async () => readFileSync(this.#at(path)));
  }

  write(path: string, bytes: Uint8Array): Promise<void> {
    return coded(path, () => writeFile(this.#at(path), bytes));
  }

  async create(path: string, bytes: Uint8Array): Promise<boolean> {
    try {
      await coded(path, () => writeFile(this.#at(path), bytes, { flag: 'wx' }));
      return true;
    } catch (error) {
      if (error instanceof FileError && error.code === 'exists') return false;
      throw error;
    }
  }

  rename(from: string, to: string): Promise<void> {
    return coded(to, async () => {
      await mkdir(dirname(this.#at(to)), { recursive: true });
      await rename(this.#at(from), this.#at(to));
    });
  }

  delete(path: string): Promise<void> {
    return coded(path, () => rm(this.#at(path), { force: true }));
  }

  async modified(path: string): Promise<number | undefined> {
    try {
      return (await stat(this.#at(path))).mtimeMs;
    } catch {
      return undefined;
    }
  }

  async list(path: string): Promise<readonly FileEntry[]> {
    const entries = await coded(path, () => readdir(this.#at(path), { withFileTypes: true }));
    const listed = await Promise.all(
      entries.map(async (entry): Promise<FileEntry | undefined> => {
        const inner = path === '' ? entry.name : `${path}/${entry.name}`;
        if (entry.isDirectory()) return { path: inner, kind: 'folder' };
        if (entry.isFile()) return { path: inner, kind: 'file' };
        return entry.isSymbolicLink() && (await this.#isFileInside(inner)) ? { path: inner, kind: 'file' } : undefined;
      }),
    );
    return listed.filter(entry => entry !== undefined);
  }

  link(path: string, to: string): Promise<void> {
    return coded(to, () => link(this.#at(path), this.#at(to)));
  }

  /** Whether a folder or file can be written to. */
  async writable(path: string): Promise<boolean> {
    try {
      await access(this.#at(path), constants.W_OK);
      return true;
    } catch {
      return false;
    }
  }

  /** The process and its machine: a folder may be shared. */
  readonly owner = `${process.pid}@${hostname()}`;

  alive(owner: string): boolean {
    const [id, machine] = owner.split('@');
    if (machine !== hostname()) return true;
    try {
      process.kill(Number(id), 0);
      return true;
    } catch (error) {
      return error instanceof Error && 'code' in error && error.code === 'EPERM';
    }
  }

  #at(path: string): string {
    const full = join(this.#root, path);
    if (full !== this.#root && !full.startsWith(this.#root + sep))
      throw new FileError('not-found', `${path} lies outside the folder.`);
    return full;
  }

  async #isFileInside(path: string): Promise<boolean> {
    try {
      const [target, root] = await Promise.all([realpath(this.#at(path)), realpath(this.#root)]);
      return target.startsWith(root + sep) && (await stat(target)).isFile();
    } catch {
      return false; // dangling, or a circle
    }
  }
}

/** Runs a file operation; what its callers act upon is thrown as a `FileError`. */
async function coded<T>(path: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? CODES[String(error.code)] : undefined;
    if (code) throw new FileError(code, `${path}: ${(error as Error).message}`);
    throw error;
  }
}
