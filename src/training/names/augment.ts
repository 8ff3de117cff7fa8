/**
 * More training documents out of those there are.
 *
 * Two shortages are made good: the open corpora hold hardly a headline, so sentences are copied to the head of their document in title case or
 * capitals; and they hold few different names, so copies are made in which every name has given way to another of its kind, the same one throughout
 * the document, a surname with its full name. After Dai and Adel 2020, "mention replacement".
 */
import {
  BEGIN,
  KINDS,
  type Kind,
  kindOf,
  LAST,
  OUTSIDE,
  positionOf,
  UNIT,
} from '../../engine/entities/mentions/nameTags.ts';
import type { SeededRandom } from '../random.ts';
import { type Annotation, type TrainingDocument, tagged } from './data.ts';

/** The names of a document, from its tags. */
export function annotationsOf(document: TrainingDocument): Annotation[] {
  const { tags, reading } = document;
  const annotations: Annotation[] = [];
  let first = 0;
  for (let i = 0; i < tags.length; i++) {
    const tag = tags[i] ?? OUTSIDE;
    if (tag === OUTSIDE) continue;
    if (positionOf(tag) === BEGIN || positionOf(tag) === UNIT) first = i;
    if (positionOf(tag) === LAST || positionOf(tag) === UNIT)
      annotations.push({
        start: reading.tokens[first]?.start ?? 0,
        end: reading.tokens[i]?.end ?? 0,
        kind: KINDS[kindOf(tag)] ?? 'misc',
      });
  }
  return annotations;
}

const SMALL = new Set('a an the and but or nor for of in on at to by as is from with over after into vs'.split(' '));
const none = (): boolean => false;

/** A copy with one of its sentences for a headline; undefined when none would do. */
export function withHeadline(document: TrainingDocument, random: SeededRandom): TrainingDocument | undefined {
  const { reading } = document;
  const annotations = annotationsOf(document);
  const fit = reading.sentences.filter(sentence => {
    const length = sentence.endToken - sentence.firstToken;
    return length >= 5 && length <= 22 && annotations.some(a => a.start >= sentence.start && a.end <= sentence.end);
  });
  const sentence = random.pick(fit);
  if (!sentence) return undefined;
  const capitals = random.next() < 0.25;
  const words = reading.text.slice(sentence.start, sentence.end).replace(/[.!?]$/, ' ');
  const headline = capitals
    ? words.replace(/\p{Ll}/gu, letter => (letter.toUpperCase().length === 1 ? letter.toUpperCase() : letter))
    : words.replace(/(?<![\p{L}'’])\p{Ll}[\p{L}]*/gu, word =>
        SMALL.has(word) || (word[0] ?? '').toUpperCase().length !== 1
          ? word
          : (word[0] ?? '').toUpperCase() + word.slice(1),
      );
  const shift = headline.length + 1;
  const inHeadline = annotations
    .filter(a => a.start >= sentence.start && a.end <= sentence.end)
    .map(a => ({ ...a, start: a.start - sentence.start, end: a.end - sentence.start }));
  const moved = annotations.map(a => ({ ...a, start: a.start + shift, end: a.end + shift }));
  return tagged(
    document.corpus,
    `${document.id}+headline`,
    `${headline}\n${reading.text}`,
    [...inHeadline, ...moved],
    none,
  );
}

/** A copy without capitals, as people type in a hurry; nationalities keep theirs, which are told by it. */
export function withoutCapitals(document: TrainingDocument): TrainingDocument {
  const { text } = document.reading;
  const annotations = annotationsOf(document).filter(annotation => annotation.kind !== 'group');
  const lower = text.replace(/\p{Lu}/gu, letter => (letter.toLowerCase().length === 1 ? letter.toLowerCase() : letter));
  return tagged(document.corpus, `${document.id}+lower`, lower, annotations, none);
}

/** Names to take the places of others, by kind; persons are put together from first and last names. */
export interface NamePool {
  readonly first: readonly string[];
  readonly last: readonly string[];
  readonly names: ReadonlyMap<Kind, readonly string[]>;
}

/** A copy in which names have given way to others of the pool. */
export function withOtherNames(document: TrainingDocument, pool: NamePool, random: SeededRandom): TrainingDocument {
  const { text } = document.reading;
  const annotations = annotationsOf(document);
  const chosen = new Map<string, string>();
  // Full names first, so that a surname finds the one it belongs to.
  for (const a of [...annotations].sort((x, y) => y.end - y.start - (x.end - x.start) || x.start - y.start)) {
    const old = text.slice(a.start, a.end);
    if (!chosen.has(old)) chosen.set(old, replacement(old, a.kind, chosen, pool, random));
  }
  let out = '';
  let at = 0;
  const moved: Annotation[] = [];
  for (const a of annotations) {
    out += text.slice(at, a.start);
    const name = chosen.get(text.slice(a.start, a.end)) ?? text.slice(a.start, a.end);
    moved.push({ kind: a.kind, start: out.length, end: out.length + name.length });
    out += name;
    at = a.end;
  }
  return tagged(document.corpus, `${document.id}+names`, out + text.slice(at), moved, none);
}

function replacement(
  old: string,
  kind: Kind,
  chosen: ReadonlyMap<string, string>,
  pool: NamePool,
  random: SeededRandom,
): string {
  if (!/^\p{Lu}/u.test(old) || kind === 'misc' || kind === 'event') return old;
  const words = old.split(' ');
  if (kind === 'person') {
    for (const [full, name] of chosen) {
      const parts = full.split(' ');
      if (words.length === 1 && parts.length > 1 && parts.at(-1) === old) return name.split(' ').at(-1) ?? name;
      if (words.length === 1 && parts.length > 1 && parts[0] === old) return name.split(' ')[0] ?? name;
    }
    const first = random.pick(pool.first) ?? old;
    const last = random.pick(pool.last) ?? old;
    if (words.length === 1) return last;
    return random.next() < 0.12 ? `${first} ${random.pick(pool.last)?.[0] ?? 'J'}. ${last}` : `${first} ${last}`;
  }
  // Acronyms stay: what they stand for stands beside them. A place goes for a place of as many words, mostly.
  if (old.length > 1 && old === old.toUpperCase()) return old;
  const names = pool.names.get(kind) ?? [];
  for (let tries = 0; tries < 6; tries++) {
    const name = random.pick(names);
    if (name && (name.split(' ').length === words.length || tries > 3)) return name;
  }
  return old;
}
