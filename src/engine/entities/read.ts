/**
 * The main file of the room `entities`: what an article names (persons, organizations, places, groups, events) and measures (dates,
 * quantities). Within the room, `mentions` finds names, `values` finds dates and quantities, and `naming` says over all articles which names
 * mean the same. The room knows `text` only. A mention is a place in one article; an entity is what mentions name.
 */
import type { Reading } from '../text/reading.ts';
import { mentionsFrom } from './mentions/documentPass.ts';
import type { NamesModel } from './mentions/model.ts';
import { tagNames } from './mentions/nameTagger.ts';
import type { ArticleEntities } from './types.ts';
import { readValues } from './values/values.ts';

/** What is known of an article besides its text. */
interface EntityInfo {
  /** ISO date, or date and time with zone. `Friday` and `last week` are read as seen from this day. */
  readonly published?: string;
}

/** The names and values of an article, each list in order of place. Nothing overlaps; where a value meets a name, the name stays. */
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
