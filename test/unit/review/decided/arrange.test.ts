import assert from 'node:assert/strict';
import type { Dispute, Position } from '../../../../src/engine/analysis.ts';
import { arranged } from '../../../../src/review/decided/arrange.ts';
import { applyDecisions, type DecisionInput, decisionAbout } from '../../../../src/review/decided/decisions.ts';
import { editSidecar } from '../../../../src/review/format/edit.ts';
import { readFolder } from '../../../../src/review/union/folder.ts';
import { uniteReviews } from '../../../../src/review/union/union.ts';
import { idOf, MemoryFiles } from '../store/memoryFiles.ts';

const A = 'The ferry struck the pier at noon. Three passengers were hurt, the harbour office said.\n';
const B = 'Five people were injured when the ferry hit the pier. The ferry was built in 1981.\n';
const C = 'Officials counted three injured. The pier was closed until evening.\n';
const TEXTS = { 'a.txt': A, 'b.txt': B, 'c.txt': C };
type Path = keyof typeof TEXTS;

function passage(path: Path, words: string, texts: Readonly<Record<string, string>> = TEXTS) {
  const start = (texts[path] ?? '').indexOf(words);
  assert.ok(start >= 0, words);
  return { path, start, end: start + words.length };
}

function position(label: string, ...evidence: readonly (readonly [Path, string])[]): Position {
  return { label, origins: evidence.length, evidence: evidence.map(([path, words]) => passage(path, words)) };
}

function dispute(id: string, score: number, ...positions: readonly Position[]): Dispute {
  return { id, title: `About ${id}`, kind: 'number', status: 'conflict', score, positions, why: [], story: 's' };
}

/** The engine put the third account under the wrong position, and found the same fact twice. */
const HURT = dispute(
  'hurt',
  0.7,
  position('three', ['a.txt', 'Three passengers were hurt']),
  position('five', ['b.txt', 'Five people were injured'], ['c.txt', 'three injured']),
);
const INJURED = dispute(
  'injured',
  0.8,
  position('Five', ['b.txt', 'Five people were injured']),
  position('until evening', ['c.txt', 'closed until evening']),
);
const OTHER = dispute(
  'time',
  0.6,
  position('at noon', ['a.txt', 'at noon']),
  position('evening', ['c.txt', 'until evening']),
);

const named = ({ positions }: Dispute) =>
  positions.flatMap(({ label, evidence }) => evidence.slice(0, 1).map(first => ({ ...first, says: label })));

const MOVE = {
  passages: named(HURT),
  moved: [{ ...passage('c.txt', 'three injured'), says: 'three' }],
};
const MERGE = { passages: named(HURT), merged: [{ kind: 'number', passages: named(INJURED) }] };

type Arranging = Pick<DecisionInput, 'passages' | 'moved' | 'merged'> & Partial<DecisionInput>;

/** The folder file that these decisions make, as it is written. */
function written(...arrangings: readonly Arranging[]): string {
  let text: string | undefined;
  for (const [i, arranging] of arrangings.entries()) {
    const record = decisionAbout(
      {
        decision: 'confirmed',
        about: 'dispute',
        kind: 'number',
        id: idOf(i + 1),
        created: `2026-01-0${i + 1}`,
        ...arranging,
      },
      path => TEXTS[path as Path],
    );
    assert.ok(record);
    const result = editSidecar(text, 'Jane Doe', [{ do: 'put', section: 'decisions', record }]);
    assert.ok(result.ok);
    text = result.text;
  }
  return text ?? '';
}

async function decisionsIn(files: Readonly<Record<string, string>>) {
  const united = uniteReviews(await readFolder(new MemoryFiles({ ...TEXTS, ...files })));
  assert.deepEqual(united.problems, []);
  return united.decisions;
}

async function arrangedBy(
  disputes: readonly Dispute[],
  ...arrangings: readonly Arranging[]
): Promise<readonly Dispute[]> {
  return arranged(disputes, await decisionsIn({ 'jane-doe.crosscheck.yaml': written(...arrangings) }));
}

const told = ({ positions }: Dispute) => positions.map(({ label, evidence }) => [label, evidence.map(p => p.path)]);

describe('facts that a reviewer arranged', () => {
  it('are written so that a person can read them', () => {
    const text = written(MOVE, MERGE);
    assert.match(text, /^ {4}moved:\n {6}- \{article: c\.txt, quote: three injured, .*says: three\}$/m);
    assert.match(text, /^ {4}merged:\n {6}- kind: number\n {8}passages: \[\{article: b\.txt, quote: Five people/m);
  });

  it('have a passage under the position that it was moved to, and say who moved it', async () => {
    const [hurt, ...rest] = await arrangedBy([HURT, OTHER], MOVE);
    assert.ok(hurt);
    assert.deepEqual(told(hurt), [
      ['three', ['a.txt', 'c.txt']],
      ['five', ['b.txt']],
    ]);
    assert.deepEqual(
      hurt.positions.map(({ origins }) => origins),
      [2, 1],
    );
    assert.match(hurt.why[0] ?? '', /Jane Doe moved a passage to “three”/);
    assert.deepEqual(rest, [OTHER]);
  });

  it('have a new position where a passage was given one that nobody else takes', async () => {
    const moved = [{ ...passage('c.txt', 'three injured'), says: 'three, by the officials’ count' }];
    const [hurt] = await arrangedBy([HURT], { ...MOVE, moved });
    assert.deepEqual(hurt && told(hurt), [
      ['three', ['a.txt']],
      ['five', ['b.txt']],
      ['three, by the officials’ count', ['c.txt']],
    ]);
  });

  it('lose a position that no passage takes any more', async () => {
    const moved = [passage('b.txt', 'Five people were injured'), passage('c.txt', 'three injured')];
    const [hurt] = await arrangedBy([HURT], { ...MOVE, moved: moved.map(each => ({ ...each, says: 'three' })) });
    assert.deepEqual(hurt && told(hurt), [['three', ['a.txt', 'b.txt', 'c.txt']]]);
  });

  it('are one where two suggestions were merged, positions of the same words joined', async () => {
    const facts = await arrangedBy([INJURED, HURT, OTHER], MERGE);
    assert.deepEqual(
      facts.map(({ id, score }) => [id, score]),
      [
        ['hurt', 0.8],
        ['time', 0.6],
      ],
    );
    const [hurt] = facts;
    assert.deepEqual(hurt && told(hurt), [
      ['three', ['a.txt']],
      ['five', ['b.txt', 'c.txt']],
      ['until evening', ['c.txt']],
    ]);
    assert.match(hurt?.why[0] ?? '', /Jane Doe merged “About injured”/);
  });

  it('stay so under a new engine that labels, names, orders and cuts them otherwise', async () => {
    const later = dispute(
      'harm',
      0.9,
      position('5', ['c.txt', 'counted three injured'], ['b.txt', 'Five people were injured when']),
      position('3', ['a.txt', 'Three passengers']),
    );
    const [harm] = await arrangedBy([later, OTHER], MOVE);
    assert.deepEqual(harm && told(harm), [
      ['5', ['b.txt']],
      ['3', ['a.txt', 'c.txt']],
    ]);
  });

  it('stay so when articles are edited elsewhere', async () => {
    const texts = { ...TEXTS, 'c.txt': `A line in front.\n${C}` };
    const decisions = await decisionsIn({ ...texts, 'jane-doe.crosscheck.yaml': written(MOVE) });
    const [first, second] = HURT.positions;
    assert.ok(first && second);
    const evidence = [passage('b.txt', 'Five people were injured'), passage('c.txt', 'three injured', texts)];
    const [hurt] = arranged([{ ...HURT, positions: [first, { ...second, evidence }] }], decisions);
    assert.deepEqual(hurt && told(hurt), [
      ['three', ['a.txt', 'c.txt']],
      ['five', ['b.txt']],
    ]);
  });

  it('follow the newest word where a passage was moved twice, and keep what was merged before', async () => {
    const back = { ...MOVE, moved: [{ ...passage('c.txt', 'three injured'), says: 'five' }] };
    const [hurt, ...rest] = await arrangedBy([HURT, INJURED], MERGE, MOVE, back);
    assert.deepEqual(rest, []);
    assert.deepEqual(hurt && told(hurt).slice(0, 2), [
      ['three', ['a.txt']],
      ['five', ['b.txt', 'c.txt']],
    ]);
  });

  it('are confirmed by it, unless the record says otherwise; a later decision is about the merged fact', async () => {
    const file = written(MERGE, { passages: named(INJURED), decision: 'dismissed' });
    const decisions = await decisionsIn({ 'jane-doe.crosscheck.yaml': file });
    const [hurt] = arranged([HURT, INJURED], decisions.slice(0, 1));
    assert.ok(hurt);
    const on = (count: number) =>
      applyDecisions(
        { version: 1, documents: [], stories: [], matches: [], disputes: [hurt] },
        decisions.slice(0, count),
      ).get(hurt)?.decision;
    assert.deepEqual([on(1), on(2)], ['confirmed', 'dismissed']);
  });

  it('are the very same list where nobody arranged anything, and where what was meant is gone', async () => {
    const plain = [HURT, OTHER];
    assert.equal(arranged(plain, await decisionsIn({})), plain);
    assert.equal(await arrangedBy(plain, { passages: named(OTHER) }), plain);
    const others = [OTHER];
    assert.equal(await arrangedBy(others, MOVE, MERGE), others);
  });
});
