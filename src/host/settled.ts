import type { Dispute } from '../engine/analysis.ts';
import { type Settled, settledBy } from '../review/settled.ts';
import type { FolderSnapshot } from './snapshot.ts';

/** What reviewers ruled on a dispute of a folder. */
export function settledOf(snapshot: FolderSnapshot, dispute: Dispute): Settled | undefined {
  return settledBy(snapshot.review?.facts ?? [], dispute);
}
