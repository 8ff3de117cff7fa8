import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { classify } from '../../../../src/review/base/paths.ts';
import { formatProblem, type TextFix } from '../../../../src/review/base/problem.ts';
import { LIMITS } from '../../../../src/review/format/document.ts';
import { editSidecar } from '../../../../src/review/format/edit.ts';
import { migrate } from '../../../../src/review/format/migrate.ts';
import { readSidecar, type Sidecar } from '../../../../src/review/format/sidecar.ts';
import { idOf } from '../store/memoryFiles.ts';

const ARTICLE = 'petro.txt.jane-doe.crosscheck.yaml';
const FOLDER = 'jane-doe.crosscheck.yaml';

function read(text: string | Uint8Array, name = ARTICLE): Sidecar {
  const sidecar = readSidecar(classify(name), text);
  assert.ok(sidecar);
  return sidecar;
}

/** `line:column message` of every problem. */
function problems(text: string, name = ARTICLE): string[] {
  return read(text, name).problems.map(p => `${p.line}:${p.column} ${p.message}`);
}

function fixed(text: string, name = ARTICLE): string {
  const fix = read(text, name)
    .problems.flatMap(p => p.fixes)
    .find((f): f is TextFix => f.kind === 'replace');
  assert.ok(fix, 'a fix');
  return text.slice(0, fix.start) + fix.text + text.slice(fix.end);
}

const records = (...lines: string[]) =>
  `version: 1\nreviewer: Jane Doe\nannotations:\n${lines.map(line => `  - ${line}\n`).join('')}`;
const GOOD = '{type: note, quote: fine}';

describe('readSidecar', function () {
  this.timeout(120_000); // the bombs, on a busy machine
  it('says what is wrong with a record at its line and column, how to mend it, and that the others are in use', () => {
    const text = records(GOOD, 'type: claim\n    quote: x\n    fact: Strike deaths', GOOD);
    const sidecar = read(text);
    assert.equal(sidecar.records.annotations.length, 2);
    assert.deepEqual(sidecar.problems.map(formatProblem), [
      `${ARTICLE}: line 7, column 11: "fact" wants a slug (small letters, digits, hyphens), not "Strike deaths". The other 2 records are in use.`,
    ]);
    assert.equal(read(fixed(text)).problems.length, 0);
    assert.match(fixed(text), /fact: strike-deaths\n/);
  });

  for (const [what, record, message] of [
    ['a missing key', 'type: note', '4:5 "quote" is missing: it wants the words that it marks.'],
    ['a missing type', 'quote: x', '4:5 "type" is missing: it wants one of entity, claim, note, reply, resolution.'],
    [
      'words for a number',
      '{type: note, quote: x, start: soon}',
      '4:35 "start" wants a whole number from 0, not "soon".',
    ],
    [
      'a key twice',
      '{type: note, quote: x, quote: y}',
      '4:28 "quote" stands twice in this record: which one holds cannot be told.',
    ],
    ['no record at all', 'hello', '4:5 A record wants keys and values, such as "type: note", not "hello".'],
    ['nothing', '', '4:5 A record wants keys and values, such as "type: note", not nothing.'],
    [
      'an impossible date',
      '{type: note, quote: x, created: 2026-13-40}',
      '4:37 "created" wants a date (2025-09-28), or a date and time with zone (2025-09-28T14:30:00Z), not "2026-13-40".',
    ],
    [
      'a reference to nothing',
      '{type: note, quote: *x}',
      '4:5 This record refers to a place (*name) that nothing before it names (&name).',
    ],
    ['only blanks', '{type: note, quote: "  "}', '4:25 "quote" wants the words that it marks, not "  ".'],
  ] as const)
    it(`reports ${what}`, () => assert.deepEqual(problems(records(record)), [message]));

  for (const [what, wrong, right] of [
    ['a type', '{type: clam, quote: x}', 'type: claim,'],
    ['an entity type', '{type: entity, quote: x, entityType: persn}', 'entityType: person}'],
    ['a date', '{type: note, quote: x, created: 2026/1/5}', 'created: 2026-01-05}'],
    ['an offset in quotation marks', '{type: note, quote: x, start: "12"}', 'start: 12}'],
    ['a key', '{type: note, quote: x, txt: y}', 'text: y}'],
    ['words with a colon', 'type: note\n    quote: said: no', 'quote: "said: no"'],
  ] as const)
    it(`mends ${what}`, () => {
      const text = fixed(records(wrong));
      assert.ok(text.includes(right), text);
      assert.deepEqual(read(text).problems, []);
    });

  it('takes a number or truth value for words where words are wanted, as it was typed', () => {
    const [filed] = read(records('{type: claim, quote: 017, says: 1e3, tags: [2026, yes, true]}')).records.annotations;
    assert.deepEqual(filed?.record, { type: 'claim', quote: '017', says: '1e3', tags: ['2026', 'yes', 'true'] });
  });

  it('keeps unknown keys, and says so without alarm', () => {
    const { problems: told } = read(records('{type: note, quote: x, colour: red}'));
    assert.deepEqual(
      told.map(p => [p.severity, p.code]),
      [['note', 'unknown-key']],
    );
  });

  it('gives a second record of one id a way to an id of its own', () => {
    const one = `id: ${idOf(1)}\n    type: note\n    quote: x`;
    const text = records(one, one);
    assert.match(problems(text)[0] ?? '', /^7:9 The id \S+ stands at line 4 as well\.$/);
    assert.deepEqual(read(fixed(text)).problems, []);
    assert.equal(read(fixed(text)).records.annotations.length, 2);
  });

  it('still reads the records that are whole in a file that is no YAML, and does not write to it', () => {
    const sidecar = read(records('type: note\n    quote: "never closed', GOOD, 'type: note\n    quote: a: b', GOOD));
    assert.equal(sidecar.records.annotations.length, 2);
    assert.equal(sidecar.writable, false);
    assert.deepEqual(
      sidecar.problems.map(p => `${p.line}:${p.column} ${p.message.split('. ')[0]}`),
      [
        '5:12 This is not YAML: the quotation mark that opens here is closed nowhere',
        '8:12 This is not YAML: words that hold ": " want quotation marks around them',
      ],
    );
  });

  it('reads both sides of a conflict, and offers to keep both', () => {
    const side = (n: number) => `  - id: ${idOf(n)}\n    type: note\n    quote: side ${n}\n`;
    const sidecar = read(
      `version: 1\nreviewer: Jane Doe\nannotations:\n<<<<<<< HEAD\n${side(1)}||||||| base\n${side(3)}=======\n${side(2)}>>>>>>> other\n${side(4)}`,
    );
    assert.deepEqual(
      sidecar.records.annotations.map(({ record, line }) => [record.id, line]),
      [
        [idOf(1), 5],
        [idOf(2), 13],
        [idOf(4), 17],
      ],
    );
    assert.equal(sidecar.writable, false);
    assert.deepEqual(
      sidecar.problems.map(p => [p.code, p.line, p.fixes[0]?.kind]),
      [['conflict', 4, 'keep-both']],
    );
  });

  for (const [what, text, code] of [
    ['a newer version', 'version: 2\nannotations:\n  - {type: note, quote: x}\n', 'newer-version'],
    ['a version in words', 'version: one\n', 'bad-record'],
    ['a list at the top', '- a\n', 'not-a-map'],
    ['several documents', 'version: 1\n---\nversion: 1\n', 'not-yaml'],
    ['words for a list', 'annotations: none\n', 'not-a-list'],
  ] as const)
    it(`is read-only with ${what}`, () => {
      const sidecar = read(text);
      assert.deepEqual([sidecar.writable, sidecar.problems[0]?.code], [false, code]);
    });

  it('reads what it understands of a newer version', () => {
    assert.equal(
      read('version: 9\nannotations:\n  - {type: note, quote: x, mood: blue}\n').records.annotations.length,
      1,
    );
  });

  it('reports a file whose name and reviewer disagree, and reads it', () => {
    const sidecar = read('version: 1\nreviewer: Joan Roe\nannotations:\n  - {type: note, quote: x}\n');
    assert.deepEqual(
      [sidecar.reviewer, sidecar.slug, sidecar.writable, sidecar.records.annotations.length],
      ['Joan Roe', 'jane-doe', true, 1],
    );
    assert.equal(sidecar.problems[0]?.code, 'reviewer-mismatch');
  });

  it('reads a misspelt list all the same', () => {
    const sidecar = read('verdict:\n  - {fact: a, verdict: refuted, text: because}\n', FOLDER);
    assert.equal(sidecar.records.verdicts.length, 1);
    assert.match(sidecar.problems[0]?.message ?? '', /Is "verdicts" meant/);
  });

  it('is not brought down by bombs', () => {
    const bombs: readonly (readonly [string, string])[] = [
      ['too-large', `text: "${'x'.repeat(LIMITS.bytes)}"\n`],
      ['too-deep', '['.repeat(100_000)],
      ['too-deep', '- '.repeat(100_000)],
      ['too-deep', '{a: '.repeat(5_000)],
    ];
    for (const [code, text] of bombs)
      assert.deepEqual(
        read(text).problems.map(p => p.code),
        [code],
      );
    const laughs = Array.from(
      { length: 12 },
      (_, n) =>
        `a${n}: &a${n} [${Array(9)
          .fill(n === 0 ? 'ha' : `*a${n - 1}`)
          .join(', ')}]\n`,
    ).join('');
    const sidecar = read(`${laughs}annotations:\n  - {type: note, quote: x, tags: *a11}\n  - ${GOOD}\n`);
    assert.equal(sidecar.records.annotations.length, 1);
    assert.ok(sidecar.problems.some(p => p.code === 'too-many-aliases'));
  });

  it('counts places as editors do, without the byte-order mark', () => {
    const text = 'annotations: [{type: nose, quote: x}]\n';
    const [plain, marked] = [read(text), read(`\uFEFF${text}`)];
    assert.deepEqual(marked.problems, plain.problems);
    assert.equal(marked.text, `\uFEFF${text}`);
  });

  it('leaves bytes alone that are not UTF-8', () => {
    const sidecar = read(new Uint8Array([0x61, 0xff, 0xfe]));
    assert.deepEqual([sidecar.writable, sidecar.problems[0]?.code], [false, 'not-utf8']);
  });
});

describe('files of every version', () => {
  const file = (name: string) =>
    readFileSync(join(process.cwd(), 'test', 'unit', 'review', 'format', 'versions', name), 'utf8');

  for (const [name, as, counts] of [
    ['v0.by-hand.article.yaml', ARTICLE, { annotations: 2 }],
    ['v1.article.yaml', ARTICLE, { annotations: 4 }],
    ['v1.folder.yaml', FOLDER, { facts: 1, verdicts: 1, decisions: 1, reviewed: 1 }],
  ] as const)
    it(`${name} is read whole, and written on without a byte changed`, () => {
      const text = file(name);
      const sidecar = read(text, as);
      assert.deepEqual(sidecar.problems, []);
      for (const [section, count] of Object.entries(counts))
        assert.equal(Reflect.get(sidecar.records, section).length, count);
      const edit =
        as === ARTICLE
          ? ({ do: 'put', section: 'annotations', record: { id: idOf(1), type: 'note', quote: 'x' } } as const)
          : ({
              do: 'put',
              section: 'reviewed',
              record: { article: 'c.txt', text: `sha256-${'A'.repeat(43)}` },
            } as const);
      const written = editSidecar(text, 'Jane Doe', [edit]);
      assert.ok(written.ok);
      const left = written.text.split('\n');
      for (const line of text.split('\n')) {
        const at = left.indexOf(line);
        assert.ok(at >= 0, line);
        left.splice(0, at + 1);
      }
      assert.equal(read(written.text, as).version, 1);
      assert.deepEqual(read(written.text, as).problems, []);
    });

  it('go through every step from theirs to the present', () => {
    const steps = [
      { from: 0, run: (text: string) => `${text}0` },
      { from: 1, run: (text: string) => `${text}1` },
      { from: 2, run: (text: string) => `${text}2` },
    ];
    assert.deepEqual(migrate('', {}, steps, 3), { text: '012', version: 3 });
    assert.deepEqual(migrate('', { version: 2 }, steps, 3), { text: '2', version: 3 });
    assert.deepEqual(migrate('x', { version: 3 }, steps, 3), { text: 'x', version: 3 });
    assert.deepEqual(migrate('x', { version: 0 }, steps.slice(0, 1), 3), { text: 'x0', version: 1 });
  });
});
