import assert from 'node:assert/strict';
import type { Dispute } from '../../../src/engine/analysis.ts';
import { CUTS } from '../../../src/engine/disputes/base/certainty.ts';
import { analysisOf, articles, corpusOf } from '../engine/support.ts';

/** `number conflict: 11 | 24`: what is disputed between articles, at the usual cut. */
function disputes(...texts: readonly string[]): string[] {
  return analysisOf(...texts)
    .disputes.filter(isShown)
    .map(inShort);
}

const isShown = (dispute: Dispute): boolean => dispute.score >= CUTS.balanced;

function inShort({ kind, status, positions }: Dispute): string {
  const labels = positions.map(p => p.label.toLowerCase()).sort();
  return `${kind} ${status}: ${labels.join(' | ')}`;
}

const FIRE = 'A fire at the Norrby textile mill';

describe('what sources dispute', () => {
  it('is how many were killed, when two exact numbers exclude each other', () => {
    assert.deepEqual(
      disputes(
        `${FIRE} killed 11 workers on Monday, the fire service said.`,
        `${FIRE} killed 24 workers on Monday, according to the owners.`,
      ),
      ['number conflict: 11 | 24'],
    );
  });

  it('is a difference of precision, when both bounds can be true', () => {
    assert.deepEqual(
      disputes(
        `${FIRE} killed at least 17 workers on Monday, the fire service said.`,
        `${FIRE} killed more than a dozen workers on Monday, according to the owners.`,
      ),
      ['number difference: at least 17 | more than a dozen'],
    );
  });

  it('is how old somebody is', () => {
    assert.deepEqual(
      disputes(
        'Police in Lindholm named the dead driver as Marta Velling, 38. She was on her way to work.',
        'The driver, Marta Velling, 39, died at the scene in Lindholm, police said.',
      ),
      ['number conflict: 38 | 39'],
    );
  });

  it('is the day of one event, whether a noun or a verb tells it', () => {
    assert.deepEqual(
      disputes(
        'The harbour company wants to overturn the court ruling of March 4 on the Norrby ferry. It lost there.',
        'A court ruling from March 5 on the Norrby ferry bars the harbour company from the pier. It will appeal.',
      ),
      ['date conflict: march 4 | march 5'],
    );
  });

  it('is the day on which somebody announced what will be done', () => {
    assert.deepEqual(
      disputes(
        'The ministry said on Monday that it would revoke the licence of the Norrby ferry company.',
        'The ministry announced on Tuesday that it would revoke the licence of the Norrby ferry company.',
      ),
      ['date conflict: monday | tuesday'],
    );
  });

  it('is an act that one source tells as done and another as being prepared', () => {
    const [status] = disputes(
      'The ministry revoked the licence of the Norrby ferry company on Friday. The ferry company has appealed.',
      'The ministry is preparing to revoke the licence of the Norrby ferry company. The ferry company will appeal.',
    );
    assert.match(status ?? '', /^status conflict: .*preparing to revoke \| revoked/);
  });

  it('is one utterance that is quoted with another noun', () => {
    assert.deepEqual(
      disputes(
        '“We will never accept any cut to the harbour budget before the winter,” Mayor Ida Storm said.',
        '“We will never accept any cut to the hospital budget before the winter,” Mayor Ida Storm said.',
      ).map(row => row.slice(0, 18)),
      ['wording difference'],
    );
  });

  it('is what two sources quote of it in a few words', () => {
    const [row] = disputes(
      'The harbour inquiry found the Norrby ferry captain guilty of “gross neglect of safety duties”, its report says.',
      'In its report the harbour inquiry found that the captain of the Norrby ferry had shown “neglect of crew duties”.',
    );
    assert.equal(row, 'wording difference: “gross neglect of safety duties” | “neglect of crew duties”');
  });

  it('is where it happened, when each source puts it near another place', () => {
    assert.deepEqual(
      disputes(
        'A ferry with 40 people on board sank near the port city of Genoa on Monday, the coast guard said.',
        'A ferry with 40 people on board sank near Naples on Monday, fishermen said.',
      ),
      ['place conflict: near genoa | near naples'],
    );
  });

  it('is an update also where headlines tell the toll', () => {
    const inputs = articles(
      'Mill fire in Norrby: 11 dead\n\nA fire broke out at the Norrby textile mill on Monday, the fire service said.',
      'Mill fire in Norrby: 24 dead\n\nA fire broke out at the Norrby textile mill on Monday, the fire service said.',
    ).map((input, i) => ({ ...input, info: { published: `2025-03-1${i + 2}` } }));
    assert.deepEqual(corpusOf(inputs).analysis().disputes.map(inShort), ['number update: 11 | 24']);
  });

  it('is an update, when a toll grows from day to day', () => {
    const inputs = articles(
      `${FIRE} killed 11 workers, the fire service said.`,
      `${FIRE} killed 24 workers, the fire service said.`,
    ).map((input, i) => ({ ...input, info: { published: `2025-03-1${i + 2}` } }));
    assert.deepEqual(corpusOf(inputs).analysis().disputes.filter(isShown).map(inShort), ['number update: 11 | 24']);
  });
});

describe('what is no dispute', () => {
  for (const [what, a, b] of [
    [
      'the toll of another year',
      `${FIRE} killed 11 workers on Monday, the fire service said.`,
      'A fire at the Norrby textile mill killed 24 workers in 2009. The mill burned again on Monday.',
    ],
    [
      'another ruling',
      'The court ruling of March 4 on the Norrby ferry stands. The harbour company has lost.',
      'A previous court ruling of February 11 on the Norrby ferry was mild. The harbour company has won.',
    ],
    [
      'a day that each article gives to another event',
      'The Norrby ferry sank on Monday. Two trawlers came to help.',
      'The inquiry into the Norrby ferry was opened on Tuesday. Two trawlers had come to help.',
    ],
    [
      'a count with and without the dead',
      `${FIRE} left one worker dead and 15 injured.`,
      `Sixteen workers were hurt or killed in a fire at the Norrby textile mill.`,
    ],
    [
      'the others beside the one',
      `${FIRE} killed the foreman and injured 20 others.`,
      `${FIRE} killed the foreman; in all 21 people were harmed.`,
    ],
    [
      'a conversion of units',
      'The tanker ran aground 10 miles off Lindholm, the coast guard said.',
      'The tanker ran aground 16 kilometres off Lindholm, the coast guard said.',
    ],
    ['a weekday and its date', `${FIRE} killed 11 workers on Monday.`, `${FIRE} killed 11 workers on March 10.`],
    [
      'the spelling of a place',
      'President Ana Ruiz flew back to Bogota on Monday after the summit.',
      'President Ana Ruiz flew back to Bogotá on Monday after the summit.',
    ],
    [
      'a paraphrase',
      'The council voted to close the old bridge because its pillars had cracked.',
      'Cracks in its pillars made the council decide that the old bridge must close.',
    ],
    [
      'a quotation cut short',
      '“We will never accept any cut to the harbour budget before the winter,” Mayor Ida Storm said.',
      '“We will never accept any cut to the harbour budget,” Mayor Ida Storm said.',
    ],
    [
      'two events of one kind',
      `${FIRE} killed 11 workers on Monday.`,
      'An explosion at a bakery in Lindholm killed two people in 2019, the worst accident there in years.',
    ],
  ] as const) {
    it(`is ${what}`, () => {
      assert.deepEqual(disputes(a, b), []);
    });
  }
});

describe('a disputed fact', () => {
  const { disputes: found } = analysisOf(
    `${FIRE} killed 11 workers on Monday, the fire service said.`,
    `${FIRE} killed 24 workers on Monday, according to the owners.`,
    `${FIRE} killed 24 workers on Monday, according to the owners. The mill had passed an inspection.`,
  );
  const [fact] = found;

  it('has a title that a person would write, and an id that follows from it', () => {
    assert.equal(fact?.title, 'How many people were killed');
    assert.equal(fact?.id, 'number-people-kill');
  });

  it('says why', () => {
    assert.match(fact?.why.join(' ') ?? '', /number of the same thing/);
  });

  it('counts sources that copy one another once', () => {
    const copied = fact?.positions.find(p => p.label === '24');
    assert.equal(copied?.evidence.length, 2);
    assert.equal(copied?.origins, 1);
  });
});
