import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { FolderSnapshot } from '../../src/host/session/snapshot.ts';
import { compared, parts, snapshotOf, TWO_ACCOUNTS } from './support/parts.ts';
import { type Articles, find, hovers, makeArticles, open, select, until } from './support/support.ts';

const OWN = 'gazette.txt.test-reviewer.crosscheck.yaml';
const ID = '01JD5Z8Q4Y3K6T0B7N9M2X1C4V';
const note = (quote: string, text: string) =>
  `version: 1\nreviewer: Test Reviewer\nannotations:\n  - id: ${ID}\n    type: note\n    quote: ${quote}\n    text: ${text}\n`;

describe('sidecars', () => {
  let articles: Articles;
  before(() =>
    vscode.workspace
      .getConfiguration('crosscheck')
      .update('reviewer', 'Test Reviewer', vscode.ConfigurationTarget.Global),
  );
  afterEach(() => articles.remove());

  async function made(more: Readonly<Record<string, string>> = {}): Promise<FolderSnapshot> {
    articles = await makeArticles({ ...TWO_ACCOUNTS, ...more });
    return compared(articles, 2);
  }

  async function addNote(words: string, text: string): Promise<void> {
    select(await open(articles.uri('gazette.txt')), words);
    await vscode.commands.executeCommand('crosscheck.addNote', { text });
  }

  /** The annotation's words in the article, and what became of them. */
  function standing({ review, articles: read }: FolderSnapshot): { readonly state: string; readonly words: string } {
    const [said] = review?.annotations ?? [];
    const anchor = said?.anchor;
    const text = read.get('gazette.txt')?.text ?? '';
    return {
      state: anchor?.state ?? '',
      words: anchor && 'start' in anchor ? text.slice(anchor.start, anchor.end) : '',
    };
  }

  it('with unsaved changes in its editor: a note is added there, and both are saved together', async () => {
    await made({ [OWN]: note('loading dock', 'First.') });
    const { document } = await open(articles.uri(OWN));
    const typed = new vscode.WorkspaceEdit();
    typed.insert(document.uri, new vscode.Position(0, 0), '# not saved yet\n');
    await vscode.workspace.applyEdit(typed);
    assert.equal(document.isDirty, true);
    await addNote('Police closed the road', 'Second.');
    assert.match(document.getText(), /^# not saved yet\n[\s\S]*First\.[\s\S]*Second\./);
    assert.equal(document.isDirty, true);
    assert.equal(await articles.read(OWN), note('loading dock', 'First.'), 'nothing was saved over the person’s head');
    await document.save();
    assert.match(await articles.read(OWN), /^# not saved yet\n[\s\S]*First\.[\s\S]*Second\./);
  });

  it('changed by another program: it is read anew, and the next note keeps what came in', async () => {
    await made();
    await addNote('loading dock', 'Mine.');
    const mine = await articles.read(OWN);
    const theirs = `${mine}  # from the other machine\n  - type: note\n    quote: Police closed the road\n`;
    await articles.write(OWN, theirs);
    await snapshotOf(articles.folder, 'both notes', ({ review }) => review?.annotations.length === 2);
    await addNote('Mayor Ada Lund', 'Third.');
    const written = await articles.read(OWN);
    for (const words of ['Mine.', '# from the other machine', 'quote: Police closed the road', 'Third.'])
      assert.ok(written.includes(words), `${words} in\n${written}`);
  });

  it('fills in what a record written by hand lacks, with the next write of the file', async () => {
    await made({ [OWN]: 'annotations:\n  # by hand\n  - type: note\n    quote: loading dock\n' });
    await snapshotOf(articles.folder, 'the note', ({ review }) => review?.annotations.length === 1);
    await addNote('Police closed the road', 'Mine.');
    const written = await articles.read(OWN);
    const [, byHand = ''] = /# by hand\n {2}- ([\s\S]*?)(?=\n {2}- |$)/.exec(written) ?? [];
    assert.match(byHand, /id: \w{26}\n/);
    assert.match(byHand, /before: .*the fire began in the \n?/);
    assert.match(byHand, /start: \d+\n/);
    assert.match(written, /^version: 1\nreviewer: Test Reviewer\n/);
  });

  it('of an article that was changed outside: the mark is where its words are, with other line ends as well', async () => {
    await made();
    await addNote('Police closed the road', 'Mine.');
    const before = await articles.read(OWN);
    await articles.write('gazette.txt', TWO_ACCOUNTS['gazette.txt'].replace('Mayor', 'New on top.\n\nMayor'));
    const moved = await snapshotOf(articles.folder, 'moved', snapshot => standing(snapshot).state === 'moved');
    assert.equal(standing(moved).words, 'Police closed the road');
    await articles.write('gazette.txt', TWO_ACCOUNTS['gazette.txt'].replaceAll('\n', '\r\n'));
    const exact = await snapshotOf(articles.folder, 'exact', snapshot => standing(snapshot).state === 'exact');
    assert.equal(standing(exact).words, 'Police closed the road');
    assert.equal(await articles.read(OWN), before, 'a moved passage is no reason to write');
  });

  it('shows old words against new ones where a passage was changed: in the hover, the tree and the thread', async () => {
    await made();
    await addNote('Five people were killed', 'Who counted?');
    await articles.write('gazette.txt', TWO_ACCOUNTS['gazette.txt'].replace('Five people', 'Nine people'));
    await snapshotOf(
      articles.folder,
      'changed',
      snapshot => snapshot.phase === 'ready' && standing(snapshot).state === 'changed',
    );
    const { document } = await open(articles.uri('gazette.txt'));
    await until('the new text', () => document.getText().includes('Nine people'));
    const at = find(document, 'Nine people').start.translate(0, 2);
    const shown = await until('the hover', async () =>
      (await hovers(document.uri, at)).find(text => text.includes('Five')),
    );
    assert.match(shown.replaceAll('&nbsp;', ' '), /Five people were killed/);
    const { annotations: tree, comments } = await parts();
    const mine = tree.getChildren().find(node => node.kind === 'reviewer' && node.slug === 'test-reviewer');
    const changed = tree.getChildren(mine).find(node => node.kind === 'state' && node.state === 'changed');
    const [row] = tree.getChildren(changed);
    assert.ok(row);
    assert.equal(tree.getTreeItem(row).label, 'Nine people were killed');
    assert.match(String(tree.getTreeItem(row).description), /was “Five people were killed”/);
    await until('the thread', () =>
      comments
        .threadsIn(document.uri)
        .some(({ label }) => /the words were “Five people were killed”/.test(label ?? '')),
    );
  });

  it('cut short by a writer that was killed: whole again once the folder is opened, and nobody else’s files touched', async () => {
    const whole = note('loading dock', 'Whole.');
    const others = '.gazette.txt.bob.crosscheck.yaml.abc.tmp';
    await made({
      [OWN]: whole.slice(0, 40),
      [`.${OWN}.${whole.length}.copy`]: whole,
      [`.${OWN}.4f.tmp`]: 'half',
      [others]: 'half',
    });
    await until('the file whole', async () => (await articles.read(OWN)) === whole);
    await until(
      'the helpers gone',
      async () => (await articles.names()).filter(name => name.startsWith('.')).join() === others,
    );
    await snapshotOf(articles.folder, 'the note', snapshot => standing(snapshot).words === 'loading dock');
  });

  it('hold everything that was asked for when VS Code closes, which waits for it', async () => {
    const snapshot = await made();
    const article = snapshot.articles.get('gazette.txt');
    assert.ok(article);
    const { ledger, flush } = await parts();
    const started = ['One.', 'Two.', 'Three.'].map((text, i) =>
      ledger.note(snapshot, article, { start: i * 5, end: i * 5 + 4 }, text),
    );
    await flush();
    assert.deepEqual((await articles.read(OWN)).match(/text: \w+\./g)?.sort(), [
      'text: One.',
      'text: Three.',
      'text: Two.',
    ]);
    assert.deepEqual(await Promise.all(started), [true, true, true]);
  });

  it('nest under their article in the Explorer', async () => {
    await made();
    const nesting = vscode.workspace.getConfiguration('explorer.fileNesting');
    assert.equal(nesting.get('enabled'), true);
    const patterns = nesting.get<Readonly<Record<string, string>>>('patterns', {});
    for (const ending of ['txt', 'md'])
      assert.equal(patterns[`*.${ending}`], `\${capture}.${ending}.*.crosscheck.yaml`);
    assert.ok(Object.keys(patterns).length > 2, 'what VS Code nests by itself still does');
  });

  it('of a decision: commands from the context menu, which hands over the document, work at the cursor', async () => {
    const snapshot = await made();
    const claim = snapshot.articles.get('gazette.txt')?.analysis?.claims.at(-1);
    assert.ok(claim);
    const editor = await open(articles.uri('gazette.txt'));
    const at = editor.document.positionAt(claim.start + 1);
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('crosscheck.confirmSuggestion', editor.document.uri);
    const written = await articles.read('test-reviewer.crosscheck.yaml');
    assert.match(written, /decision: confirmed\n/);
    assert.doesNotMatch(written, /before:/, 'words that stand once need no context');
  });
});
