import type { DisputeKind } from '../../src/engine/analysis.ts';
import type { Row, Score } from './score.d.mts';

interface Counts {
  readonly right: number;
  readonly rows: number;
}

/** By kind: the least score that is likely, and of how many rows of either level how many were right on stories that did not choose it. */
export type KindLevels = Readonly<
  Record<DisputeKind, { readonly likelyFrom?: number; readonly likely?: Counts; readonly possible: Counts }>
>;

export function lowerBound(share: Counts): number;
export function likelyFrom(rows: readonly Row[]): number | undefined;
export function learnLevels(scores: readonly Score[]): KindLevels;
export function levelsFile(
  kinds: KindLevels,
  on: { readonly stories: number; readonly facts: number; readonly sets: readonly string[] },
): string;
