import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { compared, snapshotOf, TWO_ACCOUNTS } from './parts.ts';
import { type Articles, makeArticles, open } from './support.ts';

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
