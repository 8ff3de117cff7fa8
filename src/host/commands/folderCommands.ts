import * as vscode from 'vscode';
import { CONFIGURATION, SETTINGS } from '../kit/ids.ts';
import { relativeTo } from '../session/folders.ts';

/** "Analyze This Folder": names a folder in its workspace's settings. `uri` is what was clicked in the Explorer. */
export async function analyzeFolder(uri: vscode.Uri | undefined): Promise<void> {
  const folder = uri ? await folderAt(uri) : await pickFolder();
  if (!folder) return;
  const workspaceFolder = vscode.workspace.getWorkspaceFolder(folder);
  if (!workspaceFolder) {
    // Outside of what is open: it must be opened first, and then says by itself whether it is one.
    await vscode.commands.executeCommand('vscode.openFolder', folder);
    return;
  }
  const path = relativeTo(workspaceFolder.uri, folder) ?? '.';
  await changeNamed(workspaceFolder, named => (named.includes(path) ? named : [...named, path]));
}

/** Takes a folder back out of the settings; one with a `sources.yaml` or sidecars stays one, and that is said. */
export async function stopAnalyzing(uri: vscode.Uri | undefined): Promise<void> {
  const named = (vscode.workspace.workspaceFolders ?? []).flatMap(workspaceFolder =>
    namedIn(workspaceFolder).map(path => ({
      label: path === '.' ? workspaceFolder.name : path,
      path,
      workspaceFolder,
    })),
  );
  const target = uri && (await folderAt(uri));
  const chosen = target
    ? named.find(({ path, workspaceFolder }) => (relativeTo(workspaceFolder.uri, target) ?? '.') === path)
    : await vscode.window.showQuickPick(named, { title: vscode.l10n.t('Stop Analyzing a Folder') });
  if (chosen) {
    await changeNamed(chosen.workspaceFolder, paths => paths.filter(path => path !== chosen.path));
  } else if (target || named.length === 0) {
    await vscode.window.showInformationMessage(
      vscode.l10n.t('This folder is read because of its sources.yaml or sidecars, not because of a setting.'),
    );
  }
}

function namedIn(folder: vscode.WorkspaceFolder): readonly string[] {
  return vscode.workspace.getConfiguration(CONFIGURATION, folder.uri).get<readonly string[]>(SETTINGS.folders, []);
}

async function changeNamed(
  folder: vscode.WorkspaceFolder,
  update: (named: readonly string[]) => readonly string[],
): Promise<void> {
  const configuration = vscode.workspace.getConfiguration(CONFIGURATION, folder.uri);
  const several = (vscode.workspace.workspaceFolders?.length ?? 0) > 1;
  const target = several ? vscode.ConfigurationTarget.WorkspaceFolder : vscode.ConfigurationTarget.Workspace;
  const next = update(namedIn(folder));
  await configuration.update(SETTINGS.folders, next.length ? next : undefined, target);
}

async function folderAt(uri: vscode.Uri): Promise<vscode.Uri> {
  const { type } = await vscode.workspace.fs.stat(uri);
  return type & vscode.FileType.Directory ? uri : vscode.Uri.joinPath(uri, '..');
}

async function pickFolder(): Promise<vscode.Uri | undefined> {
  const { activeTextEditor } = vscode.window;
  const open = vscode.workspace.workspaceFolders ?? [];
  const near = activeTextEditor && vscode.workspace.getWorkspaceFolder(activeTextEditor.document.uri);
  if (near && activeTextEditor) return vscode.Uri.joinPath(activeTextEditor.document.uri, '..');
  if (open.length === 1) return open[0]?.uri;
  if (open.length > 1) return (await vscode.window.showWorkspaceFolderPick())?.uri;
  const picked = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    openLabel: vscode.l10n.t('Analyze This Folder'),
  });
  return picked?.[0];
}

/** Copies the example articles to a folder of the reader's choice, and opens it. */
export async function openExamples(extension: vscode.Uri): Promise<void> {
  const picked = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    title: vscode.l10n.t('Where should the example articles be copied to?'),
    openLabel: vscode.l10n.t('Copy Here'),
  });
  const parent = picked?.[0];
  if (!parent) return;
  const target = vscode.Uri.joinPath(parent, 'crosscheck-examples');
  await vscode.workspace.fs.copy(vscode.Uri.joinPath(extension, 'seeds'), target, { overwrite: false });
  await vscode.commands.executeCommand('vscode.openFolder', target);
}
