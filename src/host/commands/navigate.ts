import * as vscode from 'vscode';
import { rangeOf, type Texts } from '../kit/places.ts';
import { leastScore } from '../kit/settings.ts';
import type { Session } from '../session/session.ts';
import type { Article, FolderSnapshot } from '../session/snapshot.ts';
import { dayLabel, sourceLabel } from '../words/labels.ts';
import { annotationsIn, merged, shownDisputes } from '../words/marks.ts';

/** What one goes from one to the next of. */
type Stops = 'disputes' | 'annotations';

/** "Go to Next Dispute", "Go to Next Annotation", "Open Article…": moving about without a mouse. */
export class Navigation {
  readonly #session: Session;
  readonly #texts: Texts;

  constructor(session: Session, texts: Texts) {
    this.#session = session;
    this.#texts = texts;
  }

  /** Moves to the passage after (1) or before (-1) the cursor; beyond the last one, to the next article that has one. */
  async go(stops: Stops, direction: 1 | -1): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const found = editor && this.#session.articleOf(editor.document.uri);
    if (!editor || !found) {
      await this.#openFirst(stops);
      return;
    }
    const { snapshot, article } = found;
    if (this.#texts.of(editor.document) !== article.text) return;
    const at = article.lines.offsetAt(editor.selection.active);
    const spans = spansOf(stops, snapshot, article);
    const next =
      direction > 0
        ? spans.find(({ start }) => start > at)
        : spans.findLast(({ start, end }) => start < at && !(start <= at && at <= end));
    if (next) {
      const range = rangeOf(article.lines, next);
      editor.selection = new vscode.Selection(range.start, range.start);
      editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
      return;
    }
    await this.#openNeighbour(stops, snapshot, article, direction);
  }

  /** Picks one article of all folders, with its outlet, date and number of disputes. */
  async openArticle(): Promise<void> {
    const several = this.#session.snapshots.length > 1;
    const picks = this.#session.snapshots.flatMap(snapshot => {
      const disputes = shownDisputes(snapshot, leastScore(snapshot.folder.uri));
      const articles = [...snapshot.articles.values()].map(article => {
        const count = disputes.filter(({ positions }) =>
          positions.some(({ evidence }) => evidence.some(({ path }) => path === article.path)),
        ).length;
        return { article, count };
      });
      return articles.map(({ article, count }) => ({
        label: article.info.title ?? article.path,
        description: [
          article.info.title || article.info.outlet ? sourceLabel(article, article.path) : '',
          dayLabel(article),
          countLabel(article, count),
        ]
          .filter(Boolean)
          .join(' · '),
        ...(several || article.info.title
          ? { detail: several ? `${snapshot.folder.name}/${article.path}` : article.path }
          : {}),
        uri: article.uri,
      }));
    });
    if (picks.length === 0) {
      await vscode.window.showInformationMessage(vscode.l10n.t('There are no articles in this workspace yet.'));
      return;
    }
    const chosen = await vscode.window.showQuickPick(picks, {
      title: vscode.l10n.t('Open Article'),
      placeHolder: vscode.l10n.t('Title, outlet, date or file name'),
      matchOnDescription: true,
      matchOnDetail: true,
    });
    if (chosen) await vscode.window.showTextDocument(chosen.uri);
  }

  async #openFirst(stops: Stops): Promise<void> {
    for (const snapshot of this.#session.snapshots) {
      for (const article of snapshot.articles.values()) {
        const [first] = spansOf(stops, snapshot, article);
        if (!first) continue;
        await vscode.window.showTextDocument(article.uri, {
          selection: rangeOf(article.lines, { ...first, end: first.start }),
        });
        return;
      }
    }
    await vscode.window.showInformationMessage(noneLabel(stops));
  }

  async #openNeighbour(stops: Stops, snapshot: FolderSnapshot, article: Article, direction: 1 | -1): Promise<void> {
    const all = [...snapshot.articles.values()];
    const from = all.findIndex(({ path }) => path === article.path);
    for (let step = 1; step <= all.length; step++) {
      const other = all[(from + direction * step + all.length * 2) % all.length];
      const spans = other && spansOf(stops, snapshot, other);
      const span = direction > 0 ? spans?.[0] : spans?.at(-1);
      if (!other || !span) continue;
      await vscode.window.showTextDocument(other.uri, {
        selection: rangeOf(other.lines, { ...span, end: span.start }),
      });
      return;
    }
    vscode.window.setStatusBarMessage(noneLabel(stops), 3_000);
  }
}

function countLabel(article: Article, count: number): string {
  if (article.analysis?.reach === 'language') return vscode.l10n.t('not in English');
  return count === 1 ? vscode.l10n.t('1 dispute') : vscode.l10n.t('{0} disputes', count);
}

function noneLabel(stops: Stops): string {
  return stops === 'disputes'
    ? vscode.l10n.t('No disputed facts in these articles.')
    : vscode.l10n.t('No annotations in these articles.');
}

function spansOf(stops: Stops, snapshot: FolderSnapshot, article: Article) {
  if (stops === 'annotations') return merged(annotationsIn(snapshot, article).map(({ anchor }) => anchor));
  return merged(
    shownDisputes(snapshot, leastScore(snapshot.folder.uri)).flatMap(({ positions }) =>
      positions.flatMap(({ evidence }) => evidence.filter(({ path }) => path === article.path)),
    ),
  );
}
