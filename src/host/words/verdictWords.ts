import * as vscode from 'vscode';
import type { Dispute } from '../../engine/analysis.ts';
import type { Settled } from '../../review/decided/settled.ts';
import type { Verdict } from '../../review/format/schema.ts';
import type { VerdictView } from '../../review/union/facts.ts';
import type { FolderSnapshot } from '../session/snapshot.ts';
import { changeLabel } from './labels.ts';
import { settledOf } from './settled.ts';

export function verdictLabel(verdict: Verdict['verdict']): string {
  switch (verdict) {
    case 'supported':
      return vscode.l10n.t('Supported');
    case 'refuted':
      return vscode.l10n.t('Refuted');
    case 'unresolved':
      return vscode.l10n.t('Unresolved');
    case 'outdated':
      return vscode.l10n.t('Outdated');
  }
}

export function verdictMeaning(verdict: Verdict['verdict']): string {
  switch (verdict) {
    case 'supported':
      return vscode.l10n.t('One position holds');
    case 'refuted':
      return vscode.l10n.t('One position does not hold');
    case 'unresolved':
      return vscode.l10n.t('It cannot be said from what is known');
    case 'outdated':
      return vscode.l10n.t('It was so, and later events changed it');
  }
}

/** Why a verdict wants to be reviewed again, loudest where a number, name, date or negation changed. */
function staleWords({ verdicts }: Settled): string {
  const kinds = new Set(verdicts.flatMap(verdict => verdict.kinds));
  const what = changeLabel((['number', 'name', 'date', 'negation'] as const).filter(kind => kinds.has(kind)));
  return what
    ? vscode.l10n.t('{0} changed in what the verdict rests on: review it again', what)
    : vscode.l10n.t('what the verdict rests on has changed: review it again');
}

/** What a verdict rests on, as it was and as it is. */
export function changedEvidence({ evidence }: VerdictView): string {
  const changed = evidence.flatMap(({ anchor }) => (anchor.state === 'changed' ? [anchor] : []));
  const [first] = [...changed].sort((a, b) => b.kinds.length - a.kinds.length);
  return first
    ? vscode.l10n.t('It rests on “{0}”, which now says “{1}”: review it again.', first.was, first.now)
    : vscode.l10n.t('What it rests on has changed since: review it again.');
}

/** `supported: at least 17 (Jane Doe)`, or that a verdict wants to be looked at again. */
export function verdictWords(snapshot: FolderSnapshot, dispute: Dispute): string {
  const settled = settledOf(snapshot, dispute);
  if (!settled) return '';
  if (settled.stale) return staleWords(settled);
  return settled.verdicts
    .map(({ record, reviewer }) => {
      const label = verdictLabel(record.verdict);
      return record.says ? `${label}: ${record.says} (${reviewer})` : `${label} (${reviewer})`;
    })
    .join('; ');
}
