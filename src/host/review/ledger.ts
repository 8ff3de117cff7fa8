import * as vscode from 'vscode';
import { changeBetween } from '../../engine/text/change.ts';
import type { Span } from '../../engine/text/span.ts';
import { makeAnchor } from '../../review/anchors/anchor.ts';
import { Resolutions } from '../../review/anchors/resolutions.ts';
import type { FileSystem } from '../../review/base/files.ts';
import { folderOf } from '../../review/base/paths.ts';
import { phrase } from '../../review/base/phrase.ts';
import { makeUlid } from '../../review/base/ulid.ts';
import { completions } from '../../review/format/complete.ts';
import type { Edit } from '../../review/format/edit.ts';
import type { Annotation, Section, SectionRecords } from '../../review/format/schema.ts';
import { renamedReferences } from '../../review/store/moves.ts';
import { ReviewStore, StoreError } from '../../review/store/store.ts';
import type { SaidAnnotation } from '../../review/union/said.ts';
import { Owner } from '../kit/disposing.ts';
import type { Log } from '../kit/log.ts';
import { withoutLinks } from '../kit/messages.ts';
import type { Reviewer } from '../session/reviewer.ts';
import type { Session } from '../session/session.ts';
import type { Article, FolderSnapshot } from '../session/snapshot.ts';
import { localized } from '../words/labels.ts';

/** A record to be written or taken out, in the reviewer's own files. `place` is the article's path, or '' for the folder's file. */
export type Entry =
  | {
      [S in Section]: {
        readonly do: 'put';
        readonly section: S;
        readonly place: string;
        readonly record: SectionRecords[S];
      };
    }[Section]
  | { readonly do: 'remove'; readonly section: Section; readonly place: string; readonly id: string };

/** What was done, and how to undo it. */
interface Done {
  readonly folder: string;
  readonly label: string;
  readonly undo: readonly Entry[];
}

const MOST_UNDO = 100;

export interface LedgerDeps {
  readonly session: Session;
  readonly reviewer: Reviewer;
  readonly log: Log;
  readonly filesIn: (folder: vscode.Uri) => FileSystem;
}

/** The reviewer's own records: written into their files and no others, and undone step by step. */
export class Ledger extends Owner {
  readonly #deps: LedgerDeps;
  readonly #stores = new Map<string, ReviewStore>();
  /** Those that were looked through for what a killed writer left. */
  readonly #recovered = new WeakSet<ReviewStore>();
  readonly #done: Done[] = [];

  constructor(deps: LedgerDeps) {
    super();
    this.#deps = deps;
    this.own(deps.session.onDidChange(() => this.#recoverAll()));
    this.own(deps.reviewer.onDidChange(() => this.#recoverAll()));
    this.#recoverAll();
  }

  newId(): string {
    return makeUlid(Date.now(), random);
  }

  now(): string {
    return `${new Date().toISOString().slice(0, 19)}Z`;
  }

  /** Slug of the reviewer's files in a folder; `undefined` when nobody has given a name yet. */
  async slug(snapshot: FolderSnapshot): Promise<string | undefined> {
    const name = await this.#deps.reviewer.known(snapshot.folder.uri);
    return name && this.#storeOf(snapshot, name).slug;
  }

  /** Asks for the reviewer's name, if nobody has given it yet: before anything is typed that could be lost. */
  async ready(snapshot: FolderSnapshot): Promise<boolean> {
    return (await this.#deps.reviewer.name(snapshot.folder.uri)) !== undefined;
  }

  /**
   * Writes entries, in one write a file.
   * @param label what is done, for "undo": a few words
   * @param undo entries that take it back
   * @returns false when the reviewer gave no name, or chose to leave it after being told that nothing can be written here
   */
  async write(
    snapshot: FolderSnapshot,
    label: string,
    entries: readonly Entry[],
    undo: readonly Entry[],
  ): Promise<boolean> {
    if (!(await this.#apply(snapshot, entries))) return false;
    this.#done.push({ folder: snapshot.folder.key, label, undo });
    if (this.#done.length > MOST_UNDO) this.#done.shift();
    return true;
  }

  /** Somebody else reviews from now on. */
  get onDidChangeReviewer(): vscode.Event<void> {
    return this.#deps.reviewer.onDidChange;
  }

  /** Slug of the reviewer, as far as it is known: whose records may be changed here. */
  get mine(): string | undefined {
    const scope = this.#deps.session.snapshots[0]?.folder.uri;
    return scope && this.#deps.reviewer.slug(scope);
  }

  /** Writes a note on a stretch of an article. */
  async note(snapshot: FolderSnapshot, article: Article, span: Span, text: string): Promise<boolean> {
    const anchor = makeAnchor(article.text, span);
    if (!anchor) return false;
    const id = this.newId();
    return this.write(
      snapshot,
      vscode.l10n.t('the note'),
      [
        {
          do: 'put',
          section: 'annotations',
          place: article.path,
          record: { id, type: 'note', ...anchor, text, created: this.now() },
        },
      ],
      [{ do: 'remove', section: 'annotations', place: article.path, id }],
    );
  }

  /**
   * An annotation with its id: the reviewer's own that was written by hand is given one first, as it is with any write, since nothing but its
   * place would tell it from the others. `undefined` when it has none and cannot be given one.
   */
  async completed<T extends Annotation>(
    snapshot: FolderSnapshot,
    said: SaidAnnotation<T>,
  ): Promise<SaidAnnotation<T> | undefined> {
    if (said.record.id !== undefined) return said;
    if (said.slug !== (await this.slug(snapshot)) || !(await this.#edit(snapshot, new Map([[said.sidecar, []]]), [])))
      return undefined;
    const now = this.#deps.session.snapshot(snapshot.folder.key)?.review?.annotations;
    const found = now?.find(each => each.key === said.key && each.record.type === said.record.type);
    // The same place in the same list, and of the same type: the same record, with what it lacked.
    return found?.record.id === undefined ? undefined : (found as SaidAnnotation<T>);
  }

  /** Articles were renamed, from paths to paths: what the reviewer's folder files say of them names them anew. */
  async renamed(snapshot: FolderSnapshot, from: string, to: string): Promise<void> {
    const slug = await this.slug(snapshot);
    const reading = this.#deps.session.reading(snapshot.folder.key);
    const edits = (reading?.sidecars ?? [])
      .filter(({ kind, slug: whose }) => kind === 'folder' && whose === slug)
      .map(sidecar => [sidecar.path, renamedReferences(sidecar, from, to)] as const)
      .filter(([, changes]) => changes.length > 0);
    if (edits.length > 0) await this.#edit(snapshot, new Map(edits), []);
  }

  /** Takes back the last step, and says which. */
  async undo(): Promise<string | undefined> {
    const last = this.#done.pop();
    const snapshot = last && this.#deps.session.snapshot(last.folder);
    if (!last || !snapshot) return undefined;
    return (await this.#apply(snapshot, last.undo)) ? last.label : undefined;
  }

  /** Waits until everything is on disk. */
  async flush(): Promise<void> {
    await Promise.all([...this.#stores.values()].map(store => store.flush()));
  }

  async #apply(snapshot: FolderSnapshot, entries: readonly Entry[]): Promise<boolean> {
    // Without waiting where the name is known: what is asked for stands in its queue before anything else happens, closing included.
    const { reviewer } = this.#deps;
    const name = reviewer.current(snapshot.folder.uri) ?? (await reviewer.name(snapshot.folder.uri));
    if (!name) return false;
    const store = this.#storeOf(snapshot, name);
    const edits = new Map<string, readonly Edit[]>();
    for (const entry of entries) {
      const path = store.pathFor(entry.section, entry.place);
      const edit =
        entry.do === 'put'
          ? ({ do: 'put', section: entry.section, record: entry.record } as Edit)
          : ({ do: 'remove', section: entry.section, id: entry.id } as const);
      edits.set(path, [...(edits.get(path) ?? []), edit]);
    }
    return this.#edit(snapshot, edits, entries);
  }

  /** Writes edits by file. `entries` are what they come from: what to offer to keep elsewhere when they cannot be written. */
  async #edit(
    snapshot: FolderSnapshot,
    edits: ReadonlyMap<string, readonly Edit[]>,
    entries: readonly Entry[],
  ): Promise<boolean> {
    // Without waiting where the name is known: what is asked for stands in its queue before anything else happens, closing included.
    const { reviewer } = this.#deps;
    const name = reviewer.current(snapshot.folder.uri) ?? (await reviewer.name(snapshot.folder.uri));
    if (!name) return false;
    const store = this.#storeOf(snapshot, name);
    try {
      const writes = [...edits].map(([path, ofFile]) =>
        store.edit(path, [...this.#lacking(snapshot, path), ...ofFile]),
      );
      await Promise.all(writes);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      this.#deps.log.error(`${snapshot.folder.name}: ${error.message}`);
      // Whoever asked goes on, and keeps what was typed; the message waits for an answer.
      notSaved(error, entries).catch(failure => this.#deps.log.error(String(failure)));
      return false;
    }
    await this.#deps.session.reading(snapshot.folder.key)?.sidecarsWritten([...edits.keys()]);
    return true;
  }

  /** What records that were written by hand still lack, to be filled in with this write. */
  #lacking(snapshot: FolderSnapshot, path: string): readonly Edit[] {
    const reading = this.#deps.session.reading(snapshot.folder.key);
    const sidecar = reading?.sidecars.find(each => each.path === path);
    const article = sidecar?.article === undefined ? undefined : snapshot.articles.get(sidecar.article);
    if (!sidecar || !article) return [];
    return completions(sidecar, article.text, { now: Date.now, random, resolutions: new Resolutions() });
  }

  #recoverAll(): void {
    for (const snapshot of this.#deps.session.snapshots) {
      const name = this.#deps.reviewer.current(snapshot.folder.uri);
      const store = name && snapshot.review && snapshot.phase !== 'reading' && this.#storeOf(snapshot, name);
      if (!store || this.#recovered.has(store)) continue;
      this.#recovered.add(store);
      void this.#recover(snapshot, store);
    }
  }

  /** Once for each folder and reviewer: mends what a writer left that was killed in the midst of it. */
  async #recover(snapshot: FolderSnapshot, store: ReviewStore): Promise<void> {
    const reading = this.#deps.session.reading(snapshot.folder.key);
    const paths = [...snapshot.articles.keys(), ...(reading?.sidecars ?? []).map(({ path }) => path)];
    try {
      const mended = await store.recoverIn([...new Set(['', ...paths.map(folderOf)])]);
      if (mended.length > 0) await reading?.sidecarsWritten(mended);
    } catch (error) {
      this.#deps.log.warn(`${snapshot.folder.name}: what a killed writer may have left was not cleared up. ${error}`);
    }
  }

  #storeOf(snapshot: FolderSnapshot, reviewer: string): ReviewStore {
    const key = `${snapshot.folder.key}\n${reviewer}`;
    const known = this.#stores.get(key);
    if (known) return known;
    const { uri } = snapshot.folder;
    const store = new ReviewStore({
      files: this.#deps.filesIn(uri),
      reviewer,
      now: Date.now,
      random,
      wait: milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds)),
      log: message => this.#deps.log.info(message),
      inEditor: (path, change) => inEditor(vscode.Uri.joinPath(uri, path), change),
    });
    this.#stores.set(key, store);
    return store;
  }
}

/** A sidecar that is open in an editor is changed there, so that the change can be undone there, and saved if it was saved before. */
async function inEditor(uri: vscode.Uri, change: (text: string) => string): Promise<boolean> {
  const document = vscode.workspace.textDocuments.find(
    each => each.uri.toString() === uri.toString() && !each.isClosed,
  );
  const shown =
    document &&
    vscode.window.tabGroups.all.some(({ tabs }) =>
      tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString()),
    );
  if (!document || !shown) return false;
  const { isDirty } = document;
  const before = document.getText();
  const after = change(before);
  if (after === before) return true;
  const { start, end, text } = changeBetween(before, after);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
  if (!(await vscode.workspace.applyEdit(edit)))
    throw new StoreError('failed', phrase('The open sidecar could not be changed.'));
  if (!isDirty && !(await document.save()))
    throw new StoreError('failed', phrase('The open sidecar could not be saved.'));
  return true;
}

/** Nothing typed is lost: it can be copied, or saved as a file elsewhere. */
async function notSaved(error: StoreError, entries: readonly Entry[]): Promise<void> {
  const text = textOf(entries);
  if (!text) {
    const what =
      error.code === 'read-only'
        ? vscode.l10n.t('Nothing was changed: this folder cannot be written to.')
        : vscode.l10n.t('Nothing was changed: {0}', withoutLinks(localized(error.phrases)));
    await vscode.window.showErrorMessage(what);
    return;
  }
  const copy = vscode.l10n.t('Copy the Note');
  const elsewhere = vscode.l10n.t('Save Elsewhere…');
  const what =
    error.code === 'read-only'
      ? vscode.l10n.t('The note was not saved: this folder cannot be written to.')
      : vscode.l10n.t('The note was not saved: {0}', withoutLinks(localized(error.phrases)));
  const chosen = await vscode.window.showErrorMessage(what, copy, elsewhere);
  if (chosen === copy) await vscode.env.clipboard.writeText(text);
  if (chosen === elsewhere) {
    const target = await vscode.window.showSaveDialog({ filters: { Markdown: ['md'], YAML: ['yaml'] } });
    if (target) await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  }
}

/** The records as a person would want to keep them: the words that they are about, and what was noted. */
function textOf(entries: readonly Entry[]): string {
  return entries
    .flatMap(entry => (entry.do === 'put' ? [entry] : []))
    .map(({ place, record }) => {
      const quote = 'quote' in record ? `> ${record.quote}\n\n` : '';
      const text = 'text' in record && record.text ? `${record.text}\n` : '';
      return `${place ? `${place}\n\n` : ''}${quote}${text || `${JSON.stringify(record, undefined, 2)}\n`}`;
    })
    .join('\n');
}

/** Chance from the platform's own source: ids of two reviewers must never meet. */
function random(): number {
  const [word = 0] = globalThis.crypto.getRandomValues(new Uint32Array(1));
  return word / 2 ** 32;
}
