/** `crosscheck read`: a language model as one more reviewer. What it proposes goes through the reader's checks into its own file. */
import { ChatError, chat, chatAddress, type Endpoint } from '../platform/node/chat.ts';
import type { NumberedStory } from '../reader/numbering.ts';
import { type Message, wordCount } from '../reader/prompt.ts';
import { type Outcome, readStory, type StoryReading } from '../reader/readStory.ts';
import { ModelFiles } from './modelFiles.ts';
import type { ReadOptions } from './options.ts';
import { PromptFiles } from './promptFiles.ts';
import { many } from './render.ts';
import { type PreparedStory, prepareStories } from './storiesOf.ts';
import { harmless } from './terminal.ts';

/** Words that may still be sent. */
class Budget {
  #left: number;

  constructor(words: number | undefined) {
    this.#left = words ?? Number.POSITIVE_INFINITY;
  }

  spend(messages: readonly Message[]): void {
    const words = wordCount(messages);
    if (words > this.#left) throw new OverBudget();
    this.#left -= words;
  }
}

class OverBudget extends Error {
  override readonly message = 'it would send more words than --max-words leaves; the next run goes on here.';
}

/** Told on standard error while it goes on. */
function tell(message: string): void {
  process.stderr.write(`crosscheck: ${harmless(message)}\n`);
}

/** Reads the stories of a folder. Status 1 when a story could not be read; those are listed. */
export async function runRead(options: ReadOptions): Promise<number> {
  const { folder, way, window } = options;
  if (way.by === 'endpoint') expectSafe(way.endpoint, keyOf(way));
  const { stories, alone } = await prepareStories(folder, window);
  if (alone.length > 0) tell(`${alone.join(', ')}: no other article tells of the same event.`);
  const unread =
    way.by === 'prompts'
      ? await writePrompts(stories, way.prompts)
      : way.by === 'answers'
        ? await takeIn(stories, way, options)
        : await askAll(stories, way, options);
  for (const { id, why } of unread) tell(`${id} could not be read: ${why}`);
  return unread.length > 0 ? 1 : 0;
}

interface Unread {
  readonly id: string;
  readonly why: string;
}

async function writePrompts(stories: readonly PreparedStory[], directory: string): Promise<Unread[]> {
  const files = new PromptFiles(directory, directory);
  const unread: Unread[] = [];
  let words = 0;
  for (const prepared of stories) {
    if (prepared.parts) words += await files.writeFirst(prepared.story, prepared.parts);
    else unread.push(tooLong(prepared.story));
  }
  process.stdout.write(`${many(stories.length - unread.length, 'story', 'stories')}, ${words} words to send.\n`);
  return unread;
}

async function takeIn(
  stories: readonly PreparedStory[],
  { answers, model, prompts }: Extract<ReadOptions['way'], { by: 'answers' }>,
  { folder, second }: ReadOptions,
): Promise<Unread[]> {
  const files = new PromptFiles(prompts ?? answers, answers);
  const record = await ModelFiles.open(folder, model);
  const unread: Unread[] = [];
  let facts = 0;
  for (const { story, parts } of stories) {
    if (!parts) {
      unread.push(tooLong(story));
      continue;
    }
    const taken = await files.take(story, parts, second);
    if (taken.ok) {
      facts += await noteDown(record, story, taken.reading);
      if (prompts !== undefined && second && !taken.reading.second && taken.reading.facts.length > 0)
        await files.writeSecond(story, taken.reading.facts);
    } else {
      unread.push({ id: story.id, why: taken.wrong });
      if (prompts !== undefined && taken.missing) await files.writeFirst(story, parts);
    }
  }
  summary(stories.length - unread.length, facts, record);
  return unread;
}

async function askAll(
  stories: readonly PreparedStory[],
  way: Extract<ReadOptions['way'], { by: 'endpoint' }>,
  { folder, second, again, maxWords, timeout }: ReadOptions,
): Promise<Unread[]> {
  const record = await ModelFiles.open(folder, way.model);
  const key = keyOf(way);
  const endpoint: Endpoint = {
    address: way.endpoint,
    model: way.model,
    ...(key !== undefined && { key }),
    patience: timeout * 1000,
    wait: milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds)),
    log: tell,
  };
  const budget = new Budget(maxWords);
  const unread: Unread[] = [];
  let hopeless: string | undefined;
  let facts = 0;
  let done = 0;
  for (const [i, { story, parts }] of stories.entries()) {
    const step = `${i + 1}/${stories.length} ${story.id}`;
    if (!again && record.isFresh(story)) {
      tell(`${step}: read before, as it stands`);
      continue;
    }
    if (hopeless !== undefined) unread.push({ id: story.id, why: hopeless });
    else if (!parts) unread.push(tooLong(story));
    else {
      tell(`${step}: asking`);
      const outcome = await read(story, parts, { endpoint, budget, second });
      if (outcome.ok) {
        facts += await noteDown(record, story, outcome.reading);
        done++;
      } else {
        unread.push({ id: story.id, why: outcome.wrong });
        if (outcome.hopeless) hopeless = 'not asked, since the one before met this.';
      }
    }
  }
  summary(done, facts, record);
  return unread;
}

/** Asks for one story; what keeps it from being read is told and not thrown. */
async function read(
  story: NumberedStory,
  parts: NonNullable<PreparedStory['parts']>,
  { endpoint, budget, second }: { readonly endpoint: Endpoint; readonly budget: Budget; readonly second: boolean },
): Promise<Outcome & { readonly hopeless?: boolean }> {
  try {
    const ask = (messages: readonly Message[]) => {
      budget.spend(messages);
      return chat(endpoint, messages);
    };
    return await readStory(story, ask, { parts, second });
  } catch (error) {
    if (error instanceof OverBudget) return { ok: false, wrong: error.message };
    if (error instanceof ChatError) return { ok: false, wrong: error.message, hopeless: error.hopeless };
    throw error;
  }
}

/** Writes a story's facts down, and tells what did not stand. */
async function noteDown(record: ModelFiles, story: NumberedStory, reading: StoryReading): Promise<number> {
  await record.put(story, reading.facts);
  const { facts, dropped, madeUp } = reading;
  const reasons = new Map<string, number>();
  for (const { reason } of dropped) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const left = [...reasons].map(([reason, n]) => `${n} ${reason}`).join(', ');
  const numbers = madeUp.length > 0 ? `; ${many(madeUp.length, 'sentence number')} made up` : '';
  if (reading.secondWrong) tell(`${story.id}: without the second pass: ${reading.secondWrong}`);
  tell(`${story.id}: ${many(facts.length, 'fact')}${left && `; dropped: ${left}`}${numbers}`);
  return facts.length;
}

function summary(stories: number, facts: number, record: ModelFiles): void {
  process.stdout.write(`${many(stories, 'story', 'stories')} read, ${many(facts, 'fact')}: ${harmless(record.path)}\n`);
}

function tooLong(story: NumberedStory): Unread {
  return {
    id: story.id,
    why: 'it is longer than --window, and holds no groups of passages to cut it by.',
  };
}

/** The key, from the environment variable that was named. */
function keyOf({ key }: { readonly key?: string }): string | undefined {
  if (key === undefined) return undefined;
  const value = process.env[key]?.trim();
  if (!value) throw new Error(`The environment variable ${key}, which --key names, is not set.`);
  return value;
}

/** A key over a connection that anyone between can read is warned of. */
function expectSafe(address: string, key: string | undefined): void {
  const { protocol, hostname } = chatAddress(address);
  const local = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
  if (protocol === 'http:' && key !== undefined && !local)
    tell('The endpoint is not encrypted (http): the key and the articles can be read on the way.');
}
