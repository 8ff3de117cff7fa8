import type { DisputeKind } from '../../src/engine/analysis.ts';
import type { Level } from '../../src/review/decided/levels.ts';
import type { Row, Score } from './score.d.mts';

/** Of some rows, how many are right; nothing where there is no row. */
export interface Share {
  readonly rows: number;
  readonly right: number;
  readonly precision: number | undefined;
}

export interface Found extends Share {
  readonly found: number;
  readonly facts: number;
  readonly recall: number | undefined;
  readonly f1: number;
}

export interface Figures extends Found {
  readonly averagePrecision: number | undefined;
  readonly falseAlarms: number;
  readonly duplicates: number;
  readonly unlisted: number;
}

type LevelOf = (row: Row) => Level;

export const LEVELS: readonly Level[];
export function countedRows(scores: readonly Score[]): Row[];
export function isRight(row: Row): boolean;
export function shareRight(rows: readonly Row[]): Share;
export function figuresOf(scores: readonly Score[], counts?: (row: Row) => boolean): Figures;
export function byLevel(scores: readonly Score[], levelOf: LevelOf): (Figures & { level: Level | 'all' })[];
export function byKind(
  scores: readonly Score[],
  levelOf: LevelOf,
): (Found & { kind: DisputeKind; level: Level | 'all' })[];
export function reliability(
  scores: readonly Score[],
): (Share & { from: number; to: number; score: number | undefined })[];
export function byFinder(scores: readonly Score[]): (Share & { finder: string; only: number })[];
