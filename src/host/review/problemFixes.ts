import * as vscode from 'vscode';
import { isAttached, makeAnchor } from '../../review/anchors/anchor.ts';
import { articleSidecarPath, classify } from '../../review/base/paths.ts';
import type { Fix, Problem } from '../../review/base/problem.ts';
import { keepBothSides } from '../../review/format/merge.ts';
import { isAnchored } from '../../review/union/said.ts';
import { Owner } from '../kit/disposing.ts';
import { INTERNAL_COMMANDS } from '../kit/ids.ts';
import { spanOf } from '../kit/places.ts';
import type { Session } from '../session/session.ts';
import type { FolderSnapshot } from '../session/snapshot.ts';
import type { AnnotationNode } from '../trees/annotationsTree.ts';
import { excerptOf, shorten } from '../words/excerpts.ts';
import { localized } from '../words/labels.ts';
import type { Ledger } from './ledger.ts';

/** What a fix that needs more than its file is handed. */
export interface FixRequest {
  readonly folder: string;
  readonly sidecar: string;
  readonly kind: 'reattach' | 'adopt-article';
  readonly target: string;
}

/** Quick fixes for what is wrong in sidecars. */
export class ProblemFixes extends Owner implements vscode.CodeActionProvider {
  readonly #session: Session;
  readonly #ledger: Ledger;

  constructor(session: Session, ledger: Ledger) {
    super();
    this.#session = session;
    this.#ledger = ledger;
    this.own(
      vscode.languages.registerCodeActionsProvider([{ pattern: '**/*.yaml' }], this, {
        providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
      }),
    );
  }

  provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const place = this.#session.placeOf(document.uri);
    if (!place) return [];
    const { snapshot, path } = place;
    const problems = snapshot.review?.problems.filter(({ sidecar }) => sidecar === path) ?? [];
    return diagnostics
      .filter(({ source }) => source === 'Crosscheck')
      .flatMap(diagnostic =>
        problems
          .filter(
            ({ phrases, line, column }) =>
              localized(phrases) === diagnostic.message &&
              line - 1 === diagnostic.range.start.line &&
              column - 1 === diagnostic.range.start.character,
          )
          .flatMap(problem => problem.fixes.map(fix => this.#actionFor(snapshot, document, problem, fix, diagnostic))),
      );
  }

  /** "Re-attach" on a row of the annotations view. */
  async reattach(node: AnnotationNode): Promise<void> {
    if (node.kind !== 'annotation') return;
    const { folder, said } = node.placed;
    await this.run({ folder, sidecar: said.sidecar, kind: 'reattach', target: said.record.id ?? said.key });
  }

  /** Carries out a fix that needs more than its file. */
  async run({ folder, sidecar, kind, target }: FixRequest): Promise<void> {
    const snapshot = this.#session.snapshot(folder);
    if (!snapshot) return;
    if (kind === 'reattach') return this.#reattach(snapshot, target);
    const file = classify(sidecar);
    if (file.kind !== 'article-sidecar') return;
    const from = vscode.Uri.joinPath(snapshot.folder.uri, sidecar);
    const to = articleSidecarPath(target, file.slug);
    await vscode.workspace.fs.rename(from, vscode.Uri.joinPath(snapshot.folder.uri, to), { overwrite: false });
    await this.#session.reading(folder)?.sidecarsWritten([sidecar, to]);
  }

  #actionFor(
    { folder }: FolderSnapshot,
    document: vscode.TextDocument,
    problem: Problem,
    fix: Fix,
    diagnostic: vscode.Diagnostic,
  ): vscode.CodeAction {
    const action = new vscode.CodeAction(localized([fix.phrase]), vscode.CodeActionKind.QuickFix);
    action.diagnostics = [diagnostic];
    switch (fix.kind) {
      case 'replace': {
        const edit = new vscode.WorkspaceEdit();
        const range = new vscode.Range(document.positionAt(fix.start), document.positionAt(fix.end));
        edit.replace(document.uri, range, fix.text);
        action.edit = edit;
        action.isPreferred = problem.fixes.length === 1;
        break;
      }
      case 'keep-both': {
        const text = document.getText();
        const edit = new vscode.WorkspaceEdit();
        const all = new vscode.Range(document.positionAt(0), document.positionAt(text.length));
        edit.replace(document.uri, all, keepBothSides(text) ?? text);
        action.edit = edit;
        action.isPreferred = true;
        break;
      }
      case 'reattach':
      case 'adopt-article': {
        const { kind, target = '' } = fix;
        const request: FixRequest = { folder: folder.key, sidecar: problem.sidecar, kind, target };
        action.command = { command: INTERNAL_COMMANDS.fix, title: action.title, arguments: [request] };
      }
    }
    return action;
  }

  /** Lets the reviewer say where a passage stands now: in the selection of a visible article, or at one of the guesses. */
  async #reattach(snapshot: FolderSnapshot, target: string): Promise<void> {
    const said = snapshot.review?.annotations.find(({ record, key }) => (record.id ?? key) === target);
    if (!said || !isAnchored(said)) return;
    const article = snapshot.articles.get(said.path);
    if (!article) return;
    if (said.slug !== (await this.#ledger.slug(snapshot))) {
      await vscode.window.showInformationMessage(
        vscode.l10n.t('Only {0} can re-attach this annotation.', shorten(said.reviewer, 60)),
      );
      return;
    }
    const { anchor } = said;
    const guesses = anchor && !isAttached(anchor) ? anchor.candidates : [];
    const editor = vscode.window.visibleTextEditors.find(
      ({ document, selection }) => document.uri.toString() === article.uri.toString() && !selection.isEmpty,
    );
    const selected = editor ? [spanOf(article.lines, editor.selection)] : [];
    const picks = [...selected, ...guesses].map((span, i) => ({
      label: shorten(article.text.slice(span.start, span.end), 80),
      description:
        i < selected.length ? vscode.l10n.t('the selection') : vscode.l10n.t('line {0}', article.lineOf(span.start)),
      detail: excerptOf(article.text, span, 120).text,
      span,
    }));
    if (picks.length === 0) {
      await vscode.window.showTextDocument(article.uri, { preserveFocus: false });
      await vscode.window.showInformationMessage(
        vscode.l10n.t(
          'Select the words that “{0}” is to be attached to, then choose the quick fix again.',
          shorten(said.record.quote, 60),
        ),
      );
      return;
    }
    const title = vscode.l10n.t('Re-attach “{0}”', shorten(said.record.quote, 60));
    const chosen = await vscode.window.showQuickPick(picks, { title, matchOnDetail: true });
    const made = chosen && makeAnchor(article.text, chosen.span);
    const record = made && (await this.#ledger.completed(snapshot, said))?.record;
    if (!record) return;
    await this.#ledger.write(
      snapshot,
      vscode.l10n.t('the re-attachment'),
      [{ do: 'put', section: 'annotations', place: said.path, record: { ...record, ...made } }],
      [{ do: 'put', section: 'annotations', place: said.path, record }],
    );
  }
}
