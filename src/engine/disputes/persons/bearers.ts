/**
 * Of whom something is told: names, words for persons (`the suspect`, `a boy`), so many of them, and the persons that pronouns lead back to.
 *
 * Method: the nearest to the left in the sentence, or the object to the right of an active verb; words next to a name (`the suspect, X`) are
 * that name's parts in the story. Cost: linear in the words.
 */
import { type ReadArticle, speakerName } from '../../matches/article.ts';
import type { Token } from '../../text/reading.ts';
import type { Span } from '../../text/span.ts';
import { wordSet } from '../../text/words.ts';

/** A person, or so many of them, where a sentence speaks of them. */
export interface Bearer extends Span {
  /** Canonical name. */
  readonly name?: string;
  /** `suspect`, `boy`: lower case, singular. */
  readonly part?: string;
  /** The same as the text has it of several. */
  readonly plural?: string;
  /** How many; undefined for an unknown number. */
  readonly count?: number;
  /** As the text gives it here. */
  readonly age?: number;
  /** `the boy` of `the boy's father`. */
  readonly owner: boolean;
}

const WORDS = `
  man woman boy girl teen teenager child baby infant toddler victim suspect gunman shooter attacker assailant driver officer deputy
  trooper father dad mother mom son daughter brother sister wife husband girlfriend boyfriend student teacher pilot passenger person
  soldier guard clerk employee worker owner resident cousin uncle aunt nephew niece grandmother grandfather pedestrian cyclist
  bystander robber intruder hostage youth leader chief official director president minister manager coach senator congressman
  congresswoman commissioner secretary mayor governor judge
`
  .trim()
  .split(/\s+/);
/** Words for persons, with their plural. */
const PARTS: ReadonlyMap<string, string> = new Map(
  WORDS.flatMap((word): [string, string][] => [
    [word, word],
    [pluralOf(word), word],
  ]),
);

function pluralOf(word: string): string {
  if (word.endsWith('man')) return `${word.slice(0, -2)}en`;
  if (word === 'child') return 'children';
  if (word === 'person') return 'people';
  if (word === 'wife') return 'wives';
  return /[^aeo]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}

/** Words of which no person is both. */
const CLASHES: readonly (readonly [ReadonlySet<string>, ReadonlySet<string>])[] = [
  [
    wordSet('woman girl mother mom daughter sister wife girlfriend aunt niece grandmother congresswoman'),
    wordSet('man boy father dad son brother husband boyfriend uncle nephew grandfather gunman congressman'),
  ],
  [
    wordSet('man woman father dad mother mom wife husband officer deputy grandmother grandfather'),
    wordSet('boy girl child baby infant toddler'),
  ],
  [
    wordSet('victim hostage bystander passenger pedestrian boy girl child baby infant toddler'),
    wordSet('suspect gunman shooter attacker assailant robber intruder'),
  ],
];
const [SEXES] = CLASHES;

/** Whether two words for persons can mean one. */
export function partsAgree(a: string, b: string): boolean {
  return !CLASHES.some(([x, y]) => (x.has(a) && y.has(b)) || (x.has(b) && y.has(a)));
}

const UNDERGONE = wordSet('kill injure shoot stab arrest charge convict sentence fire resign hospitalize find attack');

/** The names of a story that are heard, and to whom nothing happens. */
export function onlySpeakers(articles: readonly ReadArticle[]): ReadonlySet<string> {
  const heard = new Set<string>();
  const concerned = new Set<string>();
  for (const article of articles)
    for (const { speaker, events } of article.claims.claims) {
      if (speaker) heard.add(speakerName(article, speaker));
      for (const { agent, patient, predicate } of events) {
        if (!UNDERGONE.has(predicate)) continue;
        const concerns = [...(patient?.mentions ?? []), ...(predicate === 'resign' ? (agent?.mentions ?? []) : [])];
        for (const at of concerns) concerned.add(article.names[at] ?? '');
      }
    }
  return new Set([...heard].filter(name => !concerned.has(name)));
}

/** The persons that one article speaks of, sentence by sentence, and the parts that its names have. */
export class Bearers {
  readonly #sentences: readonly (readonly Bearer[])[];
  /** By canonical name. */
  readonly parts = new Map<string, Set<string>>();

  /** `speakers`: names of whom nothing is told. */
  constructor(article: ReadArticle, speakers: ReadonlySet<string>) {
    const { reading, entities, names, types } = article;
    const persons = entities.mentions.flatMap(({ start, end, text }, i) => {
      const name = names[i] ?? text;
      return types[i] === 'person' && !speakers.has(name) ? [{ start, end, name }] : [];
    });
    let last: Bearer | undefined;
    this.#sentences = reading.sentences.map(sentence => {
      const tokens = reading.tokens.slice(sentence.firstToken, sentence.endToken);
      const named = persons.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
      const found: Bearer[] = [];
      tokens.forEach((token, i) => {
        const person = named.find(({ start, end }) => start <= token.start && token.start < end);
        if (person) {
          if (person.start === token.start)
            this.#addName(found, { ...person, ...agedBehind(reading.text, person.end) }, tokens);
        } else if (token.kind === 'word') {
          const bearer = partAt(tokens, i, reading.text) ?? meantBy(token, last);
          if (bearer && !this.#belongsToName(found, bearer, tokens)) found.push(bearer);
        }
      });
      last = found.find(({ count, owner }) => count === 1 && !owner) ?? last;
      return found;
    });
  }

  /** Who bears what stands in a sentence (an index into the reading's). `active`: a verb that does it to its object. */
  bearerOf(sentence: number, span: Span, active: boolean): Bearer | undefined {
    const all = this.#sentences[sentence] ?? [];
    const inside = all.find(({ start, end }) => start >= span.start && end <= span.end);
    if (inside) return inside;
    if (active) return all.find(({ start, owner }) => start >= span.end && start - span.end < OBJECT_WITHIN && !owner);
    const left = all.findLast(({ end }) => end <= span.start);
    if (left?.owner && span.start - left.end < OBJECT_WITHIN) return left;
    return all.findLast(({ end, owner }) => end <= span.start && !owner);
  }

  /** `suspect John Smith`, `the boy, John Smith`: one person, two words. */
  #addName(
    found: Bearer[],
    person: Span & { readonly name: string; readonly age?: number },
    tokens: readonly Token[],
  ): void {
    const after = tokens.find(({ start }) => start >= person.end);
    const bearer = { ...person, count: 1, owner: after?.lower === "'s" };
    const before = found.at(-1);
    const isOne =
      before?.part !== undefined && before.count === 1 && !before.owner && between(tokens, before, person).length <= 1;
    if (!isOne) {
      found.push(bearer);
      return;
    }
    this.#learn(person.name, before.part);
    found[found.length - 1] = { ...bearer, part: before.part, start: before.start };
  }

  /** `John Smith, 40, the suspect` */
  #belongsToName(found: readonly Bearer[], bearer: Bearer, tokens: readonly Token[]): boolean {
    const before = found.at(-1);
    if (before?.name === undefined || bearer.part === undefined || bearer.count !== 1) return false;
    const words = between(tokens, before, bearer).filter(({ kind }) => kind !== 'number');
    const apposed =
      words.length <= 4 && words.some(({ lower }) => lower === ',') && !words.some(({ lower }) => OTHERWISE.has(lower));
    if (apposed) this.#learn(before.name, bearer.part);
    return apposed;
  }

  #learn(name: string, part: string): void {
    this.parts.set(name, (this.parts.get(name) ?? new Set()).add(part));
  }
}

/** An object stands so near behind its verb, in characters. */
const OBJECT_WITHIN = 28;
/** Words that part a name from the person behind it. */
const OTHERWISE = wordSet("and said says told was is who with of 's");
const COUNTS: ReadonlyMap<string, number> = new Map(
  'one two three four five six seven eight nine ten eleven twelve'.split(' ').map((word, i) => [word, i + 1]),
);

function between(tokens: readonly Token[], a: Span, b: Span): readonly Token[] {
  return tokens.filter(({ start, end }) => start >= a.end && end <= b.start);
}

/** The person or persons that a word means, if any. */
function partAt(tokens: readonly Token[], i: number, text: string): Bearer | undefined {
  const token = tokens[i];
  const part = token && (/^others?$/.test(token.lower) ? 'person' : PARTS.get(token.lower));
  if (!token || part === undefined) return undefined;
  const { start, end, lower } = token;
  const owner = tokens[i + 1]?.lower === "'s";
  if (part === lower) return { start, end, part, count: 1, ...agedBefore(text, start), owner };
  const count = tokens
    .slice(Math.max(0, i - 3), i)
    .map(({ lower: word }) => COUNTS.get(word) ?? (/^\d{1,3}$/.test(word) ? Number(word) : undefined))
    .findLast(number => number !== undefined);
  return { start, end, part, plural: lower, owner, ...(count !== undefined && { count }) };
}

/** The person last spoken of, for `he` and `she`. */
function meantBy({ lower, start, end }: Token, last: Bearer | undefined): Bearer | undefined {
  if (!last || !/^(?:he|him|she|her)$/.test(lower)) return undefined;
  const others = SEXES?.[lower.startsWith('h') && lower !== 'her' ? 0 : 1];
  return last.part !== undefined && others?.has(last.part) ? undefined : { ...last, start, end, owner: false };
}

/** `X, 44, of Y` */
function agedBehind(text: string, end: number): { readonly age?: number } {
  const age = /^,? (?:age )?(\d{1,2})(?:,|\.| years? old)/.exec(text.slice(end, end + 16))?.[1];
  return age === undefined ? {} : { age: Number(age) };
}

/** `a 44-year-old man` */
function agedBefore(text: string, start: number): { readonly age?: number } {
  const age = /(\d{1,2})[- ]year[- ]old (?:\S+ ){0,2}$/.exec(text.slice(Math.max(0, start - 40), start))?.[1];
  return age === undefined ? {} : { age: Number(age) };
}
