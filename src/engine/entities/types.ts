import type { Reading } from '../text/reading.ts';
import type { Span } from '../text/span.ts';

/** The kinds of names. A `group` is a nationality, religion or political group. */
export type NameType = 'person' | 'organization' | 'place' | 'group' | 'event';
export type EntityType = NameType | 'date' | 'quantity';

/** A name where it stands in one article. Which entity it names is for `Naming` to say, which sees all articles. */
export interface Mention extends Span {
  readonly type: NameType;
  /** The words of the text, without a leading article or a trailing `'s`. */
  readonly text: string;
}

/** How exact a date was given. `part` is a part of a day, such as morning or night. */
export type DatePrecision = 'minute' | 'part' | 'day' | 'week' | 'month' | 'season' | 'year' | 'decade' | 'vague';

/** A date or time. `Friday` and the like are worked out from the article's own date, where it has one. */
export interface DateValue extends Span {
  readonly kind: 'date';
  /** First and last day it may mean, as ISO dates `YYYY-MM-DD`, both inclusive. Absent when the text leaves them open. */
  readonly from?: string;
  readonly to?: string;
  /** A part of the day (`morning`, `night`) or a time (`14:30`), where one is given. */
  readonly time?: string;
  readonly precision: DatePrecision;
  /** Whether it depends on another date (`the next day`, `Friday`) rather than naming one in full. */
  readonly relative: boolean;
}

/** A number with its bound and unit. `at least 17` has low 17 and high Infinity; `dozens` 24 to 99; `about 100` 90 to 110. */
export interface QuantityValue extends Span {
  readonly kind: 'quantity';
  readonly low: number;
  readonly high: number;
  /** How the words around the number limit it; `exact` where none do. */
  readonly bound: 'exact' | 'least' | 'most' | 'about' | 'range' | 'vague';
  /**
   * What the number measures. Values with one unit are comparable, since units are converted to a base unit: `count` (of things), `percent`,
   * `money:USD`, `metre`, `kilogram`, `second`, `celsius`, `year-old` (an age), `ordinal`, and so on.
   */
  readonly unit: string;
  /** The span of the number alone, within the whole span. */
  readonly number: Span;
  /** Of `16 of 20`: the whole, 20. */
  readonly outOf?: number;
}

export type Value = DateValue | QuantityValue;

/** What one article names and measures. Each list is in order of place, and nothing overlaps. */
export interface ArticleEntities {
  readonly mentions: readonly Mention[];
  readonly values: readonly Value[];
}

/** What is known of an article besides its text, from front matter or `sources.yaml`. */
export interface ArticleInfo {
  readonly outlet?: string;
  /** ISO date, or date and time with zone. */
  readonly published?: string;
  readonly title?: string;
  readonly url?: string;
  readonly author?: string;
  readonly language?: string;
}

/** An article with its mentions: what `nameEntities` takes to decide which mentions name the same entity. */
export interface NamedArticle {
  readonly path: string;
  readonly reading: Reading;
  readonly mentions: readonly Mention[];
}

/** What a reviewer says that a passage names. It takes precedence over the analysis. */
export interface EntityOverride extends Span {
  readonly entity?: string;
  readonly type?: EntityType;
}
