import * as vscode from 'vscode';
import { Owner } from './disposing.ts';
import type { Session } from './session.ts';

/** VS Code cuts what is too much in silence; this is cut in words. */
const MOST_PER_FILE = 200;

/** Defects of sidecars and of `sources.yaml`, in the Problems view, at their line and column. */
export class Problems extends Owner {
  readonly #diagnostics = this.own(vscode.languages.createDiagnosticCollection('crosscheck'));
  readonly #session: Session;
  readonly #shown = new Map<string, Set<string>>();
  readonly #last = new Map<string, unknown>();

  constructor(session: Session) {
    super();
    this.#session = session;
    this.own(session.onDidChange(() => this.#show()));
    this.#show();
  }

  #show(): void {
    const folders = new Set(this.#session.snapshots.map(({ folder }) => folder.key));
    for (const [folder, files] of this.#shown) {
      if (folders.has(folder)) continue;
      for (const file of files) this.#diagnostics.delete(vscode.Uri.parse(file));
      this.#shown.delete(folder);
      this.#last.delete(folder);
    }
    for (const { folder, review, phase } of this.#session.snapshots) {
      // While articles are still being read, those that are not would look as if they were gone.
      if (phase === 'reading' || phase === 'waiting') continue;
      if (!review || this.#last.get(folder.key) === review) continue;
      this.#last.set(folder.key, review);
      const byFile = new Map<string, vscode.Diagnostic[]>();
      for (const problem of review.problems) {
        const file = vscode.Uri.joinPath(folder.uri, problem.sidecar).toString();
        const list = byFile.get(file) ?? [];
        byFile.set(file, list);
        if (list.length < MOST_PER_FILE) list.push(diagnosticOf(problem));
      }
      for (const file of this.#shown.get(folder.key) ?? []) {
        if (!byFile.has(file)) this.#diagnostics.delete(vscode.Uri.parse(file));
      }
      for (const [file, list] of byFile) this.#diagnostics.set(vscode.Uri.parse(file), list);
      this.#shown.set(folder.key, new Set(byFile.keys()));
    }
  }
}

type Problem = NonNullable<Session['snapshots'][number]['review']>['problems'][number];

function diagnosticOf(problem: Problem): vscode.Diagnostic {
  const range = new vscode.Range(problem.line - 1, problem.column - 1, problem.endLine - 1, problem.endColumn - 1);
  const diagnostic = new vscode.Diagnostic(range, problem.message, severityOf(problem.severity));
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
