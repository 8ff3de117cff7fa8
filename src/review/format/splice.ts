/**
 * Changes one place of a YAML text and leaves every other byte. Goal: comments, order, quoting, blank lines, anchors and unknown keys
 * survive, which printing the document's tree anew would not grant. Method: the tree says where each node stands, and text is put in or
 * taken out there, in block or flow style as it stands. Cost: one parse an edit. `edit.ts` reads the outcome again before it is used.
 */
import { isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { indentRest, keyRank, renderInline, renderMap } from './render.ts';

export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

type BlockPair = Pair<Node, Node | null>;

const rangeOf = (node: Node | null | undefined) => node?.range ?? [0, 0, 0];
const lineStart = (text: string, at: number) => text.lastIndexOf('\n', at - 1) + 1;
const columnOf = (text: string, at: number) =>
  at - lineStart(text, at) - (lineStart(text, at) === 0 && text.startsWith('\uFEFF') ? 1 : 0);

/** The offset behind the line break of the line that `at` stands in, when only white space or a comment follows there. */
function lineEnd(text: string, at: number): number {
  if (at > 0 && text.charAt(at - 1) === '\n') return at;
  const stop = text.indexOf('\n', at);
  return stop < 0 ? text.length : stop + 1;
}

/** Carries a splice out, with the file's own line breaks. */
export function apply(text: string, { start, end, text: put }: Splice, lineBreak: string): string {
  return text.slice(0, start) + (lineBreak === '\n' ? put : put.replace(/\r?\n/g, lineBreak)) + text.slice(end);
}

/** Text that begins on a line of its own: with a line break in front where the file ends without one. */
function ownLine(text: string, at: number, put: string): string {
  return at > 0 && text.charAt(at - 1) !== '\n' ? `\n${put}` : put;
}

function keyOf(pair: BlockPair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}

/** Where a pair's value ends, block values with their line break, others without what follows in their line. */
function pairEnd(pair: BlockPair): number {
  return Math.max(rangeOf(pair.value)[1], rangeOf(pair.key)[1]);
}

/** Behind the colon of a pair, for one whose value is nothing. */
function afterColon(text: string, pair: BlockPair): number {
  const end = rangeOf(pair.key)[1];
  const colon = text.indexOf(':', end);
  return colon < 0 ? end : colon + 1;
}

/** Gives a key of a map another value. */
export function replaceValue(text: string, map: YAMLMap, pair: BlockPair, value: unknown): Splice {
  const valueRange = rangeOf(pair.value);
  // What others refer to by name (`&tags`) keeps its name: only the value behind it is replaced.
  const named = pair.value !== null && 'anchor' in pair.value && pair.value.anchor !== undefined;
  if (map.flow || named)
    return {
      start: valueRange[0],
      end: valueRange[1],
      text: (valueRange[0] === valueRange[1] ? ' ' : '') + renderInline(value),
    };
  const start = rangeOf(pair.key)[0];
  const end = Math.max(pairEnd(pair), afterColon(text, pair));
  const put = indentRest(renderMap({ [keyOf(pair)]: value }).slice(0, -1), columnOf(text, start));
  const keepsBreak = text.charAt(end - 1) === '\n';
  if (keepsBreak || !put.includes('\n')) return { start, end, text: keepsBreak ? `${put}\n` : put };
  // The new value has several lines: a comment behind the old one must not end up inside it.
  const stop = lineEnd(text, end);
  const rest = text.slice(end, stop).replace(/[ \t\r\n]+$/, '');
  const [first = '', ...others] = put.split('\n');
  return { start, end: stop, text: [first + rest, ...others, ''].join('\n') };
}

/** Takes a key out of a map, with the comment in its line. */
export function removePair(text: string, map: YAMLMap, at: number): Splice | undefined {
  const pairs = map.items as BlockPair[];
  const pair = pairs[at];
  if (!pair || pairs.length === 1) return undefined;
  const next = pairs[at + 1];
  const previous = pairs[at - 1];
  const start = rangeOf(pair.key)[0];
  if (map.flow) {
    if (next) return { start, end: rangeOf(next.key)[0], text: '' };
    return {
      start: previous ? Math.max(pairEnd(previous), rangeOf(previous.key)[1]) : start,
      end: pairEnd(pair),
      text: '',
    };
  }
  if (at === 0 && next && text.slice(lineStart(text, start), start).trim() !== '')
    return { start, end: rangeOf(next.key)[0], text: '' };
  return { start: lineStart(text, start), end: lineEnd(text, pairEnd(pair)), text: '' };
}

/** Adds a key to a map, behind the one that comes before it in the order of keys. */
export function addPair(text: string, map: YAMLMap, key: string, value: unknown): Splice | undefined {
  const pairs = map.items as BlockPair[];
  const [first] = pairs;
  if (map.flow) {
    const last = pairs.at(-1);
    const at = last ? Math.max(pairEnd(last), rangeOf(last.key)[1]) : rangeOf(map)[0] + 1;
    return { start: at, end: at, text: `${last ? ', ' : ''}${renderInline(key)}: ${renderInline(value)}` };
  }
  if (!first) return undefined;
  const before = pairs.findLast(pair => keyRank(keyOf(pair)) <= keyRank(key)) ?? pairs.at(-1) ?? first;
  const column = columnOf(text, rangeOf(first.key)[0]);
  const at = lineEnd(text, Math.max(pairEnd(before), afterColon(text, before)));
  const put = indentRest(`\n${renderMap({ [key]: value })}`, column).slice(1);
  return { start: at, end: at, text: ownLine(text, at, put) };
}

/** Where a list's hyphens stand, from its source tokens. */
function hyphens(seq: YAMLSeq): number[] {
  const token = seq.srcToken;
  if (token?.type !== 'block-seq') return [];
  return token.items.flatMap(item => item.start.filter(t => t.type === 'seq-item-ind').map(t => t.offset));
}

function itemEnd(text: string, item: unknown, hyphen: number): number {
  const range = (item as Node | null)?.range;
  return lineEnd(text, Math.max(range ? range[1] : 0, hyphen + 1));
}

/** Puts a record into a list, at an index. */
export function insertItem(
  text: string,
  seq: YAMLSeq,
  index: number,
  record: Readonly<Record<string, unknown>>,
): Splice | undefined {
  if (!seq.flow) {
    const column = hyphenColumn(text, seq);
    return column === undefined ? undefined : insertLines(text, seq, index, itemLines(record, column));
  }
  const item = seq.items[index] as Node | undefined;
  const last = seq.items.at(-1) as Node | undefined;
  const put = renderInline(record);
  if (item) return { start: rangeOf(item)[0], end: rangeOf(item)[0], text: `${put}, ` };
  const at = last ? rangeOf(last)[1] : rangeOf(seq)[0] + 1;
  return { start: at, end: at, text: `${last ? ', ' : ''}${put}` };
}

function itemLines(record: Readonly<Record<string, unknown>>, column: number): string {
  return `${' '.repeat(column)}- ${indentRest(renderMap(record), column + 2)}`;
}

/** The column of a block list's hyphens, from 0. */
export function hyphenColumn(text: string, seq: YAMLSeq): number | undefined {
  const [first] = hyphens(seq);
  return first === undefined ? undefined : columnOf(text, first);
}

/** The lines of an item, with the comments right above it. */
export function itemSource(text: string, seq: YAMLSeq, index: number): string | undefined {
  const mark = hyphens(seq)[index];
  if (mark === undefined) return undefined;
  const lines = text.slice(commentsAbove(text, lineStart(text, mark)), itemEnd(text, seq.items[index], mark));
  return lines.endsWith('\n') ? lines : `${lines}\n`;
}

/** Puts whole lines into a block list, in front of the item at an index. */
export function insertLines(text: string, seq: YAMLSeq, index: number, put: string): Splice | undefined {
  const marks = hyphens(seq);
  const [firstMark] = marks;
  if (firstMark === undefined || marks.length !== seq.items.length) return undefined;
  if (index === 0) {
    const at = commentsAbove(text, lineStart(text, firstMark));
    return { start: at, end: at, text: put };
  }
  const at = itemEnd(text, seq.items[index - 1], marks[index - 1] ?? firstMark);
  // Set apart by a blank line where its neighbours are.
  const gap = index < marks.length ? index : marks.length - 1;
  const from = gap > 0 ? itemEnd(text, seq.items[gap - 1], marks[gap - 1] ?? firstMark) : 0;
  const apart = gap > 0 && /^[ \t]*\r?\n/.test(text.slice(from, marks[gap]));
  return { start: at, end: at, text: ownLine(text, at, (apart ? '\n' : '') + put) };
}

/** Comment lines right above a record are about it: what is put in front goes above them. */
function commentsAbove(text: string, at: number): number {
  let start = at;
  while (start > 0) {
    const above = lineStart(text, start - 1);
    if (!/^\s*#/.test(text.slice(above, start))) break;
    start = above;
  }
  return start;
}

/** Takes a record out of a list. The last one leaves `[]` behind. */
export function removeItem(text: string, pair: BlockPair, seq: YAMLSeq, index: number): Splice | undefined {
  const item = seq.items[index] as Node | null | undefined;
  if (item === undefined) return undefined;
  if (seq.flow) {
    const next = seq.items[index + 1] as Node | undefined;
    const previous = seq.items[index - 1] as Node | undefined;
    if (next) return { start: rangeOf(item)[0], end: rangeOf(next)[0], text: '' };
    return { start: previous ? rangeOf(previous)[1] : rangeOf(item)[0], end: rangeOf(item)[1], text: '' };
  }
  const marks = hyphens(seq);
  const mark = marks[index];
  if (mark === undefined || marks.length !== seq.items.length) return undefined;
  const start = lineStart(text, mark);
  const end = itemEnd(text, item, mark);
  if (seq.items.length > 1) {
    // The blank line that set it apart goes with it, unless it sets the neighbours apart as well, or is the end of a block of text.
    const previous = marks[index - 1];
    const free = previous === undefined ? start : itemEnd(text, seq.items[index - 1], previous);
    const above = /(?:^|\n)([ \t]*\r?\n)$/.exec(text.slice(free, start))?.[1]?.length ?? 0;
    const apart = index === seq.items.length - 1 || /^[ \t]*\r?\n/.test(text.slice(end));
    return { start: apart ? start - above : start, end, text: '' };
  }
  const colon = afterColon(text, pair);
  return { start: colon, end, text: ` []${text.slice(colon, start).replace(/[ \t\r\n]+$/, '')}\n` };
}

/** Makes a list where its key has none: absent, nothing, or `[]`. */
export function beginList(
  text: string,
  map: YAMLMap,
  section: string,
  record: Readonly<Record<string, unknown>>,
): Splice | undefined {
  if (!map.flow) return beginLines(text, map, section, itemLines(record, 2));
  const pair = (map.items as BlockPair[]).find(p => keyOf(p) === section);
  return pair ? replaceValue(text, map, pair, [record]) : addPair(text, map, section, [record]);
}

/** The same in a block map, with the lines of the first record as they are to stand. */
export function beginLines(text: string, map: YAMLMap, section: string, lines: string): Splice | undefined {
  const pairs = map.items as BlockPair[];
  const pair = pairs.find(p => keyOf(p) === section);
  const last = pairs.at(-1);
  if (map.flow || !last) return undefined;
  if (!pair) {
    const at = lineEnd(text, Math.max(pairEnd(last), afterColon(text, last)));
    return { start: at, end: at, text: ownLine(text, at, `${section}:\n${lines}`) };
  }
  const { value } = pair;
  const empty =
    value === null || (isScalar(value) && value.value === null) || (isSeq(value) && value.items.length === 0);
  if (!empty) return undefined;
  const colon = afterColon(text, pair);
  const end = Math.max(colon, rangeOf(value)[1]);
  const stop = lineEnd(text, end);
  return { start: colon, end: stop, text: `${text.slice(end, stop).replace(/[ \t\r\n]+$/, '')}\n${lines}` };
}

/** Puts keys at the very top of a map that has none of them. */
export function addHead(map: YAMLMap, keys: Readonly<Record<string, unknown>>): Splice | undefined {
  const first = (map.items as BlockPair[])[0];
  if (!first || Object.keys(keys).length === 0) return undefined;
  const at = rangeOf(first.key)[0];
  if (map.flow) {
    const put = Object.entries(keys).map(([key, value]) => `${renderInline(key)}: ${renderInline(value)}, `);
    return { start: at, end: at, text: put.join('') };
  }
  return {
    start: at,
    end: at,
    text: Object.entries(keys)
      .map(([key, value]) => `${key}: ${renderInline(value)}\n`)
      .join(''),
  };
}
