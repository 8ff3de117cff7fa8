import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { loadWordVectors, VectorsError } from '../../../src/engine/text/wordVectors.ts';

const bytes = readFileSync('media/words.vectors');
const vectors = loadWordVectors(bytes);

describe('the word vectors', () => {
  it('find words alike that are used alike', () => {
    for (const [a, b, other] of [
      ['wounded', 'injured', 'signed'],
      ['drone', 'unmanned', 'senator'],
      ['resign', 'quit', 'bridge'],
      ['ferry', 'boat', 'tax'],
    ] as const) {
      assert.ok(vectors.similarity(a, b) >= 0.5, `${a} and ${b}: ${vectors.similarity(a, b)}`);
      assert.ok(vectors.similarity(a, other) <= 0.3, `${a} and ${other}: ${vectors.similarity(a, other)}`);
    }
  });

  it('give the words of one stem one row', () => {
    assert.equal(vectors.rowOf('killed'), vectors.rowOf('kills'));
    assert.equal(vectors.similarity('killed', 'kills').toFixed(3), '1.000');
  });

  it('are the same from either side, and know nothing of unknown words but themselves', () => {
    assert.equal(vectors.similarity('fire', 'blaze'), vectors.similarity('blaze', 'fire'));
    assert.equal(vectors.rowOf('qqxzzy'), -1);
    assert.equal(vectors.similarity('qqxzzy', 'fire'), 0);
    assert.equal(vectors.similarity('qqxzzy', 'qqxzzy'), 1);
  });

  it('are refused when the file is another, of another version, or cut short', () => {
    const otherVersion = Uint8Array.from(bytes);
    otherVersion[4] = 99;
    for (const wrong of [readFileSync('media/names.model'), otherVersion, bytes.subarray(0, -1), new Uint8Array(3)])
      assert.throws(() => loadWordVectors(wrong), VectorsError);
  });

  it('take less than a megabyte on disk', () => {
    assert.ok(bytes.length < 1_000_000, `${bytes.length} bytes`);
  });
});
