/** Reads a whole folder: its articles, their sources, everyone's sidecars. */
import type { ArticleInfo } from '../../engine/entities/types.ts';
import { normalizeText } from '../../engine/text/normalize.ts';
import type { FileSystem } from '../base/files.ts';
import { classify, type FolderFile, nameOf } from '../base/paths.ts';
import { phrase } from '../base/phrase.ts';
import { type Problem, told } from '../base/problem.ts';
import { decodeUtf8Loosely } from '../base/utf8.ts';
import { readSidecar, type Sidecar } from '../format/sidecar.ts';
import { articleInfos } from './sources.ts';

export interface Article {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  /** Normalized: what offsets count in. */
  readonly text: string;
}

interface ReadFolder {
  /** In order of their paths. */
  readonly articles: readonly Article[];
  /** Everyone's, and `sources.yaml` files, in order of their paths. */
  readonly sidecars: readonly Sidecar[];
  readonly infos: ReadonlyMap<string, ArticleInfo>;
  /** Files that could not be read at all. */
  readonly problems: readonly Problem[];
}

/** A byte-wise order: the same on every machine. */
export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

/** Every file below the folder that is an article, a sidecar or `sources.yaml`; hidden folders and `node_modules` are passed over. */
export async function listFolder(files: FileSystem, from = ''): Promise<FolderFile[]> {
  const found: FolderFile[] = [];
  const folders = [from];
  for (let next = folders.pop(); next !== undefined; next = folders.pop())
    for (const { path, kind } of await files.list(next)) {
      const name = nameOf(path);
      if (kind === 'folder') {
        if (!name.startsWith('.') && name !== 'node_modules') folders.push(path);
        continue;
      }
      const file = classify(path);
      if (file.kind !== 'other') found.push(file);
    }
  return found.sort(byPath);
}

/** Runs `work` over a list, so many at a time, and keeps the order. */
async function inTurns<T, R>(list: readonly T[], width: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = new Array(list.length);
  let next = 0;
  const worker = async () => {
    for (let i = next++; i < list.length; i = next++) {
      const item = list[i];
      if (item !== undefined) results[i] = await work(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, list.length) }, worker));
  return results;
}

function unreadable(path: string, error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  const place = { line: 1, column: 1, endLine: 1, endColumn: 1 };
  return {
    sidecar: path,
    ...place,
    severity: 'error',
    code: 'unreadable',
    ...told(phrase('This file could not be read: {0}', reason)),
    fixes: [],
  };
}

/** Reads the files that `listFolder` finds, or those given. */
export async function readFolder(files: FileSystem, given?: readonly FolderFile[]): Promise<ReadFolder> {
  const articles: Article[] = [];
  const sidecars: Sidecar[] = [];
  const problems: Problem[] = [];
  await inTurns(given ?? (await listFolder(files)), 16, async file => {
    try {
      const bytes = await files.read(file.path);
      const sidecar = readSidecar(file, bytes);
      if (sidecar) sidecars.push(sidecar);
      else if (file.kind === 'article')
        articles.push({ path: file.path, text: normalizeText(decodeUtf8Loosely(bytes)) });
    } catch (error) {
      problems.push(unreadable(file.path, error));
    }
  });
  articles.sort(byPath);
  sidecars.sort(byPath);
  problems.sort((a, b) => (a.sidecar < b.sidecar ? -1 : 1));
  return { articles, sidecars, infos: articleInfos(articles, sidecars), problems };
}
