import { type FileEntry, FileError, type FileErrorCode, type FileSystem } from '../../../../src/review/base/files.ts';
import { decodeUtf8Loosely, encodeUtf8 } from '../../../../src/review/base/utf8.ts';
import type { Waiting } from '../../../../src/review/store/lock.ts';

export type Operation = 'read' | 'write' | 'create' | 'rename' | 'delete';

/** A folder in memory. `before` is called ahead of every operation and may throw or change things, as another program would. */
export class MemoryFiles implements FileSystem {
  readonly contents = new Map<string, Uint8Array>();
  readonly log: string[] = [];
  before: (operation: Operation, path: string) => void = () => {};
  #time = 0;
  readonly #modified = new Map<string, number>();

  constructor(files: Readonly<Record<string, string>> = {}) {
    for (const [path, text] of Object.entries(files)) this.contents.set(path, encodeUtf8(text));
  }

  text(path: string): string | undefined {
    const bytes = this.contents.get(path);
    return bytes && decodeUtf8Loosely(bytes);
  }

  put(path: string, text: string): void {
    this.contents.set(path, encodeUtf8(text));
  }

  #do(operation: Operation, path: string): void {
    this.log.push(`${operation} ${path}`);
    this.before(operation, path);
  }

  async read(path: string): Promise<Uint8Array> {
    this.#do('read', path);
    const bytes = this.contents.get(path);
    if (!bytes) throw new FileError('not-found', path);
    return bytes;
  }

  async write(path: string, bytes: Uint8Array): Promise<void> {
    this.#do('write', path);
    this.contents.set(path, bytes);
    this.#modified.set(path, ++this.#time);
  }

  async create(path: string, bytes: Uint8Array): Promise<boolean> {
    this.#do('create', path);
    if (this.contents.has(path)) return false;
    this.contents.set(path, bytes);
    return true;
  }

  async rename(from: string, to: string): Promise<void> {
    this.#do('rename', to);
    const bytes = this.contents.get(from);
    if (!bytes) throw new FileError('not-found', from);
    this.contents.delete(from);
    this.contents.set(to, bytes);
  }

  async delete(path: string): Promise<void> {
    this.#do('delete', path);
    this.contents.delete(path);
  }

  async modified(path: string): Promise<number | undefined> {
    return this.contents.has(path) ? (this.#modified.get(path) ?? 0) : undefined;
  }

  async list(path: string): Promise<readonly FileEntry[]> {
    const prefix = path ? `${path}/` : '';
    const found = new Map<string, FileEntry>();
    for (const key of this.contents.keys()) {
      if (!key.startsWith(prefix)) continue;
      const [name = '', ...deeper] = key.slice(prefix.length).split('/');
      found.set(name, { path: prefix + name, kind: deeper.length > 0 ? 'folder' : 'file' });
    }
    return [...found.values()];
  }
}

/** Throws a file error the first `times` times that `operation` meets a path with this ending. */
export function failing(
  files: MemoryFiles,
  operation: Operation,
  ending: string,
  code: FileErrorCode,
  times = 1,
): void {
  let left = times;
  files.before = (what, path) => {
    if (what !== operation || !path.endsWith(ending) || left === 0) return;
    left--;
    throw new FileError(code, path);
  };
}

/** Time that passes only while one waits, and chance from a counter. */
export function quickWaiting(): Waiting {
  let time = 1_700_000_000_000;
  let count = 0;
  return {
    now: () => time,
    random: () => (count++ % 97) / 97,
    wait: ms => {
      time += ms;
      return new Promise(resolve => setImmediate(resolve));
    },
  };
}

/** A valid id that ends in a number. */
export function idOf(n: number): string {
  return `01JD5Z8Q4Y3K6T0B7N9M${String(n).padStart(6, '0')}`;
}
