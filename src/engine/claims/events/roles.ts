/** The people, things and places that take part in an event, as spans with their head and the names that stand in them. */

import { tokenSpan } from '../../text/tokenRanges.ts';
import { mentionIndexAt, mentionOfToken, type ParsedArticle, type ParsedSentence } from '../phrase/parse.ts';
import type { Phrase } from '../phrase/phrases.ts';
import type { Role } from '../types.ts';

const NOBODY: readonly number[] = [];
const PLACE_PREPS: ReadonlySet<string> = new Set([
  'in',
  'at',
  'near',
  'outside',
  'inside',
  'off',
  'on',
  'across',
  'around',
  'along',
  'throughout',
  'into',
  'from',
  'to',
  'over',
  'above',
  'aboard',
  'within',
  'behind',
  'beside',
  'toward',
  'towards',
]);
const SITES: ReadonlySet<string> = new Set(
  'street road avenue highway bridge airport station school hospital church mosque temple synagogue hotel restaurant bar club nightclub mall store market shop park square beach coast river lake sea ocean mountain border town village city suburb neighborhood district province state country region area capital building house home apartment office factory plant warehouse prison jail court courthouse courtroom embassy consulate headquarters base camp site scene stadium arena theater theatre university college campus downtown center centre port harbor island forest field valley desert complex compound checkpoint residence palace parliament intersection garage ship boat train bus plane car vehicle truck waters'.split(
    ' ',
  ),
);

/** A noun phrase with the `of` phrases that belong to it. */
export function roleOf(article: ParsedArticle, sentence: ParsedSentence, at: number, stop?: number): Role | undefined {
  const phrase = sentence.phrases[at];
  if (phrase?.kind !== 'np') return undefined;
  const end = roleEnd(sentence, at, stop);
  return {
    ...tokenSpan(article.reading, phrase.first, end),
    head: headLemma(article, phrase),
    mentions: mentionsWithin(article, phrase.first, end),
  };
}

/** The head's lemma; a name's last word as it is written. */
function headLemma(article: ParsedArticle, phrase: Phrase): string {
  const word = article.words[phrase.head];
  return word?.tag === 'name' ? (article.reading.tokens[phrase.head]?.text ?? phrase.lemma) : phrase.lemma;
}

/** Where the role ends: over `of` phrases and lists joined by `and`, as long as no verb takes the next noun for itself. */
function roleEnd(sentence: ParsedSentence, at: number, stop?: number): number {
  const { phrases } = sentence;
  let end = phrases[at]?.end ?? 0;
  for (let k = at + 1; k < phrases.length && (stop === undefined || k < stop); k++) {
    const list = listEnd(sentence, k);
    if (list !== undefined && (stop === undefined || list < stop)) return phrases[list]?.end ?? end;
    const next = phrases[k + 1];
    if (next?.kind !== 'np' || (stop !== undefined && k + 1 >= stop)) break;
    const joins =
      phrases[k]?.lemma === 'of' ||
      (phrases[k]?.kind === 'conj' && phrases[k]?.lemma !== 'but' && !isSubject(sentence, k + 1));
    if (!joins) break;
    end = next.end;
    k++;
  }
  return end;
}

/** `Britain, Canada and France`: the last member of a list whose first comma stands at `k`. */
function listEnd(sentence: ParsedSentence, k: number): number | undefined {
  const { phrases } = sentence;
  if (phrases[k]?.lemma !== ',') return undefined;
  let at = k;
  while (phrases[at]?.lemma === ',' && phrases[at + 1]?.kind === 'np') at += 2;
  if (phrases[at]?.lemma === ',' && phrases[at + 1]?.kind === 'conj') at++;
  const last =
    phrases[at]?.kind === 'conj' && phrases[at]?.lemma !== 'but' && phrases[at + 1]?.kind === 'np' ? at + 1 : undefined;
  return last === undefined || isSubject(sentence, last) ? undefined : last;
}

function isSubject(sentence: ParsedSentence, at: number): boolean {
  return sentence.clauses.some(
    c =>
      c.subject === at &&
      c.verb > at &&
      (c.relation === 'main' || c.relation === 'complement' || c.relation === 'adverbial'),
  );
}

function mentionsWithin(article: ParsedArticle, first: number, end: number): readonly number[] {
  let found: number[] | undefined;
  for (let i = first; i < end; i++) {
    const mention = mentionIndexAt(article, i) ?? article.antecedents.get(i);
    if (mention === undefined || found?.[found.length - 1] === mention) continue;
    if (found) found.push(mention);
    else found = [mention];
  }
  return found ?? NOBODY;
}

/** Where it happened: the first phrase of place behind the verb, up to `stop`; failing that one that opens the sentence. */
export function placeOf(
  article: ParsedArticle,
  sentence: ParsedSentence,
  from: number,
  stop: number,
): Role | undefined {
  return (
    placeBetween(article, sentence, from, stop, true) ??
    placeBetween(article, sentence, from, stop, false) ??
    (sentence.phrases[0]?.kind === 'prep'
      ? (placeBetween(article, sentence, 0, Math.min(from, 4), true) ??
        placeBetween(article, sentence, 0, Math.min(from, 4), false))
      : undefined)
  );
}

function placeBetween(
  article: ParsedArticle,
  sentence: ParsedSentence,
  from: number,
  stop: number,
  byName: boolean,
): Role | undefined {
  const { phrases } = sentence;
  for (let k = from; k + 1 < stop; k++) {
    const prep = phrases[k];
    const np = phrases[k + 1];
    if (prep?.kind !== 'prep' || np?.kind !== 'np' || !PLACE_PREPS.has(prep.lemma)) continue;
    const named = mentionOfToken(article, np.head)?.type === 'place';
    const head = article.words[np.head];
    if (byName) {
      if (named) return roleOf(article, sentence, k + 1, stop);
      continue;
    }
    if (
      named ||
      (head?.tag === 'noun' &&
        SITES.has(head.lemma) &&
        prep.lemma !== 'from' &&
        prep.lemma !== 'to' &&
        prep.lemma !== 'over')
    )
      return roleOf(article, sentence, k + 1, stop);
  }
  return undefined;
}
