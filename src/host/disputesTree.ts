import * as vscode from 'vscode';
import type { Dispute, Passage, Position } from '../engine/analysis.ts';
import { Debounce, Owner } from './disposing.ts';
import { CONFIGURATION, CONTEXT, INTERNAL_COMMANDS, VIEWS } from './ids.ts';
import {
  certaintyLabel,
  excerptOf,
  kindIcon,
  kindLabel,
  lineLabel,
  passageLabel,
  plural,
  rowExcerpt,
  STATUSES,
  sourceLabel,
  sourcesOf,
  standingLabel,
  statusLabel,
  statusMeaning,
} from './labels.ts';
import { dismissedDisputes, shownDisputes } from './marks.ts';
import { Prose } from './prose.ts';
import type { Session } from './session.ts';
import { certainty, groupBy, leastScore, sortBy } from './settings.ts';
import { settledOf } from './settled.ts';
import type { FolderSnapshot, PassageRef } from './snapshot.ts';
import { verdictLabel } from './verdict.ts';
import { labelWords } from './wording.ts';

/** More siblings than this make VS Code's trees slow. */
const PAGE = 200;

/** The group of facts that the reviewers dismissed; kept in sight, so that it can be taken back. */
const DISMISSED = 'dismissed';
/** The group of facts that somebody gave a verdict on which still stands. */
const SETTLED = 'settled';

export type DisputeNode =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'group'; readonly folder: string; readonly group: string; readonly disputes: readonly Dispute[] }
  | { readonly kind: 'dispute'; readonly folder: string; readonly group: string; readonly dispute: Dispute }
  | {
      readonly kind: 'position';
      readonly folder: string;
      readonly parent: DisputeNode;
      readonly dispute: Dispute;
      readonly position: Position;
    }
  | {
      readonly kind: 'passage';
      readonly folder: string;
      readonly parent: DisputeNode;
      readonly position: Position;
      readonly passage: Passage;
    }
  | { readonly kind: 'more'; readonly folder: string; readonly group: string; readonly count: number };

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

  /** Selects a fact in the tree, and opens the view if need be. */
  async reveal(folder: string, id: string): Promise<void> {
    const snapshot = this.#session.snapshot(folder);
    for (const group of snapshot ? this.#groupsOf(snapshot) : []) {
      if (group.kind !== 'group') continue;
      const dispute = group.disputes.find(each => each.id === id);
      if (!dispute) continue;
      const node: DisputeNode = { kind: 'dispute', folder, group: group.group, dispute };
      await this.#view.reveal(node, { select: true, focus: true, expand: 2 });
      return;
    }
  }

  getChildren(node?: DisputeNode): DisputeNode[] {
    if (!node) {
      const snapshots = this.#session.snapshots.filter(snapshot => this.#groupsOf(snapshot).length > 0);
      const [only] = snapshots;
      if (only && snapshots.length === 1) return this.#groupsOf(only);
      return snapshots.map(({ folder }) => ({ kind: 'folder', folder: folder.key }));
    }
    switch (node.kind) {
      case 'folder': {
        const snapshot = this.#session.snapshot(node.folder);
        return snapshot ? this.#groupsOf(snapshot) : [];
      }
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
        return this.#session.snapshots.length > 1 ? { kind: 'folder', folder: node.folder } : undefined;
      case 'dispute':
      case 'more': {
        const snapshot = this.#session.snapshot(node.folder);
        const groups = snapshot ? this.#groupsOf(snapshot) : [];
        return groups.find(group => group.kind === 'group' && group.group === node.group);
      }
      case 'position':
      case 'passage':
        return node.parent;
    }
  }

  getTreeItem(node: DisputeNode): vscode.TreeItem {
    const item = this.#itemOf(node);
    item.id = idOf(node);
    return item;
  }

  resolveTreeItem(item: vscode.TreeItem, node: DisputeNode): vscode.TreeItem {
    const snapshot = this.#session.snapshot(node.folder);
    if (!snapshot) return item;
    if (node.kind === 'dispute') item.tooltip = disputeTooltip(node.dispute);
    if (node.kind === 'passage') {
      const article = snapshot.articles.get(node.passage.path);
      const prose = new Prose().strong(passageLabel(snapshot, node.passage)).paragraph();
      if (article)
        prose.excerpt(
          excerptOf(article.text, node.passage, 400, labelWords(article.text, node.passage, node.position.label)),
        );
      item.tooltip = prose.done();
    }
    return item;
  }

  #itemOf(node: DisputeNode): vscode.TreeItem {
    const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
    switch (node.kind) {
      case 'folder': {
        const snapshot = this.#session.snapshot(node.folder);
        const item = new vscode.TreeItem(snapshot?.folder.name ?? node.folder, Expanded);
        item.iconPath = vscode.ThemeIcon.Folder;
        item.contextValue = 'folder';
        if (snapshot) item.description = String(this.#disputesOf(snapshot).length);
        return item;
      }
      case 'group': {
        const item = new vscode.TreeItem(this.#groupLabel(node), rank(node.group) ? Collapsed : Expanded);
        item.description = String(node.disputes.length);
        item.contextValue = 'group';
        const status = STATUSES.find(each => each === node.group);
        item.tooltip = status ? `${statusLabel(status)}: ${statusMeaning(status)}` : this.#groupLabel(node);
        item.accessibilityInformation = { label: `${this.#groupLabel(node)}, ${node.disputes.length}` };
        return item;
      }
      case 'dispute': {
        const { dispute } = node;
        const item = new vscode.TreeItem(dispute.title, Collapsed);
        item.iconPath = new vscode.ThemeIcon(kindIcon(dispute.kind));
        const snapshot = this.#session.snapshot(node.folder);
        const decided = snapshot?.decisions.get(dispute);
        const names = [...new Set(decided?.by.map(({ reviewer }) => reviewer))].join(', ');
        const confirmed = decided?.decision === 'confirmed' ? vscode.l10n.t('confirmed by {0}', names) : '';
        const divided = decided?.decision === 'divided' ? vscode.l10n.t('{0} are divided', names) : '';
        const verdict = snapshot && verdictWords(snapshot, dispute);
        const standing = [verdict || standingLabel(dispute), confirmed || divided].filter(Boolean).join(' · ');
        item.description = standing;
        item.contextValue = decided ? `dispute ${decided.decision}` : 'dispute';
        item.accessibilityInformation = {
          label: [
            dispute.title,
            kindLabel(dispute.kind),
            statusMeaning(dispute.status),
            standing,
            certaintyLabel(dispute.score),
          ].join(', '),
        };
        return item;
      }
      case 'position': {
        const { position } = node;
        const item = new vscode.TreeItem(position.label, hasFewPositions(node.dispute) ? Expanded : Collapsed);
        item.description = originsLabel(position);
        item.contextValue = 'position';
        item.tooltip = position.label;
        item.accessibilityInformation = { label: `${position.label}, ${originsLabel(position)}` };
        return item;
      }
      case 'passage': {
        const { passage, position, folder } = node;
        const snapshot = this.#session.snapshot(folder);
        const label = snapshot ? passageLabel(snapshot, passage) : passage.path;
        const article = snapshot?.articles.get(passage.path);
        const item = new vscode.TreeItem(label, None);
        const excerpt = article && rowExcerpt(article.text, passage, labelWords(article.text, passage, position.label));
        if (excerpt) item.description = excerpt;
        item.contextValue = 'passage';
        item.accessibilityInformation = {
          label: `${sourceLabel(article, passage.path)}, ${lineLabel(article, passage)}: ${excerpt ?? ''}`,
        };
        const target: PassageRef = { folder, ...passage };
        item.command = {
          command: INTERNAL_COMMANDS.openPassage,
          title: vscode.l10n.t('Open Passage'),
          arguments: [target, { preserveFocus: true }],
        };
        return item;
      }
      case 'more': {
        const item = new vscode.TreeItem(vscode.l10n.t('{0} more: narrow them down with the filter', node.count), None);
        item.contextValue = 'more';
        return item;
      }
    }
  }

  #groupLabel(node: Extract<DisputeNode, { kind: 'group' }>): string {
    const status = STATUSES.find(each => each === node.group);
    if (status) return statusLabel(status);
    if (node.group === DISMISSED) return vscode.l10n.t('Dismissed');
    if (node.group === SETTLED) return vscode.l10n.t('Settled');
    const first = node.disputes[0];
    if (first && node.group === `kind:${first.kind}`) return kindLabel(first.kind);
    const snapshot = this.#session.snapshot(node.folder);
    const story = snapshot?.stories.find(({ id }) => node.group === `story:${id}`);
    if (story) return story.title;
    const path = node.group.replace(/^source:/, '');
    return sourceLabel(snapshot?.articles.get(path), path);
  }

  #groupsOf(snapshot: FolderSnapshot): DisputeNode[] {
    const groups = new Map<string, Dispute[]>();
    for (const dispute of this.#disputesOf(snapshot)) {
      for (const key of this.#groupKeys(snapshot, dispute)) {
        const group = groups.get(key);
        if (group) group.push(dispute);
        else groups.set(key, [dispute]);
      }
    }
    const dismissed = this.#filtered(snapshot, dismissedDisputes(snapshot));
    if (dismissed.length) groups.set(DISMISSED, [...dismissed]);
    const keys =
      groupBy() === 'status'
        ? [...STATUSES, SETTLED, DISMISSED].filter(status => groups.has(status))
        : [...groups.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
    const { key: folder } = snapshot.folder;
    return keys.map(group => ({ kind: 'group', folder, group, disputes: sorted(groups.get(group) ?? []) }));
  }

  #disputesOf(snapshot: FolderSnapshot): readonly Dispute[] {
    return this.#filtered(snapshot, shownDisputes(snapshot, leastScore(snapshot.folder.uri)));
  }

  #filtered(snapshot: FolderSnapshot, disputes: readonly Dispute[]): readonly Dispute[] {
    if (!this.#filter) return disputes;
    const words = this.#filter.toLowerCase().split(/\s+/);
    return disputes.filter(dispute => {
      const haystack = searchable(snapshot, dispute);
      return words.every(word => haystack.includes(word));
    });
  }

  #groupKeys(snapshot: FolderSnapshot, dispute: Dispute): readonly string[] {
    const settled = settledOf(snapshot, dispute);
    return settled && !settled.stale ? [SETTLED] : groupKeys(dispute);
  }

  #refresh(): void {
    const { snapshots } = this.#session;
    const shown = snapshots.reduce((sum, snapshot) => sum + this.#disputesOf(snapshot).length, 0);
    const all = snapshots.reduce((sum, { disputes }) => sum + disputes.length, 0);
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
      ...snapshots.flatMap(({ folder, disputes, review, stories }) => [folder.key, disputes, review, stories]),
      ...[this.#filter, groupBy(), sortBy(), certainty()],
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

/** Groups of what is done with stand last. */
function rank(group: string): number {
  return group === DISMISSED ? 2 : group === SETTLED ? 1 : 0;
}

function groupKeys(dispute: Dispute): readonly string[] {
  switch (groupBy()) {
    case 'status':
      return [dispute.status];
    case 'kind':
      return [`kind:${dispute.kind}`];
    case 'source':
      return sourcesOf(dispute).map(path => `source:${path}`);
    case 'story':
      return [`story:${dispute.story}`];
  }
}

function sorted(disputes: readonly Dispute[]): readonly Dispute[] {
  switch (sortBy()) {
    case 'certainty':
      return disputes;
    case 'title':
      return [...disputes].sort((a, b) => a.title.localeCompare(b.title));
    case 'place':
      return [...disputes].sort((a, b) => comparePlace(a.positions[0]?.evidence[0], b.positions[0]?.evidence[0]));
  }
}

function comparePlace(a: Passage | undefined, b: Passage | undefined): number {
  if (!a || !b) return 0;
  return a.path === b.path ? a.start - b.start : a.path < b.path ? -1 : 1;
}

function searchable(snapshot: FolderSnapshot, dispute: Dispute): string {
  const parts = [dispute.title, kindLabel(dispute.kind)];
  for (const { label, evidence } of dispute.positions) {
    parts.push(label);
    for (const passage of evidence) {
      const article = snapshot.articles.get(passage.path);
      parts.push(sourceLabel(article, passage.path), article?.text.slice(passage.start, passage.end) ?? '');
    }
  }
  return parts.join('\n').toLowerCase();
}

function originsLabel({ evidence, origins }: Position): string {
  const sources = new Set(evidence.map(({ path }) => path)).size;
  const counted = sources === 1 ? vscode.l10n.t('1 source') : vscode.l10n.t('{0} sources', sources);
  if (origins >= sources) return counted;
  return origins === 1 ? vscode.l10n.t('{0}, 1 origin', counted) : vscode.l10n.t('{0}, {1} origins', counted, origins);
}

/** `supported: at least 17 (Jane Doe)`, or that a verdict wants to be looked at again. */
export function verdictWords(snapshot: FolderSnapshot, dispute: Dispute): string {
  const settled = settledOf(snapshot, dispute);
  if (!settled) return '';
  if (settled.stale) return vscode.l10n.t('what the verdict rests on has changed: review it again');
  return settled.verdicts
    .map(({ record, reviewer }) => {
      const label = verdictLabel(record.verdict);
      return record.says ? `${label}: ${record.says} (${reviewer})` : `${label} (${reviewer})`;
    })
    .join('; ');
}

function disputeTooltip(dispute: Dispute): vscode.MarkdownString {
  const prose = new Prose().strong(dispute.title).paragraph();
  prose.text(`${kindLabel(dispute.kind)} · ${statusMeaning(dispute.status)} · ${certaintyLabel(dispute.score)}`);
  if (dispute.why.length) prose.paragraph().text(vscode.l10n.t('Why: {0}', dispute.why.slice(0, 3).join('; ')));
  return prose.done();
}

/** Few enough positions to show their passages at once. */
function hasFewPositions(dispute: Dispute): boolean {
  return dispute.positions.length <= 4;
}

/** The same row has the same id after a refresh, so that what is open and selected stays so. */
function idOf(node: DisputeNode): string {
  switch (node.kind) {
    case 'folder':
      return node.folder;
    case 'group':
      return `${node.folder}|${node.group}`;
    case 'dispute':
      return `${node.folder}|${node.group}|${node.dispute.id}`;
    case 'position':
      return `${idOf(node.parent)}|${node.dispute.positions.indexOf(node.position)}`;
    case 'passage':
      return `${idOf(node.parent)}|${node.passage.path}|${node.position.evidence.indexOf(node.passage)}`;
    case 'more':
      return `${node.folder}|${node.group}|more`;
  }
}
