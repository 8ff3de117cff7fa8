import assert from 'node:assert/strict';
import type { DisputeKind } from '../../../src/engine/analysis.ts';
import { MEASURED } from '../../../src/review/decided/levels.data.ts';
import { levelOf, worthOf } from '../../../src/review/decided/levels.ts';
import { learnLevels, levelsFile, likelyFrom, lowerBound } from '../../eval/levels.mjs';
import type { Row, Score } from '../../eval/score.mjs';

describe('which disputes are likely', () => {
  it('wants eight rows, and more than luck', () => {
    assert.equal(likelyFrom(rows(0.9, 7, 7)), undefined);
    assert.equal(likelyFrom(rows(0.9, 8, 8)), 0.9);
    assert.equal(likelyFrom(rows(0.9, 10, 7)), undefined, '7 of 10 may well be luck');
    assert.equal(likelyFrom(rows(0.9, 100, 75)), 0.9);
  });

  it('goes down to the least score that keeps the promise', () => {
    const all = [...rows(0.9, 10, 10), ...rows(0.6, 5, 4), ...rows(0.4, 30, 3)];
    assert.equal(likelyFrom(all), 0.6);
  });

  it('knows how little few rows say', () => {
    assert.equal(lowerBound({ right: 0, rows: 0 }), 0);
    assert.ok(lowerBound({ right: 8, rows: 10 }) < lowerBound({ right: 80, rows: 100 }));
    assert.ok(lowerBound({ right: 80, rows: 100 }) < 0.8);
  });

  it('is told by what held on stories that had no say', () => {
    const good = Array.from({ length: 10 }, () => story(rows(0.9, 3, 3), rows(0.4, 2, 0)));
    const { number, date } = learnLevels(good);
    assert.deepEqual(number, {
      likelyFrom: 0.9,
      likely: { right: 30, rows: 30 },
      possible: { right: 0, rows: 20 },
    });
    assert.deepEqual(date, { possible: { right: 0, rows: 0 } });
  });

  it('is not what one story alone speaks for', () => {
    const { number } = learnLevels(
      [story(rows(0.9, 12, 12)), ...Array.from({ length: 9 }, () => story(rows(0.9, 1, 0)))].slice(0, 4),
    );
    assert.equal(number.likelyFrom, undefined);
    assert.deepEqual(number.possible, { right: 12, rows: 15 });
  });

  it('is written as a file, the same each time', () => {
    const scores = [story(rows(0.9, 9, 9))];
    const on = { stories: 1, facts: 9, sets: ['shore'] };
    const file = levelsFile(learnLevels(scores), on);
    assert.equal(file, levelsFile(learnLevels(scores), on));
    assert.match(file, /on 1 labelled stories \(shore\) with 9 facts/);
    assert.match(file, /^ {4}number: \{ possible: \{ right: 9, rows: 9 \} \},$/m, 'one story alone is no promise');
  });
});

describe('the level of a dispute', () => {
  const kinds = Object.keys(MEASURED.kinds).filter((kind): kind is DisputeKind => kind in MEASURED.kinds);

  it('is likely from the score in the table on, and never without one', () => {
    for (const kind of kinds) {
      const from = MEASURED.kinds[kind].likelyFrom;
      if (from === undefined) assert.equal(levelOf({ kind, score: 1 }), 'possible', kind);
      else
        assert.deepEqual(
          [levelOf({ kind, score: from }), levelOf({ kind, score: from - 0.01 })],
          ['likely', 'possible'],
          kind,
        );
    }
  });

  it('keeps its promise: 7 in 10 of the likely rows were right', () => {
    for (const kind of kinds) {
      const worth = worthOf(kind, 'likely');
      assert.equal(worth === undefined, MEASURED.kinds[kind].likelyFrom === undefined, kind);
      if (worth) assert.ok(worth.rows >= 8 && worth.right >= 0.7 * worth.rows && worth.stories > 0, kind);
    }
  });

  it('has no worth to tell where none was measured', () => {
    for (const kind of kinds)
      if (MEASURED.kinds[kind].possible.rows === 0) assert.equal(worthOf(kind, 'possible'), undefined, kind);
  });
});

function rows(score: number, count: number, right: number): Row[] {
  return Array.from({ length: count }, (_, i) => ({
    id: 'x',
    positions: [],
    title: '',
    kind: 'number',
    status: 'conflict',
    score,
    verdict: i < right ? 'fact' : 'unlisted',
    finder: 'engine',
    answers: [],
  }));
}

function story(...groups: Row[][]): Score {
  return { rows: groups.flat(), facts: [], found: new Set() };
}
