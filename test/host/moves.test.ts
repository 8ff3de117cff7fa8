import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { compared, snapshotOf, TWO_ACCOUNTS } from './support/parts.ts';
import { type Articles, makeArticles, open, select, until } from './support/support.ts';

const OWN = 'gazette.txt.test-reviewer.crosscheck.yaml';
const BOBS = 'gazette.txt.bob.crosscheck.yaml';
const ROOT = '01JD5Z8Q4Y3K6T0B7N9M2X1C4V';
const BOB = `# Bob's own words\nversion: 1\nreviewer: Bob\nannotations:\n  - id: ${ROOT}\n    type: note\n    quote: loading dock\n    text: Which?\n`;

describe('articles that move', () => {
  let articles: Articles;
  before(async () => {
    await vscode.workspace
      .getConfiguration('crosscheck')
      .update('reviewer', 'Test Reviewer', vscode.ConfigurationTarget.Global);
    const explorer = vscode.workspace.getConfiguration('explorer');
    await explorer.update('confirmDelete', false, vscode.ConfigurationTarget.Global);
    await explorer.update('confirmUndo', 'light', vscode.ConfigurationTarget.Global);
  });
  beforeEach(async () => {
    articles = await makeArticles({ ...TWO_ACCOUNTS, [BOBS]: BOB });
    await compared(articles, 2);
    await snapshotOf(articles.folder, 'Bob’s note', ({ review }) => review?.annotations.length === 1);
    const editor = await open(articles.uri('gazette.txt'));
    select(editor, 'Police closed the road');
    await vscode.commands.executeCommand('crosscheck.addNote', { text: 'Mine.' });
  });
  afterEach(() => articles.remove());

  /** Waits until exactly these sidecars lie here. */
  async function sidecars(...wanted: readonly string[]): Promise<void> {
    let seen = '';
    await until(`sidecars ${wanted.join(', ')}`, async () => {
      seen = (await articles.names()).filter(name => /\.txt\..*crosscheck\.yaml$/.test(name)).join();
      return seen === [...wanted].sort().join();
    }).catch(error => assert.fail(`${error}; there are ${seen}`));
  }

  async function applied(change: (edit: vscode.WorkspaceEdit) => void): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    change(edit);
    assert.equal(await vscode.workspace.applyEdit(edit), true);
  }

  async function inExplorer(name: string, ...commands: readonly string[]): Promise<void> {
    await vscode.commands.executeCommand('revealInExplorer', articles.uri(name));
    await vscode.commands.executeCommand('workbench.files.action.focusFilesExplorer');
    for (const command of commands) await vscode.commands.executeCommand(command);
  }

  it('renamed: everyone’s sidecars go along as they stand, and one undo takes all of it back', async () => {
    await applied(edit => edit.renameFile(articles.uri('gazette.txt'), articles.uri('paper.txt')));
    await sidecars('paper.txt.bob.crosscheck.yaml', 'paper.txt.test-reviewer.crosscheck.yaml');
    assert.equal(await articles.read('paper.txt.bob.crosscheck.yaml'), BOB);
    const { review } = await snapshotOf(
      articles.folder,
      'both notes at the new name',
      ({ review }) => review?.annotations.filter(({ path, anchor }) => path === 'paper.txt' && anchor).length === 2,
    );
    assert.deepEqual(review?.problems, []);
    await open(articles.uri('paper.txt'));
    await vscode.commands.executeCommand('undo');
    await sidecars(OWN, BOBS);
    assert.ok((await articles.names()).includes('gazette.txt'));
    assert.ok(!(await articles.names()).includes('paper.txt'));
  });

  it('renamed: the reviewer’s own folder file names it anew, and the old way again after undo', async () => {
    await vscode.commands.executeCommand('crosscheck.reviewSuggestions', 'claims');
    await vscode.commands.executeCommand('crosscheck.triageConfirm');
    await vscode.commands.executeCommand('crosscheck.triageEnd');
    const file = 'test-reviewer.crosscheck.yaml';
    assert.match(await articles.read(file), /article: gazette\.txt/);
    await applied(edit => edit.renameFile(articles.uri('gazette.txt'), articles.uri('paper.txt')));
    await until('the new name', async () => /article: paper\.txt/.test(await articles.read(file)));
    assert.doesNotMatch(await articles.read(file), /gazette/);
    await open(articles.uri('paper.txt'));
    await vscode.commands.executeCommand('undo');
    await until('the old name', async () => /article: gazette\.txt/.test(await articles.read(file)));
  });

  it('renamed: sources.yaml names it anew, so that its outlet stays known, and the old way again after undo', async () => {
    const before = await articles.read('sources.yaml');
    const outletOf = (path: string) =>
      snapshotOf(
        articles.folder,
        `the outlet of ${path}`,
        ({ phase, articles: read }) => phase === 'ready' && read.get(path)?.info.outlet === 'gazette',
      );
    await outletOf('gazette.txt');
    await applied(edit => edit.renameFile(articles.uri('gazette.txt'), articles.uri('paper.txt')));
    await until('the new name', async () => /file: paper\.txt\n/.test(await articles.read('sources.yaml')));
    assert.equal(await articles.read('sources.yaml'), before.replace('file: gazette.txt', 'file: paper.txt'));
    await outletOf('paper.txt');
    await open(articles.uri('paper.txt'));
    await vscode.commands.executeCommand('undo');
    await until('the old name', async () => (await articles.read('sources.yaml')) === before);
    await outletOf('gazette.txt');
  });

  it('moved to another folder: the sidecars move there', async () => {
    await applied(edit => edit.renameFile(articles.uri('gazette.txt'), articles.uri('old/gazette.txt')));
    await sidecars();
    const there = await vscode.workspace.fs.readDirectory(articles.uri('old'));
    assert.deepEqual(there.map(([name]) => name).sort(), ['gazette.txt', BOBS, OWN].sort());
  });

  it('copied in the Explorer: the copy has everyone’s annotations, with ids of their own', async () => {
    await inExplorer('gazette.txt', 'filesExplorer.copy', 'filesExplorer.paste');
    const copies = ['gazette copy.txt.bob.crosscheck.yaml', 'gazette copy.txt.test-reviewer.crosscheck.yaml'];
    await sidecars(OWN, BOBS, ...copies);
    const copied = await articles.read('gazette copy.txt.bob.crosscheck.yaml');
    assert.doesNotMatch(copied, new RegExp(ROOT));
    assert.equal(copied.replace(/id: \w{26}/, `id: ${ROOT}`), BOB);
    const { review } = await snapshotOf(articles.folder, 'all four', ({ review }) => review?.annotations.length === 4);
    assert.deepEqual(
      review?.problems.filter(({ code }) => code === 'duplicate-id'),
      [],
    );
    await vscode.commands.executeCommand('undo');
    await sidecars(OWN, BOBS);
    assert.ok(!(await articles.names()).includes('gazette copy.txt'));
  });

  it('deleted in the Explorer: the sidecars go too, and one undo brings all back', async () => {
    await inExplorer('gazette.txt', 'deleteFile');
    await sidecars();
    assert.ok(!(await articles.names()).includes('gazette.txt'));
    await vscode.commands.executeCommand('workbench.files.action.focusFilesExplorer');
    await vscode.commands.executeCommand('undo');
    await sidecars(OWN, BOBS);
    assert.equal(await articles.read(BOBS), BOB);
    assert.ok((await articles.names()).includes('gazette.txt'));
  });

  it('renamed outside of VS Code: the sidecar is found by its quotes and offered to be attached again', async () => {
    await vscode.workspace.fs.rename(articles.uri('gazette.txt'), articles.uri('paper.txt'));
    const problem = await until('the problem', () =>
      vscode.languages.getDiagnostics(articles.uri(BOBS)).find(({ message }) => message.includes('paper.txt')),
    );
    assert.match(problem.message, /gazette\.txt is not there/);
    await open(articles.uri(BOBS));
    const fix = await until('the quick fix', async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        articles.uri(BOBS),
        problem.range,
      );
      return actions.find(({ title }) => title.includes('paper.txt'));
    });
    assert.ok(fix.command);
    await vscode.commands.executeCommand(fix.command.command, ...(fix.command.arguments ?? []));
    await until('Bob’s sidecar', async () => (await articles.names()).includes('paper.txt.bob.crosscheck.yaml'));
    assert.equal(await articles.read('paper.txt.bob.crosscheck.yaml'), BOB);
    await snapshotOf(
      articles.folder,
      'Bob’s note in place',
      ({ review }) =>
        review?.annotations.some(
          ({ path, slug, anchor }) => path === 'paper.txt' && slug === 'bob' && anchor?.state === 'exact',
        ) ?? false,
    );
  });
});
