// Runs bundled tests that need no VS Code. Its parent, which gives the files, is sent the counts.
//
// Property tests draw the same cases in every run, so that a green tree stays green; CROSSCHECK_SEED=N draws others.
import { createRequire } from 'node:module';
import Mocha from 'mocha';

// The bundled tests are CommonJS, and fast-check keeps its settings apart for each kind of module.
const fc = createRequire(import.meta.url)('fast-check');

const SEED = 20_251_122;

process.setSourceMapsEnabled(true);
fc.configureGlobal({ seed: Number(process.env.CROSSCHECK_SEED ?? SEED) });
const mocha = new Mocha({ ui: 'bdd', timeout: 120_000, reporter: 'dot' });
for (const file of process.argv.slice(2)) mocha.addFile(file);
const runner = mocha.run(() => {
  const { passes: passed, failures: failed, pending: skipped } = runner.stats;
  process.send({ passed, failed, skipped }, () => process.exit(failed > 0 ? 1 : 0));
});
