import assert from 'node:assert/strict';
import fc from 'fast-check';
import { classify } from '../../../../src/review/base/paths.ts';
import { spoken } from '../../../../src/review/base/phrase.ts';
import { type Edit, editSidecar } from '../../../../src/review/format/edit.ts';
import type { Annotation } from '../../../../src/review/format/schema.ts';
import { readSidecar } from '../../../../src/review/format/sidecar.ts';
import { idOf } from '../store/memoryFiles.ts';

const FILE = classify('petro.txt.jane-doe.crosscheck.yaml');

function edited(text: string | undefined, ...edits: Edit[]): string {
  const result = editSidecar(text, 'Jane Doe', edits);
  assert.ok(result.ok, result.ok ? '' : spoken(result.reason));
  return result.text;
}

const put = (record: Annotation): Edit => ({ do: 'put', section: 'annotations', record });
const note = (n: number, more: Partial<Annotation> = {}): Annotation =>
  ({ id: idOf(n), type: 'note', quote: `quote ${n}`, ...more }) as Annotation;

/** Written by hand, in every style that hands have. */
const BY_HAND = `# What I think of the piece
version: 1
reviewer: Jane Doe   # me

annotations:

  # the toll
  - id:   ${idOf(1)}   # kept
    type: 'claim'
    quote: "have killed"
    start: 100
    colour: red          # a key of mine
    text: >-
      folded
      words

  - {id: ${idOf(2)}, type: note, quote: 'in one line', start: 200}

  # no id yet
  - type: note
    quote: |
      a block
    tags: &common [a, b]
  -
    id: ${idOf(3)}
    type: note
    quote: 17
    tags: *common
# the end
extra: {mine: true}
`;

describe('editSidecar', () => {
  it('begins a file', () => {
    const record = {
      id: idOf(1),
      type: 'claim',
      quote: 'at least 17',
      start: 3,
      end: 14,
      tags: ['toll'],
      text: 'One.\nTwo.\n',
    } as const;
    assert.equal(
      edited(undefined, put(record)),
      `version: 1\nreviewer: Jane Doe\nannotations:\n  - id: ${idOf(1)}\n    type: claim\n    quote: at least 17\n    start: 3\n    end: 14\n    tags: [toll]\n    text: |\n      One.\n      Two.\n`,
    );
  });

  it("keeps the article's own words in one line, however many they were in", () => {
    const anchor = {
      quote: 'one\ntwo',
      before: 'a long line of the article that goes before \n\n',
      after: ' \nand after',
      start: 3,
      end: 10,
    };
    const text = edited(undefined, put(note(1, anchor)));
    const wanted = [
      'quote: "one\\ntwo"',
      'before: "a long line of the article that goes before\\ \\n\\n"',
      'after: "\\ \\nand after"',
    ];
    assert.ok(text.includes(wanted.map(line => `    ${line}\n`).join('')), text);
  });

  it('gives the same bytes when nothing changes', () => {
    assert.equal(edited(BY_HAND, put(note(3, { quote: '17', tags: ['a', 'b'] }))), BY_HAND);
    assert.equal(edited(BY_HAND, { do: 'remove', section: 'annotations', id: idOf(9) }), BY_HAND);
  });

  it('puts a new record where its start belongs, below the blank lines that set records apart', () => {
    const text = edited(BY_HAND, put(note(7, { start: 150 })));
    const block = `\n  - id: ${idOf(7)}\n    type: note\n    quote: quote 7\n    start: 150\n`;
    assert.equal(text.replace(block, ''), BY_HAND);
    assert.ok(text.indexOf(idOf(7)) > text.indexOf('folded') && text.indexOf(idOf(7)) < text.indexOf(idOf(2)));
  });

  it('puts a reply behind what it answers', () => {
    const text = edited(BY_HAND, put({ id: idOf(8), type: 'reply', to: idOf(1), text: 'No.' }));
    assert.ok(text.indexOf(idOf(8)) < text.indexOf(idOf(2)));
  });

  it('changes only the keys that differ, and keeps comments and unknown keys', () => {
    const text = edited(
      BY_HAND,
      put({ id: idOf(1), type: 'claim', quote: 'have killed', start: 120, text: 'folded words' }),
    );
    assert.equal(text, BY_HAND.replace('start: 100', 'start: 120'));
  });

  it('keeps a comment out of a block that takes its place', () => {
    const one = `annotations:\n  - id: ${idOf(1)}\n    type: note\n    quote: x\n    text: old # why\n`;
    const text = edited(`version: 1\nreviewer: J\n${one}`, put(note(1, { quote: 'x', text: 'new\nlines\n' })));
    assert.match(text, /text: \| # why\n {6}new\n {6}lines\n$/);
  });

  it('takes keys out, and records, and leaves an empty list', () => {
    const one = edited(undefined, put(note(1, { text: 'x', tags: ['t'] })), put(note(2)));
    const less = edited(one, put(note(1)), { do: 'remove', section: 'annotations', id: idOf(2) });
    assert.equal(
      less,
      `version: 1\nreviewer: Jane Doe\nannotations:\n  - id: ${idOf(1)}\n    type: note\n    quote: quote 1\n`,
    );
    assert.equal(
      edited(less, { do: 'remove', section: 'annotations', id: idOf(1) }),
      'version: 1\nreviewer: Jane Doe\nannotations: []\n',
    );
  });

  it("keeps a file's line endings and byte-order mark", () => {
    const windows = `\uFEFF${BY_HAND.replaceAll('\n', '\r\n')}`;
    const text = edited(windows, put(note(7, { start: 150, text: 'two\nlines' })));
    assert.ok(text.startsWith('\uFEFF# What'));
    assert.equal(text.replaceAll('\r\n', '').includes('\n'), false);
  });

  it('works in a file that is all brackets', () => {
    const json = `{"version": 1, "reviewer": "Jane Doe", "annotations": [{"id": "${idOf(1)}", "type": "note", "quote": "x"}]}\n`;
    const text = edited(json, put(note(2)), put(note(1, { quote: 'x', text: 'why: not' })));
    assert.deepEqual(
      readSidecar(FILE, text)?.records.annotations.map(({ record }) => record.text),
      ['why: not', undefined],
    );
    assert.equal(readSidecar(FILE, text)?.problems.length, 0);
  });

  it('gives a hand-written file its head, above what stands there', () => {
    const text = edited('# mine\nannotations:\n- type: note\n  quote: x\n', put(note(2)));
    assert.equal(
      text,
      `# mine\nversion: 1\nreviewer: Jane Doe\nannotations:\n- type: note\n  quote: x\n- id: ${idOf(2)}\n  type: note\n  quote: quote 2\n`,
    );
  });

  for (const [what, text, reason] of [
    ['a newer version', 'version: 7\nannotations: []\n', /version 7/],
    ['what is not YAML', 'annotations: [\n', /not YAML/],
    ['conflict markers', '<<<<<<< a\nversion: 1\n=======\n>>>>>>> b\n', /conflict markers/],
    ['several documents', 'version: 1\n---\nversion: 1\n', /several/],
    ['a key that stands twice', 'version: 1\nannotations: []\nannotations: []\n', /twice/],
    ['a list', '- a\n', /a list/],
    ['a list where another thing stands', 'annotations: yes\n', /laid out/],
  ] as const)
    it(`refuses ${what}`, () => {
      const result = editSidecar(text, 'Jane Doe', [put(note(1))]);
      assert.ok(!result.ok && reason.test(spoken(result.reason)), JSON.stringify(result));
    });

  it('fills in what a hand left out, and nothing else', () => {
    const record = { id: idOf(5), type: 'note', quote: 'a block\n', created: '2026-01-01T00:00:00Z' } as const;
    const text = edited(BY_HAND, { do: 'fill', section: 'annotations', index: 2, record });
    const without = text.replace(`    id: ${idOf(5)}\n`, '').replace('    created: 2026-01-01T00:00:00Z\n', '');
    assert.notEqual(text, BY_HAND);
    assert.equal(without, BY_HAND);
  });
});

/** Letters, signs and emoji of any kind, without control characters and halves of pairs, which YAML has no place for. */
const words = fc.oneof(
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    .filter(s => /\S/.test(s) && !/[\p{Cc}\p{Cs}\uFEFF]/u.test(s)),
  fc.constantFrom(
    'yes',
    '017',
    '1e3',
    '- x',
    '# no',
    'a: b',
    "it's",
    '"',
    '{',
    '*a',
    '&b',
    '!c',
    '|',
    '>',
    '%',
    '@',
    'x #y',
    ' lead',
    'trail ',
    'null',
    '~',
    '2026-01-01',
    'tab\there',
    'two\nlines',
    '\n\nblank\n\n',
    '(\u00a0',
    '---',
    'end\n---\n',
  ),
);
const annotation = fc.record(
  {
    n: fc.integer({ min: 1, max: 12 }),
    quote: words,
    text: words,
    start: fc.nat(999),
    tags: fc.array(words, { maxLength: 3 }),
    says: words,
  },
  { requiredKeys: ['n', 'quote'] },
);

/** What a hand may do to a file that stays sound: comments, blank lines, keys of its own, quotation marks. */
const HANDS: readonly ((text: string, at: number) => string)[] = [
  (text, at) => insertLine(text, at, '# by hand, "quoted": {'),
  (text, at) => insertLine(text, at, ''),
  text => `${text}mine: &m {a: 1}\nalso: *m\n`,
  text => text.replace(/^( *)- id: (\S+)\n/m, '$1- id: "$2"   # quoted\n'),
  text => text.replace(/^( +)type: claim\n/m, '$1type:   claim\n$1rank:  3   # mine\n'),
];

/** Between two records or at the head: where a line breaks nothing. */
function insertLine(text: string, at: number, line: string): string {
  const lines = text.split('\n');
  const places = lines.flatMap((l, i) => (/^(?: {2}- |\S)/.test(l) ? [i] : []));
  return places.length === 0 ? text : lines.toSpliced(places[at % places.length] ?? 0, 0, line).join('\n');
}

describe('writing, editing by hand, writing again', () => {
  it('keeps every byte that need not change', function () {
    this.timeout(120_000);
    fc.assert(
      fc.property(
        fc.array(annotation, { minLength: 1, maxLength: 6 }),
        fc.array(fc.tuple(fc.nat(4), fc.nat(30)), { maxLength: 4 }),
        annotation,
        (first, hands, last) => {
          const recordOf = ({ n, ...rest }: typeof last): Annotation => ({ id: idOf(n), type: 'claim', ...rest });
          let text = edited(undefined, ...first.map(a => put(recordOf(a))));
          for (const [which, at] of hands)
            text = (which === 2 && text.includes('mine: &m') ? HANDS[0] : HANDS[which])?.(text, at) ?? text;
          const before = readSidecar(FILE, text);
          assert.deepEqual(
            before?.problems.filter(p => p.severity !== 'note'),
            [],
          );
          const written = edited(text, put(recordOf(last)));
          const after = readSidecar(FILE, written);
          assert.deepEqual(
            after?.problems.filter(p => p.severity !== 'note'),
            [],
          );
          const wanted = recordOf(last);
          const now = after?.records.annotations.find(({ record }) => record.id === wanted.id)?.record;
          for (const [key, value] of Object.entries(wanted)) assert.deepEqual(Reflect.get(now ?? {}, key), value);
          // Every line of every other record, and every comment, stands as it stood.
          const others = text.split(/^(?= {2}- )/m).filter(piece => !piece.includes(idOf(last.n)));
          for (const piece of others) for (const line of piece.split('\n')) assert.ok(written.includes(line), line);
          assert.equal(edited(written, put(recordOf(last))), written, 'the same again gives the same bytes');
          const isNew = !first.some(a => a.n === last.n);
          if (isNew)
            assert.equal(
              edited(written, { do: 'remove', section: 'annotations', id: idOf(last.n) }),
              text,
              'put in and taken out is as before',
            );
        },
      ),
      { numRuns: 150 },
    );
  });
});
