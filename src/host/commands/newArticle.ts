import * as vscode from 'vscode';
import { SOURCES_NAME } from '../../review/base/paths.ts';
import { slugOf } from '../../review/base/slug.ts';
import { encodeUtf8 } from '../../review/base/utf8.ts';
import type { Source } from '../../review/format/schema.ts';
import { changeSources } from '../review/sourcesFile.ts';
import type { ArticleFolder } from '../session/snapshot.ts';

/** What is asked for; as an argument for tests. */
export interface ArticleAnswers {
  readonly outlet?: string;
  readonly published?: string;
  readonly url?: string;
}

/** "New Article from Clipboard": asks where it is from, writes the article and its line in `sources.yaml`, and opens it. */
export async function newArticle(folders: readonly ArticleFolder[], given: ArticleAnswers = {}): Promise<void> {
  const text = await vscode.env.clipboard.readText();
  if (!/\S/.test(text)) {
    await vscode.window.showInformationMessage(
      vscode.l10n.t('There is no text on the clipboard. Copy an article first.'),
    );
    return;
  }
  const folder = await pickFolder(folders);
  if (!folder) return;
  const title = vscode.l10n.t('New Article from Clipboard');
  const outlet = given.outlet ?? (await ask(`${title} (1/3)`, vscode.l10n.t('Which outlet is it from?'), true));
  if (!outlet) return;
  const published =
    given.published ??
    (await ask(`${title} (2/3)`, vscode.l10n.t('When was it published? 2025-09-28, or empty'), false, isDay));
  if (published === undefined) return;
  const url = given.url ?? (await ask(`${title} (3/3)`, vscode.l10n.t('Its address on the web, or empty'), false));
  if (url === undefined) return;

  const file = await freeName(folder.uri, slugOf(outlet) || 'article');
  const body = text.replace(/\r\n?/g, '\n').trim();
  await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder.uri, file), encodeUtf8(`${body}\n`));
  const source: Source = { file, outlet, ...(published && { published }), ...(url && { url }) };
  await changeSources(vscode.Uri.joinPath(folder.uri, SOURCES_NAME), () => [
    { do: 'put', section: 'sources', record: source },
  ]);
  await vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, file));
}

async function freeName(folder: vscode.Uri, stem: string): Promise<string> {
  const taken = new Set((await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name.toLowerCase()));
  for (let number = 1; ; number++) {
    const name = number === 1 ? `${stem}.txt` : `${stem}-${number}.txt`;
    if (!taken.has(name)) return name;
  }
}

async function pickFolder(folders: readonly ArticleFolder[]): Promise<ArticleFolder | undefined> {
  const [only] = folders;
  if (folders.length <= 1) {
    if (only) return only;
    const [root] = vscode.workspace.workspaceFolders ?? [];
    if (root) return { uri: root.uri, key: root.uri.toString(), name: root.name };
    await vscode.window.showInformationMessage(vscode.l10n.t('Open a folder for your articles first.'));
    return undefined;
  }
  const { activeTextEditor } = vscode.window;
  const here = folders.find(({ uri }) => activeTextEditor?.document.uri.path.startsWith(`${uri.path}/`));
  const picks = folders.map(folder => ({
    label: folder.name,
    description: folder === here ? vscode.l10n.t('now') : '',
    folder,
  }));
  const chosen = await vscode.window.showQuickPick(picks, { title: vscode.l10n.t('Into which folder?') });
  return chosen?.folder;
}

function ask(
  title: string,
  prompt: string,
  required: boolean,
  validateInput?: (value: string) => string | undefined,
): Thenable<string | undefined> {
  const words = (value: string) => (/\S/.test(value) ? undefined : vscode.l10n.t('Some words'));
  const check = validateInput ?? (required ? words : undefined);
  return vscode.window.showInputBox({ title, prompt, ignoreFocusOut: true, ...(check && { validateInput: check }) });
}

function isDay(value: string): string | undefined {
  return value === '' || /^\d{4}-\d{2}-\d{2}$/.test(value)
    ? undefined
    : vscode.l10n.t('A date such as 2025-09-28, or nothing');
}
