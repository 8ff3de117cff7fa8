import type { Answer, Port, RequestName, Requests } from '../protocol/worker.ts';

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** The editor's end of the worker's port: requests as promises, which are rejected when the worker fails, dies or the caller gives up. */
export class EngineClient {
  readonly #waiting = new Map<number, Waiting>();
  readonly #port: Port;
  #next = 1;
  #dead: Error | undefined;

  constructor(port: Port) {
    this.#port = port;
    port.onMessage(message => this.#settle(message as Answer));
  }

  /** @throws the worker's error; an `AbortError` when `signal` aborts first. */
  request<Name extends RequestName>(
    name: Name,
    params: Requests[Name]['params'],
    signal?: AbortSignal,
  ): Promise<Requests[Name]['result']> {
    if (this.#dead) return Promise.reject(this.#dead);
    if (signal?.aborted) return Promise.reject(abortError());
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        this.#waiting.delete(id);
        this.#port.post({ cancel: id });
        reject(abortError());
      };
      const done = () => signal?.removeEventListener('abort', giveUp);
      this.#waiting.set(id, {
        resolve: result => {
          done();
          resolve(result as Requests[Name]['result']);
        },
        reject: error => {
          done();
          reject(error);
        },
      });
      signal?.addEventListener('abort', giveUp, { once: true });
      this.#port.post({ id, name, params });
    });
  }

  /** The worker is gone: everything that waits for it is rejected, and so is every later request. */
  fail(error: Error): void {
    this.#dead = error;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    if (!waiting) return;
    this.#waiting.delete(answer.id);
    if ('error' in answer) waiting.reject(new Error(answer.error));
    else waiting.resolve(answer.result);
  }
}

function abortError(): Error {
  const error = new Error('Cancelled');
  error.name = 'AbortError';
  return error;
}
