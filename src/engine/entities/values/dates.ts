/**
 * Finds dates and times, and reads them as news means them.
 *
 * Method: each token that a date can begin with is tried against a few shapes (`datePatterns.ts`). Which days a date means follows from the
 * article's own day and from the day that the text named last. A weekday alone lies in the past, unless its sentence speaks of the future.
 * `The next day` and `that very morning` depend on the day named last. Cost: linear in the tokens. Libraries were no help: they read `may`,
 * `march` and `sun` as dates, and a weekday as the next one.
 */

import type { Reading, Sentence, Token } from '../../text/reading.ts';
import { tokenSpan } from '../../text/tokenRanges.ts';
import type { DateValue } from '../types.ts';
import { dayOfIso, isoOf } from './calendar.ts';
import { dateAt, mayOpenDate } from './datePatterns.ts';
import type { DateContext, DateFound } from './dateShape.ts';

/** The dates of an article in order of place. `published` is its own date, ISO. Without it, the date that the text gives itself counts. */
export function readDates(reading: Reading, published?: string): DateValue[] {
  const anchor = published === undefined ? undefined : dayOfIso(published);
  const own = anchor ?? ownDate(reading);
  const dates: DateValue[] = [];
  const state: { last: number | undefined } = { last: undefined };
  for (const sentence of reading.sentences) readSentence(reading.tokens, sentence, own, state, dates);
  return dates;
}

/** The day that an article gives itself: that of its date line, or else the first full date in its first sentences. */
function ownDate(reading: Reading): number | undefined {
  let opening: number | undefined;
  const { tokens } = reading;
  for (const [index, sentence] of reading.sentences.entries()) {
    const isLine = reading.paragraphs[sentence.paragraph]?.kind === 'dateline';
    if (!isLine && (index > 5 || opening !== undefined)) continue;
    for (let at = sentence.firstToken; at < sentence.endToken; at++) {
      const token = tokens[at];
      if (!token || !mayOpenDate(token)) continue;
      const found = dateAt(tokens, at, {
        from: sentence.firstToken,
        limit: sentence.endToken,
        own: undefined,
        last: undefined,
        future: false,
      });
      if (!found) continue;
      if (found.precision === 'day' && !found.relative && found.range) {
        if (isLine) return found.range.from;
        opening ??= found.range.from;
      }
      at = found.end - 1;
    }
  }
  return opening;
}

function readSentence(
  tokens: readonly Token[],
  sentence: Sentence,
  own: number | undefined,
  state: { last: number | undefined },
  dates: DateValue[],
): void {
  let future = false;
  for (let at = sentence.firstToken; at < sentence.endToken; at++) {
    const token = tokens[at];
    if (!token) return;
    if (speaksOfFuture(tokens, at)) future = true;
    if (!mayOpenDate(token)) continue;
    const context: DateContext = { from: sentence.firstToken, limit: sentence.endToken, own, last: state.last, future };
    const found = dateAt(tokens, at, context);
    if (!found) continue;
    dates.push(dateValue(tokens, found));
    // Only a date of one day becomes the day named last: `in 2026` does not.
    if (found.range && found.range.from === found.range.to) state.last = found.range.from;
    at = found.end - 1;
  }
}

const FUTURE: ReadonlySet<string> = new Set(
  "will 'll shall scheduled expected plans plan planned due upcoming set intends ahead until deadline by"
    .split(' ')
    .concat(['will', "'ll"]),
);

function speaksOfFuture(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.lower ?? '';
  if (word === 'would') return tokens[at + 1]?.lower !== 'have';
  if (word === 'is' || word === 'are' || word === 'was' || word === 'were') return tokens[at + 1]?.lower === 'to';
  return FUTURE.has(word);
}

function dateValue(tokens: readonly Token[], found: DateFound): DateValue {
  return {
    kind: 'date',
    ...tokenSpan({ tokens }, found.first, found.end),
    precision: found.precision,
    relative: found.relative,
    ...(found.range ? { from: isoOf(found.range.from), to: isoOf(found.range.to) } : {}),
    ...(found.time ? { time: found.time } : {}),
  };
}
