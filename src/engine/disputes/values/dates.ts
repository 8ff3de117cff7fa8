/**
 * Events that sources date differently: `the April 4 ruling` here, `ruled on April 5` there.
 *
 * Method: each date is held together with what it is the date of (claims/events/dated.ts). Two of different articles are of one event when both
 * are called by one concept and go with the same words and names. Articles that agree with either side join it; an article that dates the
 * event twice makes it less certain. Cost: the square of the dates of one concept.
 */
import type { Dated } from '../../claims/types.ts';
import type { ReadArticle } from '../../matches/article.ts';
import { rarityOf } from '../../matches/rarity.ts';
import { stem } from '../../matches/stem.ts';
import { contains } from '../../text/span.ts';
import { wordSet } from '../../text/words.ts';
import type { Candidate, CandidatePosition, Features } from '../base/candidate.ts';
import { certainty } from '../base/certainty.ts';
import { clauseAround } from '../base/evidence.ts';
import { joinedGroups } from '../base/groups.ts';
import { gapAround } from '../base/titles.ts';
import { compareValues } from './slots.ts';

/** A date of one article with what it is the date of. */
interface DateMention {
  readonly article: ReadArticle;
  readonly sentence: number;
  readonly dated: Dated;
  /** First and last day, as day numbers. */
  readonly from: number;
  readonly to: number;
  /** Stems and canonical names that go with it, each with how much it tells. */
  readonly topics: ReadonlyMap<string, number>;
  readonly lead: boolean;
}

interface Link {
  readonly a: number;
  readonly b: number;
  readonly shared: number;
  readonly apart: boolean;
}

/** Talk has a date of its own in every article, and verbs of course have many. */
const OF_MANY = wordSet(`
  say tell report have go come get take do make see know think want call ask add speak talk show find look work live use give keep put begin start continue
  note appear become remain meet interview acknowledge confirm conference briefing statement news week time month year day event
`);
/** A date that names a day or more, and not only an hour of the article's own day or so long after something else. */
const NAMES_DAY =
  /day\b|tonight|yesterday|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)|week|month|year|\b\d{4}\b/i;
const HANGS_ON_ANOTHER = /\b(?:later|earlier|before|after|prior|following|previous|next day)\b/i;
/** Seasons, decades and `recently` are too vague to part two dates. */
const FINE: ReadonlySet<string> = new Set(['minute', 'part', 'day', 'week', 'month', 'year']);
/** At least so much of what goes with the one must go with the other. */
const SHARED = 0.3;
const LEAD_SENTENCES = 3;
const DAY = 86_400_000;

/** The dates of one event that sources give differently, one candidate an event. */
export function findDateDisputes(articles: readonly ReadArticle[]): Candidate[] {
  const byEvent = new Map<string, DateMention[]>();
  for (const mention of articles.flatMap(dateMentions)) {
    const { event } = mention.dated;
    byEvent.set(event, [...(byEvent.get(event) ?? []), mention]);
  }
  return [...byEvent.values()].flatMap(ofEvent);
}

function dateMentions(article: ReadArticle): DateMention[] {
  return article.claims.dated.flatMap(dated => {
    const { value, event } = dated;
    const words = article.reading.text.slice(value.start, value.end);
    if (!value.from || !value.to || !dated.single || OF_MANY.has(event) || !FINE.has(value.precision)) return [];
    if (!NAMES_DAY.test(words) || (HANGS_ON_ANOTHER.test(words) && !/this|last|\d{4}/i.test(words))) return [];
    const sentence = article.reading.sentences.findIndex(s => contains(s, value));
    return [
      {
        article,
        sentence,
        dated,
        from: Date.parse(value.from) / DAY,
        to: Date.parse(value.to) / DAY,
        topics: topicsOf(article, dated),
        lead: sentence < LEAD_SENTENCES,
      },
    ];
  });
}

function topicsOf(article: ReadArticle, { words, mentions }: Dated): Map<string, number> {
  const topics = new Map<string, number>();
  const named = new Set(mentions.flatMap(i => (article.entities.mentions[i]?.text ?? '').toLowerCase().split(/\s+/)));
  for (const i of mentions) topics.set(`@${article.names[i]}`, 3);
  for (const word of words) {
    const root = stem(word);
    if (!named.has(word) && rarityOf(root) >= 1.5) topics.set(root, rarityOf(root));
  }
  return topics;
}

function ofEvent(mentions: readonly DateMention[]): Candidate[] {
  const links = linksOf(mentions);
  const groups = joinedGroups(
    mentions.map((_, at) => at),
    links.map(({ a, b }) => [a, b] as const),
  );
  return groups.flatMap(group => {
    const own = links.filter(({ a, apart }) => apart && group.includes(a)).sort((x, y) => y.shared - x.shared);
    const [best] = own;
    const candidate =
      best &&
      candidateOf(
        group.flatMap(at => mentions[at] ?? []),
        best,
        mentions,
      );
    return candidate ? [candidate] : [];
  });
}

function linksOf(mentions: readonly DateMention[]): Link[] {
  const links: Link[] = [];
  mentions.forEach((x, a) => {
    mentions.slice(a + 1).forEach((y, k) => {
      if (x.article === y.article) return;
      const shared = sharedShare(x.topics, y.topics);
      if (shared >= SHARED && (isNoun(x) || isNoun(y) || sharesWords(x, y)))
        links.push({ a, b: a + 1 + k, shared, apart: areApart(x, y) });
    });
  });
  return links;
}

/** A noun names one event; a verb that the same party does over and over does only with what it is done to. */
const isNoun = ({ dated }: DateMention): boolean => dated.noun !== undefined;
const sharesWords = (x: DateMention, y: DateMention): boolean =>
  [...x.topics.keys()].some(topic => !topic.startsWith('@') && y.topics.has(topic));

/** `Friday` is `Friday` to whoever reads the two side by side, even where the one article is a week older. */
function areApart(a: DateMention, b: DateMention): boolean {
  return compareValues(a.dated.value, b.dated.value) === 'apart' && dateOf(a).toLowerCase() !== dateOf(b).toLowerCase();
}

/** How much of what the poorer of two goes with, the other goes with too, 0..1. */
function sharedShare(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const weight = (topics: Iterable<number>) => [...topics].reduce((sum, w) => sum + w, 0);
  const both = weight([...a].flatMap(([topic, w]) => (b.has(topic) ? [w] : [])));
  return both / Math.max(4, Math.min(weight(a.values()), weight(b.values())));
}

function candidateOf(group: readonly DateMention[], best: Link, all: readonly DateMention[]): Candidate | undefined {
  const positions = positionsOf(group);
  const [a, b] = [all[best.a], all[best.b]];
  if (!a || !b || positions.length < 2) return undefined;
  const features = featuresOf(a, b, best, group, positions);
  const name = group.flatMap(({ dated }) => dated.noun ?? []).sort((x, y) => y.length - x.length)[0];
  return {
    kind: 'date',
    status: 'conflict',
    title: name ? `The date of the ${name}` : `On which day: ${gapAround(a.article, a.sentence, a.dated.value)}`,
    key: ['when', a.dated.event, ...[...a.topics.keys()].filter(topic => b.topics.has(topic)).slice(0, 2)],
    positions,
    score: certainty('date', features),
    features,
    why: [`dates of one event: ${[a.dated.event, ...sharedNames(a, b)].join(', ')}`],
  };
}

function featuresOf(
  a: DateMention,
  b: DateMention,
  { shared }: Link,
  group: readonly DateMention[],
  positions: readonly CandidatePosition[],
): Features {
  const gap = Math.max(a.from - b.to, b.from - a.to);
  const several = [a, b].filter(x => group.some(y => y.article === x.article && areApart(x, y))).length;
  return {
    shared,
    near: gap <= 3 ? 1 : 0,
    far: gap > 300 ? 1 : 0,
    nouns: a.dated.noun && b.dated.noun ? 1 : 0,
    words: sharesWords(a, b) ? 1 : 0,
    names: [...a.topics.keys()].some(topic => topic.startsWith('@') && b.topics.has(topic)) ? 1 : 0,
    several,
    more: Math.min(3, positions.length - 2),
    documents: Math.min(4, new Set(group.map(({ article }) => article.path)).size - 2),
    lead: a.lead && b.lead ? 1 : 0,
    relative: [a, b].filter(({ dated }) => dated.value.relative).length / 2,
  };
}

function sharedNames(a: DateMention, b: DateMention): string[] {
  return [...a.topics.keys()].filter(topic => b.topics.has(topic)).map(topic => topic.replace(/^@/, ''));
}

/** Dates that can be one are one position; the label is the shortest way the sources put it. */
function positionsOf(group: readonly DateMention[]): CandidatePosition[] {
  const positions: DateMention[][] = [];
  for (const mention of [...group].sort((x, y) => x.to - x.from - (y.to - y.from))) {
    const home = positions.find(p => p.every(other => !areApart(other, mention)));
    if (home) home.push(mention);
    else positions.push([mention]);
  }
  return positions.map(p => ({
    label: p.map(dateOf).sort((x, y) => x.length - y.length || (x < y ? -1 : 1))[0] ?? '',
    evidence: p.map(({ article, sentence, dated }) => ({
      path: article.path,
      ...clauseAround(article.reading, sentence, dated.value),
    })),
  }));
}

function dateOf({ article, dated: { value } }: DateMention): string {
  return article.reading.text.slice(value.start, value.end);
}
