import { strict as assert } from 'node:assert';
import type { Dispute } from '../../../src/engine/analysis.ts';
import { analysisOf } from '../engine/support.ts';

const PIER = `The council voted on Monday to close the old pier at Harwick for the winter.
The pier draws 4,000 visitors a year.`;

/** What a report sets side by side, with another article on the same event beside it. */
function juxtaposedIn(text: string): readonly Dispute[] {
  return analysisOf(`${PIER}\n${text}`, PIER).disputes.filter(({ why }) => why[0]?.startsWith('a report sets'));
}

describe('sides that a report sets against each other', () => {
  it('finds them in neighbouring sentences', () => {
    const [found] = juxtaposedIn(
      'Supporters of the closure say that the pier is rotten and must be rebuilt. But opponents claim that the pier could stand for another thirty years.',
    );
    assert.equal(found?.kind, 'contested');
    assert.equal(found?.title, 'Whether the pier could stand for another thirty years');
    assert.match(found?.positions[0]?.label ?? '', /rotten/);
    assert.match(found?.positions[1]?.label ?? '', /^opponents: /);
  });

  it('finds them in two halves of one sentence, each with its own half', () => {
    const text =
      'The harbour master said that the gate was locked all night, but relatives insist that the gate stood open that evening.';
    const [found] = juxtaposedIn(text);
    const shown = found?.positions.map(({ evidence }) => (evidence[0]?.end ?? 0) - (evidence[0]?.start ?? 0)) ?? [];
    assert.equal(shown.length, 2);
    assert.ok(Math.max(...shown) < text.length);
  });

  it('takes one speaker, `all but`, and speech that contests nothing for none', () => {
    for (const text of [
      'Opponents claim that the pier could stand for years. But opponents say that it needs new paint.',
      'Opponents claim that the pier could stand for years. But the opponents say that it needs new paint.',
      'Supporters say that the pier is rotten. Opponents claim that its end is all but certain.',
      'Supporters said that they had come by bus. But residents said that they had walked.',
    ])
      assert.deepEqual(juxtaposedIn(text), [], text);
  });
});
