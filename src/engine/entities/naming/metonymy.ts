/**
 * Capitals that stand for their governments: `Washington maintains that …`, `relations with Moscow`.
 *
 * Method: the words around the capital decide. It means the country where a verb follows that only governments do, or where a word of
 * dealing (`with`, `between`) stands before it. It means the city behind `in`, in a dateline, and before a comma and a state. `Washington`
 * alone means the government unless something speaks for the city, since news calls the city `Washington, D.C.` or puts `in` before it.
 */
import type { Reading, Token } from '../../text/reading.ts';
import { wordSet } from '../../text/words.ts';
import { countryOfCapital } from '../mentions/knownNames.ts';
import { surfaceOf } from '../mentions/surface.ts';
import type { Mention } from '../types.ts';

/** Words before a capital that leave it a city. */
const IN_PLACE = wordSet(`
  in near outside around at inside throughout across downtown central leave left reached visit visited visiting
  entered
`);
/** Words before a capital that make it a government. */
const DEALING = wordSet(`
  with by against between from upon toward towards pressed pressured urged accused blamed accuse blames told tells
`);
/** Verbs behind a capital that only a government does. */
const DOING = wordSet(`
  said says maintains maintained insists insisted accused accuses denied denies wants wanted warned warns announced
  announces condemned condemns imposed imposes rejected rejects demanded demands called calls sees saw views
  considers hopes fears seeks sought vowed vows summoned recalled expelled sanctioned backs backed supports
  supported opposes opposed agreed agrees refused refuses responded responds argues argued claims claimed believes
  believed threatened threatens pledged pledges decided decides withdrew cancelled canceled must should would will
  can has had 's is was does did gave gives
`);

/**
 * The country whose government a mention of a capital stands for; undefined where it means the city, or is no capital. `first` is the index of
 * the mention's first token.
 */
export function governmentOf(reading: Reading, mention: Mention, first: number): string | undefined {
  const country = mention.type === 'place' ? countryOfCapital(surfaceOf(mention.text)) : undefined;
  if (!country) return undefined;
  const { tokens } = reading;
  let end = first;
  while ((tokens[end]?.end ?? mention.end) < mention.end) end++;
  const next = tokens[end + 1];
  const before = tokens[first - 1];
  if (isCity(tokens, first, end, mention)) return undefined;
  if (/^washington$/i.test(mention.text)) return country;
  const deals =
    DEALING.has(before?.lower ?? '') || (before?.lower === 'and' && DEALING.has(tokens[first - 3]?.lower ?? ''));
  const pair = besideWashington(tokens, first, end);
  // `is` and `has` are said of cities too. A capital acts only where it opens its sentence or stands behind a mark or a conjunction.
  const opens = !before || before.kind === 'mark' || /^(?:and|but|that|while|as|if|because|when)$/.test(before.lower);
  const acts = next !== undefined && DOING.has(next.lower) && opens && !/^(?:is|was|'s)$/.test(next.lower);
  return acts || (deals && pair) ? country : undefined;
}

function isCity(tokens: readonly Token[], first: number, end: number, mention: Mention): boolean {
  const before = tokens[first - 1]?.lower ?? '';
  const next = tokens[end + 1];
  if (IN_PLACE.has(before)) return true;
  if (
    before === 'of' &&
    /^(?:city|capital|mayor|streets|university|suburb|north|south|east|west|out)$/.test(tokens[first - 2]?.lower ?? '')
  )
    return true;
  if (before === ',' && /^(?:in|near|at|outside)$/.test(tokens[first - 3]?.lower ?? '')) return true;
  // A dateline, `Washington, D.C.`, `Washington state`, `Washington-based`, `the Washington area`.
  if (mention.text === mention.text.toUpperCase() && mention.text.length > 3) return true;
  if (next?.text === ',' && /^(?:d|dc|d\.c\.)$/.test(tokens[end + 2]?.lower ?? '')) return true;
  if (
    /^(?:area|state|suburb|suburbs|street|streets|airport|metro|region|university|hotel|neighborhood|resident|residents)$/.test(
      next?.lower ?? '',
    )
  )
    return true;
  if (next?.text === '-' && tokens[end + 2]?.lower === 'based') return true;
  return (
    /^(?:to|from)$/.test(before) &&
    /^(?:travel|traveled|travelled|flew|fly|went|go|came|come|drove|drive|returned|return|returns|back|way|trip|flight|moved)$/.test(
      tokens[first - 2]?.lower ?? '',
    )
  );
}

function besideWashington(tokens: readonly Token[], first: number, end: number): boolean {
  const isOther = (token: Token | undefined): boolean =>
    token !== undefined && countryOfCapital(surfaceOf(token.text)) !== undefined;
  return (
    (tokens[first - 1]?.lower === 'and' && isOther(tokens[first - 2])) ||
    (tokens[end + 1]?.lower === 'and' && isOther(tokens[end + 2]))
  );
}
