/**
 * Which numbers, names and dates of a label stand in none of the sentences that it is to sum up. Such a label may be right ("24 dead" where
 * the article says "two dozen"), so it is marked and not dropped. Method: numbers by their digits or number words, names and days by
 * capitals within the label. Linear in the label and the sentences.
 */
import { fold } from '../review/anchors/words.ts';

const NUMBER_WORDS =
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const VALUES: ReadonlyMap<string, string> = new Map([
  ...NUMBER_WORDS.map((word, i) => [word, String(i + 2)] as const),
  ...TENS.map((word, i) => [word, String(20 + i * 10)] as const),
]);

const NUMBER = /\d+(?:[.,:]\d+)*/g;
const WORD = /[\p{L}\p{M}]+(?:['’.-][\p{L}\p{M}]+)*/gu;
/** Of the words within sentences that begin with a capital: more than in English news, and capitals tell no names (German). */
const MOST_CAPITALS = 0.27;

/**
 * The words of a label that its sentences do not hold, as the label has them.
 * @param texts what the sentences are from: it tells whether capitals mark names there
 */
export function unheldWords(
  label: string,
  sentences: readonly string[],
  texts: readonly string[] = sentences,
): string[] {
  const named = texts.every(capitalsTell);
  const said = fold(sentences.join('\n'));
  const numbers = new Set(numbersIn(said));
  const words = keysIn(said);
  const folded = fold(label);
  let known: ReadonlySet<string> | undefined;
  const wordsOfTexts = () => {
    known ??= keysIn(fold(texts.join('\n')));
    return known;
  };
  const missing: { readonly at: number; readonly word: string }[] = [];
  for (const { 0: word, index: at } of folded.matchAll(NUMBER))
    if (!numbers.has(plainNumber(word))) missing.push({ at, word });
  for (const { word, at } of wordsIn(folded)) {
    const value = VALUES.get(word.toLowerCase());
    if (value !== undefined && !numbers.has(value)) missing.push({ at, word });
    if (value !== undefined || !named || !isName(folded, word, at) || isAcronymIn(word, said)) continue;
    // Who says it stands in brackets, and is often named in a sentence before.
    const held = inBrackets(folded, at) ? wordsOfTexts() : words;
    const parts = key(word).split('-');
    if (!parts.every(part => held.has(part))) missing.push({ at, word });
  }
  return [...new Set(missing.sort((a, b) => a.at - b.at).map(({ word }) => word))];
}

/** The digits of all numbers, number words among them. */
function numbersIn(text: string): string[] {
  const digits = (text.match(NUMBER) ?? []).map(plainNumber);
  return [...digits, ...wordsIn(text).flatMap(({ word }) => VALUES.get(word.toLowerCase()) ?? [])];
}

/** Without what groups thousands. */
function plainNumber(number: string): string {
  return number.replace(/[.,](?=\d{3}(?!\d))/g, '');
}

function wordsIn(text: string): { readonly word: string; readonly at: number }[] {
  return [...text.matchAll(WORD)].map(match => ({ word: match[0], at: match.index }));
}

/** All words, and the parts of those with a hyphen. */
function keysIn(text: string): ReadonlySet<string> {
  return new Set(wordsIn(text).flatMap(({ word }) => [key(word), ...key(word).split('-')]));
}

function key(word: string): string {
  return word.toLowerCase().replace(/'s$/, '').replaceAll('.', '');
}

/** Begins with a capital where no sentence does; behind a bracket a speaker is named. */
function isName(label: string, word: string, at: number): boolean {
  if (!/^\p{Lu}/u.test(word) || word.length < 2) return false;
  const before = label.slice(0, at).trimEnd();
  return before !== '' && !/[.!?:;"'-]$/.test(before);
}

function inBrackets(label: string, at: number): boolean {
  return label.lastIndexOf('(', at) > label.lastIndexOf(')', at);
}

/** `US` is held by `United States`, and `U.S.` by both. */
function isAcronymIn(word: string, said: string): boolean {
  const letters = word.replaceAll('.', '');
  if (!/^\p{Lu}{2,6}$/u.test(letters)) return false;
  return new RegExp([...letters].map(c => `\\b${c}[\\p{L}\\p{M}.'-]*`).join('[ ](?:(?:of|the|for|and) )*'), 'u').test(
    said,
  );
}

/** Whether capitals mark names in a text, as its first words tell. */
function capitalsTell(text: string): boolean {
  const inner = text.slice(0, 5_000).match(/(?<=[\p{L},] )[\p{L}\p{M}]+/gu) ?? [];
  const capitals = inner.filter(word => /^\p{Lu}/u.test(word)).length;
  return inner.length < 40 || capitals / inner.length <= MOST_CAPITALS;
}
