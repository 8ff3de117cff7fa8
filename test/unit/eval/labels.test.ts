import assert from 'node:assert/strict';
import { readLabels, SETS, setAsked } from '../../eval/labels.mjs';

const stories = readLabels();
const facts = stories.flatMap(({ name, documents, facts, nuances }) =>
  [...facts, ...nuances].map(fact => ({ name, documents, fact })),
);

describe('the labelled stories', () => {
  it('are each in a set that is known, some for development and some for the very end', () => {
    const sets = new Set(stories.map(({ set }) => set));
    assert.deepEqual(
      [...sets].filter(set => !SETS.includes(set)),
      [],
    );
    assert.ok(sets.has('dev') && sets.has('last'), [...sets].join());
  });

  it('quote passages that lie in their articles', () => {
    const astray = stories.flatMap(({ name, documents, facts, nuances, agreements }) => {
      const lengths = new Map(documents.map(({ file, length }) => [file, length]));
      return [
        ...[...facts, ...nuances].flatMap(({ positions }) => positions.flatMap(({ evidence }) => evidence)),
        ...agreements.flatMap(({ passages }) => passages),
      ]
        .filter(({ doc, start, end }) => start >= end || end > (lengths.get(doc) ?? 0))
        .map(({ doc, start }) => `${name} ${doc} ${start}`);
    });
    assert.deepEqual(astray, []);
  });

  it('give each fact an id of its own and at least two positions with passages', () => {
    const thin = facts.filter(
      ({ fact: { positions } }) => positions.length < 2 || positions.some(({ evidence }) => evidence.length === 0),
    );
    assert.deepEqual(
      thin.map(({ name, fact }) => `${name} ${fact.id}`),
      [],
    );
    assert.equal(new Set(facts.map(({ name, fact }) => `${name} ${fact.id}`)).size, facts.length);
  });
});

describe('the set that is asked for', () => {
  it('is that for development, unless another is named', () => {
    assert.equal(setAsked({ show: true }), 'dev');
    assert.equal(setAsked({ held: true }), 'held');
    assert.equal(setAsked({ last: true }), 'last');
  });

  it('is one at a time, and only the rows for development are shown', () => {
    assert.throws(() => setAsked({ held: true, last: true }), /Either/);
    assert.throws(() => setAsked({ held: true, show: true }), /--show/);
    assert.throws(() => setAsked({ last: true, show: true }), /--show/);
  });
});
