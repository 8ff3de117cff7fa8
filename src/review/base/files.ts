/**
 * The files of one folder of articles, as the review room sees them. The host makes one over `workspace.fs`, the command line
 * one over Node; tests one over a map. Paths are relative to the folder, with `/`, never absolute and never with `..`.
 */

/** What kind of thing went wrong, where the port can tell; everything else is thrown as it comes. */
export type FileErrorCode = 'not-found' | 'exists' | 'busy' | 'read-only' | 'no-rename';

/** Thrown by a `FileSystem` for what its callers act upon. */
export class FileError extends Error {
  readonly code: FileErrorCode;

  /** By its name: the extension is bundled in parts, and each has this class for itself. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'FileError' && 'code' in value;
  }

  constructor(code: FileErrorCode, message: string) {
    super(message);
    this.name = 'FileError';
    this.code = code;
  }
}

export interface FileEntry {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  readonly kind: 'file' | 'folder';
}

export interface FileSystem {
  /** The bytes of a file. Throws `FileError('not-found')`. */
  read(path: string): Promise<Uint8Array>;
  /** Creates or overwrites. Throws `FileError('read-only' | 'busy')`. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /**
   * Creates a file that is not there yet, and says whether it did: in one step where the file system can, so that of two
   * processes only one succeeds.
   */
  create(path: string, bytes: Uint8Array): Promise<boolean>;
  /** Puts `from` in the place of `to`, whole and at once. Throws `FileError('no-rename')` where the file system cannot. */
  rename(from: string, to: string): Promise<void>;
  /** Removes a file; one that is not there is no error. */
  delete(path: string): Promise<void>;
  /** Milliseconds since 1970 of the last change; `undefined` where there is no such file. */
  modified(path: string): Promise<number | undefined>;
  /** What lies directly in a folder (`''` is the folder itself), in any order. */
  list(path: string): Promise<readonly FileEntry[]>;
  /**
   * Gives the file a second name that shares its content (a hard link), so that what another program writes into it at the last moment
   * is not lost. Left out where there is no such thing.
   */
  link?(path: string, to: string): Promise<void>;
  /** What this process writes into a lock, so that another can ask `alive` of it; left out where that cannot be told. */
  readonly owner?: string;
  /** Whether the process that wrote `owner` into a lock still runs; true when in doubt (another machine). */
  alive?(owner: string): boolean;
}
