/** Fills in what a record written by hand lacks: id, date, and the anchor's context and place where its words stand once. */
import { type FullAnchor, isAttached, makeAnchor } from '../anchors/anchor.ts';
import type { Resolutions } from '../anchors/resolutions.ts';
import { makeUlid } from '../base/ulid.ts';
import type { Edit } from './edit.ts';
import type { AnchoredAnnotation, Annotation } from './schema.ts';
import type { Sidecar } from './sidecar.ts';

interface Completing {
  readonly now: () => number;
  readonly random: () => number;
  readonly resolutions: Resolutions;
}

/** Whether a record by hand wants filling in. */
function isIncomplete(record: Annotation): boolean {
  if (record.id === undefined || record.created === undefined) return true;
  return 'quote' in record && (record.before === undefined || record.after === undefined || record.start === undefined);
}

/**
 * The records of an article's sidecar that lack something, completed, with their index in the list: for `fill` edits. `text` is the
 * article's, normalized. A quote that stands several times, or nowhere, keeps what it has.
 */
export function completions(sidecar: Sidecar, text: string, { now, random, resolutions }: Completing): readonly Edit[] {
  const created = new Date(now()).toISOString().replace(/\.\d+Z$/, 'Z');
  return sidecar.records.annotations
    .filter(({ record }) => isIncomplete(record))
    .map(({ record, index }) => {
      const place = 'quote' in record ? placeOf(sidecar, text, record, resolutions) : undefined;
      const full = {
        ...place,
        ...record,
        id: record.id ?? makeUlid(now(), random),
        created: record.created ?? created,
      };
      return { do: 'fill', section: 'annotations', index, record: full };
    });
}

/** The whole anchor of a quote, unless it would disagree with what the record says already: such a one is never written. */
function placeOf(
  sidecar: Sidecar,
  text: string,
  record: AnchoredAnnotation,
  resolutions: Resolutions,
): FullAnchor | undefined {
  const found = resolutions.resolve(sidecar.article ?? '', text, record);
  if (!isAttached(found)) return undefined;
  const anchor = makeAnchor(text, found);
  if (!anchor || anchor.quote !== record.quote || (record.start !== undefined && record.start !== anchor.start))
    return undefined;
  return anchor;
}
