import * as vscode from 'vscode';
import { CUTS } from '../../engine/disputes/base/certainty.ts';
import { CONFIGURATION, LAYERS, type Layer, SETTINGS } from './ids.ts';

/** From which score on disputes are shown. */
type Certainty = keyof typeof CUTS;

/** How many claims are highlighted. */
export type Density = 'few' | 'balanced' | 'all';

type GroupBy = 'status' | 'kind' | 'source' | 'story';
type SortBy = 'certainty' | 'title' | 'place';
type EntitiesSortBy = 'mentions' | 'name';

function get<T>(name: string, fallback: T, scope?: vscode.Uri): T {
  return vscode.workspace.getConfiguration(CONFIGURATION, scope).get<T>(name, fallback);
}

function oneOf<T extends string>(value: string, all: readonly T[], fallback: T): T {
  return all.find(each => each === value) ?? fallback;
}

export function certainty(scope?: vscode.Uri): Certainty {
  return oneOf(get<string>(SETTINGS.certainty, 'balanced', scope), ['sure', 'balanced', 'all'], 'balanced');
}

export function leastScore(scope?: vscode.Uri): number {
  return CUTS[certainty(scope)];
}

export function groupBy(): GroupBy {
  return oneOf(get<string>(SETTINGS.groupBy, 'status'), ['status', 'kind', 'source', 'story'], 'status');
}

export function sortBy(): SortBy {
  return oneOf(get<string>(SETTINGS.sortBy, 'certainty'), ['certainty', 'title', 'place'], 'certainty');
}

export function entitiesSortBy(): EntitiesSortBy {
  return oneOf(get<string>(SETTINGS.entitiesSortBy, 'mentions'), ['mentions', 'name'], 'mentions');
}

export interface HighlightOptions {
  readonly enabled: boolean;
  readonly layers: ReadonlySet<Layer>;
  readonly claims: Density;
  readonly leastDispute: number;
  /** Slug of who looks at it, when known: whose annotations are theirs. */
  readonly reviewer: string | undefined;
}

export function highlightOptions(scope: vscode.Uri, reviewer?: string): HighlightOptions {
  const layers = get<Partial<Record<Layer, boolean>>>(SETTINGS.layers, {}, scope);
  const density = oneOf<Density>(
    get<string>(SETTINGS.density, 'balanced', scope),
    ['few', 'balanced', 'all'],
    'balanced',
  );
  return {
    enabled: get(SETTINGS.highlights, true, scope),
    layers: new Set(LAYERS.filter(layer => layers[layer] !== false)),
    claims: density,
    leastDispute: leastScore(scope),
    reviewer,
  };
}

export function hoverEnabled(scope: vscode.Uri): boolean {
  return get(SETTINGS.hover, true, scope);
}

/**
 * Writes a setting where it is set already: in the folder of `scope`, in the workspace, else for the user; where it is set nowhere, in the
 * workspace if there is one.
 */
export async function change(name: string, value: unknown, scope?: vscode.Uri): Promise<void> {
  const configuration = vscode.workspace.getConfiguration(CONFIGURATION, scope);
  await configuration.update(name, value, targetOf(configuration.inspect(name)));
}

function targetOf(found: ReturnType<vscode.WorkspaceConfiguration['inspect']>): vscode.ConfigurationTarget {
  if (found?.workspaceFolderValue !== undefined) return vscode.ConfigurationTarget.WorkspaceFolder;
  const inWorkspace = found?.workspaceValue !== undefined || found?.globalValue === undefined;
  return inWorkspace && vscode.workspace.workspaceFolders?.length
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
}
