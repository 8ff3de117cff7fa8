/**
 * What the editor needs of the review room, behind one door. It is bundled apart and loaded when the first folder of articles is found, since
 * YAML and the schemas weigh more than all the rest of what the editor loads.
 */
import { readSidecar } from '../review/sidecar.ts';
import { articleInfos } from '../review/sources.ts';

export const reviewRoom = { articleInfos, readSidecar } as const;
export type ReviewRoom = typeof reviewRoom;
export type LoadReview = () => Promise<ReviewRoom>;
