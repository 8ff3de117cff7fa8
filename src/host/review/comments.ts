import * as vscode from 'vscode';
import { type Attached, isAttached } from '../../review/anchors/anchor.ts';
import type { AnchoredAnnotation, Annotation } from '../../review/format/schema.ts';
import type { SaidAnnotation } from '../../review/union/said.ts';
import type { Thread } from '../../review/union/union.ts';
import { Debounce, Owner } from '../kit/disposing.ts';
import { COMMENTS } from '../kit/ids.ts';
import { rangeOf, spanOf, type Texts } from '../kit/places.ts';
import type { Session } from '../session/session.ts';
import type { Article, FolderSnapshot } from '../session/snapshot.ts';
import { shorten } from '../words/excerpts.ts';
import { spokenOf } from '../words/spoken.ts';
import type { Ledger } from './ledger.ts';

/** A thread costs VS Code some 14 ms: so many at most for one article, and so many made in one go. */
const MOST_THREADS = 60;
const AT_ONCE = 6;

/** What a comment on the screen stands for. */
export class Note implements vscode.Comment {
  readonly said: SaidAnnotation;
  readonly key: string;
  readonly author: vscode.CommentAuthorInformation;
  readonly timestamp?: Date;
  body: vscode.MarkdownString | string;
  mode = vscode.CommentMode.Preview;
  contextValue: string;
  /** Where it is shown; needed when it is edited, since VS Code hands over the comment alone. */
  readonly parent: vscode.CommentThread;

  constructor(said: SaidAnnotation, parent: vscode.CommentThread, mine: boolean) {
    this.said = said;
    this.parent = parent;
    this.key = keyOf(said);
    this.author = { name: said.reviewer };
    const made = said.record.created ? new Date(said.record.created) : undefined;
    if (made && !Number.isNaN(made.getTime())) this.timestamp = made;
    this.body = bodyOf(said.record);
    this.contextValue = mine ? 'mine' : 'others';
  }
}

/** What was typed and could not be saved: it stays in its thread, to be saved again or given up. */
export class Draft implements vscode.Comment {
  readonly author: vscode.CommentAuthorInformation;
  readonly label = vscode.l10n.t('not saved');
  readonly contextValue = 'draft';
  readonly parent: vscode.CommentThread;
  mode = vscode.CommentMode.Editing;
  body: string;

  constructor(body: string, parent: vscode.CommentThread, reviewer: string) {
    this.body = body;
    this.parent = parent;
    this.author = { name: reviewer };
  }
}

interface Shown {
  readonly thread: vscode.CommentThread;
  /** What it was drawn from: drawn anew only when that changes. */
  drawn: string;
}

/**
 * Annotations as threads in the margin, for the articles that one looks at. Threads are kept and changed in place, so that nothing flickers
 * and what somebody is typing stays; a closed article's threads go when many others were opened since.
 */
export class Comments extends Owner {
  readonly #session: Session;
  readonly #texts: Texts;
  readonly #ledger: Ledger;
  readonly #controller: vscode.CommentController;
  readonly #shown = new Map<string, Map<string, Shown>>();
  readonly #soon = this.own(new Debounce(80, () => this.#showAll()));

  constructor(session: Session, texts: Texts, ledger: Ledger) {
    super();
    this.#session = session;
    this.#texts = texts;
    this.#ledger = ledger;
    this.#controller = this.own(vscode.comments.createCommentController(COMMENTS.controller, 'Crosscheck'));
    this.#controller.options = {
      prompt: vscode.l10n.t('Add a note…'),
      placeHolder: vscode.l10n.t('Your note, in Markdown'),
    };
    this.#controller.commentingRangeProvider = {
      provideCommentingRanges: document =>
        session.articleOf(document.uri) ? [new vscode.Range(0, 0, Math.max(0, document.lineCount - 1), 0)] : [],
    };
    this.own(session.onDidChange(() => this.#soon.ask()));
    this.own(vscode.window.onDidChangeVisibleTextEditors(() => this.#soon.ask()));
    this.own(ledger.onDidChangeReviewer(() => this.#soon.ask()));
    this.#showAll();
  }

  /** The threads that are shown in an article. */
  threadsIn(uri: vscode.Uri): readonly vscode.CommentThread[] {
    return [...(this.#shown.get(uri.toString())?.values() ?? [])].map(({ thread }) => thread);
  }

  /** "Add Note" in a thread: begins it, or answers in it. What cannot be written stays in the thread as a draft. */
  async submit({ thread, text }: vscode.CommentReply): Promise<void> {
    if (!/\S/.test(text) || (await this.#write(thread, text))) return;
    thread.comments = [...thread.comments, new Draft(text, thread, this.#ledger.mine ?? '')];
  }

  async #write(thread: vscode.CommentThread, text: string): Promise<boolean> {
    const found = this.#session.articleOf(thread.uri);
    if (!found) return false;
    const root = this.#rootOf(thread, found.snapshot);
    return root ? this.#reply(found.snapshot, root, text) : this.#begin(thread, found.snapshot, found.article, text);
  }

  async resolve(thread: vscode.CommentThread, resolved: boolean): Promise<void> {
    const found = this.#session.articleOf(thread.uri);
    const root = found && this.#rootOf(thread, found.snapshot);
    if (!found || !root) return;
    const id = this.#ledger.newId();
    const to = await this.#idOf(found.snapshot, root);
    if (!to) return;
    const record: Annotation = { id, type: 'resolution', to, resolved, created: this.#ledger.now() };
    await this.#ledger.write(
      found.snapshot,
      resolved ? vscode.l10n.t('resolving the thread') : vscode.l10n.t('reopening the thread'),
      [{ do: 'put', section: 'annotations', place: root.path, record }],
      [{ do: 'remove', section: 'annotations', place: root.path, id }],
    );
  }

  edit(note: Note): void {
    note.mode = vscode.CommentMode.Editing;
    note.body = note.said.record.text ?? '';
    note.parent.comments = [...note.parent.comments];
  }

  async save(note: Note | Draft): Promise<void> {
    if (note instanceof Draft) {
      if (await this.#write(note.parent, note.body)) this.#drop(note);
      return;
    }
    const snapshot = this.#session.placeOf(note.parent.uri)?.snapshot;
    const text = typeof note.body === 'string' ? note.body : note.body.value;
    const said = snapshot && (await this.#ledger.completed(snapshot, note.said));
    if (!snapshot || !said) return;
    const { record, path } = said;
    const changed = { ...record, text };
    const written = await this.#ledger.write(
      snapshot,
      vscode.l10n.t('the edit'),
      [{ do: 'put', section: 'annotations', place: path, record: changed }],
      [{ do: 'put', section: 'annotations', place: path, record }],
    );
    // What was typed stays in its box when it could not be written.
    if (written) this.#preview(note);
  }

  cancel(note: Note | Draft): void {
    if (note instanceof Draft) {
      this.#drop(note);
      return;
    }
    note.body = bodyOf(note.said.record);
    this.#preview(note);
  }

  async remove(note: Note): Promise<void> {
    const snapshot = this.#session.placeOf(note.parent.uri)?.snapshot;
    const said = snapshot && (await this.#ledger.completed(snapshot, note.said));
    if (!snapshot || !said?.record.id) return;
    const { record, path } = said;
    const { id } = said.record;
    await this.#ledger.write(
      snapshot,
      vscode.l10n.t('the deletion'),
      [{ do: 'remove', section: 'annotations', place: path, id }],
      [{ do: 'put', section: 'annotations', place: path, record }],
    );
  }

  #preview(note: Note): void {
    note.mode = vscode.CommentMode.Preview;
    note.parent.comments = [...note.parent.comments];
  }

  /** Takes a draft out of its thread, and the thread away when there was nothing else in it. */
  #drop(draft: Draft): void {
    draft.parent.comments = draft.parent.comments.filter(each => each !== draft);
    if (draft.parent.comments.length === 0) draft.parent.dispose();
  }

  async #reply(snapshot: FolderSnapshot, root: SaidAnnotation, text: string): Promise<boolean> {
    const to = await this.#idOf(snapshot, root);
    if (!to) return false;
    const id = this.#ledger.newId();
    const record: Annotation = { id, type: 'reply', to, text, created: this.#ledger.now() };
    return this.#ledger.write(
      snapshot,
      vscode.l10n.t('the reply'),
      [{ do: 'put', section: 'annotations', place: root.path, record }],
      [{ do: 'remove', section: 'annotations', place: root.path, id }],
    );
  }

  async #begin(
    thread: vscode.CommentThread,
    snapshot: FolderSnapshot,
    article: Article,
    text: string,
  ): Promise<boolean> {
    const { range } = thread;
    if (!range) return false;
    const line = range.isEmpty
      ? new vscode.Range(range.start.line, 0, range.start.line, Number.MAX_SAFE_INTEGER)
      : range;
    const span = spanOf(article.lines, line);
    const written = await this.#ledger.note(snapshot, article, span, text);
    if (written) thread.dispose();
    return written;
  }

  /** A record that was written by hand may have no id, and then nothing can refer to it: one's own is given one. */
  async #idOf(snapshot: FolderSnapshot, root: SaidAnnotation): Promise<string | undefined> {
    const completed = await this.#ledger.completed(snapshot, root);
    if (completed?.record.id) return completed.record.id;
    await vscode.window.showInformationMessage(
      vscode.l10n.t(
        'This annotation has no id yet, so that nobody can answer it. Its author’s next change gives it one.',
      ),
    );
    return undefined;
  }

  #rootOf(thread: vscode.CommentThread, snapshot: FolderSnapshot): SaidAnnotation<AnchoredAnnotation> | undefined {
    const [first] = thread.comments;
    if (!(first instanceof Note)) return undefined;
    return snapshot.review?.threads.find(({ root }) => keyOf(root) === first.key)?.root;
  }

  #showAll(): void {
    const visible = new Set<string>();
    for (const { document } of vscode.window.visibleTextEditors) {
      const found = this.#session.articleOf(document.uri);
      if (!found || this.#texts.of(document) !== found.article.text) continue;
      visible.add(document.uri.toString());
      this.#show(document.uri, found.snapshot, found.article);
    }
    for (const [uri, threads] of this.#shown) {
      if (visible.has(uri) || this.#shown.size <= AT_ONCE) continue;
      for (const { thread } of threads.values()) thread.dispose();
      this.#shown.delete(uri);
    }
  }

  #show(uri: vscode.Uri, snapshot: FolderSnapshot, article: Article): void {
    const shown = this.#shown.get(uri.toString()) ?? new Map<string, Shown>();
    this.#shown.set(uri.toString(), shown);
    const threads = (snapshot.review?.threads ?? []).filter(
      ({ path, root }) =>
        path === article.path && root.anchor && isAttached(root.anchor) && !snapshot.hidden.has(root.slug),
    );
    const wanted = new Map(
      threads.slice(0, MOST_THREADS).map(thread => {
        const replies = thread.replies.filter(({ slug }) => !snapshot.hidden.has(slug));
        return [keyOf(thread.root), { ...thread, replies }];
      }),
    );
    for (const [key, { thread }] of shown) {
      if (wanted.has(key)) continue;
      thread.dispose();
      shown.delete(key);
    }
    let made = 0;
    for (const [key, thread] of wanted) {
      const known = shown.get(key);
      if (!known && ++made > AT_ONCE) {
        this.#soon.ask();
        break;
      }
      this.#draw(uri, article, thread, known, shown);
    }
  }

  #draw(uri: vscode.Uri, article: Article, thread: Thread, known: Shown | undefined, shown: Map<string, Shown>): void {
    const { anchor } = thread.root;
    if (!anchor || !isAttached(anchor)) return;
    const range = rangeOf(article.lines, anchor);
    const mine = this.#ledger.mine;
    const drawn = JSON.stringify([
      range,
      thread.root.record,
      anchor.state,
      thread.replies.map(({ record }) => record),
      thread.resolved,
      mine,
    ]);
    if (known?.drawn === drawn) return;
    const shownThread = known?.thread ?? this.#controller.createCommentThread(uri, range, []);
    if (!known?.thread.range?.isEqual(range)) shownThread.range = range;
    const notes = [thread.root, ...thread.replies].map(said => new Note(said, shownThread, said.slug === mine));
    // A comment that stands for the same record as before is kept, if somebody is editing it.
    const drafts = shownThread.comments.filter(each => each instanceof Draft);
    const kept = notes.map(
      note =>
        shownThread.comments.find(
          (old): old is Note => old instanceof Note && old.key === note.key && old.mode === vscode.CommentMode.Editing,
        ) ?? note,
    );
    shownThread.comments = [...kept, ...drafts];
    shownThread.label = labelOf(thread.root.record, anchor);
    shownThread.contextValue = thread.resolved ? 'resolved' : 'open';
    shownThread.state = thread.resolved ? vscode.CommentThreadState.Resolved : vscode.CommentThreadState.Unresolved;
    shownThread.canReply = true;
    if (known) known.drawn = drawn;
    else {
      shownThread.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
      shown.set(keyOf(thread.root), { thread: shownThread, drawn });
    }
  }
}

function keyOf(said: SaidAnnotation): string {
  return said.record.id ?? said.key;
}

/** What the thread is; of a passage that was edited since, the old words as well, for the new ones stand right there. */
function labelOf(record: Annotation, anchor: Attached): string {
  const what = spokenOf(record);
  if (anchor.state !== 'changed') return what;
  return vscode.l10n.t('{0} · the words were “{1}”', what, shorten(anchor.was, 80));
}

/** Markdown as its author wrote it, but for pictures: to show one may ask another machine for it. */
function bodyOf(record: Annotation): vscode.MarkdownString {
  const text = record.text?.trim() || spokenOf(record);
  return new vscode.MarkdownString(text.replace(/\\*!\[/g, '&#33;['));
}
