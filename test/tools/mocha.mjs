// Runs bundled tests that need no VS Code. Its parent, which gives the files, is sent the counts.
import Mocha from 'mocha';

process.setSourceMapsEnabled(true);
const mocha = new Mocha({ ui: 'bdd', timeout: 20_000, reporter: 'dot' });
for (const file of process.argv.slice(2)) mocha.addFile(file);
const runner = mocha.run(() => {
  const { passes: passed, failures: failed, pending: skipped } = runner.stats;
  process.send({ passed, failed, skipped }, () => process.exit(failed > 0 ? 1 : 0));
});
