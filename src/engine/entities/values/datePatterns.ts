/**
 * The shapes of dates: what date begins at a token, where it ends and which days it means. Each shape has one function. It looks at the tokens
 * ahead in the sentence, and gives up as soon as they do not fit. `dates.ts` calls them.
 */

import type { Token } from '../../text/reading.ts';
import { wordReader } from '../../text/tokenRanges.ts';
import { datePartsOf, dayOf, monthOf, oneDay, seasonOf, weekdayOf, weekOf, yearOf } from './calendar.ts';
import { clockAt } from './clock.ts';
import type { DateContext, DateFound } from './dateShape.ts';
import { DAY_PARTS, FEASTS, monthNumber, SEASONS, shortWeekdayNumber, weekdayNumber } from './dateWords.ts';
import { agoAt, wordedPeriodAt } from './relativeDates.ts';

/** Words in lower case that a date may begin with. */
const OPENERS: ReadonlySet<string> = new Set(
  'today yesterday tomorrow tonight last next this earlier later the that same recent past coming early late mid spring summer autumn winter noon midnight a an one two three four five six seven eight nine ten eleven twelve just only several few couple nearly about almost some days weeks months years decades hours minutes previous following christmas halloween boxing valentine new overnight'.split(
    ' ',
  ),
);

/** Whether a date can begin with this token. This is asked of every token, and must be quick. */
export function mayOpenDate(token: Token): boolean {
  if (token.kind === 'number') return true;
  if (token.kind !== 'word') return token.text === "'" || token.text === '’';
  if (OPENERS.has(token.lower)) return true;
  if (token.text === token.lower) return false;
  return (
    monthNumber(token.text) !== undefined ||
    weekdayNumber(token.text) !== undefined ||
    shortWeekdayNumber(token.text) !== undefined
  );
}

/** The date that begins at token `at`, together with a time beside it. */
export function dateAt(tokens: readonly Token[], at: number, context: DateContext): DateFound | undefined {
  const clock = clockAt(tokens, at, context);
  if (clock) return joinDay(tokens, clock, context);
  const day =
    calendarDay(tokens, at, context) ??
    weekday(tokens, at, context) ??
    agoAt(tokens, at, context) ??
    wordedPeriodAt(tokens, at, context) ??
    feast(tokens, at, context) ??
    monthOrYear(tokens, at, context);
  return day && joinClock(tokens, day, context);
}

/** A time with the day behind it: `2 a.m. Sunday`, `10:30 p.m. on July 4`, `9 a.m. local time on Friday`. */
function joinDay(tokens: readonly Token[], clock: DateFound, context: DateContext): DateFound {
  let at = clock.end;
  if (/^(?:on|,)$/.test(tokens[at]?.lower ?? '')) at++;
  if (at >= context.limit) return withDay(clock, context);
  const day =
    calendarDay(tokens, at, context) ??
    weekday(tokens, at, context) ??
    agoAt(tokens, at, context) ??
    wordedPeriodAt(tokens, at, context);
  if (day?.precision !== 'day' || !day.range) return withDay(clock, context);
  return { ...day, first: clock.first, precision: 'minute', time: clock.time ?? '' };
}

/** A time without a day is on the day that the text named last. */
function withDay(clock: DateFound, context: DateContext): DateFound {
  const day = context.last ?? context.own;
  return day === undefined ? clock : { ...clock, range: oneDay(day) };
}

/** A day with the time behind it: `Sunday at 2 a.m.`, `Saturday, around 1:30 a.m.`, `Friday at about noon`. */
function joinClock(tokens: readonly Token[], day: DateFound, context: DateContext): DateFound {
  if (day.precision !== 'day' || !day.range) return day;
  let at = day.end;
  if (tokens[at]?.text === ',') at++;
  if (!/^(?:at|around|about|before|after|shortly|just)$/.test(tokens[at]?.lower ?? '')) return day;
  while (
    at < context.limit &&
    /^(?:at|around|about|before|after|shortly|just|approximately)$/.test(tokens[at]?.lower ?? '')
  )
    at++;
  const clock = at < context.limit ? clockAt(tokens, at, context) : undefined;
  return clock?.time ? { ...day, end: clock.end, precision: 'minute', time: clock.time } : day;
}

/** `September 27, 2025`, `Sept. 27`, `27 September 2025`, `2025-09-27`, `9/27/2025`, `Sept. 23-25`; a weekday may stand in front. */
function calendarDay(tokens: readonly Token[], first: number, context: DateContext): DateFound | undefined {
  let at = first;
  if (weekdayNumber(tokens[at]?.text ?? '') !== undefined || shortWeekdayNumber(tokens[at]?.text ?? '') !== undefined) {
    at++;
    if (tokens[at]?.text === '.') at++;
    if (tokens[at]?.text === ',') at++;
  } else if (tokens[at]?.lower === 'the') at++;
  const found =
    monthFirst(tokens, at, context) ??
    (at === first || tokens[first]?.lower === 'the' || at > first ? dayFirst(tokens, at, context) : undefined);
  return found ? { ...found, first } : first === at ? numericDay(tokens, at, context) : undefined;
}

function monthFirst(tokens: readonly Token[], first: number, context: DateContext): DateFound | undefined {
  const month = monthNumber(tokens[first]?.text ?? '');
  if (month === undefined) return undefined;
  let at = first + 1;
  if (tokens[at]?.text === '.' && !tokens[at]?.spaced) at++;
  const day = dayNumber(tokens[at], context, at);
  if (day === undefined) return undefined;
  at++;
  let to = day;
  const joint = tokens[at]?.text ?? '';
  const until = dayNumber(tokens[at + 1], context, at + 1);
  if (until !== undefined && until > day && (/^[-–]$/.test(joint) || joint === 'to' || joint === 'through')) {
    to = until;
    at += 2;
  }
  const comma = tokens[at]?.text === ',' ? at + 1 : at;
  const year = yearNumber(tokens[comma], context, comma);
  return dayOfMonth(first, year === undefined ? at : comma + 1, year, month, day, to, context);
}

function dayFirst(tokens: readonly Token[], first: number, context: DateContext): DateFound | undefined {
  const day = dayNumber(tokens[first], context, first);
  if (day === undefined) return undefined;
  let at = first + 1;
  let to = day;
  const until = /^[-–]$/.test(tokens[at]?.text ?? '') ? dayNumber(tokens[at + 1], context, at + 1) : undefined;
  if (until !== undefined && until > day) {
    to = until;
    at += 2;
  }
  if (tokens[at]?.lower === 'of') at++;
  const month = at < context.limit ? monthNumber(tokens[at]?.text ?? '') : undefined;
  if (month === undefined || tokens[at]?.spaced === false) return undefined;
  at++;
  if (tokens[at]?.text === '.' && !tokens[at]?.spaced) at++;
  const comma = tokens[at]?.text === ',' ? at + 1 : at;
  const year = yearNumber(tokens[comma], context, comma);
  return dayOfMonth(first, year === undefined ? at : comma + 1, year, month, day, to, context);
}

/**
 * A day of a month, or the days from `day` to `to`. Where the year is missing, the last such day before the article's own day is meant, or the
 * next one where the sentence speaks of the future.
 */
function dayOfMonth(
  first: number,
  end: number,
  year: number | undefined,
  month: number,
  day: number,
  to: number,
  context: DateContext,
): DateFound | undefined {
  const found: DateFound = { first, end, precision: 'day', relative: year === undefined };
  if (year !== undefined) {
    const from = dayOf(year, month, day);
    return from === undefined ? undefined : { ...found, range: { from, to: from + to - day } };
  }
  if (context.own === undefined) return found;
  const own = datePartsOf(context.own);
  const candidates = [own.year - 1, own.year, own.year + 1].flatMap(y => dayOf(y, month, day) ?? []);
  const anchor = context.own;
  // A day less than three weeks ahead may be news of what is to come. A later one is of the year before, unless the sentence looks ahead.
  const past = candidates.filter(candidate => candidate <= anchor + (context.future ? 330 : 20)).at(-1);
  return past === undefined ? undefined : { ...found, range: { from: past, to: past + to - day } };
}

/** `2025-09-27`, `9/27/2025`, `27.09.2025`. */
function numericDay(tokens: readonly Token[], at: number, context: DateContext): DateFound | undefined {
  const text = tokens[at]?.text ?? '';
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  if (dotted) return numeric(at, at + 1, Number(dotted[3]), Number(dotted[2]), Number(dotted[1]));
  const mark = tokens[at + 1]?.text ?? '';
  if (at + 5 > context.limit || (mark !== '-' && mark !== '/') || tokens[at + 3]?.text !== mark) return undefined;
  const [a, b, c] = [text, tokens[at + 2]?.text ?? '', tokens[at + 4]?.text ?? ''];
  if (/^\d{4}$/.test(a) && /^\d{1,2}$/.test(b) && /^\d{1,2}$/.test(c))
    return numeric(at, at + 5, Number(a), Number(b), Number(c));
  if (!/^\d{1,2}$/.test(a) || !/^\d{1,2}$/.test(b) || !/^\d{4}$/.test(c)) return undefined;
  // The month stands first, as American papers write, unless there is no such month.
  return numeric(at, at + 5, Number(c), Number(a), Number(b)) ?? numeric(at, at + 5, Number(c), Number(b), Number(a));
}

function numeric(first: number, end: number, year: number, month: number, day: number): DateFound | undefined {
  const from = month >= 1 && month <= 12 ? dayOf(year, month, day) : undefined;
  return from === undefined ? undefined : { first, end, range: oneDay(from), precision: 'day', relative: false };
}

function dayNumber(token: Token | undefined, context: DateContext, at: number): number | undefined {
  if (!token || at >= context.limit || token.kind !== 'number') return undefined;
  const parts = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(token.text);
  const day = parts ? Number(parts[1]) : 0;
  return day >= 1 && day <= 31 ? day : undefined;
}

/** A year of four digits. */
function yearNumber(token: Token | undefined, context: DateContext, at: number): number | undefined {
  if (!token || at >= context.limit || !/^(?:1[5-9]|20)\d\d$/.test(token.text)) return undefined;
  return Number(token.text);
}

/** `Friday`, `last Friday`, `next Monday`, `Friday night`, `early Friday`, `the previous Friday`. */
function weekday(tokens: readonly Token[], first: number, context: DateContext): DateFound | undefined {
  let at = first;
  const word = wordReader(tokens, context.limit);
  if (/^(?:the|early|late|earlier|later)$/.test(word(at))) at++;
  if (word(at) === 'on') at++;
  const which = /^(?:last|next|this|previous|following|coming|past)$/.exec(word(at))?.[0];
  if (which) at++;
  const number = at < context.limit ? weekdayNumber(tokens[at]?.text ?? '') : undefined;
  if (number === undefined) return undefined;
  if (tokens[first]?.lower === 'the' && !which) return undefined;
  const range = context.own === undefined ? undefined : oneDay(dayOfWeekday(number, which, context.own, context));
  const part = DAY_PARTS.has(word(at + 1)) ? word(at + 1) : undefined;
  const found: DateFound = { first, end: part ? at + 2 : at + 1, precision: part ? 'part' : 'day', relative: true };
  return { ...found, ...(range ? { range } : {}), ...(part ? { time: part } : {}) };
}

function dayOfWeekday(weekdayWanted: number, which: string | undefined, own: number, context: DateContext): number {
  const today = weekdayOf(own);
  const back = (today - weekdayWanted + 7) % 7;
  switch (which) {
    case 'last':
    case 'previous':
    case 'past':
      return own - (back === 0 ? 7 : back);
    case 'next':
    case 'coming':
    case 'following':
      return own + 7 - back;
    case 'this':
      return back === 0 ? own : context.future ? own + 7 - back : weekOf(own).from + weekdayWanted;
    default:
      return back === 0 ? own : context.future ? own + 7 - back : own - back;
  }
}

/** `July 2026`, `in July`, `last summer`, `summer of 2024`, `2026`, `the 1990s`, `early 2024`, `2016-17`. */
function monthOrYear(tokens: readonly Token[], first: number, context: DateContext): DateFound | undefined {
  const word = wordReader(tokens, context.limit);
  let at = first;
  if (word(at) === 'the') at++;
  const edge = /^(?:early|late|mid)$/.test(word(at));
  if (edge) at++;
  if (edge && word(at) === '-') at++;
  if (word(at) === 'the' && edge) at++;
  const decade = decadeAt(tokens, at, context);
  if (decade) return { ...decade, first };
  if (tokens[first]?.lower === 'the' && !SEASONS.has(word(at))) return undefined;
  const month = at < context.limit ? monthNumber(tokens[at]?.text ?? '') : undefined;
  if (month !== undefined) return monthAlone(tokens, first, at, month, context, edge);
  if (SEASONS.has(word(at))) return seasonAlone(tokens, first, at, context);
  const year = yearNumber(tokens[at], context, at);
  return year !== undefined && isYear(tokens, at, context) ? yearAlone(tokens, first, at, year) : undefined;
}

function decadeAt(tokens: readonly Token[], at: number, context: DateContext): DateFound | undefined {
  if (at >= context.limit) return undefined;
  const short = tokens[at]?.text === "'" || tokens[at]?.text === '’' ? at + 1 : at;
  const text = tokens[short]?.text ?? '';
  const long = /^((?:1[5-9]|20)\d0)s$/.exec(text)?.[1];
  const brief = short > at && !tokens[short]?.spaced ? /^([2-9]0)s$/.exec(text)?.[1] : undefined;
  const year = long ? Number(long) : brief ? 1900 + Number(brief) : undefined;
  return year === undefined
    ? undefined
    : { first: at, end: short + 1, range: yearOf(year, 10), precision: 'decade', relative: false };
}

/** Words before `March`, `May` and the like that make them months. */
const MONTH_CUES =
  /^(?:in|since|until|till|by|during|of|last|next|this|early|late|mid|from|between|through|before|after|to|and|-|–|\(|around|every|each|for)$/;

function monthAlone(
  tokens: readonly Token[],
  first: number,
  at: number,
  month: number,
  context: DateContext,
  edge: boolean,
): DateFound | undefined {
  let end = at + 1;
  if (tokens[end]?.text === '.' && !tokens[end]?.spaced && tokens[end + 1]?.kind === 'number') end++;
  if (tokens[end]?.lower === 'of') end++;
  if (tokens[end]?.text === ',') end++;
  const year = yearNumber(tokens[end], context, end);
  if (year !== undefined)
    return { first, end: end + 1, range: monthOf(year, month), precision: 'month', relative: false };
  const before = at > context.from ? (tokens[at - 1]?.lower ?? '') : '';
  const doubtful = /^(?:march|may|mar|jan|jun|april|june|august)$/.test(tokens[at]?.lower ?? '');
  if (doubtful && !MONTH_CUES.test(before)) return undefined;
  if ((tokens[at]?.text.length ?? 0) === 3 && tokens[at]?.lower !== 'may') return undefined;
  // `Theresa May`, `in March the army` but not `to March`
  if (doubtful && /^(?:to|and|for|of)$/.test(before) && !edge && /^(?:may|march)$/.test(tokens[at]?.lower ?? ''))
    return undefined;
  const found: DateFound = { first, end: at + 1, precision: 'month', relative: true };
  if (context.own === undefined) return found;
  const own = datePartsOf(context.own);
  const which = /^(?:next|last|this)$/.exec(before)?.[0];
  const ahead = which === 'next' || (context.future && which !== 'last');
  const thisYear = ahead ? month >= own.month : which === 'last' ? month < own.month : month <= own.month;
  return {
    ...found,
    first: which && first === at ? at - 1 : first,
    range: monthOf(own.year + (thisYear ? 0 : ahead ? 1 : -1), month),
  };
}

function seasonAlone(tokens: readonly Token[], first: number, at: number, context: DateContext): DateFound | undefined {
  const of = tokens[at + 1]?.lower === 'of' ? at + 2 : at + 1;
  const year = yearNumber(tokens[of], context, of);
  if (year === undefined) return undefined;
  return { first, end: of + 1, range: seasonOf(year, tokens[at]?.lower ?? ''), precision: 'season', relative: false };
}

function yearAlone(tokens: readonly Token[], first: number, at: number, year: number): DateFound {
  const joint = tokens[at + 1]?.text ?? '';
  const until = tokens[at + 2];
  if ((joint === '-' || joint === '–') && until && !until.spaced && /^(?:\d\d|(?:1[5-9]|20)\d\d)$/.test(until.text)) {
    const to = until.text.length === 2 ? Math.floor(year / 100) * 100 + Number(until.text) : Number(until.text);
    if (to > year && to - year < 120)
      return { first, end: at + 3, range: yearOf(year, to - year + 1), precision: 'year', relative: false };
  }
  return { first, end: at + 1, range: yearOf(year), precision: 'year', relative: false };
}

/** What is counted: behind these, four digits are a number and no year. */
const COUNTED =
  /^(?:people|men|women|children|dollars|euros|pounds|miles|meters|metres|feet|km|kilometers|kilometres|troops|soldiers|votes|workers|jobs|homes|houses|percent|times|years|hours|others|acres|tons|tonnes|members|students|pages|words|degrees|employees|residents|seats)$/;
/** Words and signs in front of a number that is no year. */
const COUNTS =
  /^(?:[$£€¥#@]|least|than|about|nearly|almost|some|over|approximately|roughly|another|x|\/|:|no|flight|route|room|usd)$/;

/** Whether four digits are a year: not behind a sign or a bound, not before what is counted. */
function isYear(tokens: readonly Token[], at: number, context: DateContext): boolean {
  const token = tokens[at];
  const before = at > context.from ? tokens[at - 1] : undefined;
  const next = at + 1 < context.limit ? tokens[at + 1] : undefined;
  if (next && (COUNTED.test(next.lower) || (!next.spaced && /^[%°/:]$|^\p{L}/u.test(next.text)))) return false;
  if (before && COUNTS.test(before.lower)) return false;
  if (token && !token.spaced && before && !/^[(\-–—‘'’"“]$/.test(before.text)) return false;
  // `Covid-2019`, `A-2000`: a hyphen behind letters, unless they are `mid`, `pre` or `post`.
  if (token && !token.spaced && before?.text === '-')
    return /^(?:mid|pre|post|early|late|\d{4})$/.test(tokens[at - 2]?.lower ?? '');
  return true;
}

/** A day that has a name: `Christmas Eve`. */
function feast(tokens: readonly Token[], at: number, context: DateContext): DateFound | undefined {
  if (!/^\p{Lu}/u.test(tokens[at]?.text ?? '')) return undefined;
  for (let length = 4; length > 0; length--) {
    if (at + length > context.limit) continue;
    const name = tokens
      .slice(at, at + length)
      .map(token => (token.spaced ? ` ${token.lower}` : token.lower))
      .join('')
      .trim();
    const day = FEASTS.get(name);
    if (!day || (name === 'may day' && tokens[at + 1]?.text !== 'Day')) continue;
    const year = yearNumber(tokens[at + length], context, at + length);
    const own = context.own === undefined ? undefined : datePartsOf(context.own).year;
    const candidates = year !== undefined ? [year] : own === undefined ? [] : [own - 1, own, own + 1];
    const days = candidates.flatMap(y => dayOf(y, day[0], day[1]) ?? []);
    const anchor = context.own ?? 0;
    const chosen =
      year !== undefined
        ? days[0]
        : context.future
          ? days.find(d => d >= anchor)
          : days.filter(d => d <= anchor + 3).at(-1);
    const end = year === undefined ? at + length : at + length + 1;
    return {
      first: at,
      end,
      precision: 'day',
      relative: year === undefined,
      ...(chosen === undefined ? {} : { range: oneDay(chosen) }),
    };
  }
  return undefined;
}
