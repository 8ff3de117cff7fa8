import * as vscode from 'vscode';
import { Owner } from './disposing.ts';
import { plural } from './labels.ts';
import type { FolderSnapshot } from './snapshot.ts';

const KEY = 'hiddenReviewers';

/** Somebody who annotated articles of this workspace. */
export interface Annotator {
  readonly slug: string;
  readonly name: string;
  /** How many records: annotations, replies, resolutions. */
  readonly count: number;
}

/**
 * Reviewers whose marks one does not want to see for now, to read an article with one's own eyes first: kept for the workspace, and by slug,
 * for one reviewer has files in many folders. Only what is shown changes: their decisions and verdicts count as before.
 */
export class HiddenReviewers extends Owner {
  readonly #kept: vscode.Memento;
  readonly #changed = this.own(new vscode.EventEmitter<void>());
  readonly onDidChange = this.#changed.event;
  #slugs: ReadonlySet<string>;

  constructor(kept: vscode.Memento) {
    super();
    this.#kept = kept;
    this.#slugs = new Set(kept.get<readonly string[]>(KEY, []));
  }

  get slugs(): ReadonlySet<string> {
    return this.#slugs;
  }

  async set(slug: string, hidden: boolean): Promise<void> {
    const slugs = new Set(this.#slugs);
    if (hidden) slugs.add(slug);
    else slugs.delete(slug);
    await this.#take(slugs);
  }

  /** Asks whose marks are to be seen. */
  async choose(snapshots: readonly FolderSnapshot[]): Promise<void> {
    const picks = annotators(snapshots).map(({ slug, name, count }) => ({
      label: name,
      description: countLabel(count),
      picked: !this.#slugs.has(slug),
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
    // Whoever is not in these folders now stays as they were.
    const slugs = new Set(this.#slugs);
    for (const { slug } of picks) slugs.add(slug);
    for (const { slug } of chosen) slugs.delete(slug);
    await this.#take(slugs);
  }

  async #take(slugs: ReadonlySet<string>): Promise<void> {
    this.#slugs = slugs;
    this.#changed.fire();
    await this.#kept.update(KEY, [...slugs].sort());
  }
}

/** Everyone who annotated something, in order of their slugs. */
export function annotators(snapshots: readonly FolderSnapshot[]): readonly Annotator[] {
  const bySlug = new Map<string, Annotator>();
  for (const { review } of snapshots) {
    for (const { slug, reviewer } of review?.annotations ?? []) {
      const known = bySlug.get(slug);
      bySlug.set(slug, { slug, name: known?.name ?? reviewer, count: (known?.count ?? 0) + 1 });
    }
  }
  return [...bySlug.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

function countLabel(count: number): string {
  return plural(count, vscode.l10n.t('1 annotation'), vscode.l10n.t('{0} annotations', count));
}
