import assert from 'node:assert/strict';
import type { Analysis, Dispute } from '../../../../src/engine/analysis.ts';
import { Resolutions } from '../../../../src/review/anchors/resolutions.ts';
import { applyDecisions, decisionAbout, passagesOf } from '../../../../src/review/decided/decisions.ts';
import { completions } from '../../../../src/review/format/complete.ts';
import { editSidecar } from '../../../../src/review/format/edit.ts';
import { checkFolder } from '../../../../src/review/union/check.ts';
import { readFolder } from '../../../../src/review/union/folder.ts';
import { entityOverrides, type FolderReview, uniteReviews } from '../../../../src/review/union/union.ts';
import { idOf, MemoryFiles } from '../store/memoryFiles.ts';

const A =
  'The port authority said that a tanker had lost some 40 tonnes of oil.\nNobody was hurt, said Captain Ilse Brandt.\n';
const B =
  'Fishermen spoke of more than 200 tonnes. “Nobody warned us,” one of them said.\nThe tanker lies at anchor.\n';

async function review(files: Readonly<Record<string, string>>, hidden?: ReadonlySet<string>): Promise<FolderReview> {
  const folder = await readFolder(new MemoryFiles(files));
  return uniteReviews({ ...folder, ...(hidden ? { hidden } : {}) });
}

const sidecar = (name: string, body: string) => `version: 1\nreviewer: ${name}\n${body}`;
const JANE = sidecar(
  'Jane Doe',
  `annotations:
  - {id: ${idOf(1)}, type: claim, quote: some 40 tonnes, fact: spill, says: some 40 tonnes}
  - {id: ${idOf(2)}, type: entity, quote: Ilse Brandt, entity: Ilse Brandt, entityType: person}
`,
);
const JOAN = sidecar(
  'Joan Roe',
  `annotations:
  - {id: ${idOf(3)}, type: reply, to: ${idOf(1)}, text: 'By whom?', created: 2026-01-02T00:00:00Z}
  - {id: ${idOf(4)}, type: resolution, to: ${idOf(3)}, resolved: true, created: 2026-01-03T00:30:00+02:00}
  - {id: ${idOf(5)}, type: resolution, to: ${idOf(1)}, resolved: false, created: 2026-01-02T22:00:00Z}
  - {id: ${idOf(6)}, type: note, quote: tanker}
`,
);
const FILES = {
  'a.txt': A,
  'b.txt': B,
  'README.md': 'about',
  'a.txt.jane-doe.crosscheck.yaml': JANE,
  'a.txt.joan-roe.crosscheck.yaml': JOAN,
  'jane-doe.crosscheck.yaml': sidecar(
    'Jane Doe',
    `facts:
  - {id: spill, title: How much oil was lost, passages: [{article: b.txt, quote: more than 200 tonnes, says: more than 200 tonnes}]}
verdicts:
  - {id: ${idOf(10)}, fact: spill, verdict: unresolved, text: first, created: 2026-01-01}
  - {id: ${idOf(11)}, fact: spill, verdict: supported, text: measured, evidence: [${idOf(1)}], created: 2026-01-05}
`,
  ),
  'joan-roe.crosscheck.yaml': sidecar(
    'Joan Roe',
    `verdicts:
  - {id: ${idOf(12)}, fact: spill, verdict: refuted, text: seen otherwise, created: 2026-01-04, evidence: [{article: b.txt, quote: more than 200 tonnes}]}
`,
  ),
};

describe('uniteReviews', () => {
  it('says who said what, where, in order of place', async () => {
    const { annotations, reviewers, problems } = await review(FILES);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      reviewers.map(r => [r.slug, r.name]),
      [
        ['jane-doe', 'Jane Doe'],
        ['joan-roe', 'Joan Roe'],
      ],
    );
    assert.deepEqual(
      annotations.map(a => [a.reviewer, a.record.type, a.anchor?.state]),
      [
        ['Joan Roe', 'note', 'exact'],
        ['Jane Doe', 'claim', 'exact'],
        ['Jane Doe', 'entity', 'exact'],
        ['Joan Roe', 'reply', undefined],
        ['Joan Roe', 'resolution', undefined],
        ['Joan Roe', 'resolution', undefined],
      ],
    );
  });

  it('gathers replies to replies into threads; the newest resolution holds, whatever its zone', async () => {
    const { threads } = await review(FILES);
    const thread = threads.find(t => t.root.record.id === idOf(1));
    assert.deepEqual(
      thread?.replies.map(r => r.record.id),
      [idOf(3)],
    );
    assert.deepEqual([thread?.resolution?.record.id, thread?.resolved], [idOf(4), true]);
  });

  it('tells a fact with the positions of all, and the newest verdict of each', async () => {
    const { facts } = await review(FILES);
    const [fact] = facts;
    assert.equal(fact?.title, 'How much oil was lost');
    assert.deepEqual(
      fact?.positions.map(p => p.says),
      ['more than 200 tonnes', 'some 40 tonnes'],
    );
    assert.deepEqual(
      fact?.verdicts.map(v => [v.slug, v.record.verdict, v.stale]),
      [
        ['joan-roe', 'refuted', false],
        ['jane-doe', 'supported', false],
      ],
    );
    assert.equal(fact?.agreement, 'disagree');
  });

  it('marks a verdict whose passage changed for re-review, and says how loudly', async () => {
    const { facts } = await review({ ...FILES, 'b.txt': B.replace('200', '300') });
    const joan = facts[0]?.verdicts.find(v => v.slug === 'joan-roe');
    assert.equal(joan?.stale, true);
    const withContext = FILES['joan-roe.crosscheck.yaml'].replace(
      'quote: more than 200 tonnes',
      'quote: more than 200 tonnes, before: "Fishermen spoke of ", after: ". “Nobody warned us,” one", start: 19',
    );
    const again = await review({ ...FILES, 'b.txt': B.replace('200', '300'), 'joan-roe.crosscheck.yaml': withContext });
    assert.deepEqual(again.facts[0]?.verdicts.find(v => v.slug === 'joan-roe')?.kinds, ['number']);
    const told = ({ problems }: FolderReview) =>
      problems.filter(p => p.code === 'stale-verdict').map(p => [p.sidecar, p.severity, p.message]);
    assert.deepEqual(told(again), [
      [
        'joan-roe.crosscheck.yaml',
        'warning',
        'The verdict on "spill" rests on "more than 200 tonnes", and a number in it changed: "more than 300 tonnes". Review it again.',
      ],
    ]);
    assert.deepEqual(told(await review(FILES)), []);
    const gone = await review({ ...FILES, 'b.txt': 'The tanker lies at anchor.\n' });
    assert.match(told(gone)[0]?.[2] ?? '', /no longer stands in b\.txt/);
  });

  it('says nothing of a verdict that its reviewer has replaced', async () => {
    const newer = `${FILES['joan-roe.crosscheck.yaml']}  - {id: ${idOf(13)}, fact: spill, verdict: unresolved, text: gone, created: 2026-01-09}\n`;
    const { problems } = await review({ ...FILES, 'b.txt': 'Nothing.\n', 'joan-roe.crosscheck.yaml': newer });
    assert.deepEqual(
      problems.filter(p => p.code === 'stale-verdict'),
      [],
    );
  });

  it('hides a reviewer', async () => {
    const { annotations, facts } = await review(FILES, new Set(['joan-roe']));
    assert.deepEqual(new Set(annotations.map(a => a.slug)), new Set(['jane-doe']));
    assert.equal(facts[0]?.agreement, 'one');
  });

  it('reports replies to nothing, ids that two files share, anchors that are lost or tied, articles that are gone', async () => {
    const { problems, orphans } = await review({
      ...FILES,
      'a.txt.joan-roe.crosscheck.yaml': sidecar(
        'Joan Roe',
        `annotations:
  - {type: reply, to: ${idOf(99)}}
  - {id: ${idOf(1)}, type: note, quote: Nobody was hurt}
  - {type: note, quote: words that stand nowhere}
  - {type: note, quote: said}
`,
      ),
      'old.txt.jane-doe.crosscheck.yaml': sidecar(
        'Jane Doe',
        'annotations:\n  - {type: note, quote: The tanker lies at anchor.}\n',
      ),
    });
    assert.deepEqual(problems.map(p => [p.code, p.sidecar.slice(0, 10), p.line]).sort(), [
      ['ambiguous-anchor', 'a.txt.joan', 7],
      ['duplicate-id', 'a.txt.joan', 5],
      ['lost-anchor', 'a.txt.joan', 6],
      ['missing-article', 'old.txt.ja', 1],
      ['unknown-reference', 'a.txt.joan', 4],
    ]);
    assert.deepEqual(orphans[0]?.homes, [{ path: 'b.txt', found: 1, of: 1 }]);
  });

  it('gives entities to the engine', async () => {
    const start = A.indexOf('Ilse Brandt');
    assert.deepEqual(entityOverrides(await review(FILES), 'a.txt'), [
      { start, end: start + 11, entity: 'Ilse Brandt', type: 'person' },
    ]);
  });

  it('searches an article again only when its text changed', () => {
    const resolutions = new Resolutions();
    const anchor = { quote: 'tanker', before: 'a ' };
    const first = resolutions.resolve('a.txt', A, anchor);
    assert.equal(resolutions.resolve('a.txt', A, { ...anchor }), first);
    assert.notEqual(resolutions.resolve('a.txt', `${A} `, anchor), first);
  });
});

describe('what a hand left out', () => {
  it('is filled in where the words stand once, so that the anchor agrees with itself', async () => {
    const files = new MemoryFiles({
      'a.txt': A,
      'a.txt.jane-doe.crosscheck.yaml':
        'annotations:\n  - {type: note, quote: Nobody was hurt}\n  - {type: note, quote: said}\n',
    });
    const folder = await readFolder(files);
    const [mine] = folder.sidecars;
    assert.ok(mine);
    const edits = completions(mine, A, { now: () => 0, random: () => 0.5, resolutions: new Resolutions() });
    const result = editSidecar(mine.text, 'Jane Doe', edits);
    assert.ok(result.ok);
    const again = await review({ 'a.txt': A, 'a.txt.jane-doe.crosscheck.yaml': result.text });
    const [whole, tied] = again.annotations.toSorted((x, y) => x.line - y.line);
    assert.deepEqual(
      [whole?.record.created, Reflect.get(whole?.record ?? {}, 'start')],
      ['1970-01-01T00:00:00Z', A.indexOf('Nobody')],
    );
    assert.deepEqual([tied?.anchor?.state, Reflect.get(tied?.record ?? {}, 'start')], ['ambiguous', undefined]);
  });
});

describe('checkFolder', () => {
  it('gives the object of the format, and a status', async () => {
    const { report, status } = await checkFolder(
      new MemoryFiles({ 'a.txt': A, 'a.txt.jane-doe.crosscheck.yaml': JANE }),
    );
    const start = A.indexOf('some 40');
    assert.equal(status, 0);
    assert.deepEqual(report.problems, []);
    assert.equal(
      JSON.stringify(report.annotations[0]),
      JSON.stringify({
        id: idOf(1),
        path: 'a.txt',
        sidecar: 'a.txt.jane-doe.crosscheck.yaml',
        reviewer: 'Jane Doe',
        type: 'claim',
        state: 'exact',
        start,
        end: start + 14,
      }),
    );
  });

  it('fails for a lost anchor, and for a problem; not for a note', async () => {
    const status = async (text: string) =>
      (await checkFolder(new MemoryFiles({ 'a.txt': A, 'a.txt.jane-doe.crosscheck.yaml': text }))).status;
    assert.equal(await status('annotations:\n  - {type: note, quote: gone}\n'), 1);
    assert.equal(await status('annotations:\n  - {type: nose, quote: tanker}\n'), 1);
    assert.equal(await status('annotations:\n  - {type: note, quote: tanker, colour: red}\n'), 0);
  });
});

function analysisOf(disputes: readonly Dispute[]): Analysis {
  return { version: 1, documents: [], stories: [], matches: [], disputes };
}

function disputeOn(
  kind: Dispute['kind'],
  ...passages: readonly [path: string, text: string, words: string][]
): Dispute {
  const positions = passages.map(([path, text, words]) => {
    const start = text.indexOf(words);
    return { label: words, origins: 1, evidence: [{ path, start, end: start + words.length }] };
  });
  return { id: 'made-up', title: '', kind, status: 'conflict', score: 0.5, positions, why: [], story: '' };
}

describe('decisions', () => {
  const dispute = disputeOn('number', ['a.txt', A, 'some 40 tonnes'], ['b.txt', B, 'more than 200 tonnes']);
  const texts = new Map([
    ['a.txt', A],
    ['b.txt', B],
  ]);
  const made = (decision: 'confirmed' | 'dismissed', n: number) =>
    decisionAbout(
      {
        id: idOf(n),
        decision,
        about: 'dispute',
        kind: dispute.kind,
        passages: passagesOf(dispute, ''),
        created: `2026-01-0${n}`,
      },
      path => texts.get(path),
    );

  async function decided(
    found: Dispute,
    changed: Readonly<Record<string, string>>,
    ...decisions: (readonly [string, 'confirmed' | 'dismissed', number])[]
  ) {
    const files: Record<string, string> = { 'a.txt': A, 'b.txt': B, ...changed };
    for (const [name, decision, n] of decisions) {
      const record = made(decision, n);
      assert.ok(record);
      const path = `${name.toLowerCase()}.crosscheck.yaml`;
      const result = editSidecar(files[path], name, [{ do: 'put', section: 'decisions', record }]);
      assert.ok(result.ok);
      files[path] = result.text;
    }
    const united = await review(files);
    return applyDecisions(analysisOf([found]), united.decisions).get(found);
  }

  it('hold on the suggestion that they were made on', async () => {
    assert.equal((await decided(dispute, {}, ['Jane', 'dismissed', 1]))?.decision, 'dismissed');
  });

  it('hold under a new engine that names, orders and cuts it otherwise', async () => {
    const other = disputeOn('number', ['b.txt', B, 'spoke of more than 200 tonnes'], ['a.txt', A, '40 tonnes of oil']);
    assert.equal((await decided({ ...other, id: 'other' }, {}, ['Jane', 'dismissed', 1]))?.decision, 'dismissed');
  });

  it('hold when a neighbouring sentence changed, and when a word beside them did', async () => {
    const text = `A sentence in front.\n${A.replace('The port authority', 'The harbour office')}`;
    const moved = disputeOn('number', ['a.txt', text, 'some 40 tonnes'], ['b.txt', B, 'more than 200 tonnes']);
    assert.equal((await decided(moved, { 'a.txt': text }, ['Jane', 'dismissed', 1]))?.decision, 'dismissed');
  });

  it('are not about another kind, nor about another dispute of one of the sentences', async () => {
    assert.equal(await decided({ ...dispute, kind: 'wording' }, {}, ['Jane', 'dismissed', 1]), undefined);
    const other = disputeOn('number', ['a.txt', A, 'some 40 tonnes'], ['b.txt', B, 'one of them']);
    assert.equal(await decided(other, {}, ['Jane', 'dismissed', 1]), undefined);
  });

  it('are divided where reviewers are; the newest of each counts', async () => {
    const both = await decided(
      dispute,
      {},
      ['Jane', 'confirmed', 1],
      ['Joan', 'confirmed', 2],
      ['Jane', 'dismissed', 3],
    );
    assert.deepEqual([both?.decision, both?.by.map(d => d.record.id)], ['divided', [idOf(2), idOf(3)]]);
  });
});
