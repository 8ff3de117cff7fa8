import type { EngineClient } from './client.ts';

/** A running worker: its client, and how to end it. */
export interface StartedEngine {
  readonly client: EngineClient;
  stop(): void;
}

/** How a platform starts one; `onDeath` is called once when it dies without having been stopped. */
export type StartEngine = (onDeath: (error: Error) => void) => StartedEngine | Promise<StartedEngine>;
