/**
 * Goal: which articles carry another's words, and how many of theirs: two papers that print one agency's report are one origin, not two.
 *
 * Method: the runs of six words of each article, hashed (FNV-1a); of all runs those are kept whose hash is a multiple of `SAMPLE`, the same
 * ones in every article, so that what two articles share can be told from what was kept (Broder 1997, "On the resemblance and containment
 * of documents"). An article's share with another is how much of what was kept of it stands there as well.
 * Cost: linear in the words to fingerprint; then linear in the kept runs, times the articles that hold each.
 */

/** Words a run: shorter ones are phrases that everybody uses. */
const RUN = 6;
const SAMPLE = 4;
/** Runs that so many articles hold are boilerplate, and tell nothing. */
const COMMON = 20;
/** The share of an article from which on it counts as carried over. */
const CARRIED = 0.3;

/** Another article that carries a share (0..1) of an article's words. */
export interface Shared {
  readonly path: string;
  readonly share: number;
}

/** The kept runs of an article, each once, in ascending order. */
export function fingerprintOf(text: string): Uint32Array {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const hashes = words.map(hashOf);
  const kept = new Set<number>();
  for (let i = 0; i + RUN <= hashes.length; i++) {
    let run = 0;
    for (let j = i; j < i + RUN; j++) run = (Math.imul(run, 0x01000193) ^ (hashes[j] ?? 0)) >>> 0;
    if (run % SAMPLE === 0) kept.add(run);
  }
  return Uint32Array.from(kept).sort();
}

/** For each article that shares at least `CARRIED` of its words with another, the one that it shares most with. */
export function sharedWords(prints: ReadonlyMap<string, Uint32Array>): ReadonlyMap<string, Shared> {
  const holders = new Map<number, string[]>();
  for (const [path, print] of prints) {
    for (const run of print) {
      const known = holders.get(run);
      if (known) known.push(path);
      else holders.set(run, [path]);
    }
  }
  const found = new Map<string, Shared>();
  for (const [path, print] of prints) {
    const counts = new Map<string, number>();
    for (const run of print) {
      const others = holders.get(run) ?? [];
      if (others.length > COMMON) continue;
      for (const other of others) if (other !== path) counts.set(other, (counts.get(other) ?? 0) + 1);
    }
    const [most] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
    const share = most ? most[1] / print.length : 0;
    if (most && share >= CARRIED) found.set(path, { path: most[0], share });
  }
  return found;
}

function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
