import assert from 'node:assert/strict';
import type { Dispute } from '../../../src/engine/analysis.ts';
import { figuresOf } from '../../eval/figures.mjs';
import { type Labels, type Scored, type Span, scoreDisputes, type Verdict } from '../../eval/score.mjs';

const texts = new Map([
  ['a.txt', 'Nine boats sank near Varrow. The ferry ran late. The mayor wept.'],
  ['b.txt', 'Seven boats went down off Varrow. The ferry was an hour late. Mayor Orla was in tears.'],
]);
const nine = at('a.txt', 'Nine boats');
const seven = at('b.txt', 'Seven boats');
const late = at('a.txt', 'ran late');
const hour = at('b.txt', 'an hour late');
const wept = at('a.txt', 'The mayor wept');
const tears = at('b.txt', 'in tears');
const labels: Labels = {
  facts: [fact('boats', nine, seven)],
  nuances: [fact('delay', late, hour)],
  agreements: [{ id: 'mayor', passages: [wept, tears] }],
};

describe('scoring disputes', () => {
  it('finds a fact where two of its positions stand in two of the row', () => {
    assert.deepEqual(verdicts(row(0.5, [nine], [seven])), ['fact']);
  });

  it('finds none where both stand in one position', () => {
    assert.deepEqual(verdicts(row(0.5, [nine, seven], [at('a.txt', 'ferry')])), ['unlisted']);
  });

  it('counts the second row for a fact as wrong, in the order of certainty', () => {
    const score = scoreDisputes(labels, texts, [row(0.3, [nine], [seven]), row(0.9, [seven], [nine])]);
    assert.deepEqual(
      score.rows.map(({ score, verdict }) => [score, verdict]),
      [
        [0.9, 'fact'],
        [0.3, 'duplicate'],
      ],
    );
  });

  it('tells every fact that a row answers for, and who proposed it', () => {
    const again = { ...row(0.3, [nine], [seven]), finder: 'counts' };
    const score = scoreDisputes(labels, texts, [row(0.9, [seven], [nine]), again]);
    assert.deepEqual(
      score.rows.map(({ finder, answers }) => [finder, answers]),
      [
        ['engine', ['boats']],
        ['counts', ['boats']],
      ],
    );
  });

  it('takes a nuance neither for right nor for wrong', () => {
    const score = scoreDisputes(labels, texts, [row(0.9, [late], [hour])]);
    assert.equal(score.rows[0]?.verdict, 'nuance');
    assert.equal(figuresOf([score]).rows, 0);
  });

  it('calls it a false alarm to set agreeing passages against each other', () => {
    assert.deepEqual(verdicts(row(0.5, [wept], [tears])), ['false alarm']);
  });

  it('forgives an update that nobody listed, but not one that sets agreeing passages against each other', () => {
    assert.deepEqual(verdicts(row(0.5, [nine], [at('b.txt', 'The ferry was')], 'update')), ['nuance']);
    assert.deepEqual(verdicts(row(0.5, [wept], [tears], 'update')), ['false alarm']);
  });

  it('gives nothing for a bag of everything', () => {
    assert.deepEqual(verdicts(row(0.5, [nine, late, wept], [seven, hour, tears])), ['false alarm']);
  });

  it('wants evidence within the sentence, give or take a little', () => {
    const filler = 'It had been a long and quiet winter for all who live by the harbour of that town. ';
    const long = new Map([...texts].map(([name, text]) => [name, `${filler}${text}`]));
    const moved = ({ doc, start, end }: Span) => ({ doc, start: start + filler.length, end: end + filler.length });
    const sank = moved(at('a.txt', 'boats sank'));
    const shifted: Labels = { facts: [fact('boats', sank, moved(seven))], nuances: [], agreements: [] };
    const whole = { ...sank, start: 0 };
    assert.equal(scoreDisputes(shifted, long, [row(0.5, [whole], [moved(seven)])]).found.size, 0);
    assert.equal(scoreDisputes(shifted, long, [row(0.5, [sank], [moved(seven)])]).found.size, 1);
  });
});

function at(doc: string, words: string): Span {
  const start = texts.get(doc)?.indexOf(words) ?? -1;
  assert.ok(start >= 0, `${doc} holds "${words}"`);
  return { doc, start, end: start + words.length };
}

function fact(id: string, ...passages: Span[]): Labels['facts'][number] {
  return { id, title: id, kind: 'number', positions: passages.map(span => ({ label: id, evidence: [span] })) };
}

function row(score: number, one: Span[], other: Span[], status: Dispute['status'] = 'conflict'): Scored {
  const positions = [one, other].map(spans => ({
    label: '',
    origins: 1,
    evidence: spans.map(({ doc, start, end }) => ({ path: `folder/${doc}`, start, end })),
  }));
  return { id: 'x', title: 'x', kind: 'number', status, score, positions, why: [] };
}

function verdicts(...rows: Scored[]): Verdict[] {
  return scoreDisputes(labels, texts, rows).rows.map(({ verdict }) => verdict);
}
