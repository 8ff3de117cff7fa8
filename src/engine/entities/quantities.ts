/** Numbers of an article with their bounds and units. */

import type { Reading } from '../text/reading.ts';
import type { Span } from '../text/span.ts';
import type { QuantityValue } from './types.ts';

/** The quantities of an article in order of place; numbers within `taken` are left alone. */
export function readQuantities(_reading: Reading, _taken: readonly Span[]): QuantityValue[] {
  return [];
}
