/**
 * Cuts a text into tokens: words, numbers and marks with exact offsets.
 *
 * Method: one regular expression, whose alternatives are tried in order. As in the Universal Dependencies guidelines for English, `'s` and
 * hyphens are tokens of their own. The names in `U.S.-Colombia` and `anti-Trump` are thus whole tokens, and `spaced` tells that no space stood
 * between. Acronyms keep their dots (`U.S.`), numbers their points and commas. Cost: linear in the text.
 */
import type { Token, TokenKind } from './reading.ts';

const patterns: readonly (readonly [TokenKind, string])[] = [
  [
    'url',
    String.raw`[\w.+-]*[\w+-]@[\w-]+(?:\.[\w-]+)+|https?:\/\/[^\s<>"”]+|www\.[^\s<>"”]+|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|gov|edu|io|ly|co|tv|info)\b(?:\/[^\s<>"”]*)?`,
  ],
  ['handle', String.raw`@\w{2,}`],
  ['hashtag', String.raw`#\p{L}\w+`],
  [
    'emoji',
    String.raw`\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic}|\p{Emoji_Modifier})*|[\u{1F1E6}-\u{1F1FF}]{2}`,
  ],
  ['number', String.raw`\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s)?(?![\p{L}\d]|[.,:]\d)|\d+(?:[.,]\d+)*`],
  [
    'word',
    String.raw`(?:\p{Lu}\.){2,}|(?:\p{L}\.){2,}(?=[\s,;:)\]”"’]|$)|[\p{L}\p{M}]+(?:['’](?!s\b)[\p{L}\p{M}]+)*\d*|['’]s\b`,
  ],
  ['mark', String.raw`\.{2,}|…|-{2,}|[^\s\p{L}\p{M}\d]`],
];

const tokenPattern = new RegExp(patterns.map(([, source]) => `(${source})`).join('|'), 'gu');
const kinds = patterns.map(([kind]) => kind);

/** Tokens of a text. `shift` is added to their offsets. Every character but white space belongs to exactly one token. */
export function tokenize(text: string, shift = 0): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(tokenPattern)) {
    const words = match[0];
    const kind = kinds[kinds.findIndex((_, group) => match[group + 1] !== undefined)] ?? 'mark';
    tokens.push({
      text: words,
      lower: words.toLowerCase().replaceAll('’', "'"),
      kind,
      spaced: match.index > end || match.index === 0,
      start: match.index + shift,
      end: match.index + words.length + shift,
    });
    end = match.index + words.length;
  }
  return tokens;
}
