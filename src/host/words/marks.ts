import type { Dispute } from '../../engine/analysis.ts';
import { bySpan, type Span } from '../../engine/text/span.ts';
import type { Attached } from '../../review/anchors/anchor.ts';
import { shownOf } from '../../review/decided/shown.ts';
import type { AnchoredAnnotation } from '../../review/format/schema.ts';
import type { SaidAnnotation } from '../../review/union/said.ts';
import type { Layer } from '../kit/ids.ts';
import type { HighlightOptions } from '../kit/settings.ts';
import type { Article, FolderSnapshot } from '../session/snapshot.ts';
import { spreadOut } from './spread.ts';

/** What is drawn in one article: spans of its text by layer, in order of place, none overlapping another of its layer. */
export type Marks = ReadonlyMap<Layer, readonly Span[]>;

/** Disputes that are sure enough to be shown, or that somebody confirmed, and that nobody dismissed. */
export function shownDisputes(snapshot: FolderSnapshot, leastScore: number): readonly Dispute[] {
  return shownOf(snapshot.disputes, snapshot.decisions, leastScore);
}

/** Disputes that the reviewers agree to be none. */
export function dismissedDisputes(snapshot: FolderSnapshot): readonly Dispute[] {
  return snapshot.disputes.filter(dispute => snapshot.decisions.get(dispute)?.decision === 'dismissed');
}

/**
 * The marks of an article. Where a dispute or a human mark stands no claim is drawn: what matters more wins, and two lines under one word can be told apart
 * by nobody. Names and values are drawn within both, since theirs are another colour and shape.
 */
export function marksOf(snapshot: FolderSnapshot, article: Article, options: HighlightOptions): Marks {
  const marks = new Map<Layer, readonly Span[]>();
  const { analysis } = article;
  if (!options.enabled || !analysis) return marks;
  const disputes = merged(
    shownDisputes(snapshot, options.leastDispute).flatMap(({ positions }) =>
      positions.flatMap(({ evidence }) => evidence.filter(({ path }) => path === article.path)),
    ),
  );
  if (options.layers.has('disputes')) marks.set('disputes', disputes);
  const human: Span[] = [];
  for (const layer of ['annotations', 'others'] as const) {
    if (!options.layers.has(layer)) continue;
    const mine = layer === 'annotations';
    const said = annotationsIn(snapshot, article).filter(({ slug }) => (slug === options.reviewer) === mine);
    marks.set(layer, merged(said.map(({ anchor }) => anchor)));
    human.push(...said.map(({ anchor }) => anchor));
  }
  if (options.layers.has('claims')) {
    const worthwhile = new Set(spreadOut(analysis.claims, options.claims));
    const claims = merged(
      analysis.claims.filter(claim => {
        const decision = snapshot.decisions.get(claim)?.decision;
        return decision === undefined ? worthwhile.has(claim) : decision !== 'dismissed';
      }),
    );
    const above = merged([...human, ...(options.layers.has('disputes') ? disputes : [])]);
    marks.set('claims', without(claims, above));
  }
  for (const entity of analysis.entities) {
    if (!options.layers.has(entity.type) || snapshot.decisions.get(entity)?.decision === 'dismissed') continue;
    const spans = marks.get(entity.type) as Span[] | undefined;
    if (spans) spans.push(entity);
    else marks.set(entity.type, [entity]);
  }
  return marks;
}

/** An annotation whose place in the article is known. */
export interface PlacedAnnotation {
  readonly slug: string;
  readonly said: SaidAnnotation<AnchoredAnnotation>;
  readonly anchor: Attached;
}

/** The annotations whose place in an article is known, of every reviewer whose marks are to be seen. */
export function annotationsIn(snapshot: FolderSnapshot, article: Article): readonly PlacedAnnotation[] {
  return (snapshot.review?.annotations ?? []).flatMap(said => {
    const { anchor } = said;
    if (snapshot.hidden.has(said.slug)) return [];
    if (said.path !== article.path || !anchor || !('start' in anchor) || !('quote' in said.record)) return [];
    return [{ slug: said.slug, said: said as SaidAnnotation<AnchoredAnnotation>, anchor }];
  });
}

/** In order of place, overlapping ones joined. */
export function merged(spans: readonly Span[]): readonly Span[] {
  const out: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort(bySpan)) {
    const last = out.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else out.push({ start, end });
  }
  return out;
}

/** What is left of spans when others are cut out; both in order and free of overlaps. Linear. */
export function without(spans: readonly Span[], others: readonly Span[]): readonly Span[] {
  const out: Span[] = [];
  let from = 0;
  for (const { start, end } of spans) {
    while ((others[from]?.end ?? Number.POSITIVE_INFINITY) <= start) from++;
    let at = start;
    for (let i = from; i < others.length; i++) {
      const other = others[i];
      if (!other || other.start >= end) break;
      if (other.start > at) out.push({ start: at, end: other.start });
      at = Math.max(at, other.end);
    }
    if (at < end) out.push({ start: at, end });
  }
  return out;
}
