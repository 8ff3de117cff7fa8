import assert from 'node:assert/strict';
import { differingWords, labelWords } from '../../../src/host/words/differingWords.ts';

function strong(text: string, other: string): readonly string[] {
  return differingWords(text, { start: 0, end: text.length }, other).map(({ start, end }) => text.slice(start, end));
}

describe('words that differ', () => {
  it('are those that the other passage does not have, neighbours as one', () => {
    assert.deepEqual(
      strong('At least 17 people were killed in the strikes', 'More than a dozen people were killed in the strikes'),
      ['least 17'],
    );
  });

  it('are in a paraphrase only numbers, names and negations', () => {
    assert.deepEqual(
      strong('Officials in Bogotá never confirmed that 40 boats had sunk', 'The count of vessels is unknown'),
      ['Officials', 'Bogotá never', '40'],
    );
  });

  it('are none where two passages say the same in other forms of the words', () => {
    assert.deepEqual(strong('The visa was revoked', 'It revokes the visa'), []);
  });

  it('show a position’s label where it stands, or else its words', () => {
    const text = 'He said that more than a dozen men died.';
    const found = labelWords(text, { start: 0, end: text.length }, 'more than a dozen');
    assert.deepEqual(
      found.map(({ start, end }) => text.slice(start, end)),
      ['more than a dozen'],
    );
    const apart = labelWords(text, { start: 0, end: text.length }, 'dozen died');
    assert.deepEqual(
      apart.map(({ start, end }) => text.slice(start, end)),
      ['dozen', 'died'],
    );
  });

  it('leave out of a position’s words those that all positions share', () => {
    const text = 'He told them to aim their lamps at the door.';
    const labels = ['… aim their lamps at the door …', '… aim their torches at the gate …'];
    const found = labelWords(text, { start: 0, end: text.length }, labels[0] ?? '', labels);
    assert.deepEqual(
      found.map(({ start, end }) => text.slice(start, end)),
      ['lamps', 'door'],
    );
  });
});
