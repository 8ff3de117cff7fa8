import * as vscode from 'vscode';
import type { Dispute, Position } from '../../engine/analysis.ts';
import { INTERNAL_COMMANDS } from '../kit/ids.ts';
import type { FolderSnapshot, PassageRef } from '../session/snapshot.ts';
import { labelWords } from '../words/differingWords.ts';
import { excerptOf, rowExcerpt } from '../words/excerpts.ts';
import {
  certaintyLabel,
  kindIcon,
  kindLabel,
  lineLabel,
  passageLabel,
  STATUSES,
  sourceLabel,
  standingLabel,
  statusLabel,
  statusMeaning,
} from '../words/labels.ts';
import { Prose } from '../words/prose.ts';
import { decidedLabel } from '../words/settled.ts';
import { verdictWords } from '../words/verdictWords.ts';
import { groupLabel, rank, shownIn } from './disputeGroups.ts';
import type { DisputeNode } from './disputeNodes.ts';

/** A row as VS Code draws it and as screen readers tell it. The tooltip comes when it is asked for. */
export function rowOf(node: DisputeNode, snapshot: FolderSnapshot | undefined, filter: string): vscode.TreeItem {
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
  switch (node.kind) {
    case 'folder': {
      const item = new vscode.TreeItem(snapshot?.folder.name ?? node.folder, Expanded);
      item.iconPath = vscode.ThemeIcon.Folder;
      item.contextValue = 'folder';
      if (snapshot) item.description = String(shownIn(snapshot, filter).length);
      item.accessibilityInformation = { label: `${snapshot?.folder.name ?? node.folder}, ${item.description ?? ''}` };
      return item;
    }
    case 'group': {
      const item = new vscode.TreeItem(groupLabel(snapshot, node), rank(node.group) ? Collapsed : Expanded);
      item.description = String(node.disputes.length);
      item.contextValue = 'group';
      const status = STATUSES.find(each => each === node.group);
      item.tooltip = status ? `${statusLabel(status)}: ${statusMeaning(status)}` : groupLabel(snapshot, node);
      item.accessibilityInformation = { label: `${groupLabel(snapshot, node)}, ${node.disputes.length}` };
      return item;
    }
    case 'dispute': {
      const { dispute } = node;
      const item = new vscode.TreeItem(dispute.title, Collapsed);
      item.iconPath = new vscode.ThemeIcon(kindIcon(dispute.kind));
      const decided = snapshot?.decisions.get(dispute);
      const verdict = snapshot && verdictWords(snapshot, dispute);
      const standing = [snapshot && decidedLabel(snapshot, dispute), verdict || standingLabel(dispute)]
        .filter(Boolean)
        .join(' · ');
      item.description = standing;
      item.contextValue = decided ? `dispute ${decided.decision}` : 'dispute';
      item.accessibilityInformation = {
        label: [
          dispute.title,
          kindLabel(dispute.kind),
          statusMeaning(dispute.status),
          standing,
          certaintyLabel(dispute.score),
        ].join(', '),
      };
      return item;
    }
    case 'position': {
      const { position } = node;
      const item = new vscode.TreeItem(position.label, hasFewPositions(node.dispute) ? Expanded : Collapsed);
      item.description = originsLabel(position);
      item.contextValue = 'position';
      item.tooltip = position.label;
      item.accessibilityInformation = { label: `${position.label}, ${originsLabel(position)}` };
      return item;
    }
    case 'passage': {
      const { passage, position, folder } = node;
      const label = snapshot ? passageLabel(snapshot, passage) : passage.path;
      const article = snapshot?.articles.get(passage.path);
      const item = new vscode.TreeItem(label, None);
      const excerpt = article && rowExcerpt(article.text, passage, labelWords(article.text, passage, position.label));
      if (excerpt) item.description = excerpt;
      item.contextValue = 'passage';
      item.accessibilityInformation = {
        label: `${sourceLabel(article, passage.path)}, ${lineLabel(article, passage)}: ${excerpt ?? ''}`,
      };
      const target: PassageRef = { folder, ...passage };
      item.command = {
        command: INTERNAL_COMMANDS.openPassage,
        title: vscode.l10n.t('Open Passage'),
        arguments: [target, { preserveFocus: true }],
      };
      return item;
    }
    case 'more': {
      const item = new vscode.TreeItem(vscode.l10n.t('{0} more: narrow them down with the filter', node.count), None);
      item.contextValue = 'more';
      return item;
    }
  }
}

/** What is told of a row when one points at it; nothing more than the row says of most. */
export function tooltipOf(node: DisputeNode, snapshot: FolderSnapshot): vscode.MarkdownString | undefined {
  if (node.kind === 'dispute') return disputeTooltip(node.dispute);
  if (node.kind !== 'passage') return undefined;
  const prose = new Prose().strong(passageLabel(snapshot, node.passage)).paragraph();
  const text = snapshot.articles.get(node.passage.path)?.text;
  if (text !== undefined)
    prose.excerpt(excerptOf(text, node.passage, 400, labelWords(text, node.passage, node.position.label)));
  return prose.done();
}

function disputeTooltip(dispute: Dispute): vscode.MarkdownString {
  const prose = new Prose().strong(dispute.title).paragraph();
  prose.text(`${kindLabel(dispute.kind)} · ${statusMeaning(dispute.status)} · ${certaintyLabel(dispute.score)}`);
  if (dispute.why.length) prose.paragraph().text(vscode.l10n.t('Why: {0}', dispute.why.slice(0, 3).join('; ')));
  return prose.done();
}

function originsLabel({ evidence, origins }: Position): string {
  const sources = new Set(evidence.map(({ path }) => path)).size;
  const counted = sources === 1 ? vscode.l10n.t('1 source') : vscode.l10n.t('{0} sources', sources);
  if (origins >= sources) return counted;
  return origins === 1 ? vscode.l10n.t('{0}, 1 origin', counted) : vscode.l10n.t('{0}, {1} origins', counted, origins);
}

/** Few enough positions to show their passages at once. */
function hasFewPositions(dispute: Dispute): boolean {
  return dispute.positions.length <= 4;
}
