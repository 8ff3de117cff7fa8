import * as vscode from 'vscode';
import { Debounce, Owner } from '../kit/disposing.ts';
import { CONFIGURATION, CONTEXT, VIEWS } from '../kit/ids.ts';
import { certainty, groupBy, sortBy } from '../kit/settings.ts';
import type { Session } from '../session/session.ts';
import type { FolderSnapshot } from '../session/snapshot.ts';
import { plural } from '../words/labels.ts';
import { dismissedDisputes } from '../words/marks.ts';
import { DisputeDrag } from './disputeDrag.ts';
import { type GroupNode, groupsOf, shownIn } from './disputeGroups.ts';
import { type DisputeNode, idOf } from './disputeNodes.ts';
import { rowOf, tooltipOf } from './disputeRows.ts';

/** More siblings than this make VS Code's trees slow. */
const PAGE = 200;

/** A row is asked for so often at most; so many milliseconds are given to the answer, and to the selection after it. */
const MOST_ASKED = 10;
const ANSWER = 2_000;
const BETWEEN = 100;

/** "Disputed Facts": folder (when there are several) → group → fact → position → passage. */
export class DisputesTree extends Owner implements vscode.TreeDataProvider<DisputeNode> {
  readonly #session: Session;
  readonly #changed = this.own(new vscode.EventEmitter<DisputeNode | undefined>());
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<DisputeNode>;
  readonly #soon = this.own(new Debounce(100, () => this.#refresh()));
  #filter = '';
  #notice = '';
  #drawn: readonly unknown[] = [];

  constructor(session: Session) {
    super();
    this.#session = session;
    this.#view = this.own(
      vscode.window.createTreeView(VIEWS.disputes, {
        treeDataProvider: this,
        showCollapseAll: true,
        canSelectMany: true,
        dragAndDropController: new DisputeDrag(),
      }),
    );
    this.own(session.onDidChange(() => this.#soon.ask()));
    this.own(
      vscode.workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration(CONFIGURATION)) this.#soon.ask();
      }),
    );
    this.#refresh();
  }

  get selection(): readonly DisputeNode[] {
    return this.#view.selection;
  }

  get filter(): string {
    return this.#filter;
  }

  /** Shows only facts in whose title, positions, sources or passages all the words stand; empty shows all. */
  set filter(words: string) {
    this.#filter = words.trim();
    void vscode.commands.executeCommand('setContext', CONTEXT.disputesFiltered, this.#filter !== '');
    this.#refresh();
  }

  /** A line above the rows, in place of what the tree would say itself. */
  set notice(words: string) {
    this.#notice = words;
    this.#refresh();
  }

  /** Selects a fact in the tree, and opens the view if need be. A filter that hides the fact is taken off. */
  async reveal(folder: string, id: string): Promise<void> {
    if (this.#filter && !this.#nodeOf(folder, id)) this.filter = '';
    await vscode.commands.executeCommand(`${VIEWS.disputes}.focus`);
    // While VS Code opens the view or draws rows anew it finds none: it says so by an error, or not at all, or gives no answer. So it is
    // asked until the row is selected.
    for (let asked = 0; asked < MOST_ASKED; asked++) {
      const node = this.#nodeOf(folder, id);
      if (!node || (await this.#selects(node))) return;
      // What it has drawn may be wrong for good: 1.100 mixes up rows that were asked for in one go.
      this.#changed.fire(undefined);
    }
    throw new Error(`The row of ${id} could not be found.`);
  }

  async #selects(node: DisputeNode): Promise<boolean> {
    const revealed = this.#view.reveal(node, { select: true, focus: true, expand: 2 }).then(undefined, () => undefined);
    await Promise.race([revealed, pause(ANSWER)]);
    const wanted = idOf(node);
    const selected = () => this.#view.selection.some(each => idOf(each) === wanted);
    if (!selected()) await pause(BETWEEN);
    return selected();
  }

  #nodeOf(folder: string, id: string): DisputeNode | undefined {
    for (const { group, disputes } of this.#groupsIn(folder)) {
      const dispute = disputes.find(each => each.id === id);
      if (dispute) return { kind: 'dispute', folder, group, dispute };
    }
    return undefined;
  }

  #groupsIn(folder: string): readonly GroupNode[] {
    const snapshot = this.#session.snapshot(folder);
    return snapshot ? groupsOf(snapshot, this.#filter) : [];
  }

  /** Folders that have facts to show. A single one needs no row of its own. */
  #folders(): readonly string[] {
    return this.#session.snapshots
      .filter(snapshot => groupsOf(snapshot, this.#filter).length > 0)
      .map(({ folder }) => folder.key);
  }

  getChildren(node?: DisputeNode): DisputeNode[] {
    if (!node) {
      const folders = this.#folders();
      const [only] = folders;
      if (only && folders.length === 1) return [...this.#groupsIn(only)];
      return folders.map(folder => ({ kind: 'folder', folder }));
    }
    switch (node.kind) {
      case 'folder':
        return [...this.#groupsIn(node.folder)];
      case 'group': {
        const { folder, group, disputes } = node;
        const rows = disputes
          .slice(0, PAGE)
          .map((dispute): DisputeNode => ({ kind: 'dispute', folder, group, dispute }));
        const count = disputes.length - rows.length;
        return count > 0 ? [...rows, { kind: 'more', folder, group, count }] : rows;
      }
      case 'dispute':
        return node.dispute.positions.map(position => ({
          kind: 'position',
          folder: node.folder,
          parent: node,
          dispute: node.dispute,
          position,
        }));
      case 'position':
        return node.position.evidence.slice(0, PAGE).map(passage => ({
          kind: 'passage',
          folder: node.folder,
          parent: node,
          position: node.position,
          passage,
        }));
      case 'passage':
      case 'more':
        return [];
    }
  }

  getParent(node: DisputeNode): DisputeNode | undefined {
    switch (node.kind) {
      case 'folder':
        return undefined;
      case 'group':
        return this.#folders().length > 1 ? { kind: 'folder', folder: node.folder } : undefined;
      case 'dispute':
      case 'more':
        return this.#groupsIn(node.folder).find(({ group }) => group === node.group);
      case 'position':
      case 'passage':
        return node.parent;
    }
  }

  getTreeItem(node: DisputeNode): vscode.TreeItem {
    const item = rowOf(node, this.#session.snapshot(node.folder), this.#filter);
    item.id = idOf(node);
    return item;
  }

  resolveTreeItem(item: vscode.TreeItem, node: DisputeNode): vscode.TreeItem {
    const snapshot = this.#session.snapshot(node.folder);
    const tooltip = snapshot && tooltipOf(node, snapshot);
    if (tooltip) item.tooltip = tooltip;
    return item;
  }

  #refresh(): void {
    const { snapshots } = this.#session;
    const shown = snapshots.reduce((sum, snapshot) => sum + shownIn(snapshot, this.#filter).length, 0);
    // What was dismissed stands in a group of its own, and is not hidden.
    const all = snapshots.reduce((sum, each) => sum + each.disputes.length - dismissedDisputes(each).length, 0);
    this.#view.badge = shown
      ? {
          value: shown,
          tooltip: plural(shown, vscode.l10n.t('1 disputed fact'), vscode.l10n.t('{0} disputed facts', shown)),
        }
      : undefined;
    this.#view.description = progressOf(snapshots) ?? describe(shown, all - shown, this.#filter);
    this.#view.message = this.#notice || (this.#messageOf(snapshots, shown) ?? '');
    // Nothing to draw anew when only the progress changed.
    const drawn: readonly unknown[] = [
      ...snapshots.flatMap(({ folder, disputes, review, stories }) => [
        ...[folder.key, disputes, review, stories],
        certainty(folder.uri),
      ]),
      ...[this.#filter, groupBy(), sortBy()],
    ];
    if (drawn.length === this.#drawn.length && drawn.every((part, i) => part === this.#drawn[i])) return;
    this.#drawn = drawn;
    this.#changed.fire(undefined);
  }

  /** A line above the rows. Where there is none, the welcome content stands below, which VS Code shows only without such a line. */
  #messageOf(snapshots: readonly FolderSnapshot[], shown: number): string | undefined {
    const sources = snapshots.reduce((sum, { articles }) => sum + articles.size, 0);
    if (shown > 0 || sources === 0 || snapshots.some(({ phase }) => phase === 'failed' || phase === 'cancelled'))
      return undefined;
    if (progressOf(snapshots)) return undefined;
    if (snapshots.some(({ phase }) => phase === 'settling')) return vscode.l10n.t('Comparing articles…');
    if (this.#filter) return vscode.l10n.t('No disputed fact has “{0}” in it.', this.#filter);
    if (sources === 1)
      return vscode.l10n.t('Only one source so far: nothing to compare it with. Its claims and entities are marked.');
    return vscode.l10n.t('The sources agree, as far as Crosscheck can see.');
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}

/** How far the reading has come, while it is under way. */
function progressOf(snapshots: readonly FolderSnapshot[]): string | undefined {
  if (!snapshots.some(({ phase }) => phase === 'reading' || phase === 'waiting')) return undefined;
  const read = snapshots.reduce((sum, snapshot) => sum + snapshot.read, 0);
  const total = snapshots.reduce((sum, snapshot) => sum + snapshot.total, 0);
  return total ? vscode.l10n.t('Reading {0} of {1} articles…', read, total) : vscode.l10n.t('Reading articles…');
}

function describe(shown: number, hidden: number, filter: string): string {
  if (shown + hidden === 0) return '';
  if (filter) return vscode.l10n.t('{0} with “{1}”', shown, filter);
  return hidden ? vscode.l10n.t('{0} · {1} less certain hidden', shown, hidden) : String(shown);
}
