/**
 * What the name tagger sees of a token: up to about seventy features, each a hash.
 *
 * Method: some features depend on one word alone: its form, affixes, shape and cluster. They are computed once per word and offset, so that
 * the model can remember their summed scores; this is three times as fast. The other features are computed where the token stands: pairs of
 * words, gazetteer matches over several words, and what the whole document tells of a word (Chieu and Ng 2002). The kinds of features follow
 * Ratinov and Roth 2009. Cost: linear in the tokens.
 */

import { hashString, mix } from '../../text/hashing.ts';
import type { Paragraph, Reading, Token } from '../../text/reading.ts';
import { GAZETTEER_BITS, type Knowledge, LONGEST_PHRASE } from './gazetteer.ts';

/** One word, regardless of where it stands. */
export interface WordType {
  readonly hash: number;
  readonly shape: number;
  /** 0 lower case or no letters, 1 capital, 2 all capitals, 3 number, 4 mark. */
  readonly case: number;
  readonly cluster: number;
  /** Gazetteer bits of the word alone. */
  readonly bits: number;
  readonly text: string;
  readonly lower: string;
}

const T = (name: string): number => hashString(name);
const at = (name: string): readonly number[] => [-2, -1, 0, 1, 2].map(offset => hashString(`${name}@${offset}`));
const WORD = at('word');
const SHAPE = at('shape');
const SUFFIX = [1, 2, 3, 4].map(n => at(`suffix${n}`));
const PREFIX = [2, 3, 4].map(n => T(`prefix${n}`));
const CLUSTER = [10, 8, 6, 4].map(n => at(`cluster${n}`));
const WORD_SHAPE = T('word+shape');
const CASE_CLUSTER = T('case+cluster');
const BITS = at('bits');
const BIT_CASE = Array.from({ length: 16 }, (_, b) => hashString(`bit${b}+case`));

/** The word that a token is. */
export function wordTypeOf(token: Token, knowledge: Knowledge): WordType {
  const text = formOf(token);
  const lower = text.toLowerCase().replaceAll('’', "'");
  const hash = hashString(lower);
  return {
    text,
    lower,
    hash,
    shape: hashString(shapeOf(text)),
    case: caseOf(token),
    cluster: token.kind === 'word' ? knowledge.cluster(hash) : -1,
    bits: token.kind === 'word' ? Math.max(0, knowledge.phrase(hash)) : 0,
  };
}

/** The text of a token. Links, handles and numbers hardly ever repeat, and are replaced by a pattern. */
function formOf(token: Token): string {
  switch (token.kind) {
    case 'url':
      return '<url>';
    case 'handle':
      return '<handle>';
    case 'emoji':
      return '<emoji>';
    case 'number':
      return token.text.replace(/\d/g, '0');
    default:
      return token.text;
  }
}

function caseOf(token: Token): number {
  if (token.kind === 'number') return 3;
  if (token.kind !== 'word' && token.kind !== 'hashtag') return 4;
  const { text } = token;
  if (!/^\p{Lu}/u.test(text)) return 0;
  return text.length > 1 && text === text.toUpperCase() ? 2 : 1;
}

/** The shape of a word: X and x for letters, 0 for digits, and at most two of one kind in a row. `McCain` is `XxXxx`. */
function shapeOf(text: string): string {
  return text
    .replace(/\p{Lu}/gu, 'X')
    .replace(/[\p{Ll}\p{Lo}]/gu, 'x')
    .replace(/\d/g, '0')
    .replace(/(.)\1{2,}/g, '$1$1');
}

/** The features of a word that stands `offset` tokens (-2 to 2) from the token that is tagged. Adds them to `out`. */
export function wordFeatures(word: WordType, offset: number, out: number[]): void {
  const o = offset + 2;
  out.push(mix(WORD[o] ?? 0, word.hash));
  if (word.cluster >= 0)
    for (let level = 0; level < 4; level++) out.push(mix(CLUSTER[level]?.[o] ?? 0, word.cluster >> (2 * level)));
  if (offset === -2 || offset === 2) return;
  out.push(mix(SHAPE[o] ?? 0, word.shape));
  if (word.bits) out.push(mix(BITS[o] ?? 0, word.bits));
  const { lower } = word;
  if (offset === 0) for (let b = 0; b < 16; b++) if (word.bits & (1 << b)) out.push(mix(BIT_CASE[b] ?? 0, word.case));
  if (offset !== 0) {
    out.push(mix(SUFFIX[2]?.[o] ?? 0, hashString(lower.slice(-3))));
    return;
  }
  for (let n = 1; n <= 4; n++)
    if (lower.length > n) out.push(mix(SUFFIX[n - 1]?.[o] ?? 0, hashString(lower.slice(-n))));
  for (let n = 2; n <= 4; n++) if (lower.length > n) out.push(mix(PREFIX[n - 2] ?? 0, hashString(lower.slice(0, n))));
  out.push(mix(mix(WORD_SHAPE, word.hash), word.shape));
  if (word.cluster >= 0) out.push(mix(mix(CASE_CLUSTER, word.case), word.cluster));
}

/** What a document tells of each of its words. Each is a bit. */
const SEEN_LOWER = 1;
const SEEN_CAPITAL_INSIDE = 2;
const AFTER_TITLE = 4;
const AFTER_FIRST_NAME = 8;
const BEFORE_SUFFIX = 16;
const AFTER_PLACE_WORD = 32;
const BEFORE_SPEECH = 64;
const ACRONYM = 128;
const FLAGS = 8;

const PLACE_WORDS: ReadonlySet<string> = new Set('in near from across throughout outside'.split(' '));
const SPEECH: ReadonlySet<string> = new Set('said says told added asked who wrote tweeted argued'.split(' '));

/** A document prepared for the tagger. */
interface DocumentWords {
  /** The word of each token. */
  readonly words: readonly WordType[];
  /** For each token, what the document tells of its word: the flags above. */
  readonly seen: Uint16Array;
  /**
   * For each token, the gazetteer match of several words that holds it; 0 where none does. The two lowest bits tell where in the match it
   * stands (1 first, 2 inside, 3 last). The other bits are those of the gazetteer.
   */
  readonly spans: Int32Array;
  /** 1 where a token is glued to the one before. */
  readonly glued: Uint8Array;
  /** By sentence: 0 plain, 1 all capitals, 2 title case, 3 without any capital; plus 4 in headings, 8 in credits and posts. */
  readonly manner: Uint8Array;
}

/** Prepares a document for the tagger. `wordOf` gives the word of a token; it may remember words between documents. */
export function documentWords(
  reading: Reading,
  knowledge: Knowledge,
  wordOf: (token: Token) => WordType,
): DocumentWords {
  const { tokens } = reading;
  const words = tokens.map(wordOf);
  const glued = Uint8Array.from(tokens, token => (token.spaced ? 0 : 1));
  const manner = Uint8Array.from(reading.sentences, sentence =>
    mannerOf(words, sentence.firstToken, sentence.endToken, reading.paragraphs[sentence.paragraph]),
  );
  const flags = new Map<number, number>();
  const add = (word: WordType | undefined, flag: number): void => {
    if (word) flags.set(word.hash, (flags.get(word.hash) ?? 0) | flag);
  };
  for (const [s, sentence] of reading.sentences.entries()) {
    // In a headline in capitals or title case, a capital tells nothing about the word.
    const telling = ((manner[s] ?? 0) & 3) === 0 || ((manner[s] ?? 0) & 3) === 3;
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      const word = words[i];
      if (!word || word.case > 2) continue;
      if (word.case === 0) {
        if (telling) add(word, SEEN_LOWER);
        continue;
      }
      const before = i > sentence.firstToken ? words[i - 1] : undefined;
      const next = i + 1 < sentence.endToken ? words[i + 1] : undefined;
      if (before && telling && before.case !== 4) add(word, SEEN_CAPITAL_INSIDE);
      const title = before?.lower === '.' ? words[i - 2] : before;
      if (title && title.bits & GAZETTEER_BITS.title && title.case > 0) add(word, AFTER_TITLE);
      if (before && before.case === 1 && before.bits & GAZETTEER_BITS.firstName) add(word, AFTER_FIRST_NAME);
      if (next && next.case > 0 && next.bits & GAZETTEER_BITS.suffix) add(word, BEFORE_SUFFIX);
      if (before && telling && PLACE_WORDS.has(before.lower)) add(word, AFTER_PLACE_WORD);
      if (next && SPEECH.has(next.lower)) add(word, BEFORE_SPEECH);
      if (word.case === 2 && before?.text === '(' && next?.text === ')' && isAcronymOf(words, i, sentence.firstToken))
        add(word, ACRONYM);
    }
  }
  const seen = Uint16Array.from(words, word => (word.case === 4 ? 0 : (flags.get(word.hash) ?? 0)));
  return { words, seen, spans: gazetteerSpans(words, reading, knowledge), glued, manner };
}

function mannerOf(words: readonly WordType[], from: number, to: number, paragraph: Paragraph | undefined): number {
  let capitals = 0;
  let upper = 0;
  let long = 0;
  let any = false;
  for (let i = from; i < to; i++) {
    const word = words[i];
    if (!word || word.case > 2) continue;
    if (word.case > 0 && word.text !== 'I') any = true;
    if (word.lower.length < 4) continue;
    long++;
    if (word.case > 0) capitals++;
    if (word.case === 2) upper++;
  }
  const kind = paragraph?.kind;
  const place = kind === 'heading' ? 4 : kind === 'credit' || kind === 'post' || kind === 'dateline' ? 8 : 0;
  if (long >= 2 && upper === long) return place | 1;
  if (long >= 2 && !any) return place | 3;
  return long >= 3 && capitals / long >= 0.75 ? place | 2 : place;
}

/** Whether a token in brackets consists of the initials of the words before it: `World Food Programme (WFP)`. */
function isAcronymOf(words: readonly WordType[], at: number, from: number): boolean {
  const letters = words[at]?.text.replace(/[^\p{Lu}]/gu, '') ?? '';
  if (letters.length < 2) return false;
  let left = letters.length - 1;
  for (let i = at - 2; i >= from && i > at - 2 - 2 * letters.length && left >= 0; i--) {
    const initial = words[i]?.text[0];
    if (initial === letters[left]) left--;
    else if ((words[i]?.case ?? 0) > 0) return false;
  }
  return left < 0;
}

/** The longest gazetteer matches of at least two words, from the left. At least one of the words must have a capital. */
function gazetteerSpans(words: readonly WordType[], reading: Reading, knowledge: Knowledge): Int32Array {
  const spans = new Int32Array(words.length);
  for (const sentence of reading.sentences) {
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      let hash = words[i]?.hash ?? 0;
      if ((words[i]?.case ?? 4) > 2 || knowledge.phrase(hash) < 0) continue;
      let end = i;
      let bits = 0;
      let capitals = (words[i]?.case ?? 0) > 0;
      for (let j = i + 1; j < Math.min(i + LONGEST_PHRASE, sentence.endToken); j++) {
        hash = mix(hash, words[j]?.hash ?? 0);
        const found = knowledge.phrase(hash);
        if (found < 0) break;
        capitals ||= (words[j]?.case ?? 0) > 0;
        if (found > 0 && capitals) {
          end = j;
          bits = found;
        }
      }
      if (end === i) continue;
      for (let j = i; j <= end; j++) spans[j] = (bits << 2) | (j === i ? 1 : j === end ? 3 : 2);
      i = end;
    }
  }
  return spans;
}

const PAIR_BEFORE = T('word-1+word');
const PAIR_AFTER = T('word+word+1');
const AROUND = T('word-1+word+1');
const SHAPE_BEFORE = T('word-1+shape');
const SHAPE_AFTER = T('shape+word+1');
const CLUSTER_BEFORE = T('cluster-1+cluster');
const CLUSTER_AFTER = T('cluster+cluster+1');
const CLUSTER_AROUND = T('cluster-1+case+cluster+1');
const PATTERN = T('case pattern');
const PATTERN3 = T('shapes');
const SEEN = Array.from({ length: FLAGS }, (_, i) => T(`seen${i}`));
const SEEN_ALL = T('seen all');
const SEEN_BEFORE = T('seen before');
const SEEN_AFTER = T('seen after');
const SPAN = Array.from({ length: 16 }, (_, i) => T(`gazetteer${i}`));
const SPAN_BEFORE = T('gazetteer-1');
const SPAN_AFTER = T('gazetteer+1');
const FIRST = T('first');
const MANNER = T('manner');
const GLUE = T('glue');
const PLAIN_BITS = T('bits without capitals');
const BITS_BEFORE = T('bits-1+case');
const BITS_AFTER = T('case+bits+1');

const NO_WORD: WordType = { hash: 1, shape: 1, case: 4, cluster: -1, bits: 0, text: '', lower: '' };

/**
 * The features of token `i` that look at more than one word, within the tokens `from` up to `to` of a sentence. Returns how many were written
 * to `out`.
 */
export function contextFeatures(
  document: DocumentWords,
  i: number,
  from: number,
  to: number,
  sentence: number,
  out: Uint32Array,
): number {
  const { words, seen, spans, glued } = document;
  const word = words[i] ?? NO_WORD;
  const before = i > from ? (words[i - 1] ?? NO_WORD) : NO_WORD;
  const next = i + 1 < to ? (words[i + 1] ?? NO_WORD) : NO_WORD;
  const before2 = i - 1 > from ? (words[i - 2] ?? NO_WORD) : NO_WORD;
  const next2 = i + 2 < to ? (words[i + 2] ?? NO_WORD) : NO_WORD;
  let n = 0;
  out[n++] = mix(mix(PAIR_BEFORE, before.hash), word.hash);
  out[n++] = mix(mix(PAIR_AFTER, word.hash), next.hash);
  out[n++] = mix(mix(AROUND, before.hash), next.hash);
  out[n++] = mix(mix(SHAPE_BEFORE, before.hash), word.shape);
  out[n++] = mix(mix(SHAPE_AFTER, word.shape), next.hash);
  out[n++] = mix(mix(CLUSTER_BEFORE, before.cluster >> 3), word.cluster >> 3);
  out[n++] = mix(mix(CLUSTER_AFTER, word.cluster >> 3), next.cluster >> 3);
  out[n++] = mix(mix(CLUSTER_AROUND, before.cluster >> 3), next.cluster >> 3) ^ word.case;
  const pattern = (((before2.case * 5 + before.case) * 5 + word.case) * 5 + next.case) * 5 + next2.case;
  out[n++] = mix(PATTERN, pattern);
  out[n++] = mix(mix(mix(PATTERN3, before.shape), word.shape), next.shape);
  out[n++] = mix(GLUE, (glued[i] ?? 0) | ((i + 1 < to ? (glued[i + 1] ?? 0) : 0) << 1) | (word.case << 2));
  const first = i === from ? 1 : before.case === 4 && i - 1 === from ? 2 : 0;
  const manner = document.manner[sentence] ?? 0;
  out[n++] = mix(MANNER, (manner << 3) | word.case);
  if (first) out[n++] = mix(mix(FIRST, first), word.shape);
  if ((manner & 3) === 3 && word.bits) out[n++] = mix(PLAIN_BITS, word.bits);
  out[n++] = mix(mix(BITS_BEFORE, before.bits), word.case);
  out[n++] = mix(mix(BITS_AFTER, next.bits), word.case);
  if (word.case === 1 || word.case === 2) {
    const flags = seen[i] ?? 0;
    for (let f = 0; f < FLAGS; f++) if (flags & (1 << f)) out[n++] = mix(SEEN[f] ?? 0, first ? 1 : 0);
    out[n++] = mix(mix(SEEN_ALL, flags), (first << 3) | (manner & 3));
    if (before.case === 1) out[n++] = mix(SEEN_BEFORE, seen[i - 1] ?? 0);
    if (next.case === 1) out[n++] = mix(SEEN_AFTER, seen[i + 1] ?? 0);
  }
  const span = spans[i] ?? 0;
  if (span)
    for (let b = 0; b < 16; b++)
      if ((span >> 2) & (1 << b)) out[n++] = mix(SPAN[b] ?? 0, ((span & 3) << 3) | word.case);
  if (i > from && spans[i - 1]) out[n++] = mix(SPAN_BEFORE, spans[i - 1] ?? 0);
  if (i + 1 < to && spans[i + 1]) out[n++] = mix(SPAN_AFTER, spans[i + 1] ?? 0);
  return n;
}

/** Number of features that no token exceeds. */
export const MOST_FEATURES = 64;
