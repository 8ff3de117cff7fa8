import * as vscode from 'vscode';
import { normalizeText } from '../../engine/text/normalize.ts';
import { articleSidecarPath, classify, nameOf } from '../../review/base/paths.ts';
import { decodeUtf8Loosely, encodeUtf8 } from '../../review/base/utf8.ts';
import type { Sidecar } from '../../review/format/sidecar.ts';
import { copiedSidecars, renamedSources, sidecarMoves, sidecarsOf } from '../../review/store/moves.ts';
import { readSources } from '../../review/union/sources.ts';
import { Owner } from '../kit/disposing.ts';
import type { Errors } from '../kit/log.ts';
import { relativeTo } from '../session/folders.ts';
import type { Session } from '../session/session.ts';
import type { ArticleFolder } from '../session/snapshot.ts';
import { plural } from '../words/labels.ts';
import type { Ledger } from './ledger.ts';
import { changeSources } from './sourcesFile.ts';

interface MovesDeps {
  readonly session: Session;
  readonly ledger: Ledger;
  readonly errors: Errors;
}

interface Renamed {
  readonly oldUri: vscode.Uri;
  readonly newUri: vscode.Uri;
}

/** A sidecar that was made for a copy of its article. */
interface Copied {
  readonly uri: vscode.Uri;
  readonly text: string;
}

/**
 * Sidecars go along when their article is renamed, moved, copied or deleted in VS Code, everyone's, and as one step with it for undo.
 * Renaming and deleting take part in the edit that is under way. Of a copy VS Code tells only where it went, and only afterwards: its
 * sidecars are made then, and taken away again should the copying be undone.
 */
export class ArticleMoves extends Owner {
  readonly #deps: MovesDeps;
  readonly #copied = new Map<string, readonly Copied[]>();
  /** One thing after the other: an undo must find what it takes back. */
  #last: Promise<void> = Promise.resolve();

  constructor(deps: MovesDeps) {
    super();
    this.#deps = deps;
    const { workspace } = vscode;
    this.own(workspace.onWillRenameFiles(event => event.waitUntil(this.#renaming(event.files))));
    this.own(workspace.onWillDeleteFiles(event => event.waitUntil(this.#deleting(event.files))));
    const after = (work: () => Promise<void>) => {
      this.#last = this.#last
        .then(work)
        .catch(error => deps.errors.note('Sidecars could not follow their article.', error));
    };
    this.own(workspace.onDidRenameFiles(({ files }) => after(() => this.#renamed(files))));
    this.own(workspace.onDidCreateFiles(({ files }) => after(() => this.#created(files))));
    this.own(workspace.onDidDeleteFiles(({ files }) => after(() => this.#deleted(files))));
  }

  async #renaming(files: readonly Renamed[]): Promise<vscode.WorkspaceEdit> {
    const edit = new vscode.WorkspaceEdit();
    const going = new Set(files.map(({ oldUri }) => oldUri.toString()));
    let along = 0;
    for (const { oldUri, newUri } of files) {
      if (!isArticle(oldUri)) continue;
      for (const { from, to } of sidecarMoves(nameOf(oldUri.path), nameOf(newUri.path), await namesBeside(oldUri))) {
        const source = vscode.Uri.joinPath(oldUri, '..', from);
        if (going.has(source.toString())) continue;
        edit.renameFile(source, vscode.Uri.joinPath(newUri, '..', to), { ignoreIfExists: true });
        along++;
      }
    }
    if (along > 0)
      tell(plural(along, vscode.l10n.t('1 sidecar goes along'), vscode.l10n.t('{0} sidecars go along', along)));
    return edit;
  }

  async #deleting(files: readonly vscode.Uri[]): Promise<vscode.WorkspaceEdit> {
    const edit = new vscode.WorkspaceEdit();
    const going = new Set(files.map(uri => uri.toString()));
    for (const uri of files.filter(isArticle)) {
      for (const name of sidecarsOf(nameOf(uri.path), await namesBeside(uri))) {
        const sidecar = vscode.Uri.joinPath(uri, '..', name);
        if (going.has(sidecar.toString())) continue;
        // Undo brings back what was on disk: what was typed and not saved would not be in it.
        await vscode.workspace.textDocuments.find(each => each.isDirty && same(each.uri, sidecar))?.save();
        edit.deleteFile(sidecar, { ignoreIfNotExists: true });
      }
    }
    return edit;
  }

  /** `sources.yaml` and the folder's own files name articles as well; and nobody has to wait for the file system to tell. */
  async #renamed(files: readonly Renamed[]): Promise<void> {
    const { session, ledger } = this.#deps;
    for (const { oldUri, newUri } of files) {
      for (const snapshot of session.snapshots) {
        const from = relativeTo(snapshot.folder.uri, oldUri);
        const to = relativeTo(snapshot.folder.uri, newUri);
        if (!from || !to || classify(from).kind === 'article-sidecar') continue;
        await this.#renamedInSources(snapshot.folder, from, to);
        await ledger.renamed(snapshot, from, to);
        const reading = session.reading(snapshot.folder.key);
        const moves = sidecarMoves(from, to, reading?.sidecars.map(({ path }) => path) ?? []);
        if (moves.length > 0) await reading?.sidecarsWritten(moves.flatMap(move => [move.from, move.to]));
      }
    }
  }

  /** By what stands in the file now: what was read of it may be older than the last renaming. */
  async #renamedInSources(folder: ArticleFolder, from: string, to: string): Promise<void> {
    for (const { kind, path } of this.#deps.session.reading(folder.key)?.sidecars ?? []) {
      if (kind !== 'sources') continue;
      await changeSources(vscode.Uri.joinPath(folder.uri, path), text =>
        text === undefined ? [] : renamedSources(readSources(path, text), from, to),
      );
    }
  }

  async #created(files: readonly vscode.Uri[]): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    let along = 0;
    for (const uri of files.filter(isArticle)) {
      const beside = [...(await namesBeside(uri)), ...files.map(each => nameOf(each.path))];
      if (sidecarsOf(nameOf(uri.path), beside).length > 0) continue;
      const copies = await this.#copiesFor(uri);
      for (const { uri: target, text } of copies)
        edit.createFile(target, { contents: encodeUtf8(text), ignoreIfExists: true });
      if (copies.length > 0) this.#copied.set(uri.toString(), copies);
      along += copies.length;
    }
    // `edit.size` counts changes of texts alone.
    if (along > 0) await vscode.workspace.applyEdit(edit);
  }

  /** The sidecars for a new article that is a known one word for word; none when it is no copy, or a copy of one without annotations. */
  async #copiesFor(uri: vscode.Uri): Promise<readonly Copied[]> {
    const text = normalizeText(decodeUtf8Loosely(await vscode.workspace.fs.readFile(uri)));
    if (!text.trim()) return [];
    const name = nameOf(uri.path);
    const originals = this.#deps.session.snapshots
      .flatMap(({ folder, articles }) => {
        const sidecars = this.#deps.session.reading(folder.key)?.sidecars ?? [];
        return [...articles.values()]
          .filter(article => article.text === text && !same(article.uri, uri))
          .map(({ path }) => sidecars.filter(sidecar => sidecar.article === path));
      })
      .filter(sidecars => sidecars.length > 0);
    // Of several the same, the one whose name the copy's is made from: "petro copy.txt", or "petro.txt" elsewhere.
    const [best] = originals.sort((a, b) => likeness(name, b) - likeness(name, a));
    if (!best) return [];
    const texts = copiedSidecars(best, () => this.#deps.ledger.newId());
    return best.map(({ slug }, i) => ({
      uri: vscode.Uri.joinPath(uri, '..', articleSidecarPath(name, slug)),
      text: texts[i] ?? '',
    }));
  }

  /** A copy that was undone, in which nobody takes part: what was made for it goes as well, unless it was written in since. */
  async #deleted(files: readonly vscode.Uri[]): Promise<void> {
    for (const file of files) {
      const copies = this.#copied.get(file.toString()) ?? [];
      this.#copied.delete(file.toString());
      for (const { uri, text } of copies) {
        const now = await textAt(uri);
        if (now === text) await vscode.workspace.fs.delete(uri, { useTrash: false });
      }
    }
  }
}

function isArticle(uri: vscode.Uri): boolean {
  return classify(nameOf(uri.path)).kind === 'article';
}

async function namesBeside(uri: vscode.Uri): Promise<readonly string[]> {
  const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(uri, '..'));
  return entries.flatMap(([name, type]) => (type & vscode.FileType.File ? [name] : []));
}

async function textAt(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return decodeUtf8Loosely(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined; // It is gone: deleted with its article.
  }
}

/** How many letters a copy's name and its original's begin with in common. */
function likeness(name: string, [sidecar]: readonly Sidecar[]): number {
  const other = nameOf(sidecar?.article ?? '');
  let shared = 0;
  while (shared < name.length && name[shared] === other[shared]) shared++;
  return shared;
}

function same(a: vscode.Uri, b: vscode.Uri): boolean {
  return a.toString() === b.toString();
}

function tell(words: string): void {
  vscode.window.setStatusBarMessage(`$(files) ${words}`, 5_000);
}
