/**
 * Which claims of an article are worth the reader's eye, evenly over the text.
 *
 * Method: the claims are taken in windows of six in order of place, and of each window the most check-worthy share is kept; so that a long
 * article is marked in its second half as well, and a dense paragraph is not all underlined. Cost: a sort of six a window.
 */

import type { Density } from '../kit/settings.ts';

const SHARES: Readonly<Record<Density, number>> = { few: 1 / 3, balanced: 2 / 3, all: 1 };
const WINDOW = 6;
/** Less check-worthy than this, a claim is shown only where all are. */
const LEAST = 0.3;

/** The claims to show, in order. `claims` are in order of place; `checkworthiness` is 0..1. */
export function spreadOut<T extends { readonly checkworthiness: number }>(claims: readonly T[], density: Density): T[] {
  if (density === 'all') return [...claims];
  const kept = new Set<T>();
  for (let from = 0; from < claims.length; from += WINDOW) {
    const window = claims.slice(from, from + WINDOW);
    const best = [...window].sort((a, b) => b.checkworthiness - a.checkworthiness);
    for (const claim of best.slice(0, Math.ceil(window.length * SHARES[density]))) {
      if (claim.checkworthiness >= LEAST) kept.add(claim);
    }
  }
  return claims.filter(claim => kept.has(claim));
}
