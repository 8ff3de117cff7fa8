/**
 * What follows an article that is renamed, moved, copied or deleted: everyone's sidecars of it go along, since moving is not writing; what
 * a reviewer's own folder file says of it names it anew.
 */

import { articleSidecarPath, classify, folderOf, joinPath, relativePath } from '../base/paths.ts';
import type { Edit } from '../format/edit.ts';
import type { Sidecar } from '../format/sidecar.ts';

interface Move {
  readonly from: string;
  readonly to: string;
}

/** The sidecars of an article among a folder's paths. */
export function sidecarsOf(article: string, paths: readonly string[]): string[] {
  return paths.filter(path => {
    const file = classify(path);
    return file.kind === 'article-sidecar' && file.article === article;
  });
}

/** How the sidecars of an article are called under its new name, in the order of `paths`. */
export function sidecarMoves(article: string, renamed: string, paths: readonly string[]): Move[] {
  return paths.flatMap(path => {
    const file = classify(path);
    return file.kind === 'article-sidecar' && file.article === article
      ? [{ from: path, to: articleSidecarPath(renamed, file.slug) }]
      : [];
  });
}

const ULID = /\b[0-7][0-9A-HJKMNP-TV-Z]{25}\b/g;

/**
 * Sidecars for a copy of their article: the same bytes, but that each annotation has an id of its own, and answers name the copy's. In the
 * order of `sidecars`.
 */
export function copiedSidecars(sidecars: readonly Sidecar[], newId: () => string): string[] {
  const ids = new Map<string, string>();
  for (const { records } of sidecars)
    for (const { record } of records.annotations)
      if (record.id !== undefined && !ids.has(record.id)) ids.set(record.id, newId());
  return sidecars.map(({ text }) => text.replace(ULID, id => ids.get(id) ?? id));
}

/** Edits of a `sources.yaml` after an article was renamed, or a folder of articles: each line that names one of them. Globs stay. */
export function renamedSources(sources: Sidecar, from: string, to: string): Edit[] {
  const folder = folderOf(sources.path);
  return sources.records.sources.flatMap(({ record: { file } }): Edit[] => {
    const path = joinPath(folder, file);
    const below = path?.startsWith(`${from}/`) ? path.slice(from.length) : undefined;
    if (path !== from && below === undefined) return [];
    return [{ do: 'rename', section: 'sources', id: file, to: relativePath(folder, `${to}${below ?? ''}`) }];
  });
}

/**
 * Edits of a reviewer's folder file after an article was renamed, or a folder of articles: every record that names one of them, with the new
 * name. Records without an id stay as they are, for nothing tells them from others.
 */
export function renamedReferences(sidecar: Sidecar, from: string, to: string): Edit[] {
  const folder = folderOf(sidecar.path);
  const renamed = (article: string): string => {
    const path = joinPath(folder, article);
    if (path === from) return relativePath(folder, to);
    return path?.startsWith(`${from}/`) ? relativePath(folder, `${to}${path.slice(from.length)}`) : article;
  };
  const passage = <T extends { readonly article: string }>(named: T): T => ({
    ...named,
    article: renamed(named.article),
  });
  const { facts, verdicts, decisions, reviewed } = sidecar.records;
  const edits: Edit[] = [];
  for (const { record } of facts)
    if (record.passages?.some(({ article }) => renamed(article) !== article))
      edits.push({ do: 'put', section: 'facts', record: { ...record, passages: record.passages.map(passage) } });
  for (const { record } of verdicts) {
    const evidence = record.evidence?.map(item => (typeof item === 'string' ? item : passage(item)));
    const differs = record.evidence?.some(item => typeof item !== 'string' && renamed(item.article) !== item.article);
    if (record.id !== undefined && evidence && differs)
      edits.push({ do: 'put', section: 'verdicts', record: { ...record, evidence } });
  }
  for (const { record } of decisions) {
    const { passages, moved, merged } = record;
    const named = [...passages, ...(moved ?? []), ...(merged ?? []).flatMap(other => other.passages)];
    if (record.id === undefined || !named.some(({ article }) => renamed(article) !== article)) continue;
    const anew = {
      ...record,
      passages: passages.map(passage),
      ...(moved && { moved: moved.map(passage) }),
      ...(merged && { merged: merged.map(other => ({ ...other, passages: other.passages.map(passage) })) }),
    };
    edits.push({ do: 'put', section: 'decisions', record: anew });
  }
  for (const { record } of reviewed)
    if (renamed(record.article) !== record.article)
      edits.push(
        { do: 'remove', section: 'reviewed', id: record.article },
        { do: 'put', section: 'reviewed', record: passage(record) },
      );
  return edits;
}
