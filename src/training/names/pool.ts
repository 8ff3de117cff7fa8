/** Names that may take the place of others in copies of training documents: the gazetteer's and the corpora's own. */
import type { Kind } from '../../engine/entities/mentions/nameTags.ts';
import { annotationsOf, type NamePool } from './augment.ts';
import type { TrainingDocument } from './data.ts';
import { factsOf, type Phrases } from './gazetteer.ts';

/** Names by kind, from the documents, the gazetteer and the facts. */
export function poolOf(documents: readonly TrainingDocument[], phrases: Phrases, facts: string): NamePool {
  const seen = new Map<Kind, Set<string>>();
  for (const document of documents)
    for (const { kind, start, end } of annotationsOf(document)) {
      const name = document.reading.text.slice(start, end);
      if (!/^\p{Lu}[^\n]*$/u.test(name)) continue;
      seen.set(kind, (seen.get(kind) ?? new Set()).add(name));
    }
  const listed = (kind: string): string[] => (phrases.lists.get(kind) ?? []).map(titled);
  const surnames = [...(seen.get('person') ?? [])].flatMap(name => /^\p{Lu}\S* (\p{Lu}\p{L}+)$/u.exec(name)?.[1] ?? []);
  const countries = listed('country').filter(name => name.length > 3);
  return {
    first: listed('firstName'),
    last: [...listed('lastName'), ...surnames],
    names: new Map<Kind, readonly string[]>([
      ['place', [...listed('town'), ...listed('city'), ...countries, ...(seen.get('place') ?? [])]],
      [
        'organization',
        [
          ...(seen.get('organization') ?? []),
          ...factsOf(facts).flatMap(([kind, name]) => (kind === 'organization' ? [name] : [])),
        ],
      ],
      ['group', [...(seen.get('group') ?? [])]],
    ]),
  };
}

const titled = (phrase: string): string => phrase.replace(/(?<!\p{L})\p{Ll}/gu, letter => letter.toUpperCase());
