/**
 * Reads a sidecar: every record that is sound, with its place, and every problem. One bad record never hides the others, and nothing here
 * writes. Cost: linear in the file.
 */
import { type Document, isScalar, isSeq, type Node, type Pair } from 'yaml';
import { type FolderFile, nameOf } from '../base/paths.ts';
import { type Phrase, phrase } from '../base/phrase.ts';
import { type Fix, type Problem, type ProblemCode, type Severity, titled, told } from '../base/problem.ts';
import { isSlug, slugOf } from '../base/slug.ts';
import { decodeUtf8 } from '../base/utf8.ts';
import { hasConflict, onlySide } from './conflict.ts';
import { LIMITS, parseYaml, RawLines } from './document.ts';
import { salvage } from './salvage.ts';
import {
  type FileKind,
  knownKeys,
  SECTIONS,
  SECTIONS_OF,
  type Section,
  type SectionRecords,
  VERSION,
} from './schema.ts';
import { checkRecord, nearest, sectionNamed } from './validate.ts';
import { yamlFault } from './yamlFault.ts';

/** A sound record and where it stands. */
export interface Filed<T> {
  readonly record: T;
  /** Its place in its list, from 0, bad records counted. */
  readonly index: number;
  /** Offsets in the file as it stands, a byte-order mark not counted. */
  readonly start: number;
  readonly end: number;
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

type Records = { readonly [S in Section]: readonly Filed<SectionRecords[S]>[] };

/** One YAML file of the folder, read. `sources.yaml` is read by the same means. */
export interface Sidecar {
  readonly path: string;
  readonly kind: FileKind;
  /** For a `kind: 'article'` the article it is about, by its name. */
  readonly article?: string;
  /** From the file's name; empty for `sources.yaml`. */
  readonly slug: string;
  /** The reviewer's name as the file gives it, else the slug. */
  readonly reviewer: string;
  /** 0 where the file names none. */
  readonly version: number;
  /** The file as it stands, with its byte-order mark. */
  readonly text: string;
  /** False where a write could lose something: not YAML, conflict markers, a newer version. The records that could be read are in use all the same. */
  readonly writable: boolean;
  readonly records: Records;
  readonly problems: readonly Problem[];
}

interface Draft {
  readonly path: string;
  readonly kind: FileKind;
  readonly slug: string;
  readonly lines: RawLines;
  readonly records: { [S in Section]: Filed<SectionRecords[S]>[] };
  readonly problems: Problem[];
  reviewer: string;
  version: number;
  writable: boolean;
}

function noRecords(): Draft['records'] {
  return { annotations: [], facts: [], verdicts: [], decisions: [], reviewed: [], sources: [] };
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly severity?: Severity;
  readonly code: ProblemCode;
  readonly message: Phrase;
  readonly fixes?: readonly Fix[];
}

function report(draft: Draft, found: Found): void {
  const from = draft.lines.at(found.start);
  const to = draft.lines.at(Math.max(found.start, found.end));
  draft.problems.push({
    sidecar: draft.path,
    ...from,
    endLine: to.line,
    endColumn: to.column,
    severity: found.severity ?? 'error',
    code: found.code,
    ...told(found.message),
    fixes: found.fixes ?? [],
  });
}

/** Reads the records of one list. `shift` is where the parsed text begins in the file, for lists that were salvaged piece by piece. */
function readItems(
  draft: Draft,
  section: Section,
  items: readonly unknown[],
  document: Document,
  shift = 0,
  firstIndex = 0,
): void {
  items.forEach((item, at) => {
    const node = item as Node | null;
    const checked = checkRecord<SectionRecords[Section]>(node, document, SECTIONS[section], record =>
      knownKeys(section, record),
    );
    const start = (node?.range?.[0] ?? 0) + shift;
    const end = (node?.range?.[1] ?? 0) + shift;
    if (!checked.ok) {
      for (const fault of checked.faults) {
        const at = { start: fault.start + shift, end: fault.end + shift };
        const fixes: Fix[] = fault.instead === undefined ? [] : [replaceFix(at, fault.instead)];
        report(draft, { ...at, code: fault.code, message: fault.message, fixes });
      }
      return;
    }
    for (const pair of checked.unknown) reportUnknown(draft, pair, [...knownKeys(section, checked.record)], shift);
    const filed = { record: checked.record, index: firstIndex + at, start, end, ...draft.lines.at(start) };
    // The section's name and the record's type go together by construction, which the type of a mapped object cannot say.
    (draft.records[section] as Filed<SectionRecords[Section]>[]).push(filed);
  });
}

function replaceFix(at: { readonly start: number; readonly end: number }, text: string): Fix {
  return { kind: 'replace', ...titled(phrase('Make it {0}', text)), ...at, text };
}

function reportUnknown(draft: Draft, pair: Pair<Node, Node | null>, known: readonly string[], shift: number): void {
  const range = pair.key.range ?? [0, 0, 0];
  const name = isScalar(pair.key) ? String(pair.key.value) : 'This';
  const meant = nearest(name, known);
  const at = { start: range[0] + shift, end: range[1] + shift };
  if (meant) {
    const fixes: Fix[] = [replaceFix(at, meant)];
    report(draft, {
      ...at,
      severity: 'warning',
      code: 'unknown-key',
      message: phrase('"{0}" is no key here. Is "{1}" meant?', name, meant),
      fixes,
    });
  } else {
    report(draft, {
      ...at,
      severity: 'note',
      code: 'unknown-key',
      message: phrase('"{0}" is no key that this version knows. It is kept as it stands.', name),
    });
  }
}

function readHead(draft: Draft, pair: Pair<Node, Node | null>, key: string): boolean {
  const value = isScalar(pair.value) ? pair.value.value : undefined;
  const range = pair.value?.range ?? pair.key.range ?? [0, 0, 0];
  const at = { start: range[0], end: range[1] };
  if (key === 'version') {
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0) {
      draft.version = value;
      if (value > VERSION) {
        draft.writable = false;
        const message = phrase(
          'This file is of version {0}, and this Crosscheck knows up to {1}: it reads what it understands, and writes nothing here.',
          value,
          VERSION,
        );
        report(draft, { ...at, code: 'newer-version', message });
      }
    } else {
      draft.writable = false;
      report(draft, {
        ...at,
        code: 'bad-record',
        message: phrase(
          '"version" wants a whole number, such as {0}. Nothing is written here until it has one.',
          VERSION,
        ),
        fixes: [replaceFix(at, String(VERSION))],
      });
    }
    return true;
  }
  if (key !== 'reviewer' || draft.kind === 'sources') return false;
  const name = isScalar(pair.value) ? String(pair.value.source ?? value ?? '') : '';
  if (!name.trim())
    report(draft, { ...at, severity: 'warning', code: 'bad-record', message: phrase('"reviewer" wants a name.') });
  else {
    draft.reviewer = name.trim();
    const slug = slugOf(name);
    if (slug !== draft.slug) {
      const message = phrase(
        'The name of this file ends in "{0}", and its "reviewer" would make that "{1}". It is read as {2}\'s.',
        draft.slug,
        slug,
        name.trim(),
      );
      report(draft, { ...at, severity: 'warning', code: 'reviewer-mismatch', message });
    }
  }
  return true;
}

function readMap(draft: Draft, pairs: readonly Pair<Node, Node | null>[], document: Document, text: string): void {
  const done = new Set<string>();
  for (const pair of pairs) {
    const key = isScalar(pair.key) ? String(pair.key.value) : '';
    const at = { start: pair.key.range?.[0] ?? 0, end: pair.key.range?.[1] ?? 0 };
    if (done.has(key))
      report(draft, {
        ...at,
        code: 'duplicate-key',
        message: phrase('"{0}" stands twice in this file. Both are read.', key),
      });
    done.add(key);
    if (readHead(draft, pair, key)) continue;
    const section = sectionNamed(key, SECTIONS_OF[draft.kind]);
    if (!section) {
      reportUnknown(draft, pair, ['version', 'reviewer', ...SECTIONS_OF[draft.kind]], 0);
      continue;
    }
    if (section !== key) reportUnknown(draft, pair, [section], 0);
    readSection(draft, section, pair, document, text);
  }
}

function readSection(
  draft: Draft,
  section: Section,
  pair: Pair<Node, Node | null>,
  document: Document,
  text: string,
): void {
  const value = pair.value;
  if (isSeq(value)) readItems(draft, section, value.items, document);
  else if (value && !(isScalar(value) && value.value === null)) {
    const at = { start: value.range?.[0] ?? 0, end: value.range?.[1] ?? 0 };
    draft.writable = false;
    report(draft, {
      ...at,
      code: 'not-a-list',
      message: phrase('"{0}" wants a list, each record begun by a hyphen.', section),
    });
    readSalvaged(draft, text.slice(0, at.end), at.start, section);
  }
}

/**
 * What can still be made out of a file, or a part of it, that is no proper YAML: its records, one by one. Says how many of them are
 * broken by themselves.
 */
function readSalvaged(draft: Draft, text: string, from: number, section?: Section): number {
  let broken = 0;
  for (const piece of salvage(text, from, SECTIONS_OF[draft.kind], section)) {
    const parsed = parseYaml(piece.text);
    if (parsed.kind === 'map') readItems(draft, piece.section, [parsed.map], parsed.document, piece.start, piece.index);
    else if (parsed.kind === 'broken') {
      broken++;
      report(draft, yamlFault(piece.text, parsed.errors, piece.start));
    }
  }
  return broken;
}

/** The records of both sides of a conflict; of one that both changed, the first side's. */
function readBothSides(draft: Draft, text: string): void {
  readSalvaged(draft, onlySide(text, 'ours'), 0);
  const theirs: Draft = { ...draft, records: noRecords(), problems: [] };
  readSalvaged(theirs, onlySide(text, 'theirs'), 0);
  for (const section of SECTIONS_OF[draft.kind]) {
    const mine: Filed<SectionRecords[Section]>[] = draft.records[section];
    const starts = new Set(mine.map(filed => filed.start));
    const ids = new Set(
      mine.map(({ record }) => ('id' in record ? record.id : undefined)).filter(id => id !== undefined),
    );
    for (const filed of theirs.records[section] as Filed<SectionRecords[Section]>[]) {
      const id = 'id' in filed.record ? filed.record.id : undefined;
      if (!starts.has(filed.start) && !(id !== undefined && ids.has(id))) mine.push(filed);
    }
    mine.sort((x, y) => x.start - y.start);
  }
}

function readHeadLines(draft: Draft, text: string): void {
  const reviewer = /^reviewer:[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s#"'][^\n]*?))[ \t]*(?:#[^\n]*)?\r?$/m.exec(text);
  const name = reviewer?.[1] ?? reviewer?.[2] ?? reviewer?.[3];
  if (name?.trim()) draft.reviewer = name.trim();
  const version = /^version:[ \t]*(\d+)/m.exec(text)?.[1];
  if (version) draft.version = Number(version);
}

function readText(draft: Draft, text: string): void {
  if (text.length > LIMITS.bytes) {
    draft.writable = false;
    const millions = LIMITS.bytes / 1_000_000;
    const message = phrase('This file is larger than {0} million characters and was not read.', millions);
    report(draft, { start: 0, end: 0, code: 'too-large', message });
    return;
  }
  if (hasConflict(text)) {
    draft.writable = false;
    const { start, end } = hasConflict(text) ?? { start: 0, end: 0 };
    const message = phrase(
      'git left conflict markers here. Nothing is written to this file until they are gone; the records of both sides are in use.',
    );
    const fixes: Fix[] = [{ kind: 'keep-both', ...titled(phrase('Keep both sides')) }];
    report(draft, { start, end, code: 'conflict', message, fixes });
    readHeadLines(draft, text);
    readBothSides(draft, text);
    return;
  }
  const parsed = parseYaml(text);
  switch (parsed.kind) {
    case 'map':
      readMap(draft, parsed.map.items as Pair<Node, Node | null>[], parsed.document, text);
      return;
    case 'empty':
      return;
    case 'broken':
      draft.writable = false;
      readHeadLines(draft, text);
      if (readSalvaged(draft, text, 0) === 0) report(draft, yamlFault(text, parsed.errors, 0));
      return;
    case 'too-deep':
      draft.writable = false;
      report(draft, {
        start: parsed.start,
        end: parsed.start,
        code: 'too-deep',
        message: phrase('This file is nested more than {0} deep and was not read.', LIMITS.depth),
      });
      return;
    case 'several':
      draft.writable = false;
      report(draft, {
        start: 0,
        end: 0,
        code: 'not-yaml',
        message: phrase('This file holds several YAML documents ("---"). Nothing is written to it until it is one.'),
      });
      readSalvaged(draft, text, 0);
      return;
    case 'other':
      draft.writable = false;
      report(draft, {
        start: 0,
        end: 0,
        code: 'not-a-map',
        message: phrase('This file wants keys at its top, such as "annotations:", and holds {0}.', parsed.what),
      });
      readSalvaged(draft, text, 0);
  }
}

/** Two records of one id: which one a reply means cannot be told. */
function reportDuplicates(draft: Draft, text: string): void {
  for (const section of SECTIONS_OF[draft.kind]) {
    const seen = new Map<string, Filed<SectionRecords[Section]>>();
    for (const filed of draft.records[section]) {
      const id = 'id' in filed.record ? filed.record.id : undefined;
      if (typeof id !== 'string') continue;
      const first = seen.get(id);
      if (!first) {
        seen.set(id, filed);
        continue;
      }
      const found = text.indexOf(id, filed.start);
      const at =
        found < 0 || found > filed.end
          ? { start: filed.start, end: filed.end }
          : { start: found, end: found + id.length };
      report(draft, {
        ...at,
        code: 'duplicate-id',
        message: phrase('The id {0} stands at line {1} as well.', id, first.line),
        fixes: removeIdFix(text, at.start),
      });
    }
  }
}

/** Takes the line `id: …` out; the next write gives the record an id of its own. */
function removeIdFix(text: string, at: number): Fix[] {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const lineEnd = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at) + 1;
  const line = text.slice(lineStart, lineEnd);
  const title = titled(phrase('Give it an id of its own'));
  if (/^\s+id:\s*["']?[0-9A-Z]{26}["']?\s*$/.test(line))
    return [{ kind: 'replace', ...title, start: lineStart, end: lineEnd, text: '' }];
  const lead = /^(\s*-\s+)id:\s*["']?[0-9A-Z]{26}["']?\s*\r?\n\s+/.exec(text.slice(lineStart));
  if (!lead) return [];
  return [
    { kind: 'replace', ...title, start: lineStart + (lead[1]?.length ?? 0), end: lineStart + lead[0].length, text: '' },
  ];
}

/** Every error says how many other records are in use all the same, once the reading is over and that is known. */
function withCounts(problems: readonly Problem[], good: number): Problem[] {
  const tail = good === 1 ? phrase('The other record is in use.') : phrase('The other {0} records are in use.', good);
  if (good === 0) return [...problems];
  const says: ReadonlySet<ProblemCode> = new Set([
    'bad-record',
    'missing-key',
    'duplicate-key',
    'too-many-aliases',
    'not-yaml',
  ]);
  return problems.map(p => (p.severity === 'error' && says.has(p.code) ? { ...p, ...told(...p.phrases, tail) } : p));
}

/** Reads one file of the folder; `undefined` for one that is neither a sidecar nor `sources.yaml`. Takes bytes, or the text of an open editor. */
export function readSidecar(file: FolderFile, content: Uint8Array | string): Sidecar | undefined {
  if (file.kind === 'article' || file.kind === 'other') return undefined;
  const kind = file.kind === 'sources' ? 'sources' : file.kind === 'article-sidecar' ? 'article' : 'folder';
  const slug = file.kind === 'sources' ? '' : file.slug;
  const decoded = typeof content === 'string' ? content : decodeUtf8(content);
  // As editors do, places are counted without the byte-order mark.
  const text = decoded?.replace(/^\uFEFF/, '') ?? '';
  const draft: Draft = {
    path: file.path,
    kind,
    slug,
    lines: new RawLines(text),
    records: noRecords(),
    problems: [],
    reviewer: slug,
    version: 0,
    writable: true,
  };
  if (decoded === undefined) {
    draft.writable = false;
    report(draft, {
      start: 0,
      end: 0,
      code: 'not-utf8',
      message: phrase('{0} is not UTF-8 and was not read.', nameOf(file.path)),
    });
  } else {
    readText(draft, text);
    reportDuplicates(draft, text);
  }
  if (kind !== 'sources' && !isSlug(slug)) {
    const message = phrase(
      'The name of this file ends in "{0}", which is no slug (small letters, digits, hyphens).',
      slug,
    );
    report(draft, { start: 0, end: 0, severity: 'warning', code: 'reviewer-mismatch', message });
  }
  const good = SECTIONS_OF[kind].reduce((n, section) => n + draft.records[section].length, 0);
  return {
    path: file.path,
    kind,
    ...(file.kind === 'article-sidecar' ? { article: file.article } : {}),
    slug,
    reviewer: draft.reviewer,
    version: draft.version,
    text: decoded ?? '',
    writable: draft.writable,
    records: draft.records,
    problems: withCounts(draft.problems, good),
  };
}
