import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { compared, parts, snapshotOf, TWO_ACCOUNTS } from './support/parts.ts';
import { type Articles, makeArticles, until, workspaceFolder } from './support/support.ts';

describe('which folders are read', () => {
  let articles: Articles | undefined;
  afterEach(async () => {
    await articles?.remove();
    articles = undefined;
  });

  it('reads a folder with a sources.yaml, and takes outlets from there', async () => {
    articles = await makeArticles(TWO_ACCOUNTS);
    const snapshot = await compared(articles, 2);
    assert.deepEqual(
      [...snapshot.articles.values()].map(article => article.info.outlet),
      ['gazette', 'tribune'],
    );
  });

  it('reads a folder that holds nothing but articles and a sidecar', async () => {
    articles = await makeArticles(
      { ...TWO_ACCOUNTS, 'gazette.txt.jane.crosscheck.yaml': 'version: 1\nreviewer: Jane\nannotations: []\n' },
      { sources: false, name: `${Date.now()}-sidecar` },
    );
    const { folders } = await parts();
    await until('its articles known', () => articles && folders.addressOf(articles.uri('gazette.txt')));
  });

  it('leaves README, LICENSE and hidden folders alone', async () => {
    articles = await makeArticles({
      ...TWO_ACCOUNTS,
      'README.md': '# About these articles\n',
      'LICENSE.txt': 'All yours.\n',
      '.drafts/draft.txt': 'Nine people were killed.\n',
    });
    const snapshot = await compared(articles, 2);
    assert.deepEqual([...snapshot.articles.keys()], ['gazette.txt', 'tribune.txt']);
  });

  it('takes in an article that is added, edited on disk, renamed and deleted', async () => {
    articles = await makeArticles(TWO_ACCOUNTS);
    await compared(articles, 2);
    await articles.write('wire.txt', 'A third account: six people were killed in Brindle Harbour.\n');
    await compared(articles, 3);
    await vscode.workspace.fs.rename(articles.uri('wire.txt'), articles.uri('agency.txt'));
    await snapshotOf(
      articles.folder,
      'the new name',
      ({ articles: read }) => read.has('agency.txt') && read.size === 3,
    );
    await vscode.workspace.fs.delete(articles.uri('agency.txt'));
    await compared(articles, 2);
  });

  it('takes in a folder that is moved here with all that is in it', async () => {
    // From outside of the workspace, so that nothing but the folder itself is told.
    const outside = await mkdtemp(join(tmpdir(), 'outside-'));
    await writeFile(join(outside, 'sources.yaml'), 'sources: []\n');
    await mkdir(join(outside, 'first'));
    await writeFile(join(outside, 'first', 'gazette.txt'), TWO_ACCOUNTS['gazette.txt']);
    const here = vscode.Uri.joinPath(workspaceFolder().uri, `moved-${Date.now()}`);
    await rename(outside, here.fsPath);
    try {
      await snapshotOf(here, 'its article', ({ articles: read }) => read.has('first/gazette.txt'));
    } finally {
      await vscode.workspace.fs.delete(here, { recursive: true });
    }
  });

  it('keeps a folder within another apart, so that two stories do not mix', async () => {
    articles = await makeArticles({
      ...TWO_ACCOUNTS,
      'later/sources.yaml': 'sources: []\n',
      'later/other.txt': 'Nine people were killed in a storm.\n',
    });
    const outer = await compared(articles, 2);
    const inner = await snapshotOf(
      articles.uri('later'),
      'the inner folder',
      ({ phase, articles: read }) => phase === 'ready' && read.size === 1,
    );
    assert.deepEqual([...outer.articles.keys()], ['gazette.txt', 'tribune.txt']);
    assert.deepEqual([...inner.articles.keys()], ['other.txt']);
  });

  it('forgets a folder that is deleted as a whole', async () => {
    articles = await makeArticles(TWO_ACCOUNTS);
    await compared(articles, 2);
    const { session } = await parts();
    const key = articles.folder.toString();
    await articles.remove();
    articles = undefined;
    await until('forgotten', () => session.snapshot(key) === undefined);
  });
});
