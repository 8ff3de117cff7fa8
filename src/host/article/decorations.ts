import * as vscode from 'vscode';
import { LineIndex } from '../../engine/text/positions.ts';
import type { Span } from '../../engine/text/span.ts';
import { Debounce, Owner } from '../kit/disposing.ts';
import { COLORS, CONFIGURATION, type Layer } from '../kit/ids.ts';
import { rangeOf, type Texts } from '../kit/places.ts';
import { highlightOptions } from '../kit/settings.ts';
import type { Reviewer } from '../session/reviewer.ts';
import type { Jumped, Session } from '../session/session.ts';
import { type Marks, marksOf, merged } from '../words/marks.ts';

/**
 * How each layer looks. Colours come from the theme; beside the colour each has a shape of its own: disputes a thick line and a tint, claims
 * dots, human marks a box, kinds of names a kind of underline each.
 */
const LOOKS: { readonly [L in Layer]: vscode.DecorationRenderOptions } = {
  disputes: {
    backgroundColor: color('disputeBackground'),
    borderColor: color('disputeBorder'),
    borderStyle: 'solid',
    borderWidth: '0 0 2px 0',
    overviewRulerColor: color('disputeRuler'),
    overviewRulerLane: vscode.OverviewRulerLane.Right,
  },
  claims: { borderColor: color('claimBorder'), borderStyle: 'dotted', borderWidth: '0 0 1px 0' },
  annotations: {
    backgroundColor: color('annotationBackground'),
    borderColor: color('annotationBorder'),
    borderStyle: 'solid',
    borderWidth: '1px',
    borderRadius: '3px',
    overviewRulerColor: color('annotationRuler'),
    overviewRulerLane: vscode.OverviewRulerLane.Left,
  },
  others: {
    backgroundColor: color('othersBackground'),
    borderColor: color('othersBorder'),
    borderStyle: 'dashed',
    borderWidth: '1px',
    borderRadius: '3px',
    overviewRulerColor: color('annotationRuler'),
    overviewRulerLane: vscode.OverviewRulerLane.Left,
  },
  person: { color: color('person'), textDecoration: 'underline solid 1px; text-underline-offset: 2px' },
  organization: { color: color('organization'), textDecoration: 'underline double 1px; text-underline-offset: 2px' },
  place: { color: color('place'), textDecoration: 'underline dotted; text-underline-offset: 2px' },
  group: { color: color('group'), textDecoration: 'underline dashed 1px; text-underline-offset: 2px' },
  event: { color: color('event'), textDecoration: 'underline wavy 1px; text-underline-offset: 2px' },
  date: { color: color('date'), fontStyle: 'italic' },
  quantity: { color: color('quantity'), fontWeight: 'bold' },
};

function color(name: keyof typeof COLORS): vscode.ThemeColor {
  return new vscode.ThemeColor(COLORS[name]);
}

/**
 * Draws the marks of every visible article: plain ranges, one type a layer. While one types, VS Code moves the drawn marks along; new ones
 * are drawn when the analysis of exactly that text is there.
 */
export class Decorations extends Owner {
  readonly #session: Session;
  readonly #texts: Texts;
  readonly #reviewer: Reviewer;
  readonly #types: ReadonlyMap<Layer, vscode.TextEditorDecorationType>;
  readonly #drawn = new WeakMap<vscode.TextEditor, Marks>();
  /** Editors whose text was touched since: what was drawn may have been squeezed, and is drawn anew in any case. */
  readonly #touched = new WeakSet<vscode.TextEditor>();
  readonly #soon = this.own(new Debounce(20, () => this.#drawAll()));

  constructor(session: Session, texts: Texts, reviewer: Reviewer) {
    super();
    this.#reviewer = reviewer;
    this.#session = session;
    this.#texts = texts;
    const layers = Object.keys(LOOKS) as Layer[];
    this.#types = new Map(
      layers.map(layer => [
        layer,
        this.own(
          vscode.window.createTextEditorDecorationType({
            ...LOOKS[layer],
            rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
          }),
        ),
      ]),
    );
    this.own(session.onDidChange(() => this.#soon.ask()));
    this.own(reviewer.onDidChange(() => this.#soon.ask()));
    this.own(
      vscode.window.onDidChangeVisibleTextEditors(editors => editors.forEach(editor => void this.#draw(editor))),
    );
    this.own(session.onDidJump(jumped => this.#follow(jumped)));
    this.own(
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        for (const editor of vscode.window.visibleTextEditors) {
          if (editor.document === document) this.#touched.add(editor);
        }
      }),
    );
    this.own(
      vscode.workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration(CONFIGURATION)) this.#drawAll();
      }),
    );
    this.#drawAll();
  }

  #drawAll(): void {
    for (const editor of vscode.window.visibleTextEditors) this.#draw(editor);
  }

  #draw(editor: vscode.TextEditor): void {
    const found = this.#session.articleOf(editor.document.uri);
    if (!found) {
      this.#clear(editor);
      return;
    }
    const { snapshot, article } = found;
    // Newer than what was analysed: the marks that are drawn follow the text by themselves until it was.
    if (this.#texts.of(editor.document) !== article.text) return;
    const marks = marksOf(
      snapshot,
      article,
      highlightOptions(editor.document.uri, this.#reviewer.slug(editor.document.uri)),
    );
    const drawn = this.#touched.has(editor) ? undefined : this.#drawn.get(editor);
    this.#touched.delete(editor);
    this.#drawn.set(editor, marks);
    for (const [layer, type] of this.#types) {
      const spans = marks.get(layer) ?? [];
      if (!drawn || !sameSpans(drawn.get(layer) ?? [], spans)) {
        editor.setDecorations(
          type,
          spans.map(span => rangeOf(article.lines, span)),
        );
      }
    }
  }

  /** Draws what people marked where it is now; the rest comes with the analysis. */
  #follow({ document, reading, path }: Jumped): void {
    const text = this.#texts.of(document);
    const { enabled, layers, reviewer } = highlightOptions(document.uri, this.#reviewer.slug(document.uri));
    const marks = reading.followed(path, text);
    const lines = new LineIndex(text);
    for (const layer of ['annotations', 'others'] as const) {
      const type = this.#types.get(layer);
      if (!type || !enabled || !layers.has(layer)) continue;
      const spans = marks
        .filter(({ slug }) => (slug === reviewer) === (layer === 'annotations'))
        .map(({ span }) => span);
      const ranges = merged(spans).map(span => rangeOf(lines, span));
      for (const editor of vscode.window.visibleTextEditors)
        if (editor.document === document) editor.setDecorations(type, ranges);
    }
  }

  #clear(editor: vscode.TextEditor): void {
    if (!this.#drawn.has(editor)) return;
    this.#drawn.delete(editor);
    for (const type of this.#types.values()) editor.setDecorations(type, []);
  }
}

function sameSpans(a: readonly Span[], b: readonly Span[]): boolean {
  return a.length === b.length && a.every(({ start, end }, i) => start === b[i]?.start && end === b[i]?.end);
}
