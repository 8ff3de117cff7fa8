import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { highlightOptions } from '../../src/host/kit/settings.ts';
import { marksOf } from '../../src/host/words/marks.ts';
import { compared, parts, snapshotOf, TWO_ACCOUNTS } from './support/parts.ts';
import { type Articles, find, hovers, makeArticles, open, select, until } from './support/support.ts';

describe('what the editor shows', () => {
  let articles: Articles;
  before(async () => {
    articles = await makeArticles(TWO_ACCOUNTS);
    await compared(articles, 2);
  });
  after(() => articles.remove());

  async function marks(name: string) {
    const { session } = await parts();
    const found = session.articleOf(articles.uri(name));
    assert.ok(found);
    const marked = marksOf(found.snapshot, found.article, highlightOptions(articles.uri(name)));
    return {
      ...found,
      marked,
      words: (layer: Parameters<typeof marked.get>[0]) =>
        (marked.get(layer) ?? []).map(span => found.article.text.slice(span.start, span.end)),
    };
  }

  it('marks names by their type, and passages in dispute', async () => {
    const { words } = await marks('gazette.txt');
    assert.ok(
      words('person').some(name => name.includes('Ada Lund')),
      words('person').join(),
    );
    assert.ok(
      words('disputes').some(passage => passage.includes('Five people')),
      words('disputes').join(),
    );
  });

  it('draws no claim where a dispute is drawn', async () => {
    const { marked } = await marks('gazette.txt');
    for (const claim of marked.get('claims') ?? []) {
      for (const dispute of marked.get('disputes') ?? []) {
        assert.ok(claim.end <= dispute.start || dispute.end <= claim.start);
      }
    }
    assert.notEqual((marked.get('disputes') ?? []).length, 0);
  });

  it('takes a switched-off layer away at once', async () => {
    const configuration = vscode.workspace.getConfiguration('crosscheck');
    await configuration.update('highlights.layers', { person: false }, vscode.ConfigurationTarget.Global);
    try {
      assert.deepEqual((await marks('gazette.txt')).words('person'), []);
    } finally {
      await configuration.update('highlights.layers', undefined, vscode.ConfigurationTarget.Global);
    }
    assert.notEqual((await marks('gazette.txt')).words('person').length, 0);
  });

  it('says first that a fact is disputed, then who says what', async () => {
    const editor = await open(articles.uri('gazette.txt'));
    const at = find(editor.document, 'Five people').start.translate(0, 2);
    const hover = await until('the hover', async () =>
      (await hovers(editor.document.uri, at)).find(text => text.includes('Disputed')),
    );
    assert.match(hover.split('\n')[0] ?? '', /Disputed/);
    assert.match(hover, /tribune/);
    assert.match(hover, /Compare.*Confirm.*Dismiss/s);
    assert.ok(hover.split('\n').length <= 24, hover);
  });

  it('says on a name what it is and where others mention it', async () => {
    const editor = await open(articles.uri('gazette.txt'));
    const at = find(editor.document, 'Ada Lund').start.translate(0, 2);
    const hover = await until('the hover', async () =>
      (await hovers(editor.document.uri, at)).find(text => text.includes('person')),
    );
    assert.match(hover.replaceAll('&nbsp;', ' '), /Ada Lund\*\* — person/);
  });

  it('keeps words of an article from becoming Markdown or links', async () => {
    const trap = await articles.write(
      'trap.txt',
      'Nine people were killed when [a fire](command:workbench.action.quit) broke out at a **warehouse** in Brindle Harbour on Monday night.\n',
    );
    await compared(articles, 3);
    const editor = await open(articles.uri('gazette.txt'));
    const at = find(editor.document, 'Five people').start.translate(0, 2);
    const hover = await until('the hover', async () =>
      (await hovers(editor.document.uri, at)).find(text => text.includes('trap')),
    );
    assert.ok(!hover.includes('](command:workbench'), hover);
    await vscode.workspace.fs.delete(trap);
    await compared(articles, 2);
  });

  it('follows the text while one types, before anything is saved', async () => {
    const editor = await open(articles.uri('gazette.txt'));
    const before = (await marks('gazette.txt')).marked.get('disputes') ?? [];
    assert.notEqual(before.length, 0);
    await editor.edit(edit => edit.insert(new vscode.Position(0, 0), 'Exclusive: '));
    await snapshotOf(
      articles.folder,
      'the edited text',
      ({ phase, articles: read }) =>
        phase === 'ready' && (read.get('gazette.txt')?.text.startsWith('Exclusive: ') ?? false),
    );
    const { article, marked } = await marks('gazette.txt');
    const now = (marked.get('disputes') ?? []).map(({ start, end }) => article.text.slice(start, end));
    assert.ok(
      now.some(words => words.includes('Five people')),
      now.join(' | '),
    );
    await vscode.commands.executeCommand('undo');
    await snapshotOf(
      articles.folder,
      'the text as it was',
      ({ phase, articles: read }) =>
        phase === 'ready' && (read.get('gazette.txt')?.text.startsWith('Fire at') ?? false),
    );
  });

  it('counts positions alike in files with Windows line ends', async () => {
    await articles.write(
      'windows.txt',
      'Title of It\r\n\r\nEight people were killed when a fire broke out at a warehouse in Brindle Harbour on Monday night.\r\n',
    );
    await compared(articles, 3);
    const editor = await open(articles.uri('windows.txt'));
    const at = find(editor.document, 'Eight people').start.translate(0, 2);
    const hover = await until('the hover', async () =>
      (await hovers(editor.document.uri, at)).find(text => text.includes('Disputed')),
    );
    assert.match(hover, /windows/);
    await vscode.workspace.fs.delete(articles.uri('windows.txt'));
    await compared(articles, 2);
  });
});

describe('marks that people made, while one edits', () => {
  const SENTENCE = 'Police closed the road.';
  let articles: Articles;
  before(() =>
    vscode.workspace
      .getConfiguration('crosscheck')
      .update('reviewer', 'Test Reviewer', vscode.ConfigurationTarget.Global),
  );
  beforeEach(async () => {
    articles = await makeArticles(TWO_ACCOUNTS);
    await compared(articles, 2);
    const editor = await open(articles.uri('gazette.txt'));
    select(editor, 'closed the road');
    await vscode.commands.executeCommand('crosscheck.addNote', { text: 'Which one?' });
    await snapshotOf(articles.folder, 'the note', ({ review }) => review?.annotations.length === 1);
  });
  afterEach(() => articles.remove());

  /** The words that the mark stands on by now, before anything was read again; empty when there are none. */
  async function words(editor: vscode.TextEditor): Promise<string> {
    const { session } = await parts();
    const text = editor.document.getText();
    const [mark] = session.reading(articles.folder.toString())?.followed('gazette.txt', text) ?? [];
    return mark ? text.slice(mark.span.start, mark.span.end) : '';
  }

  it('follow typing in front of them and inside them', async () => {
    const editor = await open(articles.uri('gazette.txt'));
    await editor.edit(edit => edit.insert(new vscode.Position(0, 0), 'Exclusive: '));
    assert.equal(await words(editor), 'closed the road');
    await editor.edit(edit => edit.insert(find(editor.document, ' the road').start, ' off'));
    assert.equal(await words(editor), 'closed off the road');
  });

  it('follow their sentence when it is cut, pasted elsewhere, undone and redone, at once', async () => {
    const editor = await open(articles.uri('gazette.txt'));
    const from = find(editor.document, SENTENCE);
    await editor.edit(edit => edit.delete(from));
    assert.equal(await words(editor), '');
    await editor.edit(edit => edit.insert(new vscode.Position(2, 0), SENTENCE));
    assert.equal(await words(editor), 'closed the road');
    await vscode.commands.executeCommand('undo');
    assert.equal(await words(editor), '');
    await vscode.commands.executeCommand('undo');
    assert.equal(await words(editor), 'closed the road');
    assert.equal(editor.document.getText(), TWO_ACCOUNTS['gazette.txt']);
    await vscode.commands.executeCommand('redo');
    await vscode.commands.executeCommand('redo');
    assert.equal(await words(editor), 'closed the road');
    const read = await snapshotOf(
      articles.folder,
      'the moved sentence',
      ({ phase, articles: all }) => phase === 'ready' && all.get('gazette.txt')?.text === editor.document.getText(),
    );
    assert.equal(read.review?.annotations[0]?.anchor?.state, 'moved');
  });

  it('stay on words that were rewritten altogether, and are told to be changed', async () => {
    const editor = await open(articles.uri('gazette.txt'));
    await editor.edit(edit => edit.replace(find(editor.document, 'closed the road'), 'let nobody through until noon'));
    await editor.edit(edit => edit.replace(find(editor.document, 'Mayor Ada Lund said the fire'), 'It'));
    assert.equal(await words(editor), 'let nobody through until noon');
    const { review } = await snapshotOf(
      articles.folder,
      'the changed words',
      ({ review }) => review?.annotations[0]?.anchor?.state === 'changed',
    );
    const anchor = review?.annotations[0]?.anchor;
    assert.ok(anchor?.state === 'changed');
    assert.deepEqual([anchor.was, anchor.now], ['closed the road', 'let nobody through until noon']);
  });
});
