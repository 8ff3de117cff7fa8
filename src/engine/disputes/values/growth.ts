/**
 * Whether counts differ because the news came in.
 */
import type { SlotMention } from './slots.ts';

/** Counts of people that later articles put higher, day by day: news that came in, not sources that disagree. Callers see to it that people are counted. */
export function growsWithTime(group: readonly SlotMention[]): boolean {
  const dated = group.flatMap(({ article, value }) => {
    const { published } = article.info;
    return published && value.kind === 'quantity' ? [{ day: published.slice(0, 10), low: value.low }] : [];
  });
  if (dated.length < group.length || new Set(dated.map(({ day }) => day)).size < 2) return false;
  return dated.every(a => dated.every(b => (a.day === b.day ? a.low === b.low : a.day > b.day || a.low <= b.low)));
}
