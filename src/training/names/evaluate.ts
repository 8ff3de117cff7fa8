/** Scores the tagger and the document pass, as they ship, on documents with gold tags. */

import type { NamesModel } from '../../engine/entities/mentions/model.ts';
import { BEGIN, INSIDE, KINDS, type Kind, LAST, tagOf, UNIT } from '../../engine/entities/mentions/nameTags.ts';
import { readEntities } from '../../engine/entities/read.ts';
import type { TrainingDocument } from './data.ts';
import { Scores } from './scores.ts';

/** A table of F1 by corpus and type. */
export function scoreDocuments(documents: readonly TrainingDocument[], model: NamesModel): string {
  const scores = new Scores();
  for (const document of documents) {
    const { tokens } = document.reading;
    const tags = new Uint8Array(tokens.length);
    for (const mention of readEntities(document.reading, {}, model).mentions) {
      const first = tokens.findIndex(token => token.start === mention.start);
      const last = tokens.findIndex(token => token.end === mention.end);
      const kind = KINDS.indexOf(mention.type satisfies Kind);
      for (let i = first; i <= last; i++)
        tags[i] = tagOf(kind, first === last ? UNIT : i === first ? BEGIN : i === last ? LAST : INSIDE);
    }
    scores.add(document.corpus, document.tags, tags);
  }
  return scores.table();
}
