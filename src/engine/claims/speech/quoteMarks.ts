/**
 * Finds quotation marks that belong together.
 *
 * Method: one pass over a paragraph's tokens. A mark's shape and the spaces around it say whether it opens or closes; where the shape is
 * wrong (`“…“`, a closing mark at the front) the spaces and what is already open decide. A paragraph that opens and never closes goes on
 * in the next when that opens with a mark too, as print does it. Single marks count where they have a partner in the paragraph. Linear.
 */
import type { Reading, Token } from '../../text/reading.ts';
import type { Span } from '../../text/span.ts';
import { sentenceOfToken } from '../../text/tokenRanges.ts';

/** The words between two marks, without the marks; tokens from `first` up to `endToken`. It lies within one paragraph. */
export interface QuotedRun extends Span {
  /** Where the opening mark stands. */
  readonly open: number;
  readonly first: number;
  readonly endToken: number;
  readonly paragraph: number;
  /** Whether it goes on from the quotation that the paragraph before left open. */
  readonly continues: boolean;
  readonly closed: boolean;
}

interface Open {
  readonly token: number;
  readonly width: number;
  readonly single: boolean;
}

/** All quoted runs of an article, in order. */
export function quotedRuns(reading: Reading): readonly QuotedRun[] {
  const runs: QuotedRun[] = [];
  let leftOpen = false;
  reading.paragraphs.forEach((paragraph, index) => {
    const first = reading.sentences[paragraph.firstSentence]?.firstToken;
    const end = reading.sentences[paragraph.endSentence - 1]?.endToken;
    if (first === undefined || end === undefined || paragraph.endSentence === paragraph.firstSentence) return;
    const found = runsOf(reading, index, first, end);
    const continues = leftOpen && found[0]?.open === first;
    found.forEach((run, i) => {
      runs.push(i === 0 && continues ? { ...run, continues } : run);
    });
    leftOpen = found.at(-1)?.closed === false;
  });
  return runs;
}

function runsOf(reading: Reading, paragraph: number, first: number, end: number): readonly QuotedRun[] {
  const { tokens } = reading;
  const runs: QuotedRun[] = [];
  let open: Open | undefined;
  for (let i = first; i < end; i++) {
    const mark = markAt(tokens, i, first);
    if (!mark) continue;
    if (!open) {
      if (mark.opens && (!mark.single || hasPartner(tokens, i, end)))
        open = { token: i, width: mark.width, single: mark.single };
    } else if (mark.single === open.single) {
      if (mark.closes) {
        push(open, i, true);
        open = undefined;
      } else if (mark.opens && mark.sure && !mark.single) {
        // The one before was never closed: it ends with its sentence.
        push(open, Math.min(reading.sentences[sentenceOfToken(reading, open.token)]?.endToken ?? i, i), true);
        open = { token: i, width: mark.width, single: false };
      }
    }
    i += mark.width - 1;
  }
  if (open && !open.single) push(open, end, false);
  return runs;

  function push(from: Open, to: number, closed: boolean): void {
    const begin = from.token + from.width;
    const a = tokens[begin];
    const b = tokens[to - 1];
    if (!a || !b || begin >= to) return;
    runs.push({
      open: from.token,
      first: begin,
      end: b.end,
      start: a.start,
      endToken: to,
      paragraph,
      continues: false,
      closed,
    });
  }
}

interface Mark {
  readonly width: number;
  readonly single: boolean;
  readonly opens: boolean;
  readonly closes: boolean;
  /** Whether shape and spaces agree. */
  readonly sure: boolean;
}

function markAt(tokens: readonly Token[], i: number, first: number): Mark | undefined {
  const token = tokens[i];
  if (token?.kind !== 'mark') return undefined;
  const { text } = token;
  const doubled =
    (text === "'" || text === '`' || text === '‘' || text === '’') &&
    tokens[i + 1]?.text === text &&
    tokens[i + 1]?.spaced === false;
  const width = doubled ? 2 : 1;
  const after = tokens[i + width];
  const spaced = token.spaced || i === first || /^[([—–-]$/.test(tokens[i - 1]?.text ?? '');
  const glued = after !== undefined && !after.spaced;
  const freeAfter = !glued || (after.kind === 'mark' && !/^[“"‘'$£€#@(]$/.test(after.text));
  if (text === '“' || text === '«')
    return { width, single: false, opens: true, closes: !spaced && freeAfter, sure: spaced };
  if (text === '”' || text === '»')
    return { width, single: false, opens: (spaced && glued) || i === first, closes: i !== first, sure: false };
  if (text === '"' || doubled)
    return {
      width,
      single: false,
      opens: spaced || glued,
      closes: !(spaced && glued && !freeAfter),
      sure: spaced && glued,
    };
  if (text === '‘') return { width, single: true, opens: glued, closes: false, sure: true };
  if (text === '’' || text === "'") {
    return { width, single: true, opens: text === "'" && spaced && glued, closes: !spaced && freeAfter, sure: false };
  }
  return undefined;
}

/** A single mark opens only where one closes it later: after a stop or comma, or before a space with no plural's `s` in front. */
function hasPartner(tokens: readonly Token[], i: number, end: number): boolean {
  for (let k = i + 2; k < end; k++) {
    const token = tokens[k];
    if (token?.kind !== 'mark' || (token.text !== '’' && token.text !== "'") || token.spaced) continue;
    const next = tokens[k + 1];
    if (next && !next.spaced && next.kind !== 'mark') continue;
    const before = tokens[k - 1];
    if (before && (before.kind === 'mark' || !before.lower.endsWith('s') || next?.kind === 'mark' || k + 1 >= end))
      return true;
  }
  return false;
}
