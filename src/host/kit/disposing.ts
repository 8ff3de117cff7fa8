import type * as vscode from 'vscode';

/** A class that owns things which must be let go of with it. */
export class Owner implements vscode.Disposable {
  readonly #owned: vscode.Disposable[] = [];
  #over = false;

  get disposed(): boolean {
    return this.#over;
  }

  /** Takes charge of a thing, and hands it back. */
  protected own<T extends vscode.Disposable>(thing: T): T {
    if (this.#over) thing.dispose();
    else this.#owned.push(thing);
    return thing;
  }

  dispose(): void {
    if (this.#over) return;
    this.#over = true;
    for (const thing of this.#owned.splice(0).reverse()) thing.dispose();
  }
}

/** Runs something once, `ms` after it was asked for last. */
export class Debounce implements vscode.Disposable {
  readonly #ms: number;
  readonly #run: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ms: number, run: () => void) {
    this.#ms = ms;
    this.#run = run;
  }

  ask(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#run, this.#ms);
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }
}
