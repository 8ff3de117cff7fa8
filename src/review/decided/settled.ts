/** Which disputed facts reviewers ruled on. */
import type { Dispute } from '../../engine/analysis.ts';
import { overlap } from '../../engine/text/span.ts';
import type { FactView, VerdictView } from '../union/facts.ts';

/** The fact that reviewers gave verdicts on, and that a dispute is about. */
export interface Settled {
  readonly fact: FactView;
  /** The newest verdict of each reviewer, oldest first; at least one. */
  readonly verdicts: readonly VerdictView[];
  /** Whether something that a verdict rests on was changed: then the fact is open again. */
  readonly stale: boolean;
}

/**
 * What reviewers ruled on a dispute. A fact is the dispute's when it has its id, or when most of the fact's passages that still stand meet the
 * dispute's: ids are the engine's, and may be others after its next version.
 */
export function settledBy(facts: readonly FactView[], dispute: Dispute): Settled | undefined {
  const evidence = dispute.positions.flatMap(position => position.evidence);
  for (const fact of facts) {
    if (fact.verdicts.length === 0) continue;
    const standing = fact.passages.flatMap(({ path, anchor }) => ('start' in anchor ? [{ path, anchor }] : []));
    const met = standing.filter(({ path, anchor }) => evidence.some(p => p.path === path && overlap(p, anchor) > 0));
    const articles = new Set(met.map(({ path }) => path)).size;
    if (fact.id !== dispute.id && (met.length * 2 <= standing.length || articles < 2)) continue;
    return { fact, verdicts: fact.verdicts, stale: fact.verdicts.some(({ stale }) => stale) };
  }
  return undefined;
}
