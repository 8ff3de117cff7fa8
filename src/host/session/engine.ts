import * as vscode from 'vscode';
import type { StartEngine, StartedEngine } from '../../platform/engine.ts';
import type { RequestName, Requests } from '../../protocol/worker.ts';
import { Owner } from '../kit/disposing.ts';
import { COMMANDS } from '../kit/ids.ts';
import type { Log } from '../kit/log.ts';
import { messageOf } from '../kit/messages.ts';

/** So many deaths within so many milliseconds, and it stays down until somebody asks for a rescan. */
const DEATHS = 3;
const WITHIN = 60_000;

interface EngineDeps {
  readonly start: StartEngine;
  /** The bytes of the names model and of the word vectors. */
  readonly models: () => Promise<Requests['load']['params']>;
  readonly log: Log;
}

/**
 * The worker that holds the engine: started when first needed, started again when it dies, which is said once. A worker begun anew knows
 * nothing, so whoever feeds it listens to `onDidRestart`.
 */
export class Engine extends Owner {
  readonly #deps: EngineDeps;
  readonly #restarted = this.own(new vscode.EventEmitter<void>());
  readonly onDidRestart = this.#restarted.event;
  readonly #gaveUp = this.own(new vscode.EventEmitter<Error>());
  readonly onDidGiveUp = this.#gaveUp.event;
  #running: Promise<StartedEngine> | undefined;
  #deaths: number[] = [];
  #said = false;
  #down: Error | undefined;

  constructor(deps: EngineDeps) {
    super();
    this.#deps = deps;
  }

  /** @throws the worker's error; an `AbortError` when `signal` aborts first. */
  async request<Name extends RequestName>(
    name: Name,
    params: Requests[Name]['params'],
    signal?: AbortSignal,
  ): Promise<Requests[Name]['result']> {
    if (this.#down) throw this.#down;
    const { client } = await this.#ready();
    return client.request(name, params, signal);
  }

  #ready(): Promise<StartedEngine> {
    if (this.#running) return this.#running;
    const running = this.#start();
    this.#running = running;
    running.catch(() => {
      if (this.#running === running) this.#running = undefined;
    });
    return running;
  }

  /** Lets go of the worker and begins a new one: for "Rescan Articles", and after it was given up. */
  async restart(): Promise<void> {
    this.#deaths = [];
    this.#down = undefined;
    await this.#stop();
    this.#restarted.fire();
  }

  override dispose(): void {
    super.dispose();
    void this.#stop();
  }

  async #stop(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    (await running?.catch(() => undefined))?.stop();
  }

  async #start(): Promise<StartedEngine> {
    const began = Date.now();
    const models = await this.#deps.models();
    const engine = await this.#deps.start(error => this.#died(error));
    await engine.client.request('load', models);
    const size = Math.round(models.model.byteLength / 1024);
    this.#deps.log.info(`The analysis is up after ${Date.now() - began} ms, with a names model of ${size} KiB.`);
    return engine;
  }

  #died(error: Error): void {
    this.#deps.log.error('The analysis died.', error);
    this.#running = undefined;
    if (this.disposed) return;
    const now = Date.now();
    this.#deaths = [...this.#deaths.filter(at => now - at < WITHIN), now];
    const forGood = this.#deaths.length >= DEATHS;
    if (forGood) {
      this.#down = error;
      this.#gaveUp.fire(error);
      void this.#tell(
        vscode.l10n.t('Crosscheck’s analysis failed {0} times and is switched off until you rescan.', DEATHS),
        error,
      );
      return;
    }
    if (!this.#said) {
      this.#said = true;
      void this.#tell(vscode.l10n.t('Crosscheck’s analysis failed and was started again.'), error);
    }
    this.#restarted.fire();
  }

  async #tell(what: string, error: Error): Promise<void> {
    const showLog = vscode.l10n.t('Show Log');
    const rescan = vscode.l10n.t('Rescan Articles');
    const chosen = await vscode.window.showWarningMessage(`${what} ${messageOf(error)}`, showLog, rescan);
    if (chosen === showLog) await vscode.commands.executeCommand(COMMANDS.showLog);
    if (chosen === rescan) await vscode.commands.executeCommand(COMMANDS.rescan);
  }
}
