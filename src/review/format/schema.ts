/**
 * The three files as zod schemas: the one definition that the reader, the types and the published JSON Schemas come from.
 * Each `error` says what the key wants, to stand in `"fact" wants …, not "…"`. Unknown keys are let through: a newer version or a
 * person may have written them, and they survive every write.
 */
import * as z from 'zod/mini';
import { wants } from '../base/phrase.ts';
import { isSlug } from '../base/slug.ts';

/** The version that this program writes. */
export const VERSION = 1;

const ISO_DATE = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:Z|[+-]\d{2}:?\d{2}))?$/;
/** Small letters and digits of any script, single hyphens between them: all of `isSlug` but what NFKC would change. */
const SLUG = /^(?!.*\p{Lu})[\p{L}\p{N}\p{M}]+(?:-[\p{L}\p{N}\p{M}]+)*$/u;
const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
const FINGERPRINT = /^sha256-[0-9A-Za-z+/_=-]{43,64}$/;

function isDate(text: string): boolean {
  return !Number.isNaN(Date.parse(text.replace(' ', 'T').replace(/\s/, '')));
}

const SLUG_WANTS = wants('a slug (small letters, digits, hyphens)');
const ID_WANTS = wants('an id of 26 capital letters and digits (a ULID)');
const OFFSET_WANTS = wants('a whole number from 0');
const DATE_WANTS = wants('a date (2025-09-28), or a date and time with zone (2025-09-28T14:30:00Z)');
const PASSAGE_WANTS = wants('a passage, such as {article: 002.txt, quote: the words}');
const PASSAGES_WANT = wants('a list of passages, such as {article: 002.txt, quote: the words}');
const PROPOSALS_WANT = wants(
  'a list of facts, such as {kind: number, passages: [{article: 002.txt, quote: the words}]}',
);
const FINGERPRINT_WANTS = wants('the fingerprint of the text that was read (sha256-…)');

/** Words that are not only white space; `what` is what the message asks for. */
const wordsFor = (what: string) => z.string({ error: what }).check(z.regex(/\S/, { error: what }));

const words = z.string({ error: wants('words') });
const someWords = wordsFor(wants('words'));
const slug = z
  .string({ error: SLUG_WANTS })
  .check(z.regex(SLUG, { error: SLUG_WANTS, abort: true }), z.refine(isSlug, { error: SLUG_WANTS }));
const id = z.string({ error: ID_WANTS }).check(z.regex(ULID, { error: ID_WANTS }));
const offset = z.int({ error: OFFSET_WANTS }).check(z.minimum(0, { error: OFFSET_WANTS }));
const date = z
  .string({ error: DATE_WANTS })
  .check(z.regex(ISO_DATE, { error: DATE_WANTS, abort: true }), z.refine(isDate, { error: DATE_WANTS }));
const tags = z.array(someWords, { error: wants('a list of words') });

const ENTITY_TYPES = ['person', 'organization', 'place', 'group', 'event', 'date', 'quantity'] as const;
const VERDICTS = ['supported', 'refuted', 'unresolved', 'outdated'] as const;
const ABOUT = ['dispute', 'match', 'claim', 'entity'] as const;
const oneOf = (list: readonly string[]) => `one of ${list.join(', ')}`;

const common = { id: z.optional(id), text: z.optional(words), tags: z.optional(tags), created: z.optional(date) };
const anchor = {
  quote: wordsFor(wants('the words that it marks')),
  before: z.optional(words),
  after: z.optional(words),
  start: z.optional(offset),
  end: z.optional(offset),
};

const entity = z.looseObject({
  ...common,
  type: z.literal('entity'),
  ...anchor,
  entity: z.optional(someWords),
  entityType: z.optional(z.enum(ENTITY_TYPES, { error: oneOf(ENTITY_TYPES) })),
});
const claim = z.looseObject({
  ...common,
  type: z.literal('claim'),
  ...anchor,
  fact: z.optional(slug),
  says: z.optional(someWords),
  speaker: z.optional(someWords),
});
const note = z.looseObject({ ...common, type: z.literal('note'), ...anchor });
const reply = z.looseObject({ ...common, type: z.literal('reply'), to: id });
const resolution = z.looseObject({
  ...common,
  type: z.literal('resolution'),
  to: id,
  resolved: z.boolean({ error: wants('true or false') }),
});

const ANNOTATION_TYPES = ['entity', 'claim', 'note', 'reply', 'resolution'] as const;
const annotationSchema = z.discriminatedUnion('type', [entity, claim, note, reply, resolution], {
  error: oneOf(ANNOTATION_TYPES),
});

const passage = z.looseObject(
  {
    article: wordsFor(wants('the name of an article')),
    quote: wordsFor(wants('the words that it marks')),
    before: z.optional(words),
    after: z.optional(words),
    start: z.optional(offset),
    end: z.optional(offset),
    says: z.optional(someWords),
  },
  { error: PASSAGE_WANTS },
);
const passages = z.array(passage, { error: PASSAGES_WANT });

/** How a suggestion is named: by its kind and its passages. */
const proposal = z.looseObject(
  {
    kind: z.optional(someWords),
    passages: passages.check(z.minLength(1, { error: wants('at least one passage') })),
  },
  { error: PROPOSALS_WANT },
);

const factSchema = z.looseObject({
  id: slug,
  title: z.optional(someWords),
  text: z.optional(words),
  tags: z.optional(tags),
  passages: z.optional(passages),
  created: z.optional(date),
});
const verdictSchema = z.looseObject({
  id: z.optional(id),
  fact: slug,
  verdict: z.enum(VERDICTS, { error: oneOf(VERDICTS) }),
  says: z.optional(someWords),
  text: wordsFor(wants('the reason for the verdict')),
  evidence: z.optional(
    z.array(
      z.union([id, passage], {
        error: wants("an annotation's id, or a passage such as {article: 002.txt, quote: the words}"),
      }),
      {
        error: wants("a list of annotations' ids and passages"),
      },
    ),
  ),
  created: z.optional(date),
});
const decisionSchema = z.looseObject({
  id: z.optional(id),
  decision: z.enum(['confirmed', 'dismissed'], { error: wants('confirmed or dismissed') }),
  about: z.enum(ABOUT, { error: oneOf(ABOUT) }),
  kind: z.optional(someWords),
  passages: passages.check(z.minLength(1, { error: wants('at least one passage') })),
  moved: z.optional(passages),
  merged: z.optional(z.array(proposal, { error: PROPOSALS_WANT })),
  text: z.optional(words),
  created: z.optional(date),
});
const reviewedSchema = z.looseObject({
  article: wordsFor(wants('the name of an article')),
  text: z.string({ error: FINGERPRINT_WANTS }).check(z.regex(FINGERPRINT, { error: FINGERPRINT_WANTS })),
});
const sourceSchema = z.looseObject({
  file: wordsFor(wants('the name of a file, or a pattern (*.txt)')),
  outlet: z.optional(someWords),
  published: z.optional(date),
  title: z.optional(someWords),
  url: z.optional(someWords),
  author: z.optional(someWords),
  language: z.optional(someWords),
});

const version = z.optional(z.int().check(z.minimum(0)));
const reviewer = z.optional(someWords);
export const articleSidecarSchema = z.looseObject({
  version,
  reviewer,
  annotations: z.optional(z.array(annotationSchema)),
});
export const folderSidecarSchema = z.looseObject({
  version,
  reviewer,
  facts: z.optional(z.array(factSchema)),
  verdicts: z.optional(z.array(verdictSchema)),
  decisions: z.optional(z.array(decisionSchema)),
  reviewed: z.optional(z.array(reviewedSchema)),
});
export const sourcesSchema = z.looseObject({ sources: z.optional(z.array(sourceSchema)) });

/** The keys that a schema names, without leave for any other: unknown keys are the file's, not the program's. */
type Known<T> = T extends readonly (infer Item)[]
  ? readonly Known<Item>[]
  : T extends object
    ? { readonly [K in keyof T as string extends K ? never : K]: Known<T[K]> }
    : T;

export type Annotation = Known<z.infer<typeof annotationSchema>>;
export type AnchoredAnnotation = Extract<Annotation, { readonly quote: string }>;
export type Fact = Known<z.infer<typeof factSchema>>;
export type Verdict = Known<z.infer<typeof verdictSchema>>;
export type Decision = Known<z.infer<typeof decisionSchema>>;
export type Reviewed = Known<z.infer<typeof reviewedSchema>>;
export type QuotedPassage = Known<z.infer<typeof passage>>;
export type Source = Known<z.infer<typeof sourceSchema>>;

/** The lists that each kind of file holds, and the schema of their records. */
export const SECTIONS = {
  annotations: annotationSchema,
  facts: factSchema,
  verdicts: verdictSchema,
  decisions: decisionSchema,
  reviewed: reviewedSchema,
  sources: sourceSchema,
} as const;
export type Section = keyof typeof SECTIONS;
export interface SectionRecords {
  readonly annotations: Annotation;
  readonly facts: Fact;
  readonly verdicts: Verdict;
  readonly decisions: Decision;
  readonly reviewed: Reviewed;
  readonly sources: Source;
}
/** The order in which a file is written that has none yet. */
export const SECTIONS_OF = {
  article: ['annotations'],
  folder: ['facts', 'verdicts', 'decisions', 'reviewed'],
  sources: ['sources'],
} as const satisfies Record<string, readonly Section[]>;
export type FileKind = keyof typeof SECTIONS_OF;

const ANNOTATION_KEYS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [entity, claim, note, reply, resolution].map(schema => [schema.shape.type.def.values[0] ?? '', keysOf(schema)]),
);
const SECTION_KEYS: Record<Exclude<Section, 'annotations'>, ReadonlySet<string>> = {
  facts: keysOf(factSchema),
  verdicts: keysOf(verdictSchema),
  decisions: keysOf(decisionSchema),
  reviewed: keysOf(reviewedSchema),
  sources: keysOf(sourceSchema),
};

function keysOf(schema: { readonly shape: object }): ReadonlySet<string> {
  return new Set(Object.keys(schema.shape));
}

/** The keys that a record of a list may have; for an annotation they depend on its type. */
export function knownKeys(section: Section, record: unknown): ReadonlySet<string> {
  if (section !== 'annotations') return SECTION_KEYS[section];
  const type = typeof record === 'object' && record !== null && 'type' in record ? String(record.type) : '';
  return ANNOTATION_KEYS.get(type) ?? new Set();
}
