// Ten thousand random edits of a sidecar, as of a hand that slips: no crash, and no record lost that still stands in the file. A record stands
// when its lines are there as they were, begun by a hyphen at a line's beginning and followed by another record, a key at the margin or the
// end. After each edit the extension writes, too, where it may: then every other record has to be as it was.

import { classify } from '../../src/review/base/paths.ts';
import { editSidecar } from '../../src/review/format/edit.ts';
import { readSidecar, type Sidecar } from '../../src/review/format/sidecar.ts';

const FILE = classify('petro.txt.jane-doe.crosscheck.yaml');

function idOf(n: number): string {
  return `01JDS${String(n).padStart(4, '0')}`.padEnd(26, '0');
}

const RECORDS = Array.from({ length: 14 }, (_, n) => {
  const lines = [
    [
      `  - id: ${idOf(n)}`,
      '    type: claim',
      `    quote: at least ${n} people`,
      '    before: "The count, "',
      `    fact: the-count-${n % 3}`,
    ],
    [
      `  - id: ${idOf(n)}`,
      '    type: note',
      `    quote: 'it''s number ${n}'`,
      '    tags: [a, "b c", d]',
      '    text: |',
      `      Line one: of ${n}`,
      '',
      '      - line two # no comment',
    ],
    [`  - {id: ${idOf(n)}, type: entity, quote: "Name ${n}", entity: Name}`],
    [
      `  - type: reply`,
      `    id: ${idOf(n)}`,
      `    to: ${idOf(0)} # the first`,
      '    text: >-',
      '      folded',
      `      words ${n}`,
    ],
  ];
  return `${(lines[n % 4] ?? []).join('\n')}\n`;
});
const HEAD = '# Notes by hand\nversion: 1\nreviewer: Jane Doe   # me\n\nannotations:\n';
const BASE = HEAD + RECORDS.map((record, n) => (n % 5 === 3 ? `\n  # about ${n}\n${record}` : record)).join('');

const SIGNS = [
  ...`'"{}[],:#&*!|>%@\`-? \n\t`,
  'x',
  'é',
  '\u2028',
  '\r',
  '\u0000',
  '---\n',
  '...\n',
  '\n- ',
  ': ',
  '<<: *x\n',
  '<<<<<<< HEAD\n',
  '=======\n',
  '>>>>>>> b\n',
];

type Random = () => number;
const below = (random: Random, n: number) => Math.floor(random() * n);

/** One slip of the hand. */
function slip(text: string, random: Random): string {
  const at = below(random, text.length + 1);
  const lines = text.split('\n');
  const line = below(random, lines.length);
  const swap = (from: number, to: number) => {
    const moved = [...lines];
    [moved[from], moved[to]] = [lines[to] ?? '', lines[from] ?? ''];
    return moved.join('\n');
  };
  switch (below(random, 11)) {
    case 0:
    case 1:
    case 2:
      return text.slice(0, at) + (SIGNS[below(random, SIGNS.length)] ?? '') + text.slice(at);
    case 3:
      return text.slice(0, at) + text.slice(at + 1 + below(random, 4));
    case 4:
      return lines.toSpliced(line, 1).join('\n');
    case 5:
      return lines.toSpliced(line, 0, lines[below(random, lines.length)] ?? '').join('\n');
    case 6:
      return swap(line, Math.min(lines.length - 1, line + 1));
    case 7:
      return lines.with(line, ` ${lines[line] ?? ''}`).join('\n');
    case 8:
      return lines.with(line, (lines[line] ?? '').replace(/^ /, '')).join('\n');
    case 9:
      return text.slice(0, at) + text.slice(below(random, text.length)).slice(0, below(random, 80)) + text.slice(at);
    default:
      return random() < 0.2 ? text.slice(0, at) : text.replace(/:/, below(random, 2) ? ' :' : '::');
  }
}

/** Which of the original records still stand in the file with all their lines. */
function standing(text: string): number[] {
  return RECORDS.flatMap((record, n) => {
    const at = `\n${text}\n`.indexOf(`\n${record}`);
    if (at < 0) return [];
    const rest = `${text}\n`.slice(at + record.length);
    const next = /^(?:[ \t]*(?:#[^\n]*)?\n)*([^\n]*)/.exec(rest)?.[1] ?? '';
    const ends = rest.trim() === '' || /^ {2}- |^\S/.test(next);
    const section = /^annotations:[ \t]*(?:#[^\n]*)?$/m.test(text.slice(0, at));
    return ends && section ? [n] : [];
  });
}

/** The records as text; two may share an id after a slip. */
function recordsIn(sidecar: Sidecar | undefined): Set<string> {
  return new Set(sidecar?.records.annotations.map(({ record }) => JSON.stringify(record)));
}

export interface SoakFigures {
  readonly edits: number;
  readonly crashes: number;
  readonly stood: number;
  readonly lost: number;
  readonly writes: number;
  readonly refused: number;
  readonly damagedByWrite: number;
  readonly seconds: number;
  readonly examples: readonly string[];
}

export function soakTrial(edits: number, random: Random): SoakFigures {
  const began = Date.now();
  const original = [...recordsIn(readSidecar(FILE, BASE))];
  const figures = { edits, crashes: 0, stood: 0, lost: 0, writes: 0, refused: 0, damagedByWrite: 0 };
  const examples: string[] = [];
  let text = BASE;
  for (let i = 0; i < edits; i++) {
    if (i % 8 === 0) text = BASE;
    text = slip(text, random);
    try {
      const sidecar = readSidecar(FILE, text);
      const read = recordsIn(sidecar);
      for (const n of standing(text)) {
        figures.stood++;
        if (read.has(original[n] ?? '')) continue;
        figures.lost++;
        if (examples.length < 5) examples.push(`record ${n} of\n${text}`);
      }
      const mine = { id: idOf(999), type: 'note', quote: 'new', start: i % 20 } as const;
      const written = editSidecar(text, 'Jane Doe', [{ do: 'put', section: 'annotations', record: mine }]);
      if (!written.ok) figures.refused++;
      else {
        figures.writes++;
        const after = recordsIn(readSidecar(FILE, written.text));
        const whole =
          [...after].some(record => record.includes(mine.id)) && [...read].every(record => after.has(record));
        if (!whole) figures.damagedByWrite++;
        if (!whole && examples.length < 5) examples.push(`written:\n${text}`);
      }
    } catch (error) {
      figures.crashes++;
      if (examples.length < 5) examples.push(`${error instanceof Error ? error.stack : error}\n${text}`);
    }
  }
  return { ...figures, seconds: (Date.now() - began) / 1000, examples };
}
