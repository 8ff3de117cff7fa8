/**
 * What an article states, by whom and how surely.
 *
 * Method: word classes, phrases and clauses once per article (`grammar/`), then who says what (`speech/`), what happens (`events/`), and the
 * claims that follow. Linear in the text; nothing is trained and nothing is kept between articles but a memo of word forms.
 */
import type { ArticleEntities } from '../entities/types.ts';
import type { Reading } from '../text/reading.ts';
import { claimsOf } from './assemble.ts';
import { datedIn } from './events/dated.ts';
import { framesOf } from './events/frames.ts';
import { type ParsedSentence, parseArticle } from './phrase/parse.ts';
import { attributeSpeech } from './speech/attribute.ts';
import type { Report } from './speech/report.ts';
import type { ArticleClaims, Claim, Dated } from './types.ts';

/** Finds the claims and quotations of one article, each list in order of place. Headings, datelines and credits state nothing. */
export function readClaims(reading: Reading, entities: ArticleEntities): ArticleClaims {
  const article = parseArticle(reading, entities);
  const { reports, quotations, antecedents } = attributeSpeech(article);
  const resolved = { ...article, antecedents };
  const bySentence = new Map<number, Report[]>();
  for (const report of reports) {
    const list = bySentence.get(report.sentence);
    if (list) list.push(report);
    else bySentence.set(report.sentence, [report]);
  }
  const claims: Claim[] = [];
  const dated: Dated[] = [];
  for (const sentence of article.sentences) {
    if (!states(sentence)) continue;
    claims.push(...claimsOf(resolved, sentence, bySentence.get(sentence.index) ?? [], framesOf(resolved, sentence)));
    dated.push(...datedIn(resolved, sentence));
  }
  return { claims, quotations, dated };
}

function states(sentence: ParsedSentence): boolean {
  return sentence.kind === 'prose' || sentence.kind === 'bullet' || sentence.kind === 'post';
}
