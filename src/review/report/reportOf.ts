/**
 * What a report says of a folder: the facts that are shown, sure ones first, with positions, passages and what reviewers ruled. Shared by the
 * editor and the command line, which differ in their words alone. Linear in what is reported.
 */
import type { Dispute, DisputeKind, DisputeStatus, Passage } from '../../engine/analysis.ts';
import type { ArticleInfo } from '../../engine/entities/types.ts';
import { sentencesAround } from '../base/sentences.ts';
import type { Decisions } from '../decided/decisions.ts';
import { settledBy } from '../decided/settled.ts';
import type { Verdict } from '../format/schema.ts';
import type { FactView } from '../union/facts.ts';
import type { Report, ReportFact, ReportPassage, ReportSource } from './report.ts';

/** An article as far as a report needs it. */
export interface ReportedArticle {
  readonly path: string;
  /** Normalized, as offsets count. */
  readonly text: string;
  readonly info: ArticleInfo;
  /** Line of an offset, from 1. */
  lineOf(offset: number): number;
}

/** How everything is called, in the reader's language. */
export interface ReportWords {
  readonly title: string;
  about(facts: number, articles: number): string;
  kind(kind: DisputeKind): string;
  status(status: DisputeStatus): string;
  certainty(score: number): string;
  confirmedBy(names: string): string;
  dividedOver(names: string): string;
  verdict(verdict: Verdict['verdict']): string;
  source(article: ReportedArticle): string;
  /** Empty when it is not known. */
  date(article: ReportedArticle): string;
}

interface ReportInput {
  /** In order; those that are not to be shown left out. */
  readonly disputes: readonly Dispute[];
  readonly decisions: Decisions;
  readonly facts: readonly FactView[];
  readonly articles: ReadonlyMap<string, ReportedArticle>;
  readonly words: ReportWords;
}

/** The report on a folder. */
export function reportOf({ disputes, decisions, facts, articles, words }: ReportInput): Report {
  const passageOf = (passage: Passage): ReportPassage[] => {
    const article = articles.get(passage.path);
    if (!article) return [];
    const { start, end } = sentencesAround(article.text, passage);
    return [
      {
        source: words.source(article),
        date: words.date(article),
        path: passage.path,
        line: article.lineOf(passage.start),
        quote: article.text.slice(start, end),
      },
    ];
  };
  const factOf = (dispute: Dispute): ReportFact => ({
    title: dispute.title,
    kind: words.kind(dispute.kind),
    status: words.status(dispute.status),
    certainty: standingOf(dispute, decisions, words),
    positions: dispute.positions.map(({ label, evidence }) => ({ label, passages: evidence.flatMap(passageOf) })),
    verdicts: (settledBy(facts, dispute)?.verdicts ?? []).map(({ record, reviewer, stale }) => ({
      verdict: words.verdict(record.verdict),
      ...(record.says === undefined ? {} : { says: record.says }),
      reviewer,
      text: record.text,
      stale,
    })),
  });
  return {
    title: words.title,
    about: words.about(disputes.length, articles.size),
    facts: disputes.map(factOf),
    sources: [...articles.values()].map(article => sourceOf(article, words)),
  };
}

function standingOf(dispute: Dispute, decisions: Decisions, words: ReportWords): string {
  const decided = decisions.get(dispute);
  const names = [...new Set(decided?.by.map(({ reviewer }) => reviewer))].join(', ');
  if (decided?.decision === 'confirmed') return words.confirmedBy(names);
  return decided?.decision === 'divided' ? words.dividedOver(names) : words.certainty(dispute.score);
}

function sourceOf(article: ReportedArticle, words: ReportWords): ReportSource {
  const { path, info } = article;
  return {
    source: words.source(article),
    date: words.date(article),
    path,
    ...(info.title === undefined ? {} : { title: info.title }),
    ...(info.url === undefined ? {} : { url: info.url }),
  };
}
