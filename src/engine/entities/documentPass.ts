/**
 * The pass over a whole document, after its sentences were tagged apart: what one place makes plain settles the others.
 */
import type { Reading } from '../text/reading.ts';
import type { NamesModel } from './model.ts';
import type { TokenName } from './tagger.ts';
import type { Mention } from './types.ts';

/** Mentions in order of place, from what the tagger found. */
export function settleNames(reading: Reading, names: readonly TokenName[], _model: NamesModel): Mention[] {
  return names.flatMap(name => mentionOf(reading, name) ?? []);
}

/** A name without a leading article or a trailing `'s`. */
function mentionOf(reading: Reading, name: TokenName): Mention | undefined {
  let { first, end } = name;
  while (first < end - 1 && /^(?:the|a|an)$/i.test(reading.tokens[first]?.text ?? '')) first++;
  while (end - 1 > first && /^(?:['’]s?|[.,;:!?"”“])$/.test(reading.tokens[end - 1]?.text ?? '')) end--;
  const start = reading.tokens[first]?.start;
  const last = reading.tokens[end - 1]?.end;
  if (start === undefined || last === undefined) return undefined;
  return { start, end: last, type: name.type, text: reading.text.slice(start, last) };
}
