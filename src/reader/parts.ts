/**
 * Cuts a story that is too long for a model's window into parts that can be read by themselves. Sentences that tell of the same thing have
 * to be seen together, so the cut goes by groups of passages (the engine's matches), never by length. Linear in the sentences and groups.
 */
import type { Match, Passage } from '../engine/analysis.ts';
import { overlap } from '../engine/text/span.ts';
import { addTo } from '../review/base/group.ts';
import type { NumberedSentence, NumberedStory } from './numbering.ts';
import { readingPrompt, wordCount } from './prompt.ts';

/** The numbers of the sentences that one prompt shows; `undefined` is all of them. */
export type Part = ReadonlySet<string> | undefined;

/**
 * The parts to ask for, each a prompt of at most `most` words. One part, of all sentences, where the story fits as it is. Groups are put
 * into a part as long as they fit; each sentence brings the one before it along, for what `he` and `there` mean. Sentences of no group
 * have nothing to be compared with and are left out. `undefined` where no cut helps: without groups, or where one group alone is too long.
 */
export function partsOf(
  story: NumberedStory,
  most: number,
  groups: readonly (readonly Passage[])[],
): readonly Part[] | undefined {
  if (wordCount(readingPrompt(story)) <= most) return [undefined];
  const parts: Set<string>[] = [];
  let open = new Set<string>();
  for (const group of groups) {
    const numbers = numbersOf(story, group);
    if ([open, ...parts].some(part => isWithin(numbers, part))) continue;
    const together = new Set([...open, ...numbers]);
    if (fits(story, together, most)) {
      open = together;
      continue;
    }
    if (!fits(story, numbers, most)) return undefined;
    parts.push(open);
    open = numbers;
  }
  if (open.size > 0) parts.push(open);
  return parts.length > 0 ? parts : undefined;
}

function fits(story: NumberedStory, numbers: ReadonlySet<string>, most: number): boolean {
  return wordCount(readingPrompt(story, numbers)) <= most;
}

function isWithin(numbers: ReadonlySet<string>, part: ReadonlySet<string>): boolean {
  for (const number of numbers) if (!part.has(number)) return false;
  return true;
}

/** The sentences that passages stand in, each with the one before it. */
function numbersOf(story: NumberedStory, group: readonly Passage[]): Set<string> {
  const numbers = new Set<string>();
  for (const { article, sentences } of story.articles) {
    const passages = group.filter(({ path }) => path === article.path);
    if (passages.length === 0) continue;
    sentences.forEach((sentence, i) => {
      if (!passages.some(passage => overlap(passage, sentence) > 0)) return;
      const before = sentences[i - 1];
      if (before) numbers.add(before.number);
      numbers.add(sentence.number);
    });
  }
  return numbers;
}

/**
 * Groups of passages that tell of the same thing, from the engine's matches: one a sentence, which holds it and the best passages for it in
 * the other articles. In order of place, so that neighbours come into one part.
 */
export function groupsFromMatches(story: NumberedStory, matches: readonly Match[]): readonly (readonly Passage[])[] {
  const paths = new Set(story.articles.map(({ article }) => article.path));
  const own = matches.filter(({ a, b }) => paths.has(a.path) && paths.has(b.path));
  const bySentence = new Map<NumberedSentence, Passage[]>();
  const sentences = [...story.byNumber.values()];
  for (const { a, b } of own) {
    const home = sentences.find(sentence => sentence.path === a.path && overlap(sentence, a) > 0);
    if (!home) continue;
    if (!bySentence.has(home)) addTo(bySentence, home, a);
    addTo(bySentence, home, b);
  }
  return sentences.flatMap(sentence => {
    const group = bySentence.get(sentence);
    return group ? [group] : [];
  });
}
