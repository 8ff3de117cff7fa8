/**
 * Which statements answer a doubt: those that assert what it takes back or leaves open.
 *
 * Method: the statements of a story that share a topic with the doubt (or stand beside it), each judged by a logistic model of what the two are
 * about, how alike their passages are, who speaks, and whether words of a quarrel stand by (certainty.ts). Cost: a doubt's statements that share
 * a topic with it; of the `NEAREST` the passages are compared.
 */
import type { ReadArticle } from '../matches/article.ts';
import type { Passage } from '../matches/passages.ts';
import type { StoryIndex } from '../matches/storyIndex.ts';
import { overlap, type Span } from '../text/span.ts';
import type { Features } from './candidate.ts';
import { certainty } from './certainty.ts';
import { type Doubt, QUARREL } from './doubtPatterns.ts';
import { type DoubtMention, doubtsOf } from './doubts.ts';
import { covered, isName, LEAD_SENTENCES, type Statement, type TopicMaker, type Topics } from './statements.ts';

/** A doubt with what it is about. */
export interface Doubted {
  readonly mention: DoubtMention;
  readonly article: ReadArticle;
  readonly sentence: number;
  readonly passage: Passage;
  readonly topics: Topics;
  /** What it is about at its core, without the names, of which most sentences of a story have some; nearest to the negation first. */
  readonly focus: Topics;
}

/** A statement that may assert what is doubted. */
export interface Answer {
  readonly statement: Statement;
  /** The odds that it does, 0..1. */
  readonly odds: number;
}

/** Doubts that leave a thing open rather than take it back. */
const OPEN: ReadonlySet<Doubt> = new Set<Doubt>(['unknown', 'unconfirmed', 'unfinished']);

/** Of how many statements a doubt, those most about the same, the passages are compared. */
const NEAREST = 60;
/** Two doubts whose cores cover each other so far are of one thing. */
const ALIKE = 0.5;
const ALIKE_BACK = 0.3;
/** How much of the doubt, and of its core, an answer is about. */
const LEAST_SHARED = 0.25;
/** How much less each further word of a doubt's core counts. */
const FADING = 0.7;

/** Whether a doubt leaves a thing open. */
export function isOpen({ doubt }: DoubtMention): boolean {
  return OPEN.has(doubt);
}

/** All doubts of a story, in order. */
export function doubtedIn(articles: readonly ReadArticle[], index: StoryIndex, maker: TopicMaker): Doubted[] {
  return articles.flatMap(article =>
    article.reading.sentences.flatMap((span, sentence) =>
      doubtsOf(article, sentence).flatMap(mention => {
        const passage = index.passageAt(article.path, span);
        if (passage?.sentence !== sentence) return [];
        const topics = maker.topicsOf(article, sentence, mention);
        const focus = unnamed(maker.topicsOf(article, sentence, mention.focus));
        return [{ mention, article, sentence, passage, topics, focus }];
      }),
    ),
  );
}

/** Topics without the names; all of them where there is nothing but names. */
function unnamed(topics: Topics): Topics {
  const left = new Map([...topics].filter(([topic]) => !isName(topic)));
  return left.size > 0 ? left : topics;
}

/** Finds the answers to the doubts of one story. */
export class Answers {
  readonly #statements: readonly Statement[];
  readonly #index: StoryIndex;
  readonly #about = new Map<string, number[]>();
  readonly #doubting = new Map<string, Doubted[]>();
  readonly #doubtsOn = new Map<string, Doubted[]>();

  constructor(doubts: readonly Doubted[], statements: readonly Statement[], index: StoryIndex) {
    this.#statements = statements;
    this.#index = index;
    statements.forEach(({ topics }, i) => {
      for (const topic of topics.keys()) listAt(this.#about, topic).push(i);
    });
    for (const doubt of doubts) {
      listAt(this.#doubting, keyOf(doubt)).push(doubt);
      for (const topic of doubt.topics.keys()) listAt(this.#doubtsOn, topic).push(doubt);
    }
  }

  /** The other doubts of the same thing that lean the same way. */
  alike(doubted: Doubted): Doubted[] {
    const open = isOpen(doubted.mention);
    const near = new Set([...doubted.focus.keys()].flatMap(topic => this.#doubtsOn.get(topic) ?? []));
    return [...near].filter(
      other =>
        keyOf(other) !== keyOf(doubted) &&
        isOpen(other.mention) === open &&
        covered(doubted.focus, other.topics, 1) >= ALIKE &&
        covered(other.focus, doubted.topics, 1) >= ALIKE_BACK,
    );
  }

  /** The statements that may answer a doubt, the likeliest first. */
  to(doubted: Doubted): Answer[] {
    const { article, sentence, topics, mention } = doubted;
    const shared = new Map<number, number>();
    for (const topic of topics.keys()) {
      for (const i of this.#about.get(topic) ?? [])
        shared.set(i, covered(topics, this.#statements[i]?.topics ?? topics, 1));
    }
    return [...shared]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, NEAREST)
      .flatMap(([i]) => {
        const statement = this.#statements[i];
        if (!statement) return [];
        const same = statement.article === article && statement.sentence === sentence;
        if (same && overlap(statement, mention) > 0) return [];
        const features = this.#features(doubted, statement);
        if (Math.min(features.cover ?? 0, features.core ?? 0) < LEAST_SHARED) return [];
        return [{ statement, odds: certainty('answer', features) }];
      })
      .sort((a, b) => b.odds - a.odds);
  }

  #features(doubted: Doubted, statement: Statement): Features {
    const { mention, article, sentence, passage, topics, focus } = doubted;
    const likeness = this.#index.likeness(passage, statement.passage);
    const same = statement.article === article;
    const parties = mention.party !== undefined && statement.party !== undefined;
    return {
      cover: covered(topics, statement.topics, 1),
      core: fadingCover(focus, statement.topics),
      likeness,
      likenessOfParty: parties && mention.party === statement.party ? likeness : 0,
      otherParty: parties && mention.party !== statement.party ? 1 : 0,
      lead: statement.sentence < LEAD_SENTENCES ? 1 : 0,
      quarrel: QUARREL.test(sentenceOf(statement)) ? 1 : 0,
      same: same ? 1 : 0,
      near: same ? 1 / (1 + Math.abs(statement.sentence - sentence)) : 0,
      doubts: this.#isAlike(doubted, statement) ? 1 : 0,
    };
  }

  /** Whether a statement doubts the same thing itself. */
  #isAlike(doubted: Doubted, statement: Statement): boolean {
    return (this.#doubting.get(keyOf(statement)) ?? []).some(
      other =>
        overlap(other.mention, statement) > 0 &&
        isOpen(other.mention) === isOpen(doubted.mention) &&
        covered(doubted.focus, other.topics, 1) > ALIKE_BACK,
    );
  }
}

/** How much of a doubt's core a statement is about, the words next to the negation before those further on. */
function fadingCover(focus: Topics, by: Topics): number {
  let total = 0.2;
  let got = 0;
  let share = 1;
  for (const [topic, weight] of focus) {
    total += share * weight;
    if (by.has(topic)) got += share * weight;
    share *= FADING;
  }
  return got / total;
}

/** The sentence that a statement or doubt stands in. */
export function keyOf({ article, sentence }: { readonly article: ReadArticle; readonly sentence: number }): string {
  return `${article.path}:${sentence}`;
}

/** The words of the sentence that a statement or doubt stands in. */
function sentenceOf(at: { readonly article: ReadArticle; readonly sentence: number }): string {
  const { start, end } = spanOf(at);
  return at.article.reading.text.slice(start, end);
}

/** The sentence that a statement or doubt stands in, as a span. */
export function spanOf({ article, sentence }: { readonly article: ReadArticle; readonly sentence: number }): Span {
  return article.reading.sentences[sentence] ?? { start: 0, end: 0 };
}

function listAt<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
