import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { merged, without } from '../../../src/host/words/marks.ts';

const spans = fc.array(
  fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 12 })).map(([start, length]) => ({ start, end: start + length })),
  { maxLength: 12 },
);
const holds = (all: readonly { start: number; end: number }[], at: number) =>
  all.some(({ start, end }) => start <= at && at < end);

describe('marks', () => {
  it('join what overlaps, and cover the same places', () => {
    fc.assert(
      fc.property(spans, all => {
        const joined = merged(all);
        for (let at = 0; at < 80; at++) assert.equal(holds(joined, at), holds(all, at));
        for (const [i, { start }] of joined.entries()) assert.ok(i === 0 || start > (joined[i - 1]?.end ?? 0));
      }),
    );
  });

  it('cut out exactly what another layer covers', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        const [ours, theirs] = [merged(a), merged(b)];
        const left = without(ours, theirs);
        for (let at = 0; at < 80; at++) assert.equal(holds(left, at), holds(ours, at) && !holds(theirs, at));
      }),
    );
  });
});
