import * as vscode from 'vscode';
import { Debounce, Owner } from './disposing.ts';
import { VIEWS } from './ids.ts';
import { dateLabel, dayLabel, plural, sourceLabel, sourcesOf } from './labels.ts';
import { annotationsIn, shownDisputes } from './marks.ts';
import type { Session } from './session.ts';
import { leastScore } from './settings.ts';
import type { Article, FolderSnapshot, LeftOut } from './snapshot.ts';

export type SourceNode =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'article'; readonly folder: string; readonly article: Article }
  | { readonly kind: 'leftOut'; readonly folder: string; readonly leftOut: LeftOut };

/** "Sources": every article with its outlet, its date and what was found in it, and the files that were left out, with the reason. */
export class SourcesTree extends Owner implements vscode.TreeDataProvider<SourceNode> {
  readonly #session: Session;
  readonly #changed = this.own(new vscode.EventEmitter<SourceNode | undefined>());
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<SourceNode>;
  readonly #soon = this.own(new Debounce(200, () => this.#refresh()));

  constructor(session: Session) {
    super();
    this.#session = session;
    this.#view = this.own(vscode.window.createTreeView(VIEWS.sources, { treeDataProvider: this }));
    this.own(session.onDidChange(() => this.#soon.ask()));
    this.own(this.#view.onDidChangeVisibility(({ visible }) => visible && this.#refresh()));
  }

  getChildren(node?: SourceNode): SourceNode[] {
    if (node && node.kind !== 'folder') return [];
    const { snapshots } = this.#session;
    const [only] = snapshots;
    const snapshot = node ? this.#session.snapshot(node.folder) : snapshots.length === 1 ? only : undefined;
    if (!snapshot) return node ? [] : snapshots.map(({ folder }) => ({ kind: 'folder', folder: folder.key }));
    const folder = snapshot.folder.key;
    return [
      ...[...snapshot.articles.values()].map((article): SourceNode => ({ kind: 'article', folder, article })),
      ...snapshot.leftOut.map((leftOut): SourceNode => ({ kind: 'leftOut', folder, leftOut })),
    ];
  }

  getTreeItem(node: SourceNode): vscode.TreeItem {
    const snapshot = this.#session.snapshot(node.folder);
    switch (node.kind) {
      case 'folder': {
        const item = new vscode.TreeItem(
          snapshot?.folder.name ?? node.folder,
          vscode.TreeItemCollapsibleState.Expanded,
        );
        item.id = node.folder;
        item.iconPath = vscode.ThemeIcon.Folder;
        item.description = String(snapshot?.articles.size ?? 0);
        return item;
      }
      case 'article':
        return articleItem(node.article, snapshot, node.folder);
      case 'leftOut': {
        const { path, reason } = node.leftOut;
        const item = new vscode.TreeItem(path);
        item.id = `${node.folder}|out|${path}`;
        item.description = vscode.l10n.t('left out: {0}', reason);
        item.iconPath = new vscode.ThemeIcon('circle-slash');
        item.accessibilityInformation = { label: vscode.l10n.t('{0}, left out: {1}', path, reason) };
        return item;
      }
    }
  }

  #refresh(): void {
    if (this.#view.visible) this.#changed.fire(undefined);
  }
}

function articleItem(article: Article, snapshot: FolderSnapshot | undefined, folder: string): vscode.TreeItem {
  const { info, analysis, path, uri } = article;
  const label = sourceLabel(article, path);
  const item = new vscode.TreeItem(label);
  const disputes = snapshot
    ? shownDisputes(snapshot, leastScore(snapshot.folder.uri)).filter(dispute => sourcesOf(dispute).includes(path))
        .length
    : 0;
  const notes = snapshot ? annotationsIn(snapshot, article).length : 0;
  const claims = analysis?.claims.length ?? 0;
  const counts = [
    dayLabel(article),
    analysis?.reach === 'language'
      ? vscode.l10n.t('not in English')
      : plural(disputes, vscode.l10n.t('1 dispute'), vscode.l10n.t('{0} disputes', disputes)),
    plural(claims, vscode.l10n.t('1 claim'), vscode.l10n.t('{0} claims', claims)),
    ...(notes ? [plural(notes, vscode.l10n.t('1 annotation'), vscode.l10n.t('{0} annotations', notes))] : []),
  ].filter(Boolean);
  item.id = `${folder}|${path}`;
  item.description = counts.join(' · ');
  item.resourceUri = uri;
  item.iconPath = new vscode.ThemeIcon('file-text');
  item.contextValue = 'article';
  item.tooltip = [info.title, [label, dateLabel(article), info.author].filter(Boolean).join(' · '), path, info.url]
    .filter(Boolean)
    .join('\n');
  item.accessibilityInformation = { label: [label, info.title, ...counts].filter(Boolean).join(', ') };
  item.command = { command: 'vscode.open', title: vscode.l10n.t('Open Article'), arguments: [uri] };
  return item;
}
