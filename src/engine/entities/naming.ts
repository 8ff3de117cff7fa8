/**
 * One name for one thing, over a whole folder.
 */
import type { EntityOverride, Mention, NamedArticle, NameType } from './types.ts';

/** Reviewers' words on entities, by article path. */
export type Overrides = ReadonlyMap<string, readonly EntityOverride[]>;

/** Who is who over a folder. Mentions are counted as in the articles that were named. */
export interface Naming {
  /** The one name of what a mention names; undefined when there is no such mention. */
  canonicalOf(path: string, mention: number): string | undefined;
  /** The mention's type, which may differ from the tagger's once all articles are known. */
  typeOf(path: string, mention: number): NameType | undefined;
  /** Other names that are used for it in the folder, commonest first. */
  aliasesOf(canonical: string): readonly string[];
}

/** Decides who is who. The order of the articles plays no part. */
export function nameEntities(articles: readonly NamedArticle[], _overrides?: Overrides): Naming {
  const byPath = new Map(articles.map(article => [article.path, article.mentions]));
  const fullNames = new Map<string, Set<string>>();
  for (const article of articles)
    for (const mention of article.mentions) {
      const last = mention.text.split(' ').at(-1) ?? '';
      if (mention.type !== 'person' || last === mention.text) continue;
      fullNames.set(last, (fullNames.get(last) ?? new Set()).add(mention.text));
    }
  const nameOf = (mention: Mention): string => {
    const full = fullNames.get(mention.text);
    return mention.type === 'person' && full?.size === 1 ? ([...full][0] ?? mention.text) : mention.text;
  };
  return {
    canonicalOf: (path, mention) => {
      const found = byPath.get(path)?.[mention];
      return found && nameOf(found);
    },
    typeOf: (path, mention) => byPath.get(path)?.[mention]?.type,
    aliasesOf: canonical => {
      const names = new Set<string>();
      for (const article of articles)
        for (const mention of article.mentions)
          if (nameOf(mention) === canonical && mention.text !== canonical) names.add(mention.text);
      return [...names].sort();
    },
  };
}
