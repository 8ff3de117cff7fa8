import { strict as assert } from 'node:assert';
import { participle } from '../../../src/engine/disputes/base/titles.ts';
import { analysisOf } from './support.ts';

/** Words that an article may hold, and that every JavaScript object has as a property. */
const WORDS = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'];

describe('words that are also properties of objects', () => {
  for (const word of WORDS) {
    it(`are words like any other: ${word}`, () => {
      const { disputes } = analysisOf(
        `“We will never accept any ${word} cut to the harbour budget before the winter,” Mayor Ida Storm said at 14 ${word} in May.`,
        `“We will never accept any ${word} cut to the hospital budget before the winter,” Mayor Ida Storm said at 41 ${word} in May.`,
      );
      assert.ok(
        disputes.some(({ kind }) => kind === 'wording'),
        'the two wordings of one quotation are set side by side',
      );
    });
  }

  it('have participles', () => {
    assert.equal(participle('constructor'), 'constructored');
  });
});
