/** Asks the gazetteer about a run of tokens. */
import type { Token } from '../../text/reading.ts';
import { type Knowledge, phraseHash } from './features.ts';

/** The gazetteer bits of tokens `from` up to `to`; 0 when they are none of its phrases. */
export function phraseBits(tokens: readonly Token[], from: number, to: number, knowledge: Knowledge): number {
  if (to - from > 6 || to <= from) return 0;
  const words: string[] = [];
  for (let i = from; i < to; i++) words.push(tokens[i]?.lower ?? '');
  return Math.max(0, knowledge.phrase(phraseHash(words)));
}
