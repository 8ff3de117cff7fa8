/** Which articles of a folder make a story that a model can compare, whatever their language. */
import type { Story } from '../engine/analysis.ts';
import { nameOf } from '../review/base/paths.ts';
import { slugOf } from '../review/base/slug.ts';
import { likeness, signatures } from './likeness.ts';
import type { ReaderArticle, ReaderStory } from './story.ts';

/** Articles whose names and numbers are less alike than this tell of different events. */
const FLOOR = 0.18;
/** A file's name must not grow beyond what file systems take. */
const LONGEST_ID = 60;

/**
 * The stories of a folder that a model can compare. The engine's stories stand as they are; articles in languages that it does not read
 * join the story they share most names and numbers with, or make a story of their own. A story of one article alone is left out.
 */
export function storiesToRead(
  folder: string,
  articles: readonly ReaderArticle[],
  stories: readonly Story[],
): ReaderStory[] {
  const byPath = new Map(articles.map(article => [article.path, article]));
  const groups = stories.map(story => ({
    title: story.title,
    paths: story.documents.filter(path => byPath.has(path)),
  }));
  const placed = new Set(groups.flatMap(group => group.paths));
  const known = signatures(articles);
  for (const { path, info } of articles) {
    if (placed.has(path) || (known.get(path)?.size ?? 0) === 0) continue;
    const [best] = groups
      .map(group => ({ group, alike: mean(group.paths.map(other => likeness(known.get(path), known.get(other)))) }))
      .sort((a, b) => b.alike - a.alike);
    if (best && best.alike >= FLOOR) best.group.paths.push(path);
    else groups.push({ title: info.title ?? '', paths: [path] });
  }
  const compared = groups
    .filter(group => group.paths.length > 1)
    .map(group => ({ title: group.title, paths: group.paths.sort(compare) }))
    .sort((a, b) => compare(a.paths[0] ?? '', b.paths[0] ?? ''));
  const ids = new Set<string>();
  return compared.map(({ title, paths }) => ({
    id: idOf(folder, paths, compared, ids),
    title,
    articles: paths.map(path => byPath.get(path)).filter(article => article !== undefined),
  }));
}

/** The name of the folder that the story lies in; where several lie there, with the name of its first article. */
function idOf(
  folder: string,
  paths: readonly string[],
  all: readonly { readonly paths: readonly string[] }[],
  taken: Set<string>,
): string {
  const first = paths[0] ?? '';
  const home = homeOf(first);
  const alone = all.every(({ paths: others }) => others[0] === first || homeOf(others[0] ?? '') !== home);
  const stem = nameOf(first).replace(/\.[^.]+$/, '');
  const name = home === '' ? folder : home;
  const wanted = cut(slugOf(alone ? name : `${name}-${stem}`)) || 'story';
  let id = wanted;
  for (let n = 2; taken.has(id); n++) id = `${wanted}-${n}`;
  taken.add(id);
  return id;
}

function homeOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

function cut(slug: string): string {
  return [...slug].slice(0, LONGEST_ID).join('').replace(/-$/, '');
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
