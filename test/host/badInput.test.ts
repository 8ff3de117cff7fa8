// Whatever lies in a folder: a clear word in the right place, and everything else goes on.
import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { symlink, truncate } from 'node:fs/promises';
import * as vscode from 'vscode';
import { WorkspaceFiles } from '../../src/host/kit/workspaceFiles.ts';
import { makeUlid } from '../../src/review/base/ulid.ts';
import { ReviewStore, type StoreError } from '../../src/review/store/store.ts';
import { compared, parts, snapshotOf, TWO_ACCOUNTS } from './support/parts.ts';
import { type Articles, makeArticles, open, select, until } from './support/support.ts';

describe('bad input', () => {
  let articles: Articles | undefined;
  before(() =>
    vscode.workspace
      .getConfiguration('crosscheck')
      .update('reviewer', 'Test Reviewer', vscode.ConfigurationTarget.Global),
  );
  afterEach(async () => {
    await articles?.remove();
    articles = undefined;
  });

  /** Puts a file among two good articles, and gives the reason why it was left out. */
  async function leftOut(name: string, content: Uint8Array | string): Promise<string> {
    articles = await makeArticles({ ...TWO_ACCOUNTS, [name]: content });
    const snapshot = await snapshotOf(
      articles.folder,
      `two articles compared and ${name} left out`,
      ({ phase, articles: read, leftOut: out }) => phase === 'ready' && read.size === 2 && out.length === 1,
    );
    assert.notEqual(snapshot.disputes.length, 0, 'the two others are compared all the same');
    const [found] = snapshot.leftOut;
    assert.equal(found?.path, name);
    return found?.reason ?? '';
  }

  it('an empty file', async () => {
    assert.match(await leftOut('empty.txt', ''), /empty/);
  });

  it('a file that is not UTF-8', async () => {
    assert.match(await leftOut('latin.txt', Buffer.from('Un caf\xe9 \xe0 Paris.', 'latin1')), /not UTF-8/);
  });

  it('a file that is UTF-16', async () => {
    assert.match(await leftOut('wide.txt', Buffer.from('\ufeffFive people were killed.', 'utf16le')), /UTF-16/);
  });

  it('a binary that is called .txt', async () => {
    assert.match(await leftOut('picture.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3])), /not text/);
  });

  it('a file of 60 MB', async () => {
    articles = await makeArticles(TWO_ACCOUNTS);
    const big = await articles.write('big.txt', 'Five people were killed. ');
    await truncate(big.path, 60 * 1024 * 1024);
    const snapshot = await snapshotOf(
      articles.folder,
      'the large file left out',
      ({ leftOut: out, phase }) => phase === 'ready' && out.some(({ path }) => path === 'big.txt'),
    );
    assert.match(snapshot.leftOut[0]?.reason ?? '', /60 MB/);
    assert.equal(snapshot.articles.size, 2);
  });

  it('a line of a million characters', async () => {
    articles = await makeArticles({ ...TWO_ACCOUNTS, 'long.txt': 'word '.repeat(200_000) });
    const snapshot = await snapshotOf(
      articles.folder,
      'all read',
      ({ phase, articles: read, total }) => phase === 'ready' && total === 3 && read.size === 3,
    );
    assert.notEqual(snapshot.disputes.length, 0);
  }).timeout(60_000);

  it('a lone surrogate, which UTF-8 cannot hold', async () => {
    assert.match(await leftOut('lone.txt', Buffer.from([0x48, 0x69, 0x20, 0xed, 0xa0, 0x80, 0x2e])), /not UTF-8/);
  });

  it('a folder without articles', async () => {
    articles = await makeArticles({ 'data.csv': 'a,b\n' });
    const snapshot = await snapshotOf(articles.folder, 'read', ({ phase }) => phase === 'ready');
    assert.equal(snapshot.articles.size, 0);
    assert.deepEqual(snapshot.leftOut, []);
  });

  it('one article alone', async () => {
    articles = await makeArticles({ 'gazette.txt': TWO_ACCOUNTS['gazette.txt'] });
    const snapshot = await compared(articles, 1);
    assert.deepEqual(snapshot.disputes, []);
    assert.notEqual(snapshot.articles.get('gazette.txt')?.analysis?.entities.length, 0);
  });

  it('a folder removed while it is read', async () => {
    const many = Object.fromEntries(Array.from({ length: 24 }, (_, i) => [`a${i}.txt`, TWO_ACCOUNTS['gazette.txt']]));
    articles = await makeArticles(many);
    const { session, folders } = await parts();
    const key = articles.folder.toString();
    await until('reading begun', () => session.snapshot(key) !== undefined);
    await articles.remove();
    articles = undefined;
    await folders.locate();
    await until('forgotten', () => session.snapshot(key) === undefined);
    articles = await makeArticles(TWO_ACCOUNTS);
    await compared(articles, 2);
  }).timeout(60_000);

  it('a file that vanishes between list and read', async () => {
    articles = await makeArticles({ ...TWO_ACCOUNTS, 'brief.txt': 'Six people were killed.\n' });
    await compared(articles, 3);
    const { session } = await parts();
    const reading = session.reading(articles.folder.toString());
    assert.ok(reading);
    const run = reading.readAll([]);
    await vscode.workspace.fs.delete(articles.uri('brief.txt'));
    await run;
    await compared(articles, 2);
  });

  it('a loop of symbolic links', async () => {
    articles = await makeArticles(TWO_ACCOUNTS);
    await symlink(articles.folder.path, articles.uri('again').path);
    const { session } = await parts();
    await session.reading(articles.folder.toString())?.readAll([]);
    const snapshot = await compared(articles, 2);
    assert.deepEqual([...snapshot.articles.keys()], ['gazette.txt', 'tribune.txt']);
    await vscode.workspace.fs.delete(articles.uri('again'));
  });

  it('a sources.yaml that names a missing file: in Problems, at its line', async () => {
    articles = await makeArticles({
      ...TWO_ACCOUNTS,
      'sources.yaml': 'sources:\n  - file: gazette.txt\n    outlet: Gazette\n  - file: gone.txt\n    outlet: Herald\n',
    });
    await compared(articles, 2);
    const uri = articles.uri('sources.yaml');
    const { session } = await parts();
    const review = session.snapshot(articles.folder.toString())?.review;
    assert.deepEqual(
      review?.problems.map(({ line }) => line),
      [4],
    );
    const [problem] = await until('the problem', () => some(vscode.languages.getDiagnostics(uri)));
    assert.match(problem?.message ?? '', /gone\.txt/);
    assert.equal(problem?.range.start.line, 3);
  });

  it('a sidecar that is not YAML: in Problems, and the others are in use', async () => {
    articles = await makeArticles({
      ...TWO_ACCOUNTS,
      'gazette.txt.bob.crosscheck.yaml': 'version: 1\nannotations:\n  - {type: note, quote: [\n',
      'gazette.txt.ann.crosscheck.yaml':
        'version: 1\nreviewer: Ann\nannotations:\n  - type: note\n    quote: loading dock\n    text: Which one?\n',
    });
    const snapshot = await snapshotOf(
      articles.folder,
      'the good note',
      ({ review }) => review?.annotations.length === 1,
    );
    assert.equal(snapshot.review?.annotations[0]?.reviewer, 'Ann');
    const uri = articles.uri('gazette.txt.bob.crosscheck.yaml');
    const problems = await until('the problem', () => some(vscode.languages.getDiagnostics(uri)));
    assert.ok(problems.some(({ severity }) => severity === vscode.DiagnosticSeverity.Error));
  });

  it('one bad record: at its line, with a quick fix', async () => {
    const content =
      'version: 1\nreviewer: Ann\nannotations:\n  - type: claim\n    quote: Five people were killed\n    fact: Strike deaths\n  - type: note\n    quote: loading dock\n';
    articles = await makeArticles({ ...TWO_ACCOUNTS, 'gazette.txt.ann.crosscheck.yaml': content });
    await snapshotOf(articles.folder, 'the good record', ({ review }) => review?.annotations.length === 1);
    const uri = articles.uri('gazette.txt.ann.crosscheck.yaml');
    const [problem] = await until('the problem', () => some(vscode.languages.getDiagnostics(uri)));
    assert.ok(problem);
    assert.equal(problem.range.start.line, 5);
    const sidecar = await vscode.workspace.openTextDocument(uri);
    const fix = await until('the quick fix', async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        uri,
        problem.range,
      );
      return actions.find(({ title, edit }) => edit && title.includes('strike-deaths'));
    });
    assert.ok(fix.edit);
    await vscode.workspace.applyEdit(fix.edit);
    assert.match(sidecar.getText(), /fact: strike-deaths/);
    await sidecar.save();
  });

  it('a read-only folder: is told apart from other failures, so that what was typed can be saved elsewhere', async () => {
    const provider = vscode.workspace.registerFileSystemProvider('crosscheck-readonly', new ReadOnly(), {
      isReadonly: true,
    });
    try {
      const store = new ReviewStore({
        files: new WorkspaceFiles(vscode.Uri.parse('crosscheck-readonly:/folder')),
        reviewer: 'Test Reviewer',
        now: Date.now,
        random: Math.random,
        wait: () => Promise.resolve(),
        log: () => undefined,
      });
      const id = makeUlid(Date.now(), Math.random);
      await assert.rejects(
        store.put('annotations', 'gazette.txt', { id, type: 'note', quote: 'loading dock', text: 'Kept.' }),
        (error: StoreError) => error.code === 'read-only',
      );
    } finally {
      provider.dispose();
    }
  });

  it('an article in another language is kept and annotated, and nothing is guessed in it', async () => {
    articles = await makeArticles({
      ...TWO_ACCOUNTS,
      'zeitung.txt':
        'Bei einem Brand in einem Lagerhaus am Hafen sind in der Nacht zum Dienstag fünf Menschen ums Leben gekommen. Die Bürgermeisterin sagte, das Feuer sei an der Laderampe ausgebrochen. Die Polizei hat die Straße gesperrt.\n',
    });
    const snapshot = await compared(articles, 3);
    const article = snapshot.articles.get('zeitung.txt');
    assert.equal(article?.analysis?.reach, 'language');
    assert.deepEqual(article?.analysis?.claims, []);
    const editor = await open(articles.uri('zeitung.txt'));
    select(editor, 'fünf Menschen');
    await vscode.commands.executeCommand('crosscheck.addNote', { text: 'Dieselbe Zahl.' });
    assert.match(await articles.read('zeitung.txt.test-reviewer.crosscheck.yaml'), /quote: fünf Menschen/);
  });
});

function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length ? list : undefined;
}

/** A file system with one empty folder that nothing can be written to. */
class ReadOnly implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  watch = () => ({ dispose: () => undefined });
  stat(uri: vscode.Uri): vscode.FileStat {
    if (uri.path !== '/folder' && uri.path !== '/') throw vscode.FileSystemError.FileNotFound(uri);
    return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
  }
  readDirectory = () => [];
  readFile(uri: vscode.Uri): Uint8Array {
    throw vscode.FileSystemError.FileNotFound(uri);
  }
  createDirectory = refuse;
  writeFile = refuse;
  delete = refuse;
  rename = refuse;
}

function refuse(uri: vscode.Uri): never {
  throw vscode.FileSystemError.NoPermissions(uri);
}
