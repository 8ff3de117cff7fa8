import * as vscode from 'vscode';
import type { AnalyzedClaim } from '../engine/analysis.ts';
import type { Certainty, Status } from '../engine/claims/types.ts';

const MOST_EVENTS = 2;

/** A claim in one line: who says it, how surely, how far along it is, and what it is about. */
export function claimLabel({ speaker, certainty, status, negated, about }: AnalyzedClaim): string {
  return [
    speaker === undefined ? vscode.l10n.t('told by the article itself') : vscode.l10n.t('told by {0}', speaker),
    certaintyOf(certainty),
    statusOf(status),
    ...(negated ? [vscode.l10n.t('negated')] : []),
    ...about.slice(0, MOST_EVENTS),
  ].join(' · ');
}

function certaintyOf(certainty: Certainty): string {
  switch (certainty) {
    case 'asserted':
      return vscode.l10n.t('asserted');
    case 'reported':
      return vscode.l10n.t('reported');
    case 'alleged':
      return vscode.l10n.t('alleged');
    case 'denied':
      return vscode.l10n.t('denied');
    case 'possible':
      return vscode.l10n.t('possible');
  }
}

function statusOf(status: Status): string {
  switch (status) {
    case 'planned':
      return vscode.l10n.t('planned');
    case 'announced':
      return vscode.l10n.t('announced');
    case 'ongoing':
      return vscode.l10n.t('under way');
    case 'done':
      return vscode.l10n.t('done');
    case 'failed':
      return vscode.l10n.t('failed');
  }
}
