/**
 * Takes a model's answer apart, and keeps what the articles bear out: nothing it says is believed unchecked. A row stands on sentences that
 * there are, of two articles at least, and on two answers that are not the same; everything else is dropped, and counted with its reason.
 * Linear in the answer, but for the duplicates, which are looked for pair by pair.
 */
import { answeredFact } from './answer.ts';
import { joinDuplicates } from './duplicates.ts';
import type { Checked, CheckedFact, CheckedPosition, Cited, Dropped, DropReason } from './facts.ts';
import { unheldWords } from './held.ts';
import { narrowed } from './narrow.ts';
import type { NumberedSentence, NumberedStory } from './numbering.ts';
import { gist, plainWords } from './plainWords.ts';

const LONGEST = { title: 160, label: 200, why: 500 } as const;
const MOST_FACTS = 200;

/** Checks the rows of an answer against the story that was read. Whatever is given, nothing is thrown. */
export function checkFacts(rows: readonly unknown[], story: NumberedStory): Checked {
  const facts: CheckedFact[] = [];
  const dropped: Dropped[] = rows.slice(MOST_FACTS).map(row => ({ title: titleOf(row), reason: 'too-many' }));
  const madeUp: string[] = [];
  for (const row of rows.slice(0, MOST_FACTS)) {
    const fact = checkFact(row, story, madeUp);
    if (typeof fact === 'string') dropped.push({ title: titleOf(row), reason: fact });
    else facts.push(fact);
  }
  const joined = joinDuplicates(facts);
  return { facts: joined.facts, dropped: [...dropped, ...joined.dropped], madeUp };
}

function checkFact(row: unknown, story: NumberedStory, madeUp: string[]): CheckedFact | DropReason {
  const parsed = answeredFact.safeParse(row);
  if (!parsed.success) return 'form';
  const title = plainWords(parsed.data.title, LONGEST.title);
  if (title === '') return 'form';
  const byGist = new Map<string, { label: string; sentences: Map<string, NumberedSentence> }>();
  for (const { label: given, sentences } of parsed.data.positions) {
    const label = plainWords(given, LONGEST.label);
    if (gist(label) === '') continue;
    const position = byGist.get(gist(label)) ?? { label, sentences: new Map() };
    for (const number of sentences) {
      const sentence = story.byNumber.get(number.trim().replace(/^\[(.*)\]$/, '$1'));
      if (sentence) position.sentences.set(sentence.number, sentence);
      else madeUp.push(plainWords(number, 40));
    }
    byGist.set(gist(label), position);
  }
  if (byGist.size === 1 && parsed.data.positions.length > 1) return 'same';
  const cited = [...byGist.values()].filter(({ sentences }) => sentences.size > 0);
  if (cited.length < 2) return 'no-passages';
  const paths = new Set(cited.flatMap(({ sentences }) => [...sentences.values()].map(({ path }) => path)));
  if (paths.size < 2) return 'one-article';
  const { kind, status, certainty } = parsed.data;
  const why = plainWords(parsed.data.why, LONGEST.why);
  const positions = cited.map(({ label, sentences }) => positionOf(label, [...sentences.values()], story));
  return { title, kind, status, certainty, why, positions };
}

/** An answer with its passages narrowed, and what of its label the sentences do not hold. */
export function positionOf(
  label: string,
  sentences: readonly NumberedSentence[],
  story: NumberedStory,
): CheckedPosition {
  const articles = new Map(story.articles.map(({ article }) => [article.path, article]));
  const inOrder = [...story.byNumber.values()].filter(each => sentences.some(({ number }) => number === each.number));
  const passages = inOrder.map((sentence): Cited => {
    const article = articles.get(sentence.path);
    const span = article ? narrowed(article.text, sentence, label, article.claims) : sentence;
    return { ...sentence, start: span.start, end: span.end, sentence };
  });
  const texts = inOrder.map(({ path }) => articles.get(path)?.text ?? '');
  const words = inOrder.map(({ start, end }, i) => (texts[i] ?? '').slice(start, end));
  return { label, passages, unheld: unheldWords(label, words, [...new Set(texts)]) };
}

function titleOf(row: unknown): string {
  const title = typeof row === 'object' && row !== null ? Reflect.get(row, 'title') : undefined;
  return typeof title === 'string' ? plainWords(title, LONGEST.title) : '';
}
