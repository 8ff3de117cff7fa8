// `npm run bench:workbench`: makes a folder of 500 articles, one of them of 5,000 words, opens it in VS Code and measures there what a reviewer
// waits for. `-- 100` takes so many articles. What it prints is a table for the README.
import { writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { installHost, NEWEST } from '../host/vscode/install.mjs';
import { Report } from '../host/vscode/report.mjs';
import { writeSettings } from '../host/vscode/server.mjs';
import { ensureChromium } from '../tools/chromium.mjs';
import { command, Failure } from '../tools/command.mjs';
import { build } from '../tools/package.mjs';
import { bundleBench } from './bundle.mjs';

const root = process.cwd();

/** Writes the articles and their sources.yaml. */
async function writeArticles(folder, count) {
  const { withLongArticle } = createRequire(import.meta.url)(join(root, await bundleBench('folder')));
  const lines = withLongArticle(count).map(({ path, text, info }) => {
    writeFileSync(join(folder, path), text);
    return `  - {file: ${path}, outlet: ${info.outlet}, published: ${info.published}}\n`;
  });
  writeFileSync(join(folder, 'sources.yaml'), `sources:\n${lines.join('')}`);
}

await command(async scope => {
  const count = Number(process.argv[2] ?? 500);
  await ensureChromium(scope);
  await installHost(scope, NEWEST);
  await build(scope, root);
  const temporary = scope.temporary();
  const [folder, userData, extensions] = ['articles', 'user', 'extensions'].map(name => join(temporary, name));
  for (const path of [folder, extensions]) await mkdir(path);
  await writeArticles(folder, count);
  await writeSettings(userData);
  const report = join(temporary, 'report.jsonl');
  const news = new Report(report);
  const print = () => {
    for (const { text } of news.news()) console.log(text);
  };
  const printing = setInterval(print, 200);
  scope.later(() => clearInterval(printing));
  const code = await runTests({
    vscodeExecutablePath: join(root, 'test', 'host', 'vscode.mjs'),
    version: NEWEST,
    extensionDevelopmentPath: root,
    extensionTestsPath: join(root, await bundleBench('workbench')),
    launchArgs: [folder, `--user-data-dir=${userData}`, `--extensions-dir=${extensions}`],
    extensionTestsEnv: { CROSSCHECK_REPORT: report, TMPDIR: temporary },
  }).catch(() => 1);
  print();
  if (code) throw new Failure('The bench came to no end.');
  return 0;
});
