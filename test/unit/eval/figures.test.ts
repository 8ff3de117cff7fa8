import assert from 'node:assert/strict';
import { byFinder, byKind, byLevel, figuresOf, reliability } from '../../eval/figures.mjs';
import type { Fact, Row, Score, Verdict } from '../../eval/score.mjs';

describe('figures', () => {
  it('add stories up, and pass over nuances', () => {
    const one = story(['boats', 'delay'], row('false alarm', 0.7), row('nuance', 0.65), row('fact', 0.6, 'boats'));
    const { rows, right, found, recall, precision, averagePrecision, falseAlarms } = figuresOf([one, story(['mayor'])]);
    assert.deepEqual([rows, right, found], [2, 1, 1]);
    assert.deepEqual([precision, recall], [0.5, 1 / 3]);
    assert.equal(averagePrecision, 0.5 / 3); // right at rank two in the one, nothing in the other
    assert.equal(falseAlarms, 1);
  });

  it('are none where there is no row', () => {
    const { precision, recall, f1 } = figuresOf([story(['boats'])]);
    assert.deepEqual([precision, recall, f1], [undefined, 0, 0]);
  });

  it('are told by level', () => {
    const score = story(
      ['boats', 'delay'],
      row('fact', 0.9, 'boats'),
      row('duplicate', 0.8),
      row('fact', 0.4, 'delay'),
    );
    assert.deepEqual(
      byLevel([score], levelOf).map(({ level, rows, right, found }) => [level, rows, right, found]),
      [
        ['likely', 2, 1, 1],
        ['possible', 1, 1, 1],
        ['all', 3, 2, 2],
      ],
    );
  });

  it("tell precision by the row's kind and recall by the fact's", () => {
    const score = story(['boats'], { ...row('fact', 0.9, 'boats'), kind: 'date' });
    assert.deepEqual(
      byKind([score], levelOf)
        .filter(({ level }) => level === 'all')
        .map(({ kind, rows, right, found, facts }) => [kind, rows, right, found, facts]),
      [
        ['date', 1, 1, 0, 0],
        ['number', 0, 0, 1, 1],
      ],
    );
  });

  it('put each row into one of ten bins by its score, 1 into the last', () => {
    const bins = reliability([story(['boats'], row('fact', 1, 'boats'), row('unlisted', 0.7), row('unlisted', 0.69))]);
    assert.equal(bins.length, 10);
    assert.deepEqual(
      bins.filter(({ rows }) => rows > 0).map(({ from, rows, precision }) => [from, rows, precision]),
      [
        [0.6, 1, 0],
        [0.7, 1, 0],
        [0.9, 1, 1],
      ],
    );
  });

  it('tell what a finder alone found', () => {
    const both = row('fact', 0.9, 'boats');
    const score = story(
      ['boats', 'delay'],
      { ...both, finder: 'counts' },
      { ...row('duplicate', 0.8, 'boats'), finder: 'quotes' },
      { ...row('fact', 0.7, 'delay'), finder: 'quotes' },
    );
    assert.deepEqual(byFinder([score]), [
      { finder: 'counts', rows: 1, right: 1, precision: 1, only: 0 },
      { finder: 'quotes', rows: 2, right: 1, precision: 0.5, only: 1 },
    ]);
  });
});

function levelOf({ score }: Row): 'likely' | 'possible' {
  return score >= 0.5 ? 'likely' : 'possible';
}

function row(verdict: Verdict, score: number, of?: string): Row {
  const answers = of === undefined ? [] : [of];
  return {
    id: 'x',
    positions: [],
    title: '',
    kind: 'number',
    status: 'conflict',
    score,
    verdict,
    finder: 'engine',
    answers,
    ...(of && { of }),
  };
}

function story(facts: string[], ...rows: Row[]): Score {
  const found = rows.flatMap(({ verdict, of }) => (verdict === 'fact' && of ? [of] : []));
  return {
    rows,
    facts: facts.map((id): Fact => ({ id, title: id, kind: 'number', positions: [] })),
    found: new Set(found),
  };
}
