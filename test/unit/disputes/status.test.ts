import assert from 'node:assert/strict';
import type { Dispute } from '../../../src/engine/analysis.ts';
import { analysisOf } from '../engine/support.ts';

const inShort = ({ status, title, positions }: Dispute) =>
  `${status}: ${title}: ${positions
    .map(({ label }) => label)
    .sort()
    .join(' | ')}`;

function disputes(...texts: readonly string[]): string[] {
  return analysisOf(...texts)
    .disputes.filter(({ kind }) => kind === 'status')
    .map(inShort);
}

const ORDER = 'A judge ordered the Norrby harbour board on Monday to open its books to the public.';

describe('acts that sources tell in different states', () => {
  it('are one act in noun and verb, weighed in one source and done in another', () => {
    const [row] = disputes(
      `${ORDER} The harbour board said an appeal of the judge's order was under consideration.`,
      `${ORDER} The harbour board appealed the judge's order on Tuesday.`,
    );
    assert.match(row ?? '', /^conflict: Whether the judge's order has been appealed: appeal \| appealed$/);
  });

  it('are an act that one source has undone', () => {
    const [row] = disputes(
      `${ORDER} The council appointed Marta Velling as the new head of the harbour board.`,
      `${ORDER} The council backtracked on the appointment of Marta Velling as the new head of the harbour board.`,
    );
    assert.match(row ?? '', /^conflict: Whether Marta Velling has been appointed: appointed \| appointment$/);
  });

  it('are none where both tell it as done, in a verb or in a noun', () => {
    assert.deepEqual(
      disputes(
        `${ORDER} The harbour board filed an appeal of the judge's order.`,
        `${ORDER} The harbour board appealed the judge's order on Tuesday.`,
      ),
      [],
    );
  });
});
