/**
 * Cuts an article into blocks: the paragraphs, headings, bullets, embedded posts, datelines and credits that sentences must not leave.
 *
 * Method: line by line. In plain text a line is a block, unless the text is hard-wrapped (lines of one width that break in mid-sentence);
 * in Markdown consecutive lines are one block, and markup is blanked out so that it is no prose while every offset stays true. Kinds are told
 * by shape alone. Linear in the text.
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

/** Whether lines are broken at a width rather than at paragraphs: most inner lines are 50 to 100 long and go on in the next. */
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

/** Blanks out links' targets, images, inline code, emphasis and HTML tags; the length stays. */
function withoutMarkup(text: string): string {
  const blank = (s: string): string => ' '.repeat(s.length);
  return text
    .replace(/`[^`\n]*`/g, blank)
    .replace(/!\[[^\]]*\]\([^)]*\)/g, blank)
    .replace(/\[([^\]\n]*)\]\(([^)\n]*)\)/g, (_, label: string, target: string) => ` ${label} ${blank(target)}  `)
    .replace(/<\/?[a-z][^>\n]*>/gi, blank)
    .replace(/\*\*|__|(?<![\p{L}\d])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\d])/gu, blank);
}

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

/** An embedded post: its signature `— Name (@handle) date`, or a shortened link that only posts carry. */
function isPost(prose: string): boolean {
  return /\(@\w{2,}\)/.test(prose) && /^[—–-]|\d{4}$/.test(prose)
    ? true
    : /\b(?:pic\.twitter\.com|t\.co)\/\w+/.test(prose);
}

/** A title with an exclamation mark: every longer word begins with a capital. */
function isShouted(prose: string): boolean {
  if (/["“”]/.test(prose)) return false;
  const long = prose.match(/\p{L}{4,}/gu) ?? [];
  return long.length >= 3 && long.every(word => /^\p{Lu}/u.test(word)) && /[!?]$/.test(prose);
}

/** What only neighbours can tell: lines between a post's signature and its link are the post's. */
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
