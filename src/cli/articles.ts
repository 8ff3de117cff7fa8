/** A folder's articles and sidecars for the command line, with warnings instead of errors. Linear in the bytes read. */
import type { ArticleInput } from '../engine/corpus.ts';
import type { FileSystem } from '../review/base/files.ts';
import { decodeUtf8 } from '../review/base/utf8.ts';
import { readSidecar, type Sidecar } from '../review/format/sidecar.ts';
import { listFolder } from '../review/union/folder.ts';
import { articleInfos } from '../review/union/sources.ts';

/** Larger files are no articles; the editor gives extensions none beyond this either. */
const LARGEST = 50 * 1024 * 1024;

/** What lies in a folder, read, and what could not be and why. */
interface ReadFolder {
  readonly articles: readonly ArticleInput[];
  readonly sidecars: readonly Sidecar[];
  /** Whole sentences, for standard error. */
  readonly warnings: readonly string[];
}

/** Reads the articles below a folder and what stands beside them. A file that cannot be read is warned of, and the rest goes on. */
export async function readArticles(files: FileSystem): Promise<ReadFolder> {
  const warnings: string[] = [];
  const texts: { path: string; text: string }[] = [];
  const sidecars: Sidecar[] = [];
  for (const file of await listFolder(files)) {
    const { path } = file;
    const bytes = await bytesOf(files, path, warnings);
    if (!bytes) continue;
    if (file.kind === 'article') {
      const text = articleText(path, bytes, warnings);
      if (text !== undefined) texts.push({ path, text });
    } else {
      const sidecar = readSidecar(file, bytes);
      if (sidecar) sidecars.push(sidecar);
    }
  }
  const infos = articleInfos(texts, sidecars);
  return { articles: texts.map(({ path, text }) => ({ path, text, info: infos.get(path) ?? {} })), sidecars, warnings };
}

async function bytesOf(files: FileSystem, path: string, warnings: string[]): Promise<Uint8Array | undefined> {
  try {
    return await files.read(path);
  } catch (error) {
    warnings.push(`${path} could not be read: ${messageOf(error)}`);
    return undefined;
  }
}

function articleText(path: string, bytes: Uint8Array, warnings: string[]): string | undefined {
  if (bytes.length > LARGEST) {
    warnings.push(`${path} is left out: it has more than 50 MB.`);
    return undefined;
  }
  if (bytes.includes(0)) {
    warnings.push(`${path} is left out: it is no text file.`);
    return undefined;
  }
  const text = decodeUtf8(bytes);
  if (text === undefined) warnings.push(`${path} is left out: it is not UTF-8. Save it as UTF-8 to have it read.`);
  return text;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
