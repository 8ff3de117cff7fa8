/**
 * Finds the names in an article with the trained model, sentence by sentence.
 *
 * Method: the scores of a word by itself are looked up together (`NamesModel.word`). The scores that depend on the words around it are added.
 * Then Viterbi's algorithm finds the best tags. Cost: about 40 table look-ups per token.
 */

import type { Reading } from '../../text/reading.ts';
import type { TokenRange } from '../../text/tokenRanges.ts';
import type { NameType } from '../types.ts';
import { contextFeatures, documentWords, MOST_FEATURES } from './features.ts';
import type { NamesModel, ScoredWord } from './model.ts';
import { BEGIN, kindOf, LAST, nameTypeOf, OUTSIDE, positionOf, TAGS, UNIT } from './nameTags.ts';
import { decode, type Lattice } from './viterbi.ts';

/** A name by its tokens. */
export interface TokenName extends TokenRange {
  readonly type: NameType;
}

/** Number of tokens above which a sentence is read in pieces. Nobody wrote it as one sentence. */
const LONGEST = 400;

/** The names of an article in order of place. */
export function tagNames(reading: Reading, model: NamesModel): TokenName[] {
  const scored: ScoredWord[] = [];
  const document = documentWords(reading, model, token => {
    const word = model.word(token);
    scored.push(word);
    return word.type;
  });
  const lattice: Lattice = {
    scores: new Float32Array(LONGEST * TAGS),
    best: new Float32Array(LONGEST * TAGS),
    back: new Uint8Array(LONGEST * TAGS),
    path: new Uint8Array(LONGEST),
  };
  const features = new Uint32Array(MOST_FEATURES);
  const names: TokenName[] = [];
  for (const [s, sentence] of reading.sentences.entries())
    for (let from = sentence.firstToken; from < sentence.endToken; from += LONGEST) {
      const to = Math.min(from + LONGEST, sentence.endToken);
      for (let i = from; i < to; i++) score(i, from, to, s);
      decode(lattice, to - from, model.transition);
      collect(lattice.path, from, to, names);
    }
  return names;

  function score(i: number, from: number, to: number, sentence: number): void {
    const { scores } = lattice;
    const row = (i - from) * TAGS;
    scores.fill(0, row, row + TAGS);
    for (let offset = -2; offset <= 2; offset++) {
      const j = i + offset;
      if (j < from || j >= to) continue;
      const own = (scored[j] as ScoredWord).scores;
      const base = (offset + 2) * TAGS;
      for (let t = 0; t < TAGS; t++) scores[row + t] = (scores[row + t] as number) + (own[base + t] as number);
    }
    const count = contextFeatures(document, i, from, to, sentence, features);
    for (let f = 0; f < count; f++) model.add(features[f] as number, scores, row);
  }
}

function collect(path: Uint8Array, from: number, to: number, names: TokenName[]): void {
  let first = from;
  for (let i = from; i < to; i++) {
    const tag = path[i - from] as number;
    if (tag === OUTSIDE) continue;
    const position = positionOf(tag);
    if (position === BEGIN || position === UNIT) first = i;
    const type = nameTypeOf(kindOf(tag));
    if ((position === LAST || position === UNIT) && type) names.push({ first, end: i + 1, type });
  }
}
