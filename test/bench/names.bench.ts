/**
 * How fast names and values are read, beside `compromise`'s people, places and organizations, in one run on the same text: the seed articles,
 * over and over, each copy with other digits and an own line so that nothing is remembered whole. Prints a line a figure; `npm run bench:names`.
 */
import { gzipSync } from 'node:zlib';
import nlp from 'compromise';
import { loadNamesModel } from '../../src/engine/entities/mentions/model.ts';
import { readEntities } from '../../src/engine/entities/read.ts';
import { readText } from '../../src/engine/text/read.ts';
import { modelBytes as bytes, copies, print, seconds, wordsIn } from './seedCopies.ts';

/** The best of three: what the machine can do, whatever else it does. */
const best = (work: () => void): number => Math.min(...[1, 2, 3].map(() => seconds(work)));

const heap = (): number => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

const before = heap();
const loads = Array.from({ length: 5 }, () => seconds(() => loadNamesModel(bytes)));
const model = loadNamesModel(bytes);
const loaded = heap();

const ours = copies(120);
const theirs = copies(10);
const info = { published: '2026-05-04' };
for (const text of copies(24)) readEntities(readText(text), info, model); // warm up
for (const text of theirs.slice(0, 4)) nlp(text).people().json();

const readings = ours.map(text => readText(text));
const entities = best(() => {
  for (const reading of readings) readEntities(reading, info, model);
});
const all = best(() => {
  for (const text of ours) readEntities(readText(text), info, model);
});
const used = heap();
const peer = best(() => {
  for (const text of theirs) {
    const doc = nlp(text);
    doc.people().json();
    doc.places().json();
    doc.organizations().json();
  }
});

const rate = wordsIn(ours) / entities;
const peerRate = wordsIn(theirs) / peer;
print({
  'names and values, words/s': Math.round(rate),
  'with reading the text, words/s': Math.round(wordsIn(ours) / all),
  'compromise, words/s': Math.round(peerRate),
  ratio: Number((rate / peerRate).toFixed(1)),
  'ratio with reading the text': Number((wordsIn(ours) / all / peerRate).toFixed(1)),
  'load time, ms': Number((Math.min(...loads) * 1000).toFixed(1)),
  'memory of the model, MB': Number(((loaded - before) / 1e6).toFixed(1)),
  'memory after use, with all readings, MB': Number(((used - before) / 1e6).toFixed(1)),
  'model file, MB': Number((bytes.length / 1e6).toFixed(2)),
  'model file compressed, MB': Number((gzipSync(bytes, { level: 9 }).length / 1e6).toFixed(2)),
});
