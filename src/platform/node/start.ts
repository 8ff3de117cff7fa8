import { Worker } from 'node:worker_threads';
import { EngineClient } from '../client.ts';
import type { StartedEngine } from '../engine.ts';

/**
 * Starts the engine in a worker thread.
 * @param script path of the bundled worker, `dist/worker.js`
 * @param onDeath called once when it dies without having been stopped
 */
export function startEngine(script: string, onDeath: (error: Error) => void): StartedEngine {
  const worker = new Worker(script);
  const client = new EngineClient({
    post: message => worker.postMessage(message),
    onMessage: listener => worker.on('message', listener),
  });
  let over = false;
  const die = (error: Error) => {
    if (over) return;
    over = true;
    client.fail(error);
    onDeath(error);
  };
  worker.on('error', die);
  worker.on('exit', code => die(new Error(`The analysis stopped unexpectedly (exit code ${code}).`)));
  worker.unref();
  return {
    client,
    stop() {
      over = true;
      client.fail(new Error('The analysis was stopped.'));
      void worker.terminate();
    },
  };
}
