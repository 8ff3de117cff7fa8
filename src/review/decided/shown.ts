/** Which disputes people are shown. A file of its own: what the editor loads at once needs this, and nothing else of decisions. */
import type { Dispute } from '../../engine/analysis.ts';
import type { Decisions } from './decisions.ts';

/**
 * The disputes that are sure enough, or that somebody confirmed, and that the reviewers do not all dismiss.
 * @param leastScore below which a dispute that nobody decided on stays away
 */
export function shownOf(disputes: readonly Dispute[], decisions: Decisions, leastScore: number): readonly Dispute[] {
  return disputes.filter(dispute => {
    const decision = decisions.get(dispute)?.decision;
    return decision === undefined ? dispute.score >= leastScore : decision !== 'dismissed';
  });
}
