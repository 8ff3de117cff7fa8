import { strict as assert } from 'node:assert';
import type { Dispute } from '../../../src/engine/analysis.ts';
import { analysisOf } from '../engine/support.ts';

const TAX =
  'Norland raised its tax on ferries on Monday, and the neighbouring state of Quandia called the tax a hostile act.';

function commentsIn(...texts: string[]): readonly Dispute[] {
  return analysisOf(...texts).disputes.filter(({ id }) => id.startsWith('denial-comment'));
}

describe('comment against no comment', () => {
  it('sets the silence of a party against what its minister says elsewhere', () => {
    const [found] = commentsIn(
      `${TAX}\nNorland’s finance ministry did not respond to a request for comment.`,
      `${TAX}\nNorland’s Finance Minister Ada Quist defended the tax on ferries in a statement on Monday evening.`,
    );
    assert.equal(found?.title, 'Whether Norland’s finance ministry commented');
    assert.equal(found?.status, 'difference');
    assert.equal(found?.positions[1]?.evidence[0]?.path, 'b.txt');
  });

  it('takes what is said of the party, or by somebody else, for no comment of its own', () => {
    for (const said of [
      'The ferry owners accused Norland of breaking its word on the tax.',
      'Norland’s tax would be answered, the ferry owners wrote in a letter.',
    ]) {
      const found = commentsIn(
        `${TAX}\nNorland’s finance ministry did not respond to a request for comment.`,
        `${TAX}\n${said}`,
      );
      assert.deepEqual(found, [], said);
    }
  });
});
