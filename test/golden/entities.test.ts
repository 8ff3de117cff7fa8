import { strict as assert } from 'node:assert';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nameEntities } from '../../src/engine/entities/naming/naming.ts';
import type { Value } from '../../src/engine/entities/types.ts';
import { dateName } from '../unit/entities/support.ts';
import { readSeeds, type SeedArticle } from './seeds.ts';

/** Set to write the golden files anew; read what changed before you commit it. */
const RESET = process.env.RESET_GOLDEN === '1';

/** A value as a person would write it down. */
function told(value: Value): string {
  if (value.kind === 'date')
    return `${dateName(value) ?? 'some time'}${value.time ? ` ${value.time}` : ''} (${value.precision})`;
  const high = value.high === Number.POSITIVE_INFINITY ? 'more' : String(value.high);
  const range = value.low === value.high ? String(value.low) : `${value.low} to ${high}`;
  return `${range} ${value.unit}, ${value.bound}${value.outOf ? `, of ${value.outOf}` : ''}`;
}

function readable(article: SeedArticle, nameOf: (mention: number) => string): string {
  const { reading, mentions, values } = article;
  const found = [
    ...mentions.map((mention, i) => ({
      start: mention.start,
      end: mention.end,
      words: `${mention.type}: ${nameOf(i)}`,
    })),
    ...values.map(value => ({ start: value.start, end: value.end, words: `${value.kind}: ${told(value)}` })),
  ].sort((a, b) => a.start - b.start);
  return reading.sentences
    .map(sentence => {
      const inside = found.filter(each => each.start >= sentence.start && each.end <= sentence.end);
      const lines = inside.map(each => `    ${reading.text.slice(each.start, each.end)} — ${each.words}`);
      return [reading.text.slice(sentence.start, sentence.end).replaceAll('\n', ' '), ...lines].join('\n');
    })
    .join('\n');
}

describe('entities and values of the seed articles', function () {
  this.timeout(120_000);
  const articles = readSeeds();
  const naming = nameEntities(articles);
  for (const article of articles)
    it(article.path, () => {
      const file = join(process.cwd(), 'test', 'golden', `entities.${article.path}.golden.txt`);
      const text = `${readable(article, i => naming.canonicalOf(article.path, i) ?? '?')}\n`;
      if (RESET) writeFileSync(file, text);
      assert.ok(existsSync(file), `no ${file}: RESET_GOLDEN=1 writes it`);
      assert.equal(text, readFileSync(file, 'utf8'));
    });

  it('does not hang on the order of the articles', () => {
    const turned = nameEntities([...articles].reverse());
    for (const article of articles)
      for (const i of article.mentions.keys())
        assert.equal(turned.canonicalOf(article.path, i), naming.canonicalOf(article.path, i));
  });
});
