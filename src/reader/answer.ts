/**
 * A model's answer, from its bare text to checked shapes. Models wrap JSON in fences, think aloud before it and talk on behind it: the object
 * is looked for, and everything around it is left aside. Nothing is mended: what is no JSON is asked for again. Linear in the text.
 */
import * as z from 'zod/mini';
import type { DisputeKind, DisputeStatus } from '../engine/analysis.ts';

/** No honest answer comes near it. */
const LONGEST_ANSWER = 10_000_000;
/** So many places are tried where the object might begin. */
const MOST_STARTS = 20;

const KINDS = [
  'number',
  'date',
  'place',
  'actor',
  'wording',
  'status',
  'denial',
  'contested',
  'other',
] as const satisfies readonly DisputeKind[];
const STATUSES = ['conflict', 'difference', 'contested', 'update'] as const satisfies readonly DisputeStatus[];

/** A kind or a certainty that is none is put down as the least that could be meant: they are hints, and no reason to lose a row. */
export const answeredFact = z.object({
  title: z.string(),
  kind: z.catch(z.enum(KINDS), 'other'),
  status: z.catch(z.enum(STATUSES), 'difference'),
  certainty: z.catch(z.number().check(z.minimum(0), z.maximum(1)), 0.5),
  positions: z.array(z.object({ label: z.string(), sentences: z.array(z.string()) })),
  why: z.catch(z.string(), ''),
});
export type AnsweredFact = z.infer<typeof answeredFact>;

/** The answer of the first pass. Each fact is looked at by itself, so that a bad one takes no other with it. */
export const readingAnswer = z.object({ facts: z.array(z.unknown()) });

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  /** A sentence for the model, and for people. */
  | { readonly ok: false; readonly wrong: string };

/** Finds the object of a form in a model's text. `key` is the key that it must have, such as `facts`. */
export function parseAnswer<T>(text: string, key: string, schema: z.ZodMiniType<T>): Parsed<T> {
  if (text.length > LONGEST_ANSWER) return { ok: false, wrong: 'It is longer than ten million characters.' };
  const thought = text.lastIndexOf('</think>');
  const said = thought < 0 ? text : text.slice(thought + '</think>'.length);
  if (said.trim() === '') return { ok: false, wrong: 'It is empty.' };
  let wrong = 'There is no JSON object in it.';
  for (const start of startsOf(said, key)) {
    const end = endOf(said, start);
    if (end === undefined) {
      wrong = 'Its JSON is cut off before the end: keep it shorter.';
      continue;
    }
    try {
      const value: unknown = JSON.parse(said.slice(start, end));
      const checked = schema.safeParse(Array.isArray(value) ? { [key]: value } : value);
      if (checked.success) return { ok: true, value: checked.data };
      wrong = `The JSON object has no list "${key}".`;
    } catch (error) {
      wrong = `It is not valid JSON (${error instanceof Error ? error.message.slice(0, 120) : 'unreadable'}).`;
    }
  }
  return { ok: false, wrong };
}

/** Where the object may begin: at its key if that can be seen, else wherever a bracket opens a line or follows a fence, else at the first. */
function startsOf(text: string, key: string): number[] {
  const starts = new Set<number>();
  const add = (pattern: RegExp) => {
    for (const match of text.matchAll(pattern)) {
      if (starts.size >= MOST_STARTS) return;
      starts.add(match.index + match[0].search(/[[{]/));
    }
  };
  add(new RegExp(String.raw`\{\s{0,20}"${key}"\s{0,20}:`, 'g'));
  add(/(?:^|\n|```(?:json)?)[ \t]*[[{]/g);
  const first = text.indexOf('{');
  if (first >= 0) starts.add(first);
  return [...starts];
}

/** Where the bracket that opens at `start` closes, strings left aside; `undefined` when it never does. */
function endOf(text: string, start: number): number | undefined {
  let depth = 0;
  let inString = false;
  for (let at = start; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (inString) {
      if (c === 0x5c) at++;
      else if (c === 0x22) inString = false;
    } else if (c === 0x22) inString = true;
    else if (c === 0x7b || c === 0x5b) depth++;
    else if ((c === 0x7d || c === 0x5d) && --depth === 0) return at + 1;
  }
  return undefined;
}
