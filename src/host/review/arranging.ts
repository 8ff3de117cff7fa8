import * as vscode from 'vscode';
import type { Dispute, Position } from '../../engine/analysis.ts';
import { type DecisionInput, decisionAbout, type PassageSaying } from '../../review/decided/decisions.ts';
import { leastScore } from '../kit/settings.ts';
import type { FolderSnapshot } from '../session/snapshot.ts';
import type { DisputeNode } from '../trees/disputeNodes.ts';
import { rowExcerpt } from '../words/excerpts.ts';
import { kindIcon, sourcesOf, standingLabel } from '../words/labels.ts';
import { shownDisputes } from '../words/marks.ts';
import type { Ledger } from './ledger.ts';
import type { Argument, DisputedPassage, Targets } from './targets.ts';

/** What the steps ask, as an argument: for tests, and for whoever binds a key. */
export interface ArrangeAnswers {
  /** The position to move to. */
  readonly says?: string;
  /** Id of the fact to merge with. */
  readonly fact?: string;
}

/**
 * "Move to Position…" and "Merge Facts…": where the analysis cut facts and positions otherwise than the reviewer does. Written as decisions that
 * name passages by their words; whoever arranges a fact takes it for one, and confirms it, unless they dismissed it before.
 */
export class Arranging {
  readonly #ledger: Ledger;
  readonly #targets: Targets;

  constructor(ledger: Ledger, targets: Targets) {
    this.#ledger = ledger;
    this.#targets = targets;
  }

  /** Gives passages of a fact another position: those of the rows, else the one at the cursor. */
  async move(argument?: Argument, all?: readonly DisputeNode[], given: ArrangeAnswers = {}): Promise<void> {
    const found = await ofOneFact(this.#targets.disputed(argument, all));
    const [first] = found;
    if (!first) {
      await vscode.window.showInformationMessage(vscode.l10n.t('There is no passage of a disputed fact here.'));
      return;
    }
    const { snapshot, dispute } = first;
    if (!(await this.#ledger.ready(snapshot))) return;
    const says = given.says ?? (await askPosition(found));
    if (!says) return;
    const moved = found.map(({ passage }) => ({ ...passage, says }));
    if (await this.#write(snapshot, dispute, vscode.l10n.t('the move'), { moved })) {
      const done = vscode.l10n.t('Moved to “{0}”', says);
      vscode.window.setStatusBarMessage(`$(arrow-swap) ${done}`, 5_000);
    }
  }

  /** Makes several facts one: those of the rows, the first of which stays; else the one at the cursor and one that the reader picks. */
  async merge(argument?: Argument, all?: readonly DisputeNode[], given: ArrangeAnswers = {}): Promise<void> {
    const facts = this.#targets.suggested(argument, all).flatMap(each => (each.about === 'dispute' ? [each] : []));
    const clicked = argument && 'kind' in argument && argument.kind === 'dispute' ? argument.dispute : undefined;
    const first = facts.find(({ dispute }) => dispute === clicked) ?? facts[0];
    if (!first) {
      await vscode.window.showInformationMessage(vscode.l10n.t('There is no disputed fact here.'));
      return;
    }
    const { snapshot, dispute } = first;
    const rows = facts.filter(each => each !== first && each.snapshot.folder.key === snapshot.folder.key);
    const others = rows.length ? rows.map(each => each.dispute) : await otherFacts(snapshot, dispute, given.fact);
    if (others.length === 0) return;
    const merged = others.map(other => ({ kind: other.kind, passages: passagesSaying(other) }));
    if (await this.#write(snapshot, dispute, vscode.l10n.t('the merging'), { merged })) {
      const done = vscode.l10n.t('Merged into: {0}', dispute.title);
      vscode.window.setStatusBarMessage(`$(git-merge) ${done}`, 5_000);
    }
  }

  async #write(
    snapshot: FolderSnapshot,
    dispute: Dispute,
    label: string,
    what: Pick<DecisionInput, 'moved' | 'merged'>,
  ): Promise<boolean> {
    const slug = await this.#ledger.slug(snapshot);
    const before = snapshot.decisions.get(dispute)?.by.find(said => said.slug === slug)?.record.decision;
    const id = this.#ledger.newId();
    const record = decisionAbout(
      {
        ...what,
        decision: before ?? 'confirmed',
        about: 'dispute',
        kind: dispute.kind,
        passages: passagesSaying(dispute),
        id,
        created: this.#ledger.now(),
      },
      path => snapshot.articles.get(path)?.text,
    );
    if (!record) return false;
    return this.#ledger.write(
      snapshot,
      label,
      [{ do: 'put', section: 'decisions', place: '', record }],
      [{ do: 'remove', section: 'decisions', place: '', id }],
    );
  }
}

/** One passage a position, with what it says: what a fact is named by. */
function passagesSaying({ positions }: Dispute): readonly PassageSaying[] {
  return positions.flatMap(({ label, evidence }) => evidence.slice(0, 1).map(passage => ({ ...passage, says: label })));
}

/** The passages of one fact; where several facts meet at one place, the reader says which is meant. */
async function ofOneFact(found: readonly DisputedPassage[]): Promise<readonly DisputedPassage[]> {
  const facts = [...new Set(found.map(({ dispute }) => dispute))];
  const picks = facts.map(dispute => pickOf(dispute));
  const chosen =
    facts.length > 1
      ? await vscode.window.showQuickPick(picks, { title: vscode.l10n.t('A passage of which fact?') })
      : picks[0];
  return found.filter(({ dispute }) => dispute === chosen?.dispute);
}

async function askPosition(found: readonly DisputedPassage[]): Promise<string | undefined> {
  const [first] = found;
  if (!first) return undefined;
  const { snapshot, dispute, passage } = first;
  const title = vscode.l10n.t('Move to Position: {0}', dispute.title);
  const words = rowExcerpt(snapshot.articles.get(passage.path)?.text ?? '', passage);
  const here = (position: Position) => found.every(each => each.position === position);
  const picks = [
    ...dispute.positions
      .filter(position => !here(position))
      .map(({ label, evidence }) => {
        const [one] = evidence;
        const detail = one ? rowExcerpt(snapshot.articles.get(one.path)?.text ?? '', one) : '';
        return { label, detail, says: label };
      }),
    { label: `$(add) ${vscode.l10n.t('A new position…')}`, detail: '', says: undefined },
  ];
  const chosen = await vscode.window.showQuickPick(picks, { title, placeHolder: words });
  if (!chosen || chosen.says !== undefined) return chosen?.says;
  const label = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('What does the passage say? A few words, to stand in the tree.'),
    placeHolder: words,
    ignoreFocusOut: true,
    validateInput: value => (/\S/.test(value) ? undefined : vscode.l10n.t('Some words')),
  });
  return label?.trim();
}

/** The fact that the reader picks to be merged; those that share most sources and are of the same kind come first. */
async function otherFacts(
  snapshot: FolderSnapshot,
  dispute: Dispute,
  given: string | undefined,
): Promise<readonly Dispute[]> {
  const shown = shownDisputes(snapshot, leastScore(snapshot.folder.uri)).filter(each => each !== dispute);
  if (given !== undefined) return shown.filter(({ id }) => id === given);
  const sources = new Set(sourcesOf(dispute));
  const nearness = (other: Dispute) =>
    Number(other.kind === dispute.kind) * 100 + sourcesOf(other).filter(path => sources.has(path)).length;
  const picks = [...shown].sort((a, b) => nearness(b) - nearness(a)).map(pickOf);
  if (picks.length === 0) {
    await vscode.window.showInformationMessage(
      vscode.l10n.t('There is no other disputed fact to merge this one with.'),
    );
    return [];
  }
  const title = vscode.l10n.t('Merge Facts: {0}', dispute.title);
  const placeHolder = vscode.l10n.t('Which fact is the same as this one?');
  const chosen = await vscode.window.showQuickPick(picks, { title, placeHolder, matchOnDetail: true });
  return chosen ? [chosen.dispute] : [];
}

function pickOf(dispute: Dispute) {
  return {
    label: `$(${kindIcon(dispute.kind)}) ${dispute.title}`,
    description: standingLabel(dispute),
    detail: dispute.positions.map(({ label }) => label).join(' / '),
    dispute,
  };
}
