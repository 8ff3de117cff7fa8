import { arranged } from '../review/arrange.ts';
import { applyDecisions } from '../review/decisions.ts';
import { Resolutions } from '../review/resolutions.ts';
import { readSidecar } from '../review/sidecar.ts';
import { articleInfos } from '../review/sources.ts';
import { entityOverrides, uniteReviews } from '../review/union.ts';
import { Desk } from './desk.ts';

/**
 * What is loaded when the first folder of articles is found, bundled apart as `dist/desk.js`: YAML and schemas weigh more than all the rest of
 * what the editor loads, and whoever has no articles never needs them.
 */
export const deskModule = {
  applyDecisions,
  arranged,
  articleInfos,
  entityOverrides,
  Desk,
  readSidecar,
  Resolutions,
  uniteReviews,
} as const;
export type DeskModule = typeof deskModule;
