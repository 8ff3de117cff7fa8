// Branches in git. Two reviewers with two hundred annotations each merge without conflict; one reviewer's two branches conflict, and the
// quick fix keeps everything of both.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { classify } from '../../src/review/base/paths.ts';
import { spoken } from '../../src/review/base/phrase.ts';
import { editSidecar } from '../../src/review/format/edit.ts';
import { keepBothSides } from '../../src/review/format/merge.ts';
import { readSidecar } from '../../src/review/format/sidecar.ts';

const WHO = [
  '-c',
  'user.name=T',
  '-c',
  'user.email=t@example.invalid',
  '-c',
  'commit.gpgsign=false',
  '-c',
  'init.defaultBranch=main',
];

function git(folder: string, ...args: string[]): string {
  return execFileSync('git', [...WHO, ...args], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

const ULID_DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function idOf(branch: string, n: number): string {
  return `01JD${branch}${ULID_DIGITS.charAt(n >> 5)}${ULID_DIGITS.charAt(n & 31)}`.padEnd(26, '0');
}

/** Puts so many notes into a reviewer's sidecar of one of two articles, and a comment by hand beside every tenth. */
function annotate(
  folder: string,
  slug: string,
  name: string,
  branch: string,
  count: number,
  random: () => number,
): void {
  for (let n = 0; n < count; n++) {
    const path = join(folder, `article-${n % 2}.txt.${slug}.crosscheck.yaml`);
    const before = readdirSync(folder).includes(path.slice(folder.length + 1)) ? readFileSync(path, 'utf8') : undefined;
    const start = Math.floor(random() * 5_000);
    const record = {
      id: idOf(branch, n),
      type: 'note',
      quote: `words ${n}`,
      start,
      end: start + 7,
      text: `of branch ${branch}`,
    } as const;
    const edited = editSidecar(before, name, [{ do: 'put', section: 'annotations', record }]);
    if (!edited.ok) throw new Error(spoken(edited.reason));
    const commented = edited.text.replace(`  - id: ${record.id}`, `  # by hand, ${branch} ${n}\n  - id: ${record.id}`);
    writeFileSync(path, n % 10 === 0 ? commented : edited.text);
  }
}

/** Two branches, each with its own annotations; then the first with the second merged in. */
function branches(folder: string, first: () => void, second: () => void): boolean {
  mkdirSync(folder);
  git(folder, 'init', '-q');
  writeFileSync(join(folder, 'sources.yaml'), 'sources:\n  - file: article-*.txt\n');
  git(folder, 'add', '-A');
  git(folder, 'commit', '-qm', 'start');
  git(folder, 'checkout', '-qb', 'second');
  second();
  git(folder, 'add', '-A');
  git(folder, 'commit', '-qm', 'second');
  git(folder, 'checkout', '-q', '-');
  first();
  git(folder, 'add', '-A');
  git(folder, 'commit', '-qm', 'first');
  return spawnSync('git', [...WHO, 'merge', '-q', '--no-edit', 'second'], { cwd: folder }).status === 0;
}

interface Standing {
  readonly ids: ReadonlySet<string>;
  readonly comments: number;
  readonly problems: number;
}

function standing(folder: string): Standing {
  const ids = new Set<string>();
  let comments = 0;
  let problems = 0;
  for (const name of readdirSync(folder)) {
    const file = classify(name);
    if (file.kind !== 'article-sidecar') continue;
    const text = readFileSync(join(folder, name), 'utf8');
    const sidecar = readSidecar(file, text);
    comments += text.split('# by hand').length - 1;
    problems += sidecar?.problems.length ?? 0;
    for (const { record } of sidecar?.records.annotations ?? []) ids.add(record.id ?? '');
  }
  return { ids, comments, problems };
}

export interface MergeFigures {
  readonly reviewersConflict: boolean;
  readonly reviewersMissing: number;
  readonly ownConflict: boolean;
  readonly inUseWithMarkers: number;
  readonly mended: boolean;
  readonly ownMissing: number;
  readonly commentsMissing: number;
  readonly problemsAfter: number;
}

export function mergeTrial(root: string, count: number, random: () => number): MergeFigures {
  const reviewers = join(root, 'reviewers');
  const clean = branches(
    reviewers,
    () => annotate(reviewers, 'jane-doe', 'Jane Doe', 'A', count, random),
    () => annotate(reviewers, 'joan-roe', 'Joan Roe', 'B', count, random),
  );
  const all = (branch: string) => Array.from({ length: count }, (_, n) => idOf(branch, n));
  const both = standing(reviewers);

  const own = join(root, 'own');
  const ownClean = branches(
    own,
    () => annotate(own, 'jane-doe', 'Jane Doe', 'A', count, random),
    () => annotate(own, 'jane-doe', 'Jane Doe', 'B', count, random),
  );
  const marked = standing(own);
  let mended = true;
  for (const name of readdirSync(own).filter(n => n.endsWith('.crosscheck.yaml'))) {
    const kept = keepBothSides(readFileSync(join(own, name), 'utf8'));
    if (kept === undefined) mended = false;
    else writeFileSync(join(own, name), kept);
  }
  const after = standing(own);
  const wanted = [...all('A'), ...all('B')];
  return {
    reviewersConflict: !clean,
    reviewersMissing: wanted.filter(id => !both.ids.has(id)).length,
    ownConflict: !ownClean,
    inUseWithMarkers: wanted.filter(id => marked.ids.has(id)).length,
    mended,
    ownMissing: wanted.filter(id => !after.ids.has(id)).length,
    commentsMissing: Math.ceil(count / 10) * 2 - after.comments,
    problemsAfter: after.problems,
  };
}
