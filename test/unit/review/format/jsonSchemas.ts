/**
 * Makes the JSON Schemas of the three files from the zod schemas. They differ in one thing on purpose: where words are wanted, a bare number
 * or truth value will do (`says: 17`), since the reader takes it as typed.
 */
import * as z from 'zod/mini';
import { articleSidecarSchema, folderSidecarSchema, sourcesSchema } from '../../../../src/review/format/schema.ts';

type Json = { [key: string]: unknown };

/** File name in media/schemas, what it is for, and the schema it is made from. */
export const SCHEMAS = [
  {
    file: 'article.schema.json',
    title: "One reviewer's annotations of an article",
    schema: articleSidecarSchema,
  },
  {
    file: 'folder.schema.json',
    title: "One reviewer's facts, verdicts and decisions across articles",
    schema: folderSidecarSchema,
  },
  {
    file: 'sources.schema.json',
    title: 'Where the articles of a folder come from',
    schema: sourcesSchema,
  },
] as const;

/** What editors show beside a key. */
const DESCRIPTIONS: Readonly<Record<string, string>> = {
  version: 'The version of the format.',
  reviewer: 'Whose file this is; the name of the file ends in its slug.',
  annotations: 'What the reviewer says about passages of the article.',
  id: 'A ULID. Left out by hand: it is filled in when the file is next written. A fact has a slug.',
  type: 'entity, claim or note stand at words of the article; reply and resolution answer another annotation.',
  quote: 'The words of the article, exactly as they stand there.',
  before: 'Up to 64 characters in front of the quote, to tell it from others of the same words.',
  after: 'Up to 64 characters behind the quote.',
  start: 'Where the quote begins, in UTF-16 code units, every line break counted as one. A hint; the words decide.',
  end: 'Where the quote ends, exclusive.',
  entity: 'The canonical name of what the words name.',
  entityType: 'What kind of thing it is.',
  fact: 'The slug of the fact that the claim bears on.',
  says: 'The position that is taken on the fact.',
  speaker: 'Who is reported to say it.',
  tags: 'Words to find it by.',
  text: 'What the reviewer has to say, in Markdown; of a reviewed article, the fingerprint of its text.',
  created: 'When it was made.',
  to: "The id of the annotation that this answers, anyone's, in this article.",
  resolved: 'Whether the thread is settled.',
  facts: 'Facts that claims, passages and verdicts bear on.',
  title: 'The question that the fact answers; of a source, its headline.',
  passages: 'Passages named by article and words.',
  verdicts: 'What the reviewer found out.',
  verdict: 'How the fact stands.',
  evidence: 'What the verdict rests on: ids of annotations, or passages.',
  decisions: "What the reviewer thinks of the analysis's suggestions.",
  decision: 'Whether the suggestion is right.',
  about: 'What was suggested.',
  kind: 'The kind of dispute, match or entity.',
  moved: 'Passages of the fact that take another position than was proposed; says names it.',
  merged: 'Suggestions that are the same fact as this one, each named by its kind and passages.',
  reviewed: 'Articles that were read to the end, with the text that was read.',
  article: "The article's file, relative to this one.",
  sources: 'The articles of this folder.',
  file: 'A file, relative to this one; a pattern (*.txt) names several.',
  outlet: 'Who published it.',
  published: 'When: a date, or date and time with zone.',
  url: 'Where it stands on the web.',
  author: 'Who wrote it.',
  language: 'Its language, such as en.',
};

/** Plain words, not an id, slug, date or choice. */
function isWords(node: Json): boolean {
  return (
    node.type === 'string' &&
    node.enum === undefined &&
    node.const === undefined &&
    (node.pattern === undefined || node.pattern === '\\S')
  );
}

function walk(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(walk);
  if (typeof node !== 'object' || node === null) return node;
  const json = node as Json;
  const out: Json = {};
  for (const [key, value] of Object.entries(json))
    out[key] = key === 'properties' ? described(value as Json) : walk(value);
  if (isWords(json)) out.type = ['string', 'number', 'boolean'];
  return out;
}

function described(properties: Json): Json {
  return Object.fromEntries(
    Object.entries(properties).map(([key, value]) => {
      const description = DESCRIPTIONS[key];
      if (description === undefined) throw new Error(`"${key}" wants a description for editors`);
      return [key, { description, ...(walk(value) as Json) }];
    }),
  );
}

/** One schema as it is shipped, ending in a line break. */
export function jsonSchema({ title, schema }: (typeof SCHEMAS)[number]): string {
  const made = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' }) as Json;
  const { $schema, ...rest } = made;
  return `${JSON.stringify({ $schema, title, ...(walk(rest) as Json) }, undefined, 2)}\n`;
}
