import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { TextChange } from '../../../../src/engine/text/change.ts';
import type { Span } from '../../../../src/engine/text/span.ts';
import { makeAnchor } from '../../../../src/review/anchors/anchor.ts';
import { Resolutions } from '../../../../src/review/anchors/resolutions.ts';
import { applyChanges, Tracker } from '../../../../src/review/anchors/track.ts';

const TEXT =
  'The ferry left at nine. Forty people were aboard when it struck the pier. Nobody was hurt, the harbour master said.\n';
const spanOf = (words: string, text = TEXT): Span => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});
const replace = (words: string, put: string, text = TEXT): TextChange => ({ ...spanOf(words, text), text: put });
const insert = (at: number, text: string): TextChange => ({ start: at, end: at, text });

/** A tracker of one mark, and the words that it stands on by now. */
function following(words: string) {
  const tracker = new Tracker(TEXT, new Map([['mark', spanOf(words)]]));
  const now = () => {
    const { start, end } = tracker.get('mark') ?? { start: 0, end: 0 };
    return tracker.text.slice(start, end);
  };
  return { tracker, now };
}

describe('a mark while one edits', () => {
  it('is carried along, and holds what is typed inside', () => {
    const { tracker, now } = following('Forty people');
    assert.equal(tracker.edit([insert(0, 'Brindle Harbour, Monday. ')]), false);
    assert.equal(now(), 'Forty people');
    tracker.edit([replace('Forty people', 'Forty-two people', tracker.text)]);
    assert.equal(now(), 'Forty-two people');
  });

  it('goes along with the sentence that is cut here and pasted there', () => {
    const { tracker, now } = following('Forty people');
    const sentence = 'Forty people were aboard when it struck the pier. ';
    tracker.edit([replace(sentence, '')]);
    assert.equal(now(), '');
    assert.equal(tracker.edit([insert(0, sentence)]), true);
    assert.equal(now(), 'Forty people');
    assert.deepEqual(tracker.get('mark'), { start: 0, end: 12 });
  });

  it('goes along when both happen in one edit, as with a line that is moved', () => {
    const { tracker, now } = following('Nobody');
    const sentence = 'Nobody was hurt, the harbour master said.';
    tracker.edit([replace(sentence, ''), insert(0, `${sentence}\n`)]);
    assert.equal(now(), 'Nobody');
    assert.equal(tracker.get('mark')?.start, 0);
  });

  it('does not go where its words stand by chance, or twice', () => {
    const { tracker, now } = following('nine');
    tracker.edit([replace('nine', '')]);
    tracker.edit([insert(0, 'Of ninety-nine passengers. ')]);
    assert.equal(now(), '');
    const sentence = 'Forty people were aboard when it struck the pier. ';
    const twice = following('Forty people');
    twice.tracker.edit([replace(sentence, '')]);
    twice.tracker.edit([insert(0, sentence + sentence)]);
    assert.equal(twice.now(), '');
  });

  it('is back where it was after undo, and gone again after redo', () => {
    const { tracker, now } = following('Forty people');
    tracker.edit([{ start: 0, end: TEXT.length, text: 'All new.' }]);
    assert.equal(now(), '');
    assert.equal(tracker.edit([{ start: 0, end: 8, text: TEXT }]), true);
    assert.equal(now(), 'Forty people');
    tracker.edit([{ start: 0, end: TEXT.length, text: 'All new.' }]);
    assert.equal(now(), '');
  });

  it('is back where it was after any edits, once all are undone', () => {
    const edits = fc.array(
      fc.record({ at: fc.nat(), length: fc.nat(30), text: fc.constantFrom('', 'x', 'Forty people', ' and so on. ') }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(edits, list => {
        const { tracker, now } = following('Forty people');
        const undo: TextChange[] = [];
        for (const { at, length, text } of list) {
          const start = at % (tracker.text.length + 1);
          const end = Math.min(tracker.text.length, start + length);
          undo.unshift({ start, end: start + text.length, text: tracker.text.slice(start, end) });
          tracker.edit([{ start, end, text }]);
          const mark = tracker.get('mark');
          assert.ok(mark && mark.start >= 0 && mark.start <= mark.end && mark.end <= tracker.text.length);
        }
        for (const change of undo) tracker.edit([change]);
        assert.equal(tracker.text, TEXT);
        assert.equal(now(), 'Forty people');
      }),
      { numRuns: 500 },
    );
  });
});

describe('the reading after an edit', () => {
  const anchor = makeAnchor(TEXT, spanOf('Forty people were aboard'));
  assert.ok(anchor);

  /** What a reading finds after an edit that was followed, and without that. */
  function readAfter(...changes: TextChange[]) {
    const resolutions = new Resolutions();
    assert.equal(resolutions.resolve('a.txt', TEXT, anchor ?? { quote: '' }).state, 'exact');
    const after = applyChanges(TEXT, changes);
    resolutions.edited('a.txt', changes, after);
    const resolve = (reader: Resolutions) => reader.resolve('a.txt', after, anchor ?? { quote: '' });
    return { after, followed: resolve(resolutions), alone: resolve(new Resolutions()), resolutions };
  }

  it('finds a mark whose words were all rewritten where it was carried to, and says so', () => {
    const { followed, alone, after } = readAfter(
      replace('Nobody was hurt', 'Two were'),
      replace('Forty people were aboard', 'It carried some sixty tourists'),
      replace('The ferry left at nine. ', ''),
    );
    assert.equal(alone.state, 'lost');
    assert.ok(followed.state === 'changed');
    assert.equal(after.slice(followed.start, followed.end), 'It carried some sixty tourists');
    assert.deepEqual(followed.kinds, ['number']);
  });

  it('takes the very words over the place, when they stand elsewhere beyond doubt', () => {
    const sentence = 'Forty people were aboard when it struck the pier. ';
    const { followed, after } = readAfter(replace(sentence, 'Later. '), insert(0, sentence));
    assert.ok(followed.state === 'moved' || followed.state === 'exact');
    assert.equal(after.slice(followed.start, followed.end), 'Forty people were aboard');
    assert.equal(followed.start, 0);
  });

  it('goes by words alone when the text is not what the edits came to', () => {
    const { resolutions } = readAfter(replace('nine', 'ten'));
    resolutions.edited('a.txt', [insert(0, 'x')], 'something else');
    assert.equal(resolutions.followed('a.txt', 'something else', anchor), undefined);
    assert.equal(resolutions.resolve('a.txt', 'Nothing of it.', anchor).state, 'lost');
  });
});
