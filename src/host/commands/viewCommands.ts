import * as vscode from 'vscode';
import { COMMANDS, INTERNAL_COMMANDS, LAYER_COMMANDS, LAYERS, type Layer, SETTINGS } from '../kit/ids.ts';
import { certainty, change, entitiesSortBy, groupBy, highlightOptions, sortBy } from '../kit/settings.ts';
import type { DisputesTree } from '../trees/disputesTree.ts';
import type { EntitiesTree } from '../trees/entitiesTree.ts';
import { typesLabel } from '../words/labels.ts';
import type { Commands } from './commandArguments.ts';

/** Commands that change what the views and editors show: filters, order, layers. */
export function viewCommands(disputes: DisputesTree, entities: EntitiesTree): Commands {
  return {
    [COMMANDS.filterDisputes]: () =>
      askFilter(vscode.l10n.t('Filter Disputed Facts'), disputes.filter, words => {
        disputes.filter = words;
      }),
    [COMMANDS.clearDisputesFilter]: () => {
      disputes.filter = '';
    },
    [COMMANDS.filterEntities]: () =>
      askFilter(vscode.l10n.t('Filter Entities'), entities.filter, words => {
        entities.filter = words;
      }),
    [COMMANDS.clearEntitiesFilter]: () => {
      entities.filter = '';
    },
    [COMMANDS.groupDisputes]: () =>
      choose(vscode.l10n.t('Group Disputed Facts'), SETTINGS.groupBy, groupBy(), {
        status: vscode.l10n.t('By state: conflicts, differences, contested, updates'),
        kind: vscode.l10n.t('By kind: numbers, dates, places, wordings'),
        source: vscode.l10n.t('By source'),
        story: vscode.l10n.t('By story'),
      }),
    [COMMANDS.sortDisputes]: () =>
      choose(vscode.l10n.t('Sort Disputed Facts'), SETTINGS.sortBy, sortBy(), {
        certainty: vscode.l10n.t('The most certain first'),
        title: vscode.l10n.t('By title'),
        place: vscode.l10n.t('As they stand in the articles'),
      }),
    [COMMANDS.sortEntities]: () =>
      choose(vscode.l10n.t('Sort Entities'), SETTINGS.entitiesSortBy, entitiesSortBy(), {
        mentions: vscode.l10n.t('The most often mentioned first'),
        name: vscode.l10n.t('By name'),
      }),
    [COMMANDS.chooseCertainty]: () =>
      choose(vscode.l10n.t('How Certain Disputes Must Be'), SETTINGS.certainty, certainty(lookedAt()), {
        sure: vscode.l10n.t('Sure: few false alarms, more is missed'),
        balanced: vscode.l10n.t('Balanced: more likely real than not'),
        all: vscode.l10n.t('All: everything that was found'),
      }),
    [COMMANDS.toggleHighlights]: async () => {
      const scope = lookedAt();
      await change(SETTINGS.highlights, !highlightOptions(scope).enabled, scope);
    },
    [COMMANDS.chooseLayers]: chooseLayers,
    ...Object.fromEntries(LAYERS.map(layer => [LAYER_COMMANDS[layer], () => toggleLayer(layer)])),
    [INTERNAL_COMMANDS.showLayer]: node => toggleLayerOf(node),
    [INTERNAL_COMMANDS.hideLayer]: node => toggleLayerOf(node),
  };
}

/** What settings are asked for: the article that one looks at, else the first folder. */
function lookedAt(): vscode.Uri {
  const [root] = vscode.workspace.workspaceFolders ?? [];
  return vscode.window.activeTextEditor?.document.uri ?? root?.uri ?? vscode.Uri.file('/');
}

/** Switches one layer, and says what it did: without an article in sight nothing else would. */
async function toggleLayer(layer: Layer): Promise<void> {
  const scope = lookedAt();
  const { enabled, layers } = highlightOptions(scope);
  const on = !enabled || !layers.has(layer);
  await change(
    SETTINGS.layers,
    Object.fromEntries(LAYERS.map(each => [each, each === layer ? on : layers.has(each)])),
    scope,
  );
  if (on && !enabled) await change(SETTINGS.highlights, true, scope);
  const said = on
    ? vscode.l10n.t('Highlighted: {0}', layerLabel(layer))
    : vscode.l10n.t('No longer highlighted: {0}', layerLabel(layer));
  vscode.window.setStatusBarMessage(`$(${on ? 'eye' : 'eye-closed'}) ${said}`, 3_000);
}

/** The layer of a row of "Entities". */
async function toggleLayerOf(node: unknown): Promise<void> {
  const type = typeof node === 'object' && node !== null && 'type' in node ? node.type : undefined;
  const layer = LAYERS.find(each => each === type);
  if (layer) await toggleLayer(layer);
}

async function askFilter(title: string, value: string, take: (words: string) => void): Promise<void> {
  const words = await vscode.window.showInputBox({
    title,
    value,
    placeHolder: vscode.l10n.t('Words of a title, position, source or passage; leave it empty to show all'),
  });
  if (words !== undefined) take(words);
}

async function choose<T extends string>(
  title: string,
  setting: string,
  current: T,
  labels: Readonly<Record<T, string>>,
): Promise<void> {
  const picks = (Object.entries(labels) as [T, string][]).map(([value, label]) => ({
    label,
    ...(value === current ? { description: vscode.l10n.t('now') } : {}),
    value,
  }));
  const chosen = await vscode.window.showQuickPick(picks, { title, placeHolder: title });
  if (chosen && chosen.value !== current) await change(setting, chosen.value, lookedAt());
}

async function chooseLayers(): Promise<void> {
  const scope = lookedAt();
  const { enabled, layers } = highlightOptions(scope);
  const picks = LAYERS.map(layer => ({ label: layerLabel(layer), picked: layers.has(layer), layer }));
  const chosen = await vscode.window.showQuickPick(picks, {
    title: vscode.l10n.t('What Is Highlighted'),
    placeHolder: vscode.l10n.t('Tick what articles are to show'),
    canPickMany: true,
  });
  if (!chosen) return;
  const on = new Set(chosen.map(({ layer }) => layer));
  await change(SETTINGS.layers, Object.fromEntries(LAYERS.map(layer => [layer, on.has(layer)])), scope);
  if (!enabled && on.size) await change(SETTINGS.highlights, true, scope);
}

function layerLabel(layer: Layer): string {
  switch (layer) {
    case 'disputes':
      return vscode.l10n.t('Disputed passages');
    case 'claims':
      return vscode.l10n.t('Claims');
    case 'annotations':
      return vscode.l10n.t('My annotations');
    case 'others':
      return vscode.l10n.t('Other reviewers’ annotations');
    default:
      return typesLabel(layer);
  }
}
