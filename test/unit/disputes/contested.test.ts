import { strict as assert } from 'node:assert';
import type { Dispute } from '../../../src/engine/analysis.ts';
import { analysisOf } from '../engine/support.ts';

/** What articles about one event contest, deny or leave open. */
function contestedOf(texts: readonly string[]): readonly Dispute[] {
  return analysisOf(...texts).disputes.filter(
    ({ kind }) => kind === 'contested' || kind === 'denial' || kind === 'status',
  );
}

/** The text of each passage of a side. */
function passagesOf(texts: readonly string[], dispute: Dispute | undefined, side: number): readonly string[] {
  return (dispute?.positions[side]?.evidence ?? []).map(e =>
    (texts[e.path.charCodeAt(0) - 97] ?? '').slice(e.start, e.end),
  );
}

const DAM = `Engineers warned on Monday that the Harwick dam could give way after a week of heavy rain in the valley.
About 900 families live below the Harwick dam.`;

describe('contested facts', () => {
  it('sets a denial against what it denies in another source', () => {
    const texts = [
      `${DAM}\nThe mining company Orvex dumped waste rock into the Harwick reservoir for years, two former workers said.`,
      `${DAM}\nOrvex denied that it dumped waste rock into the Harwick reservoir.`,
    ];
    const found = contestedOf(texts).find(({ kind }) => kind === 'denial');
    assert.equal(found?.title, 'Whether Orvex dumped waste rock into the Harwick reservoir');
    assert.equal(found?.status, 'contested');
    assert.match(passagesOf(texts, found, 0).join(), /denied that it dumped/);
    assert.match(passagesOf(texts, found, 1).join(), /dumped waste rock into the Harwick reservoir for years/);
  });

  it('knows a denial without `that`, and sets verb and noun of one matter against it', () => {
    const texts = [
      `${DAM}\nGuards opened fire on protesters at the Harwick dam, two witnesses said.`,
      `${DAM}\nThe sheriff denied guards shot at protesters.`,
    ];
    const found = contestedOf(texts).find(({ kind }) => kind === 'denial');
    assert.equal(found?.title, 'Whether guards shot at protesters');
    assert.match(passagesOf(texts, found, 0).join(), /sheriff denied/);
    assert.match(passagesOf(texts, found, 1).join(), /opened fire/);
  });

  it('gathers all who deny a thing on one side', () => {
    const texts = [
      `${DAM}\nThe driver had a gun in his hand, the police said.`,
      `${DAM}\nHis sister insists the driver did not have a gun.`,
      `${DAM}\nThe driver did not have a gun, a neighbour said.`,
    ];
    const found = contestedOf(texts).find(({ title }) => title.includes('gun'));
    assert.match(passagesOf(texts, found, 0).join(' '), /sister.*neighbour|neighbour.*sister/);
    assert.match(passagesOf(texts, found, 1).join(), /gun in his hand/);
  });

  it('asks the question without the negation of the side that negates', () => {
    const texts = [
      `Raising the bus fare will cost the town passengers, the chamber of commerce said on Friday.\n${DAM}`,
      `${DAM}\nThe council said that raising the bus fare does not cost the town passengers.`,
    ];
    const found = contestedOf(texts).find(({ kind }) => kind === 'contested');
    assert.equal(found?.title, 'Whether raising the bus fare costs the town passengers');
    assert.equal(found?.positions.length, 2);
  });

  it('sets what one source does not know against what another tells', () => {
    const texts = [
      `${DAM}\nIt was unclear whether the night guard survived the flood.`,
      `${DAM}\nThe night guard died in the flood, his brother said.`,
    ];
    const found = contestedOf(texts).find(({ title }) => title.startsWith('Whether the night guard'));
    assert.equal(found?.title, 'Whether the night guard survived the flood');
    assert.equal(found?.status, 'difference');
    assert.match(passagesOf(texts, found, 1).join(), /guard died/);
  });

  it('takes a denial that both sources report for none', () => {
    const texts = [
      `${DAM}\nOrvex denied that it dumped waste rock into the Harwick reservoir.`,
      `${DAM}\nThe company Orvex did not dump waste rock into the Harwick reservoir.`,
    ];
    assert.deepEqual(
      contestedOf(texts).filter(({ kind }) => kind !== 'status'),
      [],
    );
  });

  it('takes two sources that both say no for agreed, however they say it', () => {
    const texts = [
      `${DAM}\nThe driver did not have a gun, a neighbour said.`,
      `${DAM}\nNo gun was found on the driver, the sheriff said.`,
      `${DAM}\nA gun did not belong to the driver, the deputy said.`,
      `${DAM}\nIt was a lack of sleep, not a gun, that stopped the driver, his sister said.`,
    ];
    assert.deepEqual(
      contestedOf(texts).filter(({ kind }) => kind !== 'status'),
      [],
    );
  });

  it('takes a refusal, an order and a relative clause for no denial', () => {
    const asserted = `${DAM}\nThe mayor closed the Harwick dam to traffic on Friday, officials said.`;
    for (const said of [
      'The mayor refused to close the Harwick dam to traffic, his deputy said.',
      'A judge told the mayor not to close the Harwick dam to traffic.',
      'The mayor, who did not close the Harwick dam to traffic, left for the coast.',
    ]) {
      const found = contestedOf([asserted, `${DAM}\n${said}`]).filter(({ kind }) => kind !== 'status');
      assert.deepEqual(found, [], said);
    }
  });

  it('takes a negation that denies nothing for none', () => {
    const texts = [
      `${DAM}\n“We do not know how the waste rock got into the Harwick reservoir,” the mayor said.`,
      `${DAM}\nWaste rock got into the Harwick reservoir in March, workers said.`,
    ];
    assert.deepEqual(
      contestedOf(texts).filter(({ kind }) => kind !== 'status'),
      [],
    );
  });
});
