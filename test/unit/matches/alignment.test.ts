import assert from 'node:assert/strict';
import { alignments, type Bag, bagOf } from '../../../src/engine/matches/alignment.ts';
import { stem } from '../../../src/engine/matches/stem.ts';
import { StoryWords } from '../../../src/engine/matches/storyWords.ts';
import { shippedVectors } from '../engine/support.ts';

/** Bags of words that all tell as much. */
function bags(words: StoryWords, ...texts: readonly string[]): Bag[] {
  return texts.map(text => bagOf(new Map(text.split(' ').map(word => [words.idOf(word, stem(word)), 1]))));
}

function alignment(a: string, b: string): number {
  const words = new StoryWords(shippedVectors());
  const [x, y] = bags(words, a, b);
  return x && y ? (alignments([x], [y], words)[0] ?? 0) : 0;
}

describe('the alignment of two passages', () => {
  it('is highest for the same words, lower for like ones, next to nothing for others', () => {
    const same = alignment('drone struck convoy', 'drone struck convoy');
    const like = alignment('drone struck convoy', 'unmanned aircraft attacked vehicles');
    const other = alignment('drone struck convoy', 'senate budget vote');
    assert.ok(same > like && like > 2 * other, `${same}, ${like}, ${other}`);
    assert.ok(same <= 1 && other < 0.1, `${same}, ${other}`);
  });

  it('is the same from either side', () => {
    const a = 'ferry ran aground injuring passengers';
    const b = 'twelve people hurt as boat hit rocks';
    assert.equal(alignment(a, b), alignment(b, a));
  });

  it('takes the words of one stem for one', () => {
    assert.equal(alignment('killed soldiers', 'kills soldier'), alignment('killed soldiers', 'killed soldiers'));
  });

  it('grows with what is shared', () => {
    assert.ok(alignment('qqx zzy wwv', 'qqx zzy wwv') > alignment('qqx', 'qqx'));
  });

  it('does not depend on the order in which words came up', () => {
    const texts = [
      'drone struck convoy near border wounding soldiers and drivers',
      'unmanned aircraft attacked military vehicles leaving several men injured',
      'missile hits truck killing guards as army column crosses frontier',
      'minister denied troops were hurt and called reports false',
      'officials rejected claims of casualties saying accounts were untrue',
    ];
    const tables = [texts, [...texts].reverse()].map(order => {
      const words = new StoryWords(shippedVectors());
      bags(words, ...order);
      const all = bags(words, ...texts);
      return [...alignments(all, all, words)];
    });
    assert.deepEqual(tables[0], tables[1]);
  });
});
