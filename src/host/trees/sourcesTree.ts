import * as vscode from 'vscode';
import { fingerprintOf, type Shared, sharedWords } from '../../engine/matches/copies.ts';
import { Debounce, Owner } from '../kit/disposing.ts';
import { CONFIGURATION, VIEWS } from '../kit/ids.ts';
import { leastScore } from '../kit/settings.ts';
import type { Session } from '../session/session.ts';
import type { Article, FolderSnapshot, LeftOut } from '../session/snapshot.ts';
import { dateLabel, dayLabel, plural, sourceLabel, sourcesOf } from '../words/labels.ts';
import { shownDisputes } from '../words/marks.ts';

/** Milliseconds after which others have their turn. */
const MOST_AT_A_TIME = 8;

type SourceNode =
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
  readonly #prints = new Map<string, { readonly text: string; readonly print: Uint32Array }>();
  /** By folder and path. */
  #shared = new Map<string, Shared>();
  #comparing = 0;
  #counted: { readonly snapshot: FolderSnapshot; readonly least: number; readonly counts: Counts } | undefined;

  constructor(session: Session) {
    super();
    this.#session = session;
    this.#view = this.own(vscode.window.createTreeView(VIEWS.sources, { treeDataProvider: this }));
    this.own(session.onDidChange(() => this.#soon.ask()));
    this.own(this.#view.onDidChangeVisibility(({ visible }) => visible && this.#refresh()));
    this.own(
      vscode.workspace.onDidChangeConfiguration(event => {
        // Which disputes count is a setting.
        if (event.affectsConfiguration(CONFIGURATION)) this.#soon.ask();
      }),
    );
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
        item.accessibilityInformation = { label: `${snapshot?.folder.name ?? node.folder}, ${item.description}` };
        return item;
      }
      case 'article':
        return this.#articleItem(node.article, snapshot, node.folder);
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

  #articleItem(article: Article, snapshot: FolderSnapshot | undefined, folder: string): vscode.TreeItem {
    const { info, analysis, path, uri } = article;
    const label = sourceLabel(article, path);
    const item = new vscode.TreeItem(label);
    const { disputes = 0, notes = 0 } = (snapshot && this.#countsOf(snapshot).get(path)) ?? {};
    const claims = analysis?.claims.length ?? 0;
    const origin = snapshot ? originLabel(snapshot, this.#shared.get(`${folder}\n${path}`)) : '';
    const counts = [
      dayLabel(article),
      analysis?.reach === 'language'
        ? vscode.l10n.t('not in English')
        : plural(disputes, vscode.l10n.t('1 dispute'), vscode.l10n.t('{0} disputes', disputes)),
      plural(claims, vscode.l10n.t('1 claim'), vscode.l10n.t('{0} claims', claims)),
      ...(notes ? [plural(notes, vscode.l10n.t('1 annotation'), vscode.l10n.t('{0} annotations', notes))] : []),
      origin,
    ].filter(Boolean);
    item.id = `${folder}|${path}`;
    item.description = counts.join(' · ');
    item.resourceUri = uri;
    item.iconPath = new vscode.ThemeIcon('file-text');
    item.contextValue = 'article';
    const from = [label, dateLabel(article), info.author].filter(Boolean).join(' · ');
    item.tooltip = [info.title, from, path, info.url, origin].filter(Boolean).join('\n');
    item.accessibilityInformation = { label: [label, info.title, ...counts].filter(Boolean).join(', ') };
    item.command = { command: 'vscode.open', title: vscode.l10n.t('Open Article'), arguments: [uri] };
    return item;
  }

  /** Counted once for each state of the folder, and not for each row. */
  #countsOf(snapshot: FolderSnapshot): Counts {
    const least = leastScore(snapshot.folder.uri);
    if (this.#counted?.snapshot !== snapshot || this.#counted.least !== least)
      this.#counted = { snapshot, least, counts: countIn(snapshot, least) };
    return this.#counted.counts;
  }

  #refresh(): void {
    const { snapshots } = this.#session;
    const articles = snapshots.reduce((sum, snapshot) => sum + snapshot.articles.size, 0);
    const leftOut = snapshots.reduce((sum, snapshot) => sum + snapshot.leftOut.length, 0);
    const rest = leftOut ? vscode.l10n.t('{0} left out', leftOut) : '';
    this.#view.description = [articles || '', rest].filter(Boolean).join(' · ');
    if (!this.#view.visible) return;
    this.#changed.fire(undefined);
    void this.#compareWords();
  }

  /** Finds out who carries whose words: a few articles at a time, since nobody waits for it. */
  async #compareWords(): Promise<void> {
    const run = ++this.#comparing;
    const shared = new Map<string, Shared>();
    for (const { folder, articles } of this.#session.snapshots) {
      const prints = new Map<string, Uint32Array>();
      let began = Date.now();
      for (const { path, text } of articles.values()) {
        prints.set(path, this.#printOf(`${folder.key}\n${path}`, text));
        if (Date.now() - began < MOST_AT_A_TIME) continue;
        await new Promise(resolve => setTimeout(resolve));
        if (run !== this.#comparing || this.disposed) return;
        began = Date.now();
      }
      for (const [path, other] of sharedWords(prints)) shared.set(`${folder.key}\n${path}`, other);
    }
    if (JSON.stringify([...shared]) === JSON.stringify([...this.#shared])) return;
    this.#shared = shared;
    this.#changed.fire(undefined);
  }

  #printOf(key: string, text: string): Uint32Array {
    const known = this.#prints.get(key);
    if (known?.text === text) return known.print;
    const print = fingerprintOf(text);
    this.#prints.set(key, { text, print });
    return print;
  }
}

/** How many disputes and annotations each article has. */
type Counts = ReadonlyMap<string, { readonly disputes: number; readonly notes: number }>;

function countIn(snapshot: FolderSnapshot, least: number): Counts {
  const counts = new Map([...snapshot.articles.keys()].map(path => [path, { disputes: 0, notes: 0 }]));
  for (const dispute of shownDisputes(snapshot, least)) {
    for (const path of sourcesOf(dispute)) {
      const count = counts.get(path);
      if (count) count.disputes++;
    }
  }
  for (const { path, anchor, record, slug } of snapshot.review?.annotations ?? []) {
    if (snapshot.hidden.has(slug)) continue;
    const count = counts.get(path);
    if (count && anchor && 'start' in anchor && 'quote' in record) count.notes++;
  }
  return counts;
}

/** `62 % of its words as in Agency`. */
function originLabel(snapshot: FolderSnapshot, shared: Shared | undefined): string {
  if (!shared) return '';
  const source = sourceLabel(snapshot.articles.get(shared.path), shared.path);
  return vscode.l10n.t('{0} % of its words as in {1}', Math.round(shared.share * 100), source);
}
