// Runs the engine over labelled stories and prints how well it finds what their sources dispute:
//
//   npm run measure -- FOLDER… [--by finder] [--only WORD] [--show] [--json] [--write-levels] [--write-readme]
//
// FOLDER is a story with its `gold.yaml`, or holds such stories, or holds the `stories-*.jsonl` that the labels in this repository are about; of
// these the dev stories are run, with --held the held-out ones, with --last the last ones. --show lists the rows of each story and the facts
// that none found. --write-levels writes which disputes are called likely, --write-readme the figures of the README: see README.md here.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { command, Failure } from '../tools/command.mjs';
import { DISPUTES_END, withPart } from '../tools/readme.mjs';
import { startEngine } from './engine.mjs';
import { byFinder, byKind, byLevel, reliability } from './figures.mjs';
import { readGold, storyFolders, storyName } from './gold.mjs';
import { readLabels, rebuild, Stories, setAsked } from './labels.mjs';
import { learnLevels, levelsFile } from './levels.mjs';
import { finderTable, readmePart, reportOf, rowList } from './reports.mjs';
import { scoreDisputes } from './score.mjs';

const LEVELS_FILE = join('src', 'review', 'decided', 'levels.data.ts');

await command(async scope => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      by: { type: 'string' },
      only: { type: 'string', default: '' },
      held: { type: 'boolean' },
      last: { type: 'boolean' },
      show: { type: 'boolean' },
      json: { type: 'boolean' },
      'write-levels': { type: 'boolean' },
      'write-readme': { type: 'boolean' },
    },
  });
  if (positionals.length === 0 || (values.by ?? 'finder') !== 'finder')
    throw new Failure(
      'npm run measure -- FOLDER… [--by finder] [--only WORD] [--show] [--json] [--write-levels] [--write-readme]',
    );
  const asked = setAsked(values);
  const parent = scope.temporary();
  const stories = positionals
    .flatMap(folder => labelledStories(folder, asked, parent))
    .filter(({ name }) => name.includes(values.only));
  if (stories.length === 0) throw new Failure('No labelled story is meant.');
  const engine = await startEngine(scope);
  const scored = await scoreStories(stories, engine.analyseFolder);
  const scores = scored.map(({ score }) => score);
  const on = sizeOf(scored, positionals);
  if (values['write-levels']) {
    writeFileSync(LEVELS_FILE, levelsFile(learnLevels(scores), on));
    // What is printed goes by the new levels, and those are in a module that is loaded.
    engine.levels = (await startEngine(scope)).levels;
  }
  const { levelOf } = engine.levels;
  const measured = {
    on,
    levels: byLevel(scores, levelOf),
    kinds: byKind(scores, levelOf),
    reliability: reliability(scores),
    ...(values.by && { finders: byFinder(scores) }),
  };
  if (values['write-readme'])
    writeFileSync(
      'README.md',
      withPart(readFileSync('README.md', 'utf8'), readmePart(measured, engine.levels.worthOf), DISPUTES_END),
    );
  if (values.show) for (const story of scored) console.log(rowList(story, levelOf));
  console.log(values.json ? JSON.stringify(measured) : reportOf(measured));
  if (values.by && !values.json) console.log(finderTable(measured.finders));
  return 0;
});

/** The stories of one folder that was named, whichever of the three it is. */
function labelledStories(folder, asked, parent) {
  const known = new Stories(folder);
  if (known.names().length > 0)
    return readLabels()
      .filter(({ set }) => set === asked)
      .map(labels => ({ name: labels.name, folder: rebuild(labels, known, parent).folder, labelsIn: () => labels }));
  return storyFolders(folder).map(path => ({
    name: storyName(path),
    folder: path,
    labelsIn: texts => readGold(path, texts),
  }));
}

/** Every story analysed and judged. Another engine, with a part left out, is another `analyse`. */
async function scoreStories(stories, analyse) {
  process.stderr.write(`Reading ${stories.length} stories …\n`);
  const scored = [];
  for (const { name, folder, labelsIn } of stories) {
    const { texts, disputes } = await analyse(folder);
    scored.push({ name, articles: texts.size, score: scoreDisputes(labelsIn(texts), texts, disputes) });
  }
  return scored;
}

function sizeOf(scored, folders) {
  const sum = count => scored.reduce((n, story) => n + count(story), 0);
  return {
    sets: folders.map(folder => basename(resolve(folder))),
    stories: scored.length,
    articles: sum(({ articles }) => articles),
    facts: sum(({ score }) => score.facts.length),
  };
}
