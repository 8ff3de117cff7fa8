/**
 * Titles and id words of disputed facts, put as a person would put the question.
 *
 * Method: templates by the kind of value, filled with the event's own words where one is known, else with the words around the value and a gap
 * in its place. Cost: linear in the words of the sentences that hold the values.
 */
import type { ReadArticle } from '../matches/article.ts';
import { rarityOf } from '../matches/rarity.ts';
import { stem } from '../matches/stem.ts';
import { contains, type Span } from '../text/span.ts';
import { wordSet } from '../text/words.ts';
import { clauseAround } from './evidence.ts';
import type { SlotMention } from './slots.ts';

/** What is asked, and what it is known by from one analysis to the next. */
export interface Question {
  readonly title: string;
  /** Words that the fact's id is made from. */
  readonly key: readonly string[];
}

/** Past participles that no rule gives. */
const PARTICIPLES: Readonly<Record<string, string>> = {
  beat: 'beaten',
  buy: 'bought',
  catch: 'caught',
  cut: 'cut',
  drive: 'driven',
  find: 'found',
  fly: 'flown',
  give: 'given',
  hold: 'held',
  hurt: 'hurt',
  leave: 'left',
  lose: 'lost',
  make: 'made',
  pay: 'paid',
  put: 'put',
  run: 'run',
  sell: 'sold',
  send: 'sent',
  shoot: 'shot',
  spend: 'spent',
  steal: 'stolen',
  strike: 'struck',
  sue: 'sued',
  take: 'taken',
  win: 'won',
  write: 'written',
};
/** What one asks for in a unit other than things counted. */
const ASKS: Readonly<Record<string, string>> = {
  percent: 'What share',
  metre: 'How far',
  second: 'How long',
  kilogram: 'How heavy',
  celsius: 'How hot',
  degree: 'How hot',
  litre: 'How much',
  'square metre': 'How large',
  'metre/second': 'How fast',
};

/** `revoke` → `revoked`. */
export function participle(verb: string): string {
  const [first = verb, ...rest] = verb.split('-');
  const made =
    PARTICIPLES[first] ??
    (/[^aeiou]y$/.test(first)
      ? `${first.slice(0, -1)}ied`
      : first.endsWith('e')
        ? `${first}d`
        : /^[^aeiou]*[aeiou][bdgmnprt]$/.test(first)
          ? `${first}${first.at(-1)}ed`
          : `${first}ed`);
  return [made, ...rest].join(' ');
}

/** The question that the values of a slot answer. */
export function questionAbout(mentions: readonly SlotMention[]): Question {
  const [first] = mentions;
  if (!first) return { title: '', key: [] };
  if (first.value.kind === 'date') return whenQuestion(mentions);
  if (first.unit === 'year-old') return ageQuestion(first);
  const noun = commonest(mentions.flatMap(m => (m.noun === undefined ? [] : [m.noun])));
  const predicate = commonest(mentions.flatMap(m => (m.event ? [m.event.frame.predicate] : [])));
  if (first.unit === 'count' && noun === 'person') {
    const done =
      predicate === undefined || VAGUE.has(predicate) || !mentions.some(isUndergoing)
        ? undefined
        : participle(predicate);
    return {
      title: done
        ? `How many people were ${done}`
        : `How many people: ${gapAround(first.article, first.sentence, first.value)}`,
      key: ['people', predicate ?? gapKey(first)],
    };
  }
  if (first.unit === 'count')
    return {
      title: `How many ${thing(mentions)}: ${gapAround(first.article, first.sentence, first.value)}`,
      key: [noun ?? 'number', predicate ?? gapKey(first)],
    };
  const asks = first.unit.startsWith('money') ? 'How much money' : (ASKS[first.unit] ?? 'How much');
  return {
    title: `${asks}: ${gapAround(first.article, first.sentence, first.value)}`,
    key: [first.unit.replace(/:.*/, ''), gapKey(first)],
  };
}

/** Verbs of which `were …` tells nothing of those counted. */
const VAGUE = wordSet(`
  be have say do get make take see report believe know want go come include involve cost attend work live serve
`);

/** Whether those counted are who it is done to. */
function isUndergoing({ event, value }: SlotMention): boolean {
  const { patient, agent } = event?.frame ?? {};
  return patient
    ? contains(patient, value)
    : agent === undefined && event?.frame.counted.some(c => c.value === value) === true;
}

function ageQuestion({ owner }: SlotMention): Question {
  const who = owner === undefined ? 'the person' : /^\p{Lu}/u.test(owner) ? owner : `the ${owner}`;
  return { title: `How old ${who} is`, key: ['age', owner ?? 'person'] };
}

function whenQuestion(mentions: readonly SlotMention[]): Question {
  const [first] = mentions;
  if (!first) return { title: '', key: [] };
  const event = mentions.find(m => m.event)?.event;
  return {
    title: `At what time: ${gapAround(first.article, first.sentence, first.value)}`,
    key: ['when', event?.frame.predicate ?? gapKey(first)],
  };
}

/** The words around a value with a gap in its place: what a reader would have to fill in. */
export function gapAround(article: ReadArticle, sentence: number, value: Span): string {
  const { text } = article.reading;
  const around = clauseAround(article.reading, sentence, value, 4, 5);
  return `“${shortened(`${text.slice(around.start, value.start)}… ${text.slice(value.end, around.end)}`)}”`;
}

function gapKey({ article, sentence, value }: SlotMention): string {
  const around = clauseAround(article.reading, sentence, value, 4, 5);
  const words = article.reading.tokens.filter(t => t.kind === 'word' && t.start >= around.start && t.end <= around.end);
  return [...words].sort((a, b) => rarityOf(stem(b.lower)) - rarityOf(stem(a.lower)))[0]?.lower ?? '';
}

/** What is counted, in a source's own words: `federal agents` of `three federal agents`. */
function thing(mentions: readonly SlotMention[]): string {
  const texts = mentions.flatMap(({ article, event, value }) => {
    const counted = event?.frame.counted.find(c => c.value === value);
    const words = counted && article.reading.text.slice(Math.max(counted.start, value.end), counted.end).trim();
    return words ? [words.replace(/\s+/g, ' ')] : [];
  });
  return texts.sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0] ?? 'there are';
}

/** How long quoted words are at most, in characters. */
const LONGEST = 64;

/** Words for a title: without quotation marks and loose ends, cut at a word where they are too many. */
function shortened(words: string): string {
  const clean = words
    .replace(/[“”"]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:.–—-]+|[\s,;:–—-]+$/g, '');
  if (clean.length <= LONGEST) return clean;
  return `${clean.slice(0, clean.lastIndexOf(' ', LONGEST))} …`;
}

/** The most frequent of some words, of equally frequent ones the first by code point; undefined when there is none. */
export function commonest(words: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}
