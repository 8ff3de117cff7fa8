import assert from 'node:assert/strict';
import { alignWordings, isOneUtterance } from '../../../src/engine/disputes/quotes/alignment.ts';
import { uttered } from '../../../src/engine/disputes/quotes/utterance.ts';
import { tokenize } from '../../../src/engine/text/tokens.ts';

/** What two wordings of an utterance differ in: `replaced: rifles | guns`; undefined when they are not one utterance. */
function differences(a: string, b: string): string[] | undefined {
  const [x, y] = [uttered(tokenize(a)), uttered(tokenize(b))];
  const alignment = alignWordings(x, y);
  if (!alignment || !isOneUtterance(alignment, x.length, y.length)) return undefined;
  const words = (list: typeof x, span: { start: number; end: number }) =>
    list
      .slice(span.start, span.end)
      .map(w => w.text)
      .join(' ');
  return alignment.differences.map(d => `${d.heavy ? 'heavy ' : ''}${d.kind}: ${words(x, d.a)} | ${words(y, d.b)}`);
}

describe('one utterance in two wordings', () => {
  const quote = 'We will not accept any cut to the harbour budget before the winter';

  it('is the same when the words are', () => {
    assert.deepEqual(differences(quote, quote), []);
  });

  it('is the same with contractions written out', () => {
    assert.deepEqual(differences(quote, "We won't accept any cut to the harbour budget before the winter"), []);
  });

  it('is the same whatever the punctuation, the hyphens and the spelling of a country', () => {
    assert.deepEqual(differences(quote, 'We will not accept — any cut — to the harbor budget, before the winter!'), []);
  });

  it('is the same when one source quotes only a part of it', () => {
    assert.deepEqual(differences(quote, 'not accept any cut to the harbour budget'), []);
  });

  it('shows a negation or a number that was left out as a heavy difference, and another form of a word as none', () => {
    assert.deepEqual(differences(quote, 'We will accept any cut to the harbour budget before the winter'), [
      'heavy dropped: not | ',
    ]);
    assert.deepEqual(differences(`${quote} of two years`, `${quote} of years`), ['heavy dropped: two | ']);
    assert.deepEqual(differences(quote, 'We will not accept any cuts to the harbour budget before the winter'), [
      'replaced: cut | cuts',
    ]);
  });

  it('shows a sentence that goes on in other words, and none that merely ends sooner', () => {
    const begun = 'She was taken to the hospital for examination and';
    assert.deepEqual(differences(`${begun} has gone home since`, `${begun} remained under observation`), [
      'heavy replaced: has gone home since | remained under observation',
    ]);
    assert.deepEqual(
      differences(`${begun} remained under observation`, 'She was taken to the hospital for examination.'),
      [],
    );
  });

  it('shows another noun as a heavy difference', () => {
    assert.deepEqual(differences(quote, 'We will not accept any cut to the hospital budget before the winter'), [
      'heavy replaced: harbour | hospital',
    ]);
  });

  it('tells a dropped word from a replaced one', () => {
    assert.deepEqual(differences(quote, 'We will not accept any cut to the budget before the winter'), [
      'dropped: harbour | ',
    ]);
  });

  it('says that a reporter left words out where an ellipsis says so', () => {
    const cut = 'We will not accept any cut … before the winter';
    assert.deepEqual(differences(quote, cut), ['omitted: to the harbour budget | ']);
  });

  it('is another utterance when only a few common words are shared', () => {
    assert.equal(differences(quote, 'We will go to the match and then to the station'), undefined);
  });
});
