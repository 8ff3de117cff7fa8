/**
 * Negated statements: somebody, or the article itself, says that a thing is not so.
 *
 * Method: events whose verb is negated, with their subject and the rest of their clause (grammar of claims/events). Left out is what denies
 * nothing: what is not known, said or wanted, conditions, wishes and orders, relative clauses. Cost: linear in the events of the sentence.
 */
import type { EventFrame } from '../../claims/types.ts';
import type { ReadArticle } from '../../matches/article.ts';
import { wordSet } from '../../text/words.ts';

/** Verbs whose negation tells only that somebody knows, says or wants nothing. */
const IDLE = wordSet(`
  know say comment specify confirm identify publish respond elaborate tell release appear seem believe think suspect
  want go mention disclose reveal provide expect intend plan mean need immediately
`);
/** What is negated by another verb, wished or ordered: `failed to`, `not to`. */
const GOVERNED =
  /\b(?:(?:fail|refus|declin|refrain|avoid|stop|prevent|ban|block|lack)\w*|barr\w*|not to|to not|without|should)\b/i;
/** Subjects of whom nothing in particular is said. */
const NOBODY = /^(?:i|we|you|who|which|nobody|no one|anyone|one|people)$/i;

/** What opens a clause that states nothing by itself, right before its subject. */
const OPENS = /\b(?:who|which|if|when|unless|until|because|where|whose|so that) (?:\S+ ){0,2}\S*$/i;
const RELATIVE_IN =
  /(?:^|, )(?:who|which|that) | (?:who|which|that) (?:is|are|was|were|has|have|had|do|does|did|will|would|can|could)\b/i;
const RELATIVE = /\b(?:who|which|that)\s+(?:\S+ ){0,3}$/i;
/** A gerund (`for not meeting`) or a participle without its auxiliary (`products not sold`) states nothing by itself. */
const FINITE =
  /\b(?:do|does|did|is|are|was|were|has|have|had|will|would|can|cannot|could|may|might|must|no|never|neither|nor)\b|n[’']t\b|[’']s\b/i;
/** How far before a subject such words are looked for, in characters. */
const BEFORE = 30;

/** The negated statements among the events of a sentence, each once. */
export function negatedEvents(article: ReadArticle, at: number): EventFrame[] {
  const found = new Map<number, EventFrame>();
  for (const claim of article.claims.claims) {
    if (claim.sentence !== at) continue;
    for (const event of claim.events)
      if (event.negated && !event.nominal && denies(article, event, at)) found.set(event.trigger.start, event);
  }
  return [...found.values()];
}

/** Whether the negation takes something back. */
function denies(article: ReadArticle, event: EventFrame, at: number): boolean {
  const { text, sentences } = article.reading;
  const { agent, patient, trigger, predicate } = event;
  if (event.conditional || IDLE.has(predicate)) return false;
  if (agent && NOBODY.test(text.slice(agent.start, agent.end))) return false;
  // A verb without its subject is mostly part of a larger phrase.
  if (!agent && !(patient && patient.start < trigger.start)) return false;
  const home = sentences[at]?.start ?? 0;
  const start = Math.min(event.start, agent?.start ?? event.start);
  const words = text.slice(start, trigger.end);
  if (
    GOVERNED.test(text.slice(Math.max(home, start - BEFORE / 2), trigger.end)) ||
    !FINITE.test(words) ||
    RELATIVE_IN.test(words)
  )
    return false;
  const subject = agent?.start ?? trigger.start;
  if (OPENS.test(text.slice(Math.max(home, subject - BEFORE), subject))) return false;
  return agent !== undefined || !RELATIVE.test(text.slice(Math.max(home, trigger.start - BEFORE), trigger.start));
}
