import type { SlotMention } from './slots.ts';

/** Title and id words of a disputed value, as a person would put the question. */
export function questionAbout(mentions: readonly SlotMention[]): {
  readonly title: string;
  readonly key: readonly string[];
} {
  const [first] = mentions;
  const words = first ? first.nouns.slice(0, 3) : [];
  if (!first) return { title: '', key: [] };
  if (first.unit === 'year-old')
    return { title: `How old ${first.owner ?? 'the person'} is`, key: ['age', first.owner ?? 'person'] };
  if (first.value.kind === 'date') return { title: `When: ${words.join(' ')}`, key: ['when', ...words] };
  return { title: `How many: ${words.join(' ')}`, key: ['number', ...words] };
}
