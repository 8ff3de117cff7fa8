// Takes a story that a person labelled into this folder, without its articles:
//
//   node test/eval/label.mjs FOLDER STORIES --kind 'what kind of story' --set dev|held|last
//
// FOLDER holds the articles and `gold.yaml`, which quotes the passages; STORIES the `stories-*.jsonl` that the articles are from.
// Writes NAME.yaml, after the folder's name, in the folder of test/eval/labels that is named after the file of stories: the same
// labels with offsets in place of quotations. What that file says under `labelled` and `wrong` is kept.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Document, parse, visit } from 'yaml';
import { command, Failure } from '../tools/command.mjs';
import { positioned } from './gold.mjs';
import { labelsPath, SETS, Stories } from './labels.mjs';

await command(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { kind: { type: 'string' }, set: { type: 'string' }, labelled: { type: 'string' } },
  });
  const [folder, storiesFolder] = positionals;
  if (!folder || !storiesFolder || !values.kind || !SETS.includes(values.set))
    throw new Failure("label.mjs FOLDER STORIES --kind '…' --set dev|held|last [--labelled 2026-11-22]");
  const name = basename(resolve(folder));
  const gold = readFileSync(join(folder, 'gold.yaml'), 'utf8');
  const texts = new Map(
    readdirSync(folder)
      .filter(file => file.endsWith('.txt'))
      .sort()
      .map(file => [file, readFileSync(join(folder, file), 'utf8')]),
  );
  const { source, documents } = origin(texts, new Stories(storiesFolder));
  const target = labelsPath(name, source);
  mkdirSync(dirname(target), { recursive: true });
  const before = existsSync(target) ? parse(readFileSync(target, 'utf8')) : {};
  const story = {
    title: /^# (.*)$/m.exec(gold)?.[1] ?? name,
    kind: values.kind,
    set: values.set,
    labelled: values.labelled ?? before.labelled ?? new Date().toISOString().slice(0, 10),
    ...(before.wrong && { wrong: before.wrong }),
    source,
    documents,
    ...positioned(parse(gold), texts),
  };
  writeFileSync(target, written(story));
  console.log(
    `${name}: ${story.facts.length} facts, ${story.nuances.length} nuances, ${story.agreements.length} agreements`,
  );
  return 0;
});

/** Which story the articles are from. */
function origin(texts, stories) {
  for (const file of stories.names()) {
    const articles = stories.all(file);
    const found = [...texts].map(([name, text]) => [name, articles.find(article => article.text === text)]);
    if (found.some(([, article]) => !article)) continue;
    const documents = found.map(([name, { id, outlet, published, text }]) => ({
      file: name,
      id,
      outlet,
      published,
      length: text.length,
    }));
    return { source: { file, ...found[0][1].story }, documents };
  }
  throw new Failure('No file of stories holds all these articles, letter for letter.');
}

/** Each passage on one line, that a person can read and a diff can tell. */
function written(story) {
  const document = new Document(story);
  visit(document, {
    Map(_, node) {
      node.flow = node.has('doc');
    },
  });
  return document.toString({ lineWidth: 0 });
}
