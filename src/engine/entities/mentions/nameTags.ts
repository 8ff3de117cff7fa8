/**
 * The tags that the name tagger gives to tokens: for each kind of name a tag for its first, inner and last token and for a name of one token
 * (BILOU, Ratinov and Roth 2009). `misc` are names of other things. The tagger sees them, so that it takes them for nothing else, but they are
 * no mentions.
 */
import type { NameType } from '../types.ts';

export const KINDS = ['person', 'organization', 'place', 'group', 'event', 'misc'] as const;
export type Kind = (typeof KINDS)[number];

/** Where in its name a token stands. `UNIT` is a name of one token. */
export const BEGIN = 0;
export const INSIDE = 1;
export const LAST = 2;
export const UNIT = 3;

/** The tag of a token that is in no name. */
export const OUTSIDE = 0;
/** The number of tags. */
export const TAGS = 1 + 4 * KINDS.length;

export const tagOf = (kind: number, position: number): number => 1 + 4 * kind + position;
export const kindOf = (tag: number): number => (tag - 1) >> 2;
export const positionOf = (tag: number): number => (tag - 1) & 3;

/** Whether one tag may follow another. `OUTSIDE` also stands for what is before and after a sentence. */
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
