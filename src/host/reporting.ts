import * as vscode from 'vscode';
import { formatReport, type Report, type ReportFormat } from '../review/report.ts';
import { encodeUtf8 } from '../review/utf8.ts';
import { certaintyLabel, dateLabel, kindLabel, sentencesAround, sourceLabel, statusMeaning } from './labels.ts';
import { shownDisputes } from './marks.ts';
import type { Session } from './session.ts';
import { leastScore } from './settings.ts';
import { settledOf } from './settled.ts';
import type { FolderSnapshot } from './snapshot.ts';
import { verdictLabel } from './verdict.ts';

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
  await vscode.workspace.fs.writeFile(target, encodeUtf8(formatReport(reportOf(snapshot), format)));
  await vscode.window.showTextDocument(target);
}

/** What is reported: the facts that are shown, sure ones first, with what reviewers ruled. */
export function reportOf(snapshot: FolderSnapshot): Report {
  const disputes = shownDisputes(snapshot, leastScore(snapshot.folder.uri));
  const made = new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'long' }).format(new Date());
  return {
    title: vscode.l10n.t('Disputed facts: {0}', snapshot.folder.name),
    about: vscode.l10n.t(
      '{0} facts in {1} articles. Made with Crosscheck on {2}.',
      disputes.length,
      snapshot.articles.size,
      made,
    ),
    facts: disputes.map(dispute => {
      const confirmed = snapshot.decisions.get(dispute)?.by.map(({ reviewer }) => reviewer);
      return {
        title: dispute.title,
        kind: kindLabel(dispute.kind),
        status: statusMeaning(dispute.status),
        certainty: confirmed?.length
          ? vscode.l10n.t('confirmed by {0}', [...new Set(confirmed)].join(', '))
          : certaintyLabel(dispute.score),
        positions: dispute.positions.map(({ label, evidence }) => ({
          label,
          passages: evidence.flatMap(passage => {
            const article = snapshot.articles.get(passage.path);
            if (!article) return [];
            const { start, end } = sentencesAround(article.text, passage);
            return [
              {
                source: sourceLabel(article, passage.path),
                date: dateLabel(article),
                path: passage.path,
                line: article.lineOf(passage.start),
                quote: article.text.slice(start, end),
              },
            ];
          }),
        })),
        verdicts: (settledOf(snapshot, dispute)?.verdicts ?? []).map(({ record, reviewer, stale }) => ({
          verdict: verdictLabel(record.verdict),
          ...(record.says === undefined ? {} : { says: record.says }),
          reviewer,
          text: record.text,
          stale,
        })),
      };
    }),
  };
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
