/** Readings and claims of a few sentences, for tests that say what somebody relies on. */
import { readClaims } from '../../../src/engine/claims/read.ts';
import type { ArticleClaims, Claim, EventFrame } from '../../../src/engine/claims/types.ts';
import type { ArticleEntities, Mention, NameType } from '../../../src/engine/entities/types.ts';
import { readValues } from '../../../src/engine/entities/values/values.ts';
import { readText } from '../../../src/engine/text/read.ts';
import type { Reading } from '../../../src/engine/text/reading.ts';

export interface Told extends ArticleClaims {
  readonly text: string;
  readonly reading: Reading;
  readonly entities: ArticleEntities;
}

/** Reads a text in which the given names are marked wherever they stand. */
export function tell(text: string, names: Readonly<Record<string, NameType>> = {}): Told {
  const reading = readText(text);
  const mentions: Mention[] = [];
  for (const [name, type] of Object.entries(names))
    for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + 1))
      if (!mentions.some(m => start < m.end && m.start < start + name.length))
        mentions.push({ start, end: start + name.length, type, text: name });
  mentions.sort((a, b) => a.start - b.start);
  const values = readValues(reading, '2026-05-04').filter(
    value => !mentions.some(m => value.start < m.end && m.start < value.end),
  );
  const entities: ArticleEntities = { mentions, values };
  return { text, reading, entities, ...readClaims(reading, entities) };
}

/** `speaker: words` for every claim that somebody is said to make. */
export function said(told: Told): string[] {
  return told.claims
    .filter(claim => claim.speaker)
    .map(claim => `${claim.speaker?.text}: ${told.text.slice(claim.start, claim.end)}`);
}

export function words(told: Told, span: { readonly start: number; readonly end: number } | undefined): string {
  return span ? told.text.slice(span.start, span.end) : '';
}

/** The first event of that name in any claim. */
export function event(told: Told, predicate: string): EventFrame | undefined {
  for (const claim of told.claims) {
    const found = claim.events.find(e => e.predicate === predicate);
    if (found) return found;
  }
  return undefined;
}

export function own(told: Told): Claim[] {
  return told.claims.filter(claim => !claim.speaker);
}
