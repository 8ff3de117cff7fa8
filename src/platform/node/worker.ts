import { parentPort } from 'node:worker_threads';
import { serve } from '../serve.ts';

const port = parentPort;
if (!port) throw new Error('This file runs as a worker thread only.');
serve(
  { post: message => port.postMessage(message), onMessage: listener => port.on('message', listener) },
  setImmediate,
);
