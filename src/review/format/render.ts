/** Records as YAML text, in the style of the format's own examples: block maps, short lists and passages in one line. */
import { Document, isMap, isScalar, isSeq, type Node, visit } from 'yaml';

/** The order in which keys are written where there is none yet. */
const ORDER = [
  'id',
  'type',
  'to',
  'resolved',
  'article',
  'file',
  'quote',
  'before',
  'after',
  'start',
  'end',
  'entity',
  'entityType',
  'title',
  'fact',
  'verdict',
  'decision',
  'about',
  'kind',
  'says',
  'speaker',
  'passages',
  'moved',
  'merged',
  'tags',
  'text',
  'evidence',
  'created',
];
const WITHOUT_WRAPPING = {
  lineWidth: 0,
  minContentWidth: 0,
  flowCollectionPadding: false,
  doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
} as const;
/** Of a map in a list, as JSON: longer ones have a line for each key. */
const LONGEST_LINE = 140;
/** Words of the article: kept in one line, lest an editor that trims line ends changes what they say. */
const VERBATIM: ReadonlySet<unknown> = new Set(['quote', 'before', 'after']);

/** Where a key belongs among the others; keys that are not in the order come last, as they come. */
export function keyRank(key: string): number {
  const at = ORDER.indexOf(key);
  return at < 0 ? ORDER.length : at;
}

/** A record without keys that have no value, its keys in order. */
export function tidyRecord(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const keys = Object.keys(record).filter(key => record[key] !== undefined);
  keys.sort((a, b) => keyRank(a) - keyRank(b));
  return Object.fromEntries(keys.map(key => [key, record[key]]));
}

function styled(document: Document): void {
  visit(document, {
    Pair(_, { key, value }) {
      const verbatim = isScalar(key) && VERBATIM.has(key.value) && isScalar(value);
      if (verbatim && typeof value.value === 'string' && value.value.includes('\n')) value.type = 'QUOTE_DOUBLE';
    },
    Scalar(_, node) {
      // As a block its last blank lines would run together with those that stand behind it.
      if (typeof node.value === 'string' && /\n[ \t]*\n$/.test(node.value)) node.type = 'QUOTE_DOUBLE';
    },
    Seq(_, node, path) {
      if (path.length < 2) return;
      const long = node.items.some(isMap) && !path.some(p => isSeq(p));
      if (!long) node.flow = true;
    },
    Map(_, node, path) {
      const within = path.some(p => isSeq(p));
      // A passage with all its context would be one line that nobody reads.
      if (within && (path.filter(p => isSeq(p)).length > 1 || JSON.stringify(node).length <= LONGEST_LINE))
        node.flow = true;
    },
  });
}

/** A map of keys as block YAML with `\n`, ending in a line break. */
export function renderMap(record: Readonly<Record<string, unknown>>): string {
  const document = new Document(tidyRecord(record));
  styled(document);
  return document.toString(WITHOUT_WRAPPING);
}

/** A value in one line, for flow collections and for places that keep what stands around them. */
export function renderInline(value: unknown): string {
  if (typeof value === 'string') {
    const document = new Document([value]);
    if (isSeq(document.contents)) document.contents.flow = true;
    return document.toString(WITHOUT_WRAPPING).trim().slice(1, -1);
  }
  const document = new Document(value);
  const contents: Node | null = document.contents;
  if (isMap(contents) || isSeq(contents)) {
    visit(document, {
      Collection(_, node) {
        node.flow = true;
      },
    });
  }
  return document.toString(WITHOUT_WRAPPING).trim();
}

/** Puts `indent` blanks before every line but empty ones and the first. */
export function indentRest(text: string, indent: number): string {
  const pad = ' '.repeat(indent);
  return text
    .split('\n')
    .map((line, i) => (i === 0 || line === '' ? line : pad + line))
    .join('\n');
}
