// A process that writes one reviewer's sidecars until it is killed or has done its part: the stand-in for an extension host.
// Tells on standard output, a line each, what it begins and what is confirmed.
import { writeSync } from 'node:fs';
import { NodeFiles } from '../../src/platform/node/files.ts';
import { ReviewStore } from '../../src/review/store/store.ts';

/** What a write does: sets the note `id` of a file to a text, or takes it out. */
export interface Step {
  readonly n: number;
  readonly article: string;
  readonly id: string;
  /** Left out to take the note out. */
  readonly text?: string;
}

/** The steps of a run, told by chance from a seed, so that whoever watches knows them too. */
export function stepAt(n: number, run: string): Step {
  const article = `article-${(n * 7) % 4}.txt`;
  const id = `01JD${run}${String((n * 13) % 30).padStart(2, '0')}`.padEnd(26, '0');
  return n % 6 === 5 ? { n, article, id } : { n, article, id, text: `state ${n}` };
}

function say(line: string): void {
  writeSync(1, `${line}\n`);
}

/** Makes the steps `from` to `to` of a run, one after another. */
export async function write(folder: string, run: string, from: number, to: number): Promise<void> {
  const store = new ReviewStore({
    files: new NodeFiles(folder),
    reviewer: 'Jane Doe',
    now: Date.now,
    random: Math.random,
    wait: ms => new Promise(done => setTimeout(done, ms)),
    log: line => process.stderr.write(`${line}\n`),
  });
  say('ready');
  for (let n = from; n < to; n++) {
    const { article, id, text } = stepAt(n, run);
    say(`begin ${n}`);
    if (text === undefined) await store.remove('annotations', article, id);
    else
      await store.put('annotations', article, {
        id,
        type: 'note',
        quote: 'words',
        text,
        start: n % 50,
        end: (n % 50) + 5,
      });
    say(`done ${n}`);
  }
  await store.flush();
}
