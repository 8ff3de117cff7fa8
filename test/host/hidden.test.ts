import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { highlightOptions } from '../../src/host/kit/settings.ts';
import { HiddenReviewers } from '../../src/host/session/hidden.ts';
import { marksOf } from '../../src/host/words/marks.ts';
import { compared, parts, snapshotOf, TWO_ACCOUNTS } from './support/parts.ts';
import { type Articles, find, hovers, instead, makeArticles, open, until } from './support/support.ts';

const ROOT = '01JD5Z8Q4Y3K6T0B7N9M2X1C4V';
const FILES = {
  'gazette.txt.bob.crosscheck.yaml': `version: 1\nreviewer: Bob\nannotations:\n  - id: ${ROOT}\n    type: note\n    quote: loading dock\n    text: Which dock?\n`,
  'gazette.txt.cleo.crosscheck.yaml': `version: 1\nreviewer: Cleo\nannotations:\n  - id: 01JD5Z8Q4Y3K6T0B7N9M2X1C5A\n    type: reply\n    to: ${ROOT}\n    text: The south one.\n  - id: 01JD5Z8Q4Y3K6T0B7N9M2X1C5B\n    type: note\n    quote: closed the road\n    text: Which road?\n`,
  'bob.crosscheck.yaml': `version: 1\nreviewer: Bob\nfacts:\n  - id: deaths\n    title: Number of deaths\n    passages:\n      - {article: gazette.txt, quote: Five people were killed, says: five}\n      - {article: tribune.txt, quote: Seven people were killed, says: seven}\nverdicts:\n  - id: 01JD5Z8Q4Y3K6T0B7N9M2X1C50\n    fact: deaths\n    verdict: supported\n    says: five\n    text: The coroner counted.\n`,
};

describe('reviewers whose marks are hidden', () => {
  let articles: Articles;
  before(async () => {
    articles = await makeArticles({ ...TWO_ACCOUNTS, ...FILES });
    await compared(articles, 2);
    await snapshotOf(articles.folder, 'what Bob and Cleo say', ({ review }) => review?.annotations.length === 3);
    await open(articles.uri('gazette.txt'));
  });
  afterEach(async () => {
    for (const slug of ['bob', 'cleo'])
      await vscode.commands.executeCommand('crosscheck.showReviewer', { kind: 'reviewer', slug });
  });
  after(() => articles.remove());

  /** Answers the list of reviewers: those of these names stay unticked. */
  async function untick(...names: readonly string[]): Promise<readonly vscode.QuickPickItem[]> {
    let asked: readonly vscode.QuickPickItem[] = [];
    const restore = instead('showQuickPick', async (picks: readonly vscode.QuickPickItem[]) => {
      asked = picks;
      return picks.filter(({ label }) => !names.includes(label));
    });
    try {
      await vscode.commands.executeCommand('crosscheck.chooseReviewers');
    } finally {
      restore();
    }
    return asked;
  }

  /** The passages that are drawn as others' marks. */
  async function drawn(): Promise<readonly string[]> {
    const { session } = await parts();
    const found = session.articleOf(articles.uri('gazette.txt'));
    assert.ok(found);
    const { snapshot, article } = found;
    const spans = marksOf(snapshot, article, highlightOptions(article.uri, 'test-reviewer')).get('others') ?? [];
    return spans.map(({ start, end }) => article.text.slice(start, end));
  }

  /** Who is heard in each thread, once it is as wanted. */
  async function threads(wanted: readonly (readonly string[])[]): Promise<void> {
    const { comments } = await parts();
    await until(`threads of ${JSON.stringify(wanted)}`, () => {
      const shown = comments.threadsIn(articles.uri('gazette.txt'));
      const names = shown.map(thread => thread.comments.map(({ author }) => author.name));
      return JSON.stringify(names.sort()) === JSON.stringify(wanted);
    });
  }

  async function hoverAt(words: string): Promise<string> {
    const editor = await open(articles.uri('gazette.txt'));
    const [hover = ''] = await hovers(editor.document.uri, find(editor.document, words).start);
    return hover;
  }

  async function row(slug: string) {
    const { annotations } = await parts();
    const node = annotations.getChildren().find(each => each.kind === 'reviewer' && each.slug === slug);
    assert.ok(node);
    return { node, item: annotations.getTreeItem(node), below: annotations.getChildren(node) };
  }

  it('are chosen from a list, and gone from highlights, threads, hover and tree', async () => {
    await threads([['Bob', 'Cleo'], ['Cleo']]);
    assert.deepEqual(await drawn(), ['loading dock', 'closed the road']);
    assert.match(await hoverAt('loading dock'), /Which dock\?/);

    const asked = await untick('Bob');
    assert.deepEqual(
      asked.filter(({ label }) => label === 'Bob' || label === 'Cleo').map(({ label, picked }) => [label, picked]),
      [
        ['Bob', true],
        ['Cleo', true],
      ],
    );
    assert.deepEqual(await drawn(), ['closed the road']);
    await threads([['Cleo']]);
    assert.doesNotMatch(await hoverAt('loading dock'), /Which dock\?/);
    const { item, below } = await row('bob');
    assert.match(String(item.description), /· hidden$/);
    assert.match(item.accessibilityInformation?.label ?? '', /hidden/);
    assert.deepEqual(below, []);

    await untick();
    assert.deepEqual(await drawn(), ['loading dock', 'closed the road']);
    await threads([['Bob', 'Cleo'], ['Cleo']]);
  });

  it('are hidden from their row, with their answers to others, and shown again from there', async () => {
    const before = await row('cleo');
    assert.equal(before.item.contextValue, 'reviewer');
    await vscode.commands.executeCommand('crosscheck.hideReviewer', before.node);
    await threads([['Bob']]);
    assert.doesNotMatch(await hoverAt('loading dock'), /reply/);
    const hidden = await row('cleo');
    assert.equal(hidden.item.contextValue, 'reviewer hidden');
    await vscode.commands.executeCommand('crosscheck.showReviewer', hidden.node);
    await threads([['Bob', 'Cleo'], ['Cleo']]);
    assert.match(await hoverAt('loading dock'), /1 reply/);
  });

  it('have their verdicts counted all the same', async () => {
    await vscode.commands.executeCommand('crosscheck.hideReviewer', { kind: 'reviewer', slug: 'bob' });
    const { session } = await parts();
    const snapshot = session.snapshot(articles.folder.toString());
    assert.deepEqual(
      snapshot?.review?.verdicts.map(({ reviewer }) => reviewer),
      ['Bob'],
    );
    assert.match(await hoverAt('Five people'), /The coroner counted/);
  });

  it('are still hidden when VS Code is opened the next time', async () => {
    const kept = new Map<string, unknown>();
    const memento: vscode.Memento = {
      keys: () => [...kept.keys()],
      get: <T>(key: string, otherwise?: T) => (kept.get(key) as T | undefined) ?? otherwise,
      update: async (key: string, value: unknown) => void kept.set(key, value),
    };
    const first = new HiddenReviewers(memento);
    await first.set('bob', true);
    await first.set('cleo', true);
    await first.set('bob', false);
    first.dispose();
    const next = new HiddenReviewers(memento);
    assert.deepEqual([...next.slugs], ['cleo']);
    next.dispose();
  });
});
