/**
 * A model's file: made anew as a whole whenever a story was read, with the facts of the other stories as they stood. Only what says that it
 * is a model's file is written over.
 */
import * as z from 'zod/mini';
import type { FolderFile } from '../review/base/paths.ts';
import { parseYaml } from '../review/format/document.ts';
import { indentRest, renderMap } from '../review/format/render.ts';
import type { Fact } from '../review/format/schema.ts';
import { readSidecar } from '../review/format/sidecar.ts';
import type { NumberedStory } from './numbering.ts';
import { PROMPT_VERSION } from './prompt.ts';
import type { FactRecord, ReadingRecord } from './record.ts';

/** What a model's file holds. */
export interface ModelFile {
  readonly reviewer: string;
  readonly read: readonly ReadingRecord[];
  readonly facts: readonly (Fact | FactRecord)[];
}

const head = z.looseObject({ kind: z.literal('model'), read: z.catch(z.array(z.unknown()), []) });
const reading = z.looseObject({
  story: z.string(),
  at: z.string(),
  prompt: z.number(),
  articles: z.array(z.looseObject({ article: z.string(), text: z.string() })),
});

/**
 * Reads a model's file.
 * @returns what it holds, or a sentence that says why it cannot be written over
 */
export function readModelFile(file: FolderFile, text: string): ModelFile | string {
  const parsed = parseYaml(text);
  const sidecar = readSidecar(file, text);
  if (parsed.kind === 'empty') return { reviewer: '', read: [], facts: [] };
  if (parsed.kind !== 'map' || !sidecar?.writable) return `${file.path} cannot be read as it stands: mend it first.`;
  let plain: unknown;
  try {
    plain = parsed.map.toJS(parsed.document, { maxAliasCount: 100 });
  } catch {
    return `${file.path} cannot be read as it stands: mend it first.`;
  }
  const checked = head.safeParse(plain);
  if (!checked.success)
    return `${file.path} is not a model's file (it has no "kind: model"), and is left alone: give the model another name.`;
  const read = checked.data.read.flatMap(record => reading.safeParse(record).data ?? []);
  return { reviewer: sidecar.reviewer, read, facts: sidecar.records.facts.map(({ record }) => record) };
}

/** Whether a story was read as it stands now: the same texts, and the prompt of this version. */
export function isFresh({ read }: ModelFile, story: NumberedStory): boolean {
  const now = new Map(story.articles.map(({ article }) => [article.path, article.fingerprint]));
  return read.some(
    ({ prompt, articles }) =>
      prompt === PROMPT_VERSION &&
      articles.length === now.size &&
      articles.every(({ article, text }) => now.get(article) === text),
  );
}

/**
 * Takes the readings that have an article in common with a story out, with their facts: what is left when the story is read again. Readings
 * are told apart by their articles, since a story's name goes with its folder.
 */
export function withoutStory(file: ModelFile, story: NumberedStory): ModelFile {
  const own = new Set(story.articles.map(({ article }) => article.path));
  const gone = file.read.filter(({ articles }) => articles.some(({ article }) => own.has(article)));
  const articles = new Set([...own, ...gone.flatMap(each => each.articles.map(({ article }) => article))]);
  return {
    ...file,
    read: file.read.filter(each => !gone.includes(each)),
    facts: file.facts.filter(fact => !(fact.passages ?? []).some(({ article }) => articles.has(article))),
  };
}

/** Puts a story's reading and facts into a file that has none of it. Stories stand in order of their names. */
export function withStory(file: ModelFile, read: ReadingRecord, facts: readonly FactRecord[]): ModelFile {
  const readings = [...file.read, read].sort((a, b) => (a.story < b.story ? -1 : a.story > b.story ? 1 : 0));
  const rank = new Map(readings.flatMap(({ articles }, i) => articles.map(({ article }) => [article, i] as const)));
  const rankOf = (fact: Fact | FactRecord) => rank.get(fact.passages?.[0]?.article ?? '') ?? readings.length;
  return { ...file, read: readings, facts: [...file.facts, ...facts].sort((a, b) => rankOf(a) - rankOf(b)) };
}

/** The file as YAML. */
export function modelFileText({ reviewer, read, facts }: ModelFile): string {
  const keys = [{ version: 1 }, { reviewer }, { kind: 'model' }].map(renderMap).join('');
  return `${keys}${listText('read', read)}${listText('facts', facts)}`;
}

function listText(key: string, records: readonly object[]): string {
  if (records.length === 0) return `${key}: []\n`;
  const items = records.map(record => `  - ${indentRest(renderMap({ ...record }).trimEnd(), 4)}\n`);
  return `${key}:\n${items.join('')}`;
}
