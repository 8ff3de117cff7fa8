import assert from 'node:assert/strict';
import type { Dispute } from '../../../src/engine/analysis.ts';
import { analysisOf } from '../engine/support.ts';

const inShort = ({ kind, title, positions }: Dispute) => `${kind}: ${title} ${positions.map(p => p.label).join(' | ')}`;

/** The disputed places and names between articles. */
function disputes(...texts: readonly string[]): string[] {
  return analysisOf(...texts)
    .disputes.filter(({ kind }) => kind === 'place' || kind === 'actor')
    .map(inShort);
}

describe('addresses and names that sources give differently', () => {
  it('are a street of two kinds', () => {
    assert.deepEqual(
      disputes(
        'A man was shot in his car on Harrow Lane in Lindholm on Monday, police said.',
        'Police in Lindholm said a man was shot in his car on Harrow Dr. on Monday.',
      ),
      ['place: Whether it is Harrow Lane or Harrow Drive Harrow Lane | Harrow Drive'],
    );
  });

  it('are two numbers of one house that look like a slip, and no two houses far apart', () => {
    assert.deepEqual(
      disputes(
        'A fire broke out at 18 Harrow Street in Lindholm on Monday. Neighbours at 96 Harrow Street called for help.',
        'Firefighters were called to 19 Harrow St. in Lindholm on Monday after a fire broke out.',
      ),
      ['place: Which number of Harrow Street it is 18 | 19'],
    );
  });

  it('are none where one article knows both streets, or the words name no street', () => {
    assert.deepEqual(
      disputes(
        'A man was shot where Harrow Lane meets Harrow Drive in Lindholm, the Lindholm Road Patrol said.',
        'A man was shot on Harrow Drive in Lindholm near Lindholm Street on Monday, police said.',
      ),
      [],
    );
  });

  it('are one victim under two first names of one age', () => {
    assert.deepEqual(
      disputes(
        'A girl was shot in a stolen car in Lindholm on Monday, and she died at the hospital. The victim was identified as 16-year-old Sarah Brandt, police said.',
        'A girl was shot in a stolen car in Lindholm on Monday, and she died at the hospital. Police identified the victim as Helen Brandt, 16, of Norrby.',
      ),
      ['actor: Which name is right: Helen Brandt or Sarah Brandt Helen Brandt | Sarah Brandt'],
    );
    assert.deepEqual(
      disputes(
        'A girl was shot in a stolen car in Lindholm on Monday, and she died at the hospital. The victim was identified as 16-year-old Sarah Brandt, police said.',
        'A girl was shot in a stolen car in Lindholm on Monday, and she died at the hospital. Police identified the driver as Helen Brandt, 47, of Norrby.',
      ),
      [],
    );
  });
});
