/** Which file of a folder is what, by its name alone. Paths are relative to the folder, with `/`. */
import { isSlug, slugOf } from './slug.ts';

/** The end of every sidecar's name. */
export const SIDECAR_ENDING = '.crosscheck.yaml';
export const SOURCES_NAME = 'sources.yaml';

export type FolderFile =
  | { readonly kind: 'article'; readonly path: string }
  | { readonly kind: 'sources'; readonly path: string }
  /** One reviewer's annotations of `article`. */
  | { readonly kind: 'article-sidecar'; readonly path: string; readonly article: string; readonly slug: string }
  /** One reviewer's facts, verdicts and decisions about the articles below the folder that it lies in. */
  | { readonly kind: 'folder-sidecar'; readonly path: string; readonly slug: string }
  | { readonly kind: 'other'; readonly path: string };

/** Texts that are about a folder, not a source in it. */
const HOUSEKEEPING =
  /^(?:readme|changelog|licen[cs]e|licen[cs]es|notice|copying|copyright|authors|contributors|contributing|maintainers|code[-_]of[-_]conduct|third[-_]party[-_]notices|robots)(?:[-_.][\w-]{1,8})?\.(?:txt|md|markdown)$/i;

/** `a/b.txt` → `a`, `b.txt` → `''`. */
export function folderOf(path: string): string {
  const cut = path.lastIndexOf('/');
  return cut < 0 ? '' : path.slice(0, cut);
}

/** `a/b.txt` → `b.txt`. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Joins and resolves `.` and `..`; `undefined` for what leads out of the folder or is absolute. */
export function joinPath(folder: string, path: string): string | undefined {
  if (/^(?:[/\\]|[A-Za-z]:[/\\]|[a-z][a-z0-9+.-]+:\/\/)/i.test(path)) return undefined;
  const parts = folder ? folder.split('/') : [];
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** How a file in `folder` names `path`: the other way round of `joinPath`. */
export function relativePath(folder: string, path: string): string {
  const from = folder ? folder.split('/') : [];
  const to = path.split('/');
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}

/** What a file is. An article is a `.txt` or `.md` file that is no README, CHANGELOG, LICENSE or the like. */
export function classify(path: string): FolderFile {
  const name = nameOf(path);
  if (name === SOURCES_NAME) return { kind: 'sources', path };
  if (name.endsWith(SIDECAR_ENDING)) {
    const stem = name.slice(0, -SIDECAR_ENDING.length);
    const dot = stem.lastIndexOf('.');
    const slug = stem.slice(dot + 1);
    if (!isSlug(slugOf(slug)) || name.startsWith('.')) return { kind: 'other', path };
    if (dot < 0) return { kind: 'folder-sidecar', path, slug };
    const folder = folderOf(path);
    return { kind: 'article-sidecar', path, article: (folder ? `${folder}/` : '') + stem.slice(0, dot), slug };
  }
  if (/\.(?:txt|md)$/i.test(name) && !name.startsWith('.') && !HOUSEKEEPING.test(name))
    return { kind: 'article', path };
  return { kind: 'other', path };
}

/** Where a reviewer's annotations of an article lie. */
export function articleSidecarPath(article: string, slug: string): string {
  return `${article}.${slug}${SIDECAR_ENDING}`;
}

/** Where a reviewer's facts, verdicts and decisions lie. `folder` is `''` for the folder itself. */
export function folderSidecarPath(folder: string, slug: string): string {
  return `${folder ? `${folder}/` : ''}${slug}${SIDECAR_ENDING}`;
}
