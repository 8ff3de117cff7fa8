/** What `crosscheck check` tells: every annotation with what became of its anchor, and every problem. */
import { isAttached } from '../anchors/anchor.ts';
import type { FileSystem } from '../base/files.ts';
import type { Problem } from '../base/problem.ts';
import { readFolder } from './folder.ts';
import { isAnchored } from './said.ts';
import { type FolderReview, uniteReviews } from './union.ts';

interface CheckedAnnotation {
  readonly id?: string;
  /** The article. */
  readonly path: string;
  readonly sidecar: string;
  readonly reviewer: string;
  readonly type: string;
  readonly state: 'exact' | 'moved' | 'changed' | 'ambiguous' | 'lost' | 'unanchored';
  readonly start?: number;
  readonly end?: number;
}

/** The object that `--format json` prints, keys in this order. */
interface CheckReport {
  readonly version: 1;
  readonly annotations: readonly CheckedAnnotation[];
  readonly problems: readonly {
    readonly sidecar: string;
    readonly line: number;
    readonly column: number;
    readonly message: string;
  }[];
}

export interface CheckResult {
  readonly report: CheckReport;
  /** Everything worth a line in a terminal or on a pull request, anchors included, in order of file and line. */
  readonly problems: readonly Problem[];
  /** 0 all well, 1 something to mend. */
  readonly status: 0 | 1;
}

function checkedAnnotations(review: FolderReview): CheckedAnnotation[] {
  return review.annotations.map(said => {
    const { id } = said.record;
    const state = isAnchored(said) ? (said.anchor?.state ?? 'lost') : 'unanchored';
    const place = said.anchor && isAttached(said.anchor) ? { start: said.anchor.start, end: said.anchor.end } : {};
    const { path, sidecar, reviewer } = said;
    return { ...(id === undefined ? {} : { id }), path, sidecar, reviewer, type: said.record.type, state, ...place };
  });
}

/** Checks what was read. Lost and ambiguous anchors are told by the annotations' states, and so are not problems of the report. */
function checkReview(review: FolderReview, unreadable: readonly Problem[] = []): CheckResult {
  const problems = [...unreadable, ...review.problems];
  const annotations = checkedAnnotations(review);
  const told = problems.filter(p => p.severity !== 'note' && p.code !== 'lost-anchor' && p.code !== 'ambiguous-anchor');
  const adrift = annotations.some(a => a.state === 'lost' || a.state === 'ambiguous');
  return {
    report: {
      version: 1,
      annotations,
      problems: told.map(({ sidecar, line, column, message }) => ({ sidecar, line, column, message })),
    },
    problems,
    status: told.length > 0 || adrift ? 1 : 0,
  };
}

/** Reads a folder and checks it. Throws when the folder itself cannot be read. */
export async function checkFolder(files: FileSystem): Promise<CheckResult> {
  const folder = await readFolder(files);
  return checkReview(uniteReviews(folder), folder.problems);
}
