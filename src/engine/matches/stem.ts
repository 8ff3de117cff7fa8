/**
 * Stems: what `killed`, `killing` and `kills` have in common, and `Colombia` with `Colombian`.
 *
 * Method: the first steps of Porter (1980) with its measure replaced by a plain minimum of three letters; for comparing words it is as good as
 * the whole algorithm and easier to predict. One stem a word, cached.
 */
const cache = new Map<string, string>();
const CACHE_SIZE = 50_000;

/** The stem of a lower-case word. */
export function stem(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const made = stripped(word);
  if (cache.size >= CACHE_SIZE) cache.clear();
  cache.set(word, made);
  return made;
}

const ENDINGS: readonly (readonly [string, string])[] = [
  ['ization', 'iz'],
  ['isation', 'iz'],
  ['ational', 'at'],
  ['fulness', 'ful'],
  ['iveness', 'iv'],
  ['ations', 'at'],
  ['ation', 'at'],
  ['ators', 'at'],
  ['ator', 'at'],
  ['ities', ''],
  ['ments', ''],
  ['ment', ''],
  ['ness', ''],
  ['ity', ''],
  ['ies', 'y'],
  ['ied', 'y'],
  ['ions', ''],
  ['ion', ''],
  ['sses', 'ss'],
  ['ings', ''],
  ['ing', ''],
  ['eed', 'ee'],
  ['ed', ''],
  ['ers', ''],
  ['ans', 'a'],
  ['an', 'a'],
  ['er', ''],
  ['es', ''],
  ['ly', ''],
  ['al', ''],
  ['s', ''],
];

function stripped(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  for (const [ending, by] of ENDINGS) {
    if (!word.endsWith(ending) || word.length - ending.length < 3 || (ending === 's' && word.endsWith('ss'))) continue;
    return undoubled(word.slice(0, -ending.length) + by);
  }
  return undoubled(word);
}

/** `stopp` from `stopped` is `stop`; `revoke` and `revok` are one. */
function undoubled(word: string): string {
  if (/([bdfgmnprt])\1$/.test(word)) return word.slice(0, -1);
  return word.length > 3 && word.endsWith('e') ? word.slice(0, -1) : word;
}
