/**
 * Mends a sidecar that git left conflict markers in: one reviewer's two branches, both kept. Method: the two sides are read as the whole
 * files that they were; what the second has and the first has not is put into the first, as its lines stand, comments with them. Where both
 * changed one record, the second's stays beside the first's without its id and is given one at the next write. Records that one side took
 * out and the other kept come back: taking out again is easy, finding again is not.
 */
import { isScalar, isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import { sidesOf } from './conflict.ts';
import { parseYaml } from './document.ts';
import { identityOf, sameValue } from './edit.ts';
import { SECTIONS, type Section } from './schema.ts';
import { apply, beginLines, hyphenColumn, insertLines, itemSource } from './splice.ts';

interface List {
  readonly seq: YAMLSeq;
  readonly plain: readonly unknown[];
}

interface Side {
  readonly text: string;
  readonly map: YAMLMap<Node, Node | null>;
  readonly plain: Readonly<Record<string, unknown>>;
}

function readSide(text: string): Side | undefined {
  const parsed = parseYaml(text, true);
  if (parsed.kind !== 'map') return undefined;
  try {
    return { text, map: parsed.map, plain: parsed.map.toJS(parsed.document, { maxAliasCount: 10_000 }) };
  } catch {
    return undefined;
  }
}

function listOf(side: Side, section: Section): List | undefined {
  const pair = side.map.items.find(p => isScalar(p.key) && p.key.value === section);
  const plain = side.plain[section];
  return pair && isSeq(pair.value) && Array.isArray(plain) ? { seq: pair.value, plain } : undefined;
}

/** Lines of a list moved to where another list's hyphens stand. */
function shifted(lines: string, from: number, to: number): string | undefined {
  if (to >= from) return lines.replace(/^(?=.)/gm, ' '.repeat(to - from));
  const cut = new RegExp(`^ {${from - to}}`);
  const moved = lines
    .split('\n')
    .map(line => (line.trim() === '' ? line : cut.test(line) ? line.slice(from - to) : undefined));
  return moved.includes(undefined) ? undefined : moved.join('\n');
}

/** The record's lines without its id. */
function withoutId(lines: string): string {
  return lines.replace(/^([ \t]*-[ \t]+)id:[^\n]*\n[ \t]+/m, '$1').replace(/^[ \t]+id:[^\n]*\n/m, '');
}

function indexOf(record: unknown, others: readonly unknown[]): number {
  const start = (of: unknown) => (typeof of === 'object' && of !== null ? Reflect.get(of, 'start') : undefined);
  const mine = start(record);
  if (typeof mine !== 'number') return others.length;
  const at = others.findIndex(other => Number(start(other)) > mine);
  return at < 0 ? others.length : at;
}

/** The first side with one more record of the second's in it; `undefined` where that cannot be done line by line. */
function withRecord(
  text: string,
  section: Section,
  lines: string,
  column: number,
  record: unknown,
): string | undefined {
  const side = readSide(text);
  if (!side) return undefined;
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const source = lines.replaceAll('\r\n', '\n');
  const list = listOf(side, section);
  const to = list && hyphenColumn(text, list.seq);
  const splice =
    list && to !== undefined
      ? insertLines(text, list.seq, indexOf(record, list.plain), shifted(source, column, to) ?? source)
      : beginLines(text, side.map, section, source);
  return splice && apply(text, splice, lineBreak);
}

/** A record's lines without the comments that a text has already. */
function withoutComments(lines: string | undefined, text: string): string | undefined {
  const have = new Set(text.split('\n').map(line => line.trim()));
  return lines
    ?.split('\n')
    .filter(line => !(/^\s*#/.test(line) && have.has(line.trim())))
    .join('\n');
}

/** Comment lines that stand on the second side alone, and not with a record that was brought over. */
function lostComments(text: string, theirs: string): string[] {
  const have = new Set(text.split('\n').map(line => line.trim()));
  return theirs.split('\n').filter(line => /^\s*#/.test(line) && !have.has(line.trim()));
}

/**
 * The text without markers and with every record of both sides, or `undefined` when one of the sides is no YAML by itself: then only a
 * person can tell what was meant.
 */
export function keepBothSides(text: string): string | undefined {
  const sides = sidesOf(text);
  return sides && mergeTexts(sides.ours, sides.theirs);
}

/**
 * The first text with every record of the second that it has not. `changed` says what becomes of one that both have, and differently: the
 * second's is put beside the first's, or counts as an older one and is left out.
 */
export function mergeTexts(
  first: string,
  second: string,
  changed: 'keep-both' | 'keep-first' = 'keep-both',
): string | undefined {
  const ours = readSide(first);
  const theirs = readSide(second);
  if (!ours || !theirs) return undefined;
  let merged: string | undefined = first;
  for (const section of Object.keys(SECTIONS) as Section[]) {
    const list = listOf(theirs, section);
    const have = listOf(ours, section)?.plain ?? [];
    const column = list && hyphenColumn(theirs.text, list.seq);
    if (!list) continue;
    for (const [i, record] of list.plain.entries()) {
      if (have.some(other => sameValue(other, record))) continue;
      const source = itemSource(theirs.text, list.seq, i);
      // Of two saves of one file most comments stand in both, and some beside another record by now.
      const lines = changed === 'keep-first' && merged ? withoutComments(source, merged) : source;
      if (lines === undefined || column === undefined || merged === undefined) return undefined;
      const id = identityOf(section, record);
      const twice = id !== undefined && have.some(other => identityOf(section, other) === id);
      if (twice && changed === 'keep-first') continue;
      const namedById = section === 'annotations' || section === 'verdicts' || section === 'decisions';
      merged = withRecord(merged, section, twice && namedById ? withoutId(lines) : lines, column, record);
    }
  }
  if (merged === undefined || (changed === 'keep-both' && !holdsBoth(merged, ours, theirs))) return undefined;
  const comments = lostComments(merged, second);
  return comments.length === 0 ? merged : `${merged.replace(/\n?$/, '\n')}${comments.join('\n')}\n`;
}

/** Whether every record of both sides is there, ids apart. */
function holdsBoth(merged: string, ours: Side, theirs: Side): boolean {
  const side = readSide(merged);
  if (!side) return false;
  const bare = (record: unknown) =>
    typeof record === 'object' && record !== null ? { ...record, id: undefined } : record;
  return (Object.keys(SECTIONS) as Section[]).every(section => {
    const now = listOf(side, section)?.plain.map(bare) ?? [];
    const wanted = [...(listOf(ours, section)?.plain ?? []), ...(listOf(theirs, section)?.plain ?? [])].map(bare);
    return wanted.every(record => now.some(other => sameValue(other, record)));
  });
}
