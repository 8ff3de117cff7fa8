import * as vscode from 'vscode';
import { classify, type FolderFile } from '../../review/base/paths.ts';

/** More folders than this are not looked into: a workspace may be a whole disk. */
const MOST_FOLDERS = 5_000;
const AT_ONCE = 32;

interface Found {
  /** Articles, `sources.yaml` files and sidecars, in order of their paths, which are relative to the root. */
  readonly files: readonly FolderFile[];
  /** Whether there were more folders than are looked into. */
  readonly cut: boolean;
  /** Folders that could not be listed, with the reason. */
  readonly unreadable: readonly { readonly path: string; readonly error: unknown }[];
}

/**
 * What lies below a folder that has to do with articles, by `workspace.fs` alone, so that it works wherever VS Code does. Breadth first,
 * many at a time; hidden folders and `node_modules` are passed over, symbolic links to folders not followed (they may lead in circles).
 * @param from looks only below this folder of it; the paths are relative to the root all the same
 * @throws `CancellationError` when the signal aborts
 */
export async function filesBelow(root: vscode.Uri, signal?: AbortSignal, from = ''): Promise<Found> {
  const files: FolderFile[] = [];
  const unreadable: { path: string; error: unknown }[] = [];
  let looked = 0;
  let level = [from];
  while (level.length > 0 && looked < MOST_FOLDERS) {
    const now = level.slice(0, Math.min(AT_ONCE, MOST_FOLDERS - looked));
    looked += now.length;
    const below = await Promise.all(now.map(path => listOne(root, path)));
    if (signal?.aborted) throw new vscode.CancellationError();
    for (const [i, listed] of below.entries()) {
      if ('error' in listed) unreadable.push({ path: now[i] ?? '', error: listed.error });
      else files.push(...listed.files);
    }
    level = [...level.slice(now.length), ...below.flatMap(listed => ('error' in listed ? [] : listed.folders))];
  }
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files, cut: level.length > 0, unreadable };
}

/** Whether a folder of this name is not looked into. */
export function isPassedOver(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

type Listed = { readonly files: FolderFile[]; readonly folders: string[] } | { readonly error: unknown };

async function listOne(root: vscode.Uri, path: string): Promise<Listed> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(path ? vscode.Uri.joinPath(root, path) : root);
    const files: FolderFile[] = [];
    const folders: string[] = [];
    for (const [name, type] of entries) {
      const below = path ? `${path}/${name}` : name;
      if (type === vscode.FileType.Directory) {
        if (!isPassedOver(name)) folders.push(below);
      } else if (type & vscode.FileType.File) {
        const file = classify(below);
        if (file.kind !== 'other') files.push(file);
      }
    }
    return { files, folders };
  } catch (error) {
    return { error };
  }
}
