import type { ReviewRoom } from '../review.ts';

/** Loads `dist/review.js`, which lies beside the bundle that this is part of. */
export async function loadReview(): Promise<ReviewRoom> {
  const loaded = require('./review.js') as { readonly reviewRoom: ReviewRoom };
  return loaded.reviewRoom;
}
