import assert from 'node:assert/strict';
import { Engine } from '../../src/host/session/engine.ts';
import { EngineClient } from '../../src/platform/client.ts';
import { instead, until } from './support/support.ts';

const log = { trace() {}, debug() {}, info() {}, warn() {}, error() {} };

/** Workers that answer everything with their number, and can be killed. */
function workers() {
  const kills: ((error: Error) => void)[] = [];
  const engine = new Engine({
    log,
    models: async () => ({ model: new Uint8Array(), vectors: new Uint8Array() }),
    start: onDeath => {
      let listener: (message: unknown) => void = () => undefined;
      const number = kills.length;
      const client = new EngineClient({
        post: message => {
          const { id } = message as { id: number };
          setTimeout(() => listener({ id, result: [number] }));
        },
        onMessage: added => {
          listener = added;
        },
      });
      kills.push(error => {
        client.fail(error);
        onDeath(error);
      });
      return { client, stop: () => client.fail(new Error('stopped')) };
    },
  });
  const ask = () => engine.request('matches', { folder: 'f', path: 'p' });
  return { engine, kills, ask };
}

describe('a worker that dies', () => {
  it('is started again, and whoever fed it is told', async () => {
    const { engine, kills, ask } = workers();
    let restarts = 0;
    engine.onDidRestart(() => {
      restarts += 1;
    });
    assert.deepEqual(await ask(), [0]);
    kills[0]?.(new Error('out of memory'));
    assert.equal(restarts, 1);
    assert.deepEqual(await ask(), [1]);
    engine.dispose();
  });

  it('rejects what was waiting for it', async () => {
    const { engine, kills, ask } = workers();
    await ask();
    const waiting = ask();
    await until('asked', () => kills.length === 1);
    kills[0]?.(new Error('out of memory'));
    await assert.rejects(waiting, /out of memory/);
    engine.dispose();
  });

  it('is spoken of at its first death, and again when it is given up', async () => {
    const { engine, kills, ask } = workers();
    const told: string[] = [];
    const restore = instead('showWarningMessage', (message: string, ...buttons: string[]) => {
      told.push(`${message} ${buttons.join(', ')}`);
      return Promise.resolve(undefined);
    });
    try {
      for (let death = 0; death < 3; death += 1) {
        await ask();
        kills[death]?.(new Error('out of memory'));
      }
    } finally {
      restore();
      engine.dispose();
    }
    assert.deepEqual(told, [
      'Crosscheck’s analysis failed and was started again. out of memory Show Log, Rescan Articles',
      'Crosscheck’s analysis failed 3 times and is switched off until you rescan. out of memory Show Log, Rescan Articles',
    ]);
  });

  it('is given up after three deaths, until a rescan', async () => {
    const { engine, kills, ask } = workers();
    let gaveUp = false;
    engine.onDidGiveUp(() => {
      gaveUp = true;
    });
    for (let death = 0; death < 3; death += 1) {
      await ask();
      kills[death]?.(new Error('again'));
    }
    assert.equal(gaveUp, true);
    await assert.rejects(ask(), /again/);
    await engine.restart();
    assert.deepEqual(await ask(), [3]);
    engine.dispose();
  });
});
