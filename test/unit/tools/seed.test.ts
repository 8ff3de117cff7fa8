import assert from 'node:assert/strict';
import fc from 'fast-check';

describe('property tests', () => {
  it('draw the same cases in every run', () => {
    assert.equal(typeof fc.readConfigureGlobal().seed, 'number');
    assert.deepEqual(fc.sample(fc.nat(), 5), fc.sample(fc.nat(), 5));
  });
});
