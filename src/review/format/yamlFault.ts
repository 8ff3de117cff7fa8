/** What a YAML parser's error means, for people who do not know its terms, and how to mend it where that is plain. */

import { type Phrase, phrase } from '../base/phrase.ts';
import { type Fix, titled } from '../base/problem.ts';
import type { YamlError } from './document.ts';

interface YamlFault {
  readonly start: number;
  readonly end: number;
  readonly code: 'not-yaml';
  readonly message: Phrase;
  readonly fixes: readonly Fix[];
}

const MEANINGS: readonly (readonly [RegExp, Phrase])[] = [
  [/Nested mappings are not allowed/, phrase('words that hold ": " want quotation marks around them')],
  [
    /items must start at the same column|Implicit map keys need|Implicit keys need/,
    phrase('the keys of a record stand right under each other, each with a colon behind it'),
  ],
  [/Tabs are not allowed/, phrase('lines are indented with blanks, not with tabs')],
  [/Missing closing ["']/, phrase('the quotation mark that opens here is closed nowhere')],
  [/^Flow (?:map|sequence)/, phrase('a bracket that opens above is closed nowhere, or what stands in it is')],
  [/Plain value cannot start with/, phrase('words that begin with such a sign want quotation marks around them')],
];

/** A quotation mark is missed at the end of the file; what a person looks for is where it opened. */
function openingQuote(text: string, before: number): number | undefined {
  const opening = [...text.slice(0, before).matchAll(/(?::|-|^)[ \t]+(?=["'])/gm)].at(-1);
  return opening ? opening.index + opening[0].length : undefined;
}

/** Puts quotation marks around the words of one line that YAML takes for a key and a value. */
function quoting(text: string, at: number, shift: number): Fix[] {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const stop = text.indexOf('\n', at);
  const line = text.slice(start, stop < 0 ? text.length : stop).replace(/\r$/, '');
  const value = /^(\s*(?:- )?\s*[A-Za-z]+:[ \t]+)([^"'|>&*[{#\s].*)$/.exec(line);
  const lead = value?.[1];
  const words = value?.[2]?.trimEnd();
  if (lead === undefined || words === undefined) return [];
  const from = shift + start + lead.length;
  const title = titled(phrase('Put quotation marks around it'));
  return [{ kind: 'replace', ...title, start: from, end: from + words.length, text: JSON.stringify(words) }];
}

/** The first of a parser's errors in a text that begins at `shift` in its file. */
export function yamlFault(text: string, errors: readonly YamlError[], shift: number): YamlFault {
  const first = errors[0] ?? { start: 0, end: 0, message: 'It cannot be read.' };
  const meaning = MEANINGS.find(([pattern]) => pattern.test(first.message))?.[1];
  const bare = first.message
    .replace(/ at line \d+, column \d+[\s\S]*$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  // The parser's own words, which have no translation.
  const plain = meaning ?? `${bare.charAt(0).toLowerCase()}${bare.slice(1)}`.replace(/[.!?]$/, '');
  const opened = /Missing closing/.test(first.message) ? openingQuote(text, first.start) : undefined;
  const start = opened ?? first.start;
  const end = opened === undefined ? Math.max(first.end, first.start) : opened + 1;
  const fixes = /Nested mappings|Plain value cannot/.test(first.message) ? quoting(text, first.start, shift) : [];
  const message = phrase('This is not YAML: {0}. Nothing is written to this file until it is mended.', plain);
  return { start: start + shift, end: end + shift, code: 'not-yaml', message, fixes };
}
