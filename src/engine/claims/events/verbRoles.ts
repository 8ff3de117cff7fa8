/** Who does it to whom: subject, object and `by` phrase by the verb's voice and meaning. */
import type { Clause } from '../phrase/clauses.ts';
import type { ParsedArticle, ParsedSentence } from '../phrase/parse.ts';
import type { Phrase } from '../phrase/phrases.ts';
import type { Role } from '../types.ts';
import type { VerbConcept } from './concepts.ts';
import { behindNoun } from './frameParts.ts';
import { roleOf } from './roles.ts';

/** Verbs that happen to their subject, or are done by it when an object follows: `the hospital opened`, `the queen opened it`. */
const CAUSATIVE: ReadonlySet<string> = new Set(
  'open reopen close begin start commence end finish conclude sink burn explode detonate capsize derail crash merge increase grow drop land fly drive march'.split(
    ' ',
  ),
);

/** Who does it, and to whom; undefined where the clause does not say. */
interface Roles {
  readonly agent: Role | undefined;
  readonly patient: Role | undefined;
}

/** The roles of a clause's verb. `light` verbs (`make`) leave the deed to their object; no phrase from `stop` on belongs to the clause. */
export function rolesOf(
  article: ParsedArticle,
  sentence: ParsedSentence,
  clause: Clause,
  concept: VerbConcept | undefined,
  light: boolean,
  stop: number,
): Roles {
  const { phrases } = sentence;
  const group = phrases[clause.verb]?.group;
  const subject =
    clause.subject === undefined
      ? undefined
      : roleOf(article, sentence, clause.subject, clause.subject < clause.verb ? clause.verb : undefined);
  const by = byPhrase(sentence, clause, stop);
  if (group?.passive)
    return { agent: by === undefined ? undefined : roleOf(article, sentence, by, stop), patient: subject };
  if (concept?.withObject && concept.undergone) return { agent: undefined, patient: subject };
  if (light || concept?.withObject)
    return { agent: subject, patient: behindNoun(article, sentence, clause.object ?? 0, stop) };
  const object =
    clause.object === undefined || clause.object >= stop
      ? objectOfPreposition(article, sentence, clause, stop)
      : roleOf(article, sentence, clause.object, stop);
  if (
    concept?.undergone &&
    (!object ||
      clause.object === undefined ||
      !CAUSATIVE.has(phrases[clause.verb]?.lemma ?? '') ||
      isMeasure(article, phrases[clause.object]))
  )
    return { agent: undefined, patient: subject };
  return { agent: subject, patient: object };
}

function byPhrase(sentence: ParsedSentence, clause: Clause, stop: number): number | undefined {
  for (let k = clause.verb + 1; k + 1 < Math.max(stop, clause.verb + 3) && k < clause.verb + 9; k++) {
    const phrase = sentence.phrases[k];
    if (phrase?.lemma === 'by' && sentence.phrases[k + 1]?.kind === 'np') return k + 1;
    if (phrase?.kind === 'verb' || phrase?.kind === 'that' || phrase?.kind === 'wh') return undefined;
  }
  return undefined;
}

/** `called for an inquiry`, `responded to requests`, `the visa of Petro`: what the verb's own preposition brings. */
function objectOfPreposition(
  article: ParsedArticle,
  sentence: ParsedSentence,
  clause: Clause,
  stop: number,
): Role | undefined {
  const { phrases } = sentence;
  let k = clause.verb + 1;
  while (phrases[k]?.kind === 'adv') k++;
  const prep = phrases[k];
  if (
    prep?.kind !== 'prep' ||
    k + 1 >= stop + 1 ||
    !/^(?:for|to|on|with|against|of|into|about|from|over|at)$/.test(prep.lemma)
  )
    return undefined;
  return roleOf(article, sentence, k + 1, stop);
}

function isMeasure(article: ParsedArticle, phrase: Phrase | undefined): boolean {
  return phrase !== undefined && (article.valueAt[phrase.head] ?? 0) > 0;
}
