/**
 * Narrows a cited sentence to what the label is about: a claim, a quotation, or the clause that holds the value.
 *
 * Method: the label's numbers and content words are looked for in the sentence; the passage is the smallest claim, quotation or run of
 * clauses that holds all of those found. Where too little of the label is found, what it names is not plain, and the sentence stands.
 * Linear in the sentence, times the candidates in it.
 */
import { contains, type Span } from '../engine/text/span.ts';
import { fold, wordsOf } from '../review/anchors/words.ts';

/** Words of speech and grammar that tell nothing about which part of a sentence is meant; shorter words count for nothing anyway. */
const IDLE = new Set(
  'the and for with that this from was were has had have been not but who his her their its are'.split(' '),
);
/** A shorter clause is taken together with its neighbour. */
const SHORTEST_CLAUSE = 3;
/** A passage of fewer words tells nobody what it is about. */
const SHORTEST_PASSAGE = 4;

/**
 * The part of a sentence that a label names, or the sentence.
 * @param text the article's, normalized
 * @param candidates spans that the passage may become, such as the engine's claims; those that leave the sentence are passed over
 */
export function narrowed(text: string, sentence: Span, label: string, candidates: readonly Span[]): Span {
  const words = text.slice(sentence.start, sentence.end);
  const core = coreOf(words, label);
  if (!core) return sentence;
  const inner = { start: sentence.start + core.start, end: sentence.start + core.end };
  const clauses = clausesAround(words, core);
  const wider = [
    ...candidates.filter(span => contains(sentence, span)),
    ...quotations(words).map(span => moved(span, sentence.start)),
    moved(clauses, sentence.start),
  ].filter(span => contains(span, inner));
  const [best] = wider
    .filter(({ start, end }) => wordsOf(text.slice(start, end)).keys.length >= SHORTEST_PASSAGE)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  return best && leavesWords(text, sentence, best) ? best : sentence;
}

/** Whether more than marks stand in the sentence beside the passage. */
function leavesWords(text: string, sentence: Span, passage: Span): boolean {
  const beside = text.slice(sentence.start, passage.start) + text.slice(passage.end, sentence.end);
  return /[\p{L}\p{N}]/u.test(beside);
}

/** From the first to the last word of the sentence that the label has too; `undefined` where those are too few to tell. */
function coreOf(sentence: string, label: string): Span | undefined {
  const wanted = new Set(wordsOf(fold(label)).keys.filter(tells).map(stem));
  if (wanted.size === 0) return undefined;
  const { keys, starts, ends } = wordsOf(fold(sentence));
  const found = keys.flatMap((word, i) => (tells(word) && wanted.has(stem(word)) ? [i] : []));
  const matched = new Set(found.map(i => stem(keys[i] ?? '')));
  // A number, a name or a day tells enough by itself.
  const plain = found.some(i => /^\d/.test(keys[i] ?? '') || isName(sentence, starts[i] ?? 0, label));
  if (!plain && matched.size < Math.max(2, wanted.size / 2)) return undefined;
  const first = found[0];
  const last = found.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return { start: starts[first] ?? 0, end: ends[last] ?? sentence.length };
}

function tells(word: string): boolean {
  return /^\d/.test(word) || (word.length > 2 && !IDLE.has(word));
}

/** Whether the word at a place is written with a capital there, and in the label. */
function isName(sentence: string, at: number, label: string): boolean {
  const word = /^\p{Lu}[\p{L}\p{M}]{2,}/u.exec(sentence.slice(at))?.[0];
  return word !== undefined && at > 0 && label.includes(word);
}

/** Long words are the same when they begin alike: `killed`, `killing`. */
function stem(word: string): string {
  return word.length > 5 && !/^\d/.test(word) ? word.slice(0, 5) : word;
}

/** What stands in quotation marks, without them. */
function quotations(sentence: string): Span[] {
  return [...sentence.matchAll(/[“"„«]([^“”"„«»]{8,})[”"“»]/g)].map(match => ({
    start: match.index + 1,
    end: match.index + match[0].length - 1,
  }));
}

/** The run of whole clauses that holds a stretch: clauses end at commas, semicolons, colons, dashes and brackets. */
function clausesAround(sentence: string, core: Span): Span {
  const starts = [0];
  const cuts = [...sentence.matchAll(/[,;:][”"’]?\s+|\s+[-–—]\s+|—|\s+\(|\)[,;]?\s+(?:[-–—]\s+)?/g)];
  for (const cut of cuts) {
    const next = cut.index + cut[0].length;
    if (/[-–—]\s/.test(cut[0])) {
      starts.push(next); // What stands before a dash is often a dateline, however short.
      continue;
    }
    const length = sentence.slice(starts.at(-1), cut.index).split(/\s+/).length;
    const left = sentence.slice(next).split(/\s+/).length;
    if (length >= SHORTEST_CLAUSE && left >= SHORTEST_CLAUSE) starts.push(next);
  }
  const start = starts.filter(at => at <= core.start).at(-1) ?? 0;
  const after = starts.find(at => at >= core.end);
  const end = after === undefined ? sentence.length : after;
  const words = sentence.slice(start, end);
  const kept = words.replace(/[\s,;:(–—-]+$/, '').replace(/[.!?…]+$/, after === undefined ? '' : '$&');
  return { start, end: Math.max(core.end, start + kept.length) };
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
