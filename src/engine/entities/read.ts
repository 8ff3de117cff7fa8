/**
 * Names and values of one article.
 */
import type { Reading } from '../text/reading.ts';
import { mentionsFrom } from './mentions/documentPass.ts';
import type { NamesModel } from './mentions/model.ts';
import { tagNames } from './mentions/nameTagger.ts';
import type { ArticleEntities } from './types.ts';
import { readValues } from './values/values.ts';

/** What an article's place in time is known from, beside its text. */
interface EntityInfo {
  /** ISO date, or date and time with zone: what `Friday` and `last week` hang on. */
  readonly published?: string;
}

/** The names and values of an article, each list in order of place, nothing overlapping. */
export function readEntities(reading: Reading, info: EntityInfo, model: NamesModel): ArticleEntities {
  const mentions = mentionsFrom(reading, tagNames(reading, model), model);
  const values = readValues(reading, info.published);
  let at = 0;
  const apart = values.filter(value => {
    while (at < mentions.length && (mentions[at]?.end ?? 0) <= value.start) at++;
    const mention = mentions[at];
    return !mention || mention.start >= value.end;
  });
  return { mentions, values: apart };
}
