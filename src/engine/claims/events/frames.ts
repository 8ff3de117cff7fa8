/**
 * What happens in a sentence: an event frame for each verb group and for each noun that names an event.
 *
 * Goal: `the US will revoke Petro's visa`, `Petro's visa was cancelled` and `the revocation of the visa` give one predicate with the same
 * patient and different states. Method: the clause's verb, with its particle and object, is looked up among the concepts; subject, object
 * and `by` phrase become roles by voice; numbers go to the verb they stand with; time and place to the clause they stand in. Cost: linear.
 */
import type { ParsedArticle, ParsedSentence } from '../phrase/parse.ts';
import type { Counted, EventFrame } from '../types.ts';
import { countedIn, hasValue } from './counted.ts';
import { nounFrame } from './nounFrames.ts';
import { type Scene, verbFrame } from './verbFrames.ts';

const NONE: ReadonlyMap<number, Counted> = new Map();

/** The events of one sentence in the order of their triggers. */
export function framesOf(article: ParsedArticle, sentence: ParsedSentence): readonly EventFrame[] {
  const hasValues = hasValue(article, sentence);
  const counted = hasValues ? countedIn(article, sentence) : NONE;
  const scene: Scene = { article, sentence, counted, owners: ownersOfCounts(sentence, counted), hasValues };
  const frames: EventFrame[] = [];
  const used = new Set<number>();
  sentence.clauses.forEach((clause, index) => {
    const frame = verbFrame(scene, clause, index, used);
    if (frame) frames.push(frame);
  });
  sentence.phrases.forEach((phrase, at) => {
    if (phrase.kind !== 'np' || used.has(at)) return;
    const frame = nounFrame(article, sentence, at, phrase, counted);
    if (frame) frames.push(frame);
  });
  return frames.sort((a, b) => a.trigger.start - b.trigger.start || a.trigger.end - b.trigger.end);
}

/** For each counted phrase, the clauses whose event it belongs to: the verb it is subject of, and the nearest one to its left. */
function ownersOfCounts(
  sentence: ParsedSentence,
  counted: ReadonlyMap<number, Counted>,
): ReadonlyMap<number, readonly number[]> {
  const owners = new Map<number, readonly number[]>();
  if (counted.size === 0) return owners;
  const { clauses } = sentence;
  for (const at of counted.keys()) {
    const subject = clauses.findIndex(c => c.subject === at && c.verb > at && c.relation !== 'infinitive');
    const inSubject = clauses.findIndex(
      c => c.subject !== undefined && c.subject < at && at < c.verb && onlyPrepositions(sentence, c.subject, at),
    );
    const left = clauses.findLastIndex(c => c.verb < at);
    const next = clauses.findIndex(c => c.verb > at);
    const relation = clauses[subject]?.relation;
    // `rescued four hikers stranded on a ledge`: the number is both verbs'.
    const shared =
      subject >= 0 && left >= 0 && (relation === 'participle' || relation === 'ing' || relation === 'relative');
    const owner = subject >= 0 ? subject : inSubject >= 0 ? inSubject : left >= 0 ? left : next;
    if (owner >= 0) owners.set(at, shared ? [left, owner] : [owner]);
  }
  return owners;
}

function onlyPrepositions(sentence: ParsedSentence, from: number, to: number): boolean {
  for (let k = from + 1; k < to; k++)
    if (
      sentence.phrases[k]?.kind !== 'prep' &&
      sentence.phrases[k]?.kind !== 'np' &&
      sentence.phrases[k]?.kind !== 'conj'
    )
      return false;
  return true;
}
