import assert from 'node:assert/strict';
import type { Corpus } from '../../../src/engine/corpus.ts';
import { articles, corpusOf } from '../engine/support.ts';

const HARBOUR = [
  'A warehouse burned down in the harbour of Norrby on Sunday night.',
  'Two firefighters were wounded when the roof collapsed.',
  'The mayor, Ida Holm, said the cause was unknown.',
  'The building had stored paper and furniture since 1987.',
  'Nearby streets stayed closed until noon.',
  'Insurers put the damage at four million crowns.',
].join(' ');
const DOCKS = [
  'Fire destroyed a storage hall at the docks of Norrby late on Sunday.',
  'Residents were told to keep their windows shut.',
  'Mayor Ida Holm told reporters that nobody knew yet what had caused the blaze.',
  'A pair of firemen suffered injuries as part of the ceiling came down.',
  'Several roads around the port were shut for hours.',
  'The loss may run to millions, an insurance company estimated.',
].join(' ');
const PORT = [
  'The port of Norrby reopened on Monday after the fire that destroyed a warehouse.',
  'The fire brigade said that two of its men were being treated in hospital.',
  'Cranes and quays were not damaged.',
  'Ships that had waited outside the harbour overnight began to unload.',
  'The cause is being looked into, mayor Ida Holm said.',
].join(' ');

/** The passage of another article that a sentence beginning with some words is matched with. */
function matchOf(corpus: Corpus, texts: readonly string[], path: string, words: string, other: string): string {
  const textOf = (p: string) => texts[p.charCodeAt(0) - 97] ?? '';
  const at = textOf(path).indexOf(words);
  assert.ok(at >= 0, words);
  const [match] = corpus.matchesOf(path).filter(({ a, b }) => a.start <= at && at < a.end && b.path === other);
  return match ? textOf(other).slice(match.b.start, match.b.end) : '';
}

describe('matches', () => {
  const texts = [HARBOUR, DOCKS, PORT];
  const corpus = corpusOf(articles(...texts));

  it('find a passage that tells the same in other words', () => {
    for (const [path, words, other, found] of [
      ['a.txt', 'Two firefighters', 'b.txt', 'A pair of firemen'],
      ['a.txt', 'Nearby streets', 'b.txt', 'Several roads'],
      ['a.txt', 'Insurers put', 'b.txt', 'The loss may run'],
      ['b.txt', 'Fire destroyed', 'a.txt', 'A warehouse burned'],
      ['c.txt', 'two of its men', 'a.txt', 'Two firefighters'],
    ] as const)
      assert.ok(
        matchOf(corpus, texts, path, words, other).startsWith(found),
        `${words}: ${matchOf(corpus, texts, path, words, other)}`,
      );
  });

  it('take a number in digits for the same in words', () => {
    const texts = [
      'Sixteen sailors drowned off Lindholm.\nThe harbour stayed open.\nDivers searched the wreck.',
      'Divers went down to the wreck.\nThe coast guard counted 16 people lost at sea.\nThe port was not closed.',
    ];
    assert.ok(matchOf(corpusOf(articles(...texts)), texts, 'a.txt', 'Sixteen', 'b.txt').includes('counted 16'));
  });

  it('are silent where the other article tells nothing of the kind', () => {
    const cranes = corpus.matchesOf('c.txt').filter(({ a }) => PORT.slice(a.start, a.end).includes('Cranes'));
    assert.deepEqual(cranes, []);
  });

  it('score between 0 and 1, the surest first for each claim', () => {
    const matches = corpus.analysis().matches;
    assert.ok(matches.length > 10);
    for (const { score } of matches) assert.ok(score > 0 && score <= 1, String(score));
    for (const { a } of matches) {
      const scores = matches
        .filter(m => m.a.path === a.path && m.a.start === a.start && m.a.end === a.end)
        .map(m => m.score);
      assert.deepEqual(
        scores,
        [...scores].sort((x, y) => y - x),
      );
    }
  });

  it('among other articles stay as they are while one is typed in', () => {
    const inputs = articles(...texts);
    const corpus = corpusOf(inputs);
    const among = () =>
      JSON.stringify(corpus.analysis().matches.filter(({ a, b }) => a.path !== 'c.txt' && b.path !== 'c.txt'));
    const before = among();
    const [, , port] = inputs;
    assert.ok(port);
    corpus.read([{ ...port, text: `${PORT} A warehouse, a storage hall and a roof were wounded by firemen.` }]);
    corpus.settle();
    assert.equal(among(), before);
  });

  it('after an edit are those of the same words typed at once', () => {
    const [harbour, docks, port] = articles(...texts);
    assert.ok(harbour && docks && port);
    const edited = { ...docks, text: `Smoke drifted over the town. ${DOCKS}` };
    const typed = corpusOf([harbour, docks, port]);
    typed.read([{ ...docks, text: `Smoke dri ${DOCKS}` }]);
    typed.settle();
    typed.read([edited]);
    typed.settle();
    const pasted = corpusOf([harbour, docks, port]);
    pasted.read([edited]);
    pasted.settle();
    assert.equal(JSON.stringify(typed.analysis()), JSON.stringify(pasted.analysis()));
  });
});
