/**
 * Which statements answer a doubt: those that assert what it takes back or leaves open.
 *
 * Method: the statements of a story that share a topic with the doubt (or stand beside it), each judged by a logistic model of what the two are
 * about, how alike their passages are, who speaks, and whether words of a quarrel stand by (certainty.ts). Cost: a doubt's statements that share
 * a topic with it; of the `NEAREST` the passages are compared.
 */
import type { ReadArticle } from '../../matches/article.ts';
import type { Passage } from '../../matches/passages.ts';
import type { StoryIndex } from '../../matches/storyIndex.ts';
import { overlap, type Span } from '../../text/span.ts';
import type { Features } from '../base/candidate.ts';
import { certainty } from '../base/certainty.ts';
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
  /** Whether the doubt says no, rather than leaves it open, or insists that it is so. */
  readonly saysNo: boolean;
}

/** A sentence of an article. */
export interface Place {
  readonly article: ReadArticle;
  readonly sentence: number;
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
/** Two sayings that a thing has nothing to do with another are mostly of one thing. */
const ALIKE_LINK = 0.15;
/** How much of the doubt, and of its core, an answer is about. */
const LEAST_SHARED = 0.15;
/** How many characters before a statement still govern it, and words that leave open what they govern. */
const GOVERNING = 40;
const LEAVES_OPEN = /\b(?:whether|if|unclear|unknown)\b/i;
/** Passages as alike as this say the same where neither says no. */
const SAYS_THE_SAME = 0.35;
/** From how much of the doubt on what says the same no stands on its side. */
const AGREEING = 0.6;
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
        const saysNo =
          !isOpen(mention) && (mention.doubt !== 'insisted' || maker.negatedIn(article, sentence, mention).size > 0);
        return [{ mention, article, sentence, passage, topics, focus, saysNo }];
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
  readonly #doubtsOn = new Map<string, Doubted[]>();

  constructor(doubts: readonly Doubted[], statements: readonly Statement[], index: StoryIndex) {
    this.#statements = statements;
    this.#index = index;
    statements.forEach(({ topics }, i) => {
      for (const topic of topics.keys()) listAt(this.#about, topic).push(i);
    });
    for (const doubt of doubts) {
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
        covered(doubted.focus, other.topics, 1) >= (areUnrelated(doubted, other) ? ALIKE_LINK : ALIKE) &&
        covered(other.focus, doubted.topics, 1) >= (areUnrelated(doubted, other) ? ALIKE_LINK : ALIKE_BACK),
    );
  }

  /** The statements that may answer a doubt, and those that say what it says, each the likeliest first. */
  to(doubted: Doubted): { readonly answers: readonly Answer[]; readonly agreeing: readonly Statement[] } {
    const { article, sentence, topics, mention } = doubted;
    const shared = new Map<number, number>();
    for (const topic of topics.keys()) {
      for (const i of this.#about.get(topic) ?? [])
        shared.set(i, covered(topics, this.#statements[i]?.topics ?? topics, 1));
    }
    const answers: Answer[] = [];
    const agreeing: Statement[] = [];
    for (const [i] of [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, NEAREST)) {
      const statement = this.#statements[i];
      if (!statement) continue;
      const same = statement.article === article && statement.sentence === sentence;
      if (same && overlap(statement, mention) > 0) continue;
      const features = this.#features(doubted, statement);
      const about = Math.min(features.cover ?? 0, features.core ?? 0);
      if (about < LEAST_SHARED) continue;
      if (!agrees(doubted, statement, features.likeness ?? 0)) {
        answers.push({ statement, odds: certainty('answer', features) });
      } else if (doubted.saysNo && about >= AGREEING) agreeing.push(statement);
    }
    return { answers: answers.sort((a, b) => b.odds - a.odds), agreeing };
  }

  #features(doubted: Doubted, statement: Statement): Features {
    const { mention, passage, topics, focus } = doubted;
    const likeness = this.#index.likeness(passage, statement.passage);
    const parties = mention.party !== undefined && statement.party !== undefined;
    return {
      cover: covered(topics, statement.topics, 1),
      core: fadingCover(focus, statement.topics),
      likeness,
      likenessOfParty: parties && mention.party === statement.party ? likeness : 0,
      otherParty: parties && mention.party !== statement.party ? 1 : 0,
      lead: statement.sentence < LEAD_SENTENCES ? 1 : 0,
      quarrel: QUARREL.test(sentenceOf(statement)) ? 1 : 0,
    };
  }
}

function areUnrelated({ mention: a }: Doubted, { mention: b }: Doubted): boolean {
  return a.doubt === 'unrelated' && b.doubt === 'unrelated';
}

/** Whether a statement says of the core what the doubt says: no where it says no, yes where it insists, nothing where it leaves it open. */
function agrees({ mention, focus, saysNo }: Doubted, statement: Statement, likeness: number): boolean {
  const no = fadingCover(focus, statement.negated) >= 0.5 * fadingCover(focus, statement.topics);
  if (saysNo && no) return true;
  if (mention.doubt === 'insisted') return !no && likeness > SAYS_THE_SAME;
  return isOpen(mention) && LEAVES_OPEN.test(wordsBefore(statement));
}

/** A statement with the words right before it, which may govern it: `it is unclear whether` … */
function wordsBefore({ article, passage, start, end }: Statement): string {
  return article.reading.text.slice(Math.max(passage.start, start - GOVERNING), end);
}

/** How much of a doubt's core a statement is about, the words next to the negation before those further on. */
function fadingCover(focus: Topics, by: { has(topic: string): boolean }): number {
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
export function keyOf({ article, sentence }: Place): string {
  return `${article.path}:${sentence}`;
}

/** The words of the sentence that a statement or doubt stands in. */
function sentenceOf(at: Place): string {
  const { start, end } = spanOf(at);
  return at.article.reading.text.slice(start, end);
}

/** The sentence that a statement or doubt stands in, as a span. */
export function spanOf({ article, sentence }: Place): Span {
  return article.reading.sentences[sentence] ?? { start: 0, end: 0 };
}

function listAt<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
