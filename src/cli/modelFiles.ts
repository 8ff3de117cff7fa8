/** Writes a model's file beside `sources.yaml`: whole, at once, and no other file. */
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { NodeFiles } from '../platform/node/files.ts';
import type { CheckedFact } from '../reader/facts.ts';
import { isFresh, type ModelFile, modelFileText, readModelFile, withoutStory, withStory } from '../reader/modelFile.ts';
import type { NumberedStory } from '../reader/numbering.ts';
import { factRecords, readingRecord } from '../reader/record.ts';
import { classify, folderSidecarPath } from '../review/base/paths.ts';
import { slugOf } from '../review/base/slug.ts';
import { decodeUtf8, encodeUtf8 } from '../review/base/utf8.ts';
import { withLock } from '../review/store/lock.ts';
import { readIfThere, replaceFile, tidyUp } from '../review/store/replace.ts';
import { timeOfRun } from './time.ts';

const waiting = {
  now: Date.now,
  random: () => randomInt(2 ** 40) / 2 ** 40,
  wait: (milliseconds: number) => new Promise<void>(resolve => setTimeout(resolve, milliseconds)),
};
const MOST_ATTEMPTS = 5;

/** One model's file of a folder. */
export class ModelFiles {
  /** As it is told to people. */
  readonly path: string;
  readonly #files: NodeFiles;
  readonly #name: string;
  readonly #model: string;
  #now: ModelFile;

  private constructor(folder: string, name: string, model: string, now: ModelFile) {
    this.path = join(folder, name);
    this.#files = new NodeFiles(folder);
    this.#name = name;
    this.#model = model;
    this.#now = now;
  }

  /** @throws in the reader's words when the model's name makes no file, or the file is somebody else's */
  static async open(folder: string, model: string): Promise<ModelFiles> {
    const slug = slugOf(model);
    if (!slug) throw new Error(`"${model}" holds no letter or digit to name a file by.`);
    const name = folderSidecarPath('', slug);
    const bytes = await readIfThere(new NodeFiles(folder), name);
    return new ModelFiles(folder, name, model, read(name, bytes));
  }

  /** Whether a story was read as it stands now. */
  isFresh(story: NumberedStory): boolean {
    return isFresh(this.#now, story);
  }

  /** Puts what a model said of a story in the place of what it said before. */
  async put(story: NumberedStory, facts: readonly CheckedFact[]): Promise<void> {
    await withLock(this.#files, this.#name, waiting, async () => {
      const replacing = { files: this.#files, waiting, log: () => {} };
      await tidyUp(replacing, this.#name);
      for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
        const base = await readIfThere(this.#files, this.#name);
        const others = withoutStory(read(this.#name, base), story);
        const taken = new Set(others.facts.map(({ id }) => id));
        const records = factRecords(facts, story, taken);
        const now = withStory({ ...others, reviewer: this.#model }, readingRecord(story, timeOfRun()), records);
        const replaced = await replaceFile(replacing, this.#name, base, encodeUtf8(modelFileText(now)));
        if (!replaced.done) continue;
        this.#now = now;
        return;
      }
      throw new Error(`${this.path} changes faster than it can be written.`);
    });
  }
}

function read(name: string, bytes: Uint8Array | undefined): ModelFile {
  const text = bytes ? decodeUtf8(bytes) : '';
  const file = text === undefined ? `${name} is not UTF-8.` : readModelFile(classify(name), text);
  if (typeof file === 'string') throw new Error(file);
  return file;
}
