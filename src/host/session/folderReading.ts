import * as vscode from 'vscode';
import type { AnalyzedDocument, Dispute } from '../../engine/analysis.ts';
import type { ArticleInput } from '../../engine/corpus.ts';
import { normalizeText } from '../../engine/text/normalize.ts';
import type { Span } from '../../engine/text/span.ts';
import { classify, type FolderFile } from '../../review/base/paths.ts';
import type { Sidecar } from '../../review/format/sidecar.ts';
import { isAnchored } from '../../review/union/said.ts';
import { type ArticleFile, readArticleFile } from '../kit/articleFile.ts';
import { Debounce, Owner } from '../kit/disposing.ts';
import { type Errors, isCancellation, type Log } from '../kit/log.ts';
import { messageOf } from '../kit/messages.ts';
import { NewFolders } from '../kit/newFolders.ts';
import { filesBelow, isPassedOver } from '../kit/walk.ts';
import type { Engine } from './engine.ts';
import { FolderReviews } from './folderReviews.ts';
import { relativeTo } from './folders.ts';
import type { HiddenReviewers } from './hidden.ts';
import type { ReviewModule } from './reviewModule.ts';
import {
  Article,
  type ArticleFolder,
  type FolderSnapshot,
  type LeftOut,
  type Phase,
  shiftDisputes,
  shifter,
} from './snapshot.ts';

/** So many articles go to the worker at a time: few enough that the editor one opens meanwhile does not wait. */
const BATCH = 8;
const EDIT_PAUSE = 150;

/** After how many milliseconds it is looked again: a file system watcher takes its time until it tells what happens. */
const WATCHER_STARTS = [2_000, 8_000];

/** Phases in which a reading of the whole folder is under way. */
const BEGUN: ReadonlySet<Phase> = new Set(['waiting', 'reading']);

export interface ReadingDeps {
  readonly engine: Engine;
  /** Whether a file belongs to a folder, and not to one that lies within it. */
  readonly owns: (folder: ArticleFolder, uri: vscode.Uri) => boolean;
  /** Loads what reads YAML; asked once a folder needs it. */
  readonly loadReview: () => Promise<ReviewModule>;
  readonly hidden: HiddenReviewers;
  readonly log: Log;
  readonly errors: Errors;
}

/**
 * One folder's articles on their way from disk and editors through the worker into snapshots. Keeps at most one comparison under way;
 * whatever comes in meanwhile asks for one more after it.
 */
export class FolderReading extends Owner {
  readonly folder: ArticleFolder;
  readonly #deps: ReadingDeps;
  readonly #changed = this.own(new vscode.EventEmitter<FolderSnapshot>());
  readonly onDidChange = this.#changed.event;
  readonly #edits = new Map<string, Debounce>();
  readonly #waiting = new Set<string>();
  readonly #soon = this.own(new Debounce(EDIT_PAUSE, () => this.#readTouched()));
  readonly #leftOut = new Map<string, string>();
  /** As the worker told them when the folder was compared last. */
  readonly #settled = new Map<string, AnalyzedDocument>();
  readonly #reviews: FolderReviews;
  /** What reviewers said that passages name, when the article was fed last; as JSON. */
  readonly #overrides = new Map<string, string>();
  #articles = new Map<string, Article>();
  /** Disputes as the engine proposes them, shifted along with edits since; the snapshot has them as the reviewers arranged them. */
  #proposed: readonly Dispute[] = [];
  #snapshot: FolderSnapshot;
  #run = new AbortController();
  #settling: Promise<void> | undefined;
  #settleAgain = false;

  constructor(folder: ArticleFolder, deps: ReadingDeps) {
    super();
    this.folder = folder;
    this.#deps = deps;
    this.#reviews = new FolderReviews(folder, deps.loadReview, deps.log);
    this.#snapshot = {
      folder,
      version: 0,
      phase: 'waiting',
      read: 0,
      total: 0,
      articles: new Map(),
      leftOut: [],
      stories: [],
      disputes: [],
      review: undefined,
      hidden: deps.hidden.slugs,
      decisions: new Map(),
    };
    this.own({ dispose: () => this.#run.abort() });
    this.own(deps.hidden.onDidChange(() => this.#publish({ hidden: deps.hidden.slugs })));
    this.own(new NewFolders(folder.uri, files => this.#found(files)));
    // Files that come while the watcher is not up yet would be told by nobody.
    for (const start of WATCHER_STARTS) {
      const looking = setTimeout(() => void this.#lookAgain(), start);
      this.own({ dispose: () => clearTimeout(looking) });
    }
    this.own({ dispose: () => [...this.#edits.values()].forEach(edit => void edit.dispose()) });
    this.#watch();
  }

  get snapshot(): FolderSnapshot {
    return this.#snapshot;
  }

  /** Everyone's files, in order of their paths. */
  get sidecars(): readonly Sidecar[] {
    return this.#reviews.sidecars;
  }

  /** Reads everything, or everything again. `first` are the paths to begin with: those that somebody looks at. */
  async readAll(first: readonly string[]): Promise<void> {
    this.#run.abort();
    const run = new AbortController();
    this.#run = run;
    const began = Date.now();
    const { log, errors } = this.#deps;
    try {
      await this.#deps.engine.request('forget', { folder: this.folder.key }, run.signal);
      this.#leftOut.clear();
      this.#settled.clear();
      this.#publish({ phase: 'reading', read: 0, total: 0 });
      const found = await filesBelow(this.folder.uri, run.signal);
      const files = found.files.filter(({ path }) => this.#owns(path));
      if (found.cut) log.warn(`${this.folder.name}: too many folders; those deepest down were not read.`);
      await this.#reviews.readAll(files);
      const paths = files.filter(({ kind }) => kind === 'article').map(({ path }) => path);
      const ordered = [...first.filter(path => paths.includes(path)), ...paths.filter(path => !first.includes(path))];
      for (const path of this.#articles.keys()) if (!paths.includes(path)) this.#articles.delete(path);
      this.#publish({ total: ordered.length });
      for (let at = 0; at < ordered.length; ) {
        // What one looks at comes back on its own, before anything else is read.
        const size = at < first.length ? 1 : BATCH;
        await this.#readPaths(ordered.slice(at, at + size), run.signal);
        at += size;
        this.#publish({ read: Math.min(at, ordered.length) });
        if (at === size) await this.#unite(run.signal);
      }
      await this.#unite(run.signal);
      await this.#settle(run.signal);
      log.info(`${this.folder.name}: ${this.#articles.size} articles read and compared in ${Date.now() - began} ms.`);
      for (const [path, reason] of this.#leftOut) log.warn(`${this.folder.name}/${path} was left out: ${reason}.`);
    } catch (error) {
      if (isCancellation(error)) return;
      errors.note(`${this.folder.name} could not be read.`, error);
      this.#publish({ phase: 'failed', failure: messageOf(error) });
    }
  }

  /** Stops reading; what was read so far stays. */
  cancel(): void {
    this.#run.abort();
    this.#run = new AbortController();
    if (this.#snapshot.phase !== 'ready') this.#publish({ phase: 'cancelled' });
    this.#deps.log.info(`${this.folder.name}: reading was cancelled.`);
  }

  /**
   * A document was edited in an editor, or closed, when there is no event: it is read again a moment after the last keystroke. Marks follow
   * at once; says whether they went where VS Code would not have moved them.
   */
  edited(path: string, event?: vscode.TextDocumentChangeEvent): boolean {
    const file = classify(path);
    const sidecar = file.kind === 'article-sidecar' || file.kind === 'folder-sidecar';
    if (!sidecar && !this.#articles.has(path)) return false;
    if (!event) this.#reviews.letGo(path);
    const jumped = event !== undefined && this.#reviews.edited(path, event);
    let edit = this.#edits.get(path);
    if (!edit) {
      edit = new Debounce(EDIT_PAUSE, () => (sidecar ? void this.#readSidecars([file]) : this.#inBackground([path])));
      this.#edits.set(path, edit);
    }
    edit.ask();
    return jumped;
  }

  saved(path: string): void {
    this.#reviews.saved(path);
  }

  /** Where edits have carried the annotations of an article to, in the text that they came to. */
  followed(path: string, text: string): readonly { readonly slug: string; readonly span: Span }[] {
    const { review, hidden } = this.#snapshot;
    return (review?.annotations ?? []).flatMap(said => {
      if (hidden.has(said.slug)) return [];
      const span = said.path === path && isAnchored(said) ? this.#reviews.followed(path, text, said.record) : undefined;
      return span && span.end > span.start ? [{ slug: said.slug, span }] : [];
    });
  }

  #owns(path: string): boolean {
    return this.#deps.owns(this.folder, vscode.Uri.joinPath(this.folder.uri, path));
  }

  /** Looks whether the files that lie here are those that are known. */
  async #lookAgain(): Promise<void> {
    const { signal } = this.#run;
    try {
      const { files } = await filesBelow(this.folder.uri, signal);
      if (BEGUN.has(this.#snapshot.phase)) return;
      const there = new Set(files.map(({ path }) => path));
      this.#found(files);
      this.#touched([...this.#known()].filter(path => !there.has(path)));
    } catch (error) {
      this.#deps.errors.note(`${this.folder.name} could not be looked through again.`, error);
    }
  }

  /** Reads those of the files that nobody told of yet. */
  #found(files: readonly FolderFile[]): void {
    const known = this.#known();
    const paths = files.map(({ path }) => path);
    this.#touched(paths.filter(path => !known.has(path) && !this.#leftOut.has(path) && this.#owns(path)));
  }

  #known(): ReadonlySet<string> {
    return new Set([...this.#articles.keys(), ...this.#reviews.sidecars.map(({ path }) => path)]);
  }

  #inBackground(paths: readonly string[]): void {
    const { signal } = this.#run;
    void this.#readPaths(paths, signal)
      .then(() => this.#unite(signal))
      // A reading that is under way compares everything at its end.
      .then(() => (BEGUN.has(this.#snapshot.phase) ? undefined : this.#settle(signal)))
      .catch(error => {
        if (isCancellation(error)) return;
        this.#deps.errors.note(`${paths.join(', ')} could not be read again.`, error);
        this.#publish({ phase: 'failed', failure: messageOf(error) });
      });
  }

  async #readPaths(paths: readonly string[], signal: AbortSignal): Promise<void> {
    const files = await Promise.all(paths.map(path => this.#textOf(path)));
    if (signal.aborted) throw new vscode.CancellationError();
    const texts: { path: string; text: string }[] = [];
    const gone: string[] = [];
    for (const [i, path] of paths.entries()) {
      const file = files[i];
      if (!file) continue;
      if ('text' in file) {
        this.#leftOut.delete(path);
        texts.push({ path, text: normalizeText(file.text) });
      } else {
        this.#leftOut.set(path, file.reason);
        if (this.#articles.delete(path)) gone.push(path);
      }
    }
    if (gone.length) await this.#deps.engine.request('remove', { folder: this.folder.key, paths: gone }, signal);
    await this.#feed(texts, signal);
  }

  /** Hands texts to the worker and takes in what it finds in each. */
  async #feed(texts: readonly { path: string; text: string }[], signal: AbortSignal): Promise<void> {
    if (texts.length === 0) return this.#publish({});
    const infos = await this.#reviews.infosOf(texts);
    const inputs: ArticleInput[] = texts.map(({ path, text }) => {
      const overrides = this.#reviews.overridesOf(this.#snapshot.review, path);
      this.#overrides.set(path, JSON.stringify(overrides));
      return { path, text, info: infos.get(path) ?? {}, overrides };
    });
    const documents = await this.#deps.engine.request('read', { folder: this.folder.key, articles: inputs }, signal);
    let edited = false;
    for (const [i, { path, text, info }] of inputs.entries()) {
      const old = this.#articles.get(path);
      if (old && old.text !== text) {
        edited = true;
        this.#proposed = shiftDisputes(this.#proposed, path, shifter(old.text, text));
      }
      const uri = vscode.Uri.joinPath(this.folder.uri, path);
      this.#articles.set(path, new Article({ path, uri, text, info, analysis: documents[i] }));
    }
    // What reviewers decided stands where the words stand now: told together, or a dismissed fact would flash up.
    const review = edited ? await this.#reviews.unite(this.#articles, this.#leftOut) : this.#snapshot.review;
    if (signal.aborted) throw new vscode.CancellationError();
    // New words are not compared yet.
    this.#publish({ review, ...(this.#snapshot.phase === 'ready' && { phase: 'settling' }) });
  }

  /** Takes in what reviewers say; articles in which they name things otherwise than before are fed once more. */
  async #unite(signal: AbortSignal): Promise<void> {
    const review = await this.#reviews.unite(this.#articles, this.#leftOut);
    if (signal.aborted) throw new vscode.CancellationError();
    this.#publish({ review });
    const renamed = [...this.#articles.values()].filter(
      ({ path }) => this.#overrides.get(path) !== JSON.stringify(this.#reviews.overridesOf(review, path)),
    );
    if (renamed.length) await this.#feed(renamed, signal);
  }

  /** The reviewer's own files were just written: no need to wait until the file system tells. */
  async sidecarsWritten(paths: readonly string[]): Promise<void> {
    await this.#readSidecars(paths.map(classify));
  }

  /** A sidecar was written, by us or by anybody. */
  async #readSidecars(files: readonly FolderFile[]): Promise<void> {
    const { signal } = this.#run;
    try {
      const fed = new Map(this.#overrides);
      await Promise.all(files.map(file => this.#reviews.read(file)));
      await this.#unite(signal);
      const renamed = [...this.#overrides].some(([path, overrides]) => fed.get(path) !== overrides);
      if (renamed && !BEGUN.has(this.#snapshot.phase)) await this.#settle(signal);
    } catch (error) {
      this.#deps.errors.note(`The sidecars of ${this.folder.name} could not be read.`, error);
    }
  }

  /** Compares the articles; when asked for while it runs, once more afterwards. */
  async #settle(signal: AbortSignal): Promise<void> {
    if (this.#settling) {
      this.#settleAgain = true;
      return this.#settling;
    }
    this.#settling = (async () => {
      do {
        this.#settleAgain = false;
        this.#publish({ phase: 'settling' });
        const began = Date.now();
        const delta = await this.#deps.engine.request('settle', { folder: this.folder.key }, signal);
        for (const path of delta.removed) this.#settled.delete(path);
        for (const document of delta.documents) this.#settled.set(document.path, document);
        for (const [path, article] of this.#articles) {
          const analysis = this.#settled.get(path);
          if (analysis && analysis !== article.analysis) this.#articles.set(path, article.with({ analysis }));
        }
        const { stories, disputes } = delta;
        this.#proposed = disputes;
        this.#deps.log.debug(`${this.folder.name}: compared in ${Date.now() - began} ms, ${disputes.length} disputes.`);
        // The port keeps the order, so that these are of the texts that are held here.
        this.#publish({ phase: this.#settleAgain ? 'settling' : 'ready', stories });
      } while (this.#settleAgain);
    })();
    try {
      await this.#settling;
    } finally {
      this.#settling = undefined;
    }
  }

  /** The text as one sees it: an open document's where there are unsaved changes, else the file's. */
  async #textOf(path: string): Promise<ArticleFile> {
    const key = vscode.Uri.joinPath(this.folder.uri, path).toString();
    const open = vscode.workspace.textDocuments.find(document => document.uri.toString() === key);
    const file = open?.isDirty
      ? { text: open.getText() }
      : await readArticleFile(vscode.Uri.joinPath(this.folder.uri, path));
    return file;
  }

  #watch(): void {
    const files = this.own(
      vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(this.folder.uri, '**/*.{txt,md,yaml}')),
    );
    const touched = (uri: vscode.Uri) => {
      const path = relativeTo(this.folder.uri, uri);
      if (!path || classify(path).kind === 'other' || !this.#owns(path)) return;
      if (path.split('/').some(isPassedOver)) return;
      this.#touched([path]);
    };
    this.own(files.onDidCreate(touched));
    this.own(files.onDidChange(touched));
    this.own(files.onDidDelete(touched));
    const gone = this.own(
      vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(this.folder.uri, '**'), true, true, false),
    );
    this.own(
      gone.onDidDelete(uri => {
        const below = `${uri.path}/`;
        const lost = [...this.#articles.values()].filter(article => article.uri.path.startsWith(below));
        this.#touched(lost.map(({ path }) => path));
      }),
    );
  }

  /** Something happened to these files: they are read again a moment after the last word of it. */
  #touched(paths: readonly string[]): void {
    if (paths.length === 0) return;
    for (const path of paths) this.#waiting.add(path);
    this.#soon.ask();
  }

  #readTouched(): void {
    const files = [...this.#waiting].map(classify);
    this.#waiting.clear();
    const articles = files.filter(({ kind }) => kind === 'article').map(({ path }) => path);
    const yaml = files.filter(({ kind }) => kind !== 'article');
    if (yaml.some(({ kind }) => kind === 'sources')) {
      void this.readAll([]);
      return;
    }
    if (yaml.length) void this.#readSidecars(yaml);
    if (articles.length) this.#inBackground(articles);
  }

  #publish(change: Partial<FolderSnapshot>): void {
    if (this.disposed) return;
    const articles = new Map([...this.#articles].sort(([a], [b]) => (a < b ? -1 : 1)));
    const leftOut: LeftOut[] = [...this.#leftOut].map(([path, reason]) => ({ path, reason }));
    const next = { ...this.#snapshot, ...change, articles, leftOut, version: this.#snapshot.version + 1 };
    const disputes = this.#reviews.arrangedBy(next.review, this.#proposed);
    const decisions = this.#reviews.decisionsOn(next.review, articles, disputes);
    this.#snapshot = { ...next, disputes, decisions };
    this.#changed.fire(this.#snapshot);
  }
}
