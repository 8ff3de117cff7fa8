import { strict as assert } from 'node:assert';
import { titleOf } from '../../../src/engine/disputes/quarrels/contestedTitles.ts';
import type { Doubt } from '../../../src/engine/disputes/quarrels/doubtPatterns.ts';

/** The title of a doubt whose cue and scope are cut out of a text by their words. */
function title(text: string, doubt: Doubt, cue: string, scope: string): string {
  const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  return titleOf(text, { ...at(scope), doubt, cue: at(cue), focus: at(scope) });
}

describe('titles of contested facts', () => {
  it('turns what is negated into what is asked', () => {
    const cases = [
      ['The tax does not hurt farms', 'Whether the tax hurts farms'],
      ['The ferries were not late', 'Whether the ferries were late'],
      ['Officials never met the owner', 'Whether Officials met the owner'],
      ['The mayor can’t close the pier', 'Whether the mayor can close the pier'],
      ['He had a book, not a knife', 'Whether he had a book, not a knife'],
      ['did not meet them', 'Whether it did meet them'],
      ['The bank won’t carry the loss', 'Whether the bank will carry the loss'],
    ] as const;
    for (const [said, asked] of cases) assert.equal(title(said, 'negated', said.split(' ')[0] ?? '', said), asked);
  });

  it('asks of a clause whether it is so, and tells of a thing that there is a dispute over it', () => {
    const clause = 'The firm denied that it knew of the leak.';
    assert.equal(title(clause, 'denied', 'denied', 'that it knew of the leak'), 'Whether it knew of the leak');
    const thing = 'The firm denied any involvement in the leak.';
    assert.equal(
      title(thing, 'denied', 'denied any', 'involvement in the leak'),
      'Dispute over involvement in the leak',
    );
  });

  it('asks of what was denied without `that` whether it is so', () => {
    const said = 'The army denied soldiers shot at the ferry.';
    assert.equal(title(said, 'denied', 'denied', 'soldiers shot at the ferry'), 'Whether soldiers shot at the ferry');
  });

  it('asks whether what was taken back still stands', () => {
    const said = 'The council backtracked on the sale of the pier.';
    assert.equal(
      title(said, 'reversed', 'backtracked', 'on the sale of the pier'),
      'Whether it still stands: the sale of the pier',
    );
  });

  it('cuts a long scope at a word', () => {
    const scope = `that ${'the harbour was closed to ships of all kinds and '.repeat(4)}so on`;
    const long = title(`He denied ${scope}.`, 'denied', 'denied', scope);
    assert.ok(long.length <= 98);
    assert.match(long, / …$/);
  });
});
