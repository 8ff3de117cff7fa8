import assert from 'node:assert/strict';
import { classify } from '../../../../src/review/base/paths.ts';
import { keepBothSides } from '../../../../src/review/format/merge.ts';
import { readSidecar } from '../../../../src/review/format/sidecar.ts';
import { idOf } from '../store/memoryFiles.ts';

const HEAD = 'version: 1\nreviewer: Jane Doe\nannotations:\n';
const item = (n: number, more = '') => `  - id: ${idOf(n)}\n    type: note\n    quote: q${n}\n${more}`;
const conflict = (ours: string, theirs: string) => `<<<<<<< HEAD\n${ours}=======\n${theirs}>>>>>>> other\n`;

function idsOf(text: string): (string | undefined)[] {
  const sidecar = readSidecar(classify('a.txt.jane-doe.crosscheck.yaml'), text);
  assert.deepEqual(sidecar?.problems, []);
  return sidecar?.records.annotations.map(({ record }) => record.id) ?? [];
}

describe('keepBothSides', () => {
  it('keeps the records of both, with their comments and bytes', () => {
    const merged =
      keepBothSides(
        HEAD + item(1) + conflict(item(2), `  # theirs\n${item(3, '    mine: "kept"  # so\n')}`) + item(4),
      ) ?? '';
    const theirs = item(3, '    mine: "kept"  # so\n');
    assert.equal(merged, `${HEAD}${item(1)}${item(2)}${item(4)}  # theirs\n${theirs}`);
  });

  it('keeps both forms of a record that both changed: the second without its id', () => {
    const merged =
      keepBothSides(
        HEAD +
          `  - id: ${idOf(1)}\n    type: note\n    quote: q\n` +
          conflict('    text: ours\n', '    text: theirs\n'),
      ) ?? '';
    assert.deepEqual(idsOf(merged), [idOf(1), undefined]);
    assert.match(merged, /text: ours\n {2}- type: note\n {4}quote: q\n {4}text: theirs\n$/);
  });

  it('puts records where their start belongs, and shifts lines to where the list stands', () => {
    const at = (n: number, start: number, by: string) =>
      `${by}- id: ${idOf(n)}\n${by}  type: note\n${by}  quote: q\n${by}  start: ${start}\n`;
    const merged = keepBothSides(conflict(HEAD + at(1, 10, '') + at(2, 30, ''), HEAD + at(3, 20, '    '))) ?? '';
    assert.deepEqual(idsOf(merged), [idOf(1), idOf(3), idOf(2)]);
  });

  it('brings a list over that the first side has not', () => {
    const merged = keepBothSides(`version: 1\n${conflict('', `facts:\n  - id: a\n    title: T\n`)}`) ?? '';
    assert.equal(merged, 'version: 1\nfacts:\n  - id: a\n    title: T\n');
  });

  it('leaves to a person what is no YAML on a side, and markers that do not pair', () => {
    assert.equal(keepBothSides(HEAD + conflict('  - id: "\n', item(3))), undefined);
    assert.equal(keepBothSides(`${HEAD}<<<<<<< HEAD\n${item(1)}`), undefined);
  });
});
