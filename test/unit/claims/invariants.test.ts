import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { readClaims } from '../../../src/engine/claims/read.ts';
import { readText } from '../../../src/engine/text/read.ts';
import { tell } from './support.ts';

/** Words and marks that meet in reported speech, in any order. */
const piece = fc.constantFrom(
  ...'Moss said told reporters that the wall will not hold “ ” " \' , . : ; ( ) — and but if he who was killed by 17 people on Friday according to , which denied revoked visa of Norland ’s to resign ? !'.split(
    ' ',
  ),
);
const text = fc.array(fc.oneof(piece, fc.constant('\n\n')), { maxLength: 60 }).map(pieces => pieces.join(' '));

describe('claims of any text', () => {
  it('lie in order within their sentences, with events inside them', () => {
    fc.assert(
      fc.property(text, words => {
        const told = tell(words, { Moss: 'person', Norland: 'place' });
        let last = 0;
        for (const claim of told.claims) {
          const sentence = told.reading.sentences[claim.sentence];
          assert.ok(sentence);
          assert.ok(sentence.start <= claim.start && claim.start < claim.end && claim.end <= sentence.end);
          assert.ok(sentence.start >= last);
          last = sentence.start;
          assert.ok(claim.checkworthiness >= 0 && claim.checkworthiness <= 1);
          for (const event of claim.events)
            assert.ok(claim.start <= event.trigger.start && event.trigger.end <= claim.end);
        }
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it('are none where nothing stands', () => {
    assert.deepEqual(readClaims(readText(''), { mentions: [], values: [] }), { claims: [], quotations: [], dated: [] });
    assert.deepEqual(readClaims(readText('“ ” — : ,'), { mentions: [], values: [] }).claims, []);
  });

  it('take time in step with the text', function () {
    this.timeout(120_000);
    const article = 'Moss said that the wall, which was built in 2019, would hold. “It is new,” she added.\n\n'.repeat(
      400,
    );
    const measure = (length: number): number => {
      const reading = readText(article.slice(0, length));
      const start = process.cpuUsage().user;
      readClaims(reading, { mentions: [], values: [] });
      return process.cpuUsage().user - start;
    };
    measure(article.length);
    const half = Math.min(...[1, 2, 3].map(() => measure(article.length / 2)));
    const whole = Math.min(...[1, 2, 3].map(() => measure(article.length)));
    // Growth with the square took seconds; what else the machine does is let pass.
    assert.ok(whole < 8 * half + 500_000, `${half} µs for half, ${whole} µs for the whole`);
  });
});
