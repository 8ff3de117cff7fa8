/**
 * Training documents: the corpora of the training folder, and the news of `news/`, read by the engine's own reader so that the tagger learns on
 * the tokens it will see.
 */

import {
  BEGIN,
  INSIDE,
  KINDS,
  type Kind,
  LAST,
  OUTSIDE,
  tagOf,
  UNIT,
} from '../../engine/entities/mentions/nameTags.ts';
import { readText } from '../../engine/text/read.ts';
import type { Reading } from '../../engine/text/reading.ts';

export interface Annotation {
  readonly start: number;
  readonly end: number;
  readonly kind: Kind;
}

export interface TrainingDocument {
  readonly corpus: string;
  readonly id: string;
  readonly reading: Reading;
  /** Gold tag by token. */
  readonly tags: Uint8Array;
}

/** One line of the training folder's files. */
interface Line {
  readonly id: string;
  readonly source: string;
  readonly text: string;
  readonly entities: readonly { start: number; end: number; type: string; orig: string }[];
}

const TYPES: Readonly<Record<string, Kind>> = {
  PER: 'person',
  ORG: 'organization',
  LOC: 'place',
  NORP: 'group',
  EVENT: 'event',
  MISC: 'misc',
  WORK: 'misc',
  PRODUCT: 'misc',
};

/** Words by which a name of some other thing is seen to be an event. */
const EVENT_WORD =
  /\b(?:war|wars|battle|siege|election|elections|referendum|olympics|games|cup|championship|championships|festival|revolution|uprising|rebellion|massacre|crisis|coup|open|conference|summit|tournament|grand prix|awards|hurricane|genocide|holocaust|campaign|invasion|treaty of)\b/i;

/** The documents of one file of the training folder. `isGroup` tells the words that name nationalities, religions and political groups. */
export function documentsOf(corpus: string, jsonl: string, isGroup: (words: string) => boolean): TrainingDocument[] {
  return jsonl
    .split('\n')
    .filter(line => line !== '')
    .map(line => {
      const { id, text, entities } = JSON.parse(line) as Line;
      const annotations = entities.flatMap((entity): Annotation[] => {
        const words = text.slice(entity.start, entity.end);
        const kind = TYPES[entity.type];
        if (!kind) return [];
        const { start, end } = entity;
        // Most corpora file nationalities under `misc`, or leave them out.
        if (kind === 'misc' && isGroup(words)) return [{ start, end, kind: 'group' }];
        if (kind === 'misc' && EVENT_WORD.test(words)) return [{ start, end, kind: 'event' }];
        return [{ start, end, kind }];
      });
      return tagged(corpus, id, text, annotations, isGroup);
    });
}

/** The documents of a file of `news/`: paragraphs are lines, blank lines part documents, names stand in brackets with their kind's letter. */
export function newsOf(
  corpus: string,
  text: string,
  isGroup: (words: string) => boolean,
  file = corpus,
): TrainingDocument[] {
  return text
    .split(/\n\s*\n/)
    .filter(part => part.trim() !== '')
    .map((part, i) => {
      const { plain, annotations } = withoutMarks(part.trim());
      return tagged(corpus, `${file}-${i}`, plain, annotations, isGroup);
    });
}

const LETTERS: Readonly<Record<string, Kind>> = {
  P: 'person',
  O: 'organization',
  L: 'place',
  G: 'group',
  E: 'event',
  M: 'misc',
};

/** A marked text (`[P Karen]`) without its marks, and the names by offsets in it. */
export function withoutMarks(text: string): { plain: string; annotations: Annotation[] } {
  const annotations: Annotation[] = [];
  let plain = '';
  let at = 0;
  for (const mark of text.matchAll(/\[([A-Z]) ([^\]]+)\]/g)) {
    plain += text.slice(at, mark.index);
    const kind = LETTERS[mark[1] ?? ''];
    if (!kind) throw new Error(`Unknown mark ${mark[0]}`);
    annotations.push({ start: plain.length, end: plain.length + (mark[2] ?? '').length, kind });
    plain += mark[2] ?? '';
    at = mark.index + mark[0].length;
  }
  return { plain: plain + text.slice(at), annotations };
}

/** Projects annotations onto the engine's tokens. */
export function tagged(
  corpus: string,
  id: string,
  text: string,
  annotations: readonly Annotation[],
  isGroup: (words: string) => boolean,
): TrainingDocument {
  const reading = readText(text);
  const { tokens } = reading;
  const tags = new Uint8Array(tokens.length);
  for (const annotation of annotations) {
    let first = tokens.findIndex(token => token.end > annotation.start);
    let last = first;
    while (first >= 0 && tokens[last + 1] && (tokens[last + 1]?.start ?? 0) < annotation.end) last++;
    if (first < 0) continue;
    if (/^the$/i.test(tokens[first]?.text ?? '') && last > first) first++;
    if (/^['’]s?$/.test(tokens[last]?.text ?? '') && last > first) last--;
    const kind = KINDS.indexOf(annotation.kind);
    for (let i = first; i <= last; i++)
      tags[i] = tagOf(kind, first === last ? UNIT : i === first ? BEGIN : i === last ? LAST : INSIDE);
  }
  markGroups(reading, tags, isGroup);
  // No name leaves its sentence, as no tag sequence does.
  for (const sentence of reading.sentences) mend(tags, sentence.firstToken, sentence.endToken);
  return { corpus, id, reading, tags };
}

/** Where a corpus does not annotate groups, every word that can only be one is. */
function markGroups(reading: Reading, tags: Uint8Array, isGroup: (words: string) => boolean): void {
  const group = KINDS.indexOf('group');
  const { tokens, text } = reading;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token || tags[i] !== OUTSIDE || !/^\p{Lu}/u.test(token.text)) continue;
    const next = tokens[i + 1];
    if (next && tags[i + 1] === OUTSIDE && next.spaced && isGroup(text.slice(token.start, next.end))) {
      tags[i] = tagOf(group, BEGIN);
      tags[i + 1] = tagOf(group, LAST);
      i++;
    } else if (isGroup(token.text)) tags[i] = tagOf(group, UNIT);
  }
}

function mend(tags: Uint8Array, from: number, to: number): void {
  let open = -1;
  for (let i = from; i <= to; i++) {
    const tag = i < to ? (tags[i] ?? OUTSIDE) : OUTSIDE;
    const place = tag === OUTSIDE ? -1 : (tag - 1) & 3;
    if (open >= 0 && place !== INSIDE && place !== LAST) {
      close(open, i - 1);
      open = -1;
    }
    if (place === BEGIN || ((place === INSIDE || place === LAST) && open < 0)) open = i;
    if (place === LAST && open >= 0) {
      close(open, i);
      open = -1;
    }
  }

  function close(first: number, last: number): void {
    const kind = ((tags[first] ?? 1) - 1) >> 2;
    for (let i = first; i <= last; i++)
      tags[i] = tagOf(kind, first === last ? UNIT : i === first ? BEGIN : i === last ? LAST : INSIDE);
  }
}
