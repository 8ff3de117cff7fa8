// The report of the tests inside VS Code, as index.ts writes it: one JSON object a line.
import { existsSync, readFileSync } from 'node:fs';

/** Reads what was added to a report since it was last asked. */
export class Report {
  #path;
  #seen = 0;

  constructor(path) {
    this.#path = path;
  }

  /** @returns {{ text?: string, failed?: string, counts?: { passed: number, failed: number, skipped: number } }[]} */
  news() {
    if (!existsSync(this.#path)) return [];
    // What follows the last line break is not whole yet.
    const lines = readFileSync(this.#path, 'utf8').split('\n').slice(0, -1);
    const added = lines.slice(this.#seen);
    this.#seen = lines.length;
    return added.map(line => JSON.parse(line));
  }
}
