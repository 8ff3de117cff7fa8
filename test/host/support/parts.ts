// What host tests of the editor's features look into: the parts that `activate` hands out.
import * as vscode from 'vscode';
import type { Parts } from '../../../src/host/compose.ts';
import type { FolderSnapshot } from '../../../src/host/session/snapshot.ts';
import { type Articles, activated, until } from './support.ts';

export async function parts() {
  const { session, folders, desk, flush } = (await activated()).exports as Parts;
  const { disputes, entities, sources, annotations, triage, comments, ledger } = await desk();
  return { session, folders, disputes, entities, sources, annotations, triage, comments, ledger, flush };
}

/** The snapshot of a folder, once it says what is waited for. */
export async function snapshotOf(
  folder: vscode.Uri,
  what: string,
  look: (snapshot: FolderSnapshot) => boolean,
): Promise<FolderSnapshot> {
  const { session } = await parts();
  return until(what, () => {
    const snapshot = session.snapshot(folder.toString());
    return snapshot && look(snapshot) ? snapshot : undefined;
  });
}

/** The snapshot of a test's articles, once so many of them are read and compared. */
export function compared(articles: Articles, count: number): Promise<FolderSnapshot> {
  return snapshotOf(
    articles.folder,
    `${count} articles compared`,
    ({ phase, articles: read }) => phase === 'ready' && read.size === count,
  );
}

/** Has every folder read anew, and waits until that is done. */
export async function readAnew(): Promise<void> {
  const { session } = await parts();
  const versions = new Map(session.snapshots.map(({ folder, version }) => [folder.key, version]));
  await vscode.commands.executeCommand('crosscheck.rescan');
  await until('all read anew', () =>
    session.snapshots.every(
      ({ folder, version, phase }) => phase === 'ready' && version > (versions.get(folder.key) ?? 0),
    ),
  );
}

/** Two accounts of one event that differ in how many were killed, and agree on the rest. */
export const TWO_ACCOUNTS = {
  'gazette.txt':
    'Fire at Harbour Warehouse Kills Five\n\nFive people were killed when a fire broke out at a warehouse in Brindle Harbour on Monday night.\n\nMayor Ada Lund said the fire began in the loading dock. Police closed the road.\n',
  'tribune.txt':
    'Seven Dead After Brindle Harbour Warehouse Fire\n\nSeven people were killed when a fire broke out at a warehouse in Brindle Harbour late on Monday.\n\nThe fire began in the loading dock, according to Mayor Ada Lund. The road was closed by police.\n',
};
