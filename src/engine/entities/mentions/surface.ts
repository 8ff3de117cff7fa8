/** How names are compared. A surface is a name without accents, capitals, dots in acronyms and the like. */

/** Letters that decompose into no letter and accent. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ı', 'i'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ß', 'ss'],
  ['þ', 'th'],
  ['ð', 'd'],
]);

/** The surface of a name. `U.S.` and `US` have the same; so have `Bogotá` and `Bogota`, `al-Assad` and `al Assad`. */
export function surfaceOf(text: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øłđıæœßþð]/g, letter => LETTERS.get(letter) ?? letter)
    .replace(/[’‘`]/g, "'")
    .replace(/\b(\p{L})\.(?=\p{L}\b|\s|$)/gu, '$1');
  return plain.replace(/[^\p{L}\p{N}&'@#]+/gu, ' ').trim();
}

/**
 * Whether two words differ by no more than a slip or a transliteration. Words of six letters may differ in one letter, words of ten in two.
 */
export function areNearlySame(a: string, b: string): boolean {
  const longest = Math.max(a.length, b.length);
  const allowed = longest >= 10 ? 2 : longest >= 6 ? 1 : 0;
  if (allowed === 0 || Math.abs(a.length - b.length) > allowed || a[0] !== b[0]) return a === b;
  return editDistance(a, b, allowed) <= allowed;
}

/**
 * How many edits of one letter turn one word into the other (Levenshtein 1966). Where there are more than `limit`, the result is some number
 * above it.
 */
export function editDistance(a: string, b: string, limit: number): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const value = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost);
      next.push(value);
      least = Math.min(least, value);
    }
    if (least > limit) return least;
    row = next;
  }
  return row[b.length] ?? 0;
}
