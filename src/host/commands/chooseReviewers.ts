import * as vscode from 'vscode';
import type { HiddenReviewers } from '../session/hidden.ts';
import type { FolderSnapshot } from '../session/snapshot.ts';
import { plural } from '../words/labels.ts';

/** Somebody who annotated articles of this workspace. */
interface Annotator {
  readonly slug: string;
  readonly name: string;
  /** How many records: annotations, replies, resolutions. */
  readonly count: number;
}

/** "Choose Whose Marks Are Shown…": whoever is not in these folders now stays shown or hidden as they were. */
export async function chooseReviewers(hidden: HiddenReviewers, snapshots: readonly FolderSnapshot[]): Promise<void> {
  const picks = annotators(snapshots).map(({ slug, name, count }) => ({
    label: name,
    description: plural(count, vscode.l10n.t('1 annotation'), vscode.l10n.t('{0} annotations', count)),
    picked: !hidden.slugs.has(slug),
    slug,
  }));
  if (picks.length === 0) {
    await vscode.window.showInformationMessage(vscode.l10n.t('No annotations in these articles.'));
    return;
  }
  const chosen = await vscode.window.showQuickPick(picks, {
    title: vscode.l10n.t('Whose Marks Are Shown'),
    placeHolder: vscode.l10n.t('Untick those whose marks you do not want to see; their verdicts count all the same'),
    canPickMany: true,
  });
  if (!chosen) return;
  const slugs = new Set(hidden.slugs);
  for (const { slug } of picks) slugs.add(slug);
  for (const { slug } of chosen) slugs.delete(slug);
  await hidden.setAll(slugs);
}

/** Everyone who annotated something, in order of their slugs. */
function annotators(snapshots: readonly FolderSnapshot[]): readonly Annotator[] {
  const bySlug = new Map<string, Annotator>();
  for (const { review } of snapshots) {
    for (const { slug, reviewer } of review?.annotations ?? []) {
      const known = bySlug.get(slug);
      bySlug.set(slug, { slug, name: known?.name ?? reviewer, count: (known?.count ?? 0) + 1 });
    }
  }
  return [...bySlug.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1));
}
