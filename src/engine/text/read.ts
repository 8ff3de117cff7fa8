/**
 * The main file of the room `text`, which cuts an article's text into paragraphs, sentences and tokens with exact offsets. The room also holds
 * what every other room needs for texts: spans, line positions, word lists and word vectors. It knows no other room.
 *
 * An article is read once. After an edit only the changed parts are read anew: the text is cut into blocks again, which is a pass over its
 * lines. Every block that stood in the earlier reading keeps its tokens and sentences, and only their offsets move.
 */
import { type Block, cutBlocks } from './blocks.ts';
import type { Paragraph, Reading, Sentence, Token } from './reading.ts';
import { sentenceEnds } from './sentences.ts';
import { tokenize } from './tokens.ts';

interface ReadOptions {
  /** Whether the text is Markdown, so that its marks are no prose. Front matter is recognised in every text. */
  readonly markdown?: boolean;
  /** An earlier reading of the same article, whose unchanged paragraphs are kept. */
  readonly previous?: Reading;
}

/** Reads a normalized text (`normalizeText`). */
export function readText(text: string, options: ReadOptions = {}): Reading {
  const known = options.previous ? paragraphsByText(options.previous) : undefined;
  const paragraphs: Paragraph[] = [];
  const sentences: Sentence[] = [];
  const tokens: Token[] = [];
  for (const block of cutBlocks(text, options.markdown ?? false)) {
    const firstSentence = sentences.length;
    if (block.kind !== 'code' && block.kind !== 'matter') {
      const before = known?.get(keyOf(text, block));
      if (before && options.previous) keep(options.previous, before, block);
      else read(block);
    }
    paragraphs.push({
      start: block.start,
      end: block.end,
      kind: block.kind,
      firstSentence,
      endSentence: sentences.length,
    });
  }
  return { text, paragraphs, sentences, tokens };

  function read(block: Block): void {
    const base = tokens.length;
    const found = tokenize(block.prose, block.start);
    for (const token of found) tokens.push(token);
    let first = base;
    for (const end of sentenceEnds(found)) {
      addSentence(first, base + end + 1);
      first = base + end + 1;
    }
  }

  /** Takes over an earlier paragraph's tokens and sentences, the very same objects where nothing moved. */
  function keep(previous: Reading, before: Paragraph, block: Block): void {
    const shift = block.start - before.start;
    for (let s = before.firstSentence; s < before.endSentence; s++) {
      const sentence = previous.sentences[s];
      if (!sentence) break;
      const first = tokens.length;
      for (let t = sentence.firstToken; t < sentence.endToken; t++) {
        const token = previous.tokens[t];
        if (token) tokens.push(shift === 0 ? token : { ...token, start: token.start + shift, end: token.end + shift });
      }
      addSentence(first, tokens.length);
    }
  }

  function addSentence(firstToken: number, endToken: number): void {
    const start = tokens[firstToken]?.start ?? 0;
    sentences.push({
      start,
      end: tokens[endToken - 1]?.end ?? start,
      paragraph: paragraphs.length,
      firstToken,
      endToken,
    });
  }
}

/** Two blocks of the same kind and the same raw text have the same tokens and sentences. */
function keyOf(
  text: string,
  paragraph: { readonly start: number; readonly end: number; readonly kind: string },
): string {
  return `${paragraph.kind}\n${text.slice(paragraph.start, paragraph.end)}`;
}

function paragraphsByText(reading: Reading): Map<string, Paragraph> {
  const known = new Map<string, Paragraph>();
  for (const paragraph of reading.paragraphs) known.set(keyOf(reading.text, paragraph), paragraph);
  return known;
}
