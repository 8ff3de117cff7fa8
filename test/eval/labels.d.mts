import type { Labels } from './score.d.mts';

export type StorySet = 'dev' | 'held' | 'last';

export interface Story extends Labels {
  readonly name: string;
  readonly set: StorySet;
  /** `length` in UTF-16 code units. */
  readonly documents: readonly { readonly file: string; readonly length: number }[];
}

export const SETS: readonly StorySet[];
export function readLabels(): Story[];
export function setAsked(asked: { held?: boolean; last?: boolean; show?: boolean }): StorySet;
