/** What the benches of single rooms read: the seed articles over and over, each copy with other digits, so that nothing is remembered whole. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { normalizeText } from '../../src/engine/text/normalize.ts';

const seeds = join(process.cwd(), 'seeds');
const articles = readdirSync(seeds)
  .filter(name => /\.(?:txt|md)$/.test(name))
  .sort()
  .map(name => normalizeText(readFileSync(join(seeds, name), 'utf8')));

/** The bytes of the shipped names model. */
export const modelBytes = readFileSync(join(process.cwd(), 'media', 'names.model'));

/** The articles as if there were many. */
export function copies(count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const article = articles[i % articles.length] ?? '';
    return `${article.replace(/\d/g, digit => String((Number(digit) + i) % 10))}\nDispatch ${i}.`;
  });
}

export function wordsIn(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0);
}

/** Seconds of the processor: what else the machine does, does not count. */
export function seconds(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** One line a figure. */
export function print(figures: Readonly<Record<string, number | string>>): void {
  for (const [name, figure] of Object.entries(figures)) console.log(`${name.padEnd(48)} ${figure}`);
}
