/**
 * Value slots: every number, date and time of a story with what it is about, so that values of one slot can be compared across sources.
 *
 * Method: a slot mention is a value with its unit, the noun it counts, whom it belongs to (an age) and the words of its sentence, nearer ones
 * counting more. Two mentions of different articles are held to fill one slot when each is the other's best partner there and they are alike
 * enough; so a sentence that merely resembles another does not bring its numbers along. Cost: the square of the number of values of one unit.
 */
import { CLOSED } from '../../claims/tag/closed.ts';
import type { DateValue, QuantityValue, Value } from '../../entities/types.ts';
import type { ReadArticle } from '../../matches/article.ts';
import { rarityOf } from '../../matches/rarity.ts';
import { stem } from '../../matches/stem.ts';
import { cosine, type SparseVector, Vocabulary } from '../../matches/vectors.ts';
import type { Token } from '../../text/reading.ts';
import { contains, overlap, type Span } from '../../text/span.ts';
import { type EventMention, roleLikeness } from '../base/events.ts';

/** A value where it stands, with what tells its slot. */
export interface SlotMention {
  readonly article: ReadArticle;
  /** Index into the reading's sentences. */
  readonly sentence: number;
  readonly value: Value;
  /** Values are compared within one unit: `count`, `money:USD`, `date`, `time`, … */
  readonly unit: string;
  /** The word that it is measured in, as the text has it: `mph`. */
  readonly measure: string;
  /** The noun that is counted, where one stands right behind the number: `gunmen`. */
  readonly head?: string;
  /** Stems of what is counted, nearest first; `person` for people. */
  readonly nouns: readonly string[];
  /** What is counted, by the event that the number stands in. */
  readonly noun?: string;
  /** The event that it belongs to. */
  readonly event?: EventMention;
  /** Whom an age belongs to, by canonical name or head noun. */
  readonly owner?: string;
  /** The sentence's words without the value, nearer ones heavier. */
  readonly context: SparseVector;
  /** Of people, what kind is counted: `official`, `child`. */
  readonly kinds: readonly string[];
  /** Words that narrow the scope to a part: `other`, `includ`, … */
  readonly scope: ReadonlySet<string>;
  /** Other exact numbers of its sentence: `one` beside the 15 of `one dead, 15 hurt`. */
  readonly companions: readonly number[];
  /** Whether those counted do it or undergo it. */
  readonly part?: 'agent' | 'patient' | undefined;
  /** In a heading or among the first sentences. */
  readonly lead: boolean;
}

const PEOPLE = new Set(
  'people person man woman men women victim resident worker employee student child kid boy girl teen teenager passenger officer soldier civilian protester demonstrator fan patron bystander patient migrant refugee hostage survivor suspect dead wounded injured casualty fatality other death individual civilian villager tourist pilgrim miner fighter militant trooper deputy agent police fatally kill injur wound hurt shot'
    .split(' ')
    .map(stem),
);
/** Words that an age may belong to, beside those for people. */
const SOMEBODY = new Set([
  ...PEOPLE,
  ...'son daughter brother sister father mother husband wife girlfriend boyfriend nephew niece cousin grandson granddaughter grandmother grandfather baby infant toddler gunman shooter driver neighbor neighbour friend female male'
    .split(' ')
    .map(stem),
]);
for (const word of ['shot', 'dead', 'kill', 'hurt', 'injur', 'wound', 'fatally', 'fatality', 'death', 'other'])
  SOMEBODY.delete(stem(word));
const SCOPE = new Set(
  'other others another more additional includ among rest remain both each half least one separat previous last earlier similar second third'
    .split(' ')
    .map(stem),
);
const WHOLES = new Set(
  'total altogether combined overall only extra further so-far already initially alone besides'.split(' '),
);
const OTHER = stem('other');
const LEAD_SENTENCES = 3;
const WINDOW = 9;

/** All slot mentions of a story's articles. */
export function slotMentions(articles: readonly ReadArticle[], events: readonly EventMention[]): SlotMention[] {
  const vocabulary = new Vocabulary();
  const holders = eventsByValue(events);
  return articles.flatMap(article =>
    article.entities.values.flatMap(value => {
      const mention = slotMention(article, value, vocabulary, holders.get(value));
      return mention ? [mention] : [];
    }),
  );
}

interface Holder {
  readonly event: EventMention;
  readonly noun?: string;
  readonly scope?: readonly string[];
}

/** For each value the event that it counts or dates; the first in the text where there are several. */
function eventsByValue(events: readonly EventMention[]): Map<Value, Holder> {
  const holders = new Map<Value, Holder>();
  for (const event of events) {
    for (const { value, noun, scope } of event.frame.counted)
      if (!holders.has(value)) holders.set(value, { event, noun, scope });
    const { time } = event.frame;
    if (time && !holders.has(time)) holders.set(time, { event });
  }
  return holders;
}

function slotMention(
  article: ReadArticle,
  value: Value,
  vocabulary: Vocabulary,
  holder: Holder | undefined,
): SlotMention | undefined {
  const { reading } = article;
  const sentence = reading.sentences.findIndex(s => contains(s, value));
  const home = reading.sentences[sentence];
  const paragraph = home && reading.paragraphs[home.paragraph];
  if (!home || !paragraph || paragraph.kind === 'dateline' || paragraph.kind === 'credit') return undefined;
  const tokens = reading.tokens.slice(home.firstToken, home.endToken);
  const first = tokens.findIndex(token => overlap(token, value) > 0);
  const after = tokens.findIndex(token => token.start >= value.end);
  const end = after < 0 ? tokens.length : after;
  // `the 2900 block of Elm Street` counts nothing, `all but five` counts the others, `Published Monday` dates the page.
  if (tokens[end]?.lower === 'block' || tokens[first - 1]?.lower === 'but') return undefined;
  // `students 18 and older`, `21+`: who may come in.
  if (
    /^(?:older|above|over|up|under|younger)$/.test(tokens[end + 1]?.lower ?? '') &&
    /^(?:and|or)$/.test(tokens[end]?.lower ?? '')
  )
    return undefined;
  if (reading.text[value.end - 1] === '+' || reading.text[value.end] === '+') return undefined;
  // A telephone number's area, a footnote.
  if (/[([]/.test(tokens[first - 1]?.text ?? '') && /[)\]]/.test(tokens[end]?.text ?? '') && unitOf(value) === 'count')
    return undefined;
  if (value.kind === 'date' && PAGE_DATES.has(tokens.find(token => token.kind === 'word')?.lower ?? ''))
    return undefined;
  const owner =
    value.kind === 'quantity' && value.unit === 'year-old' ? ownerOf(article, tokens, first, end) : undefined;
  return {
    article,
    sentence,
    value,
    unit: unitOf(value),
    measure: reading.text
      .slice(value.start, value.end)
      .replace(/[^\p{L}]+/gu, '')
      .toLowerCase()
      .slice(-3),
    ...headOf(tokens, end),
    nouns: value.kind === 'quantity' ? nounsOf(tokens, first, end) : [],
    ...(owner && { owner }),
    ...(holder && { event: holder.event }),
    ...(holder?.noun !== undefined && { noun: holder.noun }),
    context: vocabulary.vector(contextOf(tokens, first, end, itemAround(article, home, value))),
    kinds: (holder?.scope ?? []).filter(word => !SCOPE.has(stem(word)) && !WHOLES.has(word)),
    scope: new Set(
      tokens
        .slice(Math.max(0, first - 3), end + 3)
        .map(t => stem(t.lower))
        .filter(s => SCOPE.has(s)),
    ),
    companions: companionsOf(article, home, value),
    ...(holder && value.kind === 'quantity' && { part: partIn(holder.event, value) }),
    lead: paragraph.kind === 'heading' || sentence < LEAD_SENTENCES,
  };
}

/** The noun that a number counts: the first plural among the words right behind it, else the last of them. */
function headOf(tokens: readonly Token[], end: number): { readonly head?: string } {
  const run: string[] = [];
  for (const token of tokens.slice(end, end + 5)) {
    if (token.kind !== 'word' || CLOSED.has(token.lower)) break;
    run.push(token.lower);
  }
  const head =
    run.find(word => /[^su]s$|^(?:people|men|women|children|police|gunmen|firemen)$/.test(word)) ?? run.at(-1);
  return head === undefined ? {} : { head };
}

const PAGE_DATES = new Set(['published', 'updated', 'posted', 'modified']);
function partIn({ frame }: EventMention, value: Value): 'agent' | 'patient' | undefined {
  if (frame.patient && contains(frame.patient, value)) return 'patient';
  // Without an object (`17 died`) the subject may be who it is done to.
  return frame.patient && frame.agent && contains(frame.agent, value) ? 'agent' : undefined;
}

function companionsOf(article: ReadArticle, home: Span, value: Value): number[] {
  return article.entities.values.flatMap(other =>
    other !== value &&
    other.kind === 'quantity' &&
    other.unit === (value.kind === 'quantity' ? value.unit : 'count') &&
    other.low === other.high &&
    contains(home, other)
      ? [other.low]
      : [],
  );
}

function unitOf(value: Value): string {
  if (value.kind === 'quantity') return value.unit;
  return value.time !== undefined && /\d/.test(value.time) ? 'time' : 'date';
}

/** What is counted: the words to the right up to the clause's end; where there are none, those to the left. */
function nounsOf(tokens: readonly Token[], first: number, end: number): string[] {
  const right = contentWords(tokens.slice(end, end + 5), true);
  const left = contentWords(tokens.slice(Math.max(0, first - 4), first).reverse(), true);
  const found = [...right, ...left];
  return [...new Set(found.map(word => (PEOPLE.has(word) ? 'person' : word)))];
}

function contentWords(tokens: readonly Token[], stopAtMark: boolean): string[] {
  const words: string[] = [];
  for (const token of tokens) {
    if (stopAtMark && token.kind === 'mark' && !/^["“”'‘’-]$/.test(token.text)) break;
    if (token.kind === 'number') break;
    const root = stem(token.lower);
    if (token.kind === 'word' && rarityOf(root) >= 1.5) words.push(root);
  }
  return words;
}

/** The person whose age it is: the nearest name before it in the sentence, else behind it, else the noun it describes. */
function ownerOf(article: ReadArticle, tokens: readonly Token[], first: number, end: number): string | undefined {
  const from = tokens[0]?.start ?? 0;
  const at = tokens[first]?.start ?? 0;
  const to = tokens.at(-1)?.end ?? 0;
  const persons = article.entities.mentions.flatMap((mention, i) =>
    article.types[i] === 'person' && mention.start >= from && mention.end <= to
      ? [{ mention, name: article.names[i] ?? mention.text }]
      : [],
  );
  const before = persons.filter(p => p.mention.end <= at && at - p.mention.end <= 4).at(-1);
  const behind = persons.find(p => p.mention.start >= at && p.mention.start - (tokens[end - 1]?.end ?? at) <= 12);
  return before?.name ?? behind?.name ?? nounAfter(tokens.slice(end, end + 4));
}

/** `son` of `11-year-old son`: the first word that names somebody. */
function nounAfter(tokens: readonly Token[]): string | undefined {
  return tokens.find(token => SOMEBODY.has(stem(token.lower)))?.lower;
}

/** Whether an age belongs to somebody by name, and not just to a boy or a man. */
export function isNamed({ owner }: SlotMention): boolean {
  return owner !== undefined && /^\p{Lu}/u.test(owner);
}

/** So many values of one unit in a sentence make it a list: each has its own item alone. */
const LIST = 2;

/** The sentence, or of a list of values the stretch between a value's neighbours. */
function itemAround(article: ReadArticle, home: Span, value: Value): Span {
  const alike = article.entities.values.filter(other => contains(home, other) && unitOf(other) === unitOf(value));
  if (alike.length < LIST) return home;
  const before = alike.filter(other => other.end <= value.start).at(-1);
  const after = alike.find(other => other.start >= value.end);
  return { start: before?.end ?? home.start, end: after?.start ?? home.end };
}

function contextOf(tokens: readonly Token[], first: number, end: number, item: Span): Map<string, number> {
  const weights = new Map<string, number>();
  tokens.forEach((token, i) => {
    if (token.kind !== 'word' || (i >= first && i < end) || !contains(item, token)) return;
    const root = stem(token.lower);
    const rarity = rarityOf(root);
    if (rarity < 1.5) return;
    const distance = i < first ? first - i : i - end + 1;
    weights.set(root, Math.max(weights.get(root) ?? 0, rarity * Math.exp(-distance / WINDOW)));
  });
  return weights;
}

/** How alike the slots of two mentions are, 0..1; 0 when their units differ. */
export function slotLikeness(a: SlotMention, b: SlotMention): number {
  if (a.unit !== b.unit) return 0;
  if (a.part !== undefined && b.part !== undefined && a.part !== b.part) return 0;
  const context = cosine(a.context, b.context);
  if (a.unit === 'year-old') return a.owner !== undefined && a.owner === b.owner ? 0.6 + 0.4 * context : 0.5 * context;
  const event = eventLikeness(a.event, b.event);
  if (a.value.kind === 'date') return 0.55 * context + 0.45 * event;
  // What dollars and miles are of stands in the words around them.
  if (a.unit !== 'count') return 0.7 * context + 0.3 * event;
  return 0.4 * context + 0.3 * nounLikeness(a, b) + 0.3 * event;
}

/** Whether two counts of people are of one kind: `dozens of officials` are not the `dozen people` of another sentence. */
export function countSameKind(a: SlotMention, b: SlotMention): boolean {
  return a.kinds.length === b.kinds.length && a.kinds.every(kind => b.kinds.includes(kind));
}

/** Whether two numbers count the same kind of thing, 0..1. */
export function nounLikeness(a: SlotMention, b: SlotMention): number {
  if (a.noun !== undefined && b.noun !== undefined) {
    if (a.noun === b.noun) return 1;
    return a.nouns.includes(stem(b.noun)) || b.nouns.includes(stem(a.noun)) ? 0.6 : 0;
  }
  const shared = a.nouns.filter(noun => b.nouns.includes(noun)).length;
  return Math.min(1, shared / Math.max(1, Math.min(a.nouns.length, b.nouns.length, 3)));
}

/** Whether two mentions are of one event, 0..1: the same happening, and the same parties where both name them. */
export function eventLikeness(a: EventMention | undefined, b: EventMention | undefined): number {
  if (!a || !b || a.frame.predicate !== b.frame.predicate) return 0;
  const roles = [roleLikeness(a.agent, b.agent), roleLikeness(a.patient, b.patient)].filter(r => r !== undefined);
  return roles.length === 0 ? 0.6 : 0.4 + (0.6 * roles.reduce((sum, r) => sum + r, 0)) / roles.length;
}

/** How two values stand to each other. */
export type Comparison = 'same' | 'compatible' | 'apart';

/** Compares what two mentions of one slot say, minding parts and wholes: `16 shot` is `one dead and 15 hurt`, 20 others and one are 21. */
export function compareMentions(a: SlotMention, b: SlotMention): Comparison {
  const comparison = compareMeasured(a, b);
  if (comparison === 'same' || a.value.kind !== 'quantity' || b.value.kind !== 'quantity') return comparison;
  // Both sentences hold both numbers: the same is told in another order.
  if (a.companions.includes(b.value.low) && b.companions.includes(a.value.low)) return 'same';
  if (comparison !== 'apart' || a.unit !== 'count') return comparison;
  const [small, large] = a.value.low <= b.value.low ? [a, b] : [b, a];
  const gap = Math.abs(a.value.low - b.value.low);
  const alike = a.event?.frame.predicate === b.event?.frame.predicate;
  if (small.scope.has(OTHER) && !large.scope.has(OTHER) && (gap === 1 || small.companions.includes(gap))) return 'same';
  return !alike && small.companions.includes(gap) ? 'same' : comparison;
}

/** Compares what two mentions measure: given in one unit, any difference counts. */
export function compareMeasured(a: SlotMention, b: SlotMention): Comparison {
  return compareValues(a.value, b.value, a.measure === b.measure);
}

export function compareValues(a: Value, b: Value, oneUnit = false): Comparison {
  if (a.kind === 'quantity' && b.kind === 'quantity') return compareQuantities(a, b, oneUnit);
  if (a.kind === 'date' && b.kind === 'date') return compareDates(a, b);
  return 'compatible';
}

/** Two conversions of one measurement seldom agree beyond their first digits: 25 feet and 8 metres. */
const ROUNDED = 0.06;

function compareQuantities(a: QuantityValue, b: QuantityValue, oneUnit: boolean): Comparison {
  if (a.low === b.low && a.high === b.high) return 'same';
  const slack = CONVERTED.has(a.unit) && !oneUnit ? ROUNDED * Math.max(Math.abs(a.low), Math.abs(b.low)) : 0;
  if (slack > 0 && Math.abs(a.low - b.low) <= slack && Math.abs(a.high - b.high) <= slack) return 'same';
  return a.low > b.high + slack || b.low > a.high + slack ? 'apart' : 'compatible';
}

/** Units in which the same thing is given in more than one system. */
const CONVERTED = new Set(['metre', 'square metre', 'kilogram', 'litre', 'metre/second', 'celsius']);

function compareDates(a: DateValue, b: DateValue): Comparison {
  if (a.time !== undefined && b.time !== undefined && /\d/.test(a.time) && /\d/.test(b.time)) {
    return a.time === b.time ? 'same' : 'apart';
  }
  if (!a.from || !a.to || !b.from || !b.to) return 'compatible';
  if (a.from === b.from && a.to === b.to) return 'same';
  return a.from > b.to || b.from > a.to ? 'apart' : 'compatible';
}
