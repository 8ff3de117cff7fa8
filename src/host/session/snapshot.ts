import type * as vscode from 'vscode';
import type { AnalyzedDocument, Dispute, Passage, Story } from '../../engine/analysis.ts';
import type { ArticleInfo } from '../../engine/entities/types.ts';
import { changeBetween } from '../../engine/text/change.ts';
import { LineIndex } from '../../engine/text/positions.ts';
import type { Span } from '../../engine/text/span.ts';
import type { Decisions } from '../../review/decided/decisions.ts';
import type { FolderReview } from '../../review/union/union.ts';

/** A folder whose articles are compared with each other. */
export interface ArticleFolder {
  readonly uri: vscode.Uri;
  /** Its URI as text: what the worker, maps and links name it by. */
  readonly key: string;
  readonly name: string;
}

/** A file that is not analysed, and why, in words for people. */
export interface LeftOut {
  readonly path: string;
  readonly reason: string;
}

/** One article as it was read last: its text and, once the worker answered, what is in it. All offsets count in `text`. */
export class Article {
  readonly path: string;
  readonly uri: vscode.Uri;
  readonly text: string;
  readonly info: ArticleInfo;
  readonly analysis: AnalyzedDocument | undefined;
  #lines: LineIndex | undefined;

  constructor(fields: Pick<Article, 'path' | 'uri' | 'text' | 'info' | 'analysis'>) {
    this.path = fields.path;
    this.uri = fields.uri;
    this.text = fields.text;
    this.info = fields.info;
    this.analysis = fields.analysis;
  }

  get lines(): LineIndex {
    this.#lines ??= new LineIndex(this.text);
    return this.#lines;
  }

  with(fields: Partial<Pick<Article, 'info' | 'analysis'>>): Article {
    return new Article({ ...this, ...fields });
  }

  /** Line of an offset, from 1. */
  lineOf(offset: number): number {
    return this.lines.positionAt(offset).line + 1;
  }
}

export type Phase = 'waiting' | 'reading' | 'settling' | 'ready' | 'cancelled' | 'failed';

/** What is known of a folder at one moment. Immutable: whoever holds one reads a state that was true. */
export interface FolderSnapshot {
  readonly folder: ArticleFolder;
  /** Counts up with every change. */
  readonly version: number;
  readonly phase: Phase;
  /** Why it failed, when it did. */
  readonly failure?: string;
  readonly read: number;
  readonly total: number;
  /** By path, in order of the paths. */
  readonly articles: ReadonlyMap<string, Article>;
  readonly leftOut: readonly LeftOut[];
  readonly stories: readonly Story[];
  /** Disputes of the settled articles, most certain first, their passages shifted along with edits since. */
  readonly disputes: readonly Dispute[];
  /** What all reviewers say; `undefined` until their files were read. */
  readonly review: FolderReview | undefined;
  /** Slugs of reviewers whose marks are not to be seen; what they decided counts all the same. */
  readonly hidden: ReadonlySet<string>;
  /** What they decided on the disputes, claims and entities here. */
  readonly decisions: Decisions;
}

/** A passage with its folder: what links, commands and rows hand around. */
export interface PassageRef extends Passage {
  readonly folder: string;
}

/** A fact in dispute, as links and rows name it. */
export interface DisputeRef {
  readonly folder: string;
  readonly id: string;
}

/**
 * Where a span of the old text lies in the new one, when all that changed is one stretch between what both begin and end with: true of
 * typing, and near enough for the moment until the analysis answers. `undefined` when the span itself was touched.
 */
export function shifter(before: string, after: string): (span: Span) => Span | undefined {
  const change = changeBetween(before, after);
  const by = after.length - before.length;
  return ({ start, end }) => {
    if (end <= change.start) return { start, end };
    if (start >= change.end) return { start: start + by, end: end + by };
    return undefined;
  };
}

/** Disputes whose passages in `path` follow an edit; a passage that was itself edited, and what then has one side left, go. */
export function shiftDisputes(
  disputes: readonly Dispute[],
  path: string,
  shift: (span: Span) => Span | undefined,
): readonly Dispute[] {
  return disputes.flatMap(dispute => {
    if (!dispute.positions.some(({ evidence }) => evidence.some(passage => passage.path === path))) return [dispute];
    const positions = dispute.positions.flatMap(position => {
      const evidence = position.evidence.flatMap(passage => {
        if (passage.path !== path) return [passage];
        const moved = shift(passage);
        return moved ? [{ path, ...moved }] : [];
      });
      return evidence.length ? [{ ...position, evidence }] : [];
    });
    return positions.length > 1 ? [{ ...dispute, positions }] : [];
  });
}
