/**
 * What is contested or denied: somebody takes back or leaves open what others assert.
 *
 * Method: sentences that announce a doubt by their own words (doubts.ts) name what they doubt; the statements that assert it are looked for in
 * the whole story (answers.ts), with words of one matter held to be one (matters.ts). No pair of sentences is compared that neither of them
 * invites: of all pairs that share words only one in sixty is opposed. One row a quarrel; doubts of one thing are one side. How certain a row
 * is says a logistic model (certainty.ts). Beside them stand the sides that a report itself sets against each other (juxtaposed.ts). Cost: that of
 * the answers, and the square of the doubts of a story.
 */
import type { DisputeKind, Passage } from '../../analysis.ts';
import type { ReadArticle } from '../../matches/article.ts';
import type { StoryIndex } from '../../matches/storyIndex.ts';
import type { Candidate, CandidatePosition, Features } from '../base/candidate.ts';
import { certainty } from '../base/certainty.ts';
import { type Answer, Answers, type Doubted, doubtedIn, isOpen, keyOf, type Place, spanOf } from './answers.ts';
import { findComments } from './comments.ts';
import { labelOf, titleOf } from './contestedTitles.ts';
import type { Doubt } from './doubtPatterns.ts';
import { type Juxtaposition, juxtapositionsOf } from './juxtaposed.ts';
import { covered, statementsOf, TopicMaker, type Topics } from './statements.ts';

/** At most so many rows a story, doubts of one thing a row, and answers. */
const ROWS = 3;
const DOUBTS = 6;
const ANSWERS = 4;
/** How likely an answer is at least, as a share of the likeliest one. */
const SHARE = 0.3;
/** Less certain rows are not worth a reader's time. */
const LEAST = 0.32;
/** How certain a quarrel is that a report itself tells, by how the two sides are called. */
const OPPOSED = 0.45;
const NAMED = 0.35;
/** Doubts that are about each other so far are of one quarrel. */
const SAME = 0.42;

/** Doubts that say by their verb that another side exists. */
const EXPLICIT: ReadonlySet<Doubt> = new Set<Doubt>(['denied', 'unrelated', 'disbelieved', 'insisted', 'reversed']);

/** A possible row of the tree: a quarrel, what it is about, and the sentences that it stands in. */
interface Row {
  readonly topics: Topics;
  readonly sentences: ReadonlySet<string>;
  readonly candidate: Candidate;
}

/** The quarrels of a story, the surest first. */
export function findContested(articles: readonly ReadArticle[], index: StoryIndex, least = LEAST): Candidate[] {
  const maker = new TopicMaker();
  const doubts = doubtedIn(articles, index, maker);
  const answers = new Answers(doubts, statementsOf(articles, index, maker), index);
  const told = articles.flatMap(juxtapositionsOf).map(pair => juxtaposed(pair, maker));
  const rows = [...doubts.flatMap(doubted => rowOf(doubted, answers) ?? []), ...told]
    .filter(({ candidate }) => candidate.score >= least)
    .sort((a, b) => b.candidate.score - a.candidate.score);
  const kept: Row[] = [];
  for (const row of rows) if (!kept.some(better => tellSameQuarrel(better, row))) kept.push(row);
  const comments = findComments(articles, maker).filter(({ score }) => score >= least);
  return [...kept.slice(0, ROWS).map(({ candidate }) => candidate), ...comments];
}

/** The quarrel that a doubt is one side of; undefined where nobody asserts what it doubts. */
function rowOf(doubted: Doubted, finder: Answers): Row | undefined {
  const { mention, article, topics } = doubted;
  const alike = finder.alike(doubted);
  const { answers: found, agreeing } = finder.to(doubted);
  const against = [doubted, ...alike, ...agreeing].slice(0, DOUBTS);
  const sentences = new Set([doubted, ...alike, ...agreeing].map(keyOf));
  const all = found.filter(({ statement }) => !sentences.has(keyOf(statement)));
  const [best] = all;
  if (!best) return undefined;
  const answers = all
    .filter(({ odds }) => odds >= SHARE * best.odds)
    .filter(({ statement }, i, list) => list.findIndex(o => keyOf(o.statement) === keyOf(statement)) === i)
    .slice(0, ANSWERS);
  for (const { statement } of answers) sentences.add(keyOf(statement));
  const features: Features = {
    answer: Math.log(best.odds / (1 - best.odds)),
    explicit: EXPLICIT.has(mention.doubt) ? 1 : 0,
    alike: Math.min(3, alike.length),
  };
  const candidate: Candidate = {
    kind: kindOf(doubted),
    status: isOpen(mention) ? 'difference' : 'contested',
    title: titleOf(article.reading.text, mention),
    key: heaviest(topics),
    positions: [doubting(doubted, against), asserting(answers)],
    score: certainty('contested', features),
    features,
    why: [WHY[mention.doubt], `asserted elsewhere in words of the same matter: ${heaviest(topics).join(', ')}`],
  };
  return { topics, sentences, candidate };
}

/** The quarrel of two whom a report itself sets against each other. */
function juxtaposed({ sides, opposed }: Juxtaposition, maker: TopicMaker): Row {
  const [, contesting] = sides;
  const { article, sentence, claim } = contesting;
  const topics = maker.topicsOf(article, sentence, claim);
  const span = { start: claim.start, end: claim.end };
  const mention = { ...span, doubt: 'insisted' as const, cue: span, focus: span, party: contesting.party };
  const candidate: Candidate = {
    kind: 'contested',
    status: 'contested',
    title: titleOf(article.reading.text, mention),
    key: heaviest(topics),
    positions: sides.map(side => ({
      label: labelOf(side.party, side.article.reading.text.slice(side.claim.start, side.claim.end)),
      evidence: [{ path: side.article.path, ...side.shown }],
    })),
    score: opposed ? OPPOSED : NAMED,
    why: ['a report sets the two sides against each other'],
  };
  return { topics, sentences: new Set(sides.map(keyOf)), candidate };
}

function kindOf({ mention }: Doubted): DisputeKind {
  return isOpen(mention) ? 'status' : mention.doubt === 'denied' ? 'denial' : 'contested';
}

/** What is told as the reason for a row. */
const WHY: Readonly<Record<Doubt, string>> = {
  denied: 'one source reports a denial',
  unrelated: 'one side says that the two have nothing to do with each other',
  baseless: 'one side says that nothing shows it',
  disbelieved: 'one side does not believe it',
  false: 'one side calls it false',
  reversed: 'one side takes it back',
  insisted: 'one side insists on its account',
  negated: 'one side says that it is not so',
  told: 'one source tells that it is not so',
  unknown: 'one source holds it to be unknown',
  unconfirmed: 'one source holds it to be unconfirmed',
  unfinished: 'one source holds it to be too early to say',
};

/** The side of those who take it back or leave it open. */
function doubting({ mention, article }: Doubted, side: readonly Place[]): CandidatePosition {
  const whole = mention.doubt === 'negated' || mention.doubt === 'told';
  const from = whole ? mention.start : Math.min(mention.cue.start, mention.start);
  const said = article.reading.text.slice(from, Math.max(mention.cue.end, mention.end));
  return { label: labelOf(mention.party, said), evidence: passagesOf(side) };
}

/** The side of those who assert it. */
function asserting(answers: readonly Answer[]): CandidatePosition {
  const statements = answers.map(({ statement }) => statement);
  const [best] = statements;
  const said = best ? best.article.reading.text.slice(best.start, best.end) : '';
  return { label: labelOf(best?.party, said), evidence: passagesOf(statements) };
}

/** The sentences that some statements stand in, each once. */
function passagesOf(side: readonly Place[]): Passage[] {
  return side
    .filter((at, i) => side.findIndex(other => keyOf(other) === keyOf(at)) === i)
    .map(at => {
      const { start, end } = spanOf(at);
      return { path: at.article.path, start, end };
    });
}

/** Whether two rows are about one thing, or rest on the same sentences: two, or one of those that a report sets side by side. */
function tellSameQuarrel(a: Row, b: Row): boolean {
  if (Math.min(covered(b.topics, a.topics), covered(a.topics, b.topics)) > SAME) return true;
  const shared = [...b.sentences].filter(sentence => a.sentences.has(sentence)).length;
  return shared >= Math.min(2, a.sentences.size - 1, b.sentences.size - 1);
}

/** What it is about, heaviest first. */
function heaviest(topics: Topics): string[] {
  return [...topics]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 4)
    .map(([topic]) => topic.replace(/^[=~@]/, ''));
}
