/**
 * Finds the records of a file that a YAML parser gives up on: an unclosed quotation mark in one record must not hide the hundred that stand
 * whole below it. Goal: every record whose own lines are whole. Method: lines alone; a record begins at a hyphen with the indent that
 * most records of the file have (a blank more, by a slip, or less), and ends before the next, or before a line that stands further left. Cost: linear.
 */
import type { Section } from './schema.ts';

interface Piece {
  readonly section: Section;
  /** The record's lines, its hyphen turned into a blank, so that it is a map by itself. */
  readonly text: string;
  /** Where `text` begins in the file. */
  readonly start: number;
  readonly index: number;
}

interface Line {
  readonly start: number;
  readonly text: string;
  readonly indent: number;
}

function linesOf(text: string, from: number): Line[] {
  const lines: Line[] = [];
  for (let at = from; at < text.length; ) {
    const stop = text.indexOf('\n', at);
    const end = stop < 0 ? text.length : stop + 1;
    const line = text.slice(at, end);
    lines.push({ start: at, text: line, indent: line.search(/\S|$/) });
    at = end;
  }
  return lines;
}

/** The first line of a record: a bracket, or a key that records have. */
const RECORD_LIKE =
  /^[ \t]*-[ \t]+(?:\{|["']?(?:id|type|quote|before|after|start|end|to|resolved|entity|fact|verdict|decision|about|kind|passages|article|text|title|says|speaker|tags|created|evidence|file|outlet|published|url|author|language)["']?\s*:(?:\s|$))/;

/** The indent that most records have; of several as common the least. */
function usualIndent(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const { text, indent } of lines) if (RECORD_LIKE.test(text)) counts.set(indent, (counts.get(indent) ?? 0) + 1);
  const [most] = [...counts].sort(([a, n], [b, m]) => m - n || a - b);
  return most?.[0] ?? 0;
}

/** The records in `text` from `from` on. `section` is the list that it is already within, if any. */
export function salvage(text: string, from: number, sections: readonly Section[], section?: Section): Piece[] {
  const pieces: Piece[] = [];
  // With one kind of list in the file its records are known even where the line that names the list is gone.
  let current: Section | undefined = section ?? (sections.length === 1 ? sections[0] : undefined);
  let open: Line[] = [];
  let hyphen = -1;
  let index = 0;
  const lines = linesOf(text, from);
  const usual = usualIndent(lines);
  const close = () => {
    const [first] = open;
    if (first && current) {
      const body = open.map(line => line.text).join('');
      const text = `${body.slice(0, hyphen)} ${body.slice(hyphen + 1)}`;
      pieces.push({ section: current, text, start: first.start, index: index++ });
    }
    open = [];
  };
  for (const line of lines) {
    const head = /^([a-z]+)\s*:\s*(?:#.*)?$/.exec(line.text.trimEnd());
    const named = head && line.indent === 0 ? sections.find(s => s === head[1]) : undefined;
    if (named) {
      close();
      if (named !== current) index = 0;
      current = named;
      hyphen = -1;
    } else if (/^\s*-(?:\s|$)/.test(line.text) && line.indent <= usual + 1) {
      close();
      hyphen = line.indent;
      open = [line];
    } else if (open.length > 0 && line.text.trim() && line.indent <= hyphen && !/^\s*#/.test(line.text)) close();
    else if (open.length > 0) open.push(line);
  }
  close();
  return pieces;
}
