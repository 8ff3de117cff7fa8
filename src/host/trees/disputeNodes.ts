import type { Dispute, Passage, Position } from '../../engine/analysis.ts';

/** A row of "Disputed Facts": folder (when there are several) → group → fact → position → passage. */
export type DisputeNode =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'group'; readonly folder: string; readonly group: string; readonly disputes: readonly Dispute[] }
  | { readonly kind: 'dispute'; readonly folder: string; readonly group: string; readonly dispute: Dispute }
  | {
      readonly kind: 'position';
      readonly folder: string;
      readonly parent: DisputeNode;
      readonly dispute: Dispute;
      readonly position: Position;
    }
  | {
      readonly kind: 'passage';
      readonly folder: string;
      readonly parent: DisputeNode;
      readonly position: Position;
      readonly passage: Passage;
    }
  | { readonly kind: 'more'; readonly folder: string; readonly group: string; readonly count: number };

/** The fact that a row is, or stands below. */
export function factOf(node: DisputeNode): Dispute | undefined {
  switch (node.kind) {
    case 'dispute':
    case 'position':
      return node.dispute;
    case 'passage':
      return factOf(node.parent);
    case 'folder':
    case 'group':
    case 'more':
      return undefined;
  }
}

/** The same row has the same id after a refresh, so that what is open and selected stays so. */
export function idOf(node: DisputeNode): string {
  switch (node.kind) {
    case 'folder':
      return node.folder;
    case 'group':
      return `${node.folder}|${node.group}`;
    case 'dispute':
      return `${node.folder}|${node.group}|${node.dispute.id}`;
    case 'position':
      return `${idOf(node.parent)}|${nth(node.position, node.dispute.positions, ({ label }) => label)}`;
    case 'passage':
      return `${idOf(node.parent)}|${nth(node.passage, node.position.evidence, ({ path }) => path)}`;
    case 'more':
      return `${node.folder}|${node.group}|more`;
  }
}

/** What one is called among its like, with its number where several are called the same. */
function nth<T>(one: T, all: readonly T[], nameOf: (each: T) => string): string {
  const name = nameOf(one);
  return `${name}|${all.filter(each => nameOf(each) === name).indexOf(one)}`;
}
