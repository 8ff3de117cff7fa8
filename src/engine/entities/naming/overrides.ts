/** What reviewers say that passages name, put in the place of what the analysis found. */
import { overlap } from '../../text/span.ts';
import type { EntityOverride, Mention } from '../types.ts';

/** The override for a mention: one with the same span, or else one where the common part is more than half of both. */
export function overrideOf(mention: Mention, overrides: readonly EntityOverride[]): EntityOverride | undefined {
  const same = overrides.find(word => word.start === mention.start && word.end === mention.end);
  if (same) return same;
  return overrides.find(word => {
    const shared = overlap(mention, word);
    return shared * 2 > mention.end - mention.start && shared * 2 > word.end - word.start;
  });
}

/**
 * An article's mentions, corrected by reviewers. A passage that they say names something is a mention, whatever the analysis found there. A
 * passage that they call a date or quantity is none. In order of place.
 */
export function withOverrides(
  text: string,
  mentions: readonly Mention[],
  overrides: readonly EntityOverride[],
): Mention[] {
  if (overrides.length === 0) return [...mentions];
  const kept = mentions.filter(
    mention => !overrides.some(word => overlap(mention, word) > 0 && !isSame(mention, word)),
  );
  const known = new Map(kept.map(mention => [`${mention.start}-${mention.end}`, mention]));
  for (const word of overrides) {
    const key = `${word.start}-${word.end}`;
    if (word.type === 'date' || word.type === 'quantity') {
      known.delete(key);
      continue;
    }
    const type = word.type ?? known.get(key)?.type ?? typeBelow(word, mentions) ?? 'organization';
    known.set(key, { start: word.start, end: word.end, type, text: text.slice(word.start, word.end) });
  }
  return [...known.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

const isSame = (mention: Mention, word: EntityOverride): boolean =>
  mention.start === word.start && mention.end === word.end;

const typeBelow = (word: EntityOverride, mentions: readonly Mention[]): Mention['type'] | undefined =>
  mentions.find(mention => overlap(mention, word) > 0)?.type;
