// The figures as people read them: in the terminal, and in the project's README.
import { DISPUTES_BEGIN } from '../tools/readme.mjs';

/** Everything but the finders, for a terminal. */
export function reportOf({ on, levels, kinds, reliability }) {
  const { falseAlarms, duplicates, unlisted, averagePrecision } = levels.at(-1);
  const counts = ({ rows, right, precision }) => [rows, right, share(precision)];
  const finds = ({ found, facts, recall, f1 }) => [`${found}/${facts}`, share(recall), share3(f1)];
  return [
    `${on.sets.join(', ')}: ${on.stories} stories, ${on.articles} articles, ${on.facts} facts`,
    table(
      ['level', 'rows', 'right', 'precision', 'found', 'recall', 'F1'],
      levels.map(line => [line.level, ...counts(line), ...finds(line)]),
    ),
    `not right: ${falseAlarms} false alarms, ${duplicates} duplicates, ${unlisted} unlisted; average precision ${share3(averagePrecision)}`,
    table(
      ['kind', 'level', 'rows', 'right', 'precision', 'found', 'recall', 'F1'],
      kinds.map(line => [line.kind, line.level, ...counts(line), ...finds(line)]),
      2,
    ),
    'A row has the kind that the engine gives it, a fact the kind that the reader gave it: `found` counts facts found by rows of any kind.',
    table(
      ['score', 'rows', 'right', 'mean score', 'precision', ''],
      reliability.map(({ from, to, score, ...bin }) => [
        `${from.toFixed(1)} to ${to.toFixed(1)}`,
        bin.rows,
        bin.right,
        share(score),
        share(bin.precision),
        drawn(score, bin.precision),
      ]),
    ),
  ].join('\n\n');
}

/** A bin of the reliability as a bar as long as the share of right rows, with a mark where its score says it should end. */
function drawn(score, precision) {
  if (precision === undefined) return '';
  const cells = Array.from({ length: 21 }, (_, i) => (i < Math.round(precision * 20) ? '█' : '·'));
  cells[Math.round(score * 20)] = '|';
  return cells.join('');
}

export function finderTable(finders) {
  const body = finders.map(({ finder, rows, right, precision, only }) => [finder, rows, right, share(precision), only]);
  return `\n${table(['finder', 'rows', 'right', 'precision', 'found by no other'], body)}`;
}

/** The rows of one story with the verdict on each, and what none of them found. */
export function rowList({ name, score }, levelOf) {
  const rows = score.rows.map(
    row =>
      `  ${share(row.score)} ${levelOf(row)}, ${row.verdict}${row.of ? ` (${row.of})` : ''}: ${row.title} [${row.kind}, ${row.status}]`,
  );
  const missed = score.facts
    .filter(({ id }) => !score.found.has(id))
    .map(({ id, kind, title }) => `  missed ${id}: ${title} [${kind}]`);
  return [name, ...rows, ...missed, ''].join('\n');
}

/**
 * What the README says of disputes, from the last measurement. Begins with its marker.
 * @param {typeof import('../../src/review/decided/levels.ts').worthOf} worthOf
 */
export function readmePart({ on, levels, kinds }, worthOf) {
  const cells = ({ rows, right, precision }) => `${rows} | ${right} | ${share(precision)}`;
  const all = levels.at(-1);
  const likely = [...new Set(kinds.map(({ kind }) => kind))].flatMap(kind => {
    const worth = worthOf(kind, 'likely');
    return worth ? [`${worth.right} of ${worth.rows} of kind \`${kind}\` on ${worth.stories} stories`] : [];
  });
  return `${DISPUTES_BEGIN}Measured on ${on.stories} stories (${on.articles} articles) in which a careful reader marked ${on.facts} disputed facts:

| rows | number | right | share | of the facts found |
| --- | ---: | ---: | ---: | ---: |
${levels.map(line => `| ${line.level} | ${cells(line)} | ${share(line.recall)} |`).join('\n')}

| kind | rows | right | share | its facts found |
| --- | ---: | ---: | ---: | ---: |
${kinds
  .filter(({ level }) => level === 'all')
  .map(line => `| ${line.kind} | ${cells(line)} | ${line.found} of ${line.facts} |`)
  .join('\n')}

F1 ${share3(all.f1)}. A row is called likely where at least 7 in 10 such rows were right on stories that had no say in it${likely.length ? `: ${likely.join(', ')}` : '; none is at present'}.
`;
}

function table(head, body, left = 1) {
  const lines = [head, ...body].map(cells => cells.map(String));
  const widths = head.map((_, i) => Math.max(...lines.map(cells => cells[i].length)));
  const pad = (cell, i) => (i < left ? cell.padEnd(widths[i]) : cell.padStart(widths[i]));
  return lines.map(cells => cells.map(pad).join('  ').trimEnd()).join('\n');
}

const decimals = digits => value => (value === undefined ? '–' : value.toFixed(digits).replace(/^0/, ''));
const share = decimals(2);
const share3 = decimals(3);
