/**
 * What is contested or denied: somebody takes back or leaves open what other sources assert.
 *
 * Method: sentences that announce a doubt by their own words (doubts.ts) name what they doubt; the statements that assert it are looked for in
 * the whole story by what both are about, with words of one matter held to be one (matters.ts). No pair of sentences is compared that neither
 * of them invites: of all pairs that share words only one in sixty is opposed. One row a quarrel; doubts of one thing are one side.
 * Cost: doubts times statements of a story.
 */
import type { Passage } from '../analysis.ts';
import type { ReadArticle } from '../matches/article.ts';
import type { StoryIndex } from '../matches/storyIndex.ts';
import { overlap, type Span } from '../text/span.ts';
import type { Candidate, CandidatePosition } from './candidate.ts';
import { labelOf, titleOf } from './contestedTitles.ts';
import { CONNECTS, type Doubt, QUARREL, SAYS_NO } from './doubtPatterns.ts';
import { type DoubtMention, doubtsOf } from './doubts.ts';
import {
  covered,
  isName,
  LEAD_SENTENCES,
  type Statement,
  statementsOf,
  TopicMaker,
  type Topics,
} from './statements.ts';

/** At most so many rows a story, and so many passages a side. */
const ROWS = 2;
const PASSAGES = 6;
/** How much of the doubted matter, and of its core, a statement must be about to assert it. */
const SHARED = 0.42;
const CORE = 0.4;
/** Less certain rows are not worth a reader's time. */
const LEAST = 0.2;
/** Above this two doubts are of one thing. */
const SAME = 0.6;

/** Doubts that leave a thing open rather than take it back. */
const OPEN: ReadonlySet<Doubt> = new Set<Doubt>(['unknown', 'unconfirmed', 'unfinished']);
/** Doubts that news is full of; they count only where the story's first sentences take part. */
const CENTRAL: ReadonlySet<Doubt> = new Set<Doubt>(['negated', 'disbelieved', 'baseless', 'unfinished']);

/** A doubt with what it is about. */
interface Doubted {
  readonly mention: DoubtMention;
  readonly article: ReadArticle;
  readonly sentence: number;
  readonly topics: Topics;
  /** What it is about at its core, without the names, of which most sentences of a story have some. */
  readonly focus: Topics;
  /** The names that it begins with. */
  readonly subject: readonly string[];
}

/** A statement that asserts what is doubted: how much of the whole and of the core it is about, and how alike the two passages are. */
interface Answer {
  readonly statement: Statement;
  readonly shared: number;
  readonly core: number;
  readonly alike: number;
}

/** A possible row of the tree, with what its doubt is about. */
interface Row {
  readonly topics: Topics;
  readonly candidate: Candidate;
}

/** The quarrels of a story, the surest first. */
export function findContested(articles: readonly ReadArticle[], index: StoryIndex): Candidate[] {
  const maker = new TopicMaker();
  const statements = statementsOf(articles, index, maker);
  const doubts = articles.flatMap(article =>
    article.reading.sentences.flatMap((_, sentence) =>
      doubtsOf(article, sentence).map(mention => ({
        mention,
        article,
        sentence,
        topics: maker.topicsOf(article, sentence, mention),
        focus: unnamed(maker.topicsOf(article, sentence, mention.focus)),
        subject: subjectOf(maker, article, sentence, mention),
      })),
    ),
  );
  const rows = doubts.flatMap(doubted => {
    const candidate = candidateOf(doubted, doubts, statements, index);
    return candidate ? [{ topics: doubted.topics, candidate }] : [];
  });
  rows.sort((a, b) => b.candidate.score - a.candidate.score);
  const kept: Row[] = [];
  for (const row of rows) if (!kept.some(better => tellSameQuarrel(better, row))) kept.push(row);
  return kept.slice(0, ROWS).map(({ candidate }) => candidate);
}

/** The quarrel that a doubt is one side of; undefined where nobody asserts what it doubts, or all of it stands in one article. */
function candidateOf(
  doubted: Doubted,
  doubts: readonly Doubted[],
  statements: readonly Statement[],
  index: StoryIndex,
): Candidate | undefined {
  const { mention, article, topics, focus } = doubted;
  const passage = index.passageAt(article.path, mention.shown);
  if (!passage || topics.size < 2 || focus.size < 1) return undefined;
  const alike = doubts.filter(o => o === doubted || covered(focus, o.topics) >= SAME);
  const answers = answersTo(doubted, doubts, statements, q =>
    q.article === article ? 0 : index.likeness(passage, q.passage),
  );
  const [best] = answers;
  const paths = new Set([...alike.map(o => o.article.path), ...answers.map(a => a.statement.article.path)]);
  if (!best || paths.size < 2) return undefined;
  const lead = answers.some(a => a.statement.lead) || alike.some(o => o.sentence < LEAD_SENTENCES);
  if (CENTRAL.has(mention.doubt) && !lead) return undefined;
  const quarrels =
    Number(QUARREL.test(wordsOf(article, passage))) +
    Number(answers.some(({ statement }) => QUARREL.test(wordsOf(statement.article, statement.passage))));
  const evidence =
    0.1 +
    0.3 * best.shared +
    0.2 * best.core +
    0.3 * best.alike +
    0.05 * Math.min(2, alike.length - 1) +
    0.02 * Math.min(3, answers.length - 1) +
    0.05 * quarrels +
    (answersCore(focus, best) ? 0.04 : -0.08) +
    (lead ? 0.1 : 0);
  const certainty = Math.min(0.9, 2 * evidence - 0.75);
  if (certainty < LEAST) return undefined;
  const open = OPEN.has(mention.doubt);
  return {
    kind: open ? 'status' : mention.doubt === 'denied' ? 'denial' : 'contested',
    status: open ? 'difference' : 'contested',
    title: titleOf(article.reading.text, mention),
    key: keyOf(topics),
    positions: [...sidesOf(alike), asserted(answers)],
    score: certainty,
    why: [WHY[mention.doubt], `asserted elsewhere in words of the same matter: ${keyOf(topics).join(', ')}`],
  };
}

/** Whether an answer has the very word that the doubt stands before, or another of its matter: mostly the verb. */
function answersCore(focus: Topics, { statement }: Answer): boolean {
  const [first] = focus.keys();
  return first !== undefined && statement.topics.has(first);
}

/** How many characters into its scope a name is still what a doubt begins with. */
const BEGINNING = 40;

/** The names that what is doubted begins with. */
function subjectOf(maker: TopicMaker, article: ReadArticle, sentence: number, { start, end }: DoubtMention): string[] {
  const begun = article.entities.mentions.findLast(
    m => m.start >= start && m.end <= end && m.start < start + BEGINNING,
  );
  return begun ? [...maker.topicsOf(article, sentence, { start, end: begun.end }).keys()].filter(isName) : [];
}

/** Topics without the names; all of them where there is nothing but names. */
function unnamed(topics: Topics): Topics {
  const left = new Map([...topics].filter(([topic]) => !isName(topic)));
  return left.size > 0 ? left : topics;
}

/** What is told as the reason for a row. */
const WHY: Readonly<Record<Doubt, string>> = {
  denied: 'one source reports a denial',
  unrelated: 'one side says that the two have nothing to do with each other',
  baseless: 'one side says that nothing shows it',
  disbelieved: 'one side does not believe it',
  negated: 'one side says that it is not so',
  unknown: 'one source holds it to be unknown',
  unconfirmed: 'one source holds it to be unconfirmed',
  unfinished: 'one source holds it to be too early to say',
};

/** The statements that assert what is doubted, the nearest first. */
function answersTo(
  doubted: Doubted,
  doubts: readonly Doubted[],
  statements: readonly Statement[],
  likeness: (statement: Statement) => number,
): Answer[] {
  const { mention, topics, focus } = doubted;
  const same = doubts.filter(o => o === doubted || covered(focus, o.focus) > SAME / 2);
  return statements
    .map(statement => ({
      statement,
      shared: covered(topics, statement.topics),
      core: covered(focus, statement.topics, 1),
    }))
    .filter(({ shared, core }) => shared >= SHARED && core >= CORE)
    .filter(({ statement: q }) => q.party === undefined || q.party !== mention.party)
    .filter(({ statement: q }) => !same.some(o => o.article === q.article && o.sentence === q.sentence))
    .filter(({ statement: q }) => !doubts.some(o => o.article === q.article && liesIn(q, o.mention)))
    .filter(({ statement: q }) => asserts(q, mention.doubt) && isAbout(q, doubted.subject))
    .map(answer => ({ ...answer, alike: likeness(answer.statement) }))
    .sort((a, b) => b.shared + b.alike - a.shared - a.alike)
    .filter(({ statement: q }, i, all) => all.findIndex(o => o.statement.passage === q.passage) === i)
    .slice(0, PASSAGES);
}

/** Whether a statement is, or begins within, what a doubt takes back. */
function liesIn(q: Span, doubted: Span): boolean {
  return overlap(doubted, q) > 0.5 * (q.end - q.start) || (doubted.start < q.start && q.start < doubted.end);
}

/** Whether a statement names whom the doubt begins with, if it begins with a name. */
function isAbout({ topics }: Statement, subject: readonly string[]): boolean {
  return subject.length === 0 || subject.some(name => topics.has(name));
}

/** Neither a question nor a doubt itself; against `nothing to do with` only what connects. */
function asserts(statement: Statement, doubt: Doubt): boolean {
  const { reading } = statement.article;
  const said = reading.text.slice(statement.start, statement.end);
  // A negation in front of a reported clause (`had not concluded that`) stands outside its span.
  const governed = reading.text.slice(Math.max(statement.passage.start, statement.start - 40), statement.end);
  return !SAYS_NO.test(governed) && !/\?["”’]?$/.test(said) && (doubt !== 'unrelated' || CONNECTS.test(said));
}

/** Those who take it back, and those who leave it open. */
function sidesOf(alike: readonly Doubted[]): CandidatePosition[] {
  const open = alike.filter(o => OPEN.has(o.mention.doubt));
  const against = alike.filter(o => !OPEN.has(o.mention.doubt));
  return [against, open].flatMap(side => {
    const [first] = side;
    if (!first) return [];
    const { mention, article } = first;
    const from = mention.doubt === 'negated' ? mention.start : Math.min(mention.cue.start, mention.start);
    const said = article.reading.text.slice(from, Math.max(mention.cue.end, mention.end));
    const evidence = side.slice(0, PASSAGES).map(o => passageOf(o.article, o.mention.shown));
    return [{ label: labelOf(mention.party, said), evidence }];
  });
}

/** The side of those who assert it. */
function asserted(answers: readonly Answer[]): CandidatePosition {
  const [best] = answers;
  const said = best ? wordsOf(best.statement.article, best.statement) : '';
  return {
    label: labelOf(best?.statement.party, said),
    evidence: answers.map(({ statement }) => passageOf(statement.article, statement)),
  };
}

/** Whether two rows are about one thing, or rest on two of the same passages. */
function tellSameQuarrel(a: Row, b: Row): boolean {
  if (Math.min(covered(b.topics, a.topics), covered(a.topics, b.topics)) > SHARED) return true;
  const evidence = a.candidate.positions.flatMap(side => side.evidence);
  const met = b.candidate.positions
    .flatMap(side => side.evidence)
    .filter(x => evidence.some(y => x.path === y.path && overlap(x, y) > 0));
  return met.length >= 2;
}

/** What it is about, heaviest first. */
function keyOf(topics: Topics): string[] {
  return [...topics]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 4)
    .map(([topic]) => topic.replace(/^[=~@]/, ''));
}

function wordsOf(article: ReadArticle, { start, end }: Span): string {
  return article.reading.text.slice(start, end);
}

function passageOf({ path }: ReadArticle, { start, end }: Span): Passage {
  return { path, start, end };
}
