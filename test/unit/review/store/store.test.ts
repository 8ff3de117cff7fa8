import assert from 'node:assert/strict';
import { classify } from '../../../../src/review/base/paths.ts';
import { readSidecar } from '../../../../src/review/format/sidecar.ts';
import { ReviewStore, type StoreError, type StoreOptions } from '../../../../src/review/store/store.ts';
import { failing, idOf, MemoryFiles, quickWaiting } from './memoryFiles.ts';

const PATH = 'petro.txt.jane-doe.crosscheck.yaml';

function storeOn(files: MemoryFiles, more: Partial<StoreOptions> = {}): { store: ReviewStore; log: string[] } {
  const log: string[] = [];
  const store = new ReviewStore({
    files,
    reviewer: 'Jane Doe',
    ...quickWaiting(),
    log: line => log.push(line),
    ...more,
  });
  return { store, log };
}

const note = (n: number, text = `note ${n}`) => ({ id: idOf(n), type: 'note', quote: 'words', text }) as const;

function textsIn(files: MemoryFiles): (string | undefined)[] {
  const sidecar = readSidecar(classify(PATH), files.text(PATH) ?? '');
  return sidecar?.records.annotations.map(({ record }) => record.text) ?? [];
}

describe('ReviewStore', () => {
  it("writes a reviewer's file beside the article, and leaves nothing else behind", async () => {
    const files = new MemoryFiles();
    const { store } = storeOn(files);
    await store.put('annotations', 'petro.txt', note(1));
    await store.flush();
    assert.deepEqual([...files.contents.keys()], [PATH]);
    assert.match(files.text(PATH) ?? '', /^version: 1\nreviewer: Jane Doe\nannotations:\n {2}- id: /);
  });

  it('puts decisions into the folder file', async () => {
    const files = new MemoryFiles();
    const { store } = storeOn(files);
    const passages = [{ article: 'petro.txt', quote: 'words' }];
    await store.put('decisions', '', { id: idOf(1), decision: 'dismissed', about: 'claim', passages });
    assert.match(files.text('jane-doe.crosscheck.yaml') ?? '', /decision: dismissed/);
  });

  it('gathers what is asked for while a write is under way', async () => {
    const files = new MemoryFiles();
    const { store } = storeOn(files);
    await Promise.all([1, 2, 3, 4, 5].map(n => store.put('annotations', 'petro.txt', note(n))));
    assert.equal(textsIn(files).length, 5);
    assert.equal(files.log.filter(line => line === `rename ${PATH}`).length, 2);
  });

  it('makes the write again when the file changed after it was read', async () => {
    const files = new MemoryFiles({ [PATH]: 'version: 1\nreviewer: Jane Doe\nannotations: []\n' });
    let meddled = false;
    files.before = (operation, path) => {
      if (meddled || operation !== 'write' || !path.endsWith('.tmp')) return;
      meddled = true;
      files.put(
        PATH,
        `version: 1\nreviewer: Jane Doe\nannotations:\n  - id: ${idOf(9)}\n    type: note\n    quote: theirs\n    text: theirs\n`,
      );
    };
    const { store } = storeOn(files);
    await store.put('annotations', 'petro.txt', note(1));
    assert.deepEqual(textsIn(files).sort(), ['note 1', 'theirs']);
  });

  it('puts back what an editor saved over in that instant', async () => {
    const old = 'version: 1\nreviewer: Jane Doe\nannotations: []\n';
    const files = new MemoryFiles({ [PATH]: old });
    const { store, log } = storeOn(files);
    await store.put('annotations', 'petro.txt', note(1));
    files.put(PATH, `${old}# saved by an editor\n`);
    await store.flush();
    assert.deepEqual(textsIn(files), ['note 1']);
    assert.match(files.text(PATH) ?? '', /# saved by an editor/);
    assert.match(log.join(), /older version/);
  });

  it('keeps two saves of an editor, one in the instant of the writing and one before that could be worked in', async () => {
    const byHand = (n: number) => `  # by hand ${n}\n  - type: note\n    quote: words\n    text: by hand ${n}\n`;
    const old = `version: 1\nreviewer: Jane Doe\nannotations:\n${byHand(0)}`;
    const files = new MemoryFiles({ [PATH]: old });
    let second = '';
    Object.assign(files, {
      link: async (path: string, to: string) => {
        const bytes = files.contents.get(path);
        assert.ok(bytes);
        files.contents.set(to, bytes);
        second = to;
      },
    });
    let renames = 0;
    let temporaries = 0;
    files.before = (what, path) => {
      // The file has two names: what an editor writes into it is there still, once the first name was given away.
      if (what === 'rename' && path === PATH && ++renames === 1) files.put(second, old + byHand(1));
      if (what === 'write' && path.endsWith('.tmp') && ++temporaries === 2)
        files.put(PATH, (files.text(PATH) ?? '') + byHand(2));
    };
    const { store } = storeOn(files);
    await store.put('annotations', 'petro.txt', note(1));
    await store.flush();
    assert.deepEqual(textsIn(files).sort(), ['by hand 0', 'by hand 1', 'by hand 2', 'note 1']);
    for (const n of [0, 1, 2]) assert.equal(files.text(PATH)?.split(`# by hand ${n}\n`).length, 2, files.text(PATH));
    assert.deepEqual([...files.contents.keys()], [PATH]);
  });

  it('takes a file that an editor emptied and never filled for one that it left alone', async () => {
    const old = 'version: 1\nreviewer: Jane Doe\nannotations:\n  - type: note\n    quote: words\n    text: old\n';
    const files = new MemoryFiles({ [PATH]: old });
    let second = '';
    Object.assign(files, {
      link: async (_: string, to: string) => {
        files.put(to, old);
        second = to;
      },
    });
    files.before = (what, path) => {
      if (what === 'rename' && path === PATH) files.put(second, '');
    };
    const { store } = storeOn(files);
    await store.put('annotations', 'petro.txt', note(1));
    await store.flush();
    assert.deepEqual(textsIn(files), ['old', 'note 1']);
  });

  it('leaves alone what a person changed in a record that was just written', async () => {
    const files = new MemoryFiles();
    const { store } = storeOn(files);
    await store.put('annotations', 'petro.txt', note(1));
    files.put(PATH, (files.text(PATH) ?? '').replace('note 1', 'by hand'));
    await store.flush();
    assert.deepEqual(textsIn(files), ['by hand']);
  });

  it('tries again while the file is busy', async () => {
    const files = new MemoryFiles();
    failing(files, 'rename', PATH, 'busy', 3);
    await storeOn(files).store.put('annotations', 'petro.txt', note(1));
    assert.deepEqual(textsIn(files), ['note 1']);
  });

  it('knows the errors of files that come from another bundle', async () => {
    const files = new MemoryFiles();
    const foreign = Object.assign(new Error('gone'), { name: 'FileError', code: 'not-found' });
    files.before = (what, path) => {
      if (what === 'read' && !files.contents.has(path)) throw foreign;
    };
    await storeOn(files).store.put('annotations', 'petro.txt', note(1));
    assert.deepEqual(textsIn(files), ['note 1']);
  });

  it('says that a folder is read-only', async () => {
    const files = new MemoryFiles();
    failing(files, 'create', '.lock', 'read-only', 99);
    await assert.rejects(storeOn(files).store.put('annotations', 'petro.txt', note(1)), (error: StoreError) => {
      assert.equal(error.code, 'read-only');
      assert.match(error.message, /cannot be written to/);
      return true;
    });
  });

  it('writes in place where nothing can be renamed, keeps a copy until it is verified, and says so', async () => {
    const files = new MemoryFiles();
    failing(files, 'rename', PATH, 'no-rename', 99);
    const { store, log } = storeOn(files);
    await store.put('annotations', 'petro.txt', note(1));
    const copy = files.log.findIndex(line => /^write .*\.copy$/.test(line));
    assert.ok(copy >= 0 && copy < files.log.indexOf(`write ${PATH}`));
    assert.deepEqual([...files.contents.keys()], [PATH]);
    assert.match(log.join(), /cannot rename/);
  });

  it('completes a file that was cut short where nothing can be renamed', async () => {
    const whole = 'version: 1\nreviewer: Jane Doe\nannotations: []\n';
    const files = new MemoryFiles({ [PATH]: whole.slice(0, 20), [`.${PATH}.${whole.length}.copy`]: whole });
    const { store } = storeOn(files);
    await store.recover([PATH]);
    assert.equal(files.text(PATH), whole);
    assert.deepEqual([...files.contents.keys()], [PATH]);
  });

  it('drops a copy that is itself cut short', async () => {
    const whole = 'version: 1\nreviewer: Jane Doe\nannotations: []\n';
    const files = new MemoryFiles({ [PATH]: 'version: 1\n', [`.${PATH}.${whole.length}.copy`]: whole.slice(0, 30) });
    await storeOn(files).store.recover([PATH]);
    assert.equal(files.text(PATH), 'version: 1\n');
    assert.deepEqual([...files.contents.keys()], [PATH]);
  });

  it('finds by themselves, in folders, the own files that something was left of, and touches no other', async () => {
    const whole = 'version: 1\nreviewer: Jane Doe\nannotations: []\n';
    const others = '.petro.txt.bob.crosscheck.yaml.abc.tmp';
    const mine = 'in/petro.txt.jane-doe.crosscheck.yaml';
    const files = new MemoryFiles({
      [PATH]: whole,
      [mine]: whole.slice(0, 9),
      [`in/.petro.txt.jane-doe.crosscheck.yaml.${whole.length}.copy`]: whole,
      [`.${PATH}.4f.old`]: whole,
      [others]: 'half',
    });
    const { store } = storeOn(files);
    assert.deepEqual([...(await store.recoverIn(['', 'in']))].sort(), [mine, PATH].sort());
    assert.equal(files.text(mine), whole);
    assert.deepEqual([...files.contents.keys()].sort(), [PATH, mine, others].sort());
    files.log.length = 0;
    assert.deepEqual(await store.recoverIn(['', 'in']), []);
    assert.deepEqual(
      files.log.filter(line => /^(?:write|create|delete|rename)/.test(line)),
      [],
    );
  });

  it('takes a lock away whose maker is dead, and what that one left behind', async () => {
    const files = new MemoryFiles({ [`.${PATH}.lock`]: '4711@here abc', [`.${PATH}.abc.tmp`]: 'half' });
    Object.assign(files, { owner: '1@here', alive: (owner: string) => owner === '1@here' });
    const waiting = quickWaiting();
    const began = waiting.now();
    await storeOn(files, waiting).store.put('annotations', 'petro.txt', note(1));
    assert.ok(waiting.now() - began < 100, 'at once');
    assert.deepEqual([...files.contents.keys()], [PATH]);
  });

  it('waits for a lock that is alive, and no longer than a write can take', async () => {
    const files = new MemoryFiles({ [`.${PATH}.lock`]: '4711@there abc' });
    Object.assign(files, { owner: '1@here', alive: () => true });
    const waiting = quickWaiting();
    const began = waiting.now();
    await storeOn(files, waiting).store.put('annotations', 'petro.txt', note(1));
    assert.ok(waiting.now() - began > 5_000);
    assert.deepEqual(textsIn(files), ['note 1']);
  });

  it('changes an open editor instead of the file', async () => {
    const files = new MemoryFiles({ [PATH]: 'version: 1\nreviewer: Jane Doe\nannotations: []\n' });
    let editor = `${files.text(PATH)}# not saved yet\n`;
    const { store } = storeOn(files, {
      inEditor: async (_, change) => {
        editor = change(editor);
        return true;
      },
    });
    await store.put('annotations', 'petro.txt', note(1));
    assert.match(editor, /text: note 1\n# not saved yet\n$/);
    assert.deepEqual(textsIn(files), []);
  });

  it("never writes another's file, nor one that it cannot read", async () => {
    const broken = 'version: 1\nannotations:\n  - type: "note\n';
    const files = new MemoryFiles({ [PATH]: broken });
    const { store } = storeOn(files);
    await assert.rejects(store.edit('petro.txt.joan-roe.crosscheck.yaml', []), /not a file of Jane Doe/);
    await assert.rejects(store.put('annotations', 'petro.txt', note(1)), /not YAML/);
    assert.equal(files.text(PATH), broken);
  });

  it('lets one refused edit take no other with it', async () => {
    const files = new MemoryFiles({
      [PATH]:
        'reviewer: Jane Doe\nannotations: &all\n  - &a\n    id: 01JD5Z8Q4Y3K6T0B7N9M000009\n    type: note\n    quote: x\nmore: *a\n',
    });
    const { store } = storeOn(files);
    const results = await Promise.allSettled([
      store.put('annotations', 'petro.txt', note(1)),
      store.remove('annotations', 'petro.txt', idOf(9)),
      store.put('annotations', 'petro.txt', note(2)),
    ]);
    assert.deepEqual(
      results.map(r => r.status),
      ['fulfilled', 'rejected', 'fulfilled'],
    );
    assert.equal(textsIn(files).length, 3);
  });
});
