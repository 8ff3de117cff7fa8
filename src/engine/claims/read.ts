/**
 * What an article states, by whom and how surely.
 *
 * Method: word classes, phrases and clauses once per article (`grammar/`), then who says what (`speech/`), what happens (`events/`), and the
 * claims that follow. Linear in the text; nothing is trained and nothing is kept between articles but a memo of word forms.
 */
import type { ArticleEntities } from '../entities/types.ts';
import type { Reading } from '../text/reading.ts';
import { append } from '../text/tables.ts';
import { claimsOf } from './assemble.ts';
import { datedIn } from './events/dated.ts';
import { framesOf } from './events/frames.ts';
import { isStatement, parseArticle } from './phrase/parse.ts';
import { speechOf } from './speech/articleSpeech.ts';
import type { Attribution } from './speech/attribution.ts';
import type { ArticleClaims, Claim, Dated } from './types.ts';

/** Finds the claims and quotations of one article, each list in order of place. Headings, datelines and credits state nothing. */
export function readClaims(reading: Reading, entities: ArticleEntities): ArticleClaims {
  const article = parseArticle(reading, entities);
  const { attributions, quotations, antecedents } = speechOf(article);
  const resolved = { ...article, antecedents };
  const bySentence = new Map<number, Attribution[]>();
  for (const attribution of attributions) append(bySentence, attribution.sentence, attribution);
  const claims: Claim[] = [];
  const dated: Dated[] = [];
  for (const sentence of article.sentences) {
    if (!isStatement(sentence)) continue;
    claims.push(...claimsOf(resolved, sentence, bySentence.get(sentence.index) ?? [], framesOf(resolved, sentence)));
    dated.push(...datedIn(resolved, sentence));
  }
  return { claims, quotations, dated };
}
