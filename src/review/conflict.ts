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

/** The text with every marker line, and what stood there before both sides (diff3), turned to blanks: offsets stay. */
export function withoutMarkers(text: string): string {
  let inBase = false;
  return text
    .split('\n')
    .map(line => {
      if (MARKER.test(line)) {
        inBase = line.startsWith('|||||||');
        return ' '.repeat(line.length);
      }
      return inBase ? ' '.repeat(line.length) : line;
    })
    .join('\n');
}

/** The two texts that git could not make one of, each whole. */
export interface Sides {
  readonly ours: string;
  readonly theirs: string;
}

/** What stood on either side before the merge; `undefined` when the markers do not pair. */
export function sidesOf(text: string): Sides | undefined {
  const ours: string[] = [];
  const theirs: string[] = [];
  let at: 'both' | 'ours' | 'base' | 'theirs' = 'both';
  for (const line of text.split('\n')) {
    const marker = MARKER.exec(line)?.[0].charAt(0);
    if (marker === '<') at = 'ours';
    else if (marker === '|' && at === 'ours') at = 'base';
    else if (marker === '=' && (at === 'ours' || at === 'base')) at = 'theirs';
    else if (marker === '>' && at === 'theirs') at = 'both';
    else {
      if (at === 'both' || at === 'ours') ours.push(line);
      if (at === 'both' || at === 'theirs') theirs.push(line);
    }
  }
  return at === 'both' ? { ours: ours.join('\n'), theirs: theirs.join('\n') } : undefined;
}
