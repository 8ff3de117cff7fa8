// Written by `npm run measure -- FOLDER… --write-levels`. Measured on 140 labelled stories (train) with 739 facts.
import type { DisputeKind } from '../../engine/analysis.ts';

interface Counts {
  readonly right: number;
  readonly rows: number;
}

interface KindLevels {
  /** The least score of a likely dispute; without it none of the kind is. */
  readonly likelyFrom?: number;
  readonly likely?: Counts;
  readonly possible: Counts;
}

export const MEASURED: { readonly stories: number; readonly kinds: Readonly<Record<DisputeKind, KindLevels>> } = {
  stories: 140,
  kinds: {
    number: { likelyFrom: 0.71, likely: { right: 12, rows: 14 }, possible: { right: 16, rows: 71 } },
    date: { possible: { right: 4, rows: 10 } },
    place: { possible: { right: 1, rows: 1 } },
    actor: { possible: { right: 0, rows: 2 } },
    wording: { possible: { right: 9, rows: 21 } },
    status: { possible: { right: 7, rows: 14 } },
    denial: { possible: { right: 3, rows: 7 } },
    contested: { possible: { right: 16, rows: 74 } },
    other: { possible: { right: 0, rows: 0 } },
  },
};
