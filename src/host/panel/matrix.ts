import * as vscode from 'vscode';
import type { Dispute } from '../../engine/analysis.ts';
import { isRequest, type MatrixCell, type MatrixData, type MatrixFact } from '../../protocol/matrix.ts';
import { Debounce, Owner } from '../kit/disposing.ts';
import { CONFIGURATION } from '../kit/ids.ts';
import { rangeOf } from '../kit/places.ts';
import { leastScore } from '../kit/settings.ts';
import type { Session } from '../session/session.ts';
import type { FolderSnapshot } from '../session/snapshot.ts';
import { labelWords } from '../words/differingWords.ts';
import { rowExcerpt } from '../words/excerpts.ts';
import { certaintyLabel, dayLabel, kindLabel, sourceLabel, statusMeaning } from '../words/labels.ts';
import { shownDisputes } from '../words/marks.ts';
import { decidedLabel } from '../words/settled.ts';
import { verdictWords } from '../words/verdictWords.ts';

/**
 * The matrix: for each fact its competing positions in rows, the sources in columns. That way round, and not the other, lowered
 * confirmation bias (Dhami, Belton and De Werd 2024). A webview with a policy that lets nothing in but its own script and style.
 */
export class Matrix extends Owner {
  readonly #session: Session;
  readonly #extension: vscode.Uri;
  readonly #soon = this.own(new Debounce(200, () => this.#send()));
  #panel: vscode.WebviewPanel | undefined;
  #folder: string | undefined;

  constructor(session: Session, extension: vscode.Uri) {
    super();
    this.#session = session;
    this.#extension = extension;
    this.own(session.onDidChange(() => this.#soon.ask()));
    this.own(
      vscode.workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration(CONFIGURATION)) this.#soon.ask();
      }),
    );
    this.own({ dispose: () => this.#panel?.dispose() });
  }

  open(): void {
    const editor = vscode.window.activeTextEditor;
    const here = editor && this.#session.placeOf(editor.document.uri)?.snapshot;
    this.#folder = (here ?? this.#session.snapshots[0])?.folder.key;
    if (this.#panel) {
      this.#panel.reveal();
      this.#send();
      return;
    }
    const dist = vscode.Uri.joinPath(this.#extension, 'dist');
    const media = vscode.Uri.joinPath(this.#extension, 'media');
    const panel = vscode.window.createWebviewPanel(
      'crosscheck.matrix',
      vscode.l10n.t('Matrix of Positions'),
      vscode.ViewColumn.Active,
      { enableScripts: true, localResourceRoots: [dist, media] },
    );
    this.#panel = panel;
    panel.iconPath = {
      dark: vscode.Uri.joinPath(media, 'matrix-dark.svg'),
      light: vscode.Uri.joinPath(media, 'matrix-light.svg'),
    };
    panel.onDidDispose(() => {
      this.#panel = undefined;
    });
    panel.webview.onDidReceiveMessage((message: unknown) => void this.#answer(message));
    panel.webview.html = pageOf(
      panel.webview,
      vscode.Uri.joinPath(dist, 'matrix.js'),
      vscode.Uri.joinPath(media, 'matrix.css'),
    );
  }

  async #answer(message: unknown): Promise<void> {
    const snapshot = this.#folder === undefined ? undefined : this.#session.snapshot(this.#folder);
    if (!isRequest(message, path => snapshot?.articles.has(path) === true)) return;
    if ('ready' in message) {
      this.#send();
      return;
    }
    const article = snapshot?.articles.get(message.open.path);
    if (!article) return;
    await vscode.window.showTextDocument(article.uri, {
      viewColumn: vscode.ViewColumn.Beside,
      selection: rangeOf(article.lines, message.open),
      preserveFocus: false,
    });
  }

  #send(): void {
    const snapshot = this.#folder === undefined ? undefined : this.#session.snapshot(this.#folder);
    if (this.#panel && snapshot) void this.#panel.webview.postMessage(matrixOf(snapshot));
  }
}

/** The matrix of a folder: the facts that are shown, sure ones first. */
export function matrixOf(snapshot: FolderSnapshot): MatrixData {
  const articles = [...snapshot.articles.values()].filter(({ analysis }) => analysis?.reach === 'analysed');
  const index = new Map(articles.map(({ path }, i) => [path, i]));
  return {
    folder: snapshot.folder.key,
    sources: articles.map(article => ({
      path: article.path,
      label: sourceLabel(article, article.path),
      day: dayLabel(article),
    })),
    facts: shownDisputes(snapshot, leastScore(snapshot.folder.uri)).map(dispute => factOf(snapshot, dispute, index)),
    words: {
      filter: vscode.l10n.t('Filter facts, positions and passages'),
      none: vscode.l10n.t('No fact has these words.'),
      position: vscode.l10n.t('Position'),
      silent: vscode.l10n.t('nothing'),
      help: vscode.l10n.t('Arrow keys move from cell to cell, Enter opens the passage beside.'),
      title: vscode.l10n.t('Positions by source: {0}', snapshot.folder.name),
    },
  };
}

function factOf(snapshot: FolderSnapshot, dispute: Dispute, index: ReadonlyMap<string, number>): MatrixFact {
  const ruled = verdictWords(snapshot, dispute) || decidedLabel(snapshot, dispute) || certaintyLabel(dispute.score);
  return {
    id: dispute.id,
    title: dispute.title,
    about: [kindLabel(dispute.kind), statusMeaning(dispute.status), ruled].join(' · '),
    positions: dispute.positions.map(({ label, evidence }) => {
      const cells = new Map<number, MatrixCell>();
      for (const passage of evidence) {
        const source = index.get(passage.path);
        const article = snapshot.articles.get(passage.path);
        if (source === undefined || !article) continue;
        const known = cells.get(source);
        const { start, end } = passage;
        const words = rowExcerpt(article.text, passage, labelWords(article.text, passage, label));
        cells.set(
          source,
          known
            ? { ...known, more: known.more + 1 }
            : { source, start, end, line: article.lineOf(start), words, more: 0 },
        );
      }
      return { label, cells: [...cells.values()] };
    }),
  };
}

function pageOf(webview: vscode.Webview, script: vscode.Uri, style: vscode.Uri): string {
  const nonce = [...globalThis.crypto.getRandomValues(new Uint8Array(16))]
    .map(byte => byte.toString(16).padStart(2, '0'))
    .join('');
  return `<!doctype html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${webview.asWebviewUri(style)}">
<title>Crosscheck</title>
</head>
<body>
<main id="matrix"></main>
<script nonce="${nonce}" src="${webview.asWebviewUri(script)}"></script>
</body>
</html>`;
}
