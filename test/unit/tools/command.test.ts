import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

// What a command makes: a folder, and a process that has started another. It tells of them and then waits, or fails.
const SCRIPT = `
import { command, Failure } from ${JSON.stringify(pathToFileURL(join(process.cwd(), 'test/tools/command.mjs')).href)};
await command(async scope => {
  const folder = scope.temporary();
  const child = scope.start(process.execPath, ['-e', ${JSON.stringify(
    `const { pid } = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
     console.log(pid);
     setInterval(() => {}, 1000);`,
  )}], { stdio: ['ignore', 'pipe', 'inherit'] });
  const grandchild = await new Promise(resolve => child.stdout.once('data', data => resolve(Number(data))));
  console.log(JSON.stringify({ folder, child: child.pid, grandchild }));
  if (process.argv.at(-1) === 'fail') throw new Failure('as told');
  if (process.argv.at(-1) === 'end') return 3;
  return new Promise(() => {});
});
`;

interface Made {
  readonly folder: string;
  readonly child: number;
  readonly grandchild: number;
}

const started: ChildProcess[] = [];

async function start(how: string): Promise<{ readonly command: ChildProcess; readonly made: Made }> {
  const args = ['--input-type=module', '-e', SCRIPT, '--', how];
  const command = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(command);
  const [line]: unknown[] = await once(command.stdout, 'data');
  return { command, made: JSON.parse(String(line)) };
}

/** Whether a process runs; one that has ended, and that nobody has asked for its exit code yet, does not. */
function lives(pid: number): boolean {
  const state = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
  return state !== '' && !state.startsWith('Z');
}

async function gone(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 1_000 && lives(pid); tries += 1) await new Promise(resolve => setTimeout(resolve, 20));
  return !lives(pid);
}

async function assertNothingLeft({ folder, child, grandchild }: Made): Promise<void> {
  assert.equal(existsSync(folder), false, 'the folder');
  assert.equal(await gone(child), true, 'the process');
  assert.equal(await gone(grandchild), true, 'the process that it started');
}

describe('a command', () => {
  // Groups of processes and signals are not known there.
  before(function () {
    if (process.platform === 'win32') this.skip();
  });

  afterEach(() => {
    for (const command of started.splice(0)) command.kill();
  });

  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    it(`leaves nothing behind after ${signal}`, async () => {
      const { command, made } = await start('wait');
      assert.equal(existsSync(made.folder) && lives(made.grandchild), true);
      command.kill(signal);
      assert.deepEqual(await once(command, 'exit'), [code, null]);
      await assertNothingLeft(made);
    });
  }

  it('leaves nothing behind after a failure, which it tells without a stack', async () => {
    const { command, made } = await start('fail');
    let said = '';
    command.stderr?.on('data', text => {
      said += text;
    });
    assert.deepEqual(await once(command, 'close'), [1, null]);
    assert.equal(said.trim(), 'as told');
    await assertNothingLeft(made);
  });

  it('leaves nothing behind at its end, and gives its exit code', async () => {
    const { command, made } = await start('end');
    assert.deepEqual(await once(command, 'exit'), [3, null]);
    await assertNothingLeft(made);
  });
});
