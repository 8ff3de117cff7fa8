import { EngineClient } from '../client.ts';
import type { StartedEngine } from '../engine.ts';

/**
 * Starts the engine in a web worker.
 * @param script URL of the bundled worker, `dist/web/worker.js`
 * @param onDeath called once when it dies without having been stopped
 */
export function startEngine(script: string, onDeath: (error: Error) => void): StartedEngine {
  const worker = new Worker(script);
  const client = new EngineClient({
    post: message => worker.postMessage(message),
    onMessage: listener => worker.addEventListener('message', event => listener(event.data)),
  });
  let over = false;
  worker.addEventListener('error', event => {
    if (over) return;
    over = true;
    const error = new Error(event.message || 'The analysis stopped unexpectedly.');
    client.fail(error);
    onDeath(error);
  });
  return {
    client,
    stop() {
      over = true;
      client.fail(new Error('The analysis was stopped.'));
      worker.terminate();
    },
  };
}
