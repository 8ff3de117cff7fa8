import assert from 'node:assert/strict';
import type { Dispute } from '../../../src/engine/analysis.ts';
import { analysisOf } from '../engine/support.ts';

const inShort = ({ status, title, positions }: Dispute) =>
  `${status}: ${title}: ${positions
    .map(({ label }) => label)
    .sort()
    .join(' | ')}`;

/** The states told of persons in two articles. */
function disputes(...texts: readonly string[]): string[] {
  return analysisOf(...texts)
    .disputes.filter(
      ({ kind, why }) => kind === 'status' && why.some(reason => reason.startsWith('told of one person')),
    )
    .map(inShort);
}

const SHOT =
  'A boy was shot in the leg at a house in Lindholm on Sunday while his father was cleaning a gun, police said.';

describe('states of persons that sources tell differently', () => {
  it('are charges, filed, still open and denied', () => {
    assert.deepEqual(
      disputes(
        `${SHOT} The father is not facing any charges, the police chief said.`,
        `${SHOT} The prosecutor will decide whether to charge the father, the police chief said.`,
        `${SHOT} The father was charged with reckless endangerment, the police chief said.`,
      ),
      ['conflict: Whether the father is charged: not facing any charges | was charged | whether to charge'],
    );
  });

  it('are conditions that exclude each other', () => {
    assert.deepEqual(
      disputes(
        `${SHOT} The boy was in critical condition on Monday at the hospital.`,
        `${SHOT} The boy is expected to survive, a doctor at the hospital said on Monday.`,
      ),
      ['conflict: How badly the boy is hurt: expected to survive | in critical'],
    );
  });

  it('are two words for how somebody left', () => {
    const board = 'Marta Velling, who led the harbour board in Lindholm for ten years, has left the board.';
    assert.deepEqual(
      disputes(
        `${board} Marta Velling has retired from the board, the council said on Monday.`,
        `${board} The council said on Monday that Marta Velling has resigned.`,
      ),
      ['conflict: How Marta Velling left: resigned | retired'],
    );
  });

  it('are none of two persons, none denied, and none in what was feared only', () => {
    assert.deepEqual(
      disputes(
        `${SHOT} The boy was in stable condition on Monday. The father could have been in critical condition too.`,
        `${SHOT} The boy was not in critical condition. A woman in the next house was in critical condition on Monday.`,
      ),
      [],
    );
  });

  it('are none where one article tells the development', () => {
    assert.deepEqual(
      disputes(
        `${SHOT} The father was at large for an hour. He was then arrested, and the father is in custody now.`,
        `${SHOT} The father is in custody, the police chief said on Monday.`,
      ),
      [],
    );
  });
});
