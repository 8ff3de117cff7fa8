/**
 * Finds out which mentions of a folder name the same entity, and gives each entity one name.
 *
 * Method: what is widely known has its known name (`knownNames.ts`). Organizations and places are joined by the form of their names
 * (`organizations.ts`), persons by surname and article (`persons.ts`). A capital may stand for its government (`metonymy.ts`). What a reviewer
 * says takes precedence. All choices are made from sorted names and counts, so that the order of the articles does not matter. Cost: linear in
 * the mentions.
 */
import { append, count, countWithin } from '../../text/tables.ts';
import { fits } from '../mentions/acronyms.ts';
import { groupSurface, knownName } from '../mentions/knownNames.ts';
import { surfaceOf } from '../mentions/surface.ts';
import type { EntityOverride, Mention, NamedArticle, NameType } from '../types.ts';
import { governmentOf } from './metonymy.ts';
import { joinForms, keyOf, type NameForm } from './organizations.ts';
import { overrideOf } from './overrides.ts';
import { groupPersons, namesWithSon, type Person, type PersonMention, personWords, SON } from './persons.ts';

/** Reviewers' words on entities, by article path. */
export type Overrides = ReadonlyMap<string, readonly EntityOverride[]>;

/** Which entity each mention of a folder names. `mention` is an index into the mentions of the article at `path`. */
export interface Naming {
  /** The one name of the entity that a mention names; undefined when there is no such mention. */
  canonicalOf(path: string, mention: number): string | undefined;
  /** The mention's type, which may differ from the tagger's once all articles are known. */
  typeOf(path: string, mention: number): NameType | undefined;
  /** Other names that are used for it in the folder, commonest first. */
  aliasesOf(canonical: string): readonly string[];
}

interface Named {
  readonly name: string;
  readonly type: NameType;
}

/** Decides which entity each mention names. The order of the articles does not matter. */
export function nameEntities(articles: readonly NamedArticle[], overrides?: Overrides): Naming {
  const sorted = [...articles].sort((a, b) => (a.path < b.path ? -1 : 1));
  const surfaces = surfaceTable(sorted);
  const types = folderTypes(sorted, surfaces);
  const named = new Map<string, Named[]>();
  for (const article of sorted) named.set(article.path, []);
  nameForms(sorted, surfaces, types, named);
  namePersons(sorted, surfaces, types, named);
  nameGovernments(sorted, named);
  if (overrides) applyOverrides(sorted, overrides, named);
  const aliases = aliasTable(sorted, named);
  return {
    canonicalOf: (path, mention) => named.get(path)?.[mention]?.name,
    typeOf: (path, mention) => named.get(path)?.[mention]?.type,
    aliasesOf: canonical => aliases.get(canonical) ?? [],
  };
}

/** The comparable form of every mention's text, worked out once a text. */
function surfaceTable(articles: readonly NamedArticle[]): ReadonlyMap<string, string> {
  const surfaces = new Map<string, string>();
  for (const article of articles)
    for (const { text } of article.mentions) if (!surfaces.has(text)) surfaces.set(text, surfaceOf(text));
  return surfaces;
}

type Surfaces = ReadonlyMap<string, string>;
type TypeOf = (mention: Mention) => NameType;

/** A name that has one type in at least three quarters of its mentions has it in the others too. */
function folderTypes(articles: readonly NamedArticle[], surfaces: Surfaces): TypeOf {
  const votes = new Map<string, Map<NameType, number>>();
  for (const article of articles)
    for (const mention of article.mentions) {
      countWithin(votes, surfaces.get(mention.text) ?? '', mention.type);
    }
  const elected = new Map<string, NameType>();
  for (const [key, of] of votes) {
    const total = sumOf(of);
    const [top] = [...of].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    if (top && of.size > 1 && total >= 4 && top[1] / total >= 0.75) elected.set(key, top[0]);
  }
  return mention => elected.get(surfaces.get(mention.text) ?? '') ?? mention.type;
}

/** Names everything but persons: by known names, and by joining forms that mean the same. */
function nameForms(
  articles: readonly NamedArticle[],
  surfaces: Surfaces,
  types: TypeOf,
  named: Map<string, Named[]>,
): void {
  const counts = new Map<string, Map<string, number>>();
  const pairs: [string, string][] = [];
  const keyOfMention = (mention: Mention): string => {
    const type = types(mention);
    const surface = surfaces.get(mention.text) ?? '';
    return keyOf({ type, surface: type === 'group' ? groupSurface(surface) : surface });
  };
  for (const article of articles)
    for (const [i, mention] of article.mentions.entries()) {
      if (types(mention) === 'person') continue;
      const key = keyOfMention(mention);
      countWithin(counts, key, mention.text);
      const next = article.mentions[i + 1];
      if (next && types(next) !== 'person' && isIntroduced(article, mention, next))
        pairs.push([key, keyOfMention(next)]);
    }
  const forms: NameForm[] = [...counts].map(([key, texts]) => {
    const [type = '', ...rest] = key.split(' ');
    const [text = ''] = ranked(texts);
    return { type: type as NameType, surface: rest.join(' '), text, count: sumOf(texts) };
  });
  const roots = joinForms(forms, pairs);
  const members = new Map<string, NameForm[]>();
  for (const form of forms) append(members, roots.get(keyOf(form)) ?? '', form);
  const names = new Map([...members].map(([root, of]) => [root, bestName(of)]));
  for (const article of articles) {
    const list = named.get(article.path) ?? [];
    for (const [i, mention] of article.mentions.entries()) {
      const type = types(mention);
      if (type === 'person') continue;
      list[i] = { type, name: names.get(roots.get(keyOfMention(mention)) ?? '') ?? mention.text };
    }
  }
}

/** Whether the text itself says that two names mean the same: `X (formerly Twitter)`, `World Food Programme (WFP)`. */
function isIntroduced(article: NamedArticle, a: Mention, b: Mention): boolean {
  if (b.start - a.end > 24) return false;
  const between = article.reading.text.slice(a.end, b.start);
  if (/^,? ?\(?(?:formerly|previously|once|also) (?:known as |called )?["“']?$/.test(between)) return true;
  if (!/^ ?\(["“']?(?:the )?$/.test(between) && !/^, or (?:the )?$/.test(between)) return false;
  return fits(b.text, a.text.split(/[\s-]+/)) || fits(a.text, b.text.split(/[\s-]+/));
}

const sumOf = (counts: ReadonlyMap<unknown, number>): number => [...counts.values()].reduce((sum, n) => sum + n, 0);

const accents = (text: string): number => text.normalize('NFD').length - text.length;

/** Texts by how often they stand. Of two that stand as often, the one with more accents is first, then the longer. */
function ranked(texts: ReadonlyMap<string, number>): string[] {
  return [...texts]
    .sort((a, b) => b[1] - a[1] || accents(b[0]) - accents(a[0]) || b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1))
    .map(([text]) => text);
}

/** The name for forms that mean the same: the known name, or else the commonest form that is no acronym and has a capital. */
function bestName(forms: readonly NameForm[]): string {
  for (const form of [...forms].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))) {
    const known = knownName(form.type, form.surface);
    if (known) return known;
  }
  const quality = (form: NameForm): number => {
    const acronym = /^[\p{Lu}.]+$/u.test(form.text) && forms.length > 1;
    return (acronym ? 0 : 2) + (/^\p{Lu}/u.test(form.text) ? 1 : 0);
  };
  const [best] = [...forms].sort(
    (a, b) =>
      quality(b) - quality(a) || b.count - a.count || b.text.length - a.text.length || (a.text < b.text ? -1 : 1),
  );
  return best?.text ?? '';
}

function namePersons(
  articles: readonly NamedArticle[],
  surfaces: Surfaces,
  types: TypeOf,
  named: Map<string, Named[]>,
): void {
  const mentions: PersonMention[] = [];
  const others = articles.map(article => new Set(article.mentions.map(mention => surfaces.get(mention.text) ?? '')));
  const fathers = namesWithSon(others);
  const handles: { article: number; index: number; letters: string; text: string }[] = [];
  for (const [a, article] of articles.entries())
    for (const [index, mention] of article.mentions.entries()) {
      if (types(mention) !== 'person') continue;
      const surface = surfaces.get(mention.text) ?? '';
      if (mention.text.startsWith('@'))
        handles.push({ article: a, index, letters: surface.replace(/[^a-z]/g, ''), text: mention.text });
      else {
        const words = personWords(surface);
        const son = / jr$/.test(surface) && fathers.has(surface.slice(0, -3));
        mentions.push({ words: son ? [...words, SON] : words, text: mention.text, article: a, index });
      }
    }
  const persons = groupPersons(mentions, others);
  const set = (article: number, index: number, name: string): void => {
    const list = named.get(articles[article]?.path ?? '');
    if (list) list[index] = { type: 'person', name };
  };
  for (const person of persons) {
    const name = personName(person);
    for (const mention of person.mentions) set(mention.article, mention.index, name);
  }
  for (const handle of handles) set(handle.article, handle.index, ownerOf(handle.letters, persons) ?? handle.text);
}

/** The commonest full name as it is written, or else the commonest text. */
function personName(person: Person): string {
  const texts = new Map<string, number>();
  const full = person.mentions.filter(mention => mention.words.length > 1);
  for (const mention of full.length > 0 ? full : person.mentions) count(texts, mention.text);
  // A name in capitals comes from a headline. It is not how the name is written.
  const written = new Map([...texts].filter(([text]) => text !== text.toUpperCase() || text.length < 4));
  return ranked(written.size > 0 ? written : texts)[0] ?? '';
}

/** The name of the person whose first and last name a handle contains. `letters` are those of the handle. */
function ownerOf(letters: string, persons: readonly Person[]): string | undefined {
  const owners = persons.filter(person =>
    [...person.names.keys()].some(name => {
      const words = name.split(' ');
      const last = words.at(-1) ?? '';
      return last.length > 2 && letters.includes(last) && letters.includes(words[0] ?? '');
    }),
  );
  return owners.map(personName).sort()[0];
}

function nameGovernments(articles: readonly NamedArticle[], named: ReadonlyMap<string, Named[]>): void {
  for (const article of articles) {
    const list = named.get(article.path);
    if (!list) continue;
    let token = 0;
    const { tokens } = article.reading;
    for (const [i, mention] of article.mentions.entries()) {
      if (list[i]?.type !== 'place') continue;
      while ((tokens[token]?.start ?? mention.start) < mention.start) token++;
      const country = governmentOf(article.reading, mention, token);
      if (country) list[i] = { type: 'place', name: country };
    }
  }
}

function applyOverrides(
  articles: readonly NamedArticle[],
  overrides: Overrides,
  named: ReadonlyMap<string, Named[]>,
): void {
  for (const article of articles) {
    const list = named.get(article.path);
    const words = overrides.get(article.path);
    if (!list || !words) continue;
    for (const [i, mention] of article.mentions.entries()) {
      const word = overrideOf(mention, words);
      const own = list[i];
      if (!word || !own) continue;
      const type = word.type && word.type !== 'date' && word.type !== 'quantity' ? word.type : own.type;
      list[i] = { name: word.entity ?? own.name, type };
    }
  }
}

function aliasTable(articles: readonly NamedArticle[], named: ReadonlyMap<string, Named[]>): Map<string, string[]> {
  const counts = new Map<string, Map<string, number>>();
  for (const article of articles)
    for (const [i, mention] of article.mentions.entries()) {
      const name = named.get(article.path)?.[i]?.name;
      if (name !== undefined && mention.text !== name) countWithin(counts, name, mention.text);
    }
  return new Map([...counts].map(([name, texts]) => [name, ranked(texts)]));
}
