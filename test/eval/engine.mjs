// The engine in this process, bundled from its sources: for trials of many tiny folders, where starting the command line would be all the work.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/**
 * @param {import('../tools/command.mjs').Scope} scope
 * @returns {Promise<{
 *   analyse(texts: string[]): { disputes: import('../../src/engine/analysis.ts').Dispute[], stories: number },
 *   compareWordings: typeof import('../../src/engine/disputes/quotes/compareWordings.ts').compareWordings,
 * }>} `analyse` takes texts as articles of unknown date, each from an outlet of its own
 */
export async function startEngine(scope) {
  const outfile = join(await scope.temporary(), 'engine.mjs');
  await build({
    stdin: {
      contents: `
        export { Corpus } from './corpus.ts';
        export { compareWordings } from './disputes/quotes/compareWordings.ts';
        export { loadNamesModel } from './entities/mentions/model.ts';
        export { loadWordVectors } from './text/wordVectors.ts';`,
      resolveDir: 'src/engine',
    },
    bundle: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'warning',
    outfile,
  });
  const { Corpus, compareWordings, loadNamesModel, loadWordVectors } = await import(pathToFileURL(outfile));
  const model = loadNamesModel(new Uint8Array(readFileSync('media/names.model')));
  const vectors = loadWordVectors(new Uint8Array(readFileSync('media/words.vectors')));
  const analyse = texts => {
    const corpus = new Corpus(model, vectors);
    corpus.read(
      texts.map((text, i) => ({
        path: `${i + 1}.txt`,
        text,
        info: { outlet: `Outlet ${i + 1}`, language: 'en' },
      })),
    );
    corpus.settle();
    const { disputes, stories } = corpus.analysis({ matches: false });
    return { disputes, stories: stories.length };
  };
  return { analyse, compareWordings };
}
