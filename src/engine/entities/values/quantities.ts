/**
 * Finds quantities: numbers with their bound and unit.
 *
 * Method: before each number, looks for a sign of money and a bound (`at least`, `nearly`). Behind it, looks for a unit, a second end (`10 to
 * 15`) and a bound (`or more`). Numbers that only label something are no quantities: `Flight 370`, `F-16`, `12 Main Street`, `No. 4`. Numbers in
 * dates are left out. Cost: linear in the tokens.
 */

import type { Reading, Token } from '../../text/reading.ts';
import type { Span } from '../../text/span.ts';
import { tokenSpan, wordReader } from '../../text/tokenRanges.ts';
import type { QuantityValue } from '../types.ts';
import { type BoundPhrase, boundAfter, boundBefore } from './bounds.ts';
import { mayBeNumber, type NumberPhrase, numberAt } from './numbers.ts';
import { currencyNamed, currencySign, DOUBTFUL_MONEY, type Unit, unitNamed, YEARS } from './units.ts';

type Bound = QuantityValue['bound'];

/** The quantities of an article in order of place. `taken` are the spans of its dates, whose numbers are left out. */
export function readQuantities(reading: Reading, taken: readonly Span[]): QuantityValue[] {
  const { tokens } = reading;
  const quantities: QuantityValue[] = [];
  let dates = 0;
  for (const sentence of reading.sentences) {
    let at = sentence.firstToken;
    while (at < sentence.endToken) {
      const token = tokens[at];
      if (!token) break;
      while ((taken[dates]?.end ?? Number.POSITIVE_INFINITY) <= token.start) dates++;
      const within = (taken[dates]?.start ?? Number.POSITIVE_INFINITY) < token.end;
      const found =
        !within && mayBeNumber(token)
          ? quantityAt(tokens, at, sentence.firstToken, limitBefore(sentence.endToken, at))
          : undefined;
      if (found) quantities.push(found.value);
      at = found ? found.end : at + 1;
    }
  }
  return quantities;

  /** The token before which a quantity must end: the end of the sentence, or the next date. */
  function limitBefore(end: number, at: number): number {
    const next = taken[dates]?.start ?? Number.POSITIVE_INFINITY;
    let limit = at;
    while (limit < end && (tokens[limit]?.start ?? 0) < next) limit++;
    return limit;
  }
}

interface Found {
  readonly value: QuantityValue;
  readonly end: number;
}

function quantityAt(tokens: readonly Token[], at: number, from: number, limit: number): Found | undefined {
  const tens = decadeOfAge(tokens, at, from, limit);
  if (tens) return tens;
  const sign = signBefore(tokens, at, from);
  const number = numberAt(tokens, at, limit, sign !== undefined);
  if (!number || (!sign && isLabel(tokens, number, from, limit))) return undefined;
  const fraction = fractionAt(tokens, number, limit);
  if (fraction) return fraction;
  const share = shareAt(tokens, number, limit);
  const second = share ? undefined : rangeEnd(tokens, number, limit, sign, from);
  let end = share?.end ?? second?.end ?? number.end;
  const behind = unitBehind(tokens, end, limit, sign, number);
  end = behind.end;
  const first = sign?.first ?? number.first;
  const before = boundBefore(tokens, second?.between ? first - 1 : first, from);
  const after = boundAfter(tokens, end, limit);
  const bareOne = !share && number.low === 1 && !number.digits && behind.unit === 'count' && !before;
  if (bareOne && !countsOne(tokens, number, from, limit)) return undefined;
  // `one day` and `one night` mean some day and some night.
  const once = number.low === 1 && !number.digits && tokens[number.first]?.lower === 'one' && !before;
  if (once && /^(?:day|night|week|time)$/.test(tokens[number.end]?.lower ?? '')) return undefined;
  if (number.ordinal && !isOrdinalOfThing(tokens, number, from, limit)) return undefined;
  const scale = (value: number): number => Number((value * behind.factor + behind.offset).toPrecision(12));
  // A range's two ends share the scale that only the second carries: `2 to 3 million`.
  const shared = second && number.digits && second.number.high >= 1000 && number.high < 1000 ? second.scale : 1;
  const inches =
    behind.unit === 'metre' && behind.factor === 0.3048 && !second ? inchesAt(tokens, end, limit) : undefined;
  if (inches) end = inches.end;
  const sunk = behind.unit === 'celsius' || behind.unit === 'degree' ? minusBefore(tokens, first, from) : undefined;
  const side = sunk === undefined ? 1 : -1;
  const low = scale(number.low * shared * side) + (inches?.metres ?? 0);
  const high = scale((second ? second.number.high : number.high) * side) + (inches?.metres ?? 0);
  const inner: Bound = second ? 'range' : number.vague ? 'vague' : 'exact';
  const bounded = withBound(low, high, inner, before ?? after);
  const start =
    tokens[Math.min(before?.first ?? first, sunk ?? first, second?.between ? first - 1 : first)]?.start ?? 0;
  const last = after && !before ? after.end : end;
  return {
    end: last,
    value: {
      kind: 'quantity',
      start,
      end: tokens[last - 1]?.end ?? start,
      ...bounded,
      unit: number.ordinal ? 'ordinal' : behind.unit,
      number: tokenSpan({ tokens }, number.first, (second?.number ?? number).end),
      ...(share ? { outOf: share.of } : {}),
    },
  };
}

/** `5 feet 2 inches`, `5 ft. 2 in.`: the inches, in metres. */
function inchesAt(tokens: readonly Token[], at: number, limit: number): { metres: number; end: number } | undefined {
  const from = tokens[at]?.text === '.' || tokens[at]?.text === '-' || tokens[at]?.text === ',' ? at + 1 : at;
  const number = numberAt(tokens, from, limit);
  const unit = number ? (tokens[number.end]?.lower ?? '') : '';
  if (!number || number.high >= 12 || !/^(?:inch|inches|in)$/.test(unit)) return undefined;
  return { metres: Number((number.high * 0.0254).toPrecision(12)), end: number.end + 1 };
}

/** The token of `minus` or a minus sign before a temperature. */
function minusBefore(tokens: readonly Token[], first: number, from: number): number | undefined {
  const before = first > from ? tokens[first - 1] : undefined;
  const sign = before !== undefined && /^[-−–]$/.test(before.text) && before.spaced && tokens[first]?.spaced === false;
  return before?.lower === 'minus' || sign ? first - 1 : undefined;
}

/** The two ends of a number once its bound is known. */
function withBound(
  low: number,
  high: number,
  inner: Bound,
  phrase: BoundPhrase | undefined,
): Pick<QuantityValue, 'low' | 'high' | 'bound'> {
  switch (phrase?.bound) {
    case undefined:
    case 'exact':
      return { low, high, bound: inner };
    case 'least':
      return { low, high: Number.POSITIVE_INFINITY, bound: 'least' };
    case 'most':
      return { low: 0, high, bound: 'most' };
    case 'about': {
      // `nearly 100` may lie a tenth below, `just over 100` a tenth above, `about 100` a tenth to either side.
      const slack = (value: number): number => Number((Math.abs(value) * 0.1).toPrecision(12));
      const lower = phrase.side === 'above' ? low : low - slack(low);
      const upper = phrase.side === 'below' ? high : high + slack(high);
      return { low: lower, high: upper, bound: 'about' };
    }
  }
}

const PARTS: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['halves', 2],
  ['third', 3],
  ['thirds', 3],
  ['quarter', 4],
  ['quarters', 4],
  ['fifth', 5],
  ['fifths', 5],
  ['tenth', 10],
  ['tenths', 10],
]);

/** A fraction in words, in percent: `two-thirds`, `three quarters of`, `one-third`. */
function fractionAt(tokens: readonly Token[], number: NumberPhrase, limit: number): Found | undefined {
  if (number.digits || number.vague || number.ordinal || number.high > 9) return undefined;
  const at = tokens[number.end]?.text === '-' ? number.end + 1 : number.end;
  const parts = at < limit ? PARTS.get(tokens[at]?.lower ?? '') : undefined;
  const whole = at > number.end || tokens[at + 1]?.lower === 'of';
  if (!parts || !whole || number.high >= parts) return undefined;
  const percent = Number(((number.high / parts) * 100).toPrecision(4));
  const span = tokenSpan({ tokens }, number.first, at + 1);
  return {
    end: at + 1,
    value: { kind: 'quantity', ...span, low: percent, high: percent, bound: 'exact', unit: 'percent', number: span },
  };
}

/** An age within ten years: `in his 30s`, `in their late 20s`. */
function decadeOfAge(tokens: readonly Token[], at: number, from: number, limit: number): Found | undefined {
  const tens = /^([1-9]0)s$/.exec(tokens[at]?.text ?? '')?.[1];
  const before = tokens[at - 1]?.lower ?? '';
  const owner = /^(?:early|mid|late)$/.test(before) ? (tokens[at - 2]?.lower ?? '') : before;
  if (!tens || at >= limit || at - 1 < from || !/^(?:his|her|their|my|our|your)$/.test(owner)) return undefined;
  const low = Number(tens);
  const span = tokenSpan({ tokens }, at, at + 1);
  return {
    end: at + 1,
    value: { kind: 'quantity', ...span, low, high: low + 9, bound: 'range', unit: 'year-old', number: span },
  };
}

interface Sign {
  readonly first: number;
  readonly currency: string;
}

/** A sign of money in front of a number: `$`, `US$`, `Rs.`, `USD`. */
function signBefore(tokens: readonly Token[], at: number, from: number): Sign | undefined {
  const before = at > from ? tokens[at - 1] : undefined;
  if (!before) return undefined;
  const letters = before.text === '$' && !before.spaced && at - 1 > from ? tokens[at - 2] : undefined;
  const prefixed = letters ? currencySign(`${letters.text.replaceAll('.', '')}$`) : undefined;
  if (prefixed) return { first: at - 2, currency: prefixed };
  // `Rs. 500`: the full stop stands alone.
  const dotted =
    before.text === '.' && at - 1 > from && tokens[at - 2]?.lower === 'rs' ? currencySign('rs') : undefined;
  if (dotted) return { first: at - 2, currency: dotted };
  const currency = currencySign(before.text);
  return currency ? { first: at - 1, currency } : undefined;
}

interface Behind {
  readonly unit: string;
  readonly factor: number;
  readonly offset: number;
  readonly end: number;
}

/** The unit of a number: from its sign, or from up to three words behind it. Without any, it counts things. */
function unitBehind(
  tokens: readonly Token[],
  end: number,
  limit: number,
  sign: Sign | undefined,
  number: NumberPhrase,
): Behind {
  const of = (unit: Unit, to: number): Behind => ({
    unit: unit.unit,
    factor: unit.factor,
    offset: unit.offset ?? 0,
    end: to,
  });
  if (sign) return of({ unit: `money:${sign.currency}`, factor: 1 }, end);
  const age = ageAround(tokens, number, end, limit);
  if (age) return of({ unit: 'year-old', factor: 1 }, age);
  const none: Behind = { unit: 'count', factor: 1, offset: 0, end };
  const hyphen = tokens[end]?.text === '-' && tokens[end + 1] && !tokens[end]?.spaced;
  const from = hyphen ? end + 1 : end;
  if (tokens[end]?.text === '°') {
    const scaleName = tokens[end + 1]?.lower ?? '';
    const degrees = unitNamed(scaleName === 'f' || scaleName === 'c' ? scaleName : 'degrees');
    return degrees ? of(degrees, end + (scaleName === 'f' || scaleName === 'c' ? 2 : 1)) : none;
  }
  for (let words = 3; words > 0; words--) {
    if (from + words > limit) continue;
    const name = nameOf(tokens, from, from + words);
    // Nobody gives a weight in millions: `3.5bn pounds` are sterling.
    const currency = /^pounds?$/.test(name) && number.high >= 1e6 ? 'GBP' : currencyNamed(name);
    if (currency && (!DOUBTFUL_MONEY.has(name) || number.high >= 1000)) {
      const cents = currency.endsWith('/100');
      return of({ unit: `money:${cents ? currency.slice(0, -4) : currency}`, factor: cents ? 0.01 : 1 }, from + words);
    }
    const unit = unitNamed(name);
    if (!unit) continue;
    const glued = tokens[from]?.spaced === false;
    // Letters alone name a unit only where they stand right behind digits, or are no other word.
    if (/^(?:m|c|f|g|ha|min|sec)$/.test(name) && !(number.digits && (glued || /^[mg]$/.test(name)))) continue;
    if (name === 'second' && !hyphen && number.low !== 1) continue; // `two second homes`
    if (unit.unit === 'second' && number.ordinal) continue; // `third day`
    return of(unit, from + words);
  }
  if (/^magnitude$/.test(tokens[from]?.lower ?? '') && number.high < 11)
    return of({ unit: 'magnitude', factor: 1 }, from + 1);
  if (/^magnitude$|^category$/.test(tokens[number.first - 1]?.lower ?? ''))
    return of({ unit: tokens[number.first - 1]?.lower ?? '', factor: 1 }, end);
  return none;
}

function nameOf(tokens: readonly Token[], from: number, to: number): string {
  let name = '';
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (!token || (i > from && token.kind === 'mark')) return '';
    name += i > from ? ` ${token.lower}` : token.lower;
  }
  return name;
}

/** Where an age ends: `27-year-old`, `27 years old`, `aged 27`, `Ms. Lopez, 27,`; undefined for any other number. */
function ageAround(tokens: readonly Token[], number: NumberPhrase, end: number, limit: number): number | undefined {
  if (number.ordinal || number.high > 125) return undefined;
  const low = wordReader(tokens, limit);
  const skip = (i: number): number => (low(i) === '-' ? i + 1 : i);
  const years = skip(end);
  if (YEARS.has(low(years))) {
    const old = skip(years + 1);
    if (low(old) === 'old' || low(old) === 'olds') return old + 1;
    if (low(years + 1) === 'of' && low(years + 2) === 'age') return years + 3;
    return undefined;
  }
  if (/^(?:month|months|week|weeks|day|days)$/.test(low(years))) return undefined;
  const before = tokens[number.first - 1]?.lower ?? '';
  if (before === 'aged' || before === 'age') return end;
  const isAgeOf = before === 'of' && /^(?:age|ages)$/.test(tokens[number.first - 2]?.lower ?? '');
  if (isAgeOf) return end;
  // A number of two digits between commas behind a name is the bearer's age.
  const closed = end >= limit || /^[,.;:)—–]$/.test(tokens[end]?.text ?? '');
  const name = tokens[number.first - 2];
  const named =
    before === ',' &&
    name !== undefined &&
    /^\p{Lu}/u.test(name.text) &&
    name.kind === 'word' &&
    !MONTHLIKE.test(name.lower);
  return named &&
    closed &&
    number.digits &&
    number.end === number.first + 1 &&
    number.high <= 115 &&
    Number.isInteger(number.high)
    ? end
    : undefined;
}
const MONTHLIKE = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tues|wednes|thurs|fri|satur|sun)/;

interface SecondEnd {
  readonly number: NumberPhrase;
  readonly end: number;
  /** Whether it is `between … and …`. The word `between` then belongs to the quantity. */
  readonly between: boolean;
  readonly scale: number;
}

/** The other end of `10 to 15`, `10-15`, `between 10 and 15`. */
function rangeEnd(
  tokens: readonly Token[],
  number: NumberPhrase,
  limit: number,
  sign: Sign | undefined,
  from: number,
): SecondEnd | undefined {
  if (number.ordinal || number.vague) return undefined;
  const joint = tokens[number.end];
  if (!joint || number.end + 1 >= limit) return undefined;
  const first = sign?.first ?? number.first;
  const between = first > from && tokens[first - 1]?.lower === 'between' && joint.lower === 'and';
  const dash = (joint.text === '-' || joint.text === '–') && !joint.spaced && tokens[number.end + 1]?.spaced === false;
  if (!between && !dash && joint.lower !== 'to' && !(joint.lower === 'or' && number.high < 13)) return undefined;
  const signed = currencySign(tokens[number.end + 1]?.text ?? '') ? number.end + 2 : number.end + 1;
  const second = numberAt(tokens, signed, limit, sign !== undefined);
  if (!second || second.ordinal || second.vague || second.high <= number.high) return undefined;
  // `6 or 7` is a range, `10 or 300` is not; `555-1234` and `2-0` are no ranges either.
  if (joint.lower === 'or' && second.high !== number.high + 1) return undefined;
  const text = tokens[number.first]?.text ?? '';
  if (dash && (/^0/.test(text) || (text.length === 3 && /^\d{4}/.test(tokens[signed]?.text ?? '')))) return undefined;
  const base = Number((tokens[second.first]?.text ?? '').replaceAll(',', ''));
  return { number: second, end: second.end, between, scale: second.digits && base > 0 ? second.high / base : 1 };
}

/** The whole that a number is a part of, and where it ends: `16 of 20`, `three out of five`, `16 of the 20`. */
function shareAt(
  tokens: readonly Token[],
  number: NumberPhrase,
  limit: number,
): { of: number; end: number } | undefined {
  if (number.ordinal || number.vague) return undefined;
  const low = wordReader(tokens, limit);
  let at = number.end;
  if (low(at) === 'out' || low(at) === 'in') at++;
  if (low(at) !== 'of' && !(low(at - 1) === 'in' && number.high < 10)) return undefined;
  if (low(at) === 'of') at++;
  if (low(at) === 'the' || low(at) === 'its' || low(at) === 'all') at++;
  const whole = numberAt(tokens, at, limit);
  if (!whole || whole.vague || whole.ordinal || whole.low < number.high || whole.low <= 1) return undefined;
  // `two in 10 seconds`, `one of two men`: only a share where the whole is larger and stands bare.
  return unitNamed(low(whole.end)) ? undefined : { of: whole.low, end: whole.end };
}

const LABELS: ReadonlySet<string> = new Set(
  'flight route highway interstate article articles section chapter page pages channel no nos number room boeing airbus model version phase type level district ward unit gate exit box title resolution bill proposition psalm verse figure table class act part episode season grade apartment apt suite floor line track runway camp precinct engine ladder radio formula super group company platoon division squad'.split(
    ' ',
  ),
);
const STREET =
  /^(?:street|st|avenue|ave|road|rd|drive|dr|lane|ln|boulevard|blvd|court|ct|place|way|block|highway|parkway|terrace|square)$/;

/** Whether a number only labels something: a flight, an aircraft, an address, a telephone, or is half of a score. */
function isLabel(tokens: readonly Token[], number: NumberPhrase, from: number, limit: number): boolean {
  const before = number.first > from ? tokens[number.first - 1] : undefined;
  const token = tokens[number.first];
  const next = number.end < limit ? tokens[number.end] : undefined;
  if (!token) return true;
  if (!token.spaced && before && /^[-/.:#№]$/.test(before.text) && number.first - 1 > from && !before.spaced)
    return true; // F-16, 9/11, A.5
  if (before?.text === '#' || before?.text === '№') return true;
  if (!token.spaced && before?.kind === 'word') return true; // B2
  if (next?.text === '/' && !next.spaced) return true;
  if (number.digits && next && !next.spaced && (next.text === '-' || next.text === '–')) {
    const after = tokens[number.end + 1];
    if (after?.kind === 'number') {
      const other = Number(after.text.replaceAll(',', ''));
      if (!(other > number.high) || /^0/.test(after.text)) return true; // 3-1, 555-0100
      if (
        token.text.length === 3 &&
        after.text.length >= 3 &&
        !/,/.test(after.text) &&
        tokens[number.end + 2]?.text === '-'
      )
        return true;
    }
  }
  if (
    before &&
    LABELS.has(before.lower) &&
    (/^\p{Lu}/u.test(before.text) ||
      /^(?:no|number|page|room|grade|episode|chapter|channel|flight|route)$/.test(before.lower))
  )
    return true;
  if (before?.text === '.' && /^(?:no|nos|vol|art|sec)$/.test(tokens[number.first - 2]?.lower ?? '')) return true;
  if (number.digits && next && /^\p{Lu}/u.test(next.text)) {
    for (let i = number.end; i < Math.min(number.end + 4, limit); i++) {
      const word = tokens[i];
      if (!word || !/^\p{Lu}|^\d/u.test(word.text)) break;
      if (STREET.test(word.lower) && i > number.end) return true;
    }
  }
  // `Cup 26`, `Windows 11`: a capital right before, and nothing behind that could be counted.
  const named =
    before !== undefined &&
    before.kind === 'word' &&
    /^\p{Lu}\p{L}+$/u.test(before.text) &&
    token.spaced &&
    number.first - 1 > from;
  return (
    named &&
    number.digits &&
    number.end === number.first + 1 &&
    !(next?.kind === 'word' && /^\p{Ll}{3,}s$/u.test(next.text)) &&
    !/^[%°]$/.test(next?.text ?? '') &&
    next?.text !== '-' &&
    !unitNamed(next?.lower ?? '')
  );
}

const NOT_COUNTED: ReadonlySet<string> = new Set(
  'of another that who which whose day thing way side time hand is was has had would could can cannot should might may will must does did to in on at for from by with about after before as than and or but not if because when where while it he she they you i we the a this these those more point reason'.split(
    ' ',
  ),
);

/** Whether `one` counts something: `one person`, `one dead`, but not `one of the`, `no one`, `one day`. */
function countsOne(tokens: readonly Token[], number: NumberPhrase, from: number, limit: number): boolean {
  const before = number.first > from ? (tokens[number.first - 1]?.lower ?? '') : '';
  if (/^(?:no|any|some|every|each|which|the|this|that|another|only|a|-|–|last|next|big|new|other|'s)$/.test(before))
    return false;
  const next = number.end < limit ? tokens[number.end] : undefined;
  return next?.kind === 'word' && next.spaced && !NOT_COUNTED.has(next.lower) && !next.lower.endsWith('ly');
}

/** Whether an ordinal is a quantity: in digits always (`21st`), in words only before a noun (`the third strike`, `a second term`). */
function isOrdinalOfThing(tokens: readonly Token[], number: NumberPhrase, from: number, limit: number): boolean {
  if (number.digits) return true;
  const before = number.first > from ? (tokens[number.first - 1]?.lower ?? '') : '';
  const next = number.end < limit ? tokens[number.end] : undefined;
  if (!/^(?:the|a|his|her|its|their|our|my|'s|for|in)$/.test(before) || !next) return false;
  return next.kind === 'word' && /^\p{Ll}{3,}$/u.test(next.text) && !NOT_COUNTED.has(next.lower);
}
