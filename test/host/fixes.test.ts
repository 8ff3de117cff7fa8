import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { compared, snapshotOf, TWO_ACCOUNTS } from './support/parts.ts';
import { type Articles, makeArticles, open, select, until } from './support/support.ts';

const OWN = 'gazette.txt.test-reviewer.crosscheck.yaml';
const ID = '01JD5Z8Q4Y3K6T0B7N9M2X1C4V';
const HEAD = 'version: 1\nreviewer: Test Reviewer\nannotations:\n';
const record = (id: string, quote: string) => `  - id: ${id}\n    type: note\n    quote: ${quote}\n`;

describe('quick fixes in sidecars', () => {
  let articles: Articles;
  before(() =>
    vscode.workspace
      .getConfiguration('crosscheck')
      .update('reviewer', 'Test Reviewer', vscode.ConfigurationTarget.Global),
  );
  afterEach(() => articles.remove());

  /** The fix for the problem with these words in a sidecar of this content. */
  async function fixFor(words: RegExp, title: RegExp, content: string): Promise<vscode.CodeAction> {
    articles = await makeArticles({ ...TWO_ACCOUNTS, [OWN]: content });
    await compared(articles, 2);
    const uri = articles.uri(OWN);
    await open(uri);
    const problem = await until('the problem', () =>
      vscode.languages.getDiagnostics(uri).find(({ message }) => words.test(message)),
    );
    return until('the fix', async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        uri,
        problem.range,
      );
      return actions.find(action => title.test(action.title));
    });
  }

  /** Makes the fix's edit, and gives the text that comes of it. */
  async function edited(fix: vscode.CodeAction): Promise<string> {
    assert.ok(fix.edit);
    assert.equal(await vscode.workspace.applyEdit(fix.edit), true);
    const document = await vscode.workspace.openTextDocument(articles.uri(OWN));
    await document.save();
    return document.getText();
  }

  it('conflict markers: both sides are kept, whatever stands on them', async () => {
    const other = '01JD5Z8Q4Y3K6T0B7N9M2X1C5A';
    const conflict = `${HEAD}<<<<<<< HEAD\n${record(ID, 'loading dock')}=======\n  # theirs\n${record(other, 'Police closed the road')}>>>>>>> branch\n`;
    const text = await edited(await fixFor(/conflict markers/, /Keep both sides/, conflict));
    for (const words of [ID, other, '# theirs', 'loading dock', 'Police closed the road'])
      assert.ok(text.includes(words), `${words} in\n${text}`);
    assert.doesNotMatch(text, /<<<<<<<|=======|>>>>>>>/);
    const { review } = await snapshotOf(articles.folder, 'no problem', each => each.review?.problems.length === 0);
    assert.equal(review?.annotations.length, 2);
  });

  it('an id that stands twice: the second record loses it, and is given one with the next write', async () => {
    const twice = HEAD + record(ID, 'loading dock') + record(ID, 'Police closed the road');
    const text = await edited(await fixFor(/stands at line/, /id of its own/, twice));
    assert.equal(text.split(ID).length, 2);
    assert.match(text, /quote: Police closed the road/);
    await snapshotOf(articles.folder, 'no problem', ({ review }) => review?.problems.length === 0);
    select(await open(articles.uri('gazette.txt')), 'Ada Lund');
    await vscode.commands.executeCommand('crosscheck.addNote', { text: 'Mine.' });
    const document = await vscode.workspace.openTextDocument(articles.uri(OWN));
    assert.equal(new Set(document.getText().match(/id: \w{26}/g)).size, 3, document.getText());
  });

  it('a lost passage: attached again to the words that are selected in the article', async () => {
    const fix = await fixFor(/no longer stands/, /Re-attach/, HEAD + record(ID, 'the captain of the lost zeppelin'));
    assert.ok(fix.command);
    select(await open(articles.uri('gazette.txt')), 'loading dock');
    const { command, arguments: args = [] } = fix.command;
    const attached = Promise.resolve(vscode.commands.executeCommand(command, ...args));
    let done = false;
    attached.finally(() => {
      done = true;
    });
    await until('the choice taken', async () => {
      if (!done) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return done;
    });
    await attached;
    const text = (await vscode.workspace.openTextDocument(articles.uri(OWN))).getText();
    assert.match(text, new RegExp(`id: ${ID}\\n    type: note\\n    quote: loading dock\\n`));
    await snapshotOf(articles.folder, 'no problem', ({ review }) => review?.problems.length === 0);
  });

  it('a version of tomorrow: is told, read, and never written', async () => {
    const newer = HEAD.replace('1', '9') + record(ID, 'loading dock');
    articles = await makeArticles({ ...TWO_ACCOUNTS, [OWN]: newer });
    const { review } = await snapshotOf(articles.folder, 'the note', each => each.review?.annotations.length === 1);
    assert.deepEqual(
      review?.problems.map(({ code }) => code),
      ['newer-version'],
    );
    await compared(articles, 2);
    select(await open(articles.uri('gazette.txt')), 'Police');
    await vscode.commands.executeCommand('crosscheck.addNote', { text: 'Mine.' });
    assert.equal(await articles.read(OWN), newer);
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});
