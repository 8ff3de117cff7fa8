/** A model's facts as records of its sidecar: anchored passages, each with the answer that it gives. */

import { type FullAnchor, makeAnchor } from '../review/anchors/anchor.ts';
import { slugOf } from '../review/base/slug.ts';
import type { CheckedFact } from './facts.ts';
import type { NumberedStory } from './numbering.ts';
import { PROMPT_VERSION } from './prompt.ts';

/** A passage of a fact, and which answer it gives. */
export interface PassageRecord extends FullAnchor {
  readonly article: string;
  readonly says: string;
}

/** A fact as it stands in a model's file. */
export interface FactRecord {
  /** A slug, unique in the file. */
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly status: string;
  readonly certainty: number;
  readonly text?: string;
  readonly passages: readonly PassageRecord[];
}

/** What was read of a story, when and with which prompt. */
export interface ReadingRecord {
  readonly story: string;
  /** ISO date and time with zone. */
  readonly at: string;
  readonly prompt: number;
  readonly articles: readonly { readonly article: string; readonly text: string }[];
}

/** The record that tells later whether the reading is stale. */
export function readingRecord(story: NumberedStory, at: string): ReadingRecord {
  const articles = story.articles.map(({ article }) => ({ article: article.path, text: article.fingerprint }));
  return { story: story.id, at, prompt: PROMPT_VERSION, articles };
}

/**
 * The facts of a story as records.
 * @param taken ids that are in use; those that are given out are added
 */
export function factRecords(facts: readonly CheckedFact[], story: NumberedStory, taken: Set<string>): FactRecord[] {
  const texts = new Map(story.articles.map(({ article }) => [article.path, article.text]));
  return facts.map(({ title, kind, status, certainty, why, positions }) => {
    const passages = positions.flatMap(({ label, passages }) =>
      passages.flatMap(passage => {
        const anchor = makeAnchor(texts.get(passage.path) ?? '', passage);
        return anchor ? [{ article: passage.path, ...anchor, says: label }] : [];
      }),
    );
    const text = [why, notHeld(positions.flatMap(({ unheld }) => unheld))].filter(Boolean).join(' ');
    const record = { id: freeId(title, taken), title, kind, status, certainty: Math.round(certainty * 100) / 100 };
    return { ...record, ...(text && { text }), passages };
  });
}

/** Said with the reason, so that it stands wherever a person decides. */
function notHeld(words: readonly string[]): string {
  if (words.length === 0) return '';
  return `Not in the sentences cited: ${[...new Set(words)].map(word => `“${word}”`).join(', ')}.`;
}

/** A slug of the title's first words that is not in use yet. */
function freeId(title: string, taken: Set<string>): string {
  const words = slugOf(title).split('-');
  let wanted = '';
  for (const word of words) if (wanted.length + word.length < 60) wanted += (wanted && '-') + word;
  wanted ||= 'fact';
  let id = wanted;
  for (let n = 2; taken.has(id); n++) id = `${wanted}-${n}`;
  taken.add(id);
  return id;
}
