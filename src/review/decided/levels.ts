/** How far a suggestion can be trusted, in one word. What somebody recorded needs none: it is *recorded*. */
import type { Dispute, DisputeKind } from '../../engine/analysis.ts';
import { MEASURED } from './levels.data.ts';

/** `likely`: of such rows at least 7 in 10 were right on stories that they were not chosen by. `possible`: everything else. */
export type Level = 'likely' | 'possible';

/** How many of the suggestions of one kind and level were right when they were last measured. */
export interface Worth {
  readonly right: number;
  readonly rows: number;
  /** On how many labelled stories that was. */
  readonly stories: number;
}

/** The part of a dispute that its level follows from. */
export type Graded = Pick<Dispute, 'kind' | 'score'>;

/** The level of what the engine suggests. */
export function levelOf({ kind, score }: Graded): Level {
  const from = MEASURED.kinds[kind].likelyFrom;
  return from !== undefined && score >= from ? 'likely' : 'possible';
}

/** What suggestions of a kind and level were worth, for the words beside a row; nothing where none was ever measured. */
export function worthOf(kind: DisputeKind, level: Level): Worth | undefined {
  const counts = MEASURED.kinds[kind][level];
  return counts && counts.rows > 0 ? { ...counts, stories: MEASURED.stories } : undefined;
}
