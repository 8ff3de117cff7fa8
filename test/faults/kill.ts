// A writer is killed (SIGKILL) at a random moment of a write, again and again. Afterwards every sidecar reads without a problem, holds the
// state before or after that write, and nothing that was confirmed is missing.
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeFiles } from '../../src/platform/node/files.ts';
import { classify } from '../../src/review/base/paths.ts';
import { readSidecar } from '../../src/review/format/sidecar.ts';
import { ReviewStore } from '../../src/review/store/store.ts';
import { stepAt } from './writer.ts';

const RUN = 'KX';

interface State {
  /** `article/id` → text. */
  readonly notes: Map<string, string>;
  readonly faults: string[];
}

function readState(folder: string): State {
  const notes = new Map<string, string>();
  const faults: string[] = [];
  for (const name of readdirSync(folder)) {
    const file = classify(name);
    if (file.kind !== 'article-sidecar') continue;
    const sidecar = readSidecar(file, readFileSync(join(folder, name)));
    if (!sidecar) continue;
    faults.push(...sidecar.problems.map(p => `${name}: ${p.message}`));
    for (const { record } of sidecar.records.annotations) notes.set(`${file.article}/${record.id}`, record.text ?? '');
  }
  return { notes, faults };
}

function applyStep(notes: Map<string, string>, n: number): Map<string, string> {
  const { article, id, text } = stepAt(n, RUN);
  const next = new Map(notes);
  if (text === undefined) next.delete(`${article}/${id}`);
  else next.set(`${article}/${id}`, text);
  return next;
}

function same(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
}

interface Killed {
  /** Steps confirmed, and the one under way when the end came. */
  readonly done: number;
  readonly begun: number;
}

/** Runs a writer from a step on and kills it `delay` milliseconds after it begins to write. */
function killOne(script: string, folder: string, from: number, delay: number): Promise<Killed> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, 'write', folder, RUN, String(from), String(from + 1_000)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let out = '';
    let armed = false;
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      out += chunk;
      if (armed || !out.includes('begin ')) return;
      armed = true;
      const until = process.hrtime.bigint() + BigInt(Math.round(delay * 1e6));
      const fire = () => (process.hrtime.bigint() >= until ? child.kill('SIGKILL') : setImmediate(fire));
      fire();
    });
    child.on('error', reject);
    child.on('close', () => {
      const last = (word: string) =>
        Number([...out.matchAll(new RegExp(`^${word} (\\d+)$`, 'gm'))].at(-1)?.[1] ?? from - 1);
      resolve({ done: last('done'), begun: last('begin') });
    });
  });
}

export interface KillFigures {
  readonly kills: number;
  readonly writes: number;
  readonly midWrite: number;
  readonly faulty: number;
  readonly lost: number;
  readonly leftBehind: number;
  readonly seconds: number;
}

export async function killTrial(
  script: string,
  root: string,
  kills: number,
  random: () => number,
): Promise<KillFigures> {
  const folder = join(root, 'kill');
  mkdirSync(folder);
  const began = Date.now();
  let expected = new Map<string, string>();
  let next = 0;
  let midWrite = 0;
  let faulty = 0;
  let lost = 0;
  // Kills are to fall anywhere in a write, however fast the machine is today.
  let longest = 20;
  for (let k = 0; k < kills; k++) {
    const { done, begun } = await killOne(script, folder, next, random() * longest);
    longest *= done < next ? 1.03 : 0.97;
    for (let n = next; n <= done; n++) expected = applyStep(expected, n);
    const { notes, faults } = readState(folder);
    if (faults.length > 0) faulty++;
    const after = begun > done ? applyStep(expected, begun) : expected;
    if (begun > done) midWrite++;
    if (same(notes, after)) expected = after;
    else if (!same(notes, expected)) {
      lost++;
      expected = notes;
    }
    next = Math.max(begun, done) + 1;
  }
  const wait = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms));
  const store = new ReviewStore({
    files: new NodeFiles(folder),
    reviewer: 'Jane Doe',
    now: Date.now,
    random,
    wait,
    log: () => {},
  });
  await store.recover([0, 1, 2, 3].map(i => store.pathFor('annotations', `article-${i}.txt`)));
  const leftBehind = readdirSync(folder).filter(name => name.startsWith('.')).length;
  return { kills, writes: next, midWrite, faulty, lost, leftBehind, seconds: (Date.now() - began) / 1000 };
}
