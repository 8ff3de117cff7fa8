import * as vscode from 'vscode';
import type { DisputesTree } from './disputesTree.ts';
import type { EntitiesTree } from './entitiesTree.ts';
import { COMMANDS, CONFIGURATION, LAYERS, type Layer, SETTINGS } from './ids.ts';
import { typesLabel } from './labels.ts';
import { certainty, change, entitiesSortBy, groupBy, highlightOptions, sortBy } from './settings.ts';

/** Commands that change what the views and editors show: filters, order, layers. */
export function viewCommands(disputes: DisputesTree, entities: EntitiesTree): Record<string, () => unknown> {
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
      choose(vscode.l10n.t('How Certain Disputes Must Be'), SETTINGS.certainty, certainty(), {
        sure: vscode.l10n.t('Sure: few false alarms, more is missed'),
        balanced: vscode.l10n.t('Balanced: more likely real than not'),
        all: vscode.l10n.t('All: everything that was found'),
      }),
    [COMMANDS.toggleHighlights]: async () => {
      const scope = vscode.window.activeTextEditor?.document.uri;
      const { enabled } = highlightOptions(scope ?? vscode.Uri.file('/'));
      await change(SETTINGS.highlights, !enabled);
    },
    [COMMANDS.chooseLayers]: chooseLayers,
  };
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
  if (chosen && chosen.value !== current) await change(setting, chosen.value);
}

async function chooseLayers(): Promise<void> {
  const { layers } = highlightOptions(vscode.window.activeTextEditor?.document.uri ?? vscode.Uri.file('/'));
  const picks = LAYERS.map(layer => ({ label: layerLabel(layer), picked: layers.has(layer), layer }));
  const chosen = await vscode.window.showQuickPick(picks, {
    title: vscode.l10n.t('What Is Highlighted'),
    placeHolder: vscode.l10n.t('Tick what articles are to show'),
    canPickMany: true,
  });
  if (!chosen) return;
  const on = new Set(chosen.map(({ layer }) => layer));
  await change(SETTINGS.layers, Object.fromEntries(LAYERS.map(layer => [layer, on.has(layer)])));
  const { highlights } = SETTINGS;
  if (!vscode.workspace.getConfiguration(CONFIGURATION).get(highlights, true) && on.size)
    await change(highlights, true);
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
