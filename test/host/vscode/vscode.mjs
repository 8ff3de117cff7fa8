#!/usr/bin/env node
// Takes the command line of VS Code, as `runTests` of @vscode/test-electron writes it, and runs the tests in VS Code's
// server and a Chromium without a window. So one call serves this and a desktop VS Code.
//   CROSSCHECK_VSCODE    the version, the newest that we know unless told
//   CROSSCHECK_REPORT    the file in which the tests report; if it stays silent for too long they are given up
//   CROSSCHECK_PICTURES  the folder for pictures of the window when a test fails, or when the tests come to no end
//   CROSSCHECK_CONSOLE   anything: also print what VS Code writes to its consoles
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newPage, startChromium } from '../../tools/chromium.mjs';
import { command, Failure } from '../../tools/command.mjs';
import { installHost, NEWEST } from './install.mjs';
import { Report } from './report.mjs';
import { startServer, windowAddress } from './server.mjs';

const WORKBENCH_LIMIT = 90_000;
const SILENCE_LIMIT = 90_000;
const LAST_WORD = 30_000;

/** What of VS Code's command line means something here; the rest is about the desktop. */
function read(args) {
  const options = { development: [], disableExtensions: false };
  for (const arg of args) {
    const [, name, value] = /^--([^=]+)(?:=(.*))?$/s.exec(arg) ?? [];
    if (name === undefined) options.folder = resolve(arg);
    else if (name === 'folder-uri' || name === 'file-uri') options.folder = fileURLToPath(value);
    else if (name === 'extensionDevelopmentPath') options.development.push(resolve(value));
    else if (name === 'extensionTestsPath') options.tests = resolve(value);
    else if (name === 'extensions-dir') options.extensions = resolve(value);
    else if (name === 'user-data-dir') options.userData = resolve(value);
    else if (name === 'disable-extensions') options.disableExtensions = true;
  }
  return options;
}

/** The tests' word: resolves to an exit code, or rejects when they cannot give one any more. */
function outcome(page) {
  return new Promise((resolve, reject) => {
    page.exposeFunction('codeAutomationExit', code => resolve(code)).catch(reject);
    page.exposeFunction('codeAutomationLog', tell).catch(reject);
    page.once('crash', () => reject(new Failure('The page of VS Code crashed.')));
    page.once('close', () => reject(new Failure('The page of VS Code was closed.')));
  });
}

function tell(type, args) {
  if (process.env.CROSSCHECK_CONSOLE) (console[type] ?? console.log)(...args);
}

/** Ends us, as a signal would, when whoever started us is gone. */
function followParent(scope) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 1_000);
  scope.later(() => clearInterval(timer));
}

/**
 * Follows the report and takes a picture of every failure.
 * @returns `silence`, which rejects when nothing new was reported for too long, and `settle`, which waits for the pictures
 */
function watch(scope, page) {
  const report = new Report(process.env.CROSSCHECK_REPORT ?? '');
  let last = Date.now();
  let pictures = Promise.resolve();
  const look = () => {
    for (const { failed } of report.news()) {
      last = Date.now();
      if (failed) pictures = pictures.then(() => takePicture(page, failed));
    }
  };
  const silence = new Promise((_, reject) => {
    const timer = setInterval(() => {
      look();
      if (Date.now() - last > SILENCE_LIMIT)
        reject(new Failure(`The tests said nothing for ${SILENCE_LIMIT / 1000} s.`));
    }, 200);
    scope.later(() => clearInterval(timer));
  });
  const settle = async () => {
    look();
    await pictures;
  };
  return { silence, settle };
}

async function takePicture(page, title) {
  const folder = process.env.CROSSCHECK_PICTURES;
  if (!folder) return;
  const path = join(folder, `${title.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 100)}.png`);
  await page.screenshot({ path, timeout: 10_000 }).then(
    () => console.error(`What it looked like: ${path}`),
    error => console.error(`No picture could be taken: ${error.message}`),
  );
}

await command(async scope => {
  followParent(scope);
  const temporary = scope.temporary();
  const options = read(process.argv.slice(2));
  const { userData = join(temporary, 'user'), extensions = join(temporary, 'extensions') } = options;
  if (!options.tests) throw new Failure('Only for tests: --extensionTestsPath=… is missing.');

  const host = await installHost(scope, process.env.CROSSCHECK_VSCODE || NEWEST);
  const [server, browser] = await Promise.all([
    startServer(scope, host, { userData, extensions, temporary, smoke: true }),
    startChromium(scope),
  ]);
  const page = await newPage(browser, server.port);
  const told = outcome(page);
  told.catch(() => {});
  try {
    await page.goto(windowAddress(server.port, options), { waitUntil: 'commit' });
    const workbench = page.waitForSelector('.monaco-workbench', { timeout: WORKBENCH_LIMIT });
    await Promise.race([workbench, told]);
    const died = server.ended.then(async code => {
      // With its last window gone it ends by itself, at times before a busy page has told us why.
      await new Promise(resolve => setTimeout(resolve, LAST_WORD));
      throw new Failure(`The VS Code server ended with ${code} in the midst of the tests.`);
    });
    const { silence, settle } = watch(scope, page);
    const code = await Promise.race([told, died, silence]);
    await settle();
    return code;
  } catch (error) {
    if (scope.signal) return 1;
    console.error(error instanceof Failure ? error.message : error);
    await takePicture(page, 'no end');
    return 124;
  }
});
