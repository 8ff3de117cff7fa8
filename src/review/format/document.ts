/**
 * A YAML file as a tree that knows where each thing stands. The limits come before the tree is built: a sidecar is a stranger's file, and
 * a nest of brackets or of aliases must cost no more than its reading.
 */
import { Composer, type CST, type Document, isMap, type Node, Parser, type YAMLMap } from 'yaml';
import { type Phrase, phrase } from '../base/phrase.ts';

/** No sidecar written by people comes near these; a file beyond them is reported, and not read. */
export const LIMITS = { bytes: 2_000_000, depth: 32, aliases: 100 } as const;

export interface YamlError {
  /** Raw offsets. */
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

export type ParsedYaml =
  | { readonly kind: 'map'; readonly document: Document.Parsed; readonly map: YAMLMap<Node, Node | null> }
  /** Nothing but comments. */
  | { readonly kind: 'empty'; readonly document: Document.Parsed | undefined }
  | { readonly kind: 'other'; readonly what: Phrase }
  | { readonly kind: 'several' }
  | { readonly kind: 'too-deep'; readonly start: number }
  | { readonly kind: 'broken'; readonly errors: readonly YamlError[] };

/** Where the nesting passes the limit, or -1. Iterative, since a hundred thousand brackets would break the stack. */
function tooDeepAt(tokens: readonly CST.Token[]): number {
  const open: { token: CST.Token | null | undefined; depth: number }[] = tokens.map(token => ({ token, depth: 0 }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, depth } = next;
    if (!token) continue;
    if (depth > LIMITS.depth) return token.offset;
    if (token.type === 'document') open.push({ token: token.value, depth });
    if ('items' in token)
      for (const item of token.items) {
        open.push({ token: item.value, depth: depth + 1 });
        if ('key' in item) open.push({ token: item.key, depth: depth + 1 });
      }
  }
  return -1;
}

/** Cheaper than parsing: brackets that open without closing, outside any line's plain words, can only be a bomb or a broken file. */
function bracketsTooDeepAt(text: string): number {
  let run = 0;
  for (let at = 0; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === 0x5b || c === 0x7b || c === 0x2d || c === 0x3f) run++;
    else if (c !== 0x20 && c !== 0x0a && c !== 0x0d) run = 0;
    // A rule of hyphens in a comment or a block of text is long, but holds no white space.
    if (run > LIMITS.depth * 4 && /^(?:[[{]|[-?]\s)/.test(text.slice(at, at + 2))) return at;
  }
  return -1;
}

/** Reads one YAML document. `tokens: true` keeps the source tokens that `edit.ts` splices by. Linear; throws nothing. */
export function parseYaml(text: string, tokens = false): ParsedYaml {
  const bomb = bracketsTooDeepAt(text);
  if (bomb >= 0) return { kind: 'too-deep', start: bomb };
  const source = [...new Parser().parse(text)];
  const deep = tooDeepAt(source);
  if (deep >= 0) return { kind: 'too-deep', start: deep };
  const composer = new Composer({
    keepSourceTokens: tokens,
    merge: true,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'silent',
  });
  const documents = [...composer.compose(source, true, text.length)];
  const errors = documents.flatMap(document => document.errors);
  if (errors.length > 0)
    return { kind: 'broken', errors: errors.map(e => ({ start: e.pos[0], end: e.pos[1], message: e.message })) };
  const [document] = documents;
  if (documents.length > 1) return { kind: 'several' };
  const contents = document?.contents;
  if (!contents || (contents.range[0] === contents.range[1] && !isMap(contents))) return { kind: 'empty', document };
  if (!isMap(contents)) return { kind: 'other', what: 'items' in contents ? phrase('a list') : phrase('plain words') };
  return { kind: 'map', document, map: contents as YAMLMap<Node, Node | null> };
}

/** Lines and columns of a file's text, both from 1. */
export class RawLines {
  readonly #starts = [0];
  readonly #length: number;

  constructor(text: string) {
    this.#length = text.length;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  /** Line and column of an offset, both from 1; offsets beyond the text are taken for its ends. */
  at(offset: number): { line: number; column: number } {
    const clamped = Math.max(0, Math.min(offset, this.#length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= clamped) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: clamped - (this.#starts[low] ?? 0) + 1 };
  }
}
