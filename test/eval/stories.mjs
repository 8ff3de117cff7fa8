// Runs the engine over the labelled stories and prints how well it found what their sources dispute:
//
//   npm run eval:stories -- FOLDER [--held | --last] [--only WORD] [--show] [--json] [--cli dist/cli.js]
//
// FOLDER holds the `stories-*.jsonl` that the labelled articles are from. Needs a build. One set is run: the dev stories, with --held the
// held-out ones, with --last the last ones. Only of the dev stories are rows shown.
// `sure` are the rows scored .6 and more. --show lists the rows of each story and the facts that none of them found.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { command, Failure } from '../tools/command.mjs';
import { readLabels, rebuild, SETS, Stories, setAsked } from './labels.mjs';
import { figuresOf, scoreDisputes } from './score.mjs';

await command(async scope => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      held: { type: 'boolean' },
      last: { type: 'boolean' },
      only: { type: 'string' },
      show: { type: 'boolean' },
      json: { type: 'boolean' },
      cli: { type: 'string', default: 'dist/cli.js' },
    },
  });
  if (positionals.length !== 1)
    throw new Failure('npm run eval:stories -- FOLDER [--held | --last] [--only WORD] [--show] [--json]');
  if (!existsSync(values.cli)) throw new Failure(`There is no ${values.cli}: run npm run build first.`);
  const stories = new Stories(positionals[0]);
  const asked = setAsked(values);
  const wanted = readLabels().filter(({ name, set }) => set === asked && name.includes(values.only ?? ''));
  if (wanted.length === 0) throw new Failure('No labelled story is meant.');
  const parent = await scope.temporary();
  const scored = [];
  for (const labels of wanted) {
    const { folder, texts } = rebuild(labels, stories, parent);
    const printed = await scope.run(process.execPath, [
      values.cli,
      'analyze',
      folder,
      '--format',
      'json',
      '--no-matches',
    ]);
    scored.push({ ...labels, score: scoreDisputes(labels, texts, JSON.parse(printed).disputes) });
  }
  if (values.show) for (const story of scored) show(story);
  if (values.json) console.log(JSON.stringify(lines(scored)));
  else print(scored);
  return 0;
});

/** What one line of the table tells: each story, then each set as a whole. */
function lines(scored) {
  return SETS.flatMap(set => {
    const members = scored.filter(story => story.set === set);
    if (members.length === 0) return [];
    const each = members.map(({ name, kind, score }) => ({ set, name, kind, ...figuresOf([score]) }));
    return [...each, { set, name: `all ${members.length}`, kind: '', ...figuresOf(members.map(({ score }) => score)) }];
  });
}

function print(scored) {
  const head = [
    'set',
    'story',
    'found',
    'recall',
    'rows',
    'precision',
    'sure rows',
    'precision',
    'average p.',
    'false',
  ];
  const body = lines(scored).map(line => [
    line.set,
    line.name,
    `${line.found}/${line.facts}`,
    share(line.recall),
    String(line.rows),
    share(line.precision),
    String(line.sureRows),
    share(line.surePrecision),
    share(line.averagePrecision),
    String(line.falseAlarms),
  ]);
  const widths = head.map((_, i) => Math.max(...[head, ...body].map(cells => cells[i].length)));
  for (const cells of [head, ...body])
    console.log(cells.map((cell, i) => (i < 2 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '));
  printKinds(scored);
  printCertainty(scored);
}

/** Of the facts of each kind, how many were found. */
function printKinds(scored) {
  const kinds = new Map();
  for (const { score } of scored) {
    for (const { id, kind } of score.facts) {
      const [found, all] = kinds.get(kind) ?? [0, 0];
      kinds.set(kind, [found + (score.found.has(id) ? 1 : 0), all + 1]);
    }
  }
  const told = [...kinds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, [found, all]]) => `${kind} ${found}/${all}`);
  console.log(`\nfound by kind: ${told.join(', ')}`);
}

/** Of the rows of each score, how many are right: a score of .8 should mean eight in ten. */
function printCertainty(scored) {
  const rows = scored.flatMap(({ score }) => score.rows).filter(({ verdict }) => verdict !== 'nuance');
  const told = [0.8, 0.6, 0.4, 0.2, 0].flatMap((from, i, floors) => {
    const some = rows.filter(({ score }) => score >= from && score < (floors[i - 1] ?? 2));
    const right = some.filter(({ verdict }) => verdict === 'fact').length;
    return some.length ? [`${share(from)} and more ${right}/${some.length}`] : [];
  });
  console.log(`right by score: ${told.join(', ') || 'no rows'}`);
}

function show({ name, facts, score }) {
  console.log(name);
  for (const { verdict, of, title, kind, status, score: certainty } of score.rows)
    console.log(`  ${share(certainty)} ${verdict}${of ? ` (${of})` : ''}: ${title} [${kind}, ${status}]`);
  for (const { id, kind, title } of facts) if (!score.found.has(id)) console.log(`  missed ${id}: ${title} [${kind}]`);
  console.log();
}

function share(value) {
  return value === undefined ? '–' : value.toFixed(2).replace(/^0/, '');
}
