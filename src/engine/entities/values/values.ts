/** The main file of `values`: dates and quantities. */
import type { Reading } from '../../text/reading.ts';
import type { Value } from '../types.ts';
import { readDates } from './dates.ts';
import { readQuantities } from './quantities.ts';

/** The dates and quantities of an article in order of place. They do not overlap: where both could stand, it is a date. */
export function readValues(reading: Reading, published?: string): Value[] {
  const dates = readDates(reading, published);
  const quantities = readQuantities(reading, dates);
  return [...dates, ...quantities].sort((a, b) => a.start - b.start);
}
