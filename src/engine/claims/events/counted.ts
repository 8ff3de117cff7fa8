/**
 * How many of what, and in which scope: `15 others`, `at least 17 people`, `including two children`.
 */
import type { QuantityValue } from '../../entities/types.ts';
import { tokenSpan } from '../../text/tokenRanges.ts';
import { wordSet } from '../../text/words.ts';
import { mentionOfToken, type ParsedArticle, type ParsedSentence, valueOfToken } from '../phrase/parse.ts';
import type { Phrase } from '../phrase/phrases.ts';
import type { Counted } from '../types.ts';

/** Nouns that count human beings without telling them apart from people. */
const PEOPLE = wordSet(`
  person people man individual human other others victim life body casualty fatality injury death dead wounded
  injured patient passenger soul one civilian wounded_person
`);
/** Human beings of a kind that narrows the count. */
const KINDS = wordSet(`
  woman child boy girl baby infant teenager teen student soldier troop officer policeman police militant rebel
  fighter worker employee protester demonstrator resident tourist migrant refugee prisoner inmate hostage suspect
  witness official pupil teacher guest patron bystander minor adult relative civilian passenger crew pilot
  firefighter journalist fisherman farmer sailor marine foreigner american
`);
/** Nouns whose number is a name. */
const UNCOUNTED = wordSet('block street avenue road highway route page chapter room channel section article');
const SCOPING = wordSet(`
  other another more additional further including among total altogether combined overall only extra remaining fewer
  least besides so-far already initially alone
`);

/** Whether any number or date stands in the sentence. */
export function hasValue(article: ParsedArticle, sentence: ParsedSentence): boolean {
  for (let i = sentence.sentence.firstToken; i < sentence.sentence.endToken; i++)
    if ((article.valueAt[i] ?? 0) > 0) return true;
  return false;
}

/** All counted things of a sentence by the phrase they stand in; values of money and measure as well. */
export function countedIn(article: ParsedArticle, sentence: ParsedSentence): ReadonlyMap<number, Counted> {
  const found = new Map<number, Counted>();
  sentence.phrases.forEach((phrase, at) => {
    if (phrase.kind === 'mark' || phrase.kind === 'verb' || phrase.kind === 'time') return;
    for (let i = phrase.first; i < phrase.end; i++) {
      const value = valueOfToken(article, i);
      if (value?.kind !== 'quantity' || value.unit === 'ordinal' || value.unit === 'year-old') continue;
      const counted = countedAt(article, sentence, at, phrase, value, i);
      if (counted && !found.has(at)) found.set(at, counted);
      break;
    }
  });
  return found;
}

function countedAt(
  article: ParsedArticle,
  sentence: ParsedSentence,
  at: number,
  phrase: Phrase,
  value: QuantityValue,
  i: number,
): Counted | undefined {
  const head = article.words[phrase.head];
  if (!head) return undefined;
  const inValue = valueOfToken(article, phrase.head) === value;
  // `, 27,` behind a name is an age.
  if (inValue && value.unit === 'count' && isAge(sentence, at)) return undefined;
  // `the 200 block of Main Street`, `one of the most`: numbers that count nothing.
  if (!inValue && UNCOUNTED.has(head.lemma)) return undefined;
  if (inValue && value.high < 2 && sentence.phrases[at + 1]?.lemma === 'of') return undefined;
  const scope = scopeOf(article, sentence, at, phrase);
  let noun = inValue ? (value.unit === 'count' ? countedElsewhere(article, sentence, at) : value.unit) : head.lemma;
  if (noun === 'toll') noun = 'person';
  if (KINDS.has(noun)) scope.push(noun);
  if (PEOPLE.has(noun) || KINDS.has(noun) || mentionOfToken(article, phrase.head)?.type === 'group') noun = 'person';
  const span = tokenSpan(article.reading, i, phrase.end);
  return {
    start: Math.min(span.start, value.start),
    end: Math.max(span.end, value.end),
    value,
    noun,
    scope: [...new Set(scope)].sort(),
  };
}

/** Of a number that stands alone, what it counts: `17 of the passengers`, `40 were injured`, `16 in all`. */
function countedElsewhere(article: ParsedArticle, sentence: ParsedSentence, at: number): string {
  const { phrases } = sentence;
  if (phrases[at + 1]?.lemma === 'of' && phrases[at + 2]?.kind === 'np') {
    const noun = phrases[at + 2]?.lemma ?? 'person';
    return /^(?:they|them|whom|us|those|these)$/.test(noun) ? 'person' : noun;
  }
  const before =
    phrases[at - 1]?.lemma === 'to' || phrases[at - 1]?.lemma === 'at'
      ? phrases.slice(0, at).findLast(p => p.kind === 'np')
      : undefined;
  if (before && article.words[before.head]?.tag === 'noun') return before.lemma;
  return 'person';
}

function isAge(sentence: ParsedSentence, at: number): boolean {
  const before = sentence.phrases[at - 1]?.lemma;
  const after = sentence.phrases[at + 1]?.lemma;
  const name = sentence.phrases[at - 2];
  return before === ',' && name?.kind === 'np' && (after === ',' || after === '.' || after === undefined);
}

function scopeOf(article: ParsedArticle, sentence: ParsedSentence, at: number, phrase: Phrase): string[] {
  const { words } = article;
  const scope: string[] = [];
  for (let i = phrase.first; i < phrase.end; i++) {
    const word = words[i];
    if (!word) continue;
    // `more than 20` is a bound; `20 more people` a scope.
    if ((word.lower === 'more' || word.lower === 'fewer') && words[i + 1]?.lower === 'than') continue;
    if (word.lower === 'least' && words[i - 1]?.lower === 'at') continue;
    if (word.lower === 'others' || word.lower === 'other') scope.push('other');
    else if (SCOPING.has(word.lower) && (article.valueAt[i] ?? 0) === 0) scope.push(word.lower);
    else if (KINDS.has(word.lemma) && i !== phrase.head && word.tag === 'noun') scope.push(word.lemma);
    else if (
      word.tag === 'adj' &&
      i < phrase.head &&
      (article.valueAt[i] ?? 0) === 0 &&
      /^(?:unarmed|armed|innocent|young|foreign|local|pregnant|elderly|unidentified|seriously|critically)$/.test(
        word.lower,
      )
    )
      scope.push(word.lower);
  }
  const before = sentence.phrases[at - 1];
  if (before?.lemma === 'including' || before?.lemma === 'include') scope.push('including');
  if (before?.lemma === 'among' || before?.lemma === 'besides') scope.push(before.lemma);
  const after = sentence.phrases[at + 1];
  if (after?.kind === 'adj' && /^(?:other|more)$/.test(after.lemma)) scope.push(after.lemma);
  if (after?.lemma === 'of' && /^(?:whom|them|they|those)$/.test(sentence.phrases[at + 2]?.lemma ?? ''))
    scope.push('among');
  // `in the province`: a place that narrows the count itself.
  if (after?.lemma === 'in' && sentence.phrases[at + 2]?.kind === 'np') {
    const place = sentence.phrases[at + 2];
    if (
      place &&
      words[place.head]?.tag === 'noun' &&
      /^(?:province|state|city|region|district|country|county|town|village|building|house|car|area)$/.test(place.lemma)
    )
      scope.push(place.lemma);
  }
  return scope;
}
