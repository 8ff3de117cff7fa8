/**
 * Changes records in a sidecar's text. Pure: the new text comes back, and whoever called writes it, to disk or as an edit in an open editor.
 * Every outcome is read again and compared with what it should say before it is given out; one that differs is refused, never written.
 * Cost: one parse an edit and one at the end.
 */
import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { type Phrase, phrase, spoken } from '../base/phrase.ts';
import { hasConflict } from './conflict.ts';
import { LIMITS, type ParsedYaml, parseYaml } from './document.ts';
import { migrate } from './migrate.ts';
import { renderInline, tidyRecord } from './render.ts';
import { knownKeys, type Section, type SectionRecords, VERSION } from './schema.ts';
import {
  addHead,
  addPair,
  apply,
  beginList,
  insertItem,
  removeItem,
  removePair,
  replaceValue,
  type Splice,
} from './splice.ts';
import { sectionNamed } from './validate.ts';

/** Adds a record, or, when one of its id is there, changes the keys that differ and leaves the others (unknown ones too) as they stand. */
type Put = {
  [S in Section]: { readonly do: 'put'; readonly section: S; readonly record: SectionRecords[S] };
}[Section];
/** Takes a record out; one that is not there is no error. `id` is what `identityOf` gives. */
interface Remove {
  readonly do: 'remove';
  readonly section: Section;
  readonly id: string;
}
/** Adds the keys that the record at an index lacks; what it has stays. Refused when it is another record by now. */
interface Fill {
  readonly do: 'fill';
  readonly section: 'annotations';
  readonly index: number;
  readonly record: SectionRecords['annotations'];
}
/** Gives a record of `sources.yaml` the name that its article has now; all else of it stays as it stands, and where it stands. */
interface Rename {
  readonly do: 'rename';
  readonly section: 'sources';
  readonly id: string;
  readonly to: string;
}
export type Edit = Put | Remove | Fill | Rename;

type EditResult =
  | { readonly ok: true; readonly text: string }
  /** Why nothing may be written, in a sentence for people. */
  | { readonly ok: false; readonly reason: Phrase };

type Plain = Readonly<Record<string, unknown>>;
type BlockPair = Pair<Node, Node | null>;

/** What tells a record from the others of its list: its id, or the file or article that it is about. */
export function identityOf(section: Section, record: unknown): string | undefined {
  const key = section === 'reviewed' ? 'article' : section === 'sources' ? 'file' : 'id';
  const value = typeof record === 'object' && record !== null ? Reflect.get(record, key) : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

class Refusal extends Error {
  readonly phrase: Phrase;

  constructor(reason: Phrase) {
    super(spoken(reason));
    this.phrase = reason;
  }
}

function refusal(parsed: Exclude<ParsedYaml, { kind: 'map' | 'empty' }>): Refusal {
  switch (parsed.kind) {
    case 'broken':
      return new Refusal(phrase('The file is not YAML: it has to be mended first.'));
    case 'several':
      return new Refusal(phrase('The file holds several YAML documents.'));
    case 'too-deep':
      return new Refusal(phrase('The file is nested too deep.'));
    case 'other':
      return new Refusal(phrase('The file holds {0} where keys belong.', parsed.what));
  }
}

interface Reading {
  readonly map: YAMLMap<Node, Node | null>;
  readonly plain: Record<string, unknown>;
}

function readMap(text: string): Reading | undefined {
  if (text.length > LIMITS.bytes) throw new Refusal(phrase('The file is too large.'));
  const parsed = parseYaml(text, true);
  if (parsed.kind === 'empty') return undefined;
  if (parsed.kind !== 'map') throw refusal(parsed);
  try {
    return { map: parsed.map, plain: parsed.map.toJS(parsed.document, { maxAliasCount: 10_000 }) };
  } catch {
    throw new Refusal(phrase('The file refers to itself (*name) in a way that cannot be followed.'));
  }
}

/** The key that a list stands under: its name, or, as the reader takes it, what is nearly its name. */
function keyOfList(map: YAMLMap<Node, Node | null>, section: Section): string {
  const keys = map.items.map(p => (isScalar(p.key) ? String(p.key.value) : ''));
  if (new Set(keys).size < keys.length) throw new Refusal(phrase('A key stands twice in the file.'));
  const [near] = keys.filter(key => !keys.includes(section) && sectionNamed(key, [section]) === section);
  return near ?? section;
}

interface List {
  readonly key: string;
  readonly pair: BlockPair;
  readonly seq: YAMLSeq;
  readonly plain: unknown[];
}

function listOf(reading: Reading, section: Section): List | undefined {
  const key = keyOfList(reading.map, section);
  const pair = reading.map.items.find(p => isScalar(p.key) && p.key.value === key);
  const plain = reading.plain[key];
  if (!pair || !isSeq(pair.value) || pair.value.items.length === 0 || !Array.isArray(plain)) return undefined;
  return { key, pair, seq: pair.value, plain };
}

/** Where a new record goes: by its `start` among those that have one, a reply behind what it answers, everything else last. */
function indexFor(record: Plain, others: readonly unknown[]): number {
  const startOf = (other: unknown) =>
    typeof other === 'object' && other !== null ? Reflect.get(other, 'start') : undefined;
  const { start, to } = record;
  if (typeof start === 'number') {
    const behind = others.findIndex(other => {
      const theirs = startOf(other);
      return typeof theirs === 'number' && theirs > start;
    });
    return behind < 0 ? others.length : behind;
  }
  if (typeof to === 'string') {
    const about = others.findLastIndex(
      other =>
        typeof other === 'object' &&
        other !== null &&
        (Reflect.get(other, 'id') === to || Reflect.get(other, 'to') === to),
    );
    if (about >= 0) return about + 1;
  }
  return others.length;
}

function must(splice: Splice | undefined): Splice {
  if (!splice) throw new Refusal(phrase('The file is laid out in a way that Crosscheck does not change.'));
  return splice;
}

interface Change {
  readonly text: string;
  /** What the file should say afterwards. */
  readonly plain: Record<string, unknown>;
}

function lineBreakOf(text: string): string {
  const windows = text.split('\r\n').length - 1;
  return windows * 2 > text.split('\n').length - 1 ? '\r\n' : '\n';
}

/** Changes those keys of a standing record that differ. */
function changeRecord(text: string, section: Section, index: number, old: Plain, record: Plain): Change['text'] {
  let now = text;
  const known = knownKeys(section, record);
  const keys = [...Object.keys(old).filter(key => known.has(key) && record[key] === undefined), ...Object.keys(record)];
  for (const key of keys) {
    if (sameWhenTyped(old[key], record[key])) continue;
    const reading = readMap(now);
    const item = reading && listOf(reading, section)?.seq.items[index];
    if (!isMap(item)) throw new Refusal(phrase('The record cannot be changed where it stands.'));
    const at = item.items.findIndex(p => isScalar(p.key) && p.key.value === key);
    const pair = item.items[at] as BlockPair | undefined;
    const splice =
      record[key] === undefined
        ? removePair(now, item, at)
        : pair
          ? replaceValue(now, item, pair, record[key])
          : addPair(now, item, key, record[key]);
    now = apply(now, must(splice), lineBreakOf(now));
  }
  return now;
}

function putRecord(text: string, reading: Reading, section: Section, given: Plain): Change {
  const record = tidyRecord(given);
  const list = listOf(reading, section);
  const lineBreak = lineBreakOf(text);
  if (!list) {
    const key = keyOfList(reading.map, section);
    const splice = must(beginList(text, reading.map, key, record));
    return { text: apply(text, splice, lineBreak), plain: { ...reading.plain, [key]: [record] } };
  }
  const id = identityOf(section, record);
  const index = id === undefined ? -1 : list.plain.findIndex(other => identityOf(section, other) === id);
  if (index >= 0) {
    const old = list.plain[index] as Plain;
    const known = knownKeys(section, record);
    const kept = Object.fromEntries(Object.entries(old).filter(([key]) => !known.has(key)));
    const now = Object.entries(record).map(([key, value]) => [key, sameWhenTyped(old[key], value) ? old[key] : value]);
    const plain = list.plain.with(index, { ...kept, ...Object.fromEntries(now) });
    return { text: changeRecord(text, section, index, old, record), plain: { ...reading.plain, [list.key]: plain } };
  }
  const at = indexFor(record, list.plain);
  const splice = must(insertItem(text, list.seq, at, record));
  return {
    text: apply(text, splice, lineBreak),
    plain: { ...reading.plain, [list.key]: list.plain.toSpliced(at, 0, record) },
  };
}

function fillRecord(text: string, reading: Reading, { section, index, record }: Fill): Change {
  const list = listOf(reading, section);
  const old = list?.plain[index] as Plain | undefined;
  if (!list || typeof old !== 'object' || old === null) return { text, plain: reading.plain };
  const given: Plain = tidyRecord(record);
  const sameOne = ['type', 'quote', 'to', 'id'].every(
    key => old[key] === undefined || sameWhenTyped(old[key], given[key]),
  );
  if (!sameOne) return { text, plain: reading.plain };
  const full = { ...given, ...old };
  return {
    text: changeRecord(text, section, index, old, full),
    plain: { ...reading.plain, [list.key]: list.plain.with(index, full) },
  };
}

function removeRecord(text: string, reading: Reading, { section, id }: Remove): Change {
  const list = listOf(reading, section);
  const index = list?.plain.findIndex(other => identityOf(section, other) === id) ?? -1;
  if (!list || index < 0) return { text, plain: reading.plain };
  const splice = must(removeItem(text, list.pair, list.seq, index));
  return {
    text: apply(text, splice, lineBreakOf(text)),
    plain: { ...reading.plain, [list.key]: list.plain.toSpliced(index, 1) },
  };
}

function renameRecord(text: string, reading: Reading, { section, id, to }: Rename): Change {
  const list = listOf(reading, section);
  const index = list?.plain.findIndex(other => identityOf(section, other) === id) ?? -1;
  if (!list || index < 0) return { text, plain: reading.plain };
  const old = list.plain[index] as Plain;
  const renamed = { ...old, file: to };
  return {
    text: changeRecord(text, section, index, old, renamed),
    plain: { ...reading.plain, [list.key]: list.plain.with(index, renamed) },
  };
}

/** `says: 17` was read as words: it stands as it was typed while it says the same. */
function sameWhenTyped(old: unknown, now: unknown): boolean {
  return sameValue(old, now) || ((typeof old === 'number' || typeof old === 'boolean') && String(old) === now);
}

/** Whether two plain values are the same, whatever the order of keys. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every(key => Object.hasOwn(b, key) && sameValue(Reflect.get(a, key), Reflect.get(b, key)))
  );
}

function newFile(text: string, reviewer: string, edit: Put): string {
  const list = `${edit.section}:\n`;
  const head = edit.section === 'sources' ? '' : `version: ${VERSION}\nreviewer: ${renderInline(reviewer)}\n`;
  const lead = text === '' || text.endsWith('\n') || text === '\uFEFF' ? text : `${text}\n`;
  return `${lead}${head}${list}`;
}

/** Reads an outcome again: it has to say what was meant, or it is not given out. */
function checked({ text, plain }: Change): Reading {
  const again = readMap(text);
  if (!again || !sameValue(again.plain, plain))
    throw new Refusal(phrase('The file is laid out in a way that Crosscheck does not change.'));
  return again;
}

/** Gives a hand-written file the head that it has none of, and an older one the form of today. */
function withHead(text: string, reading: Reading, reviewer: string): Change {
  const migrated = migrate(text, reading.plain);
  const now = migrated.text === text ? reading : readMap(migrated.text);
  if (!now) throw new Refusal(phrase('The file cannot be brought to the present version.'));
  const missing: Record<string, unknown> = {};
  if (now.plain.version === undefined) missing.version = VERSION;
  if (now.plain.reviewer === undefined) missing.reviewer = reviewer;
  const splice = addHead(now.map, missing);
  if (!splice) return { text: migrated.text, plain: now.plain };
  return { text: apply(migrated.text, splice, lineBreakOf(migrated.text)), plain: { ...now.plain, ...missing } };
}

/**
 * The text with the edits made. `text` is the file as it stands, `undefined` where there is none; `reviewer` is written into a file that
 * names none yet. Without an effective edit the same text comes back.
 */
export function editSidecar(text: string | undefined, reviewer: string, edits: readonly Edit[]): EditResult {
  try {
    let now = text ?? '';
    if (hasConflict(now)) throw new Refusal(phrase('git left conflict markers in the file.'));
    for (const edit of edits) now = editOnce(now, reviewer, edit);
    return { ok: true, text: now };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, reason: error.phrase };
    throw error;
  }
}

function changed(text: string, reading: Reading, edit: Edit): Change {
  switch (edit.do) {
    case 'put':
      return putRecord(text, reading, edit.section, edit.record);
    case 'remove':
      return removeRecord(text, reading, edit);
    case 'fill':
      return fillRecord(text, reading, edit);
    case 'rename':
      return renameRecord(text, reading, edit);
  }
}

function editOnce(text: string, reviewer: string, edit: Edit): string {
  const reading = readMap(text);
  if (!reading) {
    if (edit.do !== 'put') return text;
    const begun = newFile(text, reviewer, edit);
    const opened = readMap(begun);
    if (!opened) throw new Refusal(phrase('The file cannot be begun.'));
    const change = putRecord(begun, opened, edit.section, edit.record);
    checked(change);
    return change.text;
  }
  const { version } = reading.plain;
  if (version !== undefined && (typeof version !== 'number' || version > VERSION))
    throw new Refusal(phrase('The file is of version {0}, which this Crosscheck does not write.', String(version)));
  const change = changed(text, reading, edit);
  if (change.text === text) return text;
  const again = checked(change);
  if (edit.section === 'sources') return change.text;
  const headed = withHead(change.text, again, reviewer);
  if (headed.text !== change.text) checked(headed);
  return headed.text;
}
