/** Conflict markers that git leaves in a file when one reviewer's two branches changed the same lines. */

const MARKER = /^(?:<{7}|\|{7}|={7}|>{7})(?:[ \t][^\n]*)?\r?$/;

/** Where the first conflict stands, in raw offsets, or `undefined` when there is none. */
export function hasConflict(text: string): { readonly start: number; readonly end: number } | undefined {
  if (!text.includes('<<<<<<<') || !text.includes('>>>>>>>')) return undefined;
  const open = /^<{7}(?:[ \t][^\n]*)?\r?$/m.exec(text);
  if (!open) return undefined;
  const close = /^>{7}(?:[ \t][^\n]*)?\r?$/m.exec(text.slice(open.index));
  return close ? { start: open.index, end: open.index + close.index + close[0].length } : undefined;
}

type Part = 'both' | 'ours' | 'base' | 'theirs';

/** Which part of a conflict each line belongs to; marker lines belong to none. */
function partsOf(lines: readonly string[]): (Part | 'marker')[] {
  let part: Part = 'both';
  return lines.map(line => {
    const marker = MARKER.exec(line)?.[0].charAt(0);
    if (marker === '<' && part === 'both') part = 'ours';
    else if (marker === '|' && part === 'ours') part = 'base';
    else if (marker === '=' && (part === 'ours' || part === 'base')) part = 'theirs';
    else if (marker === '>' && part === 'theirs') part = 'both';
    else return part;
    return 'marker';
  });
}

/** One side of every conflict, the other lines turned to blanks: offsets stay. */
export function onlySide(text: string, side: 'ours' | 'theirs'): string {
  const lines = text.split('\n');
  const parts = partsOf(lines);
  return lines.map((line, i) => (parts[i] === 'both' || parts[i] === side ? line : ' '.repeat(line.length))).join('\n');
}

/** The two texts that git could not make one of, each whole. */
interface Sides {
  readonly ours: string;
  readonly theirs: string;
}

/** What stood on either side before the merge; `undefined` when the markers do not pair. */
export function sidesOf(text: string): Sides | undefined {
  const lines = text.split('\n');
  const parts = partsOf(lines);
  const last = parts.at(-1);
  if (last === 'ours' || last === 'base' || last === 'theirs') return undefined;
  const side = (name: Part) => lines.filter((_, i) => parts[i] === 'both' || parts[i] === name).join('\n');
  return { ours: side('ours'), theirs: side('theirs') };
}
