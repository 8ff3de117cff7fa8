// Runs a command so that it leaves nothing behind, however it ends: what it starts and what it makes is put on a list,
// and the list is undone, last first, when the command returns, throws, or is told to stop by a signal. Every child leads
// a process group of its own, so that its children end with it; the price is that Ctrl+C reaches only us, and we pass it on.
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };
const windows = process.platform === 'win32';

/** An expected failure: its message is for the reader and needs no stack trace. */
export class Failure extends Error {}

/**
 * Runs `main` as the whole of this process.
 * @param {(scope: Scope) => Promise<number>} main gives the exit code
 */
export async function command(main) {
  const scope = new Scope();
  let signalled = 0;
  const interrupted = new Promise(resolve => {
    for (const [name, number] of Object.entries(SIGNALS)) {
      process.on(name, () => {
        signalled ||= 128 + number;
        scope.signal ??= name;
        resolve(signalled);
      });
    }
  });
  let code;
  try {
    code = await Promise.race([main(scope), interrupted]);
  } catch (error) {
    code = 1;
    if (!signalled) console.error(error instanceof Failure ? `\n${error.message}` : error);
  }
  await scope.undo();
  process.exit(scope.interruptIsFine && scope.signal === 'SIGINT' ? 0 : signalled || code);
}

/** What has been started and made, and must be ended and removed. */
export class Scope {
  #list = [];
  #over = false;
  /** The name of the signal that ended the command, if one did. */
  signal;
  /** Whether Ctrl+C is the way in which this command is meant to end, and no failure. */
  interruptIsFine = false;

  /**
   * Has `undo` called when the scope ends, before whatever was put on the list earlier. To be called in the same breath in
   * which something is made: a signal may end the scope at any `await`, while what waits there goes on for a moment.
   */
  later(undo) {
    this.#list.push(undo);
  }

  /** Throws if the scope has ended: before something is made that nobody would undo. */
  check() {
    if (this.#over || this.signal) throw new Failure('Stopped.');
  }

  /** A new temporary folder that goes with the scope. */
  temporary() {
    this.check();
    const folder = mkdtempSync(join(tmpdir(), 'crosscheck-'));
    this.later(() => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));
    return folder;
  }

  /**
   * Starts a process that ends with the scope.
   * @param {import('node:child_process').SpawnOptions & { grace?: number }} options `grace`: how many milliseconds it is
   *   given to end by itself, 5,000 unless told
   */
  start(program, args, { grace = 5_000, ...options } = {}) {
    this.check();
    const child = spawn(program, args, { detached: !windows, ...options });
    child.ended = new Promise(resolve => {
      child.once('exit', (code, signal) => {
        // At once, since later its number may be another's.
        tell(child, 'SIGKILL');
        resolve(code ?? 128 + (SIGNALS[signal] ?? 9));
      });
      child.once('error', error => resolve(error));
    });
    this.later(() => end(child, grace));
    return child;
  }

  /**
   * Runs a program to its end and keeps its output to itself.
   * @returns {Promise<string>} what it wrote to standard output
   * @throws {Failure} with all of its output, if it could not be started or its exit code is not 0
   */
  async run(program, args, options = {}) {
    const child = this.start(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    let all = '';
    child.stdout.setEncoding('utf8').on('data', text => {
      said += text;
      all += text;
    });
    child.stderr.setEncoding('utf8').on('data', text => {
      all += text;
    });
    const closed = new Promise(resolve => child.once('close', resolve));
    const code = await child.ended;
    if (code instanceof Error) throw new Failure(`${program} could not be started: ${code.message}`);
    await closed;
    if (code !== 0) throw new Failure(`${program} ${args.join(' ')} ended with ${code}\n${all.trimEnd()}`);
    return said;
  }

  /** Ends and removes everything on the list. */
  async undo() {
    this.#over = true;
    for (let last = this.#list.pop(); last; last = this.#list.pop()) {
      try {
        await last();
      } catch (error) {
        console.error(error);
      }
    }
  }
}

/** Ends a process and with it its group: asks, waits for `grace` milliseconds, insists. */
async function end(child, grace) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  tell(child, 'SIGTERM');
  const timer = setTimeout(() => tell(child, 'SIGKILL'), grace);
  await child.ended;
  clearTimeout(timer);
}

/** Sends a signal to the group that a child leads; that nobody is left there is no error. */
function tell(child, signal) {
  if (windows) {
    // Groups and requests to end are unknown there; what has ended has no tree any more.
    if (child.exitCode === null) spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
