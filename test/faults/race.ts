// Two writers of one reviewer's sidecars (two windows of VS Code) and a person's editor, all at once, on the same files. The editor does
// what VS Code does: it looks whether the file changed since it was read, and saves over it in place if not. Nothing may be lost.
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { classify } from '../../src/review/base/paths.ts';
import { readSidecar } from '../../src/review/format/sidecar.ts';

const sleep = (ms: number) => new Promise(done => setTimeout(done, ms));

/** Puts a record and a comment of its own into a sidecar, `count` times, as a person would with an editor. */
export async function person(folder: string, count: number): Promise<void> {
  for (let n = 0; n < count; ) {
    const path = join(folder, `article-${n % 4}.txt.jane-doe.crosscheck.yaml`);
    const read = (): { text: string; mtime: number } | undefined => {
      try {
        return { mtime: statSync(path).mtimeMs, text: readFileSync(path, 'utf8') };
      } catch {
        return undefined;
      }
    };
    const opened = read();
    if (!opened?.text.includes('\n  - ')) {
      await sleep(5);
      continue;
    }
    await sleep(Math.random() * 15);
    const lines = opened.text.split('\n');
    const at = lines.findIndex((line, i) => i > 2 && line.startsWith('  - '));
    const id = `01JDP${String(n).padStart(4, '0')}`.padEnd(26, '0');
    lines.splice(at, 0, `  # by hand ${n}`, `  - id: ${id}`, '    type:   note', `    quote: 'by hand'`);
    if (statSync(path).mtimeMs !== opened.mtime) continue; // "the file is newer on disk": look again
    writeFileSync(path, lines.join('\n'));
    n++;
    await sleep(Math.random() * 20);
  }
}

function run(script: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      out += chunk;
    });
    child.on('error', reject);
    child.on('close', code =>
      code === 0 ? resolve(out) : reject(new Error(`a process of the race ended with ${code}`)),
    );
  });
}

/** The same for a writer that only adds, so that what is there at the end is known. */
export interface RaceFigures {
  readonly writes: number;
  readonly missing: number;
  readonly missingByHand: number;
  readonly commentsMissing: number;
  readonly faulty: number;
  readonly leftBehind: number;
  readonly seconds: number;
}

/** `add` says what the writers' files are: the command line's, or the editor's. */
export async function raceTrial(
  script: string,
  root: string,
  add: 'add' | 'add-in-editor',
  each: number,
  byHand: number,
): Promise<RaceFigures> {
  const folder = join(root, `race-${add}`);
  mkdirSync(folder);
  const began = Date.now();
  await Promise.all([
    run(script, [add, folder, 'A', String(each)]),
    run(script, [add, folder, 'B', String(each)]),
    run(script, ['person', folder, String(byHand)]),
  ]);
  const ids = new Set<string>();
  let comments = 0;
  let faulty = 0;
  for (const name of readdirSync(folder)) {
    const file = classify(name);
    const text = file.kind === 'article-sidecar' ? readFileSync(join(folder, name), 'utf8') : '';
    const sidecar = readSidecar(file, text);
    if (!sidecar) continue;
    faulty += sidecar.problems.length;
    comments += text.split('# by hand').length - 1;
    for (const { record } of sidecar.records.annotations) ids.add(record.id ?? '');
  }
  const expected = ['A', 'B'].flatMap(run => Array.from({ length: each }, (_, n) => addedId(run, n)));
  const hand = Array.from({ length: byHand }, (_, n) => `01JDP${String(n).padStart(4, '0')}`.padEnd(26, '0'));
  return {
    writes: each * 2 + byHand,
    missing: expected.filter(id => !ids.has(id)).length,
    missingByHand: hand.filter(id => !ids.has(id)).length,
    commentsMissing: byHand - comments,
    faulty,
    leftBehind: readdirSync(folder).filter(name => name.startsWith('.')).length,
    seconds: (Date.now() - began) / 1000,
  };
}

export function addedId(run: string, n: number): string {
  return `01JD${run}${String(n).padStart(5, '0')}`.padEnd(26, '0');
}
