/**
 * Whether counts differ because the news came in.
 */
import type { SlotMention } from './slots.ts';

/** A count of people that later articles put higher, day by day: news that came in, not sources that disagree. */
export function growsWithTime(group: readonly SlotMention[]): boolean {
  const dated = group.flatMap(({ article, value, noun }) => {
    const { published } = article.info;
    return published && value.kind === 'quantity' && noun === 'person'
      ? [{ day: published.slice(0, 10), low: value.low }]
      : [];
  });
  if (dated.length < group.length || new Set(dated.map(({ day }) => day)).size < 2) return false;
  return dated.every(a => dated.every(b => (a.day === b.day ? a.low === b.low : a.day > b.day || a.low <= b.low)));
}
