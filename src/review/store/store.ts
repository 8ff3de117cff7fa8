/**
 * Writes one reviewer's files, and no others. Every file has a queue: what is asked for while a write is under way goes into the next one.
 * A write is made from what stands in the file, under a lock, put there in one piece, and made again when the file changed
 * meanwhile. A while later it is looked at once more: an editor that saved an older version over it in that instant takes nothing away.
 */

import { FileError, type FileSystem } from '../base/files.ts';
import { articleSidecarPath, classify, folderSidecarPath } from '../base/paths.ts';
import { type Phrase, phrase, spokenAll } from '../base/phrase.ts';
import { slugOf } from '../base/slug.ts';
import { decodeUtf8, encodeUtf8 } from '../base/utf8.ts';
import { type Edit, editSidecar, identityOf, sameValue } from '../format/edit.ts';
import { mergeTexts } from '../format/merge.ts';
import type { Section, SectionRecords } from '../format/schema.ts';
import { type Filed, readSidecar } from '../format/sidecar.ts';
import { besideWhich, type Waiting, withLock } from './lock.ts';
import { type Replacing, readBase, readIfThere, replaceFile, sameBytes, tidyUp } from './replace.ts';

/** A write that cannot be made; `message` says why in English, and `phrases` are its sentences. */
export class StoreError extends Error {
  readonly code: 'refused' | 'read-only' | 'failed';
  readonly phrases: readonly Phrase[];

  constructor(code: StoreError['code'], ...phrases: readonly Phrase[]) {
    super(spokenAll(phrases));
    this.name = 'StoreError';
    this.code = code;
    this.phrases = phrases;
  }
}

export interface StoreOptions extends Waiting {
  readonly files: FileSystem;
  /** The reviewer's name; its slug says which files are theirs. */
  readonly reviewer: string;
  readonly log: (message: string) => void;
  /**
   * Makes a change in an open editor, so that it can be undone there. Calls `change` with the editor's text and puts the outcome in its place;
   * `false` when the file is not open. Left out on the command line.
   */
  readonly inEditor?: (path: string, change: (text: string) => string) => Promise<boolean>;
}

interface Asked {
  readonly edits: readonly Edit[];
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/** What was written lately: an edit, and the record as it was before. */
interface Recent {
  readonly edit: Edit;
  readonly before: unknown;
}

/** How long after a write it is looked at again. */
const SECOND_LOOK = 60;
const MOST_ATTEMPTS = 40;

/** Writes one reviewer's edits into their files, one after another a file, and looks afterwards whether they are still there. */
export class ReviewStore {
  readonly #options: StoreOptions;
  readonly #replacing: Replacing;
  readonly #queues = new Map<string, Asked[]>();
  readonly #running = new Map<string, Promise<void>>();
  readonly #looks = new Map<string, Promise<void>>();
  readonly #recent = new Map<string, Recent[]>();
  readonly #tidied = new Set<string>();
  /** What was put into each file last. */
  readonly #put = new Map<string, Uint8Array>();
  readonly slug: string;

  constructor(options: StoreOptions) {
    this.#options = options;
    this.#replacing = { files: options.files, waiting: options, log: options.log };
    this.slug = slugOf(options.reviewer);
    if (!this.slug)
      throw new StoreError('refused', phrase('"{0}" holds no letter or digit to name a file by.', options.reviewer));
  }

  /** Which file a section's records go to: beside the article for annotations; else in `place`, a folder (`''` for the folder itself). */
  pathFor(section: Section, place: string): string {
    return section === 'annotations' ? articleSidecarPath(place, this.slug) : folderSidecarPath(place, this.slug);
  }

  /** Adds a record or changes the one of its id. Resolves when it is on disk; throws `StoreError`. */
  put<S extends Section>(section: S, place: string, record: SectionRecords[S]): Promise<void> {
    return this.edit(this.pathFor(section, place), [{ do: 'put', section, record } as Edit]);
  }

  /** Takes a record out. */
  remove(section: Section, place: string, id: string): Promise<void> {
    return this.edit(this.pathFor(section, place), [{ do: 'remove', section, id }]);
  }

  /** Several edits of one file, in one write. */
  edit(path: string, edits: readonly Edit[]): Promise<void> {
    if (!this.#isMine(path))
      return Promise.reject(
        new StoreError('refused', phrase("{0} is not a file of {1}'s.", path, this.#options.reviewer)),
      );
    return new Promise((done, failed) => {
      const queue = this.#queues.get(path) ?? [];
      queue.push({ edits, done, failed });
      this.#queues.set(path, queue);
      if (!this.#running.has(path)) this.#running.set(path, this.#run(path));
    });
  }

  #isMine(path: string): boolean {
    const file = classify(path);
    return (file.kind === 'article-sidecar' || file.kind === 'folder-sidecar') && slugOf(file.slug) === this.slug;
  }

  /** Resolves when everything asked for is on disk and was looked at again. To be awaited before VS Code closes. */
  async flush(): Promise<void> {
    while (this.#running.size > 0 || this.#looks.size > 0)
      await Promise.all([...this.#running.values(), ...this.#looks.values()]);
  }

  /**
   * Mends what a killed writer left of the reviewer's files in these folders; to be called once when they are opened. Each is listed once, and
   * only files that something was left of are locked. Gives those, mended.
   */
  async recoverIn(folders: readonly string[]): Promise<readonly string[]> {
    const left = new Set<string>();
    for (const folder of folders)
      for (const { path, kind } of await this.#options.files.list(folder)) {
        const owner = kind === 'file' ? besideWhich(path) : undefined;
        if (owner !== undefined && this.#isMine(owner)) left.add(owner);
      }
    await this.recover([...left]);
    return [...left];
  }

  /** Mends what a killed writer left of these files. */
  async recover(paths: readonly string[]): Promise<void> {
    for (const path of paths) {
      this.#tidied.add(path);
      await withLock(this.#options.files, path, this.#options, () => tidyUp(this.#replacing, path));
    }
  }

  async #run(path: string): Promise<void> {
    for (;;) {
      const asked = this.#queues.get(path) ?? [];
      this.#queues.delete(path);
      if (asked.length === 0) break;
      await this.#writeAll(path, asked);
    }
    this.#running.delete(path);
  }

  /** All of them in one write; when that is refused each by itself, so that one bad edit takes no other with it. */
  async #writeAll(path: string, asked: readonly Asked[]): Promise<void> {
    try {
      await this.#write(
        path,
        asked.flatMap(a => a.edits),
      );
      for (const { done } of asked) done();
    } catch (error) {
      if (asked.length === 1 || !(error instanceof StoreError && error.code === 'refused')) {
        for (const { failed } of asked) failed(error);
        return;
      }
      for (const one of asked) await this.#writeAll(path, [one]);
    }
  }

  #change(path: string, edits: readonly Edit[]): (text: string | undefined) => string {
    return text => {
      const result = editSidecar(text, this.#options.reviewer, edits);
      if (!result.ok) throw new StoreError('refused', phrase('{0} was not changed.', path), result.reason);
      return result.text;
    };
  }

  async #write(path: string, edits: readonly Edit[]): Promise<void> {
    const change = this.#change(path, edits);
    try {
      if (await this.#options.inEditor?.(path, change)) return;
      await withLock(this.#options.files, path, this.#options, async stolen => {
        if (stolen || !this.#tidied.has(path))
          await tidyUp(this.#replacing, path).catch(error => this.#options.log(String(error)));
        this.#tidied.add(path);
        await this.#writeLocked(path, edits, change);
      });
    } catch (error) {
      if (error instanceof StoreError) throw error;
      if (error instanceof FileError && error.code === 'read-only')
        throw new StoreError('read-only', phrase('{0} cannot be written to.', path));
      const reason = error instanceof Error ? error.message : String(error);
      throw new StoreError('failed', phrase('{0} was not written: {1}', path, reason));
    }
    this.#lookAgain(path);
  }

  async #writeLocked(
    path: string,
    edits: readonly Edit[],
    change: (text: string | undefined) => string,
  ): Promise<void> {
    // Another program's save that was written over in the same instant, and has to be worked in.
    let overtaken: string | undefined;
    let crowded = false;
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const base = await readBase(this.#replacing, path, this.#put.get(path));
      const standing = textOf(path, base);
      // It knows all that we had before, unless still more was saved meanwhile.
      const alone = !crowded && sameBytes(base, this.#put.get(path));
      const text = overtaken === undefined || alone ? (overtaken ?? standing) : together(overtaken, standing);
      const made = change(text);
      if (overtaken === undefined) {
        this.#remember(path, edits, text);
        if (made === (text ?? '')) return;
      }
      const bytes = encodeUtf8(made);
      const replaced = await replaceFile(this.#replacing, path, base, bytes);
      if (!replaced.done) {
        crowded = true;
        continue;
      }
      this.#put.set(path, bytes);
      if (!('overtook' in replaced)) return;
      crowded = overtaken !== undefined;
      overtaken = textOf(path, replaced.overtook);
    }
    throw new StoreError('failed', phrase('{0} changes faster than it can be written.', path));
  }

  #remember(path: string, edits: readonly Edit[], text: string | undefined): void {
    const records = recordsOf(path, text);
    const recent = edits.map(edit => ({ edit, before: records.get(keyOf(edit))?.record }));
    const kept = (this.#recent.get(path) ?? []).filter(old => !recent.some(r => keyOf(r.edit) === keyOf(old.edit)));
    this.#recent.set(path, [...kept, ...recent]);
  }

  #lookAgain(path: string): void {
    if (this.#looks.has(path)) return;
    const look = this.#options.wait(SECOND_LOOK).then(async () => {
      this.#looks.delete(path);
      // A write under way looks again when it is done: what it is about to change is no sign of anything now.
      if (this.#running.has(path)) return;
      const bytes = await readIfThere(this.#options.files, path);
      if (this.#running.has(path)) return;
      const recent = this.#recent.get(path) ?? [];
      this.#recent.delete(path);
      const text = bytes && decodeUtf8(bytes);
      if (text === undefined) return;
      const records = recordsOf(path, text);
      const undone = recent.filter(({ edit, before }) => wasUndone(edit, before, records.get(keyOf(edit))?.record));
      if (undone.length === 0) return;
      this.#options.log(`${path}: another program saved an older version over it; what was new is put in again.`);
      await this.edit(
        path,
        undone.map(({ edit }) => edit),
      );
    });
    this.#looks.set(
      path,
      look.catch(error => this.#options.log(`${path}: ${String(error)}`)),
    );
  }
}

function keyOf(edit: Edit): string {
  return `${edit.section}/${'id' in edit ? edit.id : (identityOf(edit.section, edit.record) ?? '')}`;
}

/** Whether the file is as if an edit had never been. */
function wasUndone(edit: Edit, before: unknown, now: unknown): boolean {
  if (edit.do === 'remove') return now !== undefined && sameValue(now, before);
  if (edit.do === 'fill' || edit.do === 'rename' || identityOf(edit.section, edit.record) === undefined) return false;
  return now === undefined || (before !== undefined && sameValue(now, before) && !sameValue(now, edit.record));
}

/** Two saves, neither of which knew the other. */
function together(overtaken: string, standing: string | undefined): string {
  if (standing === undefined) return overtaken;
  return mergeTexts(standing, overtaken, 'keep-first') ?? standing;
}

function textOf(path: string, bytes: Uint8Array | undefined): string | undefined {
  if (bytes === undefined) return undefined;
  const text = decodeUtf8(bytes);
  if (text === undefined) throw new StoreError('refused', phrase('{0} is not UTF-8.', path));
  return text;
}

function recordsOf(path: string, text: string | undefined): Map<string, Filed<unknown>> {
  const sidecar = text === undefined ? undefined : readSidecar(classify(path), text);
  const found = new Map<string, Filed<unknown>>();
  if (!sidecar) return found;
  for (const section of Object.keys(sidecar.records) as Section[])
    for (const filed of sidecar.records[section]) {
      const id = identityOf(section, filed.record);
      if (id !== undefined) found.set(`${section}/${id}`, filed);
    }
  return found;
}
