import * as vscode from 'vscode';
import { sentencesAround } from '../../review/base/sentences.ts';
import { COMMANDS, INTERNAL_COMMANDS, PASSAGE_SCHEME } from '../kit/ids.ts';
import { rangeOf } from '../kit/places.ts';
import type { Argument, Suggested, Targets } from '../review/targets.ts';
import type { Session } from '../session/session.ts';
import type { DisputeRef, FolderSnapshot, PassageRef } from '../session/snapshot.ts';
import type { DisputeNode } from '../trees/disputeNodes.ts';
import { excerptOf } from '../words/excerpts.ts';
import { passageLabel, relationLabel } from '../words/labels.ts';
import { argumentOf, type Commands, nodesOf, passageOf, showOptionsOf } from './commandArguments.ts';

/** How many documents of passages are kept for editors that may still show them. */
const MOST_DOCUMENTS = 200;

/** As wide as half an editor is at least. */
const COLUMNS = 50;

/**
 * Opens passages, and shows them side by side: in read-only documents that hold the passage's paragraph alone, its sentences a line each, so
 * that VS Code's comparison sets words against words and not layout against layout.
 */
export class Passages implements vscode.TextDocumentContentProvider {
  readonly #session: Session;
  readonly #targets: Targets;
  readonly #contents = new Map<string, string>();

  constructor(session: Session, targets: Targets) {
    this.#session = session;
    this.#targets = targets;
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#contents.get(uri.toString()) ?? vscode.l10n.t('This passage is no longer known. Compare it again.');
  }

  /** Opens an article and selects the passage in it. */
  async open(passage: PassageRef, options: { readonly preserveFocus?: boolean } = {}): Promise<void> {
    const article = this.#session.snapshot(passage.folder)?.articles.get(passage.path);
    if (!article) throw new Error(vscode.l10n.t('{0} is no longer among the articles.', passage.path));
    await vscode.window.showTextDocument(article.uri, {
      selection: rangeOf(article.lines, passage),
      preserveFocus: options.preserveFocus ?? false,
    });
  }

  /** Two passages side by side. */
  async compare(a: PassageRef, b: PassageRef): Promise<void> {
    const left = this.#documentOf(a);
    const right = this.#documentOf(b);
    await Promise.all([left, right].map(asPassage));
    await vscode.commands.executeCommand('vscode.diff', left.uri, right.uri, `${left.title} ↔ ${right.title}`);
  }

  /** The first passage of each position of a fact: two by comparison, more in the editor that shows many comparisons at once. */
  async compareDispute({ folder, id }: DisputeRef): Promise<void> {
    const dispute = this.#session.snapshot(folder)?.disputes.find(each => each.id === id);
    if (!dispute) throw new Error(vscode.l10n.t('This fact is no longer in dispute.'));
    const firsts = dispute.positions.flatMap(({ evidence }) =>
      evidence.slice(0, 1).map(passage => ({ folder, ...passage })),
    );
    const [first, second, ...rest] = firsts;
    if (!first || !second) throw new Error(vscode.l10n.t('This fact has only one passage.'));
    if (rest.length === 0) return this.compare(first, second);
    // The editor for many comparisons does not wrap the lines on its left side.
    const left = this.#documentOf(first, COLUMNS);
    const others = [second, ...rest].map(passage => this.#documentOf(passage, COLUMNS));
    await Promise.all([left, ...others].map(asPassage));
    const resources = others.map(right => [right.uri, left.uri, right.uri]);
    await vscode.commands.executeCommand('vscode.changes', dispute.title, resources);
  }

  /** The passages of selected rows, else of the fact at the cursor, else of the claim there and a match that the reader picks. */
  async compareHere(argument?: Argument, all?: readonly DisputeNode[]): Promise<void> {
    const rows = (all ?? []).flatMap(node =>
      node.kind === 'passage' ? [{ folder: node.folder, ...node.passage }] : [],
    );
    const [a, b] = rows;
    if (a && b) return this.compare(a, b);
    const [found] = this.#targets.suggested(argument, all);
    if (found?.about === 'dispute')
      return this.compareDispute({ folder: found.snapshot.folder.key, id: found.dispute.id });
    if (found?.about === 'claim') return this.#compareClaim(found);
    await vscode.window.showInformationMessage(vscode.l10n.t('There is no claim here to compare.'));
  }

  async #compareClaim({ snapshot, path, claim }: Extract<Suggested, { about: 'claim' }>): Promise<void> {
    const all = await this.#session.matchesOf(snapshot, path);
    const matches = all.filter(({ a }) => a.path === path && a.start < claim.end && claim.start < a.end);
    if (matches.length === 0) {
      await vscode.window.showInformationMessage(vscode.l10n.t('No other source tells this.'));
      return;
    }
    const folder = snapshot.folder.key;
    const picks = matches.map(match => {
      const article = snapshot.articles.get(match.b.path);
      const detail = article ? excerptOf(article.text, match.b, 120).text : '';
      return { label: passageLabel(snapshot, match.b), description: relationLabel(match.relation), detail, match };
    });
    const chosen =
      matches.length === 1
        ? picks[0]
        : await vscode.window.showQuickPick(picks, { title: vscode.l10n.t('Compare With') });
    if (chosen) await this.compare({ folder, ...chosen.match.a }, { folder, ...chosen.match.b });
  }

  #documentOf(
    passage: PassageRef,
    columns = Number.POSITIVE_INFINITY,
  ): { readonly uri: vscode.Uri; readonly title: string } {
    const snapshot = this.#session.snapshot(passage.folder);
    const article = snapshot?.articles.get(passage.path);
    if (!snapshot || !article) throw new Error(vscode.l10n.t('{0} is no longer among the articles.', passage.path));
    const title = passageLabel(snapshot, passage);
    // The title is the tab's name; the query keeps apart passages that begin on one line, and texts from before an edit.
    const uri = vscode.Uri.from({
      scheme: PASSAGE_SCHEME,
      path: `/${title.replace(/[\\/]/g, '∕')}`,
      query: `${passage.start}-${passage.end}-${snapshot.version}-${columns}`,
    });
    this.#contents.set(uri.toString(), wrapped(contentOf(snapshot, passage), columns));
    for (const key of this.#contents.keys()) {
      if (this.#contents.size <= MOST_DOCUMENTS) break;
      this.#contents.delete(key);
    }
    return { uri, title };
  }
}

/** Breaks lines between words. */
function wrapped(text: string, columns: number): string {
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    let now = '';
    for (const word of line.split(' ')) {
      if (now && now.length + 1 + word.length > columns) {
        lines.push(now);
        now = word;
      } else now = now ? `${now} ${word}` : word;
    }
    lines.push(now);
  }
  return lines.join('\n');
}

/** Gives a document the language that wraps its lines whatever the reader's settings are for other texts. */
async function asPassage({ uri }: { readonly uri: vscode.Uri }): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.languageId !== PASSAGE_SCHEME) await vscode.languages.setTextDocumentLanguage(document, PASSAGE_SCHEME);
}

/** The passage's sentences, a line each: nothing else, since whatever else stood there would be marked as different. */
function contentOf(snapshot: FolderSnapshot, passage: PassageRef): string {
  const article = snapshot.articles.get(passage.path);
  if (!article) return '';
  const { text } = article;
  const { start, end } = sentencesAround(text, passage);
  return `${text
    .slice(start, end)
    .replace(/\s*\n\s*/g, '\n')
    .trim()}\n`;
}

/** The commands that links and rows carry. */
export function passageCommands(passages: Passages): Commands {
  return {
    [INTERNAL_COMMANDS.openPassage]: async (given, options) => {
      const passage = passageOf(given);
      if (passage) await passages.open(passage, showOptionsOf(options));
    },
    [INTERNAL_COMMANDS.comparePassages]: async (first, second) => {
      const [a, b] = [passageOf(first), passageOf(second)];
      if (a && b) await passages.compare(a, b);
    },
    [INTERNAL_COMMANDS.compareDispute]: given => passages.compareHere(argumentOf(given)),
    [COMMANDS.compare]: (given, all) => passages.compareHere(argumentOf(given), nodesOf(all)),
  };
}
