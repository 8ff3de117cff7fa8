/**
 * How much a word tells: its rarity over news at large, in bits.
 *
 * Shipped, so that a folder of four articles on one event does not take the event's own words for common ones, and so that typing in one
 * article changes no score among the others. Counted over 1,751 English news articles, local crime reports a quarter each (`training/words/frequencies.ts`); what is not listed is rare.
 */
import { RARITY } from './frequencies.data.ts';

let table: Map<string, number> | undefined;

function rarities(): Map<string, number> {
  const made = new Map<string, number>();
  for (const line of RARITY) {
    const [eighths, ...stems] = line.split(' ');
    for (const stem of stems) made.set(stem, Number(eighths) / 8);
  }
  return made;
}

/** What a stem that stood in fewer than four of the counted articles is worth. */
export const RAREST = 9.5;

/** log2(articles ÷ articles that hold the stem): 0 for words that all hold, at most `RAREST`. */
export function rarityOf(stem: string): number {
  table ??= rarities();
  return table.get(stem) ?? (/\d/.test(stem) ? 7 : RAREST);
}
