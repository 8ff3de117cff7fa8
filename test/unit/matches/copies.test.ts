import assert from 'node:assert/strict';
import { fingerprintOf, sharedWords } from '../../../src/engine/matches/copies.ts';

/** Sentences of nonsense words, no six of which meet twice. */
function story(name: string, sentences: number): string[] {
  return Array.from({ length: sentences }, (_, i) =>
    Array.from({ length: 9 }, (__, j) => `${name}${(i * 9 + j).toString(36)}`).join(' '),
  );
}

const printed = (articles: Readonly<Record<string, readonly string[]>>) =>
  sharedWords(new Map(Object.entries(articles).map(([path, text]) => [path, fingerprintOf(text.join('. '))])));

describe('words that articles share', () => {
  const agency = story('a', 60);
  const own = story('b', 60);

  it('are told with whose they are, and how many', () => {
    const found = printed({ agency, daily: [...agency.slice(0, 40), ...own.slice(0, 20)], weekly: own });
    assert.equal(found.get('daily')?.path, 'agency');
    const { share = 0 } = found.get('daily') ?? {};
    assert.ok(share > 0.5 && share < 0.8, `${share}`);
    assert.equal(found.get('agency')?.path, 'daily');
    assert.equal(found.get('weekly')?.path, 'daily');
  });

  it('are none where two articles tell the same in words of their own, or share a phrase', () => {
    const found = printed({ agency, weekly: own, other: [...own.slice(30, 34), ...story('c', 60)] });
    assert.deepEqual([...found.keys()], []);
  });

  it('are the same whatever case, spaces and punctuation', () => {
    const again = agency.map(sentence => sentence.toUpperCase().replace(/ /g, ',  '));
    assert.equal(printed({ agency, again }).get('again')?.share, 1);
  });

  it('are not what every article ends with', () => {
    const ending = story('z', 30);
    const articles = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [`n${i}`, [...story(`q${i}x`, 20), ...ending]]),
    );
    assert.equal(printed(articles).size, 0);
  });
});
