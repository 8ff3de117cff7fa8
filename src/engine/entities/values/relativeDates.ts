/**
 * Dates in words: `today`, `earlier this week`, `the next day`, `that very morning`, `two weeks ago`, `recent months`. Which days they mean
 * follows from the article's own day, or from the day that the text named last.
 */

import type { Token } from '../../text/reading.ts';
import { wordReader } from '../../text/tokenRanges.ts';
import type { DatePrecision } from '../types.ts';
import { type DayRange, datePartsOf, monthOf, oneDay, seasonOf, weekOf, yearOf } from './calendar.ts';
import type { DateContext, DateFound } from './dateShape.ts';
import { DAY_PARTS, PERIODS, SEASONS } from './dateWords.ts';
import { numberAt } from './numbers.ts';

const sameDay = (day: number | undefined): DayRange | undefined => (day === undefined ? undefined : oneDay(day));
const plus = (day: number | undefined, days: number): number | undefined =>
  day === undefined ? undefined : day + days;

function relative(
  first: number,
  end: number,
  precision: DatePrecision,
  range: DayRange | undefined,
  time?: string,
): DateFound {
  return { first, end, precision, relative: true, ...(range ? { range } : {}), ...(time ? { time } : {}) };
}

/** `two weeks ago`, `a year earlier`, `three days later`, `weeks before`, `just weeks prior`, `the day before`. */
export function agoAt(tokens: readonly Token[], first: number, context: DateContext): DateFound | undefined {
  const word = wordReader(tokens, context.limit);
  let at = first;
  const opened = /^(?:just|only|nearly|about|almost|some|the|over)$/.test(word(at));
  if (opened) at++;
  const number = PERIODS.has(word(at)) ? undefined : countAt(tokens, at, context.limit);
  if (number) at = number.end;
  const period = PERIODS.get(word(at));
  if (!period || (word(first) === 'the' && (number !== undefined || period === 'year'))) return undefined;
  if (word(first) !== 'the' && !number && !word(at).endsWith('s')) return undefined;
  const direction = /^(?:ago|earlier|before|prior|previously|later|after|afterward|afterwards|hence)$/.exec(
    word(at + 1),
  )?.[0];
  if (!direction) return undefined;
  // `weeks before the election` and `two days after he spoke` are dates, but which days they mean depends on what follows.
  const sign = /^(?:later|after|afterward|afterwards|hence)$/.test(direction) ? 1 : -1;
  const base = direction === 'ago' ? context.own : (context.last ?? context.own);
  const hangs = /^(?:before|after|prior)$/.test(direction) && hangsOnMore(tokens, at + 2, context);
  if (hangs && word(first) === 'the')
    return word(at + 2) === 'yesterday' || word(at + 2) === 'tomorrow'
      ? relative(first, at + 3, 'day', sameDay(plus(context.own, 2 * sign)))
      : undefined;
  const range =
    hangs || !base
      ? undefined
      : word(first) === 'the'
        ? shifted(base, period, sign)
        : number
          ? shifted(base, period, sign * number.value)
          : undefined;
  const precision: DatePrecision =
    !number && word(first) !== 'the' ? 'vague' : period === 'hour' || period === 'minute' ? 'day' : period;
  return relative(first, at + 2, precision, range);
}

/** Whether `before` or `after` goes on with a noun or a clause. */
function hangsOnMore(tokens: readonly Token[], at: number, context: DateContext): boolean {
  const next = at < context.limit ? tokens[at] : undefined;
  return next !== undefined && next.kind !== 'mark';
}

/** A whole number of periods: `two`, `a`, `several`, `18`. */
function countAt(tokens: readonly Token[], at: number, limit: number): { value: number; end: number } | undefined {
  const word = tokens[at]?.lower ?? '';
  if (word === 'a' || word === 'an') {
    const few = tokens[at + 1]?.lower;
    if (few === 'few') return { value: 3, end: at + 2 };
    if (few === 'couple') return { value: 2, end: tokens[at + 2]?.lower === 'of' ? at + 3 : at + 2 };
    return { value: 1, end: at + 1 };
  }
  if (word === 'several' || word === 'few') return { value: word === 'few' ? 3 : 4, end: at + 1 };
  const number = numberAt(tokens, at, limit);
  return number && !number.vague && !number.ordinal && number.high < 1000
    ? { value: number.high, end: number.end }
    : undefined;
}

/** The day, week, month or year that lies `times` such periods from a day; negative is earlier. */
function shifted(day: number, period: string, times: number): DayRange | undefined {
  const parts = datePartsOf(day);
  switch (period) {
    case 'day':
      return sameDay(day + Math.round(times));
    case 'week':
      return { from: day + 7 * times - 3, to: day + 7 * times + 3 };
    case 'month':
      return monthOf(parts.year, parts.month + Math.round(times));
    case 'year':
      return yearOf(parts.year + Math.round(times));
    case 'decade':
      return yearOf(parts.year + Math.round(10 * times) - 2, 5);
    default:
      // Hours and minutes stay within the day, but for a day or more of them.
      return sameDay(period === 'hour' && Math.abs(times) >= 24 ? day + Math.round(times / 24) : day);
  }
}

/** The date in words that begins at token `first`. */
export function wordedPeriodAt(tokens: readonly Token[], first: number, context: DateContext): DateFound | undefined {
  const word = wordReader(tokens, context.limit);
  switch (word(first)) {
    case 'today':
      return relative(first, first + 1, 'day', sameDay(context.own));
    case 'tonight':
      return relative(first, first + 1, 'part', sameDay(context.own), 'night');
    case 'overnight':
      return relative(first, first + 1, 'part', sameDay(context.own), 'night');
    case 'yesterday':
    case 'tomorrow': {
      const day = plus(context.own, word(first) === 'yesterday' ? -1 : 1);
      const part = DAY_PARTS.has(word(first + 1)) ? word(first + 1) : undefined;
      return relative(first, part ? first + 2 : first + 1, part ? 'part' : 'day', sameDay(day), part);
    }
    case 'earlier':
    case 'later':
    case 'early':
    case 'late': {
      const inner = /^(?:today|this|yesterday|tomorrow|last|next)$/.test(word(first + 1))
        ? wordedPeriodAt(tokens, first + 1, context)
        : undefined;
      return inner ? { ...inner, first, ...cutAt(word(first), inner, context) } : undefined;
    }
    case 'that':
    case 'the':
    case 'same':
      return ofTheStory(tokens, first, context);
    case 'last':
    case 'next':
    case 'this':
    case 'previous':
    case 'past':
    case 'coming':
    case 'recent':
    case 'following':
      return nearby(tokens, first, first, context);
    default:
      return undefined;
  }
}

/** `earlier this week` ends with the article's day, `later this week` begins with it. */
function cutAt(edge: string, inner: DateFound, context: DateContext): { range: DayRange } | Record<never, never> {
  const { range } = inner;
  if (!range || context.own === undefined || range.from > context.own || range.to < context.own) return {};
  if (edge === 'earlier') return { range: { from: range.from, to: context.own } };
  return edge === 'later' ? { range: { from: context.own, to: range.to } } : {};
}

/** `that day`, `that very morning`, `the same day`, `the next day`, `the following week`, `the previous night`, `the past two weeks`. */
function ofTheStory(tokens: readonly Token[], first: number, context: DateContext): DateFound | undefined {
  const word = wordReader(tokens, context.limit);
  const base = context.last ?? context.own;
  let at = first + 1;
  const that = word(first) === 'that';
  if (word(first) !== 'same' && /^(?:very|same)$/.test(word(at))) at++;
  if (that || word(first) === 'same' || at > first + 1) {
    if (word(first) === 'the' && word(first + 1) === 'very') return undefined;
    if (word(at) === 'day') return relative(first, at + 1, 'day', sameDay(base));
    if (DAY_PARTS.has(word(at))) return relative(first, at + 1, 'part', sameDay(base), word(at));
    if (/^(?:week|month|year)$/.test(word(at)))
      return relative(first, at + 1, periodOf(word(at)), base === undefined ? undefined : shifted(base, word(at), 0));
    return undefined;
  }
  if (/^(?:next|following|previous|preceding)$/.test(word(at))) {
    const sign = /^(?:next|following)$/.test(word(at)) ? 1 : -1;
    const unit = word(at + 1);
    if (unit === 'day') return relative(first, at + 2, 'day', sameDay(plus(base, sign)));
    if (DAY_PARTS.has(unit)) return relative(first, at + 2, 'part', sameDay(plus(base, sign)), unit);
    if (/^(?:week|month|year)$/.test(unit))
      return relative(first, at + 2, periodOf(unit), base === undefined ? undefined : shifted(base, unit, sign));
    return nearby(tokens, first, at, context);
  }
  if (DAY_PARTS.has(word(at)) && /^(?:before|after)$/.test(word(at + 1)) && !hangsOnMore(tokens, at + 2, context))
    return relative(first, at + 2, 'part', sameDay(plus(base, word(at + 1) === 'before' ? -1 : 1)), word(at));
  return /^(?:last|past|coming|recent)$/.test(word(at)) ? nearby(tokens, first, at, context) : undefined;
}

/** `last week`, `this morning`, `next year`, `recent months`, `past two weeks`, `last few days`, `last summer`; the opener stands at `at`. */
function nearby(tokens: readonly Token[], first: number, at: number, context: DateContext): DateFound | undefined {
  const word = wordReader(tokens, context.limit);
  const which = word(at);
  const own = context.own;
  const step = which === 'last' || which === 'previous' || which === 'past' ? -1 : which === 'this' ? 0 : 1;
  const unit = word(at + 1);
  if (which === 'recent' || which === 'coming') {
    if (!/^(?:days|weeks|months|years|decades)$/.test(unit))
      return which === 'coming' && PERIODS.has(unit) ? relative(first, at + 2, 'vague', undefined) : undefined;
    return relative(first, at + 2, 'vague', undefined);
  }
  const count = /^(?:last|past|next|previous|following)$/.test(which)
    ? countAt(tokens, at + 1, context.limit)
    : undefined;
  if (count && PERIODS.has(word(count.end)))
    return stretch(first, count.end + 1, word(count.end), step * count.value, own);
  if (DAY_PARTS.has(unit))
    return which === 'past' ? undefined : relative(first, at + 2, 'part', sameDay(plus(own, step)), unit);
  if (unit === 'weekend' && which !== 'past')
    return relative(first, at + 2, 'day', own === undefined ? undefined : weekend(own, step, context.future));
  if (SEASONS.has(unit) && which !== 'past')
    return relative(first, at + 2, 'season', own === undefined ? undefined : season(own, unit, step));
  const period = PERIODS.get(unit);
  if (!period || period === 'hour' || period === 'minute' || /s$/.test(unit)) return undefined;
  if (period === 'day') return undefined; // `last day`, `this day`: not a date by itself
  if (period === 'week') return relative(first, at + 2, 'week', own === undefined ? undefined : weekOf(own, step));
  return relative(first, at + 2, period, own === undefined ? undefined : shifted(own, period, step));
}

/** The mean length of each period, in days. */
const DAYS: ReadonlyMap<string, number> = new Map([
  ['day', 1],
  ['week', 7],
  ['month', 30.44],
  ['year', 365.25],
  ['decade', 3652.5],
]);

/** `the past two weeks`, `the next ten days`: the days up to the article's own day, or from it on. */
function stretch(
  first: number,
  end: number,
  unit: string,
  times: number,
  own: number | undefined,
): DateFound | undefined {
  const days = DAYS.get(PERIODS.get(unit) ?? '');
  if (days === undefined) return undefined;
  const length = Math.round(days * times);
  return relative(
    first,
    end,
    'vague',
    own === undefined ? undefined : { from: Math.min(own, own + length), to: Math.max(own, own + length) },
  );
}

function weekend(own: number, step: number, future: boolean): DayRange {
  const week = weekOf(own, step);
  // On a Monday or Tuesday `this weekend` that is over is the one just past.
  const back = step === 0 && !future && own - week.from < 3 ? 7 : 0;
  return { from: week.to - 1 - back, to: week.to - back };
}

function season(own: number, name: string, step: number): DayRange {
  const { year } = datePartsOf(own);
  const candidates = [year - 1, year, year + 1].map(y => seasonOf(y, name));
  const found =
    step < 0
      ? candidates.filter(c => c.to < own).at(-1)
      : step > 0
        ? candidates.find(c => c.from > own)
        : candidates.find(c => c.to >= own);
  return found ?? seasonOf(year, name);
}

function periodOf(word: string): DatePrecision {
  return word === 'week' || word === 'month' || word === 'year' ? word : 'day';
}
