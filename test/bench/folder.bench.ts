/**
 * Folders of articles of any size, for the benches: events that nobody ever heard of, each told by a few outlets that disagree on some of it.
 * Same seed, same articles. Every sentence is the project's own.
 */
import { WORD_CLASSES } from '../../src/engine/claims/tag/lexicon.data.ts';
import type { ArticleInput } from '../../src/engine/corpus.ts';

/** So many outlets tell each event. */
const TELLERS = 5;
const OUTLETS = ['gazette', 'tribune', 'courier', 'agency', 'digest'];
const FIRST = 'Ada Ida Orla Piet Moss Greta Tomas Lena Viktor Nora Ruben Edith Oskar Marta Jonas Klara'.split(' ');
const LAST = 'Lund Velling Ruys Marsh Holt Brandt Quist Arden Falk Rowe Tamm Vance Sorrel Dray Kemp Ostrow'.split(' ');
const HEADS = 'Brin Lind Oster Hal Mar Tolle Vey Kester Ash Dun Fal Grim Sand Weather Thorn Elm'.split(' ');
const ENDS = 'dle holm wick stead ford mouth bury ham ton field gate haven'.split(' ');
const DAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const HAPPENINGS = [
  ['fire', 'broke out at', 'warehouse'],
  ['blast', 'tore through', 'refinery'],
  ['flood', 'swept through', 'market'],
  ['collapse', 'brought down part of', 'bridge'],
  ['storm', 'destroyed the roof of', 'school'],
  ['crash', 'closed the road beside', 'station'],
] as const;

/** What events are about beside that: words that have nothing to do with each other. Two events share few, as two stories do. */
const THINGS = [
  ...new Set(WORD_CLASSES.flatMap(([classes, words]) => (classes[0] === 'n' ? words.split(' ') : []))),
].filter(word => /^[a-z]{4,9}$/.test(word));
const MATTERS = 24;
const KINDS = 5;
const TITLES =
  'Mayor Minister Governor Captain Professor Senator Judge Bishop Colonel Director Ambassador Inspector'.split(' ');

type Random = () => number;

/** The generator `mulberry32`: enough for texts, and the same on every machine. */
function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Event {
  readonly town: string;
  readonly day: string;
  readonly date: string;
  readonly what: (typeof HAPPENINGS)[number];
  readonly mayor: string;
  readonly chief: string;
  readonly killed: number;
  readonly hurt: number;
  readonly cost: number;
  readonly matters: readonly string[];
  readonly titles: readonly string[];
  /** Which kinds of sentences tell of it. */
  readonly kinds: readonly number[];
}

function pick<T>(random: Random, list: readonly T[]): T {
  const found = list[Math.floor(random() * list.length)];
  if (found === undefined) throw new Error('Nothing to pick from');
  return found;
}

function eventOf(random: Random): Event {
  const name = () => `${pick(random, FIRST)} ${pick(random, LAST)}`;
  const day = 1 + Math.floor(random() * 28);
  return {
    town: `${pick(random, HEADS)}${pick(random, ENDS)} ${pick(random, ['Harbour', 'Cross', 'Bridge', 'Hill'])}`,
    day: pick(random, DAYS),
    date: `${1990 + Math.floor(random() * 36)}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
    what: pick(random, HAPPENINGS),
    mayor: name(),
    chief: name(),
    killed: 2 + Math.floor(random() * 30),
    hurt: 5 + Math.floor(random() * 90),
    cost: 1 + Math.floor(random() * 60),
    matters: Array.from({ length: MATTERS }, () => pick(random, THINGS)),
    titles: [pick(random, TITLES), pick(random, TITLES)],
    kinds: Array.from({ length: KINDS }, () => Math.floor(random() * 12)),
  };
}

/** One telling; `says` may differ from the event where outlets disagree. */
function opening({ town, day, what: [noun, verb, place], killed }: Event, random: Random): string {
  return pick(random, [
    `${killed} people were killed when a ${noun} ${verb} a ${place} in ${town} on ${day} night.`,
    `A ${noun} at a ${place} in ${town} killed ${killed} people late on ${day}, officials said.`,
    `At least ${killed} people died after a ${noun} ${verb} a ${place} in ${town}.`,
  ]);
}

function sentence(event: Event, random: Random): string {
  const { town, day, what, mayor, chief, hurt, cost, matters, titles } = event;
  const [noun, , place] = what;
  const number = () => 2 + Math.floor(random() * 40);
  const street = `${pick(random, HEADS)}${pick(random, ENDS)} Street`;
  const thing = () => pick(random, matters);
  const kinds = [
    `${titles[0]} ${mayor} said the ${noun} had cost the ${thing()} and the ${thing()} ${cost} million dollars.`,
    `${titles[1]} ${chief} denied that the ${thing()} of the ${thing()} had been warned.`,
    `Another ${hurt} people were injured by the ${thing()}, the hospital in ${town} said.`,
    `“We closed the ${thing()} beside the ${thing()} at once,” ${mayor} told reporters on ${day}.`,
    `${number()} families of the ${thing()} left for the ${thing()} on ${street}.`,
    `According to ${chief}, the ${thing()} met the ${thing()} shortly before ${1 + Math.floor(random() * 11)} p.m.`,
    `The ${thing()} of ${town} needs a ${thing()} and a ${thing()} next month, ${mayor} announced.`,
    `${chief} resigned when the ${thing()} showed that no ${thing()} had been inspected in ${number()} years.`,
    `On ${street} a ${thing()} with a ${thing()} stands ${number()} metres from the ${thing()}.`,
    `The owner of the ${thing()} was arrested over a ${thing()} and a ${thing()}.`,
    `Work on the ${thing()} for the ${place} may begin in ${2026 + Math.floor(random() * 4)}, said ${mayor}.`,
    `No ${thing()} could say whether ${number()} missing workers had seen the ${thing()} or the ${thing()}.`,
  ];
  return kinds[pick(random, event.kinds)] ?? '';
}

function telling(event: Event, teller: number, words: number, random: Random): string {
  const [noun, , place] = event.what;
  // Every outlet knows better in one thing, now and then.
  const told: Event = {
    ...event,
    killed: event.killed + (random() < 0.4 ? teller : 0),
    hurt: event.hurt + (random() < 0.3 ? 2 * teller : 0),
    cost: event.cost + (random() < 0.2 ? teller : 0),
  };
  const [first = '', second = ''] = event.matters;
  const paragraphs = [
    `The ${first} and the ${second} of ${event.town} After ${noun} at ${place}`,
    opening(told, random),
  ];
  for (let count = 30; count < words; ) {
    const paragraph = Array.from({ length: 2 + Math.floor(random() * 3) }, () => sentence(told, random)).join(' ');
    paragraphs.push(paragraph);
    count += paragraph.split(' ').length;
  }
  return `${paragraphs.join('\n\n')}\n`;
}

/**
 * A folder of so many articles, in stories of five.
 * @param words about so many words an article
 */
export function articlesOf(count: number, words = 400, seed = 1): ArticleInput[] {
  const random = randomFrom(seed);
  const inputs: ArticleInput[] = [];
  let event = eventOf(random);
  for (let i = 0; i < count; i++) {
    const teller = i % TELLERS;
    if (teller === 0) event = eventOf(random);
    const outlet = OUTLETS[teller] ?? 'digest';
    const path = `${String(Math.floor(i / TELLERS)).padStart(4, '0')}-${outlet}.txt`;
    inputs.push({ path, text: telling(event, teller, words, random), info: { outlet, published: event.date } });
  }
  return inputs;
}

/** The same folder with its first article so many words long. */
export function withLongArticle(count: number, words = 5_000): ArticleInput[] {
  const [long] = articlesOf(1, words);
  const [, ...others] = articlesOf(count);
  return long ? [long, ...others] : others;
}
