import { strict as assert } from 'node:assert';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeEvent } from '../../src/engine/claims/describe.ts';
import { readClaims } from '../../src/engine/claims/read.ts';
import type { ArticleClaims, Claim, EventFrame } from '../../src/engine/claims/types.ts';
import { readSeeds, type SeedArticle } from './seeds.ts';

/** Set to write the golden files anew; read what changed before you commit it. */
const RESET = process.env.RESET_GOLDEN === '1';

type Article = SeedArticle & ArticleClaims;

type NameOf = (mention: number) => string | undefined;

/** Who says it and how surely, on one line. */
function head(claim: Claim, nameOf: NameOf): string {
  const { speaker } = claim;
  const who = speaker
    ? `${(speaker.mention === undefined ? undefined : nameOf(speaker.mention)) ?? speaker.text}: `
    : '';
  return `    ${who}${claim.voice}, ${claim.status}, ${claim.certainty}${claim.negated ? ', negated' : ''} (${claim.checkworthiness.toFixed(2)})`;
}

function slots(frame: EventFrame, article: Article, nameOf: NameOf): string {
  const { reading } = article;
  const names = article.mentions.map((_, i) => nameOf(i));
  const text = (span: { start: number; end: number }): string => reading.text.slice(span.start, span.end);
  const place = frame.place ? `; in ${text(frame.place)}` : '';
  const time = frame.time ? `; when ${text(frame.time)}` : '';
  const counts = frame.counted.map(
    c =>
      `; ${c.value.low === c.value.high ? c.value.low : `${c.value.low} to ${c.value.high}`} × ${c.noun}${c.scope.length > 0 ? ` (${c.scope.join(', ')})` : ''}`,
  );
  return `        ${describeEvent(frame, reading, names)}${place}${time}${counts.join('')}`;
}

function readable(article: Article, nameOf: NameOf): string {
  const { reading, claims, quotations } = article;
  const lines = claims.flatMap(claim => [
    reading.text.slice(claim.start, claim.end).replaceAll('\n', ' '),
    head(claim, nameOf),
    ...claim.events.map(frame => slots(frame, article, nameOf)),
  ]);
  const quoted = quotations.map(q => {
    const speaker = q.speaker?.mention === undefined ? q.speaker?.text : nameOf(q.speaker.mention);
    const words = q.pieces.map(piece => reading.text.slice(piece.start, piece.end)).join(' … ');
    return `${speaker ?? 'nobody'}${q.marked ? '' : ' (no marks)'}: ${words.replaceAll('\n', ' ')}`;
  });
  return [...lines, '', 'Quotations', ...quoted].join('\n');
}

describe('claims of the seed articles', function () {
  this.timeout(120_000);
  const articles = readSeeds().map((article): Article => ({ ...article, ...readClaims(article.reading, article) }));
  for (const article of articles)
    it(article.path, () => {
      const file = join(process.cwd(), 'test', 'golden', `claims.${article.path}.golden.txt`);
      // In the article's own words: what is one name over the folder is another room's test.
      const text = `${readable(article, i => article.mentions[i]?.text)}\n`;
      if (RESET) writeFileSync(file, text);
      assert.ok(existsSync(file), `no ${file}: RESET_GOLDEN=1 writes it`);
      assert.equal(text, readFileSync(file, 'utf8'));
    });
});
