import * as vscode from 'vscode';
import type { Annotation } from '../../review/format/schema.ts';

/** What an annotation says, beside its text, in a few words. */
export function spokenOf(record: Annotation): string {
  switch (record.type) {
    case 'claim':
      return record.says ? vscode.l10n.t('Claim: says “{0}”', record.says) : vscode.l10n.t('Claim');
    case 'entity':
      return record.entity ? vscode.l10n.t('Entity: {0}', record.entity) : vscode.l10n.t('Entity');
    case 'note':
      return vscode.l10n.t('Note');
    case 'reply':
      return vscode.l10n.t('Reply');
    case 'resolution':
      return record.resolved ? vscode.l10n.t('Resolved') : vscode.l10n.t('Reopened');
  }
}
