/** A text as anchors compare it: folded so that typography does not count, and cut into words. */

/** Scripts that put no spaces between words: each letter is a word by itself. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const LETTER = /[\p{L}\p{M}]/u;
const DIGIT = /\p{N}/u;
const BETWEEN = /[\s\p{P}\p{Z}\p{C}]/u;

const FOLDS: ReadonlyMap<string, string> = new Map([
  ...[...'‘’‚‛ʼ´`′'].map(c => [c, "'"] as const),
  ...[...'“”„‟«»″'].map(c => [c, '"'] as const),
  ...[...'‐‑‒–—―−'].map(c => [c, '-'] as const),
  ...[...'\u00a0\u1680\u2007\u202f\u205f\u3000\n\t'].map(c => [c, ' '] as const),
]);
const FOLDED = new RegExp(`[${[...FOLDS.keys()].join('')}]`, 'g');

/** Curly quotation marks straight, dashes hyphens, white space blanks: one code unit for one, so that offsets stay. */
export function fold(text: string): string {
  return text.replace(FOLDED, c => FOLDS.get(c) ?? c);
}

/** `between` words, a `letter`, a `digit`, or a sign that is a word by itself (an emoji, `$`, a Chinese letter). */
type Class = 0 | 1 | 2 | 3;

function classOfCharacter(c: string): Class {
  if (UNSPACED.test(c)) return 3;
  if (LETTER.test(c)) return 1;
  if (DIGIT.test(c)) return 2;
  return BETWEEN.test(c) ? 0 : 3;
}

const ASCII: readonly Class[] = Array.from({ length: 128 }, (_, code) => classOfCharacter(String.fromCharCode(code)));

function classAt(text: string, at: number): Class {
  const code = text.charCodeAt(at);
  if (code < 128) return ASCII[code] ?? 0;
  return classOfCharacter(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

export interface Words {
  /** Lower case, one entry a word. */
  readonly keys: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/**
 * A number that words share which look like one that was edited: all numbers, and words that begin alike. Negative for short words:
 * those look like no other, the sign and the place making each different.
 */
export function stemsOf(keys: readonly string[], sign: 1 | -1): number[] {
  return keys.map((key, i) => {
    const first = key.charCodeAt(0);
    if (first >= 48 && first <= 57) return 0;
    if (key.length < 4) return -2 * i - (sign === 1 ? 1 : 2);
    return first + key.charCodeAt(1) * 0x10000 + key.charCodeAt(2) * 0x100000000;
  });
}

/** Cuts folded text into words; a number keeps its inner points and commas. Linear. */
export function wordsOf(text: string): Words {
  const keys: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const lower = text.toLowerCase();
  // Some letters grow when they are made small (İ): then every word by itself, so that places stay right.
  const source = lower.length === text.length ? lower : undefined;
  const { length } = text;
  for (let at = 0; at < length; ) {
    const kind = classAt(text, at);
    const start = at++;
    if (kind === 0) continue;
    if (text.charCodeAt(start) >= 0xd800 && (text.codePointAt(start) ?? 0) > 0xffff) at++;
    if (kind !== 3) {
      for (; at < length; at++) {
        const next = classAt(text, at);
        if (next === 1 || next === 2) continue;
        const inNumber =
          kind === 2 && next === 0 && isPoint(text.charCodeAt(at)) && at + 1 < length && classAt(text, at + 1) === 2;
        if (!inNumber) break;
      }
    }
    keys.push(source ? source.slice(start, at) : text.slice(start, at).toLowerCase());
    starts.push(start);
    ends.push(at);
  }
  return { keys, starts, ends };
}

/** `.`, `,` or `:`. */
function isPoint(code: number): boolean {
  return code === 46 || code === 44 || code === 58;
}

/** Whether what stands at this place belongs to a word. */
export function isWordAt(text: string, at: number): boolean {
  return at >= 0 && at < text.length && classAt(text, at) !== 0;
}

const ABBREVIATION =
  /(?:^|[\s.("'])(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Col|Capt|Lt|Sgt|Sen|Rep|Gov|Rev|Prof|Jr|Sr|No|vs|Inc|Co|Corp)\.$/;

/** Where the last sentence that `before` tells of begins: the length of what belongs to an earlier one. */
export function sentenceStartIn(before: string): number {
  let start = 0;
  for (const m of before.matchAll(/[.!?…]["”’')\]]*\s+(?=\S)|[.!?…]["”’')\]]*\s+$|\n\s*/g)) {
    const stop = m.index + 1;
    if (m[0].startsWith('.') && ABBREVIATION.test(before.slice(0, stop))) continue;
    if (/^\.\s+$/.test(m[0]) && /^[a-z]/.test(before.slice(m.index + m[0].length))) continue;
    start = m.index + m[0].length;
  }
  return start;
}

/** Where the sentence that `after` goes on with ends: the length of what still belongs to it. */
export function sentenceEndIn(after: string): number {
  for (const m of after.matchAll(/[.!?…]["”’')\]]*(?=\s|$)|\n/g)) {
    const stop = m.index + 1;
    if (m[0].startsWith('.') && ABBREVIATION.test(after.slice(0, stop))) continue;
    if (m[0] === '.' && /^\s+[a-z]/.test(after.slice(stop))) continue;
    return m.index + m[0].length;
  }
  return after.length;
}
