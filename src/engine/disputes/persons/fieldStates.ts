/**
 * What sources tell differently of one person: condition, custody, charges, fate, or how they left an office.
 *
 * Method: a small lexicon of fields (fields.ts) with values that exclude each other; each value found is told of a bearer (bearers.ts). Bearers
 * of two articles are one by name, age or part; where nothing speaks for that and nothing against it, only when neither article tells the field
 * of anybody else and one tells it in its lead. A pair needs two articles of which neither tells the other's value of that bearer; pairs that
 * share a mention are one fact. Cost: the mentions of one field, squared.
 */
import type { Passage } from '../../analysis.ts';
import type { ReadArticle } from '../../matches/article.ts';
import type { Candidate } from '../base/candidate.ts';
import { clauseAround } from '../base/evidence.ts';
import { joinedGroups } from '../base/groups.ts';
import { commonest } from '../base/titles.ts';
import { type Bearer, Bearers, onlySpeakers, partsAgree } from './bearers.ts';
import { FIELDS, type Field } from './fields.ts';

/** A value of a field where one article tells it of somebody. */
interface Told {
  readonly article: ReadArticle;
  readonly sentence: number;
  readonly value: string;
  readonly bearer: Bearer | undefined;
  readonly passage: Passage;
  readonly words: string;
}

/** Two values of one bearer that exclude each other. */
interface Pair {
  readonly a: Told;
  readonly b: Told;
  /** How surely the bearers are one. */
  readonly same: number;
}

/** What each name is called in the story: `suspect`, `father`. */
type Parts = ReadonlyMap<string, ReadonlySet<string>>;

/** So many words to either side are shown: a state stands close to whom it is told of. */
const [BEFORE, BEHIND] = [10, 6];
/** So many first sentences are the lead. */
const LEAD = 4;
/** Nothing speaks against two bearers being one, and nothing for it. */
const OPEN = 0.5;
/** Somebody of whom it is not said who. */
const NOBODY = 0.4;

/** Persons of whom the articles of a story tell different states. */
export function findFieldDisputes(articles: readonly ReadArticle[]): Candidate[] {
  const speakers = onlySpeakers(articles);
  const bearers = articles.map(article => new Bearers(article, speakers));
  const parts = new Map<string, Set<string>>();
  for (const { parts: own } of bearers)
    for (const [name, words] of own) parts.set(name, new Set([...(parts.get(name) ?? []), ...words]));
  return FIELDS.flatMap(field => {
    const told = articles.flatMap((article, i) => toldIn(article, field, bearers[i]));
    const pairs = told.flatMap((a, i) => told.slice(i + 1).flatMap(b => pairOf(field, a, b, told, parts)));
    const links = pairs.map(({ a, b }) => [told.indexOf(a), told.indexOf(b)] as const);
    return joinedGroups(told, links).flatMap(group => {
      const [best] = pairs.filter(({ a }) => group.includes(a)).sort((x, y) => y.same - x.same);
      if (!best) return [];
      const isOfBest = ({ bearer }: Told) =>
        !bearer || [best.a, best.b].some(side => sameBearer(bearer, side.bearer, parts) >= OPEN);
      return [candidateOf(field, group.filter(isOfBest), best)];
    });
  });
}

/** What stands before a value that is denied, asked, a condition, or was warded off. */
const DENIED =
  /\b(?:no|not|never|without|nor|neither|if|whether|unless|had|should|might|may|n't|nobody|alleged(?:ly)?)(?: \S+){0,3} $|\b(?:escaped?|avoid(?:ed)?|could|would) (?:\S+ ){0,6}$/;
/** What makes a verb passive, or is no verb at all. */
const PASSIVE = /\b(?:was|were|been|is|are|being|be|in|into|got)\b/;
/** What follows an active verb: no preposition or mark. */
const OBJECT = /^ (?!(?:in|on|after|for|at|by|during|with|and|while|when|as|from|to|outside|near|inside)\b)[\w“"']/;

function toldIn(article: ReadArticle, field: Field, bearers: Bearers | undefined): Told[] {
  const { reading, path } = article;
  return reading.sentences.flatMap((home, sentence) => {
    let text = reading.text.slice(home.start, home.end).toLowerCase().replace(/[’‘]/g, "'").replace(/\s/g, ' ');
    if (field.unless?.test(text) || (field.only && !field.only.test(text))) return [];
    const found: Told[] = [];
    for (const { id, pattern, ofObject } of field.values) {
      for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
        const [told] = match;
        const before = text.slice(0, match.index);
        // What is read once is not read again as another value.
        text = before + '_'.repeat(told.length) + text.slice(before.length + told.length);
        if (DENIED.test(before.slice(-48))) continue;
        const start = home.start + before.length;
        const span = { start, end: start + told.length };
        const active =
          ofObject === true &&
          !PASSIVE.test(`${before.slice(-12)} ${told}`) &&
          OBJECT.test(text.slice(before.length + told.length));
        found.push({
          article,
          sentence,
          value: id,
          bearer: bearers?.bearerOf(sentence, span, active),
          passage: { path, ...clauseAround(reading, sentence, span, BEFORE, BEHIND) },
          words: reading.text.slice(span.start, span.end).replace(/\s+/g, ' ').trim(),
        });
      }
    }
    return found;
  });
}

function areOpposed({ opposed }: Field, a: string, b: string): boolean {
  return opposed.includes(`${a} ${b}`) || opposed.includes(`${b} ${a}`);
}

/** Parts that many have in one story. */
const MANY = new Set(['man', 'woman', 'victim', 'officer']);

/** How surely two bearers are one, 0..1. */
function sameBearer(a: Bearer | undefined, b: Bearer | undefined, parts: Parts): number {
  if (!a || !b) return NOBODY;
  if (a.age !== undefined && b.age !== undefined && a.age !== b.age) return 0;
  if (a.name !== undefined && b.name !== undefined) return a.name === b.name ? 1 : 0;
  if (a.count !== b.count) return 0;
  if (a.age !== undefined && a.age === b.age) return 0.95;
  const [x, y] = [partsOf(a, parts), partsOf(b, parts)];
  if ([...x].some(part => y.has(part) && part !== 'person'))
    return MANY.has(a.part ?? '') || MANY.has(b.part ?? '') ? 0.6 : 0.9;
  return [...x].some(p => [...y].some(q => !partsAgree(p, q))) ? 0 : OPEN;
}

function partsOf({ name, part }: Bearer, parts: Parts): ReadonlySet<string> {
  const own = new Set(part === undefined ? [] : [part]);
  return name === undefined ? own : (parts.get(name) ?? own);
}

/** The pair of two mentions, or nothing. */
function pairOf(field: Field, a: Told, b: Told, told: readonly Told[], parts: Parts): Pair[] {
  if (a.article === b.article || !areOpposed(field, a.value, b.value)) return [];
  const same = sameBearer(a.bearer, b.bearer, parts);
  if (same === 0) return [];
  const [inA, inB] = [a, b].map(side => told.filter(({ article }) => article === side.article)) as [Told[], Told[]];
  const both = [...inA.filter(t => t.value === b.value), ...inB.filter(t => t.value === a.value)];
  const isOwn = ({ bearer }: Told) => [a, b].some(side => sameBearer(bearer, side.bearer, parts) > OPEN);
  // An article that tells both of the bearer tells a development; of several bearers, it takes a name to know which.
  // How somebody left is no development: a source may well use one word here and the other there.
  const valuesIn = (list: readonly Told[]) => new Set(list.filter(isOwn).map(({ value }) => value)).size;
  const mixed = field.id === 'departure' && (valuesIn(inA) === 1 || valuesIn(inB) === 1);
  if (both.some(isOwn) && !mixed) return [];
  if (both.length > 0 && (same < 1 || field.id === 'crime')) return [];
  const nobody = [a, b].filter(({ bearer }) => !bearer);
  if (nobody.length > 0) {
    const known = nobody.every(({ value }) => field.ofNobody.includes(value));
    const canBeOne = (list: readonly Told[]) =>
      list.every(x => list.every(y => sameBearer(x.bearer, y.bearer, parts) > 0));
    return known && canBeOne(inA) && canBeOne(inB) ? [{ a, b, same }] : [];
  }
  if (same < field.sameness) return [];
  // Two or more of a kind are told of one by one.
  if (a.bearer?.count !== 1 && field.id !== 'custody') return [];
  if (field.id === 'condition' && same < 0.9 && [a.value, b.value].includes('dead')) return [];
  const inLead = a.sentence < LEAD || b.sentence < LEAD;
  const hasOthers = (side: Told, list: readonly Told[]) =>
    list.some(({ bearer }) => sameBearer(bearer, side.bearer, parts) === 0);
  if (same === OPEN && (!inLead || hasOthers(a, inA) || hasOthers(b, inB))) return [];
  return field.id === 'departure' && !inLead ? [] : [{ a, b, same }];
}

function candidateOf(field: Field, group: readonly Told[], { a, b, same }: Pair): Candidate {
  const who = commonest(group.flatMap(({ bearer }) => bearer?.name ?? [])) ?? nounOf(a) ?? nounOf(b) ?? 'the person';
  const values = [...new Set(group.map(({ value }) => value))];
  const isUpdate = group.every(x =>
    group.every(y => !areOpposed(field, x.value, y.value) || isLaterFurther(field, x, y)),
  );
  return {
    kind: 'status',
    status: isUpdate ? 'update' : 'conflict',
    title: field.title.replace('…', who),
    key: [field.id, who],
    positions: values.map(value => {
      const side = group.filter(told => told.value === value);
      const [label = ''] = side.map(({ words }) => words).sort((x, y) => x.length - y.length || (x < y ? -1 : 1));
      return { label, evidence: side.map(({ passage }) => passage) };
    }),
    score: field.certainty + (same > OPEN ? 0.05 : 0),
    why: ['told of one person in words that exclude each other'],
  };
}

function nounOf({ bearer }: Told): string | undefined {
  if (!bearer?.part) return undefined;
  return bearer.count === 1 ? `the ${bearer.part}` : `the ${bearer.plural ?? bearer.part}`;
}

/** The later article tells the further state. */
function isLaterFurther({ order }: Field, a: Told, b: Told): boolean {
  const [x, y] = [a, b].map(({ article }) => article.info.published?.slice(0, 10));
  if (x === undefined || y === undefined || x === y) return false;
  const [early, late] = x < y ? [a, b] : [b, a];
  return order.indexOf(late.value) > order.indexOf(early.value);
}
