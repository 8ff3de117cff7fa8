import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { LAYER_COMMANDS, LAYERS } from '../../src/host/kit/ids.ts';
import { highlightOptions } from '../../src/host/kit/settings.ts';
import { marksOf } from '../../src/host/words/marks.ts';
import { compared, parts, snapshotOf, TWO_ACCOUNTS } from './support/parts.ts';
import { type Articles, find, makeArticles, open, until } from './support/support.ts';

const NOTE =
  'version: 1\nreviewer: Bob\nannotations:\n  - type: note\n    quote: the fire began in the loading dock\n    text: Who saw it?\n';

describe('layers of highlights', () => {
  let articles: Articles;
  before(async () => {
    articles = await makeArticles({ ...TWO_ACCOUNTS, 'gazette.txt.bob.crosscheck.yaml': NOTE });
    await compared(articles, 2);
    await snapshotOf(articles.folder, 'the note', ({ review }) => review?.annotations.length === 1);
    await open(articles.uri('gazette.txt'));
  });
  after(async () => {
    const settings = vscode.workspace.getConfiguration('crosscheck');
    await settings.update('highlights.layers', undefined, vscode.ConfigurationTarget.Workspace);
    await settings.update('highlights.enabled', undefined, vscode.ConfigurationTarget.Workspace);
    await articles.remove();
  });

  const options = () => highlightOptions(articles.uri('gazette.txt'), 'test-reviewer');

  async function marks() {
    const { session } = await parts();
    const found = session.articleOf(articles.uri('gazette.txt'));
    assert.ok(found);
    return marksOf(found.snapshot, found.article, options());
  }

  it('are switched one by one, each by a command, and back', async () => {
    for (const layer of LAYERS) {
      await vscode.commands.executeCommand(LAYER_COMMANDS[layer]);
      await until(`${layer} off`, () => !options().layers.has(layer));
      assert.equal((await marks()).get(layer), undefined, layer);
      assert.equal(options().layers.size, LAYERS.length - 1, 'the others stay on');
      await vscode.commands.executeCommand(LAYER_COMMANDS[layer]);
      await until(`${layer} on`, () => options().layers.has(layer));
    }
  });

  it('are switched on by their command when all highlights are off', async () => {
    await vscode.commands.executeCommand('crosscheck.toggleHighlights');
    await until('all off', () => !options().enabled);
    assert.equal((await marks()).size, 0);
    await vscode.commands.executeCommand(LAYER_COMMANDS.claims);
    await until('claims on', () => options().enabled && options().layers.has('claims'));
  });

  it('are switched from a row of the tree of entities, which says so', async () => {
    const { entities: tree } = await parts();
    const row = () => {
      const found = tree.getChildren().find(node => node.kind === 'type' && node.type === 'person');
      assert.ok(found);
      return { node: found, item: tree.getTreeItem(found) };
    };
    assert.equal(row().item.contextValue, 'type highlighted');
    await vscode.commands.executeCommand('crosscheck.hideLayer', row().node);
    await until('persons off', () => !options().layers.has('person'));
    assert.equal(row().item.contextValue, 'type');
    assert.match(row().item.accessibilityInformation?.label ?? '', /not highlighted/);
    await vscode.commands.executeCommand('crosscheck.showLayer', row().node);
    await until('persons on', () => options().layers.has('person'));
  });

  it('show disputes and what people marked above what is only suggested', async () => {
    const drawn = await marks();
    const human = drawn.get('others') ?? [];
    assert.equal(human.length, 1);
    const above = [...human, ...(drawn.get('disputes') ?? [])];
    const claims = drawn.get('claims') ?? [];
    assert.notEqual(claims.length, 0);
    for (const claim of claims)
      for (const { start, end } of above)
        assert.ok(claim.end <= start || claim.start >= end, 'no two lines below one word');
  });

  it('have as many claims as the density says, at once', async () => {
    const settings = vscode.workspace.getConfiguration('crosscheck');
    const count = async (density: string) => {
      await settings.update('highlights.claims', density, vscode.ConfigurationTarget.Workspace);
      return [...((await marks()).get('claims') ?? [])].reduce((sum, { start, end }) => sum + end - start, 0);
    };
    const [few, all] = [await count('few'), await count('all')];
    await settings.update('highlights.claims', undefined, vscode.ConfigurationTarget.Workspace);
    assert.ok(few < all, `${few} < ${all}`);
  });

  it('10: are drawn at once when another article is looked at, without analysing it again', async () => {
    const { session } = await parts();
    await open(articles.uri('tribune.txt'));
    const { version } = session.snapshot(articles.folder.toString()) ?? {};
    for (const name of ['gazette.txt', 'tribune.txt', 'gazette.txt']) {
      const editor = await open(articles.uri(name));
      assert.ok(session.articleOf(editor.document.uri)?.article.analysis, 'known already');
    }
    assert.equal(session.snapshot(articles.folder.toString())?.version, version);
  });

  it('10: are asked for once after a burst of typing, not with every key', async () => {
    const { session } = await parts();
    const editor = await open(articles.uri('gazette.txt'));
    const key = articles.folder.toString();
    const texts = new Set<string>();
    const watching = session.onDidChange(snapshot => {
      if (snapshot?.folder.key === key) texts.add(snapshot.articles.get('gazette.txt')?.text ?? '');
    });
    const at = find(editor.document, 'Police closed').start;
    const began = Date.now();
    for (let i = 0; i < 12; i++)
      await editor.edit(edit => edit.insert(at, 'x'), { undoStopBefore: false, undoStopAfter: false });
    await snapshotOf(
      articles.folder,
      'all twelve letters',
      ({ phase, articles: read }) =>
        phase === 'ready' && (read.get('gazette.txt')?.text.includes('x'.repeat(12)) ?? false),
    );
    watching.dispose();
    // On a machine so slow that one pauses between keys, each pause is an end of a burst: 150 ms at the least.
    const most = 2 + (Date.now() - began) / 150;
    assert.ok(texts.size <= most, `${texts.size} texts were analysed, ${most} at most`);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('51: go from one annotation to the next, over articles', async () => {
    await open(articles.uri('tribune.txt'));
    await vscode.commands.executeCommand('crosscheck.nextAnnotation');
    const editor = await until('the annotated article', () => {
      const { activeTextEditor: found } = vscode.window;
      return found?.document.uri.path.endsWith('gazette.txt') ? found : undefined;
    });
    assert.deepEqual(editor.selection.active, find(editor.document, 'the fire began in the loading dock').start);
  });
});
