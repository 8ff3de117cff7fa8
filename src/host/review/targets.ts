import * as vscode from 'vscode';
import type { AnalyzedClaim, AnalyzedEntity, Dispute, Passage, Position } from '../../engine/analysis.ts';
import type { EntityType } from '../../engine/entities/types.ts';
import { overlap, type Span } from '../../engine/text/span.ts';
import { spanOf, type Texts } from '../kit/places.ts';
import { leastScore } from '../kit/settings.ts';
import type { Session } from '../session/session.ts';
import type { Article, DisputeRef, FolderSnapshot, PassageRef } from '../session/snapshot.ts';
import { type DisputeNode, factOf } from '../trees/disputeNodes.ts';
import { shownDisputes } from '../words/marks.ts';

/** A stretch of an article that a command is about. */
export interface Selected {
  readonly snapshot: FolderSnapshot;
  readonly article: Article;
  readonly span: Span;
}

/** A proposal of the analysis that a command is about. */
export type Suggested =
  | { readonly about: 'dispute'; readonly snapshot: FolderSnapshot; readonly dispute: Dispute }
  | { readonly about: 'claim'; readonly snapshot: FolderSnapshot; readonly path: string; readonly claim: AnalyzedClaim }
  | {
      readonly about: 'entity';
      readonly snapshot: FolderSnapshot;
      readonly path: string;
      readonly entity: AnalyzedEntity;
    };

/** A passage of a disputed fact, under the position where it stands. */
export interface DisputedPassage {
  readonly snapshot: FolderSnapshot;
  readonly dispute: Dispute;
  readonly position: Position;
  readonly passage: Passage;
}

/** What would otherwise be asked for: so that a key can be bound to a note that one makes often, and tests can make them. */
export interface Answers {
  readonly text?: string;
  readonly entity?: string;
  readonly entityType?: EntityType;
}

/** What an argument of a command may be: a link's, a row's, or nothing when it came from the palette or a key. */
export type Argument =
  | (PassageRef & Answers)
  | (Answers & { readonly path?: never })
  | DisputeRef
  | DisputeNode
  | undefined;

/** Finds out what a command is about, from its arguments, else from the editor's selection or cursor. */
export class Targets {
  readonly #session: Session;
  readonly #texts: Texts;

  constructor(session: Session, texts: Texts) {
    this.#session = session;
    this.#texts = texts;
  }

  /** The passage handed in, else the selection, else (when nothing is selected) the claim, the disputed passage or the word at the cursor. */
  selected(argument?: Argument): Selected | undefined {
    if (isPassage(argument)) return this.#passage(argument);
    const here = this.#here();
    if (!here) return undefined;
    const { snapshot, article, span, editor } = here;
    if (span.end > span.start) return { snapshot, article, span };
    const claim = smallest((article.analysis?.claims ?? []).filter(each => holds(each, span.start)));
    // Where "Go to Next Dispute" leads is the beginning of a passage, and the claim in it may begin later.
    const passage = claim ?? smallest(disputedIn(here).filter(each => holds(each, span.start)));
    if (passage) return { snapshot, article, span: { start: passage.start, end: passage.end } };
    const word = editor.document.getWordRangeAtPosition(editor.selection.active);
    return word && { snapshot, article, span: spanOf(article.lines, word) };
  }

  /** For entities: the selection, else the name or the word at the cursor. */
  selectedName(argument?: Argument): (Selected & { readonly entity?: AnalyzedEntity }) | undefined {
    if (isPassage(argument)) return this.#passage(argument);
    const here = this.#here();
    if (!here) return undefined;
    const { snapshot, article, span, editor } = here;
    const entity = smallest(
      (article.analysis?.entities ?? []).filter(each =>
        span.end > span.start ? overlap(each, span) > 0 : holds(each, span.start),
      ),
    );
    if (span.end > span.start) return { snapshot, article, span, ...(entity && { entity }) };
    if (entity) return { snapshot, article, span: { start: entity.start, end: entity.end }, entity };
    const word = editor.document.getWordRangeAtPosition(editor.selection.active);
    return word && { snapshot, article, span: spanOf(article.lines, word) };
  }

  /** The suggestions that a command is about: several when several rows are selected. A row below a fact stands for the fact. */
  suggested(argument?: Argument, all?: readonly DisputeNode[]): readonly Suggested[] {
    const nodes = all?.length ? all : argument && 'kind' in argument ? [argument] : [];
    if (nodes.length) {
      const facts = new Map<Dispute, Suggested>();
      for (const node of nodes) {
        const snapshot = this.#session.snapshot(node.folder);
        const dispute = factOf(node);
        if (snapshot && dispute) facts.set(dispute, { about: 'dispute', snapshot, dispute });
      }
      return [...facts.values()];
    }
    if (argument && 'id' in argument) {
      const snapshot = this.#session.snapshot(argument.folder);
      const dispute = snapshot?.disputes.find(({ id }) => id === argument.id);
      return snapshot && dispute ? [{ about: 'dispute', snapshot, dispute }] : [];
    }
    const at = isPassage(argument) ? this.#passage(argument) : this.#here();
    return at ? suggestionAt(at, argument === undefined) : [];
  }

  /** The disputed passages that a command is about: rows, those below rows of positions, else those at the cursor. */
  disputed(argument?: Argument, all?: readonly DisputeNode[]): readonly DisputedPassage[] {
    const nodes = all?.length ? all : argument && 'kind' in argument ? [argument] : [];
    if (nodes.length === 0) return this.#disputedHere();
    return nodes.flatMap(node => {
      const snapshot = this.#session.snapshot(node.folder);
      const dispute = factOf(node);
      if (!snapshot || !dispute || (node.kind !== 'position' && node.kind !== 'passage')) return [];
      const { position } = node;
      const passages = node.kind === 'passage' ? [node.passage] : position.evidence;
      return passages.map(passage => ({ snapshot, dispute, position, passage }));
    });
  }

  #disputedHere(): readonly DisputedPassage[] {
    const here = this.#here();
    if (!here) return [];
    const { snapshot, article, span } = here;
    const meets = (passage: Passage) =>
      passage.path === article.path &&
      (span.end > span.start ? overlap(passage, span) > 0 : holds(passage, span.start));
    return shownDisputes(snapshot, leastScore(snapshot.folder.uri)).flatMap(dispute =>
      dispute.positions.flatMap(position =>
        position.evidence.filter(meets).map(passage => ({ snapshot, dispute, position, passage })),
      ),
    );
  }

  #passage(ref: PassageRef): Selected | undefined {
    const snapshot = this.#session.snapshot(ref.folder);
    const article = snapshot?.articles.get(ref.path);
    return snapshot && article ? { snapshot, article, span: { start: ref.start, end: ref.end } } : undefined;
  }

  #here(): (Selected & { readonly editor: vscode.TextEditor }) | undefined {
    const editor = vscode.window.activeTextEditor;
    const found = editor && this.#session.articleOf(editor.document.uri);
    if (!editor || !found) return undefined;
    const { snapshot, article } = found;
    if (this.#texts.of(editor.document) !== article.text) return undefined;
    return { snapshot, article, span: spanOf(article.lines, editor.selection), editor };
  }
}

/** A menu of the editor hands over the article's URI, which has a path as well but names no folder: then the selection counts. */
function isPassage(argument: Argument): argument is PassageRef {
  return argument !== undefined && 'folder' in argument && 'path' in argument;
}

function disputedIn({ snapshot, article }: Selected): readonly Passage[] {
  return shownDisputes(snapshot, leastScore(snapshot.folder.uri)).flatMap(({ positions }) =>
    positions.flatMap(({ evidence }) => evidence.filter(({ path }) => path === article.path)),
  );
}

/** What matters most where one points at: a dispute, else a claim, else a name. */
function suggestionAt({ snapshot, article, span }: Selected, disputesToo: boolean): readonly Suggested[] {
  const meets = (other: Span) => (span.end > span.start ? overlap(other, span) > 0 : holds(other, span.start));
  const dispute = disputesToo
    ? shownDisputes(snapshot, leastScore(snapshot.folder.uri)).find(({ positions }) =>
        positions.some(({ evidence }) => evidence.some((p: Passage) => p.path === article.path && meets(p))),
      )
    : undefined;
  if (dispute) return [{ about: 'dispute', snapshot, dispute }];
  const claim = smallest((article.analysis?.claims ?? []).filter(meets));
  if (claim) return [{ about: 'claim', snapshot, path: article.path, claim }];
  const entity = smallest((article.analysis?.entities ?? []).filter(meets));
  return entity ? [{ about: 'entity', snapshot, path: article.path, entity }] : [];
}

function holds(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

function smallest<T extends Span>(spans: readonly T[]): T | undefined {
  return [...spans].sort((a, b) => a.end - a.start - (b.end - b.start))[0];
}
