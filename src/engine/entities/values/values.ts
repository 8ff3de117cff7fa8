/** Values of an article: dates and quantities, in order of place. */
import type { Reading } from '../../text/reading.ts';
import type { Value } from '../types.ts';
import { readDates } from './dates.ts';
import { readQuantities } from './quantities.ts';

/** Dates and quantities of an article, sorted, non-overlapping; a date wins over a quantity that meets it. */
export function readValues(reading: Reading, published?: string): Value[] {
  const dates = readDates(reading, published);
  const quantities = readQuantities(reading, dates);
  return [...dates, ...quantities].sort((a, b) => a.start - b.start);
}
