import { Resolutions } from '../review/anchors/resolutions.ts';
import { arranged } from '../review/decided/arrange.ts';
import { applyDecisions } from '../review/decided/decisions.ts';
import { readSidecar } from '../review/format/sidecar.ts';
import { articleInfos } from '../review/union/sources.ts';
import { entityOverrides, uniteReviews } from '../review/union/union.ts';
import { Desk } from './desk.ts';
import type { ReviewModule } from './session/reviewModule.ts';

/**
 * What is loaded when the first folder of articles is found, bundled apart as `dist/desk.js`: YAML and schemas weigh more than all the rest of
 * what the editor loads, and whoever has no articles never needs them.
 */
export const deskModule = {
  Desk,
  applyDecisions,
  arranged,
  articleInfos,
  entityOverrides,
  readSidecar,
  Resolutions,
  uniteReviews,
} as const satisfies ReviewModule & { readonly Desk: typeof Desk };
export type DeskModule = typeof deskModule;
