import * as vscode from 'vscode';
import { isAttached } from '../../review/anchors/anchor.ts';
import type { AnchoredAnnotation } from '../../review/format/schema.ts';
import { isAnchored, type SaidAnnotation } from '../../review/union/said.ts';
import { Debounce, Owner } from '../kit/disposing.ts';
import { INTERNAL_COMMANDS, VIEWS } from '../kit/ids.ts';
import type { Session } from '../session/session.ts';
import type { FolderSnapshot, PassageRef } from '../session/snapshot.ts';
import { shorten } from '../words/excerpts.ts';
import { plural, sourceLabel } from '../words/labels.ts';
import { spokenOf } from '../words/spoken.ts';

const PAGE = 200;

type Annotated = SaidAnnotation<AnchoredAnnotation>;

/** What became of an annotation; in the order in which the tree shows it: what wants attention first. */
const STATES = ['lost', 'ambiguous', 'changed', 'open', 'resolved'] as const;
type State = (typeof STATES)[number];

export type AnnotationNode =
  | { readonly kind: 'reviewer'; readonly slug: string; readonly name: string; readonly hidden: boolean }
  | { readonly kind: 'state'; readonly slug: string; readonly state: State; readonly said: readonly Placed[] }
  | { readonly kind: 'annotation'; readonly placed: Placed }
  | { readonly kind: 'more'; readonly id: string; readonly count: number };

interface Placed {
  readonly folder: string;
  readonly said: Annotated;
  readonly state: State;
}

/** "Annotations": reviewer → state → annotation, with what the words were where they changed. */
export class AnnotationsTree extends Owner implements vscode.TreeDataProvider<AnnotationNode> {
  readonly #session: Session;
  readonly #changed = this.own(new vscode.EventEmitter<AnnotationNode | undefined>());
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<AnnotationNode>;
  readonly #soon = this.own(new Debounce(200, () => this.#refresh()));
  #placed:
    | { readonly of: readonly (FolderSnapshot['review'] | undefined)[]; readonly all: readonly Placed[] }
    | undefined;

  constructor(session: Session) {
    super();
    this.#session = session;
    this.#view = this.own(
      vscode.window.createTreeView(VIEWS.annotations, { treeDataProvider: this, showCollapseAll: true }),
    );
    this.own(session.onDidChange(() => this.#soon.ask()));
    this.own(this.#view.onDidChangeVisibility(({ visible }) => visible && this.#refresh()));
  }

  getChildren(node?: AnnotationNode): AnnotationNode[] {
    if (!node) {
      const names = new Map(this.#all().map(({ said }) => [said.slug, said.reviewer]));
      return [...names].sort().map(([slug, name]) => ({ kind: 'reviewer', slug, name, hidden: this.#isHidden(slug) }));
    }
    switch (node.kind) {
      case 'reviewer': {
        if (node.hidden) return [];
        const own = this.#all().filter(({ said }) => said.slug === node.slug);
        return STATES.flatMap((state): AnnotationNode[] => {
          const said = own.filter(placed => placed.state === state);
          return said.length ? [{ kind: 'state', slug: node.slug, state, said }] : [];
        });
      }
      case 'state':
        return paged(node);
      case 'annotation':
      case 'more':
        return [];
    }
  }

  getTreeItem(node: AnnotationNode): vscode.TreeItem {
    const { Expanded, None } = vscode.TreeItemCollapsibleState;
    switch (node.kind) {
      case 'reviewer': {
        // A row of its own for each, since VS Code keeps to how a row was folded last.
        const item = new vscode.TreeItem(node.name, node.hidden ? None : Expanded);
        item.id = node.hidden ? `${node.slug}|hidden` : node.slug;
        item.iconPath = node.hidden
          ? new vscode.ThemeIcon('eye-closed', new vscode.ThemeColor('disabledForeground'))
          : new vscode.ThemeIcon('account');
        item.contextValue = node.hidden ? 'reviewer hidden' : 'reviewer';
        const count = this.#all().filter(({ said }) => said.slug === node.slug).length;
        const hidden = node.hidden ? vscode.l10n.t('hidden') : '';
        item.description = [count, hidden].filter(Boolean).join(' · ');
        item.accessibilityInformation = { label: [node.name, countLabel(count), hidden].filter(Boolean).join(', ') };
        return item;
      }
      case 'state': {
        const item = new vscode.TreeItem(stateLabel(node.state), Expanded);
        item.id = `${node.slug}|${node.state}`;
        item.description = String(node.said.length);
        item.accessibilityInformation = { label: `${stateLabel(node.state)}, ${node.said.length}` };
        return item;
      }
      case 'annotation': {
        const { folder, said, state } = node.placed;
        const now = said.anchor?.state === 'changed' ? said.anchor.now : said.record.quote;
        const item = new vscode.TreeItem(shorten(now, 80), None);
        const article = this.#session.snapshot(folder)?.articles.get(said.path);
        const source = sourceLabel(article, said.path);
        const line =
          article && said.anchor && isAttached(said.anchor)
            ? vscode.l10n.t('line {0}', article.lineOf(said.anchor.start))
            : '';
        const text = shorten(said.record.text ?? spokenOf(said.record), 80);
        item.id = `${folder}|${said.record.id ?? said.key}`;
        const was = said.anchor?.state === 'changed' ? said.anchor.was : '';
        const words = was && vscode.l10n.t('was “{0}”', shorten(was, 80));
        item.description = [words, source, line, text].filter(Boolean).join(' · ');
        item.iconPath = new vscode.ThemeIcon(iconOf(said.record.type));
        item.contextValue = `annotation ${state}`;
        item.tooltip =
          said.anchor?.state === 'changed'
            ? vscode.l10n.t('Was: {0}\nNow: {1}', said.anchor.was, said.anchor.now)
            : `${said.record.quote}\n${said.record.text ?? ''}`;
        item.accessibilityInformation = {
          label: [spokenOf(said.record), now, words, source, line, stateLabel(state), text].filter(Boolean).join(', '),
        };
        item.command = this.#commandFor(folder, said);
        return item;
      }
      case 'more': {
        const item = new vscode.TreeItem(vscode.l10n.t('{0} more, in the sidecars', node.count), None);
        item.id = node.id;
        return item;
      }
    }
  }

  /** Counted and placed once for each state of the folders. */
  #all(): readonly Placed[] {
    const { snapshots } = this.#session;
    const of = snapshots.map(({ review }) => review);
    if (this.#placed?.of.length === of.length && this.#placed.of.every((review, i) => review === of[i]))
      return this.#placed.all;
    const all = snapshots.flatMap(placedIn);
    this.#placed = { of, all };
    return all;
  }

  /** Where it stands, the passage; where it is lost, the record in its sidecar. */
  #commandFor(folder: string, said: Annotated): vscode.Command {
    const title = vscode.l10n.t('Open Passage');
    const { anchor } = said;
    if (anchor && isAttached(anchor)) {
      const target: PassageRef = { folder, path: said.path, start: anchor.start, end: anchor.end };
      return { command: INTERNAL_COMMANDS.openPassage, title, arguments: [target, { preserveFocus: true }] };
    }
    const root = this.#session.snapshot(folder)?.folder.uri ?? vscode.Uri.parse(folder);
    const position = new vscode.Position(said.line - 1, 0);
    const options: vscode.TextDocumentShowOptions = {
      selection: new vscode.Range(position, position),
      preserveFocus: true,
    };
    return { command: 'vscode.open', title, arguments: [vscode.Uri.joinPath(root, said.sidecar), options] };
  }

  #isHidden(slug: string): boolean {
    return this.#session.snapshots.some(({ hidden }) => hidden.has(slug));
  }

  #refresh(): void {
    const all = this.#all();
    const shown = all.filter(({ said }) => !this.#isHidden(said.slug));
    const lost = shown.filter(({ state }) => state === 'lost' || state === 'ambiguous').length;
    const rest = lost ? vscode.l10n.t('{0} without a place', lost) : '';
    const hidden = all.length > shown.length ? vscode.l10n.t('{0} hidden', all.length - shown.length) : '';
    this.#view.description = [shown.length || '', rest, hidden].filter(Boolean).join(' · ');
    if (this.#view.visible) this.#changed.fire(undefined);
  }
}

function placedIn(snapshot: FolderSnapshot): readonly Placed[] {
  const resolved = new Set(snapshot.review?.threads.flatMap(({ root, resolved: is }) => (is ? [root.key] : [])));
  return (snapshot.review?.annotations ?? [])
    .filter(isAnchored)
    .map(said => ({ folder: snapshot.folder.key, said, state: stateOf(said, resolved) }));
}

function paged({ slug, state, said }: Extract<AnnotationNode, { kind: 'state' }>): AnnotationNode[] {
  const rows = said.slice(0, PAGE).map((placed): AnnotationNode => ({ kind: 'annotation', placed }));
  const count = said.length - rows.length;
  return count > 0 ? [...rows, { kind: 'more', id: `${slug}|${state}|more`, count }] : rows;
}

function countLabel(count: number): string {
  return plural(count, vscode.l10n.t('1 annotation'), vscode.l10n.t('{0} annotations', count));
}

function stateOf({ anchor, key }: Annotated, resolved: ReadonlySet<string>): State {
  if (!anchor || anchor.state === 'lost') return 'lost';
  if (anchor.state === 'ambiguous' || anchor.state === 'changed') return anchor.state;
  return resolved.has(key) ? 'resolved' : 'open';
}

function stateLabel(state: State): string {
  switch (state) {
    case 'lost':
      return vscode.l10n.t('Passage lost');
    case 'ambiguous':
      return vscode.l10n.t('Several places fit');
    case 'changed':
      return vscode.l10n.t('Words changed');
    case 'open':
      return vscode.l10n.t('Open');
    case 'resolved':
      return vscode.l10n.t('Resolved');
  }
}

function iconOf(type: AnchoredAnnotation['type']): string {
  switch (type) {
    case 'claim':
      return 'megaphone';
    case 'entity':
      return 'tag';
    case 'note':
      return 'note';
  }
}
