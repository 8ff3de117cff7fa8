// The engine in this process, bundled from its sources: for many small folders, where starting the command line would be most of the work.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/**
 * @param {import('../tools/command.mjs').Scope} scope
 * @returns {Promise<{
 *   analyse(texts: string[]): Analysed,
 *   analyseFolder(folder: string): Promise<Analysed & { texts: Map<string, string> }>,
 *   compareWordings: typeof import('../../src/engine/disputes/quotes/compareWordings.ts').compareWordings,
 *   levels: typeof import('../../src/review/decided/levels.ts'),
 * }>} `analyse` takes texts as articles of unknown date, each from an outlet of its own. `analyseFolder` reads a folder as the command line
 *   does, without what reviewers say; its `texts` are the articles by path, as the engine counts offsets in them.
 * @typedef {{ disputes: readonly import('../../src/engine/analysis.ts').Dispute[], stories: number }} Analysed
 */
export async function startEngine(scope) {
  const outfile = join(await scope.temporary(), 'engine.cjs');
  await build({
    stdin: {
      contents: `
        export { Corpus } from './engine/corpus.ts';
        export { compareWordings } from './engine/disputes/quotes/compareWordings.ts';
        export { loadNamesModel } from './engine/entities/mentions/model.ts';
        export { loadWordVectors } from './engine/text/wordVectors.ts';
        export { NodeFiles } from './platform/node/files.ts';
        export * as levels from './review/decided/levels.ts';
        export { readFolder } from './review/union/folder.ts';`,
      resolveDir: 'src',
    },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'es2022',
    logLevel: 'warning',
    outfile,
  });
  const { default: engine } = await import(pathToFileURL(outfile));
  const { Corpus, compareWordings, levels, loadNamesModel, loadWordVectors, NodeFiles, readFolder } = engine;
  const model = loadNamesModel(new Uint8Array(readFileSync('media/names.model')));
  const vectors = loadWordVectors(new Uint8Array(readFileSync('media/words.vectors')));
  const read = inputs => {
    const corpus = new Corpus(model, vectors);
    corpus.read(inputs);
    corpus.settle();
    const { disputes, stories } = corpus.analysis({ matches: false });
    return { disputes, stories: stories.length };
  };
  const analyse = texts =>
    read(texts.map((text, i) => ({ path: `${i + 1}.txt`, text, info: { outlet: `Outlet ${i + 1}`, language: 'en' } })));
  const analyseFolder = async folder => {
    const { articles, infos } = await readFolder(new NodeFiles(folder));
    const texts = new Map(articles.map(({ path, text }) => [path, text]));
    return { texts, ...read(articles.map(({ path, text }) => ({ path, text, info: infos.get(path) ?? {} }))) };
  };
  return { analyse, analyseFolder, compareWordings, levels };
}
