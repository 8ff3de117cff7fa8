/** What all shapes of dates take, and what they return. */

import type { TokenRange } from '../../text/tokenRanges.ts';
import type { DatePrecision } from '../types.ts';
import type { DayRange } from './calendar.ts';

/** What the meaning of a date depends on. Days are day numbers. */
export interface DateContext {
  /** First token of the sentence, and the one after its last. */
  readonly from: number;
  readonly limit: number;
  /** The article's own day. */
  readonly own: number | undefined;
  /** The last day the text named. */
  readonly last: number | undefined;
  /** Whether the sentence has spoken of the future so far. */
  readonly future: boolean;
}

/** A date, the tokens that tell it, and the days it means. */
export interface DateFound extends TokenRange {
  readonly range?: DayRange;
  readonly precision: DatePrecision;
  readonly relative: boolean;
  readonly time?: string;
}
