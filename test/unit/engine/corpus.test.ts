import assert from 'node:assert/strict';
import { Corpus } from '../../../src/engine/corpus.ts';
import { articles, corpusOf, shippedModel, shippedVectors } from './support.ts';

const FERRY =
  'The ferry Aurora ran aground near Lindholm on Monday, injuring 14 passengers. The captain was tested for alcohol, police said.';
const FERRY_TOO =
  'Twelve passengers were injured when the ferry Aurora ran aground off Lindholm on Monday. Police said that the captain had been tested for alcohol.';
const BUDGET =
  'Parliament in Norrby passed the budget by 45 votes to 30 on Tuesday. The finance minister called it a fair compromise between the parties.';

describe('a folder of articles', () => {
  it('is told the same in whatever order the articles come', () => {
    const inputs = articles(FERRY, FERRY_TOO, BUDGET);
    const there = JSON.stringify(corpusOf(inputs).analysis());
    const back = JSON.stringify(corpusOf([...inputs].reverse()).analysis());
    assert.equal(back, there);
  });

  it('is told the same after an edit and its undoing', () => {
    const inputs = articles(FERRY, FERRY_TOO, BUDGET);
    const corpus = corpusOf(inputs);
    const before = JSON.stringify(corpus.analysis());
    const [first] = inputs;
    assert.ok(first);
    corpus.read([{ ...first, text: `${first.text} The harbour was closed for two hours.` }]);
    corpus.settle();
    assert.notEqual(JSON.stringify(corpus.analysis()), before);
    corpus.read([first]);
    corpus.settle();
    assert.equal(JSON.stringify(corpus.analysis()), before);
  });

  it('tells only the documents that changed', () => {
    const inputs = articles(FERRY, FERRY_TOO, BUDGET);
    const corpus = corpusOf(inputs);
    const [, , budget] = inputs;
    assert.ok(budget);
    corpus.read([{ ...budget, text: `${budget.text} It takes effect in June.` }]);
    assert.deepEqual(
      corpus.settle().documents.map(d => d.path),
      ['c.txt'],
    );
    assert.deepEqual(corpus.settle().documents, []);
  });

  it('forgets a removed article', () => {
    const corpus = corpusOf(articles(FERRY, FERRY_TOO));
    corpus.remove(['b.txt']);
    assert.deepEqual(corpus.settle().removed, ['b.txt']);
    assert.deepEqual(corpus.analysis().matches, []);
  });

  it('puts articles on one event into one story, and others apart', () => {
    const stories = corpusOf(articles(FERRY, FERRY_TOO, BUDGET)).analysis().stories;
    assert.deepEqual(
      stories.map(s => s.documents),
      [['a.txt', 'b.txt'], ['c.txt']],
    );
  });

  it('has for a claim the passage of the other article that tells of the same thing', () => {
    const { matches } = corpusOf(articles(FERRY, FERRY_TOO)).analysis();
    const captain = matches.find(m => m.a.path === 'a.txt' && m.a.start > 70);
    assert.ok(captain);
    assert.equal(
      FERRY_TOO.slice(captain.b.start, captain.b.end),
      'Police said that the captain had been tested for alcohol.',
    );
    assert.ok(captain.why.length > 0);
  });

  it("takes a reviewer's word on what a passage names, everywhere and at once", () => {
    const [first, second] = articles(FERRY, FERRY_TOO);
    assert.ok(first && second);
    const start = FERRY.indexOf('Aurora');
    const overrides = [{ start, end: start + 6, entity: 'MV Aurora', type: 'organization' as const }];
    const corpus = corpusOf([first, second]);
    corpus.read([{ ...first, overrides }]);
    corpus.settle();
    const named = corpus
      .analysis()
      .documents.flatMap(d => d.entities.filter(e => e.canonical === 'MV Aurora').map(() => d.path));
    assert.ok(named.includes('a.txt'));
  });

  it('keeps an article in another language, and analyses nothing in it', () => {
    const german =
      'Die Fähre Aurora ist am Montag vor Lindholm auf Grund gelaufen. Dabei wurden vierzehn Fahrgäste verletzt, wie die Polizei mitteilte.';
    const [document] = corpusOf(articles(german)).analysis().documents;
    assert.equal(document?.reach, 'language');
    assert.deepEqual(document?.claims, []);
  });

  it('says of an empty article that it is empty', () => {
    const corpus = new Corpus(shippedModel(), shippedVectors());
    const [document] = corpus.read(articles(' \n\n'));
    assert.equal(document?.reach, 'empty');
  });

  it('counts offsets in the text without byte-order mark and carriage returns', () => {
    const [document] = corpusOf(articles(`\uFEFFA heading\r\n\r\n${FERRY}`)).analysis().documents;
    const claim = document?.claims[0];
    assert.ok(claim);
    assert.equal(`A heading\n\n${FERRY}`.slice(claim.start, claim.end).startsWith('The ferry Aurora'), true);
  });
});
