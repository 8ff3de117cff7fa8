/**
 * Which person a mention means, over a whole folder.
 *
 * Method: full names that agree are one person. They agree in the first name or its short form, and in the surname but for a slip; middle names
 * may be left out. A surname alone means the full name that its article gave last. Where the article gives none, it means the person of that
 * surname whose articles have most names in common with this one. Two people of one surname therefore stay apart, and `Petro` is not `Petro
 * Poroshenko`. Cost: linear in the mentions, except that the full names with one surname are compared in pairs.
 */
import { append, count } from '../../text/tables.ts';
import { areNearlySame } from '../mentions/surface.ts';

/** A mention of a person: the words of its surface, and where it stands (the index of the article and of the mention in it). */
export interface PersonMention {
  readonly words: readonly string[];
  readonly text: string;
  readonly article: number;
  readonly index: number;
}

const SHORT: ReadonlyMap<string, string> = new Map(
  'joe joseph;bill william;will william;mike michael;bob robert;rob robert;jim james;jimmy james;tom thomas;dick richard;rick richard;rich richard;dan daniel;danny daniel;dave david;steve steven;chris christopher;tony anthony;ed edward;ted edward;ben benjamin;sam samuel;matt matthew;andy andrew;drew andrew;nick nicholas;alex alexander;kate katherine;kathy katherine;liz elizabeth;beth elizabeth;sue susan;jeff jeffrey;greg gregory;ron ronald;don donald;ken kenneth;tim timothy;pat patrick;charlie charles;chuck charles;larry lawrence;jerry gerald;bibi benjamin;vlad vladimir;jen jennifer;jenny jennifer;debbie deborah;barb barbara;meg margaret;maggie margaret;nate nathan;zach zachary;josh joshua;jon jonathan;phil philip;fred frederick;gabe gabriel;abe abraham;al albert;art arthur;cindy cynthia;becky rebecca;vicky victoria'
    .split(';')
    .map(pair => pair.split(' ') as [string, string]),
);
const AFTER_NAMES = /^(?:jr|sr|ii|iii|iv|phd|md|esq)$/;
const PARTICLES = /^(?:van|von|de|del|della|di|da|dos|bin|ibn|al|el|la|le|der|den|ten|st)$/;

/** The words of a person's surface, without what stands behind names, such as `Jr.`. */
export function personWords(surface: string): string[] {
  const words = surface.split(' ').filter(word => word !== '');
  while (words.length > 1 && AFTER_NAMES.test(words.at(-1) ?? '')) words.pop();
  return words;
}

/**
 * The full names that stand in one article both with and without `Jr.`: father and son, as a rule. Only there does `Jr.` tell two people apart;
 * elsewhere it depends on the style of the paper. Takes the surfaces of every article.
 */
export function namesWithSon(articles: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const names of articles)
    for (const name of names) {
      const father = / jr$/.test(name) ? name.slice(0, -3) : '';
      if (father.includes(' ') && names.has(father)) found.add(father);
    }
  return found;
}

/** The last word of a son's name where his father is named in the same article. */
export const SON = 'jr';

/** One person with the mentions that mean them. */
export interface Person {
  readonly mentions: PersonMention[];
  /** How often each full name stands. */
  readonly names: Map<string, number>;
}

/** Groups mentions by person. `others` has, for each article, the surfaces of all its names, which tell how alike two articles are. */
export function groupPersons(mentions: readonly PersonMention[], others: readonly ReadonlySet<string>[]): Person[] {
  const persons: Person[] = [];
  const bySurname = new SurnameIndex();
  const full = mentions.filter(mention => mention.words.length > 1);
  // Longer names come first, so that `Gustavo Francisco Petro Urrego` takes in `Gustavo Petro`. The order of the articles does not matter.
  const distinct = [...new Map(full.map(mention => [mention.words.join(' '), mention.words]))].sort(
    ([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1),
  );
  const personOf = new Map<string, Person>();
  for (const [name, words] of distinct) {
    const surnames = [...new Set(words.slice(1))];
    const candidates = new Set(surnames.flatMap(surname => bySurname.near(surname)));
    const same = [...candidates].find(person => [...person.names.keys()].some(known => agree(known.split(' '), words)));
    const person: Person = same ?? { mentions: [], names: new Map() };
    if (!same) persons.push(person);
    person.names.set(name, 0);
    personOf.set(name, person);
    for (const surname of surnames) bySurname.add(surname, person);
  }
  for (const mention of full) {
    const name = mention.words.join(' ');
    const person = personOf.get(name);
    person?.mentions.push(mention);
    if (person) count(person.names, name);
  }
  const last = lastNames(persons);
  const unknown = new Map<string, Person>();
  const introduced = new Map<number, { index: number; person: Person }[]>();
  for (const person of persons)
    for (const mention of person.mentions) append(introduced, mention.article, { index: mention.index, person });
  for (const list of introduced.values()) list.sort((a, b) => a.index - b.index);
  const articlesOf = new Map(persons.map(person => [person, new Set(person.mentions.map(mention => mention.article))]));
  for (const mention of mentions) {
    if (mention.words.length > 1) continue;
    const word = mention.words[0] ?? '';
    const person = inArticle(mention, word) ?? inFolder(mention, word);
    if (person) person.mentions.push(mention);
    else {
      const alone: Person = unknown.get(word) ?? { mentions: [], names: new Map() };
      if (!unknown.has(word)) {
        unknown.set(word, alone);
        persons.push(alone);
      }
      alone.mentions.push(mention);
    }
  }
  return persons;

  /** The person of that surname (or else that first name) whom the article named in full last before the mention, or else first after it. */
  function inArticle(mention: PersonMention, word: string): Person | undefined {
    const here = introduced.get(mention.article) ?? [];
    const bears = here.filter(({ person }) => hasSurname(person, word));
    const named = bears.length > 0 ? bears : here.filter(({ person }) => hasFirstName(person, word));
    return (named.filter(({ index }) => index < mention.index).at(-1) ?? named[0])?.person;
  }

  /** The person of that surname whose articles share most names with this one; of several, the one who is named most often. */
  function inFolder(mention: PersonMention, word: string): Person | undefined {
    const candidates = last.get(word) ?? [];
    if (candidates.length < 2) return candidates[0];
    const here = others[mention.article] ?? new Set();
    const ranked = candidates
      .map(person => ({
        person,
        shared: sharedNames(here, articlesOf.get(person) ?? new Set()),
        names: [...person.names.keys()].sort()[0] ?? '',
      }))
      .sort(
        (a, b) =>
          b.shared - a.shared || b.person.mentions.length - a.person.mentions.length || (a.names < b.names ? -1 : 1),
      );
    return ranked[0]?.person;
  }

  function sharedNames(here: ReadonlySet<string>, articles: ReadonlySet<number>): number {
    let most = 0;
    for (const article of articles) {
      let shared = 0;
      for (const name of others[article] ?? []) if (here.has(name)) shared++;
      most = Math.max(most, shared);
    }
    return most;
  }
}

/** Finds persons by surname, even with a slip of spelling. Sorted by first letter and length, so that a look-up compares few. */
class SurnameIndex {
  readonly #shelves = new Map<string, Map<string, Person[]>>();

  add(surname: string, person: Person): void {
    const key = `${surname[0]}${surname.length}`;
    const shelf = this.#shelves.get(key) ?? new Map<string, Person[]>();
    this.#shelves.set(key, shelf);
    const of = shelf.get(surname) ?? [];
    if (!of.includes(person)) of.push(person);
    shelf.set(surname, of);
  }

  near(surname: string): Person[] {
    const found: Person[] = [];
    for (let length = surname.length - 2; length <= surname.length + 2; length++)
      for (const [known, of] of this.#shelves.get(`${surname[0]}${length}`) ?? [])
        if (areNearlySame(known, surname)) found.push(...of);
    return found;
  }
}

function lastNames(persons: readonly Person[]): Map<string, Person[]> {
  const last = new Map<string, Person[]>();
  for (const person of persons)
    for (const name of person.names.keys())
      for (const surname of surnamesOf(name.split(' '))) {
        const of = last.get(surname) ?? [];
        if (!of.includes(person)) append(last, surname, person);
      }
  return last;
}

/** The words that may stand alone for a full name: the last, and of three or more also the second last (`Gustavo Petro Urrego`). */
function surnamesOf(all: readonly string[]): string[] {
  const words = all.at(-1) === SON ? all.slice(0, -1) : all;
  const last = words.at(-1) ?? '';
  const second =
    words.length > 2 && !PARTICLES.test(words.at(-2) ?? '') && (words.at(-2) ?? '').length > 2
      ? [words.at(-2) ?? '']
      : [];
  return [last, ...second];
}

function hasSurname(person: Person, word: string): boolean {
  return [...person.names.keys()].some(name => surnamesOf(name.split(' ')).includes(word));
}

function hasFirstName(person: Person, word: string): boolean {
  return [...person.names.keys()].some(name => name.split(' ')[0] === word);
}

/**
 * Whether two full names can belong to one person: the words of the shorter stand in the longer in the same order. Slips, initials and short
 * forms of first names count as the same.
 */
function agree(a: readonly string[], b: readonly string[]): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  if (!sameFirst(long[0] ?? '', short[0] ?? '')) return false;
  if ((a.at(-1) === SON) !== (b.at(-1) === SON)) return false;
  // `George W. Bush` and `George H. W. Bush`; `M. Scott Hale` is no `Melody Scott`.
  const [x = '', y = ''] = [long, short].map(words => (words.length > 2 ? (words[1] ?? '') : ''));
  if (x && y && (x.length === 1 || y.length === 1) && x[0] !== y[0]) return false;
  if ((long[0]?.length === 1 || short[0]?.length === 1) && !areNearlySame(long.at(-1) ?? '', short.at(-1) ?? ''))
    return false;
  let at = 1;
  for (const word of short.slice(1)) {
    while (at < long.length && !areNearlySame(long[at] ?? '', word) && !isInitialOf(long[at] ?? '', word)) at++;
    if (at >= long.length) return false;
    at++;
  }
  // The surname of the shorter name must be one of the longer's: `George Walker` is not `George Walker Bush`.
  const surname = short.at(-1) ?? '';
  return surnamesOf(long).some(known => areNearlySame(known, surname));
}

const isInitialOf = (a: string, b: string): boolean => (a.length === 1 || b.length === 1) && a[0] === b[0];

function sameFirst(a: string, b: string): boolean {
  return (
    a === b || isInitialOf(a, b) || (SHORT.get(a) ?? a) === (SHORT.get(b) ?? b) || (a.length > 4 && areNearlySame(a, b))
  );
}
