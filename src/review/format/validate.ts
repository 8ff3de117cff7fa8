/**
 * One record against its schema, with a message that says which key wants what, and where it stands. The node is kept beside the value so
 * that a number written where words belong (`says: 17`) is read as it was typed, and not as 17.0 or 1e3 would come out.
 */
import { type Document, isAlias, isMap, isPair, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type * as z from 'zod/mini';
import { type Phrase, phrase } from '../base/phrase.ts';
import { isSlug, slugOf } from '../base/slug.ts';
import { LIMITS } from './document.ts';
import type { Section } from './schema.ts';

interface Fault {
  /** Raw offsets of the words to underline. */
  readonly start: number;
  readonly end: number;
  readonly code: 'bad-record' | 'missing-key' | 'duplicate-key' | 'too-many-aliases';
  /** Without a full stop's worth of context: the caller adds how many other records are in use. */
  readonly message: Phrase;
  /** What to put in the place of `start`..`end`, where that can be said. */
  readonly instead?: string;
}

type Checked<T> =
  | { readonly ok: true; readonly record: T; readonly unknown: readonly Pair<Node, Node | null>[] }
  | { readonly ok: false; readonly faults: readonly Fault[] };

type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;

/** How a value is named in a message. */
function show(value: unknown): string | Phrase {
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 39)}…` : value);
  if (value === null || value === undefined) return phrase('nothing');
  if (Array.isArray(value)) return value.length === 0 ? phrase('an empty list') : phrase('a list');
  return typeof value === 'object' ? phrase('a map of keys') : String(value);
}

/** How many letters apart two words are, small ones at that: enough to guess what was meant. Quadratic in the words' length. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min(
          (next[j - 1] ?? 0) + 1,
          (row[j] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The word of a list that was most likely meant, if one is near. */
export function nearest(word: string, list: readonly string[]): string | undefined {
  const small = word.trim().toLowerCase();
  if (!small || small.length > 40) return undefined;
  const scored = list
    .map(option => ({ option, distance: editDistance(small, option) }))
    .sort((a, b) => a.distance - b.distance);
  const [best, second] = scored;
  if (!best || best.distance > 2 || best.distance >= best.option.length / 2) return undefined;
  return second?.distance === best.distance ? undefined : best.option;
}

/** Which list a key at the top of a file names: one letter or two amiss, still that list, so that no record is lost to a slip. */
export function sectionNamed(key: string, sections: readonly Section[]): Section | undefined {
  const meant = nearest(key, sections);
  return sections.find(section => section === key) ?? sections.find(section => section === meant);
}

function childAt(node: unknown, key: PropertyKey): { node: unknown; pair?: Pair<Node, Node | null> } {
  if (isMap(node)) {
    const pair = node.items.findLast(p => isScalar(p.key) && p.key.value === key);
    return pair ? { node: pair.value, pair: pair as Pair<Node, Node | null> } : { node: undefined };
  }
  if (isSeq(node) && typeof key === 'number') return { node: node.items[key] };
  return { node: undefined };
}

/** The node that a path of keys leads to, through aliases; with the pair it is the value of. */
function nodeAt(node: unknown, path: Path, document: Document): { node: unknown; pair?: Pair<Node, Node | null> } {
  let at: { node: unknown; pair?: Pair<Node, Node | null> } = { node };
  for (const key of path) {
    const here = isAlias(at.node) ? at.node.resolve(document) : at.node;
    at = childAt(here, key);
  }
  return at;
}

function valueAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const key of path) at = typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined;
  return at;
}

function rangeOf(node: unknown): { start: number; end: number } | undefined {
  const range = typeof node === 'object' && node !== null && 'range' in node ? (node as Node).range : undefined;
  return range ? { start: range[0], end: Math.max(range[1], range[0]) } : undefined;
}

/** Unions say only that nothing fitted; what the branch wants that came nearest stands inside them. */
function flatten(issue: Issue): Issue {
  if (issue.code === 'invalid_union' && issue.errors.length > 0 && issue.path.length > 0) {
    const deeper = issue.errors.flat().filter(inner => inner.path.length > 0);
    const [first] = deeper;
    if (first) return { ...first, path: [...issue.path, ...first.path] };
  }
  return issue;
}

/** A number, a truth value or nothing where words are wanted, taken as typed: `says: 17`, `quote: yes`, `tags: [2026]`. */
function asTyped(issue: Issue, node: unknown, record: unknown, document: Document): boolean {
  const { node: found } = nodeAt(node, issue.path, document);
  const scalar = isAlias(found) ? found.resolve(document) : found;
  if (!isScalar(scalar) || typeof scalar.value === 'string' || scalar.source === undefined || scalar.source === '')
    return false;
  const holder = valueAt(record, issue.path.slice(0, -1));
  const key = issue.path.at(-1);
  if (key === undefined || typeof holder !== 'object' || holder === null) return false;
  Reflect.set(holder, key, scalar.source);
  return true;
}

function noMap(record: unknown): Phrase {
  return phrase('A record wants keys and values, such as "type: note", not {0}.', show(record));
}

/** What a schema's `error` asks for. */
function wanted({ message }: Issue): Phrase {
  const list = /^one of (.*)$/.exec(message)?.[1];
  return list === undefined ? phrase(message) : phrase('one of {0}', list);
}

function faultOf(issue: Issue, node: Node, record: unknown, document: Document): Fault {
  const { path } = issue;
  const key = path.findLast(part => typeof part === 'string');
  const { node: found, pair } = nodeAt(node, path, document);
  const whole = rangeOf(node) ?? { start: 0, end: 0 };
  if (key === undefined)
    return {
      ...whole,
      code: 'bad-record',
      message: noMap(record),
    };
  const value = valueAt(record, path);
  if (value === undefined && !pair) {
    const holder = nodeAt(node, path.slice(0, -1), document).node;
    const first = isMap(holder) ? rangeOf(holder.items[0]?.key) : rangeOf(holder);
    return {
      ...(first ?? whole),
      code: 'missing-key',
      message: phrase('"{0}" is missing: it wants {1}.', String(key), wanted(issue)),
    };
  }
  const range = rangeOf(found) ?? rangeOf(pair?.key) ?? whole;
  const at = range.start === range.end ? (rangeOf(pair?.key) ?? range) : range;
  const message = phrase('"{0}" wants {1}, not {2}.', String(key), wanted(issue), show(value));
  const instead = isScalar(found) && typeof value === 'string' ? mend(issue, value.trim()) : undefined;
  return { ...at, code: 'bad-record', message, ...(instead === undefined ? {} : { instead }) };
}

/** What a wrong value was most likely meant to be. */
function mend(issue: Issue, value: string): string | undefined {
  if (issue.message.startsWith('a slug')) return isSlug(slugOf(value)) ? slugOf(value) : undefined;
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union') {
    const options = issue.message.replace(/^one of /, '').split(/, | or /);
    return nearest(value, options);
  }
  if (issue.message.startsWith('a whole number')) return /^\d{1,9}$/.test(value) ? String(Number(value)) : undefined;
  if (issue.message === 'true or false')
    return /^(?:yes|y|on)$/i.test(value) ? 'true' : /^(?:no|n|off)$/i.test(value) ? 'false' : undefined;
  if (issue.message.startsWith('a date')) {
    const m = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(value);
    return m ? `${m[1]}-${m[2]?.padStart(2, '0')}-${m[3]?.padStart(2, '0')}` : undefined;
  }
  return undefined;
}

/** Checks one record's node. `known` are the keys that the schema names, for what is unknown. */
export function checkRecord<T>(
  node: Node | null,
  document: Document,
  schema: {
    safeParse(value: unknown): { success: true; data: T } | { success: false; error: { issues: readonly Issue[] } };
  },
  known: (record: unknown) => ReadonlySet<string>,
): Checked<T> {
  if (!isMap(node)) {
    const range = rangeOf(node) ?? { start: 0, end: 0 };
    const record = isScalar(node) ? node.value : node === null ? null : [];
    return { ok: false, faults: [{ ...range, code: 'bad-record', message: noMap(record) }] };
  }
  const seen = new Set<unknown>();
  for (const pair of node.items) {
    const key = isScalar(pair.key) ? pair.key.value : undefined;
    if (key !== undefined && key !== '<<' && seen.has(key)) {
      const range = rangeOf(pair.key) ?? { start: 0, end: 0 };
      const message = phrase('"{0}" stands twice in this record: which one holds cannot be told.', String(key));
      return { ok: false, faults: [{ ...range, code: 'duplicate-key', message }] };
    }
    seen.add(key);
  }
  let record: unknown;
  try {
    record = node.toJS(document, { maxAliasCount: LIMITS.aliases });
  } catch (error) {
    const range = rangeOf(node) ?? { start: 0, end: 0 };
    const unresolved = String(error).includes('Unresolved');
    const message = unresolved
      ? phrase('This record refers to a place (*name) that nothing before it names (&name).')
      : phrase('This record refers to other places (*name) more often than it may.');
    return { ok: false, faults: [{ ...range, code: unresolved ? 'bad-record' : 'too-many-aliases', message }] };
  }
  let result = schema.safeParse(record);
  if (!result.success) {
    const retyped = result.error.issues.map(flatten).filter(issue => asTyped(issue, node, record, document));
    if (retyped.length > 0) result = schema.safeParse(record);
  }
  if (!result.success)
    return { ok: false, faults: result.error.issues.map(issue => faultOf(flatten(issue), node, record, document)) };
  const names = known(record);
  const unknown = node.items.filter(
    pair => isPair(pair) && isScalar(pair.key) && pair.key.value !== '<<' && !names.has(String(pair.key.value)),
  ) as Pair<Node, Node | null>[];
  return { ok: true, record: result.data, unknown };
}
