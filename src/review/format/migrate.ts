/**
 * Brings an older file to the present version. One step a version, each over the text, so that what a step does not concern keeps its bytes.
 * Files of every version that ever was are kept under test/unit/review/format/versions.
 */
import { VERSION } from './schema.ts';

interface Migration {
  /** The version that it starts from; the file has the next one afterwards. */
  readonly from: number;
  readonly run: (text: string) => string;
}

/**
 * Version 0 is a file without a version, begun by hand: its records are those of version 1, so that the head is all it lacks, and
 * that is written when anything is. There is no other yet.
 */
const MIGRATIONS: readonly Migration[] = [{ from: 0, run: text => text }];

/** Runs every step from the file's version on. The steps are a parameter so that the way itself can be tested before it is needed. */
export function migrate(
  text: string,
  plain: Readonly<Record<string, unknown>>,
  migrations: readonly Migration[] = MIGRATIONS,
  target: number = VERSION,
): { readonly text: string; readonly version: number } {
  let version = typeof plain.version === 'number' ? plain.version : 0;
  let now = text;
  while (version < target) {
    const step = migrations.find(migration => migration.from === version);
    if (!step) break;
    now = step.run(now);
    version++;
  }
  return { text: now, version };
}
