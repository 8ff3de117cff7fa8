import * as vscode from 'vscode';
import type { AnalyzedEntity } from '../../engine/analysis.ts';
import type { EntityType } from '../../engine/entities/types.ts';
import { Debounce, Owner } from '../kit/disposing.ts';
import { CONFIGURATION, CONTEXT, INTERNAL_COMMANDS, VIEWS } from '../kit/ids.ts';
import { entitiesSortBy, highlightOptions } from '../kit/settings.ts';
import type { Session } from '../session/session.ts';
import type { FolderSnapshot, PassageRef } from '../session/snapshot.ts';
import { rowExcerpt } from '../words/excerpts.ts';
import { passageLabel, sourceLabel, typeLabel, typesLabel } from '../words/labels.ts';

/** More siblings than this make VS Code's trees slow. */
const PAGE = 200;

const TYPES: readonly EntityType[] = ['person', 'organization', 'place', 'group', 'event', 'date', 'quantity'];

interface Entity {
  readonly type: EntityType;
  readonly name: string;
  readonly mentions: readonly PassageRef[];
}

type EntityNode =
  | { readonly kind: 'type'; readonly type: EntityType; readonly entities: readonly Entity[] }
  | { readonly kind: 'entity'; readonly entity: Entity }
  | { readonly kind: 'source'; readonly entity: Entity; readonly mentions: readonly PassageRef[] }
  | { readonly kind: 'mention'; readonly entity: Entity; readonly mention: PassageRef }
  | { readonly kind: 'more'; readonly id: string; readonly count: number };

/** "Entities": type → entity → source → mentions. Computed when the view is open, since it counts every mention of a folder. */
export class EntitiesTree extends Owner implements vscode.TreeDataProvider<EntityNode> {
  readonly #session: Session;
  readonly #changed = this.own(new vscode.EventEmitter<EntityNode | undefined>());
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<EntityNode>;
  readonly #soon = this.own(new Debounce(200, () => this.#refresh()));
  #filter = '';
  #counted: { readonly of: readonly unknown[]; readonly entities: readonly Entity[] } | undefined;

  constructor(session: Session) {
    super();
    this.#session = session;
    this.#view = this.own(
      vscode.window.createTreeView(VIEWS.entities, { treeDataProvider: this, showCollapseAll: true }),
    );
    this.own(session.onDidChange(() => this.#soon.ask()));
    this.own(this.#view.onDidChangeVisibility(({ visible }) => visible && this.#refresh()));
    this.own(
      vscode.workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration(CONFIGURATION)) this.#soon.ask();
      }),
    );
  }

  get filter(): string {
    return this.#filter;
  }

  set filter(words: string) {
    this.#filter = words.trim();
    void vscode.commands.executeCommand('setContext', CONTEXT.entitiesFiltered, this.#filter !== '');
    this.#refresh();
  }

  getChildren(node?: EntityNode): EntityNode[] {
    if (!node) {
      const shown = this.#shown();
      this.#view.description = this.#filter
        ? vscode.l10n.t('{0} with “{1}”', shown.length, this.#filter)
        : shown.length
          ? String(shown.length)
          : '';
      this.#view.message =
        shown.length || !this.#filter ? '' : vscode.l10n.t('No entity has “{0}” in its name.', this.#filter);
      return TYPES.flatMap((type): EntityNode[] => {
        const entities = shown.filter(entity => entity.type === type);
        return entities.length ? [{ kind: 'type', type, entities }] : [];
      });
    }
    switch (node.kind) {
      case 'type':
        return paged(sorted(node.entities), `type:${node.type}`, entity => ({ kind: 'entity', entity }));
      case 'entity': {
        const { entity } = node;
        const bySource = new Map<string, PassageRef[]>();
        for (const mention of entity.mentions) {
          const key = `${mention.folder}\n${mention.path}`;
          bySource.set(key, [...(bySource.get(key) ?? []), mention]);
        }
        return paged([...bySource.values()], idOf(node), mentions => ({ kind: 'source', entity, mentions }));
      }
      case 'source':
        return paged(node.mentions, idOf(node), mention => ({ kind: 'mention', entity: node.entity, mention }));
      case 'mention':
      case 'more':
        return [];
    }
  }

  getTreeItem(node: EntityNode): vscode.TreeItem {
    const item = this.#itemOf(node);
    item.id = idOf(node);
    return item;
  }

  #itemOf(node: EntityNode): vscode.TreeItem {
    const { Collapsed, None } = vscode.TreeItemCollapsibleState;
    switch (node.kind) {
      case 'type': {
        const item = new vscode.TreeItem(typesLabel(node.type), Collapsed);
        item.iconPath = new vscode.ThemeIcon(iconOf(node.type));
        const on = isHighlighted(node.type);
        const hidden = on ? '' : vscode.l10n.t('not highlighted');
        item.description = [node.entities.length, hidden].filter(Boolean).join(' · ');
        item.contextValue = on ? 'type highlighted' : 'type';
        const told = [typesLabel(node.type), node.entities.length, hidden].filter(Boolean);
        item.accessibilityInformation = { label: told.join(', ') };
        return item;
      }
      case 'entity': {
        const { name, mentions, type } = node.entity;
        const sources = new Set(mentions.map(({ folder, path }) => `${folder}\n${path}`)).size;
        const counts = vscode.l10n.t('{0} in {1} sources', mentions.length, sources);
        const item = new vscode.TreeItem(name, Collapsed);
        item.description = sources === 1 ? String(mentions.length) : counts;
        item.tooltip = `${name} (${typeLabel(type)}): ${counts}`;
        item.accessibilityInformation = { label: `${name}, ${typeLabel(type)}, ${counts}` };
        item.contextValue = 'entity';
        return item;
      }
      case 'source': {
        const [first] = node.mentions;
        const article = first && this.#session.snapshot(first.folder)?.articles.get(first.path);
        const item = new vscode.TreeItem(sourceLabel(article, first?.path ?? ''), Collapsed);
        item.description = String(node.mentions.length);
        if (article) item.tooltip = article.path;
        item.accessibilityInformation = {
          label: `${sourceLabel(article, first?.path ?? '')}, ${node.mentions.length}`,
        };
        return item;
      }
      case 'mention': {
        const { mention } = node;
        const snapshot = this.#session.snapshot(mention.folder);
        const article = snapshot?.articles.get(mention.path);
        const excerpt = article && rowExcerpt(article.text, mention, [mention]);
        const line = article ? vscode.l10n.t('line {0}', article.lineOf(mention.start)) : '';
        const item = new vscode.TreeItem(line, None);
        if (excerpt) item.description = excerpt;
        item.tooltip = snapshot ? `${passageLabel(snapshot, mention)}\n${excerpt ?? ''}` : '';
        item.accessibilityInformation = { label: `${line}: ${excerpt ?? ''}` };
        item.command = {
          command: INTERNAL_COMMANDS.openPassage,
          title: vscode.l10n.t('Open Passage'),
          arguments: [mention, { preserveFocus: true }],
        };
        return item;
      }
      case 'more':
        return new vscode.TreeItem(vscode.l10n.t('{0} more: narrow them down with the filter', node.count), None);
    }
  }

  #shown(): readonly Entity[] {
    const all = this.#entities();
    if (!this.#filter) return all;
    const words = this.#filter.toLowerCase().split(/\s+/);
    return all.filter(({ name, type }) =>
      words.every(word => `${name} ${typeLabel(type)}`.toLowerCase().includes(word)),
    );
  }

  /** Counted once for each state of the articles. */
  #entities(): readonly Entity[] {
    const of = this.#session.snapshots.flatMap(({ articles }) =>
      [...articles.values()].map(({ analysis }) => analysis),
    );
    const known = this.#counted;
    if (known && known.of.length === of.length && known.of.every((analysis, i) => analysis === of[i]))
      return known.entities;
    const entities = this.#session.snapshots.flatMap(countEntities);
    this.#counted = { of, entities };
    return entities;
  }

  #refresh(): void {
    if (this.#view.visible) this.#changed.fire(undefined);
  }
}

/** All entities of a folder, with every mention. Linear in the mentions. */
function countEntities(snapshot: FolderSnapshot): Entity[] {
  const found = new Map<string, { type: EntityType; name: string; mentions: PassageRef[] }>();
  for (const article of snapshot.articles.values()) {
    for (const entity of article.analysis?.entities ?? []) {
      const name = nameOf(entity, article.text);
      const key = `${entity.type}\n${name}`;
      const known = found.get(key) ?? { type: entity.type, name, mentions: [] };
      found.set(key, known);
      known.mentions.push({ folder: snapshot.folder.key, path: article.path, start: entity.start, end: entity.end });
    }
  }
  return [...found.values()];
}

/** Whether a type is highlighted in the article that one looks at. */
function isHighlighted(type: EntityType): boolean {
  const { enabled, layers } = highlightOptions(vscode.window.activeTextEditor?.document.uri ?? vscode.Uri.file('/'));
  return enabled && layers.has(type);
}

function nameOf(entity: AnalyzedEntity, text: string): string {
  return entity.canonical ?? text.slice(entity.start, entity.end).replace(/\s+/g, ' ');
}

function sorted(entities: readonly Entity[]): readonly Entity[] {
  const byName = (a: Entity, b: Entity) => a.name.localeCompare(b.name);
  return [...entities].sort(
    entitiesSortBy() === 'name' ? byName : (a, b) => b.mentions.length - a.mentions.length || byName(a, b),
  );
}

function paged<T>(all: readonly T[], id: string, make: (one: T) => EntityNode): EntityNode[] {
  const rows = all.slice(0, PAGE).map(make);
  return all.length > PAGE ? [...rows, { kind: 'more', id, count: all.length - PAGE }] : rows;
}

function idOf(node: EntityNode): string {
  switch (node.kind) {
    case 'type':
      return `type:${node.type}`;
    case 'entity':
      return `${node.entity.type}:${node.entity.mentions[0]?.folder}:${node.entity.name}`;
    case 'source':
      return `${node.entity.type}:${node.entity.name}|${node.mentions[0]?.folder}|${node.mentions[0]?.path}`;
    case 'mention':
      return `${node.entity.type}:${node.entity.name}|${node.mention.folder}|${node.mention.path}|${node.mention.start}`;
    case 'more':
      return `${node.id}|more`;
  }
}

function iconOf(type: EntityType): string {
  switch (type) {
    case 'person':
      return 'person';
    case 'organization':
      return 'organization';
    case 'place':
      return 'location';
    case 'group':
      return 'globe';
    case 'event':
      return 'flame';
    case 'date':
      return 'calendar';
    case 'quantity':
      return 'symbol-number';
  }
}
