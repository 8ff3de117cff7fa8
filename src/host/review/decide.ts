import * as vscode from 'vscode';
import { decisionAbout, passagesOf } from '../../review/decided/decisions.ts';
import type { Decision } from '../../review/format/schema.ts';
import type { DisputeNode } from '../trees/disputeNodes.ts';
import type { Entry, Ledger } from './ledger.ts';
import type { Argument, Suggested, Targets } from './targets.ts';

/** "Confirm Suggestion", "Dismiss Suggestion", and taking either back. */
export class Deciding {
  readonly #ledger: Ledger;
  readonly #targets: Targets;

  constructor(ledger: Ledger, targets: Targets) {
    this.#ledger = ledger;
    this.#targets = targets;
  }

  async decide(decision: Decision['decision'], argument?: Argument, all?: readonly DisputeNode[]): Promise<void> {
    const suggested = this.#targets.suggested(argument, all);
    if (suggested.length === 0) {
      await vscode.window.showInformationMessage(vscode.l10n.t('There is no suggestion here.'));
      return;
    }
    if (await this.record(decision, suggested)) {
      const done =
        decision === 'confirmed'
          ? vscode.l10n.t('Confirmed: {0}', nameOf(suggested))
          : vscode.l10n.t('Dismissed: {0}', nameOf(suggested));
      vscode.window.setStatusBarMessage(`$(${decision === 'confirmed' ? 'check' : 'close'}) ${done}`, 5_000);
    }
  }

  /** Writes down decisions; all of one folder in one write, undone as one step. */
  async record(decision: Decision['decision'], suggested: readonly Suggested[], text?: string): Promise<boolean> {
    const [first] = suggested;
    if (!first) return false;
    const { snapshot } = first;
    const textOf = (path: string) => snapshot.articles.get(path)?.text;
    const entries = suggested
      .filter(each => each.snapshot.folder.key === snapshot.folder.key)
      .flatMap((each): (Entry & { do: 'put' })[] => {
        const record = decisionAbout(
          {
            decision,
            about: each.about,
            ...kindOf(each),
            passages: passagesNaming(each),
            ...(text && { text }),
            id: this.#ledger.newId(),
            created: this.#ledger.now(),
          },
          textOf,
        );
        return record ? [{ do: 'put', section: 'decisions', place: '', record }] : [];
      });
    const undo = entries.map(
      ({ record }): Entry => ({
        do: 'remove',
        section: 'decisions',
        place: '',
        id: ('id' in record && record.id) || '',
      }),
    );
    return this.#ledger.write(snapshot, vscode.l10n.t('the decision'), entries, undo);
  }

  /** Takes the reviewer's own decisions on these facts out again. */
  async takeBack(argument?: Argument, all?: readonly DisputeNode[]): Promise<void> {
    const suggested = this.#targets.suggested(argument, all);
    const [first] = suggested;
    if (!first) return;
    const { snapshot } = first;
    const slug = await this.#ledger.slug(snapshot);
    const own = suggested
      .flatMap(each => snapshot.decisions.get(suggestionOf(each))?.by ?? [])
      .filter(said => said.slug === slug && said.record.id);
    if (own.length === 0) {
      await vscode.window.showInformationMessage(vscode.l10n.t('You have decided nothing on this yet.'));
      return;
    }
    await this.#ledger.write(
      snapshot,
      vscode.l10n.t('taking it back'),
      own.map((said): Entry => ({ do: 'remove', section: 'decisions', place: '', id: said.record.id ?? '' })),
      own.map((said): Entry => ({ do: 'put', section: 'decisions', place: '', record: said.record })),
    );
  }
}

function suggestionOf(suggested: Suggested) {
  switch (suggested.about) {
    case 'dispute':
      return suggested.dispute;
    case 'claim':
      return suggested.claim;
    case 'entity':
      return suggested.entity;
  }
}

function passagesNaming(suggested: Suggested) {
  return passagesOf(suggestionOf(suggested), suggested.about === 'dispute' ? '' : suggested.path);
}

function kindOf(suggested: Suggested): { kind?: string } {
  switch (suggested.about) {
    case 'dispute':
      return { kind: suggested.dispute.kind };
    case 'claim':
      return {};
    case 'entity':
      return { kind: suggested.entity.type };
  }
}

function nameOf(suggested: readonly Suggested[]): string {
  const [first] = suggested;
  if (!first) return '';
  if (suggested.length > 1) return vscode.l10n.t('{0} facts', suggested.length);
  switch (first.about) {
    case 'dispute':
      return first.dispute.title;
    case 'claim':
      return vscode.l10n.t('the claim');
    case 'entity':
      return first.entity.canonical ?? vscode.l10n.t('the entity');
  }
}
