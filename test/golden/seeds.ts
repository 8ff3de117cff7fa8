/** The seed articles, read one by one: what the golden tests of single rooms begin with. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readEntities } from '../../src/engine/entities/read.ts';
import type { ArticleEntities } from '../../src/engine/entities/types.ts';
import { normalizeText } from '../../src/engine/text/normalize.ts';
import { readText } from '../../src/engine/text/read.ts';
import type { Reading } from '../../src/engine/text/reading.ts';
import { shippedModel } from '../unit/engine/support.ts';

export interface SeedArticle extends ArticleEntities {
  readonly path: string;
  readonly reading: Reading;
}

/** In order of their paths, dated as `sources.yaml` says. */
export function readSeeds(): SeedArticle[] {
  const { sources } = parse(readFileSync(join('seeds', 'sources.yaml'), 'utf8')) as {
    sources: { file: string; published?: string }[];
  };
  return readdirSync('seeds')
    .filter(name => /\.(?:txt|md)$/.test(name))
    .sort()
    .map(path => {
      const markdown = path.endsWith('.md');
      const reading = readText(normalizeText(readFileSync(join('seeds', path), 'utf8')), { markdown });
      const published = sources.find(source => source.file === path)?.published;
      return { path, reading, ...readEntities(reading, published ? { published } : {}, shippedModel()) };
    });
}
