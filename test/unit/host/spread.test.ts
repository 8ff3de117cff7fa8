import assert from 'node:assert/strict';
import { spreadOut } from '../../../src/host/words/spread.ts';

const claims = [0.9, 0.8, 0.85, 0.95, 0.7, 0.6, 0.5, 0.4, 0.45, 0.2, 0.1, 0.35].map(checkworthiness => ({
  checkworthiness,
}));
const worth = (density: 'few' | 'balanced' | 'all') => spreadOut(claims, density).map(c => c.checkworthiness);

describe('how many claims are shown', () => {
  it('is all of them, in order, when all are asked for', () => {
    assert.deepEqual(
      worth('all'),
      claims.map(c => c.checkworthiness),
    );
  });

  it('is the best third of every stretch when few are, so that the second half of an article is marked as well', () => {
    assert.deepEqual(worth('few'), [0.9, 0.95, 0.5, 0.45]);
  });

  it('leaves out what is hardly worth checking, even where nothing better stands', () => {
    assert.deepEqual(worth('balanced'), [0.9, 0.8, 0.85, 0.95, 0.5, 0.4, 0.45, 0.35]);
  });
});
