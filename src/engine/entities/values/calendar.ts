/**
 * Days as numbers: days since 1970-01-01, so that dates can be added and compared. Time zones do not matter, since news counts days where it
 * is written.
 */

/** The day number of a calendar date; months count from 1. Undefined for a day that no calendar has (`30 February`). */
export function dayOf(year: number, month: number, day: number): number | undefined {
  const at = new Date(Date.UTC(2000, month - 1, day));
  at.setUTCFullYear(year, month - 1, day);
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? Math.round(at.getTime() / 86_400_000) : undefined;
}

/** The ISO date, `YYYY-MM-DD`, of a day number. */
export function isoOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** The day number of an ISO date, or of an ISO date and time; undefined when the text is neither. */
export function dayOfIso(iso: string): number | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  return parts ? dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) : undefined;
}

/** Year, month and day of a day number. */
export function datePartsOf(day: number): { year: number; month: number; day: number } {
  const at = new Date(day * 86_400_000);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}

/** 0 for Monday … 6 for Sunday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** First and last day, both inclusive. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

/** One day as a range. */
export function oneDay(day: number): DayRange {
  return { from: day, to: day };
}

/** The Monday-to-Sunday week that lies `weeks` after the one that holds `day`. */
export function weekOf(day: number, weeks = 0): DayRange {
  const monday = day - weekdayOf(day) + 7 * weeks;
  return { from: monday, to: monday + 6 };
}

/** The days of a month. A month below 1 or above 12 lies in a neighbouring year. */
export function monthOf(year: number, month: number): DayRange {
  const y = year + Math.floor((month - 1) / 12);
  const m = ((((month - 1) % 12) + 12) % 12) + 1;
  const from = dayOf(y, m, 1) ?? 0;
  return { from, to: from + daysIn(y, m) - 1 };
}

function daysIn(year: number, month: number): number {
  for (const days of [31, 30, 29]) if (dayOf(year, month, days) !== undefined) return days;
  return 28;
}

/** The days of a year, or of several from it on. */
export function yearOf(year: number, years = 1): DayRange {
  return { from: dayOf(year, 1, 1) ?? 0, to: dayOf(year + years - 1, 12, 31) ?? 0 };
}

/** The month, 1 to 12, in which a season begins. */
const FIRST_MONTHS: ReadonlyMap<string, number> = new Map([
  ['spring', 3],
  ['summer', 6],
  ['fall', 9],
  ['autumn', 9],
  ['winter', 12],
]);

/** The three months of a season in the northern hemisphere. The winter of 2024 begins in December 2024. */
export function seasonOf(year: number, season: string): DayRange {
  const first = FIRST_MONTHS.get(season) ?? 1;
  return { from: monthOf(year, first).from, to: monthOf(year, first + 2).to };
}
