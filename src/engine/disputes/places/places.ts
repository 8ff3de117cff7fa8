/**
 * Where one event happened, when sources put it near different places: `near the port city of X` here, `near Y` there.
 *
 * Method: only `near`, `outside` and `off` are looked at, since a town lies in its county but is not near it; the place behind them goes with the
 * last event told before. Two of one event in different articles differ when neither article knows the other's place at all and the sentences
 * tell of the same thing. Cost: the square of the places of one event.
 */
import type { Passage } from '../../analysis.ts';
import type { ReadArticle } from '../../matches/article.ts';
import type { StoryIndex } from '../../matches/storyIndex.ts';
import type { Candidate } from '../base/candidate.ts';
import type { EventMention } from '../base/events.ts';
import { clauseAround } from '../base/evidence.ts';

/** A place that one article puts an event near. */
interface PlaceMention {
  readonly article: ReadArticle;
  readonly name: string;
  readonly text: string;
  readonly predicate: string;
  readonly passage: Passage;
}

/** `near the port city of …`: a preposition and at most five words up to the name. */
const BEFORE =
  /\b(?:near|outside|off|close to)(?: (?:the|a|of|in|port|city|town|village|district|coast|border|island|area|region|mountain|lake|river)){0,5} $/i;
const STREET = /\b(?:street|st|avenue|ave|road|rd|drive|lane|boulevard|blvd|highway|parkway|court)\b\.?$/i;
const REACH = 60;
/** Sentences less alike are of two events. */
const ALIKE = 0.15;

/** The events that sources put near different places. */
export function findPlaceDisputes(
  articles: readonly ReadArticle[],
  events: readonly EventMention[],
  index: StoryIndex,
): Candidate[] {
  const mentions = articles.flatMap(article =>
    placesOf(
      article,
      events.filter(event => event.article === article),
    ),
  );
  const found: Candidate[] = [];
  mentions.forEach((a, i) => {
    for (const b of mentions.slice(i + 1)) {
      const candidate = a.predicate === b.predicate && exclude(a, b) ? candidateOf(a, b, mentions, index) : undefined;
      if (candidate && !found.some(({ key }) => key.join() === candidate.key.join())) found.push(candidate);
    }
  });
  return found;
}

function placesOf(article: ReadArticle, events: readonly EventMention[]): PlaceMention[] {
  const { text, sentences } = article.reading;
  return article.entities.mentions.flatMap((mention, i) => {
    const name = article.names[i];
    // Cross streets say where within a town, each source naming its own.
    if (article.types[i] !== 'place' || name === undefined || STREET.test(name)) return [];
    if (!BEFORE.test(text.slice(Math.max(0, mention.start - REACH), mention.start))) return [];
    const sentence = sentences.findIndex(s => s.start <= mention.start && mention.end <= s.end);
    const event = events.findLast(e => e.sentence === sentence && e.frame.trigger.end <= mention.start);
    if (!event) return [];
    const passage = { path: article.path, ...clauseAround(article.reading, sentence, mention) };
    return [{ article, name, text: mention.text, predicate: event.frame.predicate, passage }];
  });
}

/** Whether neither article knows the other's place. */
function exclude(a: PlaceMention, b: PlaceMention): boolean {
  if (a.article === b.article || a.name === b.name) return false;
  const knows = ({ article }: PlaceMention, { name, text }: PlaceMention) =>
    article.names.includes(name) || article.reading.text.includes(text);
  return !knows(a, b) && !knows(b, a);
}

function candidateOf(
  a: PlaceMention,
  b: PlaceMention,
  mentions: readonly PlaceMention[],
  index: StoryIndex,
): Candidate | undefined {
  const [p, q] = [index.passageAt(a.passage.path, a.passage), index.passageAt(b.passage.path, b.passage)];
  const likeness = p && q ? index.likeness(p, q) : 0;
  if (likeness < ALIKE) return undefined;
  const side = ({ name, text, predicate }: PlaceMention) => ({
    label: `near ${text}`,
    evidence: mentions.filter(m => m.name === name && m.predicate === predicate).map(({ passage }) => passage),
  });
  return {
    kind: 'place',
    status: 'conflict',
    title: `Where it happened: near ${a.text} or near ${b.text}`,
    key: ['near', ...[a.name, b.name].sort()],
    positions: [side(a), side(b)],
    score: Math.min(0.75, 0.35 + likeness),
    why: [`places of one event, neither known to the other source: ${a.text}, ${b.text}`],
  };
}
