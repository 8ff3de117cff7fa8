import * as vscode from 'vscode';
import type { AnalyzedClaim, Dispute, Passage } from '../../engine/analysis.ts';
import { Owner } from '../kit/disposing.ts';
import { COLORS, CONTEXT } from '../kit/ids.ts';
import { rangeOf } from '../kit/places.ts';
import { leastScore } from '../kit/settings.ts';
import type { Session } from '../session/session.ts';
import type { FolderSnapshot } from '../session/snapshot.ts';
import { dismissedDisputes, shownDisputes } from '../words/marks.ts';
import type { Annotating } from './annotate.ts';
import type { Deciding } from './decide.ts';
import type { Ledger } from './ledger.ts';
import type { Suggested } from './targets.ts';

/** One suggestion on the list; looked up anew at each step, since the analysis may have told it anew. */
interface Item {
  readonly folder: string;
  readonly passage: Passage;
  /** Of a dispute; a claim is found by its passage. */
  readonly dispute?: string;
}

interface TriageDeps {
  /** Where the signs beside reviewed lines lie. */
  readonly media: vscode.Uri;
  readonly session: Session;
  readonly deciding: Deciding;
  readonly annotating: Annotating;
  readonly ledger: Ledger;
  /** Has the hover tell of this fact, or of this claim, first. */
  readonly focus: (dispute: string | undefined, claim: Passage | undefined) => void;
  /** Shows where one is above the tree; empty when it is over. */
  readonly tell: (words: string) => void;
}

/**
 * "Review Suggestions": one by one, with single keys that count only while it lasts. What was decided is in the reviewer's file, so that one
 * goes on the next day where one stopped.
 */
export class Triage extends Owner {
  readonly #deps: TriageDeps;
  readonly #line = this.own(
    vscode.window.createTextEditorDecorationType({
      isWholeLine: true,
      backgroundColor: new vscode.ThemeColor(COLORS.triageLine),
    }),
  );
  /** What was decided can be seen beside the lines, by a sign and not by its colour alone. */
  readonly #reviewed: Readonly<Record<'confirmed' | 'dismissed', vscode.TextEditorDecorationType>>;
  #items: readonly Item[] = [];
  #at = 0;
  #said: vscode.Disposable | undefined;

  constructor(deps: TriageDeps) {
    super();
    this.#deps = deps;
    this.#reviewed = {
      confirmed: this.own(signOf(deps.media, 'confirmed')),
      dismissed: this.own(signOf(deps.media, 'dismissed')),
    };
    this.own(vscode.window.onDidChangeVisibleTextEditors(() => this.#markReviewed()));
    this.own({ dispose: () => this.end() });
  }

  /** Where one is, and in how many; for tests. */
  get position(): { readonly at: number; readonly of: number } {
    return { at: this.#at, of: this.#items.length };
  }

  /** Chooses what to review, and shows the first suggestion that nobody decided on. */
  async start(what?: 'disputes' | 'claims'): Promise<void> {
    const disputes = this.#disputes();
    const claims = this.#claims();
    const open = (items: readonly Item[]) => items.filter(item => !this.#decided(item)).length;
    const picks = [
      { label: vscode.l10n.t('Disputed facts'), items: disputes, what: 'disputes' as const },
      { label: vscode.l10n.t('Claims of this article'), items: claims, what: 'claims' as const },
    ]
      .filter(({ items }) => items.length > 0)
      .map(pick => ({
        ...pick,
        description: vscode.l10n.t('{0} of {1} to be reviewed', open(pick.items), pick.items.length),
      }));
    const given = picks.find(pick => pick.what === what);
    const chosen = given ?? (await vscode.window.showQuickPick(picks, { title: vscode.l10n.t('Review Suggestions') }));
    if (!chosen) return;
    const [first] = chosen.items;
    const snapshot = first && this.#deps.session.snapshot(first.folder);
    if (!snapshot || !(await this.#deps.ledger.ready(snapshot))) return;
    this.#items = chosen.items;
    const next = this.#items.findIndex(item => !this.#decided(item));
    this.#at = Math.max(0, next);
    await vscode.commands.executeCommand('setContext', CONTEXT.triaging, true);
    await this.#show();
  }

  async decide(decision: 'confirmed' | 'dismissed'): Promise<void> {
    const suggested = this.#suggested(this.#items[this.#at]);
    if (suggested && (await this.#deps.deciding.record(decision, [suggested]))) await this.nextUnreviewed();
  }

  /** Goes on when what is under review was decided on by other means: a link of the hover, or a row of the tree. */
  async follow(): Promise<void> {
    const item = this.#items[this.#at];
    if (item && this.#decided(item)) await this.nextUnreviewed();
  }

  async note(): Promise<void> {
    const item = this.#items[this.#at];
    if (item) await this.#deps.annotating.note({ folder: item.folder, ...item.passage });
    await this.#show();
  }

  async go(by: 1 | -1): Promise<void> {
    if (this.#items.length === 0) return;
    this.#at = (this.#at + by + this.#items.length) % this.#items.length;
    await this.#show();
  }

  /** The next one that nobody decided on, from here round; ends when there is none. */
  async nextUnreviewed(): Promise<void> {
    for (let step = 1; step <= this.#items.length; step++) {
      const at = (this.#at + step) % this.#items.length;
      const item = this.#items[at];
      if (!item || this.#decided(item)) continue;
      this.#at = at;
      await this.#show();
      return;
    }
    const all = this.#items.length;
    this.end();
    vscode.window.setStatusBarMessage(`$(check-all) ${vscode.l10n.t('All {0} suggestions are reviewed.', all)}`, 8_000);
  }

  /** Takes the last decision back, and shows what it was about. */
  async undo(): Promise<void> {
    const before = this.#items.map(item => this.#decided(item));
    await this.#deps.ledger.undo();
    const reopened = this.#items.findIndex((item, i) => before[i] && !this.#decided(item));
    if (reopened >= 0) this.#at = reopened;
    await this.#show();
  }

  end(): void {
    this.#items = [];
    void vscode.commands.executeCommand('setContext', CONTEXT.triaging, false);
    for (const editor of vscode.window.visibleTextEditors) editor.setDecorations(this.#line, []);
    this.#markReviewed();
    this.#said?.dispose();
    this.#said = undefined;
    this.#deps.tell('');
    this.#deps.focus(undefined, undefined);
  }

  async #show(): Promise<void> {
    const item = this.#items[this.#at];
    const snapshot = item && this.#deps.session.snapshot(item.folder);
    const article = snapshot?.articles.get(item?.passage.path ?? '');
    if (!item || !snapshot || !article) return;
    const range = rangeOf(article.lines, item.passage);
    for (const editor of vscode.window.visibleTextEditors) editor.setDecorations(this.#line, []);
    const editor = await vscode.window.showTextDocument(article.uri, {
      selection: new vscode.Range(range.start, range.start),
      preserveFocus: false,
    });
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    const done = this.#items.filter(each => this.#decided(each)).length;
    const decided = this.#decided(item);
    const state = decided === 'confirmed' ? vscode.l10n.t('confirmed') : decided ? vscode.l10n.t('dismissed') : '';
    const progress = vscode.l10n.t('{0} of {1} reviewed', done, this.#items.length);
    const keys = vscode.l10n.t('Y confirm · X dismiss · N note · Space next · ←→ step · U undo · Esc end');
    const words = [progress, state, keys].filter(Boolean).join(' · ');
    editor.setDecorations(this.#line, [range]);
    this.#markReviewed();
    this.#said?.dispose();
    this.#said = vscode.window.setStatusBarMessage(`$(checklist) ${[progress, state].filter(Boolean).join(' · ')}`);
    this.#deps.tell(words);
    this.#deps.focus(item.dispute, item.dispute === undefined ? item.passage : undefined);
    await vscode.commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
  }

  /** Marks the lines of what was decided, in every article in sight; none once the review is over. */
  #markReviewed(): void {
    for (const editor of vscode.window.visibleTextEditors) {
      const found = this.#deps.session.articleOf(editor.document.uri);
      const here = found
        ? this.#items.filter(
            ({ folder, passage }) => folder === found.snapshot.folder.key && passage.path === found.article.path,
          )
        : [];
      for (const decision of ['confirmed', 'dismissed'] as const) {
        const decided = here.filter(item => this.#decided(item) === decision);
        editor.setDecorations(
          this.#reviewed[decision],
          found ? decided.map(({ passage }) => firstLine(rangeOf(found.article.lines, passage))) : [],
        );
      }
    }
  }

  #disputes(): readonly Item[] {
    return this.#deps.session.snapshots.flatMap(snapshot =>
      [...shownDisputes(snapshot, leastScore(snapshot.folder.uri)), ...dismissedDisputes(snapshot)].flatMap(dispute => {
        const passage = dispute.positions[0]?.evidence[0];
        return passage ? [{ folder: snapshot.folder.key, passage, dispute: dispute.id }] : [];
      }),
    );
  }

  #claims(): readonly Item[] {
    // The box of a comment, too, is an active editor while one types in it: the article is the one in sight.
    const { activeTextEditor, visibleTextEditors } = vscode.window;
    const [found] = [...(activeTextEditor ? [activeTextEditor] : []), ...visibleTextEditors].flatMap(
      ({ document }) => this.#deps.session.articleOf(document.uri) ?? [],
    );
    if (!found) return [];
    const { snapshot, article } = found;
    return (article.analysis?.claims ?? []).map(({ start, end }) => ({
      folder: snapshot.folder.key,
      passage: { path: article.path, start, end },
    }));
  }

  #suggested(item: Item | undefined): Suggested | undefined {
    const snapshot = item && this.#deps.session.snapshot(item.folder);
    if (!item || !snapshot) return undefined;
    if (item.dispute !== undefined) {
      const dispute = disputeOf(snapshot, item.dispute);
      return dispute && { about: 'dispute', snapshot, dispute };
    }
    const claim = claimOf(snapshot, item.passage);
    return claim && { about: 'claim', snapshot, path: item.passage.path, claim };
  }

  #decided(item: Item): 'confirmed' | 'dismissed' | 'divided' | undefined {
    const suggested = this.#suggested(item);
    if (!suggested || suggested.about === 'entity') return undefined;
    const { decisions } = suggested.snapshot;
    return decisions.get(suggested.about === 'dispute' ? suggested.dispute : suggested.claim)?.decision;
  }
}

function signOf(media: vscode.Uri, decision: 'confirmed' | 'dismissed'): vscode.TextEditorDecorationType {
  const sign = (theme: string) => vscode.Uri.joinPath(media, 'review', `${decision}-${theme}.svg`);
  return vscode.window.createTextEditorDecorationType({
    dark: { gutterIconPath: sign('dark') },
    light: { gutterIconPath: sign('light') },
    gutterIconSize: 'contain',
  });
}

function firstLine({ start }: vscode.Range): vscode.Range {
  return new vscode.Range(start, start);
}

function disputeOf(snapshot: FolderSnapshot, id: string): Dispute | undefined {
  return snapshot.disputes.find(dispute => dispute.id === id);
}

function claimOf(snapshot: FolderSnapshot, passage: Passage): AnalyzedClaim | undefined {
  return snapshot.articles
    .get(passage.path)
    ?.analysis?.claims.find(({ start, end }) => start === passage.start && end === passage.end);
}
