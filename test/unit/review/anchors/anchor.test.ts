import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type Anchor,
  agrees,
  makeAnchor,
  makeShortAnchor,
  type Resolution,
} from '../../../../src/review/anchors/anchor.ts';
import { changeKinds } from '../../../../src/review/anchors/change.ts';
import { AnchorResolver } from '../../../../src/review/anchors/resolve.ts';
import { followChanges } from '../../../../src/review/anchors/track.ts';

const TEXT = `Harbour closed after spill
The port authority shut the northern harbour on Tuesday after a tanker lost some 40 tonnes of fuel oil.
Captain Ilse Brandt said that her crew had closed the valve within nine minutes. “We did what the book says,” she told reporters.
Fishermen put the loss at more than 200 tonnes, and asked why nobody had warned them. The authority has not answered them.
The mayor, Piet Ruys, will visit the harbour on Thursday. He had closed the beach already.
`;

/** The anchor of the first place where words stand. */
function anchorOf(words: string, text = TEXT): Anchor {
  const start = text.indexOf(words);
  const anchor = makeAnchor(text, { start, end: start + words.length });
  assert.ok(anchor);
  return anchor;
}

function resolve(words: string, edited: string): Resolution {
  return new AnchorResolver(edited).resolve(anchorOf(words));
}

function placed(resolution: Resolution, text: string): string {
  assert.ok('start' in resolution, resolution.state);
  return `${resolution.state}: ${text.slice(resolution.start, resolution.end)}`;
}

describe('makeAnchor', () => {
  it('takes quote, context and place from one text', () => {
    const anchor = makeAnchor(TEXT, { start: TEXT.indexOf('40 tonnes') - 1, end: TEXT.indexOf('40 tonnes') + 10 });
    assert.equal(anchor?.quote, '40 tonnes');
    assert.ok(anchor && agrees(TEXT, anchor));
    assert.equal(anchor.before.length, 64);
  });

  it('cuts no pair of surrogates in two', () => {
    const text = '🛢️ spilled 🛢 here';
    const at = text.lastIndexOf('🛢');
    assert.equal(makeAnchor(text, { start: at + 1, end: at + 2 })?.quote, '🛢');
    assert.equal(makeAnchor(text, { start: 3, end: 3 }), undefined);
  });

  it('agrees with its text wherever it is made, and is exact there', () => {
    fc.assert(
      fc.property(fc.nat(TEXT.length), fc.nat(60), (start, length) => {
        const anchor = makeAnchor(TEXT, { start, end: Math.min(TEXT.length, start + length) });
        if (!anchor) return;
        assert.ok(agrees(TEXT, anchor));
        assert.deepEqual(new AnchorResolver(TEXT).resolve(anchor), {
          state: 'exact',
          start: anchor.start,
          end: anchor.end,
        });
      }),
    );
  });
});

describe('AnchorResolver', function () {
  this.timeout(120_000);
  const moved = `An earlier version gave another day.\n${TEXT}`;

  it('follows words that moved', () => {
    assert.equal(placed(resolve('40 tonnes', moved), moved), 'moved: 40 tonnes');
  });

  it('follows a sentence to another paragraph', () => {
    const sentence = 'He had closed the beach already.';
    const edited = TEXT.replace(` ${sentence}`, '').replace(
      'Harbour closed after spill\n',
      `Harbour closed after spill\n${sentence}\n`,
    );
    assert.equal(placed(resolve(sentence, edited), edited), `moved: ${sentence}`);
    assert.equal(placed(resolve('beach', edited), edited), 'moved: beach');
  });

  it('takes straight quotation marks for curly ones, and other line breaks and blanks', () => {
    const edited = TEXT.replace(/[“”]/g, '"');
    assert.equal(
      placed(resolve('“We did what the book says,” she told', edited), edited),
      'exact: "We did what the book says," she told',
    );
    const wrapped = TEXT.replace('closed the valve', 'closed\nthe valve');
    assert.equal(
      placed(resolve('had closed the valve within', wrapped), wrapped),
      'exact: had closed\nthe valve within',
    );
  });

  for (const [was, now, kinds] of [
    ['40 tonnes', '60 tonnes', ['number']],
    ['Ilse Brandt', 'Anna Brandt', ['name']],
    ['on Tuesday', 'on Monday', ['date']],
    ['has not answered', 'has answered', ['negation']],
    ['asked why nobody', 'demanded to know why nobody', []],
  ] as const)
    it(`finds "${was}" become "${now}", and says what changed`, () => {
      const edited = moved.replace(was, now);
      const found = resolve(was, edited);
      assert.equal(placed(found, edited), `changed: ${now}`);
      assert.ok(found.state === 'changed');
      assert.deepEqual([found.was, found.now, found.kinds], [was, now, kinds]);
    });

  it('finds a mark whose neighbours changed as well', () => {
    const edited = TEXT.replace('a tanker lost some 40 tonnes', 'a tanker spilled about 60 tonnes');
    assert.equal(placed(resolve('40 tonnes', edited), edited), 'changed: 60 tonnes');
  });

  for (const words of [
    'closed',
    'harbour',
    'authority',
    'on Thursday',
    'The authority has not answered them.',
    '200 tonnes',
  ])
    it(`gives "${words}" up when its sentence is gone, though other places say the like`, () => {
      const at = TEXT.indexOf(words);
      const line = TEXT.slice(TEXT.lastIndexOf('\n', at) + 1, TEXT.indexOf('\n', at) + 1);
      assert.equal(resolve(words, TEXT.replace(line, '')).state, 'lost');
    });

  it('gives up rather than follow a number to another one', () => {
    const edited = TEXT.replace(' after a tanker lost some 40 tonnes of fuel oil', '');
    assert.equal(resolve('40 tonnes', edited).state, 'lost');
  });

  it('gives a word up when another sentence with that word stands between the same neighbours', () => {
    const edited = TEXT.replace('The authority has not answered them.', 'Her authority ended here.');
    const start = TEXT.indexOf('authority has not');
    const anchor = makeAnchor(TEXT, { start, end: start + 'authority'.length });
    assert.ok(anchor);
    assert.equal(new AnchorResolver(edited).resolve(anchor).state, 'lost');
  });

  it('calls a tie a tie', () => {
    const twice = `${TEXT}\nUpdate\n${TEXT}`;
    const found = resolve('40 tonnes', `${moved}\nUpdate\n${TEXT}`);
    assert.equal(found.state, 'ambiguous');
    assert.ok(found.state === 'ambiguous' && found.candidates.length === 2);
    assert.equal(resolve('40 tonnes', twice).state, 'exact', 'nothing moved: where it stood it stands');
  });

  it('reads a quote by hand: once, several times, settled by a start, nowhere', () => {
    const resolver = new AnchorResolver(TEXT);
    assert.equal(placed(resolver.resolve({ quote: 'Piet Ruys' }), TEXT), 'exact: Piet Ruys');
    assert.equal(resolver.resolve({ quote: 'harbour' }).state, 'ambiguous');
    const start = TEXT.lastIndexOf('harbour');
    assert.deepEqual(resolver.resolve({ quote: 'harbour', start }), { state: 'exact', start, end: start + 7 });
    assert.equal(placed(resolver.resolve({ quote: 'harbour', before: 'northern ' }), TEXT), 'moved: harbour');
    assert.equal(resolver.resolve({ quote: 'the lighthouse' }).state, 'lost');
  });

  it('costs little on a long text of few words, and breaks on nothing', () => {
    const long = 'na '.repeat(40_000);
    const began = process.cpuUsage();
    for (const anchor of [
      anchorOf('40 tonnes'),
      { quote: 'na', before: 'na na ', after: ' na' },
      { quote: ' ' },
      { quote: '🛢', before: '“', after: '' },
    ])
      assert.notEqual(new AnchorResolver(long).resolve(anchor).state, 'changed');
    assert.ok(process.cpuUsage(began).user < 5_000_000);
  });

  it('never throws, and every place it gives lies in the text', () => {
    const words = fc.array(
      fc.constantFrom('the', 'harbour', '40', 'tonnes', 'Brandt', 'closed', '.', '\n', '“', '国', '🛢'),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(
        words,
        words,
        words,
        words,
        fc.option(fc.nat(200), { nil: undefined }),
        (text, before, quote, after, start) => {
          const whole = text.join(' ');
          const anchor = { quote: quote.join(' '), before: before.join(' '), after: after.join(' '), start };
          const found = new AnchorResolver(whole).resolve(anchor);
          for (const { start, end } of 'start' in found ? [found] : found.candidates)
            assert.ok(start >= 0 && start <= end && end <= whole.length);
        },
      ),
    );
  });
});

describe('changeKinds', () => {
  for (const [was, now, kinds] of [
    ['He said so', 'She said so', []],
    ['the 17 men', 'the seventeen men', ['number']],
    ['on 3 May', 'on 4 May', ['number']],
    ['in May', 'in June', ['date']],
    ['did not go', 'did go', ['negation']],
    ['met Ruys', 'met Brandt', ['name']],
    ['Ruys', 'Brandt', ['name']],
    ['in 2024', 'in 2025', ['number', 'date']],
  ] as const)
    it(`${was} → ${now}`, () => assert.deepEqual(changeKinds(was, now), kinds));
});

describe('a short anchor', () => {
  const text =
    'Police say at least 17 people died. Later at least 17 people were buried. Seventeen people’s names are known.';
  const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

  it('is the words alone where they stand once, and found again by them', () => {
    const anchor = makeShortAnchor(text, at('people were buried'));
    assert.deepEqual(anchor, { quote: 'people were buried' });
    const found = new AnchorResolver(`New. ${text}`).resolve(anchor);
    assert.deepEqual(found, { state: 'exact', start: 59, end: 77 });
  });

  it('has its context where the words stand twice, or are few', () => {
    for (const words of ['at least 17 people', 'Police'])
      assert.deepEqual(makeShortAnchor(text, at(words)), makeAnchor(text, at(words)));
  });

  it('takes two spellings of a quotation mark for the same words', () => {
    const twice = "it's a fire station. It’s not; it’s a fire station.";
    assert.ok(makeShortAnchor(twice, { start: 0, end: 19 })?.after);
  });
});

describe('followChanges', () => {
  const span = { start: 10, end: 20 };
  for (const [what, change, expected] of [
    ['typing in front', { start: 3, end: 3, text: 'xxxx' }, { start: 14, end: 24 }],
    ['typing at its first letter stays outside', { start: 10, end: 10, text: 'xx' }, { start: 12, end: 22 }],
    ['typing inside', { start: 15, end: 15, text: 'xxx' }, { start: 10, end: 23 }],
    ['typing at its end stays outside', { start: 20, end: 20, text: 'xx' }, span],
    ['typing behind', { start: 30, end: 31, text: 'xxxxxxxxx' }, span],
    ['taking its head away', { start: 5, end: 12, text: '' }, { start: 5, end: 13 }],
    ['taking its tail away', { start: 18, end: 25, text: 'x' }, { start: 10, end: 18 }],
    ['taking all of it away', { start: 5, end: 25, text: 'xx' }, { start: 7, end: 7 }],
  ] as const)
    it(what, () => assert.deepEqual(followChanges(span, [change]), expected));
});
