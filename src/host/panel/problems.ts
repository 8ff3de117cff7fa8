import * as vscode from 'vscode';
import type { Problem } from '../../review/base/problem.ts';
import type { FolderReview } from '../../review/union/union.ts';
import { Owner } from '../kit/disposing.ts';
import type { Session } from '../session/session.ts';
import { localized } from '../words/labels.ts';

/** VS Code cuts what is too much in silence; this is cut in words. */
const MOST_PER_FILE = 200;

/** Defects of sidecars and of `sources.yaml`, in the Problems view, at their line and column. */
export class Problems extends Owner {
  readonly #diagnostics = this.own(vscode.languages.createDiagnosticCollection('crosscheck'));
  readonly #session: Session;
  /** By folder, what its last review told; a file may for a moment belong to two folders, when one is found within another. */
  readonly #told = new Map<
    string,
    { readonly review: FolderReview; readonly byFile: ReadonlyMap<string, readonly Problem[]> }
  >();
  /** By file, what is shown, as JSON. */
  readonly #shown = new Map<string, string>();

  constructor(session: Session) {
    super();
    this.#session = session;
    this.own(session.onDidChange(() => this.#show()));
    this.#show();
  }

  #show(): void {
    if (!this.#takeIn()) return;
    const byFile = new Map<string, Problem[]>();
    for (const told of this.#told.values()) {
      for (const [file, problems] of told.byFile) byFile.set(file, [...(byFile.get(file) ?? []), ...problems]);
    }
    for (const file of this.#shown.keys()) {
      if (byFile.has(file)) continue;
      this.#shown.delete(file);
      this.#diagnostics.delete(vscode.Uri.parse(file));
    }
    for (const [file, problems] of byFile) {
      const drawn = JSON.stringify(problems);
      if (this.#shown.get(file) === drawn) continue;
      this.#shown.set(file, drawn);
      this.#diagnostics.set(vscode.Uri.parse(file), problems.slice(0, MOST_PER_FILE).map(diagnosticOf));
    }
  }

  /** Takes over what folders tell anew, and says whether any did. */
  #takeIn(): boolean {
    const { snapshots } = this.#session;
    let changed = false;
    for (const key of this.#told.keys()) {
      if (!snapshots.some(({ folder }) => folder.key === key)) changed = this.#told.delete(key);
    }
    for (const { folder, review, phase } of snapshots) {
      // While articles are still being read, those that are not would look as if they were gone.
      if (!review || phase === 'reading' || phase === 'waiting' || this.#told.get(folder.key)?.review === review)
        continue;
      const byFile = new Map<string, Problem[]>();
      for (const problem of review.problems) {
        const file = vscode.Uri.joinPath(folder.uri, problem.sidecar).toString();
        byFile.set(file, [...(byFile.get(file) ?? []), problem]);
      }
      this.#told.set(folder.key, { review, byFile });
      changed = true;
    }
    return changed;
  }
}

function diagnosticOf(problem: Problem): vscode.Diagnostic {
  const range = new vscode.Range(problem.line - 1, problem.column - 1, problem.endLine - 1, problem.endColumn - 1);
  const diagnostic = new vscode.Diagnostic(range, localized(problem.phrases), severityOf(problem.severity));
  diagnostic.source = 'Crosscheck';
  diagnostic.code = problem.code;
  return diagnostic;
}

function severityOf(severity: Problem['severity']): vscode.DiagnosticSeverity {
  switch (severity) {
    case 'error':
      return vscode.DiagnosticSeverity.Error;
    case 'warning':
      return vscode.DiagnosticSeverity.Warning;
    case 'note':
      // Dots under the words, and nothing counted in the status bar: a key of one's own is no defect.
      return vscode.DiagnosticSeverity.Hint;
  }
}
