/** A story read by a model, from the prompt to the facts that stand. Whoever calls says how the model is asked. */
import { answeredFact, type Parsed, parseAnswer, readingAnswer } from './answer.ts';
import { checkFacts } from './checks.ts';
import type { Checked, CheckedFact, Dropped } from './facts.ts';
import type { NumberedStory } from './numbering.ts';
import type { Part } from './parts.ts';
import { type Message, readingPrompt, repairPrompt } from './prompt.ts';
import { applySecond, secondAnswer, secondPrompt } from './secondPass.ts';

/** Sends a conversation to a model and gives its bare answer. What it throws ends the reading of the story. */
export type Ask = (messages: readonly Message[]) => Promise<string>;

/** What came of a story. */
export interface StoryReading extends Checked {
  /** Whether the second pass was made. */
  readonly second: boolean;
  /** Why it could not be made; the first pass stands. */
  readonly secondWrong?: string;
}

export type Outcome =
  | { readonly ok: true; readonly reading: StoryReading }
  /** The story counts as not read; a sentence says why. */
  | { readonly ok: false; readonly wrong: string };

/**
 * Asks a model for the facts of a story. An answer that is no JSON is asked for once more, with what was wrong.
 * @param parts what each prompt shows (`partsOf`)
 * @param second whether the rows are judged in a second pass; where nothing comes of that, the first pass stands
 */
export async function readStory(
  story: NumberedStory,
  ask: Ask,
  { parts = [undefined], second = true }: { readonly parts?: readonly Part[]; readonly second?: boolean } = {},
): Promise<Outcome> {
  const rows: unknown[] = [];
  for (const part of parts) {
    const answer = await askTwice(ask, readingPrompt(story, part), readingRows);
    if (!answer.ok) return answer;
    rows.push(...answer.value);
  }
  const checked = checkFacts(rows, story);
  if (!second || checked.facts.length === 0) return { ok: true, reading: { ...checked, second: false } };
  const judged = await askTwice(ask, secondPrompt(story, checked.facts), text =>
    parseAnswer(text, 'rows', secondAnswer),
  ).catch((error: unknown) => ({ ok: false, wrong: error instanceof Error ? error.message : String(error) }) as const);
  if (!judged.ok) return { ok: true, reading: { ...checked, second: false, secondWrong: judged.wrong } };
  return { ok: true, reading: withSecond(checked, applySecond(checked.facts, judged.value)) };
}

/** The same from answers that were given before, such as files: the first pass's, one a part, and the second's where there is one. */
export function takeAnswers(story: NumberedStory, first: readonly string[], second?: string): Outcome {
  const rows: unknown[] = [];
  for (const text of first) {
    const answer = readingRows(text);
    if (!answer.ok) return answer;
    rows.push(...answer.value);
  }
  const checked = checkFacts(rows, story);
  if (second === undefined) return { ok: true, reading: { ...checked, second: false } };
  const judged = parseAnswer(second, 'rows', secondAnswer);
  if (!judged.ok) return { ok: false, wrong: `Of the second pass: ${judged.wrong}` };
  return { ok: true, reading: withSecond(checked, applySecond(checked.facts, judged.value)) };
}

/** The rows of a first answer. */
function readingRows(text: string): Parsed<readonly unknown[]> {
  const parsed = parseAnswer(text, 'facts', readingAnswer);
  if (!parsed.ok) return parsed;
  const { facts } = parsed.value;
  const formed = facts.length === 0 || facts.some(fact => answeredFact.safeParse(fact).success);
  return formed
    ? { ok: true, value: facts }
    : { ok: false, wrong: 'None of its facts has the form that was asked for.' };
}

async function askTwice<T>(
  ask: Ask,
  messages: readonly Message[],
  read: (text: string) => Parsed<T>,
): Promise<Parsed<T>> {
  const text = await ask(messages);
  const answer = read(text);
  return answer.ok ? answer : read(await ask(repairPrompt(messages, text, answer.wrong)));
}

function withSecond(
  checked: Checked,
  { facts, dropped }: { readonly facts: readonly CheckedFact[]; readonly dropped: readonly Dropped[] },
): StoryReading {
  return { facts, dropped: [...checked.dropped, ...dropped], madeUp: checked.madeUp, second: true };
}
