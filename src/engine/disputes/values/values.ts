/**
 * Numbers and times of day that sources give differently: one fact a slot, its values the positions.
 */
import type { Passage } from '../../analysis.ts';
import type { ReadArticle } from '../../matches/article.ts';
import { stem } from '../../matches/stem.ts';
import type { StoryIndex } from '../../matches/storyIndex.ts';
import { cosine } from '../../matches/vectors.ts';
import type { WordVectors } from '../../text/wordVectors.ts';
import type { Candidate, CandidatePosition, Features } from '../base/candidate.ts';
import { certainty } from '../base/certainty.ts';
import type { EventMention } from '../base/events.ts';
import { clauseAround } from '../base/evidence.ts';
import { joinedGroups } from '../base/groups.ts';
import { growsWithTime } from './growth.ts';
import { questionAbout } from './question.ts';
import {
  type Comparison,
  compareMeasured,
  compareMentions,
  countSameKind,
  eventLikeness,
  isNamed,
  nounLikeness,
  type SlotMention,
  slotLikeness,
  slotMentions,
} from './slots.ts';
import { findTollDisputes, tollOf } from './tolls.ts';

/** Less alike than this, two values do not fill one slot. */
const ALIKE = 0.25;
const CLEARLY_WORSE = 0.2;
const ALIKE_COMPATIBLE = 0.3;
/** Within one article a heading and its text may differ, but a text seldom contradicts itself. */
const ALIKE_WITHIN = 0.5;

interface Link {
  readonly a: number;
  readonly b: number;
  readonly likeness: number;
  readonly comparison: Comparison;
}

export function findValueDisputes(
  articles: readonly ReadArticle[],
  events: readonly EventMention[],
  index: StoryIndex,
): Candidate[] {
  const mentions = slotMentions(articles, events).filter(({ unit }) => unit !== 'ordinal' && unit !== 'date');
  const units = new Map<string, SlotMention[]>();
  // A toll of a part or of another event would only stand beside those of the story's own.
  const comparable = mentions.filter(mention => tollOf(mention)?.own !== false);
  for (const mention of comparable) units.set(mention.unit, [...(units.get(mention.unit) ?? []), mention]);
  return [...findTollDisputes(mentions), ...[...units.values()].flatMap(alike => ofUnit(alike, index))];
}

function ofUnit(mentions: readonly SlotMention[], index: StoryIndex): Candidate[] {
  const links = mutualLinks(mentions, index.vectors);
  const groups = joinedGroups(
    mentions.map((mention, at) => ({ mention, at })),
    links.map(({ a, b }) => [a, b] as const),
  );
  return groups.flatMap(group => {
    const members = bestOfEachArticle(group, links);
    const own = links.filter(link => members.has(link.a) && members.has(link.b));
    const [best] = own.filter(({ comparison }) => comparison !== 'same').sort((x, y) => y.likeness - x.likeness);
    if (!best) return [];
    const kept = group.flatMap(({ mention, at }) =>
      members.has(at) && sidesWith(mention, at, best, own, mentions) ? [mention] : [],
    );
    const candidate = candidateOf(kept, best, own, mentions, index);
    return candidate ? [candidate] : [];
  });
}

/** Nearly as close to one of the two that oppose each other most as these are to each other. */
const NEARLY = 0.75;

/** Whether a mention answers the question of the best link: it gives one of its values, or is itself linked to one of its ends. */
function sidesWith(
  mention: SlotMention,
  at: number,
  best: Link,
  links: readonly Link[],
  all: readonly SlotMention[],
): boolean {
  const ends = [best.a, best.b];
  return (
    ends.includes(at) ||
    ends.some(end => {
      const other = all[end];
      return other !== undefined && compareMeasured(mention, other) === 'same';
    }) ||
    links.some(
      ({ a, b, likeness }) =>
        (a === at || b === at) && ends.includes(a === at ? b : a) && likeness >= NEARLY * best.likeness,
    )
  );
}

/** An article seldom contradicts itself: of several values in one group, those that are clearly worse linked speak of something else. */
function bestOfEachArticle(
  group: readonly { readonly mention: SlotMention; readonly at: number }[],
  links: readonly Link[],
): Set<number> {
  const linked = (at: number) =>
    Math.max(0, ...links.flatMap(({ a, b, likeness }) => (a === at || b === at ? [likeness] : [])));
  const best = new Map<string, number>();
  for (const { mention, at } of group) {
    const { path } = mention.article;
    best.set(path, Math.max(best.get(path) ?? 0, linked(at)));
  }
  const kept = group.filter(({ mention, at }) => linked(at) >= (best.get(mention.article.path) ?? 0) - CLEARLY_WORSE);
  return new Set(kept.map(({ at }) => at));
}

/** 34,000 students and five dead are two counts, whatever their sentences share. */
const WORLDS = 3.2;

function areWorldsApart(a: SlotMention, b: SlotMention): boolean {
  return a.value.kind === 'quantity' && Math.abs(Math.log((sizeOf(a) + 1) / (sizeOf(b) + 1))) > WORLDS;
}

/** Nouns less alike do not name one kind of thing. */
const KINDRED = 0.5;

/** Whether two counts may be of one kind of thing: gunmen and attackers, not gunmen and blocks. */
function countOneThing(a: SlotMention, b: SlotMention, vectors: WordVectors): boolean {
  if (a.unit !== 'count' || a.head === undefined || b.head === undefined) return true;
  if (a.noun === 'person' && b.noun === 'person') return true;
  return stem(a.head) === stem(b.head) || vectors.similarity(a.head, b.head) >= KINDRED;
}

/** Pairs of mentions that are each other's best partner in the other's article. */
function mutualLinks(mentions: readonly SlotMention[], vectors: WordVectors): Link[] {
  const paths = [...new Set(mentions.map(({ article }) => article.path))];
  const best = mentions.map(mention => {
    const partners = new Map<string, { index: number; likeness: number }>();
    mentions.forEach((other, index) => {
      if (other === mention) return;
      const within = other.article === mention.article;
      if (within && mention.lead === other.lead) return;
      const likeness = countOneThing(mention, other, vectors) ? slotLikeness(mention, other) : 0;
      if (likeness < (within ? ALIKE_WITHIN : ALIKE) || areWorldsApart(mention, other)) return;
      const path = other.article.path;
      if (likeness > (partners.get(path)?.likeness ?? 0)) partners.set(path, { index, likeness });
    });
    return partners;
  });
  const links: Link[] = [];
  mentions.forEach((mention, a) => {
    for (const path of paths) {
      const partner = best[a]?.get(path);
      if (!partner || partner.index <= a) continue;
      const other = mentions[partner.index];
      if (!other || best[partner.index]?.get(mention.article.path)?.index !== a) continue;
      const comparison = compareMentions(mention, other);
      // Two values that can both be true tell less that they answer one question.
      const weak = partner.likeness < ALIKE_COMPATIBLE || !countSameKind(mention, other);
      if (comparison === 'compatible' && weak) continue;
      links.push({ a, b: partner.index, likeness: partner.likeness, comparison });
    }
  });
  return links;
}

function candidateOf(
  group: readonly SlotMention[],
  best: Link,
  links: readonly Link[],
  all: readonly SlotMention[],
  index: StoryIndex,
): Candidate | undefined {
  const [first] = group;
  const positions = positionsOf(group);
  if (!first || positions.length < 2) return undefined;
  const features = { ...featuresOf(group, best, positions.length, all, index), both: shareOfBoth(positions) };
  const isTime = first.value.kind === 'date';
  const apart = links.some(({ comparison }) => comparison === 'apart');
  return {
    kind: isTime ? 'date' : 'number',
    status:
      group.every(({ noun }) => noun === 'person') && growsWithTime(group)
        ? 'update'
        : apart && !isRoughTime(group)
          ? 'conflict'
          : 'difference',
    ...questionAbout(group),
    positions,
    score: certainty(isTime ? 'time' : 'number', features),
    features,
    why: [`${isTime ? 'time' : 'number'} of the same thing: ${sharedWords(group)}`],
  };
}

/** Minutes of a day of a clock time; undefined for anything else. */
function minutesOf({ value }: SlotMention): number | undefined {
  const [, hours, minutes] = (value.kind === 'date' && /^(\d{1,2}):(\d{2})/.exec(value.time ?? '')) || [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}

/** Minutes between two clock times, the shorter way round the clock; undefined where one is none. */
function minutesBetween(a: SlotMention, b: SlotMention): number | undefined {
  const [x, y] = [minutesOf(a), minutesOf(b)];
  if (x === undefined || y === undefined) return undefined;
  const gap = Math.abs(x - y);
  return Math.min(gap, 24 * 60 - gap);
}

/** `around 11 p.m.` and `11:15 p.m.` can both be true. */
const ROUGH_MINUTES = 20;

function isRoughTime(group: readonly SlotMention[]): boolean {
  return group.every(a =>
    group.every(b => {
      const gap = minutesBetween(a, b);
      return gap !== undefined && (gap === 0 || (gap <= ROUGH_MINUTES && (isLoose(a) || isLoose(b))));
    }),
  );
}

/** Whether a word in front loosens it. */
function isLoose({ article, value }: SlotMention): boolean {
  const before = article.reading.text.slice(Math.max(0, value.start - 20), value.start);
  return /\b(?:about|around|approximately|roughly|some|nearly|almost|shortly|just|before|after|by)\s+(?:before|after)?\s*$/i.test(
    before,
  );
}

/** The share of articles that hold more than one position: an article seldom contradicts itself, so these are mostly several things. */
function shareOfBoth(positions: readonly CandidatePosition[]): number {
  const held = new Map<string, Set<number>>();
  positions.forEach(({ evidence }, i) => {
    for (const { path } of evidence) held.set(path, (held.get(path) ?? new Set()).add(i));
  });
  return [...held.values()].filter(own => own.size > 1).length / Math.max(1, held.size);
}

function featuresOf(
  group: readonly SlotMention[],
  best: Link,
  positions: number,
  all: readonly SlotMention[],
  index: StoryIndex,
): Features {
  const a = all[best.a];
  const b = all[best.b];
  if (!a || !b) return {};
  const [x, y] = [passageOf(a), passageOf(b)];
  const [p, q] = [index.passageAt(x.path, x), index.passageAt(y.path, y)];
  const documents = new Set(group.map(({ article }) => article.path)).size;
  return {
    likeness: best.likeness,
    context: cosine(a.context, b.context),
    nouns: nounLikeness(a, b),
    head: a.nouns[0] !== undefined && a.nouns[0] === b.nouns[0] ? 1 : 0,
    event: eventLikeness(a.event, b.event),
    predicate: a.event && b.event ? (a.event.frame.predicate === b.event.frame.predicate ? 1 : -1) : 0,
    person: a.noun === 'person' && b.noun === 'person' ? 1 : 0,
    sentences: p && q && p.path !== q.path ? index.likeness(p, q) : 0,
    apart: best.comparison === 'apart' ? 1 : 0,
    lead: a.lead && b.lead ? 1 : 0,
    scope: [...a.scope].some(word => !b.scope.has(word)) || [...b.scope].some(word => !a.scope.has(word)) ? 1 : 0,
    small: Math.min(sizeOf(a), sizeOf(b)) <= 2 && a.unit === 'count' ? 1 : 0,
    ratio: Math.min(3, Math.abs(Math.log((sizeOf(a) + 1) / (sizeOf(b) + 1)))),
    known: isKnownElsewhere(a, b, all) || isKnownElsewhere(b, a, all) ? 1 : 0,
    more: Math.min(4, positions - 2),
    documents: Math.min(4, documents - 2),
    age: a.unit === 'year-old' ? 1 : 0,
    named: isNamed(a) && a.owner === b.owner ? 1 : 0,
    money: a.unit.startsWith('money') || a.unit === 'percent' ? 1 : 0,
    slip: isSlip(a, b) ? 1 : 0,
    ...clockGap(a, b),
    said: a.event?.frame.predicate === 'say' || b.event?.frame.predicate === 'say' ? 1 : 0,
  };
}

/** Minutes apart are one event timed twice, half a day apart are two events. */
function clockGap(a: SlotMention, b: SlotMention): Features {
  const gap = minutesBetween(a, b);
  return gap === undefined ? {} : { close: gap <= 60 ? 1 : 0, distant: gap > 180 ? 1 : 0 };
}

/** `$5,687.75` and `$5,587.75`: one digit of many is another. */
function isSlip(a: SlotMention, b: SlotMention): boolean {
  const digits = ({ article, value }: SlotMention) =>
    article.reading.text.slice(value.start, value.end).replace(/\D/g, '');
  const [x, y] = [digits(a), digits(b)];
  return x.length === y.length && x.length >= 4 && [...x].filter((digit, i) => digit !== y[i]).length === 1;
}

function sizeOf({ value }: SlotMention): number {
  if (value.kind !== 'quantity') return 10;
  return Number.isFinite(value.high) && value.low === 0 ? value.high : value.low;
}

/** Whether the article of `b` tells the value of `a` as well: then the two speak of two things. */
function isKnownElsewhere(a: SlotMention, b: SlotMention, all: readonly SlotMention[]): boolean {
  return all.some(
    m => m.article === b.article && m !== b && compareMeasured(m, a) === 'same' && slotLikeness(m, a) > 0.25,
  );
}

/** Equal values are one position; the label is the shortest way the sources put it. */
function positionsOf(mentions: readonly SlotMention[]): CandidatePosition[] {
  const positions: { mentions: SlotMention[] }[] = [];
  for (const mention of mentions) {
    const home = positions.find(p =>
      p.mentions.some(m => compareMeasured(m, mention) === 'same' || sameEnough(m, mention)),
    );
    if (home) home.mentions.push(mention);
    else positions.push({ mentions: [mention] });
  }
  return positions.map(p => ({ label: labelOf(p.mentions), evidence: p.mentions.map(passageOf) }));
}

/** `about 500,000` and `500,000` are one position, so are a day and the week it lies in. */
function sameEnough(a: SlotMention, b: SlotMention): boolean {
  if (compareMeasured(a, b) !== 'compatible') return false;
  if (a.value.kind === 'quantity' && b.value.kind === 'quantity') {
    const about = (m: SlotMention) =>
      m.value.kind === 'quantity' && (m.value.bound === 'about' || m.value.bound === 'exact');
    return about(a) && about(b);
  }
  return true;
}

function labelOf(mentions: readonly SlotMention[]): string {
  const texts = mentions.map(({ article, value }) => article.reading.text.slice(value.start, value.end));
  return texts.sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0] ?? '';
}

function passageOf({ article, sentence, value }: SlotMention): Passage {
  return { path: article.path, ...clauseAround(article.reading, sentence, value) };
}

function sharedWords(mentions: readonly SlotMention[]): string {
  const [first, ...rest] = mentions;
  const shared = first?.nouns.filter(noun => rest.some(other => other.nouns.includes(noun))) ?? [];
  return shared.length > 0 ? shared.slice(0, 3).join(', ') : 'the sentences around them agree';
}
