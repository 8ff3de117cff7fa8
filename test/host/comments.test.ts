import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Draft, Note } from '../../src/host/review/comments.ts';
import { compared, parts, snapshotOf, TWO_ACCOUNTS } from './support/parts.ts';
import { type Articles, makeArticles, open, until } from './support/support.ts';

describe('comments in the margin', () => {
  let articles: Articles;
  before(async () => {
    await vscode.workspace
      .getConfiguration('crosscheck')
      .update('reviewer', 'Test Reviewer', vscode.ConfigurationTarget.Global);
    articles = await makeArticles(TWO_ACCOUNTS);
    await compared(articles, 2);
  });
  after(() => articles.remove());

  it('begin with the words of the line whose + was clicked', async () => {
    const editor = await open(articles.uri('gazette.txt'));
    const line = editor.document.lineAt(4);
    let gone = false;
    const thread = {
      uri: editor.document.uri,
      range: new vscode.Range(4, 0, 4, 0),
      comments: [],
      dispose: () => {
        gone = true;
      },
    };
    await vscode.commands.executeCommand('crosscheck.submitComment', { thread, text: 'Ask the *mayor*.' });
    assert.equal(gone, true, 'the empty thread makes room for the written one');
    const { review } = await snapshotOf(
      articles.folder,
      'the thread',
      snapshot => snapshot.review?.threads.length === 1,
    );
    assert.equal(review?.threads[0]?.root.record.quote, line.text);
    assert.equal(review?.threads[0]?.root.record.text, 'Ask the *mayor*.');
  });

  it('write nothing when nothing was typed', async () => {
    const before = await articles.names();
    const thread = {
      uri: articles.uri('tribune.txt'),
      range: new vscode.Range(0, 0, 0, 0),
      comments: [],
      dispose() {},
    };
    await vscode.commands.executeCommand('crosscheck.submitComment', { thread, text: '  \n' });
    assert.deepEqual(await articles.names(), before);
  });

  it('show everybody’s replies, and are closed and opened again by the newest word', async () => {
    const root = '01JD5Z8Q4Y3K6T0B7N9M2X1C4V';
    await articles.write(
      'tribune.txt.bob.crosscheck.yaml',
      `version: 1\nreviewer: Bob\nannotations:\n  - id: ${root}\n    type: note\n    quote: loading dock\n    text: Which?\n`,
    );
    await articles.write(
      'tribune.txt.ann.crosscheck.yaml',
      `version: 1\nreviewer: Ann\nannotations:\n  - id: 01JD5Z8Q4Y3K6T0B7N9M2X1C5A\n    type: reply\n    to: ${root}\n    text: The south one.\n    created: 2026-11-21T10:00:00Z\n  - id: 01JD5Z8Q4Y3K6T0B7N9M2X1C5B\n    type: resolution\n    to: ${root}\n    resolved: true\n    created: 2026-11-21T10:01:00Z\n`,
    );
    const { review } = await snapshotOf(
      articles.folder,
      'the reply',
      snapshot =>
        snapshot.review?.threads.some(({ path, replies }) => path === 'tribune.txt' && replies.length === 1) ?? false,
    );
    assert.equal(review?.threads.find(({ path }) => path === 'tribune.txt')?.resolved, true);
  });
});

describe('a thread in the margin', () => {
  const OWN = 'gazette.txt.test-reviewer.crosscheck.yaml';
  const BOBS = 'gazette.txt.bob.crosscheck.yaml';
  const ROOT = '01JD5Z8Q4Y3K6T0B7N9M2X1C4V';
  const BOB = `version: 1\nreviewer: Bob\nannotations:\n  - id: ${ROOT}\n    type: note\n    quote: loading dock\n    text: Which?\n`;
  let articles: Articles;
  before(() =>
    vscode.workspace
      .getConfiguration('crosscheck')
      .update('reviewer', 'Test Reviewer', vscode.ConfigurationTarget.Global),
  );
  beforeEach(async () => {
    articles = await makeArticles({ ...TWO_ACCOUNTS, [BOBS]: BOB });
    await compared(articles, 2);
    await open(articles.uri('gazette.txt'));
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await articles.remove();
  });

  /** The only thread of the article, once it is as wanted. */
  async function thread(what: string, look: (thread: vscode.CommentThread) => boolean): Promise<vscode.CommentThread> {
    const { comments } = await parts();
    return until(what, () => {
      const [only, ...others] = comments.threadsIn(articles.uri('gazette.txt'));
      return only && others.length === 0 && look(only) ? only : undefined;
    });
  }

  /** The thread with somebody's root and our reply. */
  async function replied(): Promise<{ readonly shown: vscode.CommentThread; readonly reply: Note }> {
    const before = await thread('Bob’s thread', ({ comments }) => comments.length === 1);
    await vscode.commands.executeCommand('crosscheck.submitComment', { thread: before, text: 'The south one.' });
    const shown = await thread('the reply', ({ comments }) => comments.length === 2);
    const [, reply] = shown.comments;
    assert.ok(isNote(reply));
    return { shown, reply };
  }

  it('takes a reply into the reviewer’s own file, and leaves the other’s alone', async () => {
    const { reply } = await replied();
    assert.equal(reply.contextValue, 'mine');
    assert.match(await articles.read(OWN), new RegExp(`type: reply\\n    to: ${ROOT}\\n    text: The south one\\.\\n`));
    assert.equal(await articles.read(BOBS), BOB);
  });

  it('lets one edit one’s words, or think better of it', async () => {
    const { reply } = await replied();
    await vscode.commands.executeCommand('crosscheck.editComment', reply);
    assert.equal(reply.mode, vscode.CommentMode.Editing);
    assert.equal(reply.body, 'The south one.');
    reply.body = 'Never mind.';
    await vscode.commands.executeCommand('crosscheck.cancelComment', reply);
    assert.equal(reply.mode, vscode.CommentMode.Preview);
    assert.match(await articles.read(OWN), /text: The south one\.\n/);
    await vscode.commands.executeCommand('crosscheck.editComment', reply);
    reply.body = 'The *north* one.';
    await vscode.commands.executeCommand('crosscheck.saveComment', reply);
    assert.match(await articles.read(OWN), /text: The \*north\* one\.\n/);
    assert.doesNotMatch(await articles.read(OWN), /south/);
  });

  it('loses what one deletes, and has it again after undo', async () => {
    const { reply } = await replied();
    await vscode.commands.executeCommand('crosscheck.deleteComment', reply);
    assert.doesNotMatch(await articles.read(OWN), /south/);
    await thread('Bob’s words alone', ({ comments }) => comments.length === 1);
    await vscode.commands.executeCommand('crosscheck.undo');
    assert.match(await articles.read(OWN), /text: The south one\.\n/);
    await thread('the reply again', ({ comments }) => comments.length === 2);
  });

  it('is resolved and opened again by records of one’s own', async () => {
    const open = await thread('Bob’s thread', ({ contextValue }) => contextValue === 'open');
    await vscode.commands.executeCommand('crosscheck.resolveThread', open);
    const resolved = await thread('resolved', ({ contextValue }) => contextValue === 'resolved');
    assert.equal(resolved.state, vscode.CommentThreadState.Resolved);
    await vscode.commands.executeCommand('crosscheck.reopenThread', resolved);
    await thread('open', ({ contextValue }) => contextValue === 'open');
    assert.deepEqual((await articles.read(OWN)).match(/resolved: \w+/g), ['resolved: true', 'resolved: false']);
    assert.equal(await articles.read(BOBS), BOB);
  });

  it('gives a note of one’s own that was written by hand its id, so that it can be answered and edited', async () => {
    await articles.write(OWN, 'version: 1\nannotations:\n  # by hand\n  - type: note\n    quote: loading dock\n');
    await articles.write(BOBS, 'version: 1\nreviewer: Bob\nannotations: []\n');
    const shown = await thread('the note', ({ comments: [first] }) => first?.contextValue === 'mine');
    await vscode.commands.executeCommand('crosscheck.submitComment', { thread: shown, text: 'Which dock?' });
    const written = await articles.read(OWN);
    const [, id] = /id: (\w{26})\n/.exec(written) ?? [];
    assert.match(written, new RegExp(`to: ${id}\\n    text: Which dock`));
    assert.ok(written.includes('  # by hand\n  - '), written);
    assert.equal(written.split('quote: ').length, 2, 'it is there once');
  });

  it('keeps what cannot be saved as a draft, and writes it once it can be', async () => {
    const newer = 'version: 9\nreviewer: Test Reviewer\nannotations: []\n';
    await articles.write(OWN, newer);
    const shown = await thread('Bob’s thread', ({ comments }) => comments.length === 1);
    await vscode.commands.executeCommand('crosscheck.submitComment', { thread: shown, text: 'Not lost.' });
    assert.equal(await articles.read(OWN), newer);
    const draft = shown.comments.at(-1);
    assert.ok(isDraft(draft));
    assert.equal(draft.body, 'Not lost.');
    await vscode.workspace.fs.delete(articles.uri(OWN));
    await vscode.commands.executeCommand('crosscheck.saveComment', draft);
    assert.match(await articles.read(OWN), /text: Not lost\.\n/);
    const [, reply, ...more] = (await thread('the reply', ({ comments }) => comments.length === 2)).comments;
    assert.equal(reply?.contextValue, 'mine');
    assert.deepEqual(more, []);
  });
});

// Not `instanceof`: the extension under test has classes of its own.
function isNote(comment: vscode.Comment | undefined): comment is Note {
  return comment !== undefined && 'said' in comment;
}

function isDraft(comment: vscode.Comment | undefined): comment is Draft {
  return comment?.contextValue === 'draft';
}
