/**
 * The gazetteer: lists of known names, and of words that stand beside names, such as titles. The model file keeps it as hashes of phrases,
 * each with a bit for every list that holds the phrase.
 */

import { hashString, mix } from '../../text/hashing.ts';
import type { Token } from '../../text/reading.ts';

/** What is known of words besides their form: the cluster of words that are used alike, and the gazetteer. */
export interface Knowledge {
  /** A word's cluster, by the hash of its lower case; -1 for none. */
  cluster(word: number): number;
  /** A phrase's gazetteer bits, by the hash of its words; 0 when it only opens longer ones, -1 when it opens none. */
  phrase(words: number): number;
}

/** The lists of the gazetteer, in the order of their bits in the model file. */
export const GAZETTEER = [
  'country',
  'demonym',
  'city',
  'region',
  'firstName',
  'lastName',
  'organization',
  'event',
  'suffix',
  'placeHead',
  'title',
  'calendar',
  'town',
  'person',
  'orgHead',
  'group',
] as const;
/** The bit of each list. */
export const GAZETTEER_BITS = Object.fromEntries(GAZETTEER.map((name, i) => [name, 1 << i])) as Record<
  (typeof GAZETTEER)[number],
  number
>;

/** The hash of a phrase's words, as `Knowledge.phrase` wants it. */
export function phraseHash(words: readonly string[]): number {
  let hash = hashString(words[0] ?? '');
  for (let i = 1; i < words.length; i++) hash = mix(hash, hashString(words[i] ?? ''));
  return hash;
}

/** The longest phrase that the gazetteer holds, in words. */
export const LONGEST_PHRASE = 6;

/** The gazetteer bits of the tokens `from` up to, but without, `to`; 0 when they are no phrase of the gazetteer. */
export function phraseBits(tokens: readonly Token[], from: number, to: number, knowledge: Knowledge): number {
  if (to - from > LONGEST_PHRASE || to <= from) return 0;
  const words: string[] = [];
  for (let i = from; i < to; i++) words.push(tokens[i]?.lower ?? '');
  return Math.max(0, knowledge.phrase(phraseHash(words)));
}
