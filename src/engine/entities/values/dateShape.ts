/** What the shapes of dates share: what they are read against, and what they find. */

import type { DatePrecision } from '../types.ts';
import type { DayRange } from './calendar.ts';

/** What a date hangs on. */
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

export interface DateFound {
  readonly first: number;
  readonly end: number;
  readonly range?: DayRange;
  readonly precision: DatePrecision;
  readonly relative: boolean;
  readonly time?: string;
}
