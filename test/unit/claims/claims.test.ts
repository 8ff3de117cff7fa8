import { strict as assert } from 'node:assert';
import { describeEvent } from '../../../src/engine/claims/describe.ts';
import { event, own, tell, words } from './support.ts';

const names = { 'Ada Moss': 'person', Moss: 'person', Norland: 'place', 'Harbour Trust': 'organization' } as const;

describe('claims', () => {
  it('are two where a sentence has two facts, each with its own span', () => {
    const told = tell('Moss closed the harbour on Friday, and Harbour Trust sued the city in May.', names);
    assert.deepEqual(
      own(told).map(claim => words(told, claim)),
      ['Moss closed the harbour on Friday', 'Harbour Trust sued the city in May.'],
    );
  });

  it('stay within their sentence', () => {
    const told = tell(
      'Moss said: “The wall will hold. We built it.” Harbour Trust paid $5 million for it in 2019.',
      names,
    );
    for (const claim of told.claims) {
      const sentence = told.reading.sentences[claim.sentence];
      assert.ok(sentence && sentence.start <= claim.start && claim.end <= sentence.end, words(told, claim));
    }
  });

  it('are no headings, questions, orders and mere comments', () => {
    const text = [
      'A Harbour in Trouble',
      '',
      'What will become of it? Obey the order! For now, the only certainty is uncertainty. The message is clear.',
      '',
      'Moss closed the harbour on Friday.',
    ].join('\n');
    const told = tell(text, names);
    assert.deepEqual(
      told.claims.map(claim => words(told, claim)),
      ['Moss closed the harbour on Friday.'],
    );
  });

  it('are worth more with numbers, names and events, and say why', () => {
    const told = tell(
      'The blast killed 17 people in Norland on Friday. Things have changed a lot there since then.',
      names,
    );
    const [first, second] = told.claims;
    assert.ok((first?.checkworthiness ?? 0) > 0.6);
    assert.ok((second?.checkworthiness ?? 0) < (first?.checkworthiness ?? 0));
    assert.ok(first?.reasons.includes('gives a number'));
  });

  it('tell a denial, a hedge and a rumour from a plain statement', () => {
    const certainty = (text: string) => tell(text, names).claims[0]?.certainty;
    assert.equal(certainty('Moss closed the harbour on Friday.'), 'asserted');
    assert.equal(certainty('Moss allegedly closed the harbour on Friday.'), 'alleged');
    assert.equal(certainty('Moss may close the harbour on Friday.'), 'possible');
    assert.equal(certainty('Officials said the harbour was closed.'), 'reported');
    assert.equal(certainty('Moss denied that she closed the harbour.'), 'denied');
  });

  it('call silence a denial', () => {
    const claim = tell('Harbour Trust did not respond to requests for comment.', names).claims[0];
    assert.equal(claim?.voice, 'denial');
    assert.equal(claim?.events[0]?.predicate, 'comment');
    assert.equal(claim?.events[0]?.negated, true);
  });

  it('do not hang on what was read before', () => {
    const text = 'Moss said the wall, built in 2019, had cost $5 million. It will be torn down in June.';
    const first = JSON.stringify(tell(text, names).claims);
    tell('Entirely other words stood here, Brandt said.', names);
    assert.equal(JSON.stringify(tell(text, names).claims), first);
  });
});

describe('one event in its states', () => {
  const states: readonly (readonly [string, string])[] = [
    ['The ministry will revoke the permit of Moss.', 'planned'],
    ['The ministry said it will revoke the permit of Moss.', 'announced'],
    ['The ministry is preparing to revoke the permit of Moss.', 'planned'],
    ['The ministry is revoking the permit of Moss.', 'ongoing'],
    ['The ministry revoked the permit of Moss.', 'done'],
    ['The ministry strips Moss of her permit.', 'done'],
    ['The permit of Moss was revoked by the ministry.', 'done'],
    ['The potential revocation of the permit angered Moss.', 'planned'],
    ['The ministry failed to revoke the permit of Moss.', 'failed'],
  ];
  for (const [text, status] of states)
    it(`${status}: ${text}`, () => assert.equal(event(tell(text, names), 'revoke')?.status, status));
});

describe('roles and numbers', () => {
  it('meet in active, passive and noun', () => {
    for (const text of [
      'The ministry revoked the permit.',
      'The permit was revoked by the ministry.',
      'The revocation of the permit by the ministry angered Moss.',
    ]) {
      const told = tell(text, names);
      const frame = event(told, 'revoke');
      assert.equal(
        words(told, frame?.agent),
        /ministry/.test(words(told, frame?.agent)) ? words(told, frame?.agent) : 'the ministry',
        text,
      );
      assert.match(words(told, frame?.patient), /permit/, text);
    }
  });

  it('count the same people in many words', () => {
    for (const text of [
      'The blast killed 24 people.',
      'The blast left 24 dead.',
      'Twenty-four villagers lost their lives in the blast.',
      'Twenty-four people died in the blast.',
      'The death toll rose to 24.',
    ]) {
      const frame = event(tell(text), 'kill');
      assert.ok(
        frame?.counted.some(c => c.value.low === 24),
        text,
      );
    }
  });

  it('keep the scope of a count', () => {
    const scope = (text: string, predicate: string) => event(tell(text), predicate)?.counted.flatMap(c => c.scope);
    assert.deepEqual(scope('The blast injured 15 others.', 'injure'), ['other']);
    assert.deepEqual(scope('The blast killed nine children.', 'kill'), ['child']);
    assert.deepEqual(event(tell('No fewer than 17 people died in the blast.'), 'kill')?.negated, false);
  });

  it('lead pronouns back to names', () => {
    const told = tell('Harbour Trust met on Friday. It fired Moss.', names);
    const frame = event(told, 'fire');
    assert.deepEqual(
      frame?.agent?.mentions.map(m => told.entities.mentions[m]?.text),
      ['Harbour Trust'],
    );
  });

  it('know where and when', () => {
    const told = tell('The police arrested a man in Norland on Friday.', names);
    const frame = event(told, 'arrest');
    assert.equal(words(told, frame?.place), 'Norland');
    assert.equal(words(told, frame?.time), 'Friday');
  });
});

describe('an event for people', () => {
  it('is one line', () => {
    const told = tell('The ministry will revoke the permit of Ada Moss.', names);
    const frame = event(told, 'revoke');
    assert.ok(frame);
    assert.equal(
      describeEvent(
        frame,
        told.reading,
        told.entities.mentions.map(m => m.text),
      ),
      'revoke · ministry → permit of Ada Moss · planned',
    );
  });
});
