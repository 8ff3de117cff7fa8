import * as vscode from 'vscode';
import type { Dispute, Passage } from '../../engine/analysis.ts';
import { makeAnchor } from '../../review/anchors/anchor.ts';
import type { Fact, QuotedPassage, Verdict } from '../../review/format/schema.ts';
import type { FolderSnapshot } from '../session/snapshot.ts';
import type { DisputeNode } from '../trees/disputeNodes.ts';
import { settledOf } from '../words/settled.ts';
import { verdictLabel, verdictMeaning } from '../words/verdictWords.ts';
import { askEvidence, type Evidence } from './evidence.ts';
import type { Entry, Ledger } from './ledger.ts';
import type { Argument, Targets } from './targets.ts';

/** What the steps ask, as an argument: for tests, and for whoever binds a key. */
export interface VerdictAnswers {
  readonly verdict?: Verdict['verdict'];
  readonly says?: string;
  readonly text?: string;
}

/** "Give Verdict…" on a disputed fact: what holds, why, and by which passages. */
export class Verdicts {
  readonly #ledger: Ledger;
  readonly #targets: Targets;

  constructor(ledger: Ledger, targets: Targets) {
    this.#ledger = ledger;
    this.#targets = targets;
  }

  async give(argument?: Argument, all?: readonly DisputeNode[], given: VerdictAnswers = {}): Promise<void> {
    const found = this.#targets.suggested(argument, all).find(({ about }) => about === 'dispute');
    if (found?.about !== 'dispute') {
      await vscode.window.showInformationMessage(vscode.l10n.t('There is no disputed fact here.'));
      return;
    }
    const { snapshot, dispute } = found;
    if (!(await this.#ledger.ready(snapshot))) return;
    const slug = await this.#ledger.slug(snapshot);
    const before = settledOf(snapshot, dispute)?.verdicts.find(verdict => verdict.slug === slug)?.record;
    const title = vscode.l10n.t('Verdict: {0}', dispute.title);
    const verdict = given.verdict ?? (await askVerdict(title, before?.verdict));
    if (!verdict) return;
    const says = 'verdict' in given ? given.says : await askPosition(title, dispute, verdict, before?.says);
    if (says === null) return;
    const text = given.text ?? (await askReason(title, before?.text));
    if (!text) return;
    const evidence =
      given.text === undefined
        ? await askEvidence(`${title} (4/4)`, snapshot, dispute, says)
        : evidenceFor(dispute, says);
    if (!evidence) return;
    await this.#write(snapshot, dispute, { verdict, says, text, evidence });
  }

  async #write(
    snapshot: FolderSnapshot,
    dispute: Dispute,
    {
      verdict,
      says,
      text,
      evidence,
    }: { verdict: Verdict['verdict']; says: string | undefined; text: string; evidence: readonly Evidence[] },
  ): Promise<void> {
    const fact = settledOf(snapshot, dispute)?.fact;
    const own = fact?.said.find(said => said.slug === this.#ledger.mine)?.record;
    const record: Fact = own ?? {
      id: fact?.id ?? dispute.id,
      title: dispute.title,
      passages: dispute.positions.flatMap(({ label, evidence: passages }) =>
        passages.flatMap(passage => quoted(snapshot, passage).map(quote => ({ ...quote, says: label }))),
      ),
      created: this.#ledger.now(),
    };
    const id = this.#ledger.newId();
    const ruling: Verdict = {
      id,
      fact: record.id,
      verdict,
      ...(says === undefined ? {} : { says }),
      text,
      evidence: evidence.flatMap((each): (string | QuotedPassage)[] =>
        typeof each === 'string' ? [each] : quoted(snapshot, each),
      ),
      created: this.#ledger.now(),
    };
    const put: Entry[] = [{ do: 'put', section: 'verdicts', place: '', record: ruling }];
    const undo: Entry[] = [{ do: 'remove', section: 'verdicts', place: '', id }];
    if (!own) {
      put.unshift({ do: 'put', section: 'facts', place: '', record });
      undo.push({ do: 'remove', section: 'facts', place: '', id: record.id });
    }
    await this.#ledger.write(snapshot, vscode.l10n.t('the verdict'), put, undo);
  }
}

async function askVerdict(
  title: string,
  before: Verdict['verdict'] | undefined,
): Promise<Verdict['verdict'] | undefined> {
  const picks = (['supported', 'refuted', 'unresolved', 'outdated'] as const).map(verdict => ({
    label: verdictLabel(verdict),
    description: before === verdict ? vscode.l10n.t('your verdict so far') : '',
    detail: verdictMeaning(verdict),
    verdict,
  }));
  const chosen = await vscode.window.showQuickPick(picks, {
    title: `${title} (1/4)`,
    placeHolder: vscode.l10n.t('What is to be said of it?'),
  });
  return chosen?.verdict;
}

/** The position held true or refuted; `undefined` where none is meant, `null` when the reader stopped. */
async function askPosition(
  title: string,
  dispute: Dispute,
  verdict: Verdict['verdict'],
  before: string | undefined,
): Promise<string | undefined | null> {
  if (verdict === 'unresolved') return undefined;
  const picks = dispute.positions.map(({ label }) => ({
    label,
    description: label === before ? vscode.l10n.t('so far') : '',
  }));
  const placeHolder =
    verdict === 'refuted' ? vscode.l10n.t('Which position is refuted?') : vscode.l10n.t('Which position holds?');
  const chosen = await vscode.window.showQuickPick(picks, { title: `${title} (2/4)`, placeHolder });
  return chosen ? chosen.label : null;
}

async function askReason(title: string, before: string | undefined): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: `${title} (3/4)`,
    prompt: vscode.l10n.t('Why? Whoever reads the verdict wants to know.'),
    value: (before ?? '').trimEnd(),
    ignoreFocusOut: true,
    validateInput: value => (/\S/.test(value) ? undefined : vscode.l10n.t('A verdict wants a reason')),
  });
}

function evidenceFor(dispute: Dispute, says: string | undefined): readonly Passage[] {
  return dispute.positions.filter(({ label }) => label === says).flatMap(({ evidence }) => evidence);
}

function quoted(snapshot: FolderSnapshot, passage: Passage): QuotedPassage[] {
  const anchor = makeAnchor(snapshot.articles.get(passage.path)?.text ?? '', passage);
  return anchor ? [{ article: passage.path, ...anchor }] : [];
}
