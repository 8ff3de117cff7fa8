import * as vscode from 'vscode';
import { slugOf } from '../../review/base/slug.ts';
import { Owner } from '../kit/disposing.ts';
import { CONFIGURATION, SETTINGS } from '../kit/ids.ts';
import type { Log } from '../kit/log.ts';

/** As much of the git extension as is asked here. */
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): { readonly repositories: readonly { getGlobalConfig(key: string): Promise<string> }[] };
}

/** Who reviews: the setting, else git's `user.name`, else asked for once and kept in the user's settings. */
export class Reviewer extends Owner {
  readonly #log: Log;
  readonly #changed = this.own(new vscode.EventEmitter<void>());
  readonly onDidChange = this.#changed.event;
  #git: string | undefined;

  constructor(log: Log) {
    super();
    this.#log = log;
    this.own(
      vscode.workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration(`${CONFIGURATION}.${SETTINGS.reviewer}`)) this.#changed.fire();
      }),
    );
  }

  /** Slug of whoever looks at a folder, as far as it is known by now. */
  slug(scope: vscode.Uri): string | undefined {
    return slugOf(this.current(scope) ?? '') || undefined;
  }

  /** The name, as far as it is known by now. */
  current(scope: vscode.Uri): string | undefined {
    const set = settingOf(scope);
    return slugOf(set) ? set : this.#git || undefined;
  }

  /** The name, or `undefined` when nobody has given one yet; asks nobody. */
  async known(scope: vscode.Uri): Promise<string | undefined> {
    const set = settingOf(scope);
    if (slugOf(set)) return set;
    // Asked again while it is not known: git's own extension may not have looked round yet.
    if (!this.#git) {
      this.#git = await this.#fromGit();
      if (this.#git) this.#changed.fire();
    }
    return this.#git || undefined;
  }

  /** The name; asks for it if need be. `undefined` when the reader does not want to say. */
  async name(scope: vscode.Uri): Promise<string | undefined> {
    return (await this.known(scope)) ?? this.ask();
  }

  async ask(current = ''): Promise<string | undefined> {
    const name = await vscode.window.showInputBox({
      title: vscode.l10n.t('Your name as a reviewer'),
      prompt: vscode.l10n.t('It stands in your notes and in the names of the files that they are kept in.'),
      value: current,
      ignoreFocusOut: true,
      validateInput: value => (slugOf(value) ? undefined : vscode.l10n.t('A name with at least one letter or digit')),
    });
    if (name === undefined) return undefined;
    await vscode.workspace
      .getConfiguration(CONFIGURATION)
      .update(SETTINGS.reviewer, name.trim(), vscode.ConfigurationTarget.Global);
    return name.trim();
  }

  async #fromGit(): Promise<string> {
    try {
      const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
      const git = extension && (extension.isActive ? extension.exports : await extension.activate());
      const repository = git?.enabled ? git.getAPI(1).repositories[0] : undefined;
      const name = (await repository?.getGlobalConfig('user.name'))?.trim() ?? '';
      return slugOf(name) ? name : '';
    } catch (error) {
      this.#log.debug(`git tells no user.name: ${error}`);
      return '';
    }
  }
}

function settingOf(scope: vscode.Uri): string {
  return vscode.workspace.getConfiguration(CONFIGURATION, scope).get<string>(SETTINGS.reviewer, '').trim();
}
