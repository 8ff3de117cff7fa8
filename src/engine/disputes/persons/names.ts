/**
 * One person under two names: the same role given to two names, a first name that sources give differently.
 *
 * Method: names that share a word but differ in another, and names that bear the same role (`Colombian President X`, `X, the victim`, the one
 * `identified as X`), are compared by what is said around them in the story; two of them in one article are held to be two persons, unless they
 * bear one role there. Cost: the square of the number of names.
 */
import type { Passage } from '../../analysis.ts';
import { editDistance } from '../../entities/mentions/surface.ts';
import type { ReadArticle } from '../../matches/article.ts';
import { rarityOf } from '../../matches/rarity.ts';
import { stem } from '../../matches/stem.ts';
import { cosine, type SparseVector, Vocabulary } from '../../matches/vectors.ts';
import type { Token } from '../../text/reading.ts';
import { contains } from '../../text/span.ts';
import { wordList, wordSet } from '../../text/words.ts';
import type { Candidate } from '../base/candidate.ts';
import { clauseAround } from '../base/evidence.ts';

/** A name as the story uses it. */
interface Named {
  readonly name: string;
  readonly words: readonly string[];
  readonly roles: ReadonlySet<string>;
  readonly context: SparseVector;
  readonly paths: ReadonlySet<string>;
  readonly evidence: readonly Passage[];
  /** As the sources give them. */
  readonly ages: ReadonlySet<number>;
  /** Spoken of with relatives, who share a surname. */
  readonly kin: boolean;
}

/** The same while the story is being read. */
interface Gathered {
  readonly roles: Set<string>;
  readonly context: Map<string, number>;
  readonly paths: Set<string>;
  readonly evidence: Passage[];
  readonly ages: Set<number>;
  kin: boolean;
}

function fresh(): Gathered {
  return { roles: new Set(), context: new Map(), paths: new Set(), evidence: [], ages: new Set(), kin: false };
}

/** Offices and parts that one person holds at a time. */
const ROLES = new Set(
  wordList(`
  president minister governor mayor chief director chairman chairwoman king queen pope secretary commissioner
  sheriff ceo chancellor victim gunman suspect driver pilot captain owner coach judge ambassador leader
`).map(stem),
);

/** Less alike than this in what is said around them (a cosine), two names are two things. */
const ALIKE = 0.35;

/** Pairs of names of a story that seem to be of one person. */
export function findNameDisputes(articles: readonly ReadArticle[]): Candidate[] {
  const named = namesOf(articles);
  const candidates: Candidate[] = [];
  named.forEach((a, i) => {
    for (const b of named.slice(i + 1)) {
      const candidate = candidateOf(a, b);
      if (candidate) candidates.push(candidate);
    }
  });
  return candidates;
}

function namesOf(articles: readonly ReadArticle[]): Named[] {
  const vocabulary = new Vocabulary();
  const found = new Map<string, Gathered>();
  for (const article of articles) {
    const { reading } = article;
    article.entities.mentions.forEach((mention, i) => {
      const name = article.names[i] ?? mention.text;
      const type = article.types[i] ?? mention.type;
      if (type !== 'person' || !name.includes(' ') || /\band\b/.test(name)) return;
      const at = reading.sentences.findIndex(sentence => contains(sentence, mention));
      const sentence = reading.sentences[at];
      if (!sentence) return;
      const entry = found.get(name) ?? fresh();
      found.set(name, entry);
      entry.paths.add(article.path);
      // Only where the name is given in full can it be given otherwise.
      if (mention.text.includes(' '))
        entry.evidence.push({ path: article.path, ...clauseAround(reading, at, mention) });
      const tokens = reading.tokens.slice(sentence.firstToken, sentence.endToken);
      const first = tokens.findIndex(token => token.end > mention.start);
      const after = tokens.findIndex(token => token.start >= mention.end);
      const end = after < 0 ? tokens.length : after;
      const age = ageAt(tokens, first, end);
      if (age !== undefined) entry.ages.add(age);
      if (tokens.slice(Math.max(0, first - 5), end + 5).some(token => KIN.has(token.lower))) entry.kin = true;
      for (const role of rolesOf(
        tokens.map(t => (t.kind === 'word' ? stem(t.lower) : t.text)),
        first,
        end,
      ))
        entry.roles.add(role);
      tokens.forEach((token, k) => {
        const root = stem(token.lower);
        const rarity = rarityOf(root);
        if (token.kind !== 'word' || (k >= first && k < end) || rarity < 1.5) return;
        const distance = k < first ? first - k : k - end + 1;
        entry.context.set(root, (entry.context.get(root) ?? 0) + rarity * Math.exp(-distance / 8));
      });
    });
  }
  return [...found]
    .filter(([, { evidence }]) => evidence.length > 0)
    .map(([name, { roles, context, paths, evidence, ages, kin }]) => ({
      name,
      words: coreWords(name),
      roles,
      context: vocabulary.vector(context),
      paths,
      evidence,
      ages,
      kin,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The age that stands with a name: `X, 50, of Y`, `the 16-year-old X`. */
function ageAt(tokens: readonly Token[], first: number, end: number): number | undefined {
  const behind = tokens[end]?.lower === ',' ? tokens[end + 1]?.lower : undefined;
  const before = tokens
    .slice(Math.max(0, first - 7), first)
    .map(({ lower }) => lower)
    .join(' ');
  const told =
    /(\d{1,2}) (?:- )?y(?:ea)?rs?\b/.exec(before)?.[1] ?? (/^\d{1,2}$/.test(behind ?? '') ? behind : undefined);
  return told === undefined ? undefined : Number(told);
}

/**
 * The offices that a name bears where it stands, each with what narrows it: `colombia president` for `Colombian President X`, `President X of
 * Colombia` and `X, the president of Colombia` alike.
 */
function rolesOf(words: readonly string[], first: number, end: number): string[] {
  const roles: string[] = [];
  const add = (office: string | undefined, narrowed: string | undefined) => {
    if (
      office !== undefined &&
      ROLES.has(office) &&
      narrowed !== undefined &&
      /^\p{L}/u.test(narrowed) &&
      rarityOf(narrowed) >= 2
    )
      roles.push(`${narrowed} ${office}`);
  };
  const at = first - 1;
  const office = words[at];
  // Somebody else held the office before, and `deputy` is another one.
  const isPresent = (from: number, to: number) => !words.slice(Math.max(0, from), to).some(word => FORMER.has(word));
  if (isPresent(at - 3, at)) {
    const prime = words[at - 1] === 'prim' ? at - 1 : at;
    add(office, words[prime - 1] === "'s" ? words[prime - 2] : words[prime - 1]);
    if (words[end] === 'of') add(office, words[end + 1]);
  }
  if (words[end] === ',' && isPresent(end, end + 5)) {
    const article = words[end + 1] === 'the' ? end + 2 : end + 1;
    if (words[article + 1] === 'of') add(words[article], words[article + 2]);
    else add(words[article + 1], words[article]);
    if (words[article + 1] === "'s") add(words[article + 2], words[article]);
  }
  if (words.slice(Math.max(0, first - 9), first).includes(IDENTIFIED)) roles.push(IDENTIFIED);
  return roles;
}

/** Stems of words that say somebody holds an office no more, not yet or not quite. */
const FORMER = new Set(
  wordList('former ex deputy vice assistant acting outgoing interim then late since next incoming prime').map(stem),
);
/** The stem of `identified as X`: a part, where two names of it have a word in common. */
const IDENTIFIED = stem('identified');

function candidateOf(a: Named, b: Named): Candidate | undefined {
  const shared = a.words.filter(word => b.words.includes(word) && word.length > 2);
  if (!hasOther(a.words, b.words) || !hasOther(b.words, a.words)) return undefined;
  const office = [...a.roles].find(r => r !== IDENTIFIED && b.roles.has(r));
  const identified = a.roles.has(IDENTIFIED) && b.roles.has(IDENTIFIED);
  const role = office ?? (identified && shared.length > 0 ? IDENTIFIED : undefined);
  const together = [...a.paths].some(path => b.paths.has(path));
  const sameAge = [...a.ages].some(age => b.ages.has(age));
  if (a.ages.size > 0 && b.ages.size > 0 && !sameAge) return undefined;
  if (together && !(office !== undefined && shared.length > 0)) return undefined;
  if (role === undefined) {
    if (a.kin || b.kin || !shared.some(word => word === a.words.at(-1) || word === b.words.at(-1))) return undefined;
  }
  const alike = cosine(a.context, b.context);
  if (alike < ALIKE && !(role && shared.length > 0)) return undefined;
  const score = Math.min(
    0.9,
    0.1 + alike * 0.75 + (role ? 0.2 : 0) + (shared.length > 0 ? 0.15 : 0) + (sameAge && shared.length > 0 ? 0.2 : 0),
  );
  const who = role ?? shared.join(' ');
  return {
    kind: 'actor',
    status: 'conflict',
    title: `Which name is right: ${a.name} or ${b.name}`,
    key: ['name', who],
    positions: [a, b].map(n => ({ label: n.name, evidence: n.evidence })),
    score,
    why: [
      role === IDENTIFIED
        ? 'somebody is identified as both'
        : role
          ? `both are called ${role}`
          : `both names hold ${titled(shared)}, and the same is told of them`,
    ],
  };
}

/** Words of relatives: who is spoken of with them shares a surname with somebody else. */
const KIN = wordSet(`
  parents parent father mother son daughter wife husband brother sister family uncle aunt cousin nephew niece
  siblings children
`);
/** Words of a name that tell what somebody is, not who. */
const TITLES = wordSet(`
  mr mrs ms dr gen general col colonel lt capt captain sgt sergeant maj major adm admiral president senator sen rep
  representative gov governor minister prime commissioner chief judge justice ayatollah pope king queen sir lord
  lady prof professor rev reverend brigadier secretary mayor chairman spokesman spokeswoman deputy officer detective
  attorney baroness baron former aide speaker individual corporal trooper pastor md jr sr
`);
/** Words that one source puts into a name and another leaves out. */
const BY_THE_WAY = wordSet('sw se nw ne north south east west and the of old new lower upper middle');

/** The words of a name that tell it from others: no titles, no initials, abbreviations written out. */
function coreWords(name: string): string[] {
  const words = name
    .toLowerCase()
    .replace(/[.“”"]/g, '')
    .split(/[\s-]+/);
  return (
    words
      // One or two letters are initials: `A.J. Perez` may be any Perez whose names begin so.
      .filter(word => word.length > 2 && !TITLES.has(word) && !BY_THE_WAY.has(word))
  );
}

/** Whether one name has a word that is no spelling of any word of the other. */
function hasOther(words: readonly string[], others: readonly string[]): boolean {
  return words.some(word => !others.some(other => word === other || isSpelling(word, other)));
}

/** Two ways to write one name: `Nur` and `Nor`, `Abdikadir` and `Abdiqadir`. */
function isSpelling(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  // `Mel` and `Melvin`, `Eddie` and `Edward`
  const stump = short.replace(/(?:ie|y)$/, '').replace(/(.)\1$/, '$1');
  if (stump.length > 1 && long.startsWith(stump)) return true;
  const length = Math.min(a.length, b.length);
  const allowed = length >= 8 ? 3 : length >= 5 ? 2 : 1;
  return a[0] === b[0] && editDistance(a, b, allowed) <= allowed;
}

function titled(words: readonly string[]): string {
  return words.map(word => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}
