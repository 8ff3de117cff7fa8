// Runs the page tests, test/page/*.test.mjs: plain mocha, and a person's hands and eyes in Chromium.
//
//   npm run test:page [-- part of a file's name …]
//
// A test finds as `this.extension` what session.mjs gives: `await this.extension.session()` starts a VS Code with the packaged
// extension. Of a test that fails, a picture of every window is left in out/pictures/.
import { readdirSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { command, Failure } from '../tools/command.mjs';
import { ensureModules } from '../tools/modules.mjs';

const root = process.cwd();

/** Pictures of all windows, named by the test. */
async function takePictures(windows, title) {
  await mkdir(join(root, 'out', 'pictures'), { recursive: true });
  const name = title.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80);
  for (const [index, page] of windows.filter(page => !page.isClosed()).entries()) {
    const path = join(root, 'out', 'pictures', `${name}-${index + 1}.png`);
    await page.screenshot({ path }).then(() => console.log(`What it looked like: ${path}`), console.error);
  }
}

/** The same extension, keeping in `windows` what its sessions open. */
function watched(extension, windows) {
  return {
    async session(options) {
      const session = await extension.session(options);
      const open = async look => {
        const page = await session.open(look);
        windows.push(page);
        return page;
      };
      return { ...session, open };
    },
  };
}

await command(async scope => {
  const words = process.argv.slice(2);
  const files = readdirSync(join(root, 'test', 'page'))
    .filter(name => name.endsWith('.test.mjs') && (words.length === 0 || words.some(word => name.includes(word))))
    .sort();
  if (files.length === 0) throw new Failure(`No page test ${words.join(' or ')} in test/page.`);
  await ensureModules(scope, root);
  const { default: Mocha } = await import('mocha');
  const { packagedExtension } = await import('./session.mjs');

  const mocha = new Mocha({ ui: 'bdd', timeout: 120_000, slow: 10_000, reporter: 'spec' });
  const windows = [];
  mocha.suite.ctx.extension = watched(await packagedExtension(scope), windows);
  mocha.suite.afterEach(async function () {
    if (this.currentTest.state === 'failed') await takePictures(windows, this.currentTest.fullTitle());
  });
  // After a hook that failed no test comes, and so no `afterEach`.
  let broken;
  mocha.suite.afterAll(async () => {
    if (broken) await takePictures(windows, broken);
  });
  for (const file of files) mocha.addFile(join(root, 'test', 'page', file));
  await mocha.loadFilesAsync();
  const { passes, failures, pending } = await new Promise(resolve => {
    const runner = mocha.run(() => resolve(runner.stats));
    runner.on('fail', failed => {
      if (failed.type === 'hook') broken = failed.fullTitle();
    });
  });
  console.log(`${passes} passed, ${failures} failed, ${pending} skipped`);
  return failures > 0 ? 1 : 0;
});
