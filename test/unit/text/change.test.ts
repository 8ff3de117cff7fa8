import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changeBetween } from '../../../src/engine/text/change.ts';

describe('the change between two texts', () => {
  it('makes one of the other, whatever they are', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', '\n', '\u{1f600}', '\u{1f601}', '\u{1f7ff}'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { start, end, text: put } = changeBetween(before, after);
        assert.equal(before.slice(0, start) + put + before.slice(end), after);
        for (const part of [before.slice(start, end), put])
          assert.doesNotMatch(part, /\p{Cs}/u, 'no half of a character');
      }),
      { seed: 4, numRuns: 500 },
    );
  });

  it('is what was typed, and nothing where both are equal', () => {
    assert.deepEqual(changeBetween('Five were killed.', 'Five people were killed.'), {
      start: 5,
      end: 5,
      text: 'people ',
    });
    assert.deepEqual(changeBetween('aa', 'aaa'), { start: 2, end: 2, text: 'a' });
    assert.deepEqual(changeBetween('same', 'same'), { start: 4, end: 4, text: '' });
  });
});
