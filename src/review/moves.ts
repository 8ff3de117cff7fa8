/** Which files go along when an article is renamed, moved, copied or deleted: everyone's sidecars of it. Moving is not writing. */
import { articleSidecarPath, classify } from './paths.ts';

export interface Move {
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
