import { serve } from '../serve.ts';

declare const self: DedicatedWorkerGlobalScope;
serve(
  {
    post: message => self.postMessage(message),
    onMessage: listener => self.addEventListener('message', event => listener(event.data)),
  },
  run => setTimeout(run, 0),
);
