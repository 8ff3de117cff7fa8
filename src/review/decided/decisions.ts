/**
 * Which of the analysis's suggestions reviewers confirmed or dismissed. A suggestion is the one that a decision is about when its kind is
 * and its passages overlap those decided on, wherever the articles' edits carried them; numbers and ids that an engine made up play no
 * part, so a decision outlives the engine that it was made on. Cost: decisions × suggestions in the same articles.
 */

import type { Analysis, AnalyzedClaim, AnalyzedEntity, Dispute, Match, Passage } from '../../engine/analysis.ts';
import { overlap, type Span } from '../../engine/text/span.ts';
import { isAttached, makeShortAnchor } from '../anchors/anchor.ts';
import { addTo } from '../base/group.ts';
import { relativePath } from '../base/paths.ts';
import type { Decision } from '../format/schema.ts';
import type { FoundPassage } from '../union/said.ts';
import type { SaidDecision } from '../union/union.ts';

export type Suggestion = Dispute | Match | AnalyzedClaim | AnalyzedEntity;

interface Decided {
  /** `divided` when reviewers decided differently. */
  readonly decision: Decision['decision'] | 'divided';
  /** The newest decision of each reviewer, oldest first. */
  readonly by: readonly SaidDecision[];
}

/** What was decided, by the analysis's own objects: look them up with `get(dispute)`. */
export type Decisions = ReadonlyMap<Suggestion, Decided>;

interface Candidate {
  readonly suggestion: Suggestion;
  readonly kind: string | undefined;
  readonly passages: readonly Passage[];
}

/** A suggestion as a record names it, its passages found in the articles. */
export interface Naming {
  readonly kind?: string | undefined;
  readonly passages: readonly FoundPassage[];
}

/** Two spans tell of the same words when at least half of the shorter one is shared. */
export function meets(a: Span, b: Span): boolean {
  const shared = overlap(a, b);
  return shared > 0 && shared * 2 >= Math.min(a.end - a.start, b.end - b.start);
}

/**
 * Whether a suggestion is the one that a record names. At least half of the named passages that still stand must meet the suggestion's, and,
 * where the record names several articles that still hold them, in more than one: two disputes often share one sentence.
 * @returns how many of them meet; 0 when it is another one
 */
export function metBy(naming: Naming, kind: string | undefined, passages: readonly Passage[]): number {
  if (naming.kind !== undefined && kind !== undefined && naming.kind !== kind) return 0;
  const standing = naming.passages.flatMap(({ path, anchor }) => (isAttached(anchor) ? [{ path, span: anchor }] : []));
  const met = standing.filter(({ path, span }) => passages.some(p => p.path === path && meets(p, span)));
  const articles = new Set(standing.map(({ path }) => path)).size;
  const metArticles = new Set(met.map(({ path }) => path)).size;
  return met.length * 2 >= standing.length && metArticles >= Math.min(2, articles) ? met.length : 0;
}

function isAbout({ record, passages }: SaidDecision, candidate: Candidate): boolean {
  return metBy({ kind: record.kind, passages }, candidate.kind, candidate.passages) > 0;
}

function candidatesOf(analysis: Analysis, about: Decision['about']): Candidate[] {
  switch (about) {
    case 'dispute':
      return analysis.disputes.map(d => ({
        suggestion: d,
        kind: d.kind,
        passages: d.positions.flatMap(p => p.evidence),
      }));
    case 'match':
      return analysis.matches.map(m => ({ suggestion: m, kind: m.relation, passages: [m.a, m.b] }));
    case 'claim':
      return analysis.documents.flatMap(({ path, claims }) =>
        claims.map(c => ({ suggestion: c, kind: undefined, passages: [{ path, start: c.start, end: c.end }] })),
      );
    case 'entity':
      return analysis.documents.flatMap(({ path, entities }) =>
        entities.map(e => ({ suggestion: e, kind: e.type, passages: [{ path, start: e.start, end: e.end }] })),
      );
  }
}

function judged(by: readonly SaidDecision[]): Decided {
  const newest = new Map<string, SaidDecision>();
  for (const decision of by) {
    newest.delete(decision.slug);
    newest.set(decision.slug, decision);
  }
  const standing = [...newest.values()];
  const [first] = standing;
  const same = standing.every(d => d.record.decision === first?.record.decision);
  return { decision: same && first ? first.record.decision : 'divided', by: standing };
}

/** Lays reviewers' decisions over an analysis. `decisions` as `FolderReview` has them, oldest first. */
export function applyDecisions(analysis: Analysis, decisions: readonly SaidDecision[]): Decisions {
  const found = new Map<Suggestion, SaidDecision[]>();
  for (const about of ['dispute', 'match', 'claim', 'entity'] as const) {
    const mine = decisions.filter(d => d.record.about === about);
    if (mine.length === 0) continue;
    const byPath = new Map<string, Candidate[]>();
    for (const candidate of candidatesOf(analysis, about))
      for (const path of new Set(candidate.passages.map(p => p.path))) addTo(byPath, path, candidate);
    for (const decision of mine) {
      const near = new Set(decision.passages.flatMap(({ path }) => byPath.get(path) ?? []));
      for (const candidate of near) if (isAbout(decision, candidate)) addTo(found, candidate.suggestion, decision);
    }
  }
  return new Map([...found].map(([suggestion, by]) => [suggestion, judged(by)]));
}

/** A passage, and the position that it takes. */
export interface PassageSaying extends Passage {
  readonly says?: string;
}

export interface DecisionInput {
  readonly decision: Decision['decision'];
  readonly about: Decision['about'];
  /** A dispute's kind, a match's relation, an entity's type; none for a claim. */
  readonly kind?: string;
  readonly passages: readonly PassageSaying[];
  /** Passages that take another position than was proposed, and which. */
  readonly moved?: readonly PassageSaying[];
  /** Suggestions that are the same fact as this one. */
  readonly merged?: readonly { readonly kind: string; readonly passages: readonly Passage[] }[];
  /** The reviewer's reason. */
  readonly text?: string;
  readonly id: string;
  /** ISO date and time. */
  readonly created: string;
}

/**
 * The record of a decision, its passages named by their words. `textOf` gives an article's normalized text; `folder` is where the
 * reviewer's file lies. Of a dispute hand in one passage a position, the clearest.
 */
export function decisionAbout(
  input: DecisionInput,
  textOf: (path: string) => string | undefined,
  folder = '',
): Decision | undefined {
  const named = (passages: readonly PassageSaying[]) =>
    passages.flatMap(passage => {
      const text = textOf(passage.path);
      const anchor = text === undefined ? undefined : makeShortAnchor(text, passage);
      const says = passage.says?.trim();
      return anchor ? [{ article: relativePath(folder, passage.path), ...anchor, ...(says ? { says } : {}) }] : [];
    });
  const passages = named(input.passages);
  if (passages.length === 0) return undefined;
  const moved = named(input.moved ?? []);
  const merged = (input.merged ?? []).map(other => ({ kind: other.kind, passages: named(other.passages) }));
  const { id, decision, about, kind, text, created } = input;
  return {
    id,
    decision,
    about,
    ...(kind === undefined ? {} : { kind }),
    passages,
    ...(moved.length ? { moved } : {}),
    ...(merged.length ? { merged } : {}),
    ...(text ? { text } : {}),
    created,
  };
}

/** The passages that a suggestion is named by: one a position of a dispute, both of a match, the one of a claim or entity. */
export function passagesOf(suggestion: Suggestion, path: string): Passage[] {
  if ('positions' in suggestion) return suggestion.positions.flatMap(p => p.evidence.slice(0, 1));
  if ('a' in suggestion) return [suggestion.a, suggestion.b];
  return [{ path, start: suggestion.start, end: suggestion.end }];
}
