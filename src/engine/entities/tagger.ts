/** Names in an article. */
import type { Reading } from '../text/reading.ts';
import type { NamesModel } from './model.ts';
import type { Mention, NameType } from './types.ts';

const PLACES = new Set(
  'us u.s. united states america colombia israel gaza russia ukraine china france germany washington london paris'.split(
    ' ',
  ),
);

/** The names of an article in order of place. */
export function tagNames(reading: Reading, _model: NamesModel): Mention[] {
  const mentions: Mention[] = [];
  for (const sentence of reading.sentences) {
    let at = sentence.firstToken;
    while (at < sentence.endToken) {
      let end = at;
      while (
        end < sentence.endToken &&
        /^\p{Lu}/u.test(reading.tokens[end]?.text ?? '') &&
        (end === at || reading.tokens[end]?.spaced)
      )
        end++;
      const first = reading.tokens[at];
      const last = reading.tokens[end - 1];
      if (end > at && first && last && (at > sentence.firstToken || end - at > 1)) {
        const text = reading.text.slice(first.start, last.end);
        const type: NameType = PLACES.has(text.toLowerCase())
          ? 'place'
          : end - at === 1 || end - at > 3
            ? 'organization'
            : 'person';
        mentions.push({ start: first.start, end: last.end, type, text });
      }
      at = Math.max(end, at + 1);
    }
  }
  return mentions;
}
