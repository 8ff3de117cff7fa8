import type { Reading } from '../text/reading.ts';
import type { Span } from '../text/span.ts';

/** The kinds of names. A `group` is a nationality, religion or political group. */
export type NameType = 'person' | 'organization' | 'place' | 'group' | 'event';
export type EntityType = NameType | 'date' | 'quantity';

/** A name where it stands in one article. Who it is, over all articles, is `Naming`'s to say. */
export interface Mention extends Span {
  readonly type: NameType;
  /** The words of the text, without a leading article or a trailing `'s`. */
  readonly text: string;
}

/** How fine a date was given. `part` is a part of a day: morning, night. */
export type DatePrecision = 'minute' | 'part' | 'day' | 'week' | 'month' | 'season' | 'year' | 'decade' | 'vague';

/** A date or time, resolved against the article's own date where it has one. */
export interface DateValue extends Span {
  readonly kind: 'date';
  /** First and last day it may mean, ISO `YYYY-MM-DD`, both inclusive; absent when the text does not settle them. */
  readonly from?: string;
  readonly to?: string;
  /** `morning`, `night`, … or `14:30`, where given. */
  readonly time?: string;
  readonly precision: DatePrecision;
  /** Whether it hangs on another date (`the next day`, `Friday`) rather than naming one outright. */
  readonly relative: boolean;
}

/** A number with its bound and unit. `at least 17` has low 17 and high Infinity; `dozens` 24 to 99; `about 100` 90 to 110. */
export interface QuantityValue extends Span {
  readonly kind: 'quantity';
  readonly low: number;
  readonly high: number;
  /** `exact`, or which words loosen it. */
  readonly bound: 'exact' | 'least' | 'most' | 'about' | 'range' | 'vague';
  /**
   * What the number itself measures, in a base unit that makes values comparable: `count` of things, `percent`, `money:USD`, `metre`,
   * `kilogram`, `second`, `celsius`, `year-old` (an age), `ordinal`, …
   */
  readonly unit: string;
  /** Where the bare number stands, within the span. */
  readonly number: Span;
  /** Of `16 of 20`: the whole, 20. */
  readonly outOf?: number;
}

export type Value = DateValue | QuantityValue;

/** What one article names and measures, in order of place; names and values do not overlap among themselves. */
export interface ArticleEntities {
  readonly mentions: readonly Mention[];
  readonly values: readonly Value[];
}

/** What is known of an article beside its text: from front matter or `sources.yaml`. */
export interface ArticleInfo {
  readonly outlet?: string;
  /** ISO date, or date and time with zone. */
  readonly published?: string;
  readonly title?: string;
  readonly url?: string;
  readonly author?: string;
  readonly language?: string;
}

/** An article as far as names go: the input of what decides who is who over a folder. */
export interface NamedArticle {
  readonly path: string;
  readonly reading: Reading;
  readonly mentions: readonly Mention[];
}

/** A reviewer's word on what a passage names; it wins over the analysis. */
export interface EntityOverride extends Span {
  readonly entity?: string;
  readonly type?: EntityType;
}
