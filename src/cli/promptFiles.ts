/** Prompts and answers as files: `<story>.prompt.json` to be answered, `<story>.answer.json` as the model gave it, `.2` for the second pass. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CheckedFact } from '../reader/facts.ts';
import type { NumberedStory } from '../reader/numbering.ts';
import type { Part } from '../reader/parts.ts';
import { type Message, PROMPT_VERSION, readingPrompt, wordCount } from '../reader/prompt.ts';
import { type Outcome, takeAnswers } from '../reader/readStory.ts';
import { secondPrompt } from '../reader/secondPass.ts';

/** `missing` where there is no answer yet. */
export type Taken = Outcome & { readonly missing?: boolean };

/** Larger files are no answers; the checks would refuse them after reading. */
const LARGEST = 40_000_000;

/** A directory of prompts and one of answers, which may be the same. */
export class PromptFiles {
  readonly #prompts: string;
  readonly #answers: string;

  constructor(prompts: string, answers: string) {
    this.#prompts = prompts;
    this.#answers = answers;
  }

  /** Writes the first prompt of a story, one file for each part, and gives its words. */
  async writeFirst(story: NumberedStory, parts: readonly Part[]): Promise<number> {
    let words = 0;
    for (const [i, part] of parts.entries()) {
      const messages = readingPrompt(story, part);
      await this.#write(`${nameOf(story, parts, i)}.prompt.json`, promptText(story, messages));
      words += wordCount(messages);
    }
    return words;
  }

  /** Writes the prompt of the second pass. */
  writeSecond(story: NumberedStory, facts: readonly CheckedFact[]): Promise<void> {
    return this.#write(`${story.id}.2.prompt.json`, promptText(story, secondPrompt(story, facts)));
  }

  /** Takes a story's answers in. An answer to a prompt that would be another today is refused: its numbers may tell of other sentences. */
  async take(story: NumberedStory, parts: readonly Part[], second: boolean): Promise<Taken> {
    const answers: string[] = [];
    for (const [i, part] of parts.entries()) {
      const name = nameOf(story, parts, i);
      const answer = await this.#answer(name);
      if (answer === undefined) return { ok: false, wrong: `there is no ${name}.answer.json.`, missing: true };
      if (await this.#isStale(name, promptText(story, readingPrompt(story, part))))
        return { ok: false, wrong: `${name}.prompt.json asked about other texts: delete the answer and ask anew.` };
      answers.push(answer);
    }
    const first = takeAnswers(story, answers);
    const judged = second ? await this.#answer(`${story.id}.2`) : undefined;
    if (!first.ok || judged === undefined) return first;
    if (await this.#isStale(`${story.id}.2`, promptText(story, secondPrompt(story, first.reading.facts))))
      return { ok: false, wrong: `${story.id}.2.prompt.json asked about other rows: delete its answer and ask anew.` };
    return takeAnswers(story, answers, judged);
  }

  /** The answer as it came; one that is a JSON string holds the model's text. */
  async #answer(name: string): Promise<string | undefined> {
    const text = await readIfThere(join(this.#answers, `${name}.answer.json`));
    if (text === undefined || !/^\s*"/.test(text)) return text;
    try {
      const inner: unknown = JSON.parse(text);
      return typeof inner === 'string' ? inner : text;
    } catch {
      return text;
    }
  }

  /** Whether the prompt that lies there is another than the one that would be written now. Without one, nothing can be told. */
  async #isStale(name: string, now: string): Promise<boolean> {
    const before = await readIfThere(join(this.#prompts, `${name}.prompt.json`));
    return before !== undefined && before !== now;
  }

  async #write(name: string, text: string): Promise<void> {
    await mkdir(this.#prompts, { recursive: true });
    await writeFile(join(this.#prompts, name), text);
  }
}

function nameOf(story: NumberedStory, parts: readonly Part[], index: number): string {
  return parts.length === 1 ? story.id : `${story.id}.part${index + 1}`;
}

function promptText(story: NumberedStory, messages: readonly Message[]): string {
  const sentences = Object.fromEntries(
    [...story.byNumber].map(([number, { path, start, end }]) => [number, { path, start, end }]),
  );
  return `${JSON.stringify({ version: PROMPT_VERSION, story: story.id, messages, sentences }, null, 2)}\n`;
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    const bytes = await readFile(path);
    return bytes.subarray(0, LARGEST).toString('utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
