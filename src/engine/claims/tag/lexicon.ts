/**
 * What a word may be, looked at by itself: its classes, likeliest first, and the lemma it has in each.
 *
 * Method: irregular forms by table; otherwise strip an ending and look whether what is left (with `e` put back, a doubled consonant
 * undone, `i` turned to `y`) is a known base form; what is still unknown is told by its suffix, and a noun failing that. Each form is
 * looked up once and kept.
 */
import { IRREGULAR_NOUNS, IRREGULAR_VERBS } from './irregular.ts';
import { WORD_CLASSES } from './lexicon.data.ts';

/** What one form may be. A verb's forms are flags, for `cut` is three of them. */
export interface Entry {
  /** Subset of `nvar`, likeliest first. */
  readonly classes: string;
  readonly noun: string;
  readonly plural: boolean;
  readonly verb: string;
  /** Base of an irregular past that is another verb's base as well: `lay` of `lie`. */
  readonly pastOf: string;
  readonly base: boolean;
  readonly third: boolean;
  readonly past: boolean;
  readonly part: boolean;
  readonly ing: boolean;
  /** Whether a lexicon or a table knows it, rather than its suffix. */
  readonly known: boolean;
}

const bases: ReadonlyMap<string, string> = new Map(
  WORD_CLASSES.flatMap(([classes, words]) => words.split(' ').map(word => [word, classes] as const)),
);
const memo = new Map<string, Entry>();
const MEMO_LIMIT = 60_000;

/** Everything the form `lower` may be. */
export function entryOf(lower: string): Entry {
  const kept = memo.get(lower);
  if (kept) return kept;
  if (memo.size >= MEMO_LIMIT) memo.clear();
  const entry = analyse(lower);
  memo.set(lower, entry);
  return entry;
}

const isVerb = (word: string): boolean => bases.get(word)?.includes('v') ?? false;

function analyse(lower: string): Entry {
  const own = bases.get(lower) ?? '';
  const irregular = IRREGULAR_VERBS.get(lower);
  const irregularNoun = IRREGULAR_NOUNS.get(lower);
  const third = lower.endsWith('s') && !lower.endsWith('ss') ? verbBase(lower, 's') : undefined;
  const ed = lower.endsWith('ed') ? (verbBase(lower, 'ed') ?? guessedBase(lower, own)) : undefined;
  const ing =
    lower.endsWith('ing') && lower.length > 4 ? (verbBase(lower, 'ing') ?? guessedBase(lower, own)) : undefined;
  const verb = own.includes('v') ? lower : (irregular?.base ?? third ?? ed ?? ing ?? '');
  const plural = irregularNoun !== undefined || (own === '' && isPlural(lower));
  return {
    classes: classesOf(lower, own, { irregular: irregular !== undefined, third, ed, ing }),
    noun: irregularNoun ?? (plural ? singularOf(lower) : lower),
    plural,
    verb,
    pastOf: irregular?.base ?? verb,
    base: own.includes('v'),
    third: third !== undefined,
    past: irregular?.past ?? ed !== undefined,
    part: irregular?.part ?? ed !== undefined,
    ing: ing !== undefined,
    known:
      own !== '' ||
      irregular !== undefined ||
      third !== undefined ||
      ed !== undefined ||
      ing !== undefined ||
      irregularNoun !== undefined,
  };
}

interface Forms {
  readonly irregular: boolean;
  readonly third: string | undefined;
  readonly ed: string | undefined;
  readonly ing: string | undefined;
}

/** `referenced` of a verb that no lexicon lists. */
function guessedBase(form: string, own: string): string | undefined {
  if (own !== '' || form.length < 6 || /(?:eed|hood|ied)$/.test(form)) return undefined;
  const stem = form.slice(0, form.endsWith('ing') ? -3 : -2);
  return prefersE(stem) ? `${stem}e` : stem;
}

function classesOf(lower: string, own: string, forms: Forms): string {
  if (forms.irregular) return own.includes('v') ? own : `v${own}`;
  if (forms.ed !== undefined) return `v${own.replace('v', '') || 'a'}`;
  if (forms.ing !== undefined) return own === '' ? 'vna' : own.startsWith('v') ? own : `v${own}`;
  if (forms.third !== undefined && own === '') {
    if (IRREGULAR_NOUNS.has(lower)) return 'nv';
    // `claims` is a noun as often as `claim` is.
    const base = bases.get(forms.third) ?? 'v';
    return base.startsWith('v') ? (base.includes('n') ? 'vn' : 'v') : 'nv';
  }
  return own === '' ? (isCompared(lower) ? 'a' : bySuffix(lower)) : own;
}

/** `richer`, `biggest`, `earlier`. */
function isCompared(word: string): boolean {
  const ending = /(?:er|est)$/.exec(word)?.[0];
  if (!ending || word.length < 5) return false;
  const stem = word.slice(0, -ending.length);
  return [stem, `${stem}e`, stem.replace(/i$/, 'y'), stem.replace(/(.)\1$/, '$1')].some(
    base => bases.get(base)?.startsWith('a') ?? false,
  );
}

function bySuffix(word: string): string {
  if (/ly$/.test(word) && word.length > 4) return 'r';
  if (/(?:ous|ful|less|able|ible|ive|ic|ical|ish|wide|long)$/.test(word) && word.length > 5) return 'a';
  if (/(?:al|ary|ian|ese|esque|some|like|ward)$/.test(word) && word.length > 5) return 'an';
  if (/(?:ed)$/.test(word) && word.length > 4) return 'av';
  return 'n';
}

/** The base of an inflected verb, when a lexicon knows it. */
function verbBase(form: string, ending: 's' | 'ed' | 'ing'): string | undefined {
  const stem = form.slice(0, -ending.length);
  const candidates: string[] = [];
  if (ending === 's') {
    if (/ies$/.test(form)) candidates.push(`${form.slice(0, -3)}y`);
    if (/(?:s|x|z|ch|sh|o)es$/.test(form)) candidates.push(form.slice(0, -2));
    candidates.push(stem);
  } else {
    if (ending === 'ed' && /ied$/.test(form)) candidates.push(`${form.slice(0, -3)}y`);
    if (ending === 'ing' && /ying$/.test(form)) candidates.push(`${form.slice(0, -4)}ie`);
    if (/([bdfglmnprtvz])\1$/.test(stem) && !/(?:ll|ss|zz)$/.test(stem))
      candidates.push(stem.slice(0, -1), stem, `${stem}e`);
    else if (/ll$/.test(stem)) candidates.push(stem, stem.slice(0, -1));
    // `stated` from `state`, `visited` from `visit`: most bases with one vowel and one consonant carry an `e`.
    else if (prefersE(stem)) candidates.push(`${stem}e`, stem);
    else candidates.push(stem, `${stem}e`);
    if (/ck$/.test(stem)) candidates.push(stem.slice(0, -1));
  }
  return candidates.find(candidate => isVerb(candidate) || IRREGULAR_BASES.has(candidate));
}

const IRREGULAR_BASES: ReadonlySet<string> = new Set([...IRREGULAR_VERBS.values()].map(({ base }) => base));

function prefersE(stem: string): boolean {
  return (
    /(?:[^aeiou]at|iz|is|us|ut|ur|uc|ac|ic|v|[^aeiou]g|[dlnr]g|rc|nc|[^aeiou]l|as|os|od|id|ud|ok|ik|ak|ir|or|ar|in|on|un|op|ap|ip)$/.test(
      stem,
    ) && !/(?:[^aeiou]ll)$/.test(stem)
  );
}

function isPlural(word: string): boolean {
  return word.length > 3 && word.endsWith('s') && !/(?:ss|us|is|ous|'s)$/.test(word);
}

/** `cities` city, `boxes` box, `visas` visa. */
function singularOf(word: string): string {
  if (!isPlural(word)) return word;
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz)es$/.test(word)) return word.slice(0, -2);
  if (/oes$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
