import * as vscode from 'vscode';
import { normalizeText } from '../../engine/text/normalize.ts';
import type { LineIndex } from '../../engine/text/positions.ts';
import type { Span } from '../../engine/text/span.ts';

/** An editor's range for a span of normalized text. */
export function rangeOf(lines: LineIndex, span: Span): vscode.Range {
  const start = lines.positionAt(span.start);
  const end = lines.positionAt(span.end);
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** The span of normalized text that an editor's range covers. */
export function spanOf(lines: LineIndex, range: vscode.Range): Span {
  return { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
}

/** The normalized text of documents, made once for each version. */
export class Texts {
  readonly #known = new WeakMap<vscode.TextDocument, { readonly version: number; readonly text: string }>();

  of(document: vscode.TextDocument): string {
    const known = this.#known.get(document);
    if (known?.version === document.version) return known.text;
    const text = normalizeText(document.getText());
    this.#known.set(document, { version: document.version, text });
    return text;
  }
}
