import * as vscode from 'vscode';
import type { AnalyzedClaim } from '../../engine/analysis.ts';
import type { Certainty, EventStatus } from '../../engine/claims/types.ts';

/** What happened between whom, as the analysis tells an event: `revoke · United States → visa · announced`. */
const EVENT = /^(?<act>[^·→]+) · (?<actor>[^·→]*\S) → (?<object>[^·→]*[^·→\s])/;
/** Verbs that say nothing by themselves. */
const EMPTY = /^(?:not |possibly )*(?:be|have|do|say|make|take|put|come|go|get)$/;

/** A claim in one line: who says it, how surely, how far along it is where that is not plain, and who does what to whom. */
export function claimLabel({ speaker, certainty, status, negated, about }: AnalyzedClaim): string {
  return [
    speaker === undefined ? vscode.l10n.t('Told by the article itself') : vscode.l10n.t('Told by {0}', speaker),
    certaintyOf(certainty),
    ...(status === 'done' ? [] : [statusOf(status)]),
    ...(negated ? [vscode.l10n.t('negated')] : []),
    ...eventOf(about),
  ].join(' · ');
}

/** The first event that says who does what to whom; the others would only fill the panel. */
function eventOf(about: readonly string[]): readonly string[] {
  for (const event of about) {
    const { act = '', actor = '', object = '' } = EVENT.exec(event)?.groups ?? {};
    if (act && !EMPTY.test(act)) return [vscode.l10n.t('{0}: {1} → {2}', act, actor, object)];
  }
  return [];
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

function statusOf(status: EventStatus): string {
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
