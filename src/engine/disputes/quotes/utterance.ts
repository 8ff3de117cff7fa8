/**
 * What somebody was quoted to say in one article, as words that can be compared with another article's: contractions are written out, what
 * reporters put in brackets is left out, and words that carry content are told from those that do not. Linear in the article's words a quotation.
 */
import { CLOSED } from '../../claims/tag/closed.ts';
import type { Quotation } from '../../claims/types.ts';
import { type ReadArticle, speakerName } from '../../matches/article.ts';
import { rarityOf } from '../../matches/rarity.ts';
import { stem } from '../../matches/stem.ts';
import type { Token } from '../../text/reading.ts';
import { contains, type Span } from '../../text/span.ts';
import type { UtteredWord } from './alignment.ts';

/** One quotation with its words in order, over all of its pieces. */
export interface Utterance {
  readonly path: string;
  readonly quotation: Quotation;
  /** Canonical name of the speaker, or what the text calls it. */
  readonly speaker?: string;
  readonly words: readonly UtteredWord[];
}

/** Short forms that no ending tells. */
const CONTRACTIONS: ReadonlyMap<string, readonly string[]> = new Map([
  ["can't", ['can', 'not']],
  ['cannot', ['can', 'not']],
  ["won't", ['will', 'not']],
  ["shan't", ['shall', 'not']],
  ['gonna', ['going', 'to']],
  ['wanna', ['want', 'to']],
  ['ok', ['okay']],
  ["let's", ['let', 'us']],
]);
/** Short endings and what they stand for. */
const ENDINGS: Readonly<Record<string, string>> = {
  "'re": 'are',
  "'ve": 'have',
  "'ll": 'will',
  "'m": 'am',
  "'d": 'would',
};

/** The utterances of an article, in order. */
export function utterancesOf(article: ReadArticle): Utterance[] {
  return article.claims.quotations.map(quotation => {
    const { speaker } = quotation;
    const name = speaker && speakerName(article, speaker);
    return { path: article.path, quotation, words: wordsOf(article, quotation.pieces), ...(name && { speaker: name }) };
  });
}

function wordsOf(article: ReadArticle, pieces: readonly Span[]): UtteredWord[] {
  const words: UtteredWord[] = [];
  for (const piece of pieces) {
    const tokens = article.reading.tokens.filter(token => contains(piece, token));
    words.push(...uttered(tokens));
  }
  return words;
}

/** The words among tokens; what stands in brackets is the reporter's and left out. */
export function uttered(tokens: readonly Token[]): UtteredWord[] {
  const words: UtteredWord[] = [];
  let bracket = false;
  const markGap = () => {
    const last = words.at(-1);
    if (last) words[words.length - 1] = { ...last, gapAfter: true };
  };
  for (const token of tokens) {
    const before = words.at(-1);
    if (before && /^[.!?]+$/.test(token.text)) words[words.length - 1] = { ...before, last: true };
    if (token.text === '[' || token.text === '(') bracket = true;
    if (bracket || /^(?:…|\.{3,})$/.test(token.text)) markGap();
    if (token.text === ']' || token.text === ')') bracket = false;
    if (bracket || (token.kind !== 'word' && token.kind !== 'number')) continue;
    const { start, end, text } = token;
    const forms = formsOf(token);
    words.push({ start, end, text, forms, content: forms.some(isContent), gapAfter: false, last: false });
  }
  return words;
}

function formsOf({ lower }: Token): readonly string[] {
  const known = CONTRACTIONS.get(lower);
  if (known) return known;
  if (lower === "'s") return ['is'];
  if (lower.endsWith("n't")) return [lower.slice(0, -3), 'not'];
  for (const [ending, word] of Object.entries(ENDINGS))
    if (lower.endsWith(ending)) return [lower.slice(0, -ending.length), word];
  return [lower.replaceAll('.', '')];
}

/** What carries the meaning: no function word, and not among the commonest of news; negation always does. */
function isContent(form: string): boolean {
  return form === 'not' || form === 'never' || form === 'no' || (!CLOSED.has(form) && rarityOf(stem(form)) >= 0.9);
}
