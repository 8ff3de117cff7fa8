/** Values of an article: dates and quantities, in order of place. */
import type { Reading } from '../../text/reading.ts';
import type { DateValue, Value } from '../types.ts';
import { readDates } from './dates.ts';
import { readQuantities } from './quantities.ts';

/** Dates and quantities of an article, sorted, non-overlapping; a date wins over a quantity that meets it. */
export function readValues(reading: Reading, published?: string): Value[] {
  const dates = readDates(reading, published);
  const quantities = readQuantities(reading, dates);
  return [...dates, ...quantities].sort((a, b) => a.start - b.start);
}

/** A date's ISO form as fine as it was given (`2025-09-27`, `2026-07`, `2026`, `2025-09-22/2025-09-28`); undefined where the text does not settle it. */
export function dateName(value: DateValue): string | undefined {
  const { from, to, precision } = value;
  if (from === undefined || to === undefined) return undefined;
  if (from === to) return from;
  if (precision === 'month' && from.slice(0, 7) === to.slice(0, 7)) return from.slice(0, 7);
  if (precision === 'year' && from.slice(0, 4) === to.slice(0, 4)) return from.slice(0, 4);
  return `${from}/${to}`;
}
