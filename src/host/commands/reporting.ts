import * as vscode from 'vscode';
import { encodeUtf8 } from '../../review/base/utf8.ts';
import { type Report, type ReportFormat, reportFile } from '../../review/report/report.ts';
import { reportOf } from '../../review/report/reportOf.ts';
import { leastScore } from '../kit/settings.ts';
import type { Session } from '../session/session.ts';
import type { FolderSnapshot } from '../session/snapshot.ts';
import { certaintyLabel, dateLabel, kindLabel, plural, sourceLabel, statusMeaning } from '../words/labels.ts';
import { shownDisputes } from '../words/marks.ts';
import { verdictLabel } from '../words/verdictWords.ts';

/** "Report": the disputed facts of a folder, as a file of the reader's choice. */
export async function report(
  session: Session,
  given?: { readonly format: ReportFormat; readonly target: vscode.Uri },
): Promise<void> {
  const snapshot = await pickSnapshot(session);
  if (!snapshot) return;
  const format = given?.format ?? (await pickFormat());
  if (!format) return;
  const target = given?.target ?? (await pickTarget(snapshot, format));
  if (!target) return;
  await vscode.workspace.fs.writeFile(target, encodeUtf8(reportFile(reportOn(snapshot), format)));
  await vscode.window.showTextDocument(target);
}

/** The report on what is shown of a folder, in the reader's language. */
export function reportOn(snapshot: FolderSnapshot): Report {
  const made = new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'long' }).format(new Date());
  return reportOf({
    disputes: shownDisputes(snapshot, leastScore(snapshot.folder.uri)),
    decisions: snapshot.decisions,
    facts: snapshot.review?.facts ?? [],
    articles: snapshot.articles,
    words: {
      title: vscode.l10n.t('Disputed facts: {0}', snapshot.folder.name),
      about: (facts, articles) =>
        vscode.l10n.t(
          '{0} in {1}. Made with Crosscheck on {2}.',
          plural(facts, vscode.l10n.t('1 disputed fact'), vscode.l10n.t('{0} disputed facts', facts)),
          plural(articles, vscode.l10n.t('1 article'), vscode.l10n.t('{0} articles', articles)),
          made,
        ),
      kind: kindLabel,
      status: statusMeaning,
      certainty: certaintyLabel,
      confirmedBy: names => vscode.l10n.t('confirmed by {0}', names),
      dividedOver: names => vscode.l10n.t('{0} are divided', names),
      verdict: verdictLabel,
      source: ({ path }) => sourceLabel(snapshot.articles.get(path), path),
      date: ({ path }) => dateLabel(snapshot.articles.get(path)),
    },
  });
}

async function pickSnapshot(session: Session): Promise<FolderSnapshot | undefined> {
  const { snapshots } = session;
  const editor = vscode.window.activeTextEditor;
  const here = editor && session.placeOf(editor.document.uri)?.snapshot;
  if (here || snapshots.length <= 1) return here ?? snapshots[0];
  const picks = snapshots.map(snapshot => ({ label: snapshot.folder.name, snapshot }));
  return (await vscode.window.showQuickPick(picks, { title: vscode.l10n.t('Report on which folder?') }))?.snapshot;
}

async function pickFormat(): Promise<ReportFormat | undefined> {
  const picks = [
    { label: 'HTML', description: vscode.l10n.t('a page to send or print'), format: 'html' as const },
    { label: 'Markdown', description: vscode.l10n.t('to go on writing'), format: 'md' as const },
    { label: 'CSV', description: vscode.l10n.t('a row for each passage, for a spreadsheet'), format: 'csv' as const },
  ];
  return (await vscode.window.showQuickPick(picks, { title: vscode.l10n.t('Report') }))?.format;
}

/** Above the folder of articles: a report in it would be read as one. */
async function pickTarget({ folder }: FolderSnapshot, format: ReportFormat): Promise<vscode.Uri | undefined> {
  return vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(folder.uri, '..', `${folder.name}-disputed-facts.${format}`),
    filters: format === 'html' ? { HTML: ['html'] } : format === 'md' ? { Markdown: ['md'] } : { CSV: ['csv'] },
  });
}
