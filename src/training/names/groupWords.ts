/** Words that can only name a group: what is marked in corpora that leave nationalities out. */
import { COUNTRIES } from '../../engine/entities/mentions/countries.ts';
import { factsOf, pluralsOf } from './gazetteer.ts';

/** Whether words are a nationality, a religion's or a people's name and hardly ever anything else. */
export function groupWords(facts: string): (words: string) => boolean {
  const groups = new Set<string>();
  const add = (word: string): void => {
    for (const form of [word, ...pluralsOf(word)]) groups.add(form.toLowerCase());
  };
  for (const country of COUNTRIES) country.demonyms.forEach(add);
  for (const [kind, phrase] of factsOf(facts)) if (kind === 'demonym') add(phrase);
  return words => groups.has(words.toLowerCase());
}
