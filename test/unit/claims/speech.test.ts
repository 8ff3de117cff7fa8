import { strict as assert } from 'node:assert';
import { said, tell, words } from './support.ts';

const names = {
  'Ada Moss': 'person',
  Moss: 'person',
  'Leo Brandt': 'person',
  Brandt: 'person',
  Norland: 'place',
  'Harbour Trust': 'organization',
} as const;

describe('who says what', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['that', 'Moss said that the dam was safe.', ['Moss: the dam was safe']],
    ['no that', 'Moss said the dam was safe.', ['Moss: the dam was safe']],
    ['addressee and day first', 'Moss told reporters on Friday that the dam was safe.', ['Moss: the dam was safe']],
    ['after the words', 'The dam is safe, Moss said.', ['Moss: The dam is safe']],
    ['in the middle', 'The dam, Moss said later, was never safe.', ['Moss: The dam, Moss said later, was never safe']],
    ['according to', 'According to Harbour Trust, the dam was safe.', ['Harbour Trust: the dam was safe']],
    ['according to at the end', 'The dam was safe, according to Harbour Trust.', ['Harbour Trust: The dam was safe']],
    ['an apposition between', 'Moss, who runs the harbour, said the dam was safe.', ['Moss: the dam was safe']],
    ['several insertions', 'Moss, 56, a former diver, of Norland, said the dam was safe.', ['Moss: the dam was safe']],
    ['an attitude', 'Moss wants to close the harbour.', ['Moss: to close the harbour']],
    ['a judgement', 'Moss condemned the closure of the harbour.', ['Moss: the closure of the harbour']],
    ['a denial', 'Moss denied taking the money.', ['Moss: taking the money']],
    ['a noun of speech', 'He doubted Moss’s claim that the dam was safe.', ['Moss: the dam was safe']],
    ['passive', 'The plan was described as reckless by Moss.', ['Moss: The plan', 'Moss: as reckless']],
    ['an unnamed source', 'Officials said the dam was safe.', ['Officials: the dam was safe']],
    [
      'joined cues',
      'Moss said the dam was safe and warned that the wall was not.',
      ['Moss: the dam was safe', 'Moss: the wall was not'],
    ],
    [
      'two reports, one in the other',
      'Moss said that Brandt had denied the charge.',
      ['Moss: Brandt had denied the charge', 'Brandt: the charge'],
    ],
  ];
  for (const [name, text, expected] of cases)
    it(name, () => {
      const found = said(tell(text, names));
      for (const claim of expected) assert.ok(found.includes(claim), `${claim} not in ${found.join(' | ')}`);
    });

  it('takes no meeting place for a speaker', () => {
    assert.deepEqual(said(tell('The council met in Norland on Friday.', names)), []);
  });

  it('leads he and it back to the last person and body', () => {
    const told = tell(
      'Brandt met Harbour Trust on Monday. He said the wall would hold. It said nothing was certain.',
      names,
    );
    assert.deepEqual(said(told), ['Brandt: the wall would hold', 'Harbour Trust: nothing was certain']);
    assert.equal(words(told, told.claims.find(c => c.speaker)?.speaker?.words), 'He');
  });
});

describe('quotations', () => {
  it('are one over the pieces that a cue breaks', () => {
    const { quotations, ...told } = tell('“The wall,” Moss said, “will hold.”', names);
    assert.equal(quotations.length, 1);
    assert.deepEqual(
      quotations[0]?.pieces.map(p => told.text.slice(p.start, p.end)),
      ['The wall,', 'will hold.'],
    );
    assert.equal(quotations[0]?.speaker?.text, 'Moss');
  });

  it('go on in the next sentence of the paragraph', () => {
    const told = tell('“The wall will hold,” Moss said. “We built it well. It is new.”', names);
    assert.equal(told.quotations.length, 1);
    assert.ok(said(told).includes('Moss: It is new.'));
  });

  it('go on over paragraphs that each open and only the last closes', () => {
    const told = tell('Moss said: “The wall will hold.\n\n“We built it well.”', names);
    assert.equal(told.quotations.length, 1);
    assert.ok(said(told).includes('Moss: We built it well.'));
  });

  it('may stand under a colon in the paragraph before', () => {
    assert.deepEqual(said(tell('Moss told the crowd:\n\n“The wall will hold.”', names)), ['Moss: The wall will hold.']);
  });

  it('are asked as well as said', () => {
    assert.deepEqual(said(tell('“Will the wall hold?” asked Moss.', names)), ['Moss: Will the wall hold?']);
  });

  it('survive a wrong opening mark and doubled single marks', () => {
    assert.deepEqual(said(tell('”The wall will hold,” Moss said.', names)), ['Moss: The wall will hold']);
    assert.deepEqual(said(tell("''The wall will hold,'' Moss said.", names)), ['Moss: The wall will hold']);
  });

  it('are known without marks by their first person', () => {
    const told = tell('That is why I ask all of you not to sign, Moss declared. Burn the letter!', names);
    assert.equal(told.quotations[0]?.marked, false);
    assert.deepEqual(said(told), ['Moss: That is why I ask all of you not to sign', 'Moss: Burn the letter!']);
  });

  it('leave titles in quotation marks alone', () => {
    assert.deepEqual(tell('Brandt sang on the show “Morning Light” on Friday.', names).quotations, []);
  });

  it('count for whoever a transcript names', () => {
    const told = tell('MOSS: The wall will hold. It is new.\n\nBRANDT: I doubt it.', {
      MOSS: 'person',
      BRANDT: 'person',
    });
    assert.deepEqual(said(told), ['MOSS: The wall will hold.', 'MOSS: It is new.', 'BRANDT: I doubt it.']);
  });

  it('belong to the name behind a dash', () => {
    assert.deepEqual(
      said(
        tell(
          '“The wall that they built last year at the end of the old pier will not hold for another winter.” — Ada Moss',
          names,
        ),
      ),
      ['Ada Moss: The wall that they built last year at the end of the old pier will not hold for another winter.'],
    );
  });
});
