/**
 * What 500 articles cost the engine, and how that grows: reading them first, an edit in a long one, the matches that a hover asks for.
 * Times are the processor's, the best of several, beside a reference of the same run: cutting the same text into tokens and sentences. Gates do
 * not depend on the machine: for twice the size the time may grow by at most 1.8 times what it should (linear), or 1.5 times at all (flat).
 */
import { readFileSync } from 'node:fs';
import type { ArticleInput } from '../../src/engine/corpus.ts';
import { Corpus } from '../../src/engine/corpus.ts';
import { loadNamesModel } from '../../src/engine/entities/mentions/model.ts';
import { readText } from '../../src/engine/text/read.ts';
import { loadWordVectors } from '../../src/engine/text/wordVectors.ts';
import { withLongArticle } from './folder.bench.ts';
import { modelBytes, print, seconds, wordsIn } from './seedCopies.ts';

const SIZES = [125, 250, 500];
const LINEAR = 1.8;
const FLAT = 1.5;
const model = loadNamesModel(modelBytes);
const vectors = loadWordVectors(readFileSync('media/words.vectors'));

interface Cost {
  readonly read: number;
  readonly settle: number;
  readonly edit: number;
  readonly matches: number;
  readonly tokens: number;
  readonly megabytes: number;
  readonly words: number;
  readonly disputes: number;
}

function heap(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

const best = (times: number, work: (n: number) => number): number =>
  Math.min(...Array.from({ length: times }, (_, n) => work(n)));

/** An edit as one types it: another number in the first sentence. */
function edited(input: ArticleInput, n: number): ArticleInput {
  return { ...input, text: input.text.replace(/\d+ people/, `${40 + n} people`) };
}

function measure(size: number): Cost {
  const inputs = withLongArticle(size);
  const [long] = inputs;
  if (!long) throw new Error('No articles');
  const before = heap();
  const corpus = new Corpus(model, vectors);
  const read = seconds(() => corpus.read(inputs));
  const settle = seconds(() => corpus.settle());
  const megabytes = heap() - before;
  const edit = best(5, n =>
    seconds(() => {
      corpus.read([edited(long, n)]);
      corpus.settle();
    }),
  );
  const matches = best(3, () => seconds(() => corpus.matchesOf(long.path)));
  const tokens = best(3, () => seconds(() => inputs.map(({ text }) => readText(text))));
  const { disputes } = corpus.settle();
  const words = wordsIn(inputs.map(({ text }) => text));
  return { read, settle, edit, matches, tokens, megabytes, words, disputes: disputes.length };
}

measure(25); // warm up
const costs = SIZES.map(measure);

const ms = (value: number): string => `${(value * 1000).toFixed(value < 0.01 ? 1 : 0)} ms`;
const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const lines = [
  row(['articles', ...SIZES]),
  row(['---', ...SIZES.map(() => '---:')]),
  row(['words', ...costs.map(c => c.words)]),
  row(['disputed facts', ...costs.map(c => c.disputes)]),
  row(['all read', ...costs.map(c => ms(c.read))]),
  row(['all compared', ...costs.map(c => ms(c.settle))]),
  row(['an edit in one of 5,000 words, compared again', ...costs.map(c => ms(c.edit))]),
  row(['its matches, for hover', ...costs.map(c => ms(c.matches))]),
  row(['memory', ...costs.map(c => `${c.megabytes.toFixed(0)} MB`)]),
  row(['reference: all cut into tokens and sentences', ...costs.map(c => ms(c.tokens))]),
  row(['all read and compared ÷ reference', ...costs.map(c => ((c.read + c.settle) / c.tokens).toFixed(1))]),
];
for (const line of lines) console.log(line);

let failed = false;
function gate(name: string, kind: 'linear' | 'flat', of: (cost: Cost) => number): void {
  const ratios = costs.slice(1).map((cost, i) => {
    const small = costs[i];
    const size = kind === 'linear' && small ? cost.words / small.words : 1;
    return small ? of(cost) / of(small) / size : 1;
  });
  const limit = kind === 'linear' ? LINEAR : FLAT;
  const bad = ratios.some(ratio => ratio > limit);
  failed ||= bad;
  print({
    [`${kind}, at most ${limit}: ${name}`]: `${ratios.map(r => r.toFixed(2)).join('  ')}${bad ? '  FAILED' : ''}`,
  });
}
console.log('');
gate('all read', 'linear', c => c.read);
gate('all compared', 'linear', c => c.settle);
gate('an edit', 'flat', c => c.edit);
gate('matches', 'flat', c => c.matches);
gate('memory', 'linear', c => c.megabytes);
process.exitCode = failed ? 1 : 0;
