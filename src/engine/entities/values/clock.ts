/** Times of day: `10:30 p.m.`, `2am`, `14:30 GMT`, `noon`. They are given in 24 hours, without the zone. */

import type { Token } from '../../text/reading.ts';
import { wordReader } from '../../text/tokenRanges.ts';
import type { DateContext, DateFound } from './dateShape.ts';

const ZONES = /^(?:gmt|utc|est|edt|cst|cdt|mst|mdt|pst|pdt|bst|cet|cest|et|pt|ct|ist|eastern|pacific|central|local)$/;

/** The time that begins at token `at`. */
export function clockAt(tokens: readonly Token[], at: number, context: DateContext): DateFound | undefined {
  const word = wordReader(tokens, context.limit);
  if (word(at) === 'noon' || word(at) === 'midnight')
    return found(at, at + 1, word(at) === 'noon' ? '12:00' : '00:00', tokens, context);
  const token = tokens[at];
  if (token?.kind !== 'number') return undefined;
  const digits = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(token.text);
  if (!digits) return fourDigits(tokens, at, context);
  const hour = Number(digits[1]);
  const minute = Number(digits[2] ?? 0);
  if (hour > 24 || minute > 59) return undefined;
  const half = meridiem(tokens, at + 1, context);
  if (half) {
    if (hour < 1 || hour > 12) return undefined;
    return found(at, half.end, clock((hour % 12) + (half.afternoon ? 12 : 0), minute), tokens, context);
  }
  if (word(at + 1) === "o'clock") return found(at, at + 2, clock(hour, 0), tokens, context);
  const before = at > context.from ? (tokens[at - 1]?.lower ?? '') : '';
  const zone = ZONES.test(word(at + 1)) && (word(at + 1) !== 'local' || word(at + 2) === 'time');
  const cued = /^(?:at|around|until|by|from|before|after)$/.test(before);
  // `4:30` alone may be a score or a verse; a zone or a preposition makes it a time.
  return token.text.includes(':') && (zone || cued)
    ? found(at, at + 1, clock(hour, minute), tokens, context)
    : undefined;
}

/** A time in four digits: `1430 GMT`. */
function fourDigits(tokens: readonly Token[], at: number, context: DateContext): DateFound | undefined {
  const parts = /^([01]\d|2[0-3])([0-5]\d)$/.exec(tokens[at]?.text ?? '');
  const zone = tokens[at + 1];
  if (!parts || !zone || at + 1 >= context.limit || !/^(?:GMT|UTC|BST|EST|EDT|hrs|hours)$/.test(zone.text))
    return undefined;
  if (/^hours$/.test(zone.text) && !/^0/.test(tokens[at]?.text ?? '')) return undefined;
  return found(at, at + 1, clock(Number(parts[1]), Number(parts[2])), tokens, context);
}

/** Whether `a.m.` or `p.m.` stands at a token, in one token or several, and where it ends. */
function meridiem(
  tokens: readonly Token[],
  at: number,
  context: DateContext,
): { end: number; afternoon: boolean } | undefined {
  if (at >= context.limit) return undefined;
  const word = tokens[at]?.lower ?? '';
  const whole = /^([ap])\.?m\.?$/.exec(word);
  if (whole) return { end: at + 1, afternoon: whole[1] === 'p' };
  // `a.m` before a comma may be cut in three: `a` `.` `m`.
  if (/^[ap]$/.test(word) && tokens[at + 1]?.text === '.' && tokens[at + 2]?.lower === 'm')
    return { end: tokens[at + 3]?.text === '.' && !tokens[at + 3]?.spaced ? at + 4 : at + 3, afternoon: word === 'p' };
  return undefined;
}

const clock = (hour: number, minute: number): string =>
  `${String(hour % 24).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;

/** A time, together with the zone behind it where one stands there. */
function found(first: number, end: number, time: string, tokens: readonly Token[], context: DateContext): DateFound {
  let last = end;
  if (
    last < context.limit &&
    ZONES.test(tokens[last]?.lower ?? '') &&
    /^\p{Lu}|local/u.test(tokens[last]?.text ?? '')
  ) {
    last++;
    if (last < context.limit && tokens[last]?.lower === 'time') last++;
    else if (/^(?:local|eastern|pacific|central)$/.test(tokens[last - 1]?.lower ?? '')) last--;
  }
  return { first, end: last, precision: 'minute', relative: true, time };
}
