import * as vscode from 'vscode';
import type { Dispute, Passage } from '../../engine/analysis.ts';
import { normalizeText } from '../../engine/text/normalize.ts';
import { overlap } from '../../engine/text/span.ts';
import { spanOf } from '../kit/places.ts';
import type { Article, FolderSnapshot } from '../session/snapshot.ts';
import { rowExcerpt } from '../words/excerpts.ts';
import { passageLabel } from '../words/labels.ts';
import { annotationsIn } from '../words/marks.ts';
import { spokenOf } from '../words/spoken.ts';

/** What a verdict rests on: a passage of any article, or an annotation by its id. */
export type Evidence = Passage | string;

/** More claims than this are not offered: a list is searched by typing, but has to be made first. */
const MOST_CLAIMS = 3_000;

interface Pick extends vscode.QuickPickItem {
  readonly evidence?: Evidence;
}

/**
 * Everything that a verdict can rest on: the passages in dispute, those of the position held true ticked; the words that are selected in an
 * editor; what anybody annotated; and every claim of every article, to be found by typing its words.
 * @param selected words selected in one of the folder's articles
 */
export function evidencePicks(
  snapshot: FolderSnapshot,
  dispute: Dispute,
  says: string | undefined,
  selected?: Passage,
): readonly Pick[] {
  const disputed = dispute.positions.flatMap(({ label, evidence }) =>
    evidence.map(passage => ({ ...pickOf(snapshot, passage, label), picked: label === says })),
  );
  const selection = selected
    ? [{ ...pickOf(snapshot, selected, vscode.l10n.t('selected in the editor')), picked: true }]
    : [];
  const articles = [...snapshot.articles.values()];
  const annotated = articles.flatMap(article => annotationPicks(snapshot, article));
  const known = dispute.positions.flatMap(({ evidence }) => evidence);
  const claims = articles
    .flatMap(({ path, analysis }) => (analysis?.claims ?? []).map(({ start, end }) => ({ path, start, end })))
    .filter(claim => !known.some(passage => passage.path === claim.path && overlap(passage, claim) > 0))
    .slice(0, MOST_CLAIMS)
    .map(claim => pickOf(snapshot, claim, ''));
  return [
    ...below(vscode.l10n.t('Passages in dispute'), disputed),
    ...below(vscode.l10n.t('Selection'), selection),
    ...below(vscode.l10n.t('Annotations'), annotated),
    ...below(vscode.l10n.t('Other claims of these articles'), claims),
  ];
}

/** Asks what a verdict rests on; `undefined` when the reader stopped. */
export async function askEvidence(
  title: string,
  snapshot: FolderSnapshot,
  dispute: Dispute,
  says: string | undefined,
): Promise<readonly Evidence[] | undefined> {
  const chosen = await vscode.window.showQuickPick(evidencePicks(snapshot, dispute, says, selectionIn(snapshot)), {
    title,
    placeHolder: vscode.l10n.t('Tick what it rests on; type words to find a passage of any article'),
    canPickMany: true,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen?.flatMap(({ evidence }) => (evidence === undefined ? [] : [evidence]));
}

function below(label: string, picks: readonly Pick[]): readonly Pick[] {
  return picks.length ? [{ label, kind: vscode.QuickPickItemKind.Separator }, ...picks] : [];
}

function pickOf(snapshot: FolderSnapshot, passage: Passage, description: string): Pick {
  return {
    label: passageLabel(snapshot, passage),
    description,
    detail: rowExcerpt(snapshot.articles.get(passage.path)?.text ?? '', passage),
    evidence: passage,
  };
}

function annotationPicks(snapshot: FolderSnapshot, article: Article): readonly Pick[] {
  return annotationsIn(snapshot, article).map(({ said, anchor }) => {
    const { id, text } = said.record;
    const passage = { path: article.path, start: anchor.start, end: anchor.end };
    const description = [said.reviewer, text?.trim().split('\n')[0] ?? spokenOf(said.record)].join(': ');
    return { ...pickOf(snapshot, passage, description), evidence: id ?? passage };
  });
}

/** What is selected in the article that one looks at, if it is one of the folder's. */
function selectionIn(snapshot: FolderSnapshot): Passage | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor || editor.selection.isEmpty) return undefined;
  const key = editor.document.uri.toString();
  const article = [...snapshot.articles.values()].find(({ uri }) => uri.toString() === key);
  if (!article || normalizeText(editor.document.getText()) !== article.text) return undefined;
  return { path: article.path, ...spanOf(article.lines, editor.selection) };
}
