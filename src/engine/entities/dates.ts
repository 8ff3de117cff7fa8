/** Dates and times of an article. */
import type { Reading } from '../text/reading.ts';
import type { DateValue } from './types.ts';

/** The dates of an article in order of place. */
export function readDates(_reading: Reading, _published?: string): DateValue[] {
  return [];
}
