import * as vscode from 'vscode';
import type { Dispute, Passage } from '../../engine/analysis.ts';
import { groupBy, leastScore, sortBy } from '../kit/settings.ts';
import type { FolderSnapshot } from '../session/snapshot.ts';
import { kindLabel, STATUSES, sourceLabel, sourcesOf, statusLabel } from '../words/labels.ts';
import { dismissedDisputes, shownDisputes } from '../words/marks.ts';
import { settledOf } from '../words/settled.ts';
import type { DisputeNode } from './disputeNodes.ts';

/** The group of facts that the reviewers dismissed; kept in sight, so that it can be taken back. */
const DISMISSED = 'dismissed';
/** The group of facts that somebody gave a verdict on which still stands. */
const SETTLED = 'settled';

export type GroupNode = Extract<DisputeNode, { kind: 'group' }>;

/** The groups of one folder with their facts, in the order and by the filter that the reader chose; empty groups are none. */
export function groupsOf(snapshot: FolderSnapshot, filter: string): readonly GroupNode[] {
  const groups = new Map<string, Dispute[]>();
  for (const dispute of shownIn(snapshot, filter)) {
    for (const key of keysOf(snapshot, dispute)) {
      const group = groups.get(key);
      if (group) group.push(dispute);
      else groups.set(key, [dispute]);
    }
  }
  const dismissed = filtered(snapshot, dismissedDisputes(snapshot), filter);
  if (dismissed.length) groups.set(DISMISSED, [...dismissed]);
  const keys =
    groupBy() === 'status'
      ? [...STATUSES, SETTLED, DISMISSED].filter(status => groups.has(status))
      : [...groups.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const { key: folder } = snapshot.folder;
  return keys.map(group => ({ kind: 'group', folder, group, disputes: sorted(groups.get(group) ?? []) }));
}

/** The facts of one folder that are sure enough and have the filter's words, dismissed ones aside. */
export function shownIn(snapshot: FolderSnapshot, filter: string): readonly Dispute[] {
  return filtered(snapshot, shownDisputes(snapshot, leastScore(snapshot.folder.uri)), filter);
}

/** What a group is called. */
export function groupLabel(snapshot: FolderSnapshot | undefined, node: GroupNode): string {
  const status = STATUSES.find(each => each === node.group);
  if (status) return statusLabel(status);
  if (node.group === DISMISSED) return vscode.l10n.t('Dismissed');
  if (node.group === SETTLED) return vscode.l10n.t('Settled');
  const first = node.disputes[0];
  if (first && node.group === `kind:${first.kind}`) return kindLabel(first.kind);
  const story = snapshot?.stories.find(({ id }) => node.group === `story:${id}`);
  if (story) return story.title;
  const path = node.group.replace(/^source:/, '');
  return sourceLabel(snapshot?.articles.get(path), path);
}

/** Groups of what is done with stand last. */
export function rank(group: string): number {
  return group === DISMISSED ? 2 : group === SETTLED ? 1 : 0;
}

function filtered(snapshot: FolderSnapshot, disputes: readonly Dispute[], filter: string): readonly Dispute[] {
  if (!filter) return disputes;
  const words = filter.toLowerCase().split(/\s+/);
  return disputes.filter(dispute => {
    const haystack = searchable(snapshot, dispute);
    return words.every(word => haystack.includes(word));
  });
}

function keysOf(snapshot: FolderSnapshot, dispute: Dispute): readonly string[] {
  const settled = settledOf(snapshot, dispute);
  return settled && !settled.stale ? [SETTLED] : groupKeys(dispute);
}

function groupKeys(dispute: Dispute): readonly string[] {
  switch (groupBy()) {
    case 'status':
      return [dispute.status];
    case 'kind':
      return [`kind:${dispute.kind}`];
    case 'source':
      return sourcesOf(dispute).map(path => `source:${path}`);
    case 'story':
      return [`story:${dispute.story}`];
  }
}

function sorted(disputes: readonly Dispute[]): readonly Dispute[] {
  switch (sortBy()) {
    case 'certainty':
      return disputes;
    case 'title':
      return [...disputes].sort((a, b) => a.title.localeCompare(b.title));
    case 'place':
      return [...disputes].sort((a, b) => comparePlace(a.positions[0]?.evidence[0], b.positions[0]?.evidence[0]));
  }
}

function comparePlace(a: Passage | undefined, b: Passage | undefined): number {
  if (!a || !b) return 0;
  return a.path === b.path ? a.start - b.start : a.path < b.path ? -1 : 1;
}

function searchable(snapshot: FolderSnapshot, dispute: Dispute): string {
  const parts = [dispute.title, kindLabel(dispute.kind)];
  for (const { label, evidence } of dispute.positions) {
    parts.push(label);
    for (const passage of evidence) {
      const article = snapshot.articles.get(passage.path);
      parts.push(sourceLabel(article, passage.path), article?.text.slice(passage.start, passage.end) ?? '');
    }
  }
  return parts.join('\n').toLowerCase();
}
