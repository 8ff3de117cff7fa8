import * as vscode from 'vscode';
import { Annotating } from './annotate.ts';
import { Deciding } from './decide.ts';
import { Owner } from './disposing.ts';
import type { DisputeNode } from './disputesTree.ts';
import { COMMANDS, INTERNAL_COMMANDS } from './ids.ts';
import { Ledger } from './ledger.ts';
import type { Errors, Log } from './log.ts';
import { type FixRequest, ProblemFixes } from './problemFixes.ts';
import { Problems } from './problems.ts';
import type { Reviewer } from './reviewer.ts';
import type { Session } from './session.ts';
import type { Argument, Targets } from './targets.ts';

export interface DeskDeps {
  readonly session: Session;
  readonly targets: Targets;
  readonly reviewer: Reviewer;
  readonly errors: Errors;
  readonly log: Log;
  readonly context: vscode.ExtensionContext;
}

type Run = (argument?: Argument, all?: readonly DisputeNode[]) => unknown;

/** The reviewer's desk: everything that people do to articles, rather than what they are shown. */
export class Desk extends Owner {
  readonly #commands: ReadonlyMap<string, Run>;
  readonly ledger: Ledger;

  constructor(deps: DeskDeps) {
    super();
    const { session, targets, log, reviewer } = deps;
    this.ledger = this.own(new Ledger({ session, reviewer, log }));
    const annotating = new Annotating(this.ledger, targets);
    const deciding = new Deciding(this.ledger, targets);
    this.own(new Problems(session));
    const fixes = this.own(new ProblemFixes(session, this.ledger));
    this.#commands = new Map<string, Run>([
      [COMMANDS.annotateClaim, argument => annotating.claim(argument)],
      [COMMANDS.annotateEntity, argument => annotating.entity(argument)],
      [COMMANDS.addNote, argument => annotating.note(argument)],
      [COMMANDS.editAnnotation, argument => annotating.edit(argument)],
      [COMMANDS.deleteAnnotation, argument => annotating.delete(argument)],
      [COMMANDS.confirmSuggestion, (argument, all) => deciding.decide('confirmed', argument, all)],
      [COMMANDS.dismissSuggestion, (argument, all) => deciding.decide('dismissed', argument, all)],
      [COMMANDS.takeBack, (argument, all) => deciding.takeBack(argument, all)],
      [COMMANDS.undo, () => this.#undo()],
      [INTERNAL_COMMANDS.fix, request => fixes.run(request as unknown as FixRequest)],
      [
        COMMANDS.setReviewer,
        async () =>
          reviewer.ask(await reviewer.known(vscode.workspace.workspaceFolders?.[0]?.uri ?? deps.context.extensionUri)),
      ],
    ]);
  }

  /** Ids of the commands that are the desk's. */
  async run(command: string, args: readonly unknown[]): Promise<void> {
    const run = this.#commands.get(command);
    if (!run) throw new Error(`The desk knows no command ${command}.`);
    const [argument, all] = args as [Argument?, (readonly DisputeNode[])?];
    await run(argument, all);
  }

  async #undo(): Promise<void> {
    const undone = await this.ledger.undo();
    const said = undone ? vscode.l10n.t('Taken back: {0}', undone) : vscode.l10n.t('There is nothing to take back.');
    vscode.window.setStatusBarMessage(`$(discard) ${said}`, 5_000);
  }
}
