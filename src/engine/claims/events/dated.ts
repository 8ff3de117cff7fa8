/**
 * What each date of a sentence is the date of: `the April 5 ruling`, `a ruling on April 4`, `the order, issued on April 5`, `ruled on Friday`.
 *
 * Method: a date in front of a noun belongs to it, one behind a noun that names an event to that noun, any other to the verb of its clause;
 * a verb that only says that a thing came about (`issued`, `reached`, `held`) hands the date on to the thing. Verbs and the nouns made from them
 * meet in one concept. Cost: linear in the phrases.
 */
import type { DateValue } from '../../entities/types.ts';
import { tokenSpan } from '../../text/tokenRanges.ts';
import { wordSet } from '../../text/words.ts';
import type { Clause } from '../phrase/clauses.ts';
import { mentionIndexAt, type ParsedArticle, type ParsedSentence, valueOfToken } from '../phrase/parse.ts';
import type { Phrase } from '../phrase/phrases.ts';
import type { Dated } from '../types.ts';
import { nounConcept, verbConcept } from './concepts.ts';

/** Verbs that say no more of their noun than that it came about. */
const CAME_ABOUT = wordSet(`
  issue hand reach make hold take occur happen come begin start open end close release file sign publish deliver give strike broker arrive
  release unveil announce conduct carry stage launch
`);
/** Nouns that events of news are called by, beside those with a concept. */
const EVENT_ENDING = /(?:tion|sion|ment|ence|ance|ing|al|ure|ade|est)$/;
const EVENT_NOUNS = wordSet(`
  ruling order verdict deal agreement accord pact vote election hearing trial strike storm quake flood crash fire attack raid shooting blast
  speech summit meeting talks report study survey poll game match race launch test visit trip funeral wedding birth death lawsuit suit
  complaint law bill treaty war coup protest march rally riot debate interview letter call deadline merger sale bid offer
`);
/** Words in front of a noun that make it another of its kind, or several. */
const ANOTHER = wordSet(
  'another other previous earlier first second third last next separate similar several many some any each every',
);
/** Of those, what makes another event also of what a verb tells: a governor's second term ends once. */
const OTHER = wordSet('another other previous earlier separate similar several many some any each every');
/** In front of a date, words that make it an end of a time and not its day. */
const BOUND = /^(?:since|until|till|before|after|through|between|by|to)$/;
/** Verbs that make known what will be done. */
const ANNOUNCES = wordSet('say announce declare tell reveal disclose pledge promise vow state confirm warn threaten');
/** How far a verb looks for the noun phrases that go with it. */
const REACH = 6;

/** The dates of one sentence with what they are the dates of. */
export function datedIn(article: ParsedArticle, sentence: ParsedSentence): readonly Dated[] {
  const found: Dated[] = [];
  sentence.phrases.forEach((phrase, at) => {
    for (const value of datesIn(article, phrase)) {
      const dated = phrase.kind === 'np' ? ofNoun(article, sentence, at, value) : ofTime(article, sentence, at, value);
      if (dated) found.push(dated);
    }
  });
  return found;
}

function datesIn(article: ParsedArticle, phrase: Phrase): readonly DateValue[] {
  const found = new Set<DateValue>();
  for (let i = phrase.first; i < phrase.end; i++) {
    const value = valueOfToken(article, i);
    if (value?.kind === 'date') found.add(value);
  }
  return [...found];
}

/** A date that is a phrase of its own: of the noun behind it, the noun before it, or the verb. */
function ofTime(article: ParsedArticle, sentence: ParsedSentence, at: number, value: DateValue): Dated | undefined {
  const { phrases } = sentence;
  const next = phrases[at + 1];
  // `the April 5 ruling` is cut into a date and a bare noun phrase.
  const bare =
    next?.kind === 'np' && article.words[next.first]?.tag !== 'det' && article.words[next.first]?.tag !== 'poss';
  const opened =
    phrases[at - 1]?.kind === 'np' &&
    /^(?:a|an|the|this|that|its|his|her|their|of)$/.test(phrases[at - 1]?.lemma ?? '');
  if (bare && next && (opened || isEvent(next.lemma))) return ofNoun(article, sentence, at + 1, value);
  if (BOUND.test(phrases[at - 1]?.lemma ?? '') || isDateline(phrases, at)) return undefined;
  let left = at - 1;
  while (phrases[left]?.kind === 'adv' || phrases[left]?.kind === 'prep' || phrases[left]?.kind === 'adj') left--;
  const before = phrases[left];
  if (before?.kind === 'np' && isEvent(before.lemma) && !isSubject(sentence, left))
    return ofNoun(article, sentence, left, value);
  return ofVerb(article, sentence, at, value);
}

/** `NEW YORK, Sept 27 (Agency) - …` */
function isDateline(phrases: readonly Phrase[], at: number): boolean {
  return /^[(–—-]$/.test(phrases[at + 1]?.lemma ?? '') && phrases.slice(0, at).every(({ kind }) => kind !== 'verb');
}

/** Whether a noun phrase is what its clause is about: then a date behind it is the verb's. */
function isSubject(sentence: ParsedSentence, at: number): boolean {
  return sentence.clauses.some(clause => clause.subject === at && clause.verb > at && clause.relation !== 'participle');
}

const isEvent = (lemma: string): boolean =>
  nounConcept(lemma) !== undefined || EVENT_NOUNS.has(lemma) || (lemma.length > 6 && EVENT_ENDING.test(lemma));

function ofNoun(article: ParsedArticle, sentence: ParsedSentence, at: number, value: DateValue): Dated | undefined {
  const { phrases } = sentence;
  const phrase = phrases[at];
  if (!phrase || article.words[phrase.head]?.tag !== 'noun') return undefined;
  const end = prepositionsEnd(phrases, at);
  const verbs = sentence.clauses.filter(clause => clause.subject === at || clause.object === at);
  const words = wordsOf(article, phrases.slice(at, end), phrase.head);
  return {
    value,
    event: nounConcept(phrase.lemma) ?? phrase.lemma,
    words: [...words, ...verbs.flatMap(({ verb }) => phrases[verb]?.lemma ?? [])],
    mentions: mentionsIn(article, phrases.slice(at, end)),
    noun: nameOf(article, phrase),
    single: !isAnother(article, phrase) && article.words[phrase.head]?.plural !== true,
  };
}

/** Where the prepositional phrases behind a phrase end. */
function prepositionsEnd(phrases: readonly Phrase[], at: number): number {
  let end = at + 1;
  while (phrases[end]?.kind === 'prep' && phrases[end + 1]?.kind === 'np') end += 2;
  return end;
}

/** A date that goes with a verb: that verb's event, or the event of the noun that the verb brings about. */
function ofVerb(article: ParsedArticle, sentence: ParsedSentence, at: number, value: DateValue): Dated | undefined {
  const { phrases, clauses } = sentence;
  const clause =
    clauses.findLast(c => c.verb < at && at - c.verb <= REACH && !crossesMark(sentence, c.verb, at)) ??
    (at <= 2 ? clauses.find(c => c.verb > at) : undefined);
  const verb = clause && phrases[clause.verb];
  if (!clause || !verb || verb.lemma === 'be') return undefined;
  const act = ANNOUNCES.has(verb.lemma) ? actAnnounced(sentence, clause) : undefined;
  if (act) return announcement(article, sentence, act, value);
  const passive = verb.group?.passive === true;
  const thing = passive || clause.object === undefined ? clause.subject : clause.object;
  if (CAME_ABOUT.has(verb.lemma) && thing !== undefined && isEvent(phrases[thing]?.lemma ?? '')) {
    const dated = ofNoun(article, sentence, thing, value);
    if (dated) return dated;
  }
  const parts = [clause.subject, clause.object].flatMap(k => (k === undefined ? [] : (phrases[k] ?? [])));
  const behind = phrases.slice(clause.verb + 1, clause.verb + 1 + REACH).filter(p => p.kind === 'np');
  const taking = [...new Set([...parts, ...behind])];
  const object = clause.object === undefined ? undefined : phrases[clause.object]?.lemma;
  return {
    value,
    event: verbConcept(verb.lemma, undefined, object)?.concept ?? verb.lemma,
    words: wordsOf(article, taking, -1),
    mentions: mentionsIn(article, taking),
    single: taking.every(phrase => !isAnother(article, phrase, OTHER)),
  };
}

/** What is announced: the first verb to come that the announcing clause governs. */
function actAnnounced(sentence: ParsedSentence, clause: Clause): Clause | undefined {
  const act = sentence.clauses.find(c => c.verb > clause.verb && c.relation === 'complement');
  const group = act && sentence.phrases[act.verb]?.group;
  return act?.object !== undefined && group?.tense === 'future' && !group.negated ? act : undefined;
}

/** The day on which somebody says that a thing will be done is the day of that announcement, whoever tells it in which words. */
function announcement(article: ParsedArticle, { phrases }: ParsedSentence, act: Clause, value: DateValue): Dated {
  const from = act.object ?? act.verb;
  const taking = phrases.slice(from, prepositionsEnd(phrases, from));
  const verb = phrases[act.verb]?.lemma ?? '';
  const object = act.object === undefined ? undefined : phrases[act.object]?.lemma;
  return {
    value,
    event: `announce ${verbConcept(verb, undefined, object)?.concept ?? verb}`,
    words: wordsOf(article, taking, -1),
    mentions: mentionsIn(article, taking),
    single: true,
  };
}

function crossesMark(sentence: ParsedSentence, from: number, to: number): boolean {
  for (let k = from + 1; k < to; k++) if (/^[;:]$/.test(sentence.phrases[k]?.lemma ?? '')) return true;
  return false;
}

/** Content words of phrases, without the head and without values. */
function wordsOf(article: ParsedArticle, phrases: readonly Phrase[], head: number): string[] {
  const words: string[] = [];
  for (const phrase of phrases)
    for (let i = phrase.first; i < phrase.end; i++) {
      const word = article.words[i];
      if (i === head || !word || (article.valueAt[i] ?? 0) > 0) continue;
      if (word.tag === 'noun' || word.tag === 'adj' || word.tag === 'name') words.push(word.lemma);
    }
  return words;
}

function mentionsIn(article: ParsedArticle, phrases: readonly Phrase[]): number[] {
  const found = new Set<number>();
  for (const phrase of phrases)
    for (let i = phrase.first; i < phrase.end; i++) {
      const mention = mentionIndexAt(article, i);
      if (mention !== undefined) found.add(mention);
    }
  return [...found];
}

/** The noun with the words right before it, without the date and what points at it: `nuclear deal`. */
function nameOf(article: ParsedArticle, phrase: Phrase): string {
  let from = phrase.head;
  while (
    from > phrase.first &&
    /^(?:noun|adj|name)$/.test(article.words[from - 1]?.tag ?? '') &&
    (article.valueAt[from - 1] ?? 0) === 0
  )
    from--;
  const { start, end } = tokenSpan(article.reading, from, phrase.head + 1);
  return article.reading.text.slice(start, end);
}

function isAnother(article: ParsedArticle, phrase: Phrase, words: ReadonlySet<string> = ANOTHER): boolean {
  for (let i = phrase.first; i < phrase.end; i++) if (words.has(article.words[i]?.lower ?? '')) return true;
  return false;
}
