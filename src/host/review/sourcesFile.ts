import * as vscode from 'vscode';
import { decodeUtf8, encodeUtf8 } from '../../review/base/utf8.ts';
import { type Edit, editSidecar } from '../../review/format/edit.ts';
import { localized } from '../words/labels.ts';

/**
 * Changes a `sources.yaml`, in its editor where it has unsaved changes, else on disk; everything else in it stays as it is.
 * @param edits asked with the text as it stands, `undefined` where there is no file; none of them, nothing is written
 * @throws in words for people when the file cannot be changed
 */
export async function changeSources(
  uri: vscode.Uri,
  edits: (text: string | undefined) => readonly Edit[],
): Promise<void> {
  const open = vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
  const before = open?.isDirty ? open.getText() : await readText(uri);
  const changes = edits(before);
  if (changes.length === 0) return;
  const result = editSidecar(before, '', changes);
  if (!result.ok) throw new Error(localized([result.reason]));
  if (!open?.isDirty) {
    await vscode.workspace.fs.writeFile(uri, encodeUtf8(result.text));
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, new vscode.Range(open.positionAt(0), open.positionAt(open.getText().length)), result.text);
  await vscode.workspace.applyEdit(edit);
}

async function readText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return decodeUtf8(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}
