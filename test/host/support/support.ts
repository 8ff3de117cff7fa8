// What host tests have in common: articles to work on, documents, waiting.
//
// A test makes the articles that it needs in a folder of its own below the workspace and has them removed afterwards:
//
//   const articles = makeArticles({ 'gazette.txt': 'At least 17 …', 'tribune.txt': 'More than a dozen …' });
//   …
//   await (await articles).remove();
import { Buffer } from 'node:buffer';
import * as vscode from 'vscode';

export const EXTENSION = 'crosscheck.crosscheck';

/** The extension under test, activated. */
export async function activated(): Promise<vscode.Extension<unknown>> {
  const extension = vscode.extensions.getExtension(EXTENSION);
  if (!extension) throw new Error(`${EXTENSION} is not installed`);
  await extension.activate();
  return extension;
}

/** The first folder of the workspace. */
export function workspaceFolder(): vscode.WorkspaceFolder {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('This test wants a folder to be open');
  return folder;
}

/** A folder of articles that a test has made. */
export interface Articles {
  readonly folder: vscode.Uri;
  /** The address of a file in it. */
  uri(name: string): vscode.Uri;
  /** The words of a file in it, as they are on disk. */
  read(name: string): Promise<string>;
  /** Writes a file in it, over the one that may be there. */
  write(name: string, content: string | Uint8Array): Promise<vscode.Uri>;
  /** The names of what lies in it, in order. */
  names(): Promise<readonly string[]>;
  /** Closes its editors, without asking, and removes it. */
  remove(): Promise<void>;
}

/**
 * Writes a new folder below the workspace's first.
 * @param files content by name, with `/` for folders within; a string is written as UTF-8
 * @param options `sources: false` leaves out the `sources.yaml` that names every file, unless `files` has its own
 */
export async function makeArticles(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: { readonly sources?: boolean; readonly name?: string } = {},
): Promise<Articles> {
  // Each test file is a bundle with its own copy of this module, and no folder is to bear the name of one before it.
  const name = options.name ?? `test-${process.hrtime.bigint().toString(36)}`;
  const folder = vscode.Uri.joinPath(workspaceFolder().uri, name);
  const articles = articlesIn(folder);
  await vscode.workspace.fs.createDirectory(folder);
  if (options.sources !== false && !('sources.yaml' in files)) {
    await articles.write('sources.yaml', sourcesOf(Object.keys(files)));
  }
  for (const [name, content] of Object.entries(files)) await articles.write(name, content);
  return articles;
}

function articlesIn(folder: vscode.Uri): Articles {
  const uri = (name: string) => vscode.Uri.joinPath(folder, ...name.split('/'));
  return {
    folder,
    uri,
    read: async name => Buffer.from(await vscode.workspace.fs.readFile(uri(name))).toString('utf8'),
    write: async (name, content) => {
      await vscode.workspace.fs.writeFile(uri(name), typeof content === 'string' ? Buffer.from(content) : content);
      return uri(name);
    },
    names: async () => (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name).sort(),
    remove: async () => {
      await closeEditors();
      await vscode.workspace.fs.delete(folder, { recursive: true, useTrash: false });
    },
  };
}

/** A `sources.yaml` that names the articles, each with an outlet after its name. */
function sourcesOf(names: readonly string[]): string {
  const articles = names.filter(name => /\.(txt|md|markdown)$/.test(name));
  const lines = articles.map(
    name => `  - file: ${name}\n    outlet: ${(name.split('/').at(-1) ?? name).split('.')[0]}\n`,
  );
  return articles.length ? `sources:\n${lines.join('')}` : 'sources: []\n';
}

/** Opens a document in an editor. */
export async function open(uri: vscode.Uri): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
}

/** Selects the words at their first (or `nth`, from 0) occurrence and returns where they are. */
export function select(editor: vscode.TextEditor, words: string, nth = 0): vscode.Range {
  const range = find(editor.document, words, nth);
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range);
  return range;
}

/** Where the words stand in a document. */
export function find(document: vscode.TextDocument, words: string, nth = 0): vscode.Range {
  const text = document.getText();
  let start = -1;
  for (let i = 0; i <= nth; i += 1) {
    start = text.indexOf(words, start + 1);
    if (start < 0) throw new Error(`“${words}” does not stand ${nth + 1} times in ${document.uri.path}`);
  }
  return new vscode.Range(document.positionAt(start), document.positionAt(start + words.length));
}

/** Closes every editor; what is not saved in them is lost. */
export async function closeEditors(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isDirty || document.isUntitled) continue;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/**
 * Waits until `look` gives something other than undefined or false, asking every 50 ms.
 * @param what is waited for, in words for the error
 * @param limit in milliseconds
 * @returns what `look` gave
 * @throws when the time is over, with the last error that `look` threw, if it did
 */
export async function until<T>(
  what: string,
  look: () => T | undefined | false | PromiseLike<T | undefined | false>,
  limit = 30_000,
): Promise<T> {
  const end = Date.now() + limit;
  let last: unknown;
  for (;;) {
    try {
      const found = await look();
      if (found !== undefined && found !== false) return found;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`${what}: not within ${limit / 1000} s`, { cause: last });
    await pause(50);
  }
}

/** Lets `milliseconds` go by: only to show that something does not happen, never to wait for what does. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}

/** The hovers at a place, as the Markdown that they are made of. */
export async function hovers(uri: vscode.Uri, position: vscode.Position): Promise<readonly string[]> {
  const found = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
  return found.map(hover =>
    hover.contents.map(content => (typeof content === 'string' ? content : content.value)).join('\n\n'),
  );
}

/** Has something else stand for a member of VS Code's window, until the returned function is called. */
export function instead(name: keyof typeof vscode.window, stand: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(vscode.window, name);
  if (!before) throw new Error(`VS Code's window has no ${name}`);
  Object.defineProperty(vscode.window, name, { ...before, value: stand });
  return () => Object.defineProperty(vscode.window, name, before);
}
