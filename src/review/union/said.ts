/** The shapes that all views of the union share: a record with whose it is and where it stands. */
import type { Resolution } from '../anchors/anchor.ts';
import type { Phrase } from '../base/phrase.ts';
import { type Fix, type Problem, type ProblemCode, type Severity, told } from '../base/problem.ts';
import type { AnchoredAnnotation, Annotation, QuotedPassage } from '../format/schema.ts';
import type { Filed, Sidecar } from '../format/sidecar.ts';

/** A record with whose it is and where it stands. */
export interface Said<T> {
  /** Tells it from every other record of the folder, also where it has no id, or shares one. */
  readonly key: string;
  readonly record: T;
  readonly reviewer: string;
  readonly slug: string;
  readonly sidecar: string;
  /** From 1, in the sidecar. */
  readonly line: number;
  readonly column: number;
}

export interface SaidAnnotation<T extends Annotation = Annotation> extends Said<T> {
  /** The article. */
  readonly path: string;
  /** What became of its anchor; absent for replies and resolutions, and where the article is gone. */
  readonly anchor?: Resolution;
}

/** A passage that a folder file names, found in its article. */
export interface FoundPassage {
  readonly path: string;
  readonly record: QuotedPassage;
  /** `lost` without candidates where the article is gone. */
  readonly anchor: Resolution;
}

/** A record with who says it and where; its key is the sidecar's path, the section and the index. */
export function sayer<T>(sidecar: Sidecar, section: string, filed: Filed<T>): Said<T> {
  const { record, line, column, index } = filed;
  const { reviewer, slug } = sidecar;
  return { key: `${sidecar.path}#${section}/${index}`, record, reviewer, slug, sidecar: sidecar.path, line, column };
}

/** A problem of one record, at its line. */
export function problemOf(
  said: Said<unknown>,
  severity: Severity,
  code: ProblemCode,
  message: Phrase,
  fixes: readonly Fix[] = [],
): Problem {
  const { sidecar, line, column } = said;
  return { sidecar, line, column, endLine: line, endColumn: column, severity, code, ...told(message), fixes };
}

const newestLast = (a: Said<{ created?: string | undefined; id?: string | undefined }>, b: typeof a) =>
  compare(timeOf(a.record), timeOf(b.record)) || compare(a.record.id ?? '', b.record.id ?? '') || compare(a.key, b.key);

/** When a record was made, as sortable text: dates of different zones do not sort as they are written. */
function timeOf(record: { created?: string | undefined }): string {
  const time =
    record.created === undefined ? Number.NaN : Date.parse(record.created.replace(' ', 'T').replace(/\s/, ''));
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
}

/** Order by code units, the same everywhere, unlike `localeCompare`. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Oldest first; ids, which begin with the time, decide between records without a date. */
export function byTime<T extends Said<{ created?: string | undefined; id?: string | undefined }>>(
  list: readonly T[],
): T[] {
  return [...list].sort(newestLast);
}

/** Whether it stands at a passage of its own: no reply, no resolution. */
export function isAnchored(said: SaidAnnotation): said is SaidAnnotation<AnchoredAnnotation> {
  return 'quote' in said.record;
}
