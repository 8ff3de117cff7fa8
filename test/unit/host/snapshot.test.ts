import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Dispute } from '../../../src/engine/analysis.ts';
import { shiftDisputes, shifter } from '../../../src/host/session/snapshot.ts';

describe('passages while one types', () => {
  it('stand on the same words after any one edit that does not touch them', () => {
    const words = fc.string({ maxLength: 20 });
    fc.assert(
      fc.property(words, words, words, words, words, (before, passage, between, old, fresh) => {
        const text = `${before}<${passage}>${between}${old}`;
        const edited = `${before}<${passage}>${between}${fresh}`;
        const start = before.length;
        const moved = shifter(text, edited)({ start, end: start + passage.length + 2 });
        assert.ok(moved);
        assert.equal(edited.slice(moved.start, moved.end), `<${passage}>`);
      }),
    );
  });

  it('move along with what is typed before them, and go when they are typed into', () => {
    const shift = shifter('Five were killed.', 'On Monday five were killed.');
    assert.deepEqual(shift({ start: 10, end: 16 }), { start: 20, end: 26 });
    assert.equal(shift({ start: 0, end: 4 }), undefined);
  });

  it('take a fact with them when only one position is left', () => {
    const dispute: Dispute = {
      id: 'deaths',
      title: 'How many were killed',
      kind: 'number',
      status: 'conflict',
      score: 0.9,
      story: 's',
      why: [],
      positions: [
        { label: 'five', origins: 1, evidence: [{ path: 'a.txt', start: 0, end: 4 }] },
        { label: 'seven', origins: 1, evidence: [{ path: 'b.txt', start: 0, end: 5 }] },
      ],
    };
    assert.deepEqual(
      shiftDisputes([dispute], 'a.txt', () => undefined),
      [],
    );
    assert.deepEqual(
      shiftDisputes([dispute], 'c.txt', () => undefined),
      [dispute],
    );
  });
});
