// What the faults' child processes do; bundled apart, since a process is told what to be by its first argument.
import { NodeFiles } from '../../src/platform/node/files.ts';
import type { FileSystem } from '../../src/review/base/files.ts';
import { ReviewStore } from '../../src/review/store/store.ts';
import { EditorFiles } from './editorFiles.ts';
import { addedId, person } from './race.ts';
import { write } from './writer.ts';

async function add(run: string, count: number, files: FileSystem): Promise<void> {
  const wait = (ms: number) => new Promise<void>(done => setTimeout(done, ms));
  const store = new ReviewStore({
    files,
    reviewer: 'Jane Doe',
    now: Date.now,
    random: Math.random,
    wait,
    log: () => {},
  });
  for (let n = 0; n < count; n++) {
    const start = Math.floor(Math.random() * 500);
    await store.put('annotations', `article-${n % 4}.txt`, {
      id: addedId(run, n),
      type: 'note',
      quote: 'words',
      start,
      end: start + 5,
    });
    await wait(Math.random() * 4);
  }
  await store.flush();
}

const [what, folder = '', first = '', second = '', third = ''] = process.argv.slice(2);
if (what === 'write') void write(folder, first, Number(second), Number(third));
else if (what === 'add') void add(first, Number(second), new NodeFiles(folder));
else if (what === 'add-in-editor') void add(first, Number(second), new EditorFiles(folder));
else if (what === 'person') void person(folder, Number(first));
