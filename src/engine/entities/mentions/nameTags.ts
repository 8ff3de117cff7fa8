/** The tags a token can carry: BILOU (Ratinov and Roth 2009) over the types, and `misc`, names of other things, which are seen but not told. */
import type { NameType } from '../types.ts';

export const KINDS = ['person', 'organization', 'place', 'group', 'event', 'misc'] as const;
export type Kind = (typeof KINDS)[number];

/** Where in its name a token stands. */
export const BEGIN = 0;
export const INSIDE = 1;
export const LAST = 2;
export const UNIT = 3;

export const OUTSIDE = 0;
export const TAGS = 1 + 4 * KINDS.length;

export const tagOf = (kind: number, position: number): number => 1 + 4 * kind + position;
export const kindOf = (tag: number): number => (tag - 1) >> 2;
export const positionOf = (tag: number): number => (tag - 1) & 3;

/** Whether one tag may follow another within a sentence; `OUTSIDE` also stands for its edges. */
export function mayFollow(before: number, after: number): boolean {
  const open = before !== OUTSIDE && (positionOf(before) === BEGIN || positionOf(before) === INSIDE);
  const goesOn = after !== OUTSIDE && (positionOf(after) === INSIDE || positionOf(after) === LAST);
  if (open !== goesOn) return false;
  return !open || kindOf(before) === kindOf(after);
}

/** A kind as a mention's type; undefined for `misc`. */
export function nameTypeOf(kind: number): NameType | undefined {
  const name = KINDS[kind];
  return name === 'misc' ? undefined : name;
}
