/**
 * Cuts an article into blocks: paragraphs, headings, bullets, embedded posts, datelines and credits. No sentence reaches over two blocks.
 *
 * Method: line by line. In plain text each line is a block. The exception is a hard-wrapped text, whose lines have one width and break in
 * the middle of sentences. In Markdown, consecutive lines are one block; markup is replaced by spaces, so that offsets stay as they are. The
 * kind of a block follows from its shape alone. Cost: linear in the text.
 */
import type { ParagraphKind } from './reading.ts';
import type { Span } from './span.ts';

export interface Block extends Span {
  readonly kind: ParagraphKind;
  /** The block's text with markup blanked out, of the same length. */
  readonly prose: string;
}

interface Line extends Span {
  readonly text: string;
}

/** The blocks of a normalized text, in order. Text between them is white space, bullets and heading marks. */
export function cutBlocks(text: string, markdown: boolean): Block[] {
  const lines = linesOf(text);
  const matterEnd = frontMatterEnd(lines);
  const blocks: Block[] = [];
  if (matterEnd > 0) {
    const end = lines[matterEnd - 1]?.end ?? 0;
    blocks.push({ start: 0, end, kind: 'matter', prose: text.slice(0, end) });
  }
  const joins = markdown || matterEnd > 0 ? joinsMarkdown : isHardWrapped(lines) ? joinsWrapped : () => false;
  let fenced = false;
  let at = matterEnd;
  while (at < lines.length) {
    const first = lines[at];
    if (!first) break;
    const fence = (markdown || matterEnd > 0) && /^\s*(?:```|~~~)/.test(first.text);
    if (fence || fenced) {
      blocks.push({ start: first.start, end: first.end, kind: 'code', prose: first.text });
      if (fence) fenced = !fenced;
      at++;
      continue;
    }
    let after = at + 1;
    for (let last = first, next = lines[after]; next && joins(last, next); next = lines[after]) {
      last = next;
      after++;
    }
    const block = blockOf(text, first, lines[after - 1] ?? first, markdown || matterEnd > 0);
    if (block) blocks.push(block);
    at = after;
  }
  return withContext(blocks);
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (;;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    lines.push({ start, end, text: text.slice(start, end) });
    if (newline < 0) return lines;
    start = newline + 1;
  }
}

/** Number of lines that front matter takes at the head of a text; 0 without any. */
function frontMatterEnd(lines: readonly Line[]): number {
  if (lines[0]?.text.trimEnd() !== '---') return 0;
  for (let i = 1; i < Math.min(lines.length, 200); i++)
    if (/^(?:---|\.\.\.)\s*$/.test(lines[i]?.text ?? '')) return i + 1;
  return 0;
}

const isBlank = (line: Line): boolean => line.text.trim() === '';
const beginsBlock = (line: Line): boolean =>
  /^\s*(?:#{1,6}\s|[•·●▪◦*+–-]\s|\d{1,2}[.)]\s|>|```|~~~|\|)/.test(line.text);

function joinsMarkdown(last: Line, next: Line): boolean {
  return !isBlank(last) && !isBlank(next) && !beginsBlock(next) && !/^\s*#{1,6}\s/.test(last.text);
}

function joinsWrapped(last: Line, next: Line): boolean {
  return !isBlank(last) && !isBlank(next) && !beginsBlock(next) && last.text.length >= 45;
}

/** Whether lines break at a width rather than at paragraphs: most inner lines have 50 to 100 characters and go on in the next line. */
function isHardWrapped(lines: readonly Line[]): boolean {
  let inner = 0;
  let broken = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i];
    const next = lines[i + 1];
    if (!line || !next || isBlank(line) || isBlank(next)) continue;
    inner++;
    if (line.text.length >= 50 && line.text.length <= 100 && !/[.!?:”"’)]\s*$/.test(line.text) && !beginsBlock(next))
      broken++;
  }
  return inner >= 4 && broken / inner > 0.6;
}

function blockOf(text: string, first: Line, last: Line, markdown: boolean): Block | undefined {
  const raw = text.slice(first.start, last.end);
  const mark = /^\s*(#{1,6}\s+|>\s?|[•·●▪◦*+–-]\s+|\d{1,2}[.)]\s+(?=\S))?\s*/.exec(raw);
  const lead = mark?.[0].length ?? 0;
  const body = raw.slice(lead);
  if (body.trim() === '') return undefined;
  const start = first.start + lead;
  const end = start + body.trimEnd().length;
  const prose = markdown ? withoutMarkup(text.slice(start, end)) : text.slice(start, end);
  return { start, end, prose, kind: kindOf(mark?.[1] ?? '', prose.trim()) };
}

/** Puts spaces in the place of link targets, images, inline code, emphasis and HTML tags. The length stays the same. */
function withoutMarkup(text: string): string {
  const blank = (s: string): string => ' '.repeat(s.length);
  return text
    .replace(/`[^`\n]*`/g, blank)
    .replace(/!\[[^\]]*\]\([^)]*\)/g, blank)
    .replace(/\[([^\]\n]*)\]\(([^)\n]*)\)/g, (_, label: string, target: string) => ` ${label} ${blank(target)}  `)
    .replace(/<\/?[a-z][^>\n]*>/gi, blank)
    .replace(/\*\*|__|(?<![\p{L}\d])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\d])/gu, blank);
}

/** How a sentence ends. A short line without such an end is a heading. */
const TERMINAL = /[.!?…:;,]["”’')\]]*$|["”’]$/;
const CREDIT =
  /^(?:photo|photograph|image|picture|video|credit|getty|file photo|reporting by|editing by|writing by|additional reporting|sources?:?$|sources?: |read more|related|advertisement|share this|sign up|subscribe|follow us|copyright|©|watch:|see also)\b/i;
const DATE_ONLY =
  /^(?:(?:published|updated|posted|last updated|modified)\b.*\d|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:\d{1,2}\s+\p{L}{3,9}\.?|\p{L}{3,9}\.?\s+\d{1,2}),?\s+\d{4}.{0,30}|\d{4}-\d{2}-\d{2}\b.{0,30})$/iu;
const BYLINE = /^by\s+(?:\p{Lu}[\p{L}.'’-]+(?:\s+(?:and\s+)?|,\s*)){1,6}.{0,40}$/iu;

function kindOf(mark: string, prose: string): ParagraphKind {
  if (mark.startsWith('#')) return 'heading';
  if (isPost(prose)) return 'post';
  const words = prose.split(/\s+/).length;
  if (words <= 14 && DATE_ONLY.test(prose)) return 'dateline';
  if (words <= 12 && BYLINE.test(prose) && !/[.!?]$/.test(prose)) return 'credit';
  if (
    words <= 25 &&
    CREDIT.test(prose) &&
    !/^(?:sources|watch|image|video)\s+(?:say|said|close|of|from)\b/i.test(prose)
  )
    return 'credit';
  if (mark.trim() !== '' && mark.trim() !== '>') return 'bullet';
  if (words <= 18 && !TERMINAL.test(prose)) return 'heading';
  if (words <= 18 && isShouted(prose)) return 'heading';
  return 'prose';
}

/** Whether a block is of an embedded post: the signature `— Name (@handle) date`, or a shortened link that only posts have. */
function isPost(prose: string): boolean {
  return /\(@\w{2,}\)/.test(prose) && /^[—–-]|\d{4}$/.test(prose)
    ? true
    : /\b(?:pic\.twitter\.com|t\.co)\/\w+/.test(prose);
}

/** A heading with an exclamation or question mark: each of its longer words begins with a capital. */
function isShouted(prose: string): boolean {
  if (/["“”]/.test(prose)) return false;
  const long = prose.match(/\p{L}{4,}/gu) ?? [];
  return long.length >= 3 && long.every(word => /^\p{Lu}/u.test(word)) && /[!?]$/.test(prose);
}

/** Gives blocks the kind that only their neighbours tell: lines between the signature of a post and its link belong to the post. */
function withContext(blocks: readonly Block[]): Block[] {
  const posts = blocks.flatMap((block, i) => (block.kind === 'post' ? [i] : []));
  return blocks.map((block, i) => {
    if (block.kind === 'post' || block.kind === 'matter' || block.kind === 'code') return block;
    const within = posts.some((p, k) => {
      const next = posts[k + 1];
      return next !== undefined && p < i && i < next && next - p <= 4;
    });
    const opensPost =
      posts.includes(i + 1) && /\p{Extended_Pictographic}/u.test(block.prose) && block.prose.length < 280;
    return within || opensPost ? { ...block, kind: 'post' as const } : block;
  });
}
