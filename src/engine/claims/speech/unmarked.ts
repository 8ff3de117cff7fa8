/**
 * Direct speech whose quotation marks the text dropped: told by its first person or imperative after a colon or before `, he declared`.
 */

import type { TokenRange } from '../../text/tokenRanges.ts';
import { tokenSpan } from '../../text/tokenRanges.ts';
import type { ParsedArticle, ParsedSentence } from '../phrase/parse.ts';
import type { Quotation } from '../types.ts';
import type { Attribution } from './attribution.ts';

interface Unmarked {
  readonly quotation: Quotation;
  readonly attributions: readonly Attribution[];
  /** The indirect attribution that it turns out to be. */
  readonly replaces: Attribution;
}

const FIRST_PERSON: ReadonlySet<string> = new Set([
  'i',
  'we',
  'me',
  'my',
  'our',
  'us',
  "i'm",
  "i've",
  "i'll",
  "we're",
  "we've",
  "we'll",
  "i'd",
]);

/** The bare direct speech that an attribution in this sentence is, with the sentences of the paragraph that go on with it. */
export function unmarkedSpeech(
  article: ParsedArticle,
  sentence: ParsedSentence,
  attributions: readonly Attribution[],
  quoted: (token: number) => boolean,
): Unmarked | undefined {
  const attribution = lastIndirect(attributions, sentence.index);
  if (!attribution || rangeHas(attribution.content, quoted)) return undefined;
  const { first, end } = attribution.content;
  const afterColon = article.words[first - 1]?.lower === ':';
  const opens = first === sentence.sentence.firstToken;
  if ((!afterColon && !opens) || !soundsDirect(article, first, end)) return undefined;
  const ranges: TokenRange[] = [attribution.content];
  const followers: Attribution[] = [];
  for (
    let s = article.sentences[sentence.index + 1];
    s && s.sentence.paragraph === sentence.sentence.paragraph;
    s = article.sentences[s.index + 1]
  ) {
    const range = { first: s.sentence.firstToken, end: s.sentence.endToken };
    if (rangeHas(range, quoted) || !soundsDirect(article, range.first, range.end)) break;
    ranges.push(range);
    followers.push({ ...attribution, sentence: s.index, content: range, direct: true });
  }
  const { reading } = article;
  return {
    quotation: {
      pieces: ranges.map(r => tokenSpan(reading, r.first, r.end)),
      speaker: attribution.speaker,
      marked: false,
    },
    attributions: [{ ...attribution, direct: true }, ...followers],
    replaces: attribution,
  };
}

/** The last clause of indirect speech in the sentence. Reports come in the order of reading, so that an earlier sentence ends the search. */
function lastIndirect(attributions: readonly Attribution[], sentence: number): Attribution | undefined {
  for (let i = attributions.length - 1; i >= 0; i--) {
    const r = attributions[i];
    if (!r || r.sentence < sentence) return undefined;
    if (r.sentence === sentence && !r.direct && r.class === 'speech' && r.clausal && r.clause !== undefined) return r;
  }
  return undefined;
}

function soundsDirect(article: ParsedArticle, first: number, end: number): boolean {
  if (article.words[first]?.tag === 'base' || isBareVerb(article, first)) return true;
  for (let i = first; i < end; i++)
    if (FIRST_PERSON.has(article.words[i]?.lower ?? '') && article.words[i]?.tag !== 'name') return true;
  return false;
}

/** `Disobey the order!`: a sentence that opens with a verb's base form and ends in an exclamation mark. */
function isBareVerb(article: ParsedArticle, first: number): boolean {
  const tag = article.words[first]?.tag;
  if (tag !== 'base' && tag !== 'pres') return false;
  return article.words[first]?.lower === article.words[first]?.lemma;
}

function rangeHas(range: TokenRange, test: (token: number) => boolean): boolean {
  for (let i = range.first; i < range.end; i++) if (test(i)) return true;
  return false;
}
