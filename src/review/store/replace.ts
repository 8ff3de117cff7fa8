/**
 * Puts new bytes in the place of a file, whole or not at all, and only if it still holds what the new bytes were made from. Goal: never a
 * half file whatever is killed when, and no other program's save lost. Method: a temporary file beside it, renamed over it. Just before, the
 * old file gets a second name where the file system has such a thing: what another program wrote in the last instant is then still
 * there to be read. Without rename, a complete copy lies beside the file until the file itself was read back.
 */
import { FileError, type FileSystem } from '../base/files.ts';
import { folderOf, nameOf } from '../base/paths.ts';
import { beside, token, type Waiting } from './lock.ts';

type Replaced =
  | { readonly done: true }
  /** The file holds something else than `base`: make it again from what stands there. */
  | { readonly done: false }
  /** It was put there, over a save that another program made in the same instant: those are its bytes, to be worked in. */
  | { readonly done: true; readonly overtook: Uint8Array };

export interface Replacing {
  readonly files: FileSystem;
  readonly waiting: Waiting;
  readonly log: (message: string) => void;
}

export function sameBytes(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** The bytes, or `undefined` where there is no such file. */
export async function readIfThere(files: FileSystem, path: string): Promise<Uint8Array | undefined> {
  try {
    return await files.read(path);
  } catch (error) {
    if (error instanceof FileError && error.code === 'not-found') return undefined;
    throw error;
  }
}

/** Tries again while the file is busy; renaming over a file that a virus scanner holds is refused as if it were read-only. */
async function patiently<T>({ waiting }: Replacing, work: () => Promise<T>, retryReadOnly = false): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const again =
        error instanceof FileError && (error.code === 'busy' || (retryReadOnly && error.code === 'read-only'));
      if (!again || attempt >= (error.code === 'busy' ? 9 : 4)) throw error;
      await waiting.wait(10 * 2 ** Math.min(attempt, 6));
    }
  }
}

/** So often is looked whether an emptied file is filled: three seconds in all, for a machine may be busy. */
const MOST_LOOKS = 60;

/** Reads until two readings agree and hold something: another program may be in the middle of writing. */
async function readQuiet({ files, waiting }: Replacing, path: string): Promise<Uint8Array | undefined> {
  let last = await readIfThere(files, path);
  for (let i = 0; i < MOST_LOOKS; i++) {
    await waiting.wait(Math.min(15 + i * 3, 75));
    const next = await readIfThere(files, path);
    if (sameBytes(last, next) && next?.length !== 0) return next;
    last = next;
  }
  return last;
}

/** How long after a file's last change another program may still be writing it. */
const STILL_WRITING = 50;

/**
 * Reads a file to make new bytes from. One that changed this very instant, and not by our own hand (`own`, what was put there last), is read
 * until it holds still: an editor empties a file before it fills it.
 */
export async function readBase(
  replacing: Replacing,
  path: string,
  own: Uint8Array | undefined,
): Promise<Uint8Array | undefined> {
  const bytes = await patiently(replacing, () => readIfThere(replacing.files, path));
  if (bytes === undefined || (own && sameBytes(bytes, own))) return bytes;
  const modified = await replacing.files.modified(path);
  const quiet = modified === undefined || Math.abs(replacing.waiting.now() - modified) > STILL_WRITING;
  return quiet && bytes.length > 0 ? bytes : readQuiet(replacing, path);
}

/** Replaces `path` by `bytes` if it holds `base` still; `undefined` stands for no file. */
export async function replaceFile(
  replacing: Replacing,
  path: string,
  base: Uint8Array | undefined,
  bytes: Uint8Array,
): Promise<Replaced> {
  const { files, waiting } = replacing;
  const temporary = beside(path, `${token(waiting)}.tmp`);
  const old = beside(path, `${token(waiting)}.old`);
  await patiently(replacing, () => files.write(temporary, bytes));
  try {
    const linked = base !== undefined && (await linkTo(files, path, old));
    const current = linked ? await readIfThere(files, old) : await patiently(replacing, () => readIfThere(files, path));
    if (!sameBytes(current, base)) {
      if (linked) await files.delete(old);
      return { done: false };
    }
    await patiently(replacing, () => files.rename(temporary, path), true);
    if (!linked) return { done: true };
    const left = await readIfThere(files, old);
    const quiet = sameBytes(left, base) ? left : await readQuiet(replacing, old);
    await files.delete(old);
    // Emptied and never filled: whoever did that came to no end.
    const nothing = quiet === undefined || quiet.length === 0 || sameBytes(quiet, base);
    return nothing ? { done: true } : { done: true, overtook: quiet };
  } catch (error) {
    if (error instanceof FileError && error.code === 'no-rename') {
      await replaceInPlace(replacing, path, bytes);
      return { done: true };
    }
    throw error;
  } finally {
    await files.delete(temporary);
  }
}

async function linkTo(files: FileSystem, path: string, to: string): Promise<boolean> {
  if (!files.link) return false;
  try {
    await files.link(path, to);
    return true;
  } catch {
    return false; // No such thing on this drive, or no such file: the comparison alone has to do.
  }
}

/** Where nothing can be renamed. The copy's name tells its length, so that a half copy is known from a whole one. */
async function replaceInPlace(replacing: Replacing, path: string, bytes: Uint8Array): Promise<void> {
  const { files, log } = replacing;
  const copy = beside(path, `${bytes.length}.copy`);
  log(`${path}: this file system cannot rename; a copy is kept until the file is verified.`);
  await patiently(replacing, () => files.write(copy, bytes));
  for (let attempt = 0; attempt < 3; attempt++) {
    await patiently(replacing, () => files.write(path, bytes));
    if (sameBytes(await readIfThere(files, path), bytes)) {
      await files.delete(copy);
      return;
    }
  }
  throw new FileError('busy', `${path} does not hold what was written to it. A whole copy lies in ${copy}.`);
}

/**
 * Clears away what a killed writer left of a file: temporary files go; a whole copy whose original was cut short is put in its place. Call
 * it while holding the lock.
 */
export async function tidyUp({ files, log }: Replacing, path: string): Promise<void> {
  const prefix = `.${nameOf(path)}.`;
  for (const entry of await files.list(folderOf(path))) {
    const name = nameOf(entry.path);
    if (entry.kind !== 'file' || !name.startsWith(prefix)) continue;
    const rest = name.slice(prefix.length);
    const copy = /^(\d+)\.copy$/.exec(rest);
    if (copy) {
      await restore(files, path, entry.path, Number(copy[1]), log);
      await files.delete(entry.path);
    } else if (/^[0-9a-z]+\.(?:tmp|old|lock)$/.test(rest)) await files.delete(entry.path);
  }
}

async function restore(
  files: FileSystem,
  path: string,
  copyPath: string,
  length: number,
  log: (message: string) => void,
): Promise<void> {
  const copy = await readIfThere(files, copyPath);
  const current = await readIfThere(files, path);
  const half =
    current === undefined ||
    (copy !== undefined && current.length < copy.length && current.every((byte, i) => byte === copy[i]));
  if (copy?.length !== length || !half) return;
  await files.write(path, copy);
  log(`${path} was cut short when it was last written; it is whole again.`);
}
