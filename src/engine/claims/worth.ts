/**
 * How much a statement is worth checking, and why.
 *
 * Method: signs that can be read off the sentence, each with a weight and a reason (compare ClaimBuster, Hassan et al. 2017, whose strongest
 * features are numbers, names and verb tense), added up and bent into 0..1. What has none of them states nothing that could be checked.
 */

import type { TokenRange } from '../text/tokenRanges.ts';
import { mentionIndexAt, type ParsedArticle, type ParsedSentence, valueOfToken } from './phrase/parse.ts';
import type { EventFrame, Speaker } from './types.ts';

interface Worth {
  /** 0..1 */
  readonly score: number;
  /** In plain words, strongest first. */
  readonly reasons: readonly string[];
}

/** Below this nothing checkable is stated. */
export const CHECKABLE = 0.3;

/** Verbs that say how things look rather than what happened. */
const ABSTRACT: ReadonlySet<string> = new Set(
  'be become seem appear remain mean represent underscore highlight reflect symbolize mark serve face yield signal stand sit lie underline illustrate suggest shape deserve matter feel look sound need shift echo linger loom depend hang settle prove end turn happen come begin go'.split(
    ' ',
  ),
);
/** Nouns of comment: a clause about them is a judgement. */
const COMMENT: ReadonlySet<string> = new Set(
  'path message question stake gamble dust fate world future time moment answer lesson reminder certainty uncertainty truth crossroads point story reality challenge step thing way irony hope sense landscape stage context divergence drama fallout consequence prospect rift signal implication narrative'.split(
    ' ',
  ),
);
const PERSONAL: ReadonlySet<string> = new Set(['i', 'we', 'you', 'me', 'us', 'my', 'our', 'your']);
const EVALUATIVE: ReadonlySet<string> = new Set(
  'important crucial vital essential significant remarkable stunning shocking stark clear unclear uncertain unambiguous obvious great terrible horrible wonderful amazing ridiculous absurd good bad best worst right wrong dim bold rare far notable likely strong weak proud sad beautiful ugly serious hard easy difficult unprecedented historic dramatic harsh'.split(
    ' ',
  ),
);

/** Judges one claim: the tokens it spans, its events, and its speaker if it has one. */
export function worthOf(
  article: ParsedArticle,
  sentence: ParsedSentence,
  range: TokenRange,
  events: readonly EventFrame[],
  speaker: Speaker | undefined,
): Worth {
  const signs: [number, string][] = [];
  const { words } = article;
  let numbers = 0;
  let dates = 0;
  const names = new Set<number>();
  let evaluative = 0;
  let personal = 0;
  for (let i = range.first; i < range.end; i++) {
    const value = valueOfToken(article, i);
    if (value?.kind === 'quantity') numbers++;
    if (value?.kind === 'date') dates++;
    const mention = mentionIndexAt(article, i);
    if (mention !== undefined) names.add(mention);
    const word = words[i];
    if (!word) continue;
    if (word.tag === 'adj' && EVALUATIVE.has(word.lower)) evaluative++;
    if (word.tag !== 'name' && PERSONAL.has(word.lower)) personal++;
  }
  const concrete = events.filter(e => !ABSTRACT.has(e.predicate));
  const done = concrete.filter(
    e => !e.possible && (e.status === 'done' || e.status === 'announced' || e.status === 'failed'),
  );
  if (numbers > 0) signs.push([0.22, 'gives a number']);
  if (done.length > 0) signs.push([0.24, `tells of an event: ${done[0]?.predicate ?? ''}`]);
  else if (concrete.length > 0)
    signs.push([0.14, `tells of something that may be or come: ${concrete[0]?.predicate ?? ''}`]);
  if (dates > 0) signs.push([0.1, 'gives a date']);
  if (names.size > 0)
    signs.push([
      Math.min(0.2, 0.1 + 0.04 * names.size),
      names.size > 1 ? 'names who and where' : 'names somebody or something',
    ]);
  if (speaker) signs.push([0.2, `somebody is said to say it: ${speaker.text}`]);
  if (events.some(e => e.negated)) signs.push([0.08, 'denies something']);
  if (events.some(e => e.status === 'planned' || e.status === 'announced'))
    signs.push([0.06, 'says how far something has come']);
  if (
    events.some(
      e => e.predicate === 'accuse' || e.predicate === 'kill' || e.predicate === 'charge' || e.predicate === 'attack',
    )
  )
    signs.push([0.08, 'a grave matter']);
  const length = range.end - range.first;
  if (length < 5) signs.push([-0.12, 'very short']);
  if (length > 14) signs.push([0.06, 'tells much']);
  if (evaluative > 0) signs.push([-0.06 * evaluative, 'judges rather than tells']);
  if (personal > 0 && !speaker) signs.push([-0.12, 'speaks of the writer or reader']);
  if (!speaker && isComment(article, sentence, range)) signs.push([-0.24, 'a comment']);
  if (!speaker && events.length > 0 && events.every(e => e.conditional || (e.possible && e.status === 'planned')))
    signs.push([-0.1, 'only a possibility']);
  if (!speaker && endsWith(article, range, '?')) signs.push([-0.4, 'a question']);
  const sum = signs.reduce((total, [weight]) => total + weight, 0.1);
  const score = Math.round(Math.min(0.99, Math.max(0, sum)) * 100) / 100;
  return { score, reasons: signs.sort((a, b) => Math.abs(b[0]) - Math.abs(a[0])).map(([, reason]) => reason) };
}

/** Whether the main subject is a word of comment, or the main verb only says how things look. */
function isComment(article: ParsedArticle, sentence: ParsedSentence, range: TokenRange): boolean {
  const within = sentence.clauses.filter(c => {
    const verb = sentence.phrases[c.verb];
    return verb !== undefined && verb.first >= range.first && verb.end <= range.end && verb.group?.form === 'finite';
  });
  const main = within.find(c => c.relation !== 'relative' && c.relation !== 'adverbial') ?? within[0];
  if (!main) return true;
  const subject = main.subject === undefined ? undefined : sentence.phrases[main.subject];
  const lemma = sentence.phrases[main.verb]?.lemma ?? '';
  if (subject && COMMENT.has(subject.lemma) && article.words[subject.head]?.tag === 'noun') return true;
  return ABSTRACT.has(lemma) && !(subject && mentionIndexAt(article, subject.head) !== undefined);
}

function endsWith(article: ParsedArticle, range: TokenRange, mark: string): boolean {
  for (let i = range.end; i > range.end - 3; i--) if (article.words[i]?.lower === mark) return true;
  return false;
}
