import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { reportOn } from '../../src/host/commands/reporting.ts';
import { matrixOf } from '../../src/host/panel/matrix.ts';
import { DisputeDrag } from '../../src/host/trees/disputeDrag.ts';
import type { DisputeNode } from '../../src/host/trees/disputeNodes.ts';
import { compared, parts, readAnew, snapshotOf, TWO_ACCOUNTS } from './support/parts.ts';
import { type Articles, find, hovers, makeArticles, open, until } from './support/support.ts';

const FILE = 'test-reviewer.crosscheck.yaml';

/** Three accounts that differ in how many were killed, two of them in how many were injured as well. */
const THREE_ACCOUNTS = {
  'gazette.txt': `${TWO_ACCOUNTS['gazette.txt']}\nTwelve people were injured, the hospital said.\n`,
  'tribune.txt': `${TWO_ACCOUNTS['tribune.txt']}\nNine people were injured, the hospital said.\n`,
  'wire.txt':
    'Warehouse Fire in Brindle Harbour\n\nSix people were killed when a fire broke out at a warehouse in Brindle Harbour on Monday night.\n\nPolice closed the road. Mayor Ada Lund spoke of the loading dock.\n',
};

type Row<K extends DisputeNode['kind']> = Extract<DisputeNode, { readonly kind: K }>;

describe('arranging facts', () => {
  let articles: Articles;
  before(() =>
    vscode.workspace
      .getConfiguration('crosscheck')
      .update('reviewer', 'Test Reviewer', vscode.ConfigurationTarget.Global),
  );
  beforeEach(async () => {
    articles = await makeArticles(THREE_ACCOUNTS);
    await compared(articles, 3);
  });
  afterEach(() => articles.remove());

  async function rows<K extends DisputeNode['kind']>(kind: K, title: RegExp): Promise<readonly Row<K>[]> {
    const { disputes: tree } = await parts();
    const below = (node: DisputeNode): readonly DisputeNode[] => [node, ...tree.getChildren(node).flatMap(below)];
    return tree
      .getChildren()
      .flatMap(below)
      .filter((node): node is Row<K> => node.kind === kind && node.folder === articles.folder.toString())
      .filter(node => title.test(titleOf(node)));
  }

  /** What stands under each position of the fact on the killed, once it says so. */
  async function positions(what: string, look: (told: Readonly<Record<string, readonly string[]>>) => boolean) {
    return until(what, async () => {
      const found = await rows('position', /killed/);
      const told = Object.fromEntries(
        found.map(({ position }) => [position.label, position.evidence.map(({ path }) => path)]),
      );
      return look(told) ? told : undefined;
    });
  }

  async function moveWire(says: string): Promise<void> {
    const wire = (await rows('passage', /killed/)).find(({ passage }) => passage.path === 'wire.txt');
    assert.ok(wire);
    await vscode.commands.executeCommand('crosscheck.moveToPosition', wire, [wire], { says });
  }

  it('moves a passage to another position: in the tree, the hover, the matrix, the report and the comparison', async () => {
    await moveWire('Five');
    const told = await positions('the passage moved', now => now.Six === undefined);
    assert.deepEqual(told, { Five: ['gazette.txt', 'wire.txt'], Seven: ['tribune.txt'] });
    const written = await articles.read(FILE);
    assert.match(written, /decision: confirmed\n {4}about: dispute\n {4}kind: number\n/);
    assert.match(written, /moved:\s+- \{article: wire\.txt, quote: Six people .*says: Five\}/);

    const editor = await open(articles.uri('gazette.txt'));
    const [hover] = await hovers(editor.document.uri, find(editor.document, 'Five people').start.translate(0, 2));
    assert.match(hover ?? '', /Five.*gazette.*wire/s);
    assert.match(hover ?? '', /Test Reviewer moved a passage/);
    const snapshot = (await parts()).session.snapshot(articles.folder.toString());
    assert.ok(snapshot);
    const fact = matrixOf(snapshot).facts.find(({ title }) => /killed/.test(title));
    assert.deepEqual(
      fact?.positions.map(({ cells }) => cells.length),
      [2, 1],
    );
    const reported = reportOn(snapshot).facts.find(({ title }) => /killed/.test(title));
    assert.deepEqual(
      reported?.positions.map(({ passages }) => passages.map(({ source }) => source)),
      [['gazette', 'wire'], ['tribune']],
    );
    const [row] = await rows('dispute', /killed/);
    await vscode.commands.executeCommand('crosscheck.compareDispute', row);
    await until('two positions side by side', () => {
      const { activeTab } = vscode.window.tabGroups.activeTabGroup;
      return activeTab?.input instanceof vscode.TabInputTextDiff;
    });
  });

  it('gives a passage a position of its own, and takes it back', async () => {
    await moveWire('six, by the wire’s count');
    await positions('the new position', now => now['six, by the wire’s count']?.[0] === 'wire.txt');
    await vscode.commands.executeCommand('crosscheck.undo');
    const told = await positions('all as before', now => now.Six !== undefined);
    assert.deepEqual(Object.keys(told).sort(), ['Five', 'Seven', 'Six']);
    assert.doesNotMatch(await articles.read(FILE), /moved/);
  });

  it('keeps what was moved when all is read anew, and when the article is edited elsewhere', async () => {
    await moveWire('Five');
    await positions('the passage moved', now => now.Six === undefined);
    const editor = await open(articles.uri('wire.txt'));
    await editor.edit(edit => edit.insert(new vscode.Position(0, 0), 'By our own correspondent.\n\n'));
    const { session } = await parts();
    const before = session.snapshot(articles.folder.toString())?.version ?? 0;
    await snapshotOf(
      articles.folder,
      'the edit taken in',
      ({ phase, version, articles: read }) =>
        phase === 'ready' && version > before && (read.get('wire.txt')?.text.startsWith('By our own') ?? false),
    );
    await positions('the passage where it was moved to', now => now.Five?.includes('wire.txt') ?? false);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await readAnew();
    await positions('the passage where it was moved to', now => now.Five?.includes('wire.txt') ?? false);
  });

  it('merges facts: the first of the selected rows stays, with the positions of all', async () => {
    const [killed] = await rows('dispute', /killed/);
    const [injured] = await rows('dispute', /injured/);
    assert.ok(killed && injured);
    await vscode.commands.executeCommand('crosscheck.mergeFacts', killed, [injured, killed]);
    const told = await positions('the facts merged', now => now.Twelve !== undefined);
    assert.deepEqual(told.Nine, ['tribune.txt']);
    assert.equal((await rows('dispute', /injured/)).length, 0);
    assert.match(await articles.read(FILE), /merged:\s+- \{?kind: number/);
    const [now] = await rows('dispute', /killed/);
    await vscode.commands.executeCommand('crosscheck.takeBack', now);
    await until('two facts again', async () => (await rows('dispute', /injured/)).length === 1);
  });

  it('by dragging: a passage onto a position, a fact onto a fact; nothing where neither is meant', async () => {
    const drag = new DisputeDrag();
    const drop = async (what: readonly DisputeNode[], target: DisputeNode | undefined) => {
      const transfer = new vscode.DataTransfer();
      drag.handleDrag(what, transfer);
      await drag.handleDrop(target, transfer);
    };
    const wire = (await rows('passage', /killed/)).find(({ passage }) => passage.path === 'wire.txt');
    const seven = (await rows('position', /killed/)).find(({ position }) => position.label === 'Seven');
    const [injured] = await rows('dispute', /injured/);
    assert.ok(wire && seven && injured);
    await drop([wire], wire.parent);
    await drop([wire], injured);
    await drop([wire], undefined);
    assert.ok(!(await articles.names()).includes(FILE), 'nothing was written');
    await drop([wire], seven);
    await positions('the passage moved', now => now.Seven?.includes('wire.txt') ?? false);
    const [killed] = await rows('dispute', /killed/);
    assert.ok(killed);
    await drop([injured], killed);
    await positions('the facts merged', now => now.Nine !== undefined);
  });

  it('from the editor: the passage at the cursor, and a fact that is picked', async () => {
    const editor = await open(articles.uri('wire.txt'));
    const { start } = find(editor.document, 'Six people');
    editor.selection = new vscode.Selection(start.translate(0, 2), start.translate(0, 2));
    await vscode.commands.executeCommand('crosscheck.moveToPosition', undefined, undefined, { says: 'Seven' });
    await positions('the passage moved', now => now.Seven?.includes('wire.txt') ?? false);
    const [injured] = await rows('dispute', /injured/);
    await vscode.commands.executeCommand('crosscheck.mergeFacts', undefined, undefined, { fact: injured?.dispute.id });
    await positions('the facts merged', now => now.Nine !== undefined);
  });
});

function titleOf(node: DisputeNode): string {
  switch (node.kind) {
    case 'dispute':
    case 'position':
      return node.dispute.title;
    case 'passage':
      return titleOf(node.parent);
    default:
      return '';
  }
}
