/**
 * One street or house that sources give differently: `Partridge Lane` and `Partridge Drive`, `18 Plymouth St.` and `19 Plymouth Street`.
 *
 * Method: runs of capitalized words that end in a kind of street are addresses, with the house number (or block) in front. Streets of one proper
 * name must be of one kind, and houses of one street have one number, where no article knows both and the numbers are near each other or look
 * like a slip. Cost: linear in the words, then the square of the addresses of one street.
 */
import type { Passage } from '../../analysis.ts';
import type { ReadArticle } from '../../matches/article.ts';
import { wordSet } from '../../text/words.ts';
import type { Candidate } from '../base/candidate.ts';
import { clauseAround } from '../base/evidence.ts';

/** An address where one article gives it. */
interface Address {
  readonly path: string;
  readonly passage: Passage;
  /** The proper name, lower case: `partridge`, `north main`. */
  readonly name: string;
  /** What follows it, written out: `lane`; undefined where the text leaves it away. */
  readonly kind: string;
  /** House number or block. */
  readonly house?: number;
  readonly block: boolean;
}

const KINDS: ReadonlyMap<string, string> = new Map([
  ['street', 'street'],
  ['st', 'street'],
  ['avenue', 'avenue'],
  ['ave', 'avenue'],
  ['av', 'avenue'],
  ['road', 'road'],
  ['rd', 'road'],
  ['drive', 'drive'],
  ['dr', 'drive'],
  ['lane', 'lane'],
  ['ln', 'lane'],
  ['boulevard', 'boulevard'],
  ['blvd', 'boulevard'],
  ['court', 'court'],
  ['place', 'place'],
  ['terrace', 'terrace'],
  ['circle', 'circle'],
  ['parkway', 'parkway'],
  ['highway', 'highway'],
  ['hwy', 'highway'],
  ['trail', 'trail'],
  ['crescent', 'crescent'],
  ['close', 'close'],
  ['alley', 'alley'],
  ['pike', 'pike'],
]);
/** Words within an address that one source puts into it and another leaves out. */
const DIRECTIONS = wordSet('n s e w ne nw se sw north south east west northeast northwest southeast southwest');
/** Courts, places and the like of these names are none of a town's streets. */
const NO_STREETS = wordSet(`
  the supreme district superior high federal appeals criminal family wall market fox circuit county state city common
  municipal probate crown magistrate juvenile tax american civil appellate division
`);
/** On a hundred unlabelled stories of local news each of the rows was one that a reader would want; on labelled ones both were. */
const CERTAINTY = 0.8;
/** So far apart at most are two numbers of one house. */
const NEAR = 2;

/** Streets and houses of a story that its articles give differently. */
export function findAddressDisputes(articles: readonly ReadArticle[]): Candidate[] {
  const byName = new Map<string, Address[]>();
  for (const article of articles)
    for (const address of addressesOf(article)) {
      const known = byName.get(address.name);
      if (known) known.push(address);
      else byName.set(address.name, [address]);
    }
  return [...byName].flatMap(([name, addresses]) => {
    const kinds = positionsBy(addresses, ({ kind }) => kind);
    const houses = numbered(addresses, false).filter(([a, b]) => isSlip(a.key, b.key));
    return [
      ...pairsOf(kinds).map(sides => {
        const streets = sides.map(({ key }) => titled(`${name} ${key}`));
        return candidateOf(`Whether it is ${streets.join(' or ')}`, ['street', name], sides, streets);
      }),
      ...[...houses, ...numbered(addresses, true)].map(sides => {
        const [{ addresses: given }] = sides;
        const street = titled(`${name} ${given[0].kind}`);
        const labels = sides.map(({ addresses: [{ block, house }] }) => `${block ? 'block ' : ''}${house}`);
        return candidateOf(`Which number of ${street} it is`, ['house', name], sides, labels);
      }),
    ];
  });
}

/** Pairs of house numbers, or of blocks, that sources give for one street. */
function numbered(addresses: readonly Address[], block: boolean): Pair<number>[] {
  const given = addresses.filter(address => address.house !== undefined && address.block === block);
  return pairsOf(positionsBy(given, ({ house }) => house));
}

type Pair<K> = readonly [Side<K>, Side<K>];

type Some<T> = readonly [T, ...T[]];

/** Addresses that give one value. */
interface Side<K> {
  readonly key: K;
  readonly addresses: Some<Address>;
}

function positionsBy<K>(addresses: readonly Address[], keyOf: (address: Address) => K | undefined): Side<K>[] {
  const sides = new Map<K, [Address, ...Address[]]>();
  for (const address of addresses) {
    const key = keyOf(address);
    if (key === undefined) continue;
    const known = sides.get(key);
    if (known) known.push(address);
    else sides.set(key, [address]);
  }
  return [...sides].map(([key, found]) => ({ key, addresses: found }));
}

/** Two values that no article gives together. */
function pairsOf<K>(sides: readonly Side<K>[]): Pair<K>[] {
  return sides.flatMap((a, i) =>
    sides.slice(i + 1).flatMap((b): Pair<K>[] => {
      const paths = new Set(a.addresses.map(({ path }) => path));
      return b.addresses.some(({ path }) => paths.has(path)) ? [] : [[a, b]];
    }),
  );
}

/** The next house, or one digit wrong or two exchanged. */
function isSlip(a: number | undefined, b: number | undefined): boolean {
  if (a === undefined || b === undefined || a === b) return false;
  const [x, y] = [`${a}`, `${b}`];
  if (Math.abs(a - b) <= NEAR) return true;
  if (x.length !== y.length || x.length < 3) return false;
  const wrong = [...x].filter((digit, i) => digit !== y[i]).length;
  return wrong === 1 || (wrong === 2 && [...x].sort().join('') === [...y].sort().join(''));
}

function candidateOf<K>(title: string, key: readonly string[], sides: Pair<K>, labels: readonly string[]): Candidate {
  return {
    kind: 'place',
    status: 'conflict',
    title,
    key,
    positions: sides.map(({ addresses }, i) => ({
      label: labels[i] ?? '',
      evidence: addresses.map(({ passage }) => passage),
    })),
    score: CERTAINTY,
    why: ['one street, given differently by sources of which none knows both'],
  };
}

/** The addresses of an article. */
function addressesOf(article: ReadArticle): Address[] {
  const { reading, path } = article;
  return reading.sentences.flatMap((sentence, at) => {
    const tokens = reading.tokens.slice(sentence.firstToken, sentence.endToken);
    return tokens.flatMap((token, i): Address[] => {
      const kind = KINDS.get(token.lower.replace(/\.$/, ''));
      if (kind === undefined || !/^\p{Lu}/u.test(token.text)) return [];
      let first = i;
      while (first > 0 && i - first < 3 && /^\p{Lu}\p{L}*$|^\d+(?:st|nd|rd|th)$/u.test(tokens[first - 1]?.text ?? ''))
        first--;
      // `Kansas Highway Patrol` is no highway, and where streets are numbered the avenues are as well.
      const next = tokens[i + 1];
      const goesOn = next?.kind === 'word' && /^\p{Lu}/u.test(next.text) && !DIRECTIONS.has(next.lower);
      if (goesOn && token.text.length > 3) return [];
      if (/^\d/.test(tokens[i - 1]?.text ?? '')) return [];
      const words = tokens.slice(first, i).map(({ lower }) => lower);
      const name = words.filter(word => !DIRECTIONS.has(word)).join(' ');
      if (name === '' || words.some(word => NO_STREETS.has(word))) return [];
      const before = tokens.slice(Math.max(0, first - 4), first).map(({ lower }) => lower);
      const block = before.includes('block');
      const number = /^\d{1,5}$/.test(before.at(-1) ?? '') ? Number(before.at(-1)) : undefined;
      const span = {
        start: (number === undefined ? tokens[first] : tokens[first - 1])?.start ?? token.start,
        end: token.end,
      };
      return [
        {
          path,
          passage: { path, ...clauseAround(reading, at, span) },
          name,
          kind,
          ...(number !== undefined && { house: number }),
          block,
        },
      ];
    });
  });
}

function titled(words: string): string {
  return words.replace(/(?<![\p{L}\p{N}])\p{L}/gu, letter => letter.toUpperCase());
}
