/**
 * What a passage is shown as: enough of its sentence to be read, and no more. Linear in the words of the sentence.
 */
import type { Reading } from '../../text/reading.ts';
import type { Span } from '../../text/span.ts';

/** At most so many words to either side of what a passage is shown for. */
const REACH = 12;

/** The words around a span within its sentence: enough to read it by, without the next statement. */
export function clauseAround(reading: Reading, sentence: number, span: Span, before = REACH, behind = REACH): Span {
  const home = reading.sentences[sentence];
  if (!home) return { start: span.start, end: span.end };
  const tokens = reading.tokens.slice(home.firstToken, home.endToken);
  const first = tokens.findIndex(token => token.end > span.start);
  const after = tokens.findIndex(token => token.start >= span.end);
  const end = after < 0 ? tokens.length : after;
  const window = tokens.slice(Math.max(0, first - before), first + 1);
  // A passage begins with a word or an opening mark, not with the comma that its cut left in front.
  const from = window.find(token => token.kind !== 'mark' || /^[“‘"'(]$/.test(token.text)) ?? home;
  const to = tokens[Math.min(tokens.length, end + behind) - 1] ?? home;
  return { start: from.start, end: to.end };
}
