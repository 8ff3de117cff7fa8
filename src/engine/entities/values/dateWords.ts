/** The words that dates are made of. */

const months = new Map<string, number>();
'january february march april may june july august september october november december'
  .split(' ')
  .forEach((name, i) => {
    months.set(name, i + 1);
    if (name.length > 4) months.set(name.slice(0, 3), i + 1);
  });
months.set('sept', 9);
months.set('june', 6);
months.set('july', 7);

/** 1 to 12 for a month's name or abbreviation, when it is written with a capital; `march` and `may` in lower case are verbs. */
export function monthNumber(text: string): number | undefined {
  return /^\p{Lu}/u.test(text) ? months.get(text.toLowerCase()) : undefined;
}

const weekdays = new Map<string, number>();
'monday tuesday wednesday thursday friday saturday sunday'.split(' ').forEach((name, i) => {
  weekdays.set(name, i);
  weekdays.set(`${name}s`, i);
});
const shortWeekdays: ReadonlyMap<string, number> = new Map([
  ['mon', 0],
  ['tue', 1],
  ['tues', 1],
  ['wed', 2],
  ['weds', 2],
  ['thu', 3],
  ['thur', 3],
  ['thurs', 3],
  ['fri', 4],
  ['sat', 5],
  ['sun', 6],
]);

/** 0 (Monday) to 6 for a weekday's full name written with a capital. */
export function weekdayNumber(text: string): number | undefined {
  return /^\p{Lu}/u.test(text) ? weekdays.get(text.toLowerCase()) : undefined;
}

/** The same for abbreviations. They have other meanings too (`Sun`, `Sat`), so that this is asked only before a date. */
export function shortWeekdayNumber(text: string): number | undefined {
  return /^\p{Lu}/u.test(text) ? shortWeekdays.get(text.toLowerCase()) : undefined;
}

export const DAY_PARTS: ReadonlySet<string> = new Set([
  'morning',
  'afternoon',
  'evening',
  'night',
  'overnight',
  'midday',
  'noon',
]);
export const SEASONS: ReadonlySet<string> = new Set(['spring', 'summer', 'fall', 'autumn', 'winter']);

/** Words for lengths of time, and which length each means. */
export const PERIODS: ReadonlyMap<string, 'day' | 'week' | 'month' | 'year' | 'decade' | 'hour' | 'minute'> = new Map([
  ['day', 'day'],
  ['days', 'day'],
  ['week', 'week'],
  ['weeks', 'week'],
  ['month', 'month'],
  ['months', 'month'],
  ['year', 'year'],
  ['years', 'year'],
  ['decade', 'decade'],
  ['decades', 'decade'],
  ['hour', 'hour'],
  ['hours', 'hour'],
  ['minute', 'minute'],
  ['minutes', 'minute'],
]);

/** Days that have a name, as month and day. */
export const FEASTS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['christmas day', [12, 25]],
  ['christmas eve', [12, 24]],
  ['christmas', [12, 25]],
  ['boxing day', [12, 26]],
  ["new year's day", [1, 1]],
  ["new year's eve", [12, 31]],
  ["valentine's day", [2, 14]],
  ['halloween', [10, 31]],
  ['may day', [5, 1]],
]);
