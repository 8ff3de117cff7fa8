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
