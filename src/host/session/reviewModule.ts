import type { Resolutions } from '../../review/anchors/resolutions.ts';
import type { arranged } from '../../review/decided/arrange.ts';
import type { applyDecisions } from '../../review/decided/decisions.ts';
import type { readSidecar } from '../../review/format/sidecar.ts';
import type { articleInfos } from '../../review/union/sources.ts';
import type { entityOverrides, uniteReviews } from '../../review/union/union.ts';

/** What a session needs of the review room. Loaded with the first folder of articles, for YAML and schemas weigh more than the rest. */
export interface ReviewModule {
  readonly applyDecisions: typeof applyDecisions;
  readonly arranged: typeof arranged;
  readonly articleInfos: typeof articleInfos;
  readonly entityOverrides: typeof entityOverrides;
  readonly readSidecar: typeof readSidecar;
  readonly Resolutions: typeof Resolutions;
  readonly uniteReviews: typeof uniteReviews;
}
