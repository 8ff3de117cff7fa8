import * as vscode from 'vscode';
import type { Dispute } from '../../engine/analysis.ts';
import type { ArticleInfo, EntityOverride } from '../../engine/entities/types.ts';
import { normalizeText } from '../../engine/text/normalize.ts';
import { LineIndex } from '../../engine/text/positions.ts';
import type { Span } from '../../engine/text/span.ts';
import type { Anchor } from '../../review/anchors/anchor.ts';
import type { Resolutions } from '../../review/anchors/resolutions.ts';
import { type FolderFile, folderOf, joinPath } from '../../review/base/paths.ts';
import { phrase } from '../../review/base/phrase.ts';
import { type Problem, told } from '../../review/base/problem.ts';
import type { Decisions } from '../../review/decided/decisions.ts';
import type { Sidecar } from '../../review/format/sidecar.ts';
import type { FolderReview } from '../../review/union/union.ts';
import type { Log } from '../kit/log.ts';
import { spanOf } from '../kit/places.ts';
import type { ReviewModule } from './reviewModule.ts';
import type { Article, ArticleFolder } from './snapshot.ts';

/** Larger sidecars are left alone; the review room sets its own, smaller limits for what it takes apart. */
const MOST_BYTES = 8 * 1024 * 1024;

/**
 * The YAML files of one folder, read, and what all reviewers say in them. Every file is taken apart once for each content; places in
 * articles are looked up again only where a text changed.
 */
export class FolderReviews {
  readonly #folder: ArticleFolder;
  readonly #load: () => Promise<ReviewModule>;
  readonly #log: Log;
  readonly #sidecars = new Map<string, Sidecar>();
  #resolutions: Resolutions | undefined;
  /** Articles whose last change may have been made by another program. */
  readonly #unsure = new Map<string, vscode.TextDocument>();
  #module: ReviewModule | undefined;
  #arranged:
    | {
        readonly decisions: FolderReview['decisions'];
        readonly proposed: readonly Dispute[];
        readonly disputes: readonly Dispute[];
      }
    | undefined;

  constructor(folder: ArticleFolder, load: () => Promise<ReviewModule>, log: Log) {
    this.#folder = folder;
    this.#load = load;
    this.#log = log;
  }

  /** Reads all YAML files of the folder; those that are gone are forgotten. */
  async readAll(files: readonly FolderFile[]): Promise<void> {
    const yaml = files.filter(({ kind }) => kind !== 'article' && kind !== 'other');
    for (const path of this.#sidecars.keys()) if (!yaml.some(file => file.path === path)) this.#sidecars.delete(path);
    await Promise.all(yaml.map(file => this.read(file)));
  }

  /** Reads one file, or forgets it when it is gone. An open document with unsaved changes counts more than the file. */
  async read(file: FolderFile): Promise<void> {
    const module = await this.#ready();
    const content = await this.#contentOf(file.path);
    const known = this.#sidecars.get(file.path);
    if (content === undefined) {
      this.#sidecars.delete(file.path);
      return;
    }
    if (known && known.text === content) return;
    const sidecar = module.readSidecar(file, content);
    if (sidecar) this.#sidecars.set(file.path, sidecar);
  }

  /** Outlet, date and so on of articles, from their front matter or `sources.yaml`. */
  async infosOf(
    articles: readonly { readonly path: string; readonly text: string }[],
  ): Promise<ReadonlyMap<string, ArticleInfo>> {
    const module = await this.#ready();
    return module.articleInfos(articles, [...this.#sidecars.values()]);
  }

  /** What all reviewers say of these articles. */
  async unite(articles: ReadonlyMap<string, Article>, leftOut: ReadonlyMap<string, string>): Promise<FolderReview> {
    const module = await this.#ready();
    this.#resolutions ??= new module.Resolutions();
    // Neither unsaved nor saved since: another program's edit, which VS Code tells as one change of everything between.
    for (const [path, document] of this.#unsure) if (!document.isDirty) this.letGo(path);
    this.#unsure.clear();
    const review = module.uniteReviews(
      { articles: [...articles.values()], sidecars: this.sidecars },
      this.#resolutions,
    );
    return { ...review, problems: [...review.problems, ...this.#missing(articles, leftOut)] };
  }

  /** An article is edited in its editor: its marks follow. Says whether they went where the editor would not have moved them. */
  edited(path: string, event: vscode.TextDocumentChangeEvent): boolean {
    const before = this.#resolutions?.textOf(path);
    if (!this.#resolutions || before === undefined) return false;
    // Typed, or read from disk, where another program wrote it? With the first letter a document is not dirty yet.
    if (event.document.isDirty || event.reason !== undefined) this.#unsure.delete(path);
    else this.#unsure.set(path, event.document);
    const lines = new LineIndex(before);
    const changes = event.contentChanges.map(({ range, text }) => ({
      ...spanOf(lines, range),
      text: normalizeText(text),
    }));
    return this.#resolutions.edited(path, changes, normalizeText(event.document.getText()));
  }

  /** An article was saved: whatever it holds was typed here. */
  saved(path: string): void {
    this.#unsure.delete(path);
  }

  /** An article's editor was closed. */
  letGo(path: string): void {
    this.#unsure.delete(path);
    this.#resolutions?.letGo(path);
  }

  /** Where edits have carried a mark to. */
  followed(path: string, text: string, anchor: Anchor): Span | undefined {
    return this.#resolutions?.followed(path, text, anchor);
  }

  /** Files that a `sources.yaml` names, and that are not there. */
  #missing(articles: ReadonlyMap<string, Article>, leftOut: ReadonlyMap<string, string>): readonly Problem[] {
    return this.sidecars
      .filter(({ kind }) => kind === 'sources')
      .flatMap(({ path, records }) =>
        records.sources.flatMap(({ record, line, column }): Problem[] => {
          const file = joinPath(folderOf(path), record.file);
          if (/[*?[{]/.test(record.file) || (file && (articles.has(file) || leftOut.has(file)))) return [];
          const message = told(phrase('There is no article “{0}” here.', record.file));
          const end = { endLine: line, endColumn: column + 1 };
          return [
            {
              sidecar: path,
              line,
              column,
              ...end,
              severity: 'warning',
              code: 'missing-article',
              ...message,
              fixes: [],
            },
          ];
        }),
      );
  }

  /** In order of their paths. */
  get sidecars(): readonly Sidecar[] {
    return [...this.#sidecars.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /**
   * The disputes as the reviewers merged them and moved their passages. The same list as before while it says the same: what hangs on it is kept.
   */
  arrangedBy(review: FolderReview | undefined, proposed: readonly Dispute[]): readonly Dispute[] {
    const decisions = review?.decisions;
    if (!this.#module || !decisions) return proposed;
    const last = this.#arranged;
    if (last?.decisions === decisions && last.proposed === proposed) return last.disputes;
    const now = this.#module.arranged(proposed, decisions);
    const same = now !== proposed && last && JSON.stringify(last.disputes) === JSON.stringify(now);
    const disputes = same ? last.disputes : now;
    this.#arranged = { decisions, proposed, disputes };
    return disputes;
  }

  /** What was decided on what the analysis proposes now. */
  decisionsOn(
    review: FolderReview | undefined,
    articles: ReadonlyMap<string, Article>,
    disputes: readonly Dispute[],
  ): Decisions {
    if (!this.#module || !review || review.decisions.length === 0) return new Map();
    const documents = [...articles.values()].flatMap(({ analysis }) => (analysis ? [analysis] : []));
    return this.#module.applyDecisions({ version: 1, documents, stories: [], matches: [], disputes }, review.decisions);
  }

  /** What reviewers say that passages name. */
  overridesOf(review: FolderReview | undefined, path: string): readonly EntityOverride[] {
    return review && this.#module ? this.#module.entityOverrides(review, path) : [];
  }

  async #ready(): Promise<ReviewModule> {
    this.#module ??= await this.#load();
    return this.#module;
  }

  async #contentOf(path: string): Promise<Uint8Array | string | undefined> {
    const uri = vscode.Uri.joinPath(this.#folder.uri, path);
    const open = vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
    if (open?.isDirty) return open.getText();
    try {
      const { size } = await vscode.workspace.fs.stat(uri);
      if (size > MOST_BYTES) {
        this.#log.warn(`${path} is too large for a sidecar (${size} bytes) and was left out.`);
        return undefined;
      }
      return await vscode.workspace.fs.readFile(uri);
    } catch (error) {
      this.#log.debug(`${path} cannot be read: ${error}`);
      return undefined;
    }
  }
}
