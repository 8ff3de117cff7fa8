/**
 * Statements: what somebody is reported to say, or an article says itself, by what they are about. What contested facts and denials are made of.
 *
 * Method: a statement's topics are the names in it, the matters that its words and events tell of (matters.ts), and the stems of its other content
 * words; they weigh by rarity in news at large, damped. Cost: linear in the words of the story.
 */
import type { Claim } from '../../claims/types.ts';
import { type ReadArticle, speakerName } from '../../matches/article.ts';
import type { Passage } from '../../matches/passages.ts';
import { RAREST, rarityOf } from '../../matches/rarity.ts';
import { stem } from '../../matches/stem.ts';
import type { StoryIndex } from '../../matches/storyIndex.ts';
import type { Token } from '../../text/reading.ts';
import { contains, overlap, type Span } from '../../text/span.ts';
import { wordSet } from '../../text/words.ts';
import { negatedStretches } from '../base/polarity.ts';
import { matterOf } from './matters.ts';

/** One statement. The span is what is shown of it. */
export interface Statement extends Span {
  readonly article: ReadArticle;
  /** Index into the reading's sentences. */
  readonly sentence: number;
  readonly passage: Passage;
  /** Canonical name of the speaker, or what the text calls it; undefined where the article speaks. */
  readonly party?: string;
  readonly topics: Topics;
  /** Topics that it says no to. */
  readonly negated: ReadonlySet<string>;
  readonly lead: boolean;
}

/** What words are about: content stems, or the concepts of events that they tell, with their weights. */
export type Topics = ReadonlyMap<string, number>;

/** Words that stand in more than so many articles, in bits below it, tell nothing. */
const COMMON = 1.8;
/** How much rarity counts. Not how rare a word is in the story: what the parties contest is often what the story is about. */
const DAMPING = 0.4;
/** Words that tell how something is said or that it is, rather than what. */
const EMPTY = wordSet(`
  is are was were am be not no never neither nor none nothing nobody cannot without hardly any whether if yet still
  also very even been being have had has do does did done doing would could should might may must take takes taking
  took taken place places happen happened happens occur occurred make makes made making get gets got go goes went
  come comes came put say says said tell tells told mr ms mrs dr
`);

/** So many first sentences tell what a story is about. */
export const LEAD_SENTENCES = 4;
/** What is said in fewer characters is no statement of its own. */
const LEAST_SAID = 25;

/** What a topic begins with that is somebody or something named, and what it weighs. */
const NAME = '@';
const NAME_WEIGHT = 0.8;

/** Whether a topic is a name. */
export function isName(topic: string): boolean {
  return topic.startsWith(NAME);
}

/** Where an article tells of an event, by its first character, and what each of its sentences names. */
interface Named {
  readonly concepts: ReadonlyMap<number, string>;
  readonly named: readonly (readonly { readonly span: Span; readonly topic: string }[])[];
}

/** What each article's words are about. */
export class TopicMaker {
  readonly #known = new Map<ReadArticle, Named>();

  /** What the words of a span within one sentence (an index into the reading's) are about. */
  topicsOf(article: ReadArticle, sentence: number, span: Span): Topics {
    const { reading } = article;
    const home = reading.sentences[sentence];
    const found = new Map<string, number>();
    if (!home) return found;
    const { concepts, named } = this.#namedIn(article);
    const inside = named[sentence] ?? [];
    for (const { span: name, topic } of inside) if (contains(span, name)) found.set(topic, NAME_WEIGHT);
    for (const token of reading.tokens.slice(home.firstToken, home.endToken)) {
      if (!contains(span, token) || (token.kind !== 'word' && token.kind !== 'number')) continue;
      if (inside.some(({ span: name }) => contains(name, token))) continue;
      const topic = topicOf(token, concepts.get(token.start));
      if (topic) found.set(topic, (rarityOf(stem(token.lower)) / RAREST) ** DAMPING);
    }
    return found;
  }

  /** The topics that the words of a span say no to. */
  negatedIn(article: ReadArticle, sentence: number, span: Span): ReadonlySet<string> {
    const stretches = negatedStretches(article, sentence, span);
    return new Set(stretches.flatMap(stretch => [...this.topicsOf(article, sentence, stretch).keys()]));
  }

  #namedIn(article: ReadArticle): Named {
    const known = this.#known.get(article);
    if (known) return known;
    const concepts = new Map<number, string>();
    for (const claim of article.claims.claims)
      for (const event of claim.events) concepts.set(event.trigger.start, event.predicate);
    const { mentions } = article.entities;
    const names = mentions.map((span, i) => ({ span, topic: `${NAME}${article.names[i] ?? span.text}` }));
    const named = article.reading.sentences.map(sentence => names.filter(({ span }) => overlap(span, sentence) > 0));
    const made = { concepts, named };
    this.#known.set(article, made);
    return made;
  }
}

/** The topic of an event's predicate. */
/** The matter of an event, else its predicate's stem. */
function topicOfEvent(predicate: string): string {
  const root = stem(predicate);
  return matterOf(root) ?? root;
}

/** What one word is about; undefined for words that tell nothing. */
function topicOf(token: Token, concept: string | undefined): string | undefined {
  if (EMPTY.has(token.lower) || token.lower.endsWith("n't")) return undefined;
  const root = stem(token.lower);
  const matter = matterOf(root);
  if (matter) return matter;
  if (concept) return topicOfEvent(concept);
  return rarityOf(root) >= COMMON ? root : undefined;
}

/** The statements of a story, in order: what is said where somebody is said to say it, otherwise whole sentences. */
export function statementsOf(articles: readonly ReadArticle[], index: StoryIndex, maker: TopicMaker): Statement[] {
  return articles.flatMap(article =>
    article.reading.sentences.flatMap((sentence, at) => {
      const passage = index.passageAt(article.path, sentence);
      if (!passage || passage.sentence !== at) return [];
      const said = article.claims.claims.filter(
        claim => claim.sentence === at && claim.speaker && claim.end - claim.start > LEAST_SAID,
      );
      const told = said.reduce((sum, claim) => sum + overlap(claim, sentence), 0);
      const made = (span: Span, claim?: Claim): Statement => {
        const name = claim?.speaker && speakerName(article, claim.speaker);
        return {
          start: Math.max(span.start, sentence.start),
          end: Math.min(span.end, sentence.end),
          article,
          sentence: at,
          passage,
          ...(name && { party: name }),
          topics: maker.topicsOf(article, at, span),
          negated: maker.negatedIn(article, at, span),
          lead: at < LEAD_SENTENCES,
        };
      };
      const whole = told < 0.5 * (sentence.end - sentence.start) ? [made(sentence)] : [];
      return [...said.map(claim => made(claim, claim)), ...whole];
    }),
  );
}

/** How much of what the one is about the other is about as well, by weight, 0..1; 0 when they share fewer than `least` topics. */
export function covered(topics: Topics, by: Topics, least = 2): number {
  let shared = 0;
  // One shared word of a short scope is less than one of many: half a word is added to what there is to cover.
  let total = 0.5;
  let count = 0;
  for (const [topic, weight] of topics) {
    total += weight;
    if (!by.has(topic)) continue;
    shared += weight;
    count++;
  }
  return count < least ? 0 : shared / total;
}
