import * as vscode from 'vscode';
import { COMMANDS } from '../kit/ids.ts';
import { rangeOf } from '../kit/places.ts';
import type { Targets } from './targets.ts';

/** The lightbulb in articles: what one can do with the words that are selected, or with the suggestion at the cursor. */
export class ArticleActions implements vscode.CodeActionProvider {
  static readonly kinds = [vscode.CodeActionKind.Empty.append('crosscheck')];
  readonly #targets: Targets;

  constructor(targets: Targets) {
    this.#targets = targets;
  }

  provideCodeActions(document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] {
    const selected = this.#targets.selected();
    // VS Code asks for the place of the cursor; whoever else asks for another place would be told of the wrong one.
    if (!selected || vscode.window.activeTextEditor?.document !== document) return [];
    if (!rangeOf(selected.article.lines, selected.span).intersection(range)) return [];
    const actions = [
      action(vscode.l10n.t('Annotate claim…'), COMMANDS.annotateClaim),
      action(vscode.l10n.t('Annotate entity…'), COMMANDS.annotateEntity),
      action(vscode.l10n.t('Add note…'), COMMANDS.addNote),
    ];
    const [suggested] = this.#targets.suggested();
    if (!suggested) return actions;
    actions.push(action(vscode.l10n.t('Compare passages'), COMMANDS.compare));
    actions.push(action(vscode.l10n.t('Confirm suggestion'), COMMANDS.confirmSuggestion));
    actions.push(action(vscode.l10n.t('Dismiss suggestion'), COMMANDS.dismissSuggestion));
    if (suggested.about === 'dispute') {
      actions.push(action(vscode.l10n.t('Give verdict…'), COMMANDS.giveVerdict));
      actions.push(action(vscode.l10n.t('Move to position…'), COMMANDS.moveToPosition));
      actions.push(action(vscode.l10n.t('Merge with another fact…'), COMMANDS.mergeFacts));
    }
    return actions;
  }
}

function action(title: string, command: string): vscode.CodeAction {
  const made = new vscode.CodeAction(title, ArticleActions.kinds[0]);
  made.command = { command, title };
  return made;
}
