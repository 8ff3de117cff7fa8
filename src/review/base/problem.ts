/** What is wrong in a sidecar, said so that whoever wrote it can mend it. */
import { type Phrase, spoken, spokenAll } from './phrase.ts';

export type ProblemCode =
  | 'not-utf8'
  | 'not-yaml'
  | 'conflict'
  | 'newer-version'
  | 'too-large'
  | 'too-deep'
  | 'too-many-aliases'
  | 'not-a-map'
  | 'not-a-list'
  | 'bad-record'
  | 'missing-key'
  | 'duplicate-id'
  | 'duplicate-key'
  | 'unknown-key'
  | 'unknown-reference'
  | 'reviewer-mismatch'
  | 'lost-anchor'
  | 'lost-passage'
  | 'stale-verdict'
  | 'ambiguous-anchor'
  | 'missing-article'
  | 'unreadable';

/** `error`: something is not in use; `warning`: in use, but not as meant; `note`: worth knowing, and no reason for `check` to fail. */
export type Severity = 'error' | 'warning' | 'note';

/** A mending that can be made without asking: put `text` in the place of the file's code units `start` to `end`, counted as the file stands, without a byte-order mark. */
export interface TextFix {
  readonly kind: 'replace';
  /** For the menu, in English: `Make it strike-deaths`. */
  readonly title: string;
  readonly phrase: Phrase;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A mending that the host carries out with more than this file: see the function that each one names. */
interface NamedFix {
  readonly kind: 'keep-both' | 'reattach' | 'adopt-article';
  readonly title: string;
  readonly phrase: Phrase;
  /** For `reattach` the record's id; for `adopt-article` the article's path. */
  readonly target?: string;
}

export type Fix = TextFix | NamedFix;

export interface Problem {
  /** The file, relative to the folder. */
  readonly sidecar: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** Where the underlined stretch ends, from 1, exclusive. */
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: Severity;
  readonly code: ProblemCode;
  /** A whole sentence or two, in English: what is wrong, and how many other records are in use all the same. */
  readonly message: string;
  /** The message's sentences. */
  readonly phrases: readonly Phrase[];
  readonly fixes: readonly Fix[];
}

/** The message of a problem. */
export function told(...phrases: readonly Phrase[]): Pick<Problem, 'message' | 'phrases'> {
  return { message: spokenAll(phrases), phrases };
}

/** The title of a fix. */
export function titled(phrase: Phrase): Pick<Fix, 'title' | 'phrase'> {
  return { title: spoken(phrase), phrase };
}

/** As one line: `petro.txt.jane.crosscheck.yaml: line 14, column 5: "fact" wants …`. */
export function formatProblem(problem: Problem): string {
  return `${problem.sidecar}: line ${problem.line}, column ${problem.column}: ${problem.message}`;
}
