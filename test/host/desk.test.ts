import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { matrixOf } from '../../src/host/panel/matrix.ts';
import { evidencePicks } from '../../src/host/review/evidence.ts';
import { isRequest } from '../../src/protocol/matrix.ts';
import { compared, parts, snapshotOf, TWO_ACCOUNTS } from './support/parts.ts';
import { type Articles, makeArticles, open, select, until } from './support/support.ts';

describe('the other views and ways in', () => {
  let articles: Articles;
  before(async () => {
    await vscode.workspace
      .getConfiguration('crosscheck')
      .update('reviewer', 'Test Reviewer', vscode.ConfigurationTarget.Global);
    articles = await makeArticles({ ...TWO_ACCOUNTS, 'empty.txt': '' });
    await snapshotOf(
      articles.folder,
      'two articles compared, one left out',
      ({ phase, articles: read, leftOut }) => phase === 'ready' && read.size === 2 && leftOut.length === 1,
    );
  });
  after(() => articles.remove());

  it('sources: outlet and counts for each article, and why a file was left out', async () => {
    const { sources: tree } = await parts();
    const folder = tree.getChildren().find(node => node.folder === articles.folder.toString());
    const items = tree.getChildren(folder).map(node => tree.getTreeItem(node));
    assert.deepEqual(
      items.map(({ label }) => label),
      ['gazette', 'tribune', 'empty.txt'],
    );
    assert.match(String(items[0]?.description), /\d disputes? · \d claims/);
    assert.match(String(items[2]?.description), /left out: empty/);
    for (const item of items) assert.ok(item.accessibilityInformation?.label);
  });

  it('sources: whose words an article carries, where it carries another’s', async () => {
    const report = Array.from(
      { length: 12 },
      (_, i) => `Witness number ${i} told the harbour court what was seen from pier ${i * 7} that night.`,
    );
    const copies = await makeArticles({
      'agency.txt': `${report.join(' ')}\n`,
      'daily.txt': `The Daily adds a word of its own. ${report.join(' ')}\n`,
      'weekly.txt': 'A ship left the harbour of Brindle in the morning, and nobody has heard of it since.\n',
    });
    try {
      await compared(copies, 3);
      const { sources: tree } = await parts();
      await vscode.commands.executeCommand('crosscheck.sources.focus');
      const daily = await until('the origin', () => {
        const folder = tree.getChildren().find(node => node.folder === copies.folder.toString());
        const items = tree.getChildren(folder).map(node => tree.getTreeItem(node));
        const found = items.find(({ label }) => label === 'daily');
        return /% of its words as in agency/.test(String(found?.description)) ? items : undefined;
      });
      const weekly = daily.find(({ label }) => label === 'weekly');
      assert.doesNotMatch(String(weekly?.description), /%/);
    } finally {
      await copies.remove();
    }
  });

  it('annotations: by reviewer and state; what was lost stands first, with its old words', async () => {
    await articles.write(
      'gazette.txt.bob.crosscheck.yaml',
      'version: 1\nreviewer: Bob\nannotations:\n  - type: note\n    quote: loading dock\n  - type: note\n    quote: the captain of the lost zeppelin\n',
    );
    await snapshotOf(articles.folder, 'both notes', ({ review }) => review?.annotations.length === 2);
    const { annotations: tree } = await parts();
    const bob = tree.getChildren().find(node => node.kind === 'reviewer' && node.name === 'Bob');
    const states = tree.getChildren(bob);
    assert.deepEqual(
      states.map(node => node.kind === 'state' && node.state),
      ['lost', 'open'],
    );
    const [lost] = tree.getChildren(states[0]);
    assert.ok(lost);
    const item = tree.getTreeItem(lost);
    assert.equal(item.label, 'the captain of the lost zeppelin');
    assert.equal(item.command?.command, 'vscode.open');
  });

  it('lightbulb: what one can do with selected words', async () => {
    const editor = await open(articles.uri('gazette.txt'));
    const range = select(editor, 'Five people were killed');
    const actions = await until('the actions', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        editor.document.uri,
        range,
      );
      return found.length ? found : undefined;
    });
    const titles = actions.map(({ title }) => title);
    for (const title of ['Annotate claim…', 'Add note…', 'Dismiss suggestion', 'Give verdict…']) {
      assert.ok(titles.includes(title), titles.join());
    }
  });

  it('verdict: evidence may be a passage of any article, an annotation, or what is selected', async () => {
    const { session } = await parts();
    const id = '01JD5Z8Q4Y3K6T0B7N9M2X1C4V';
    await articles.write(
      'tribune.txt.ann.crosscheck.yaml',
      `version: 1\nreviewer: Ann\nannotations:\n  - id: ${id}\n    type: note\n    quote: loading dock\n    text: Seen on site.\n`,
    );
    const snapshot = await snapshotOf(articles.folder, 'her note', ({ review }) =>
      Boolean(review?.annotations.some(({ record }) => record.id === id)),
    );
    const [dispute] = snapshot.disputes;
    assert.ok(dispute && session);
    const selected = { path: 'tribune.txt', start: 3, end: 9 };
    const picks = evidencePicks(snapshot, dispute, dispute.positions[0]?.label, selected);
    const offered = picks.flatMap(({ evidence }) => (evidence === undefined ? [] : [evidence]));
    assert.ok(offered.includes(id), 'an annotation by its id');
    assert.ok(offered.includes(selected));
    const claims = [...snapshot.articles.values()].flatMap(({ path, analysis }) =>
      (analysis?.claims ?? []).map(({ start }) => ({ path, start })),
    );
    for (const { path, start } of claims)
      assert.ok(
        offered.some(each => typeof each === 'object' && each.path === path && each.start <= start && start < each.end),
        `${path} ${start}`,
      );
    const ticked = picks.filter(({ picked }) => picked);
    assert.equal(ticked.length, (dispute.positions[0]?.evidence.length ?? 0) + 1);
  });

  it('matrix: the positions of each fact in rows, the sources in columns, each cell a passage', async () => {
    const { session } = await parts();
    const snapshot = session.snapshot(articles.folder.toString());
    assert.ok(snapshot);
    const { sources, facts } = matrixOf(snapshot);
    assert.deepEqual(
      sources.map(({ label }) => label),
      ['gazette', 'tribune'],
    );
    const fact = facts.find(({ positions }) =>
      positions.some(({ cells }) => cells.some(({ words }) => /Five people/.test(words))),
    );
    assert.ok(fact && fact.positions.length > 1);
    for (const { cells } of fact.positions) {
      for (const { source, start, end } of cells) {
        const article = snapshot.articles.get(sources[source]?.path ?? '');
        assert.notEqual(article?.text.slice(start, end), '');
      }
    }
    assert.equal(
      isRequest({ open: { path: 'gazette.txt', start: 0, end: 4 } }, path => snapshot.articles.has(path)),
      true,
    );
    assert.equal(
      isRequest({ open: { path: '../../etc/passwd', start: 0, end: 4 } }, path => snapshot.articles.has(path)),
      false,
    );
    assert.equal(
      isRequest({ run: 'anything' }, path => snapshot.articles.has(path)),
      false,
    );
  });

  it('matrix: opens as a page of its own', async () => {
    await open(articles.uri('gazette.txt'));
    await vscode.commands.executeCommand('crosscheck.openMatrix');
    await until('the page', () =>
      vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => input instanceof vscode.TabInputWebview)),
    );
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('report: the facts with positions, sources and lines, as a file', async () => {
    await open(articles.uri('gazette.txt'));
    const target = vscode.Uri.joinPath(articles.folder, '..', `.report-${Date.now()}.html`);
    await vscode.commands.executeCommand('crosscheck.report', { format: 'html', target });
    const text = (await vscode.workspace.openTextDocument(target)).getText();
    assert.match(text, /Five people were killed/);
    assert.match(text, /<cite>tribune, line \d/);
    await vscode.workspace.fs.delete(target);
  });

  it('new article from the clipboard: written with its line in sources.yaml, and read', async () => {
    const alone = await makeArticles(TWO_ACCOUNTS, { name: `clip-${Date.now()}` });
    try {
      await compared(alone, 2);
      // Into the folder that one is in, when there are several.
      await open(alone.uri('gazette.txt'));
      const before = await alone.read('sources.yaml');
      await vscode.env.clipboard.writeText('Six people were killed in Brindle Harbour.\r\n');
      const { newArticle } = await import('../../src/host/commands/newArticle.ts');
      const folder = { uri: alone.folder, key: alone.folder.toString(), name: 'clip' };
      await newArticle([folder], { outlet: 'Harbour Post', published: '2026-11-21', url: '' });
      await compared(alone, 3);
      assert.equal(await alone.read('harbour-post.txt'), 'Six people were killed in Brindle Harbour.\n');
      const after = await alone.read('sources.yaml');
      assert.ok(after.startsWith(before), 'what stood there stays as it was');
      assert.match(after, /file: harbour-post\.txt\n\s+outlet: Harbour Post\n\s+published: "?2026-11-21/);
    } finally {
      await alone.remove();
    }
  });
});
