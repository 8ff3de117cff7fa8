// Runs the fault trials that are named, or all, prints their figures, and fails when something was lost.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killTrial } from './kill.ts';
import { mergeTrial } from './merge.ts';
import { raceTrial } from './race.ts';
import { soakTrial } from './soak.ts';

/** Numbers in [0, 1) from a seed (mulberry32), so that a failure can be had again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function option(name: string, otherwise: number): number {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
}

async function main(): Promise<void> {
  const children = process.argv[2] ?? '';
  const named = process.argv.slice(3).filter(word => /^(?:kill|race|merge|soak)$/.test(word));
  const wanted = (name: string) => named.length === 0 || named.includes(name);
  const seed = option('--seed', 1);
  const random = seeded(seed);
  const root = mkdtempSync(join(tmpdir(), 'crosscheck-faults-'));
  const failed: string[] = [];
  const tell = (name: string, figures: object, fine: boolean) => {
    console.log(`${name.padEnd(6)}${JSON.stringify(figures)}`);
    if (!fine) failed.push(name);
  };
  try {
    if (wanted('merge')) {
      const f = mergeTrial(root, 200, random);
      const missing = f.reviewersMissing + f.ownMissing + f.commentsMissing + f.problemsAfter;
      tell('merge', f, !f.reviewersConflict && f.ownConflict && f.mended && missing === 0);
    }
    if (wanted('soak')) {
      const { examples, ...f } = soakTrial(option('--edits', 10_000), random);
      tell('soak', f, f.crashes + f.lost + f.damagedByWrite === 0);
      if (process.argv.includes('--show')) for (const example of examples) console.log(`--- ${example}`);
    }
    if (wanted('race')) {
      for (const add of ['add', 'add-in-editor'] as const) {
        const f = await raceTrial(children, root, add, option('--writes', 200), 100);
        const wrong = f.missing + f.faulty + f.leftBehind;
        // Without second names for files a save of another program's in the very instant of ours cannot be seen: told, not judged.
        const byHand = add === 'add' ? f.missingByHand + f.commentsMissing : 0;
        tell('race', { files: add === 'add' ? 'on disk' : 'virtual', ...f }, wrong + byHand === 0);
      }
    }
    if (wanted('kill')) {
      const f = await killTrial(children, root, option('--kills', 1_000), random);
      tell('kill', f, f.faulty + f.lost + f.leftBehind === 0);
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  if (failed.length > 0) {
    console.error(`Failed: ${failed.join(', ')} (seed ${seed})`);
    process.exitCode = 1;
  }
}

void main();
