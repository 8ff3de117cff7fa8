import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { compared } from './support/parts.ts';
import { type Articles, closeEditors, makeArticles } from './support/support.ts';

const FIRST =
  'A strike at the port\n\nHarbour master Ida Velling closed the port of Lindholm on Monday. Velling said that 14 ships were waiting.\n';
const SECOND =
  'Ida Velling, who runs the port of Lindholm, closed it on Monday. Fourteen ships were waiting, she said.\n';

describe('names in the editor', () => {
  let articles: Articles;
  let document: vscode.TextDocument;
  before(async () => {
    articles = await makeArticles({ 'first.txt': FIRST, 'second.txt': SECOND });
    await compared(articles, 2);
    document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(articles.folder, 'first.txt'));
    await vscode.window.showTextDocument(document);
  });
  after(async () => {
    await closeEditors();
    await articles.remove();
  });

  const surname = () => document.positionAt(FIRST.indexOf('Velling said') + 2);
  const ask = <T>(command: string, ...args: unknown[]) => vscode.commands.executeCommand<T[]>(command, ...args);

  it('lead from a surname to where the whole name is introduced', async () => {
    const [introduced] = await ask<vscode.Location>('vscode.executeDefinitionProvider', document.uri, surname());
    assert.ok(introduced);
    const there = await vscode.workspace.openTextDocument(introduced.uri);
    assert.equal(there.getText(introduced.range), 'Ida Velling');
  });

  it('have their mentions listed over all articles', async () => {
    const found = await ask<vscode.Location>('vscode.executeReferenceProvider', document.uri, surname());
    assert.deepEqual([...new Set(found.map(({ uri }) => uri.path.split('/').at(-1)))].sort(), [
      'first.txt',
      'second.txt',
    ]);
  });

  it('are marked where else they stand in the article', async () => {
    const marked = await ask<vscode.DocumentHighlight>('vscode.executeDocumentHighlights', document.uri, surname());
    assert.equal(marked.length, 2);
  });

  it('are found among the symbols of the workspace', async () => {
    const found = await ask<vscode.SymbolInformation>('vscode.executeWorkspaceSymbolProvider', 'velling');
    assert.ok(found.some(({ name }) => name === 'Ida Velling'));
  });

  it('stand beside an outline of headings and claims', async () => {
    const [heading] = await ask<vscode.DocumentSymbol>('vscode.executeDocumentSymbolProvider', document.uri);
    assert.equal(heading?.name, 'A strike at the port');
    assert.ok(heading.children.some(({ detail }) => detail === 'Ida Velling'));
  });
});
