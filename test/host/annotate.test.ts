import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { highlightOptions } from '../../src/host/kit/settings.ts';
import { annotationsIn, marksOf } from '../../src/host/words/marks.ts';
import { compared, parts, snapshotOf, TWO_ACCOUNTS } from './support/parts.ts';
import { type Articles, hovers, makeArticles, open, select, until } from './support/support.ts';

const SIDECAR = 'gazette.txt.test-reviewer.crosscheck.yaml';

describe('annotating', () => {
  let articles: Articles;
  before(() =>
    vscode.workspace
      .getConfiguration('crosscheck')
      .update('reviewer', 'Test Reviewer', vscode.ConfigurationTarget.Global),
  );
  beforeEach(async () => {
    articles = await makeArticles(TWO_ACCOUNTS);
    await compared(articles, 2);
  });
  afterEach(() => articles.remove());

  async function annotations() {
    const { session } = await parts();
    const found = session.articleOf(articles.uri('gazette.txt'));
    return found ? annotationsIn(found.snapshot, found.article) : [];
  }

  /** The first annotation, once the session has read it back. */
  function firstAnnotation() {
    return until('an annotation', async () => (await annotations())[0]);
  }

  it('writes a claim that one marks into a YAML sidecar beside the article', async () => {
    const editor = await open(articles.uri('gazette.txt'));
    select(editor, 'Five people were killed');
    await vscode.commands.executeCommand('crosscheck.annotateClaim', { text: 'As the coroner says.' });
    const written = await articles.read(SIDECAR);
    assert.match(written, /^version: 1\nreviewer: Test Reviewer\n/);
    assert.match(written, /quote: Five people were killed\n/);
    assert.match(written, /text: As the coroner says\.\n/);
    const made = await firstAnnotation();
    assert.equal(made.said.record.type, 'claim');
  });

  it('notes which fact a marked claim bears on, and what it says of it', async () => {
    const editor = await open(articles.uri('gazette.txt'));
    select(editor, 'Five people were killed');
    await vscode.commands.executeCommand('crosscheck.annotateClaim', { text: '' });
    const { record } = (await firstAnnotation()).said;
    assert.ok(record.type === 'claim' && record.fact && record.says, JSON.stringify(record));
  });

  it('shows a person’s mark apart from suggestions, and one’s own apart from others’', async () => {
    await articles.write(
      'gazette.txt.bob.crosscheck.yaml',
      'version: 1\nreviewer: Bob\nannotations:\n  - type: note\n    quote: Police closed the road\n    text: Which road?\n',
    );
    const editor = await open(articles.uri('gazette.txt'));
    select(editor, 'loading dock');
    await vscode.commands.executeCommand('crosscheck.addNote', { text: 'Check with the harbour.' });
    const snapshot = await snapshotOf(articles.folder, 'both notes', ({ review }) => review?.annotations.length === 2);
    const article = snapshot.articles.get('gazette.txt');
    assert.ok(article);
    const marks = marksOf(snapshot, article, highlightOptions(article.uri, 'test-reviewer'));
    const words = (layer: 'annotations' | 'others') =>
      (marks.get(layer) ?? []).map(({ start, end }) => article.text.slice(start, end));
    assert.deepEqual(words('annotations'), ['loading dock']);
    assert.deepEqual(words('others'), ['Police closed the road']);
    const [hover] = await hovers(article.uri, editor.selection.start.translate(0, 2));
    assert.match(hover ?? '', /Test.*Reviewer.*Check.*harbour/);
  });

  it('gives an entity one name and type, which the analysis then takes over', async () => {
    const editor = await open(articles.uri('gazette.txt'));
    select(editor, 'Ada Lund');
    await vscode.commands.executeCommand('crosscheck.annotateEntity', {
      entity: 'Mayor Lund of Brindle',
      entityType: 'person',
    });
    await snapshotOf(articles.folder, 'the name', ({ articles: read }) =>
      (read.get('gazette.txt')?.analysis?.entities ?? []).some(
        ({ canonical }) => canonical === 'Mayor Lund of Brindle',
      ),
    );
  });

  it('edits an annotation, deletes it, and takes the deletion back', async () => {
    const editor = await open(articles.uri('gazette.txt'));
    select(editor, 'loading dock');
    await vscode.commands.executeCommand('crosscheck.addNote', { text: 'First words.' });
    await until('the note', async () => (await annotations()).length === 1);
    await vscode.commands.executeCommand('crosscheck.editAnnotation', { text: 'Second words.' });
    assert.match(await articles.read(SIDECAR), /Second words/);
    await vscode.commands.executeCommand('crosscheck.deleteAnnotation');
    await until('no note', async () => (await annotations()).length === 0);
    assert.doesNotMatch(await articles.read(SIDECAR), /Second words/);
    await vscode.commands.executeCommand('crosscheck.undo');
    await until('the note again', async () => (await annotations()).length === 1);
    assert.match(await articles.read(SIDECAR), /Second words/);
  });

  it('keeps what a person wrote into the sidecar by hand', async () => {
    const byHand = `# my own file\nversion: 1\nreviewer: Test Reviewer\nannotations:\n  # ask Ada\n  - type: note\n    quote: Police closed the road\n    mood: doubtful\n`;
    await articles.write(SIDECAR, byHand);
    await snapshotOf(articles.folder, 'the note', ({ review }) => review?.annotations.length === 1);
    const editor = await open(articles.uri('gazette.txt'));
    select(editor, 'loading dock');
    await vscode.commands.executeCommand('crosscheck.addNote', { text: 'Mine.' });
    const written = await articles.read(SIDECAR);
    for (const line of ['# my own file', '  # ask Ada', '    mood: doubtful', '    quote: Police closed the road']) {
      assert.ok(written.includes(`${line}\n`), `${line} in\n${written}`);
    }
  });

  it('changes a sidecar that is open in its editor, so that it can be undone there', async () => {
    const editor = await open(articles.uri('gazette.txt'));
    select(editor, 'loading dock');
    await vscode.commands.executeCommand('crosscheck.addNote', { text: 'First.' });
    const sidecar = await open(articles.uri(SIDECAR));
    await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.Beside);
    const again = vscode.window.activeTextEditor;
    assert.ok(again);
    select(again, 'Police');
    await vscode.commands.executeCommand('crosscheck.addNote', { text: 'Second.' });
    assert.match(sidecar.document.getText(), /Second\./);
    await vscode.window.showTextDocument(sidecar.document);
    await vscode.commands.executeCommand('undo');
    assert.doesNotMatch(sidecar.document.getText(), /Second\./);
  });

  it('confirms the claim at the cursor, and the decision names the words', async () => {
    const editor = await open(articles.uri('gazette.txt'));
    const { session } = await parts();
    const claim = session.articleOf(articles.uri('gazette.txt'))?.article.analysis?.claims.at(-1);
    assert.ok(claim);
    const at = editor.document.positionAt(claim.start + 1);
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('crosscheck.confirmSuggestion');
    const written = await articles.read('test-reviewer.crosscheck.yaml');
    assert.match(written, /decision: confirmed\n/);
    assert.match(written, /quote: /);
  });
});
