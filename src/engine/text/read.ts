/**
 * Reads an article's text once: paragraphs, sentences and tokens with exact offsets.
 *
 * An edit is read at the price of what it touches: the text is cut into blocks again (a pass over its lines), and every block that stood in
 * the reading before keeps its tokens and sentences, moved along.
 */
import { type Block, cutBlocks } from './blocks.ts';
import type { Paragraph, Reading, Sentence, Token } from './reading.ts';
import { sentenceEnds } from './sentences.ts';
import { tokenize } from './tokens.ts';

export interface ReadOptions {
  /** Whether Markdown's marks are markup; front matter is recognised either way. */
  readonly markdown?: boolean;
  /** An earlier reading of the same article, whose unchanged paragraphs are kept. */
  readonly previous?: Reading;
}

/** What a paragraph holds, wherever it stands: offsets count from its start. */
interface BlockReading {
  readonly tokens: readonly Token[];
  readonly ends: readonly number[];
}

/** Reads a normalized text (`normalizeText`). */
export function readText(text: string, options: ReadOptions = {}): Reading {
  const known = options.previous ? blockReadings(options.previous) : new Map<string, BlockReading>();
  const paragraphs: Paragraph[] = [];
  const sentences: Sentence[] = [];
  const tokens: Token[] = [];
  for (const block of cutBlocks(text, options.markdown ?? false)) {
    const firstSentence = sentences.length;
    if (block.kind !== 'code' && block.kind !== 'matter')
      append(block, known.get(keyOf(text, block)) ?? readBlock(block));
    paragraphs.push({
      start: block.start,
      end: block.end,
      kind: block.kind,
      firstSentence,
      endSentence: sentences.length,
    });
  }
  return { text, paragraphs, sentences, tokens };

  function append(block: Block, reading: BlockReading): void {
    const base = tokens.length;
    for (const token of reading.tokens) {
      tokens.push({ ...token, start: token.start + block.start, end: token.end + block.start });
    }
    let first = base;
    for (const end of reading.ends) {
      const last = base + end;
      sentences.push({
        start: tokens[first]?.start ?? block.start,
        end: tokens[last]?.end ?? block.end,
        paragraph: paragraphs.length,
        firstToken: first,
        endToken: last + 1,
      });
      first = last + 1;
    }
  }
}

function readBlock(block: Block): BlockReading {
  const tokens = tokenize(block.prose);
  return { tokens, ends: sentenceEnds(tokens) };
}

/** Two blocks of the same kind and words read the same; markup has been blanked out by then, so that the raw words decide. */
function keyOf(
  text: string,
  paragraph: { readonly start: number; readonly end: number; readonly kind: string },
): string {
  return `${paragraph.kind}\n${text.slice(paragraph.start, paragraph.end)}`;
}

function blockReadings(reading: Reading): Map<string, BlockReading> {
  const readings = new Map<string, BlockReading>();
  for (const paragraph of reading.paragraphs) {
    const inside = reading.sentences.slice(paragraph.firstSentence, paragraph.endSentence);
    const from = inside[0]?.firstToken;
    const to = inside.at(-1)?.endToken;
    if (from === undefined || to === undefined) continue;
    readings.set(keyOf(reading.text, paragraph), {
      tokens: reading.tokens
        .slice(from, to)
        .map(t => ({ ...t, start: t.start - paragraph.start, end: t.end - paragraph.start })),
      ends: inside.map(sentence => sentence.endToken - 1 - from),
    });
  }
  return readings;
}
