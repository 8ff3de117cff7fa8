/**
 * One writer at a time on a file, among programs that know the lock. Goal: two windows of VS Code on one folder lose nothing to each other.
 * Method: a lock file beside the file, made by whoever finds none; one whose maker is dead, or that stands unchanged for `STALE`
 * milliseconds, is taken away by renaming it, so that only one of those who see it succeeds. A person's editor knows no lock: against it
 * `replace.ts` compares what it replaces.
 */
import { FileError, type FileSystem } from '../base/files.ts';
import { folderOf, nameOf } from '../base/paths.ts';
import { decodeUtf8Loosely, encodeUtf8 } from '../base/utf8.ts';

/** No write takes as long; on a network drive one may take a second. */
const STALE = 5_000;
/** A lock without content is one whose maker was killed between making and filling it. */
const STALE_EMPTY = 400;

export interface Waiting {
  readonly now: () => number;
  readonly random: () => number;
  /** Resolves after so many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** The name of a helper file: hidden, and no `*.crosscheck.yaml`, so that nobody takes it for a sidecar. */
export function beside(path: string, ending: string): string {
  const folder = folderOf(path);
  return `${folder ? `${folder}/` : ''}.${nameOf(path)}.${ending}`;
}

/** The other way round: the file that a helper file, by its name, was made for. */
export function besideWhich(path: string): string | undefined {
  const name = /^\.(.+?)\.(?:lock|[0-9a-z]+\.(?:tmp|old|lock)|\d+\.copy)$/.exec(nameOf(path))?.[1];
  const folder = folderOf(path);
  return name && (folder ? `${folder}/${name}` : name);
}

/** A few letters that no other process has. */
export function token({ now, random }: Waiting): string {
  return now().toString(36) + Math.floor(random() * 2 ** 40).toString(36);
}

async function contentOf(files: FileSystem, path: string): Promise<string | undefined> {
  try {
    return decodeUtf8Loosely(await files.read(path));
  } catch (error) {
    if (error instanceof FileError && error.code === 'not-found') return undefined;
    throw error;
  }
}

/** Takes a dead lock away, unless somebody else was quicker and it is a living one by now. */
async function takeAway(files: FileSystem, lock: string, content: string, aside: string): Promise<void> {
  try {
    await files.rename(lock, aside);
  } catch (error) {
    if (error instanceof FileError && error.code === 'not-found') return;
    if (error instanceof FileError && error.code === 'no-rename') {
      await files.delete(lock);
      return;
    }
    throw error;
  }
  const taken = await contentOf(files, aside);
  if (taken !== undefined && taken !== content) await files.create(lock, encodeUtf8(taken));
  await files.delete(aside);
}

/** Runs `work` while holding the lock of a file. `stolen` says that whoever held it last did not come to its end. */
export async function withLock<T>(
  files: FileSystem,
  path: string,
  waiting: Waiting,
  work: (stolen: boolean) => Promise<T>,
): Promise<T> {
  const lock = beside(path, 'lock');
  const mine = `${files.owner ?? ''} ${token(waiting)}`;
  let stolen = false;
  let seen: string | undefined;
  let since = waiting.now();
  while (!(await files.create(lock, encodeUtf8(mine)))) {
    const content = await contentOf(files, lock);
    if (content === undefined) continue;
    if (content !== seen) {
      seen = content;
      since = waiting.now();
    }
    const owner = content.split(' ')[0] ?? '';
    const dead = owner !== '' && files.alive?.(owner) === false;
    if (dead || waiting.now() - since > (content === '' ? STALE_EMPTY : STALE)) {
      await takeAway(files, lock, content, beside(path, `${token(waiting)}.lock`));
      stolen = true;
      seen = undefined;
    } else await waiting.wait(2 + waiting.random() * 10);
  }
  try {
    return await work(stolen);
  } finally {
    // Whoever took the lock for dead has it now: only one's own is given back.
    if ((await contentOf(files, lock)) === mine) await files.delete(lock);
  }
}
