import * as vscode from 'vscode';
import { Owner } from '../kit/disposing.ts';

const KEY = 'hiddenReviewers';

/**
 * Reviewers whose marks one does not want to see for now, to read an article with one's own eyes first: kept for the workspace, and by slug,
 * for one reviewer has files in many folders. Only what is shown changes: their decisions and verdicts count as before.
 */
export class HiddenReviewers extends Owner {
  readonly #kept: vscode.Memento;
  readonly #changed = this.own(new vscode.EventEmitter<void>());
  readonly onDidChange = this.#changed.event;
  #slugs: ReadonlySet<string>;

  constructor(kept: vscode.Memento) {
    super();
    this.#kept = kept;
    this.#slugs = new Set(kept.get<readonly string[]>(KEY, []));
  }

  get slugs(): ReadonlySet<string> {
    return this.#slugs;
  }

  async set(slug: string, hidden: boolean): Promise<void> {
    const slugs = new Set(this.#slugs);
    if (hidden) slugs.add(slug);
    else slugs.delete(slug);
    await this.setAll(slugs);
  }

  /** Hides these, and nobody else. */
  async setAll(slugs: ReadonlySet<string>): Promise<void> {
    this.#slugs = slugs;
    this.#changed.fire();
    await this.#kept.update(KEY, [...slugs].sort());
  }
}
