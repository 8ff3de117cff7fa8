import * as vscode from 'vscode';
import type { Dispute } from '../../engine/analysis.ts';
import { type Settled, settledBy } from '../../review/decided/settled.ts';
import type { FolderSnapshot } from '../session/snapshot.ts';

/** What reviewers ruled on a dispute of a folder. */
export function settledOf(snapshot: FolderSnapshot, dispute: Dispute): Settled | undefined {
  return settledBy(snapshot.review?.facts ?? [], dispute);
}

/** Who confirmed it, when somebody did. */
export function decidedLabel(snapshot: FolderSnapshot, dispute: Dispute): string | undefined {
  const decided = snapshot.decisions.get(dispute);
  const names = [...new Set(decided?.by.map(({ reviewer }) => reviewer))].join(', ');
  switch (decided?.decision) {
    case undefined:
      return undefined;
    case 'confirmed':
      return vscode.l10n.t('confirmed by {0}', names);
    case 'dismissed':
      return vscode.l10n.t('dismissed by {0}', names);
    case 'divided':
      return vscode.l10n.t('{0} are divided', names);
  }
}
