/** Events that a noun names: `the revocation of the visa by the agency`, `the gunman's death`, `a ban on exports`. */

import { tokenSpan } from '../../text/tokenRanges.ts';
import { type ParsedArticle, type ParsedSentence, possessorIn } from '../phrase/parse.ts';
import type { Phrase } from '../phrase/phrases.ts';
import type { Counted, EventFrame, Role } from '../types.ts';
import { FAINT_NOUNS, nounConcept, OWNER_UNDERGOES } from './concepts.ts';
import { behindNoun, dateBetween, frameOf } from './frameParts.ts';
import { nounModality } from './modality.ts';
import { placeOf, roleOf } from './roles.ts';

/** A noun that names an event: with whoever owns it, what it is done to, and what governs it. */
export function nounFrame(
  article: ParsedArticle,
  sentence: ParsedSentence,
  at: number,
  phrase: Phrase,
  counted: ReadonlyMap<number, Counted>,
): EventFrame | undefined {
  const concept = nounConcept(phrase.lemma);
  if (concept === undefined || article.words[phrase.head]?.tag !== 'noun') return undefined;
  const { phrases } = sentence;
  const possessor = possessorIn(article, phrase);
  const owner = possessor && roleOf(article, { ...sentence, phrases: [possessor] }, 0);
  let stop = at + 1;
  while (phrases[stop]?.kind === 'prep' && phrases[stop + 1]?.kind === 'np') stop += 2;
  const behind = behindNoun(article, sentence, at, stop);
  const modifier = compound(article, phrase);
  const faint = FAINT_NOUNS.has(phrase.lemma);
  if (faint && !modifier && !owner && (!behind || !/^(?:of|for|on|against)$/.test(phrases[at + 1]?.lemma ?? '')))
    return undefined;
  const by = prepBetween(phrases, at + 1, stop, 'by');
  const undergoes = OWNER_UNDERGOES.has(phrase.lemma) && !(behind && phrases[at + 1]?.lemma === 'of');
  const agent = by === undefined ? (undergoes ? undefined : owner) : roleOf(article, sentence, by, stop);
  const patient =
    (phrases[at + 1]?.lemma === 'by' ? undefined : phrases[at + 1]?.lemma === 'in' && undergoes ? owner : behind) ??
    modifier ??
    (by === undefined && !undergoes ? undefined : owner);
  const governor =
    sentence.clauses.findLast(c => c.verb < at && at - c.verb <= 3) ?? sentence.clauses.find(c => c.subject === at);
  const modality = nounModality(article, sentence, at, governor && governor.verb < at ? governor : undefined);
  const count = counted.get(at);
  const deaths = concept === 'kill' && phrase.lemma === 'toll' ? tollOf(sentence, at, counted) : [];
  return frameOf({
    span: tokenSpan(article.reading, phrase.first, phrases[stop - 1]?.end ?? phrase.end),
    predicate: concept,
    trigger: tokenSpan(article.reading, phrase.head, phrase.head + 1),
    agent,
    patient,
    place: placeOf(article, sentence, at + 1, stop),
    time: dateBetween(article, phrases, at, stop + 1),
    counted: count ? [count] : deaths.length > 0 ? deaths : countsBetween(counted, at, stop),
    modality,
    nominal: true,
  });
}

/** What a toll comes to: `rose to 25`, `stood at 25`; not the numbers of the next clause. */
function tollOf(sentence: ParsedSentence, at: number, counted: ReadonlyMap<number, Counted>): readonly Counted[] {
  const found: Counted[] = [];
  let verbs = 0;
  for (let k = at + 1; k < sentence.phrases.length; k++) {
    const phrase = sentence.phrases[k];
    if (phrase?.lemma === ':' || phrase?.lemma === ';' || phrase?.kind === 'that' || phrase?.kind === 'sub') break;
    if (phrase?.group?.form === 'finite' && ++verbs > 1) break;
    const count = counted.get(k);
    if (count && (count.noun === 'toll' || count.noun === 'person')) found.push(count);
  }
  return found;
}

function countsBetween(counted: ReadonlyMap<number, Counted>, from: number, to: number): readonly Counted[] {
  return counted.size === 0 ? [] : [...counted].filter(([at]) => at > from && at < to).map(([, c]) => c);
}

function prepBetween(phrases: readonly Phrase[], from: number, to: number, prep: string): number | undefined {
  for (let k = from; k < to; k++) if (phrases[k]?.lemma === prep && phrases[k + 1]?.kind === 'np') return k + 1;
  return undefined;
}

/** `visa cancellation`: the noun in front is what it is done to. */
function compound(article: ParsedArticle, phrase: Phrase): Role | undefined {
  const i = phrase.head - 1;
  const word = article.words[i];
  if (
    i < phrase.first ||
    word?.tag !== 'noun' ||
    word.plural ||
    /^(?:criminal|public|right|state|police|press|week|weekend|month|year|day|night)$/.test(word.lower)
  )
    return undefined;
  return { ...tokenSpan(article.reading, i, i + 1), head: word.lemma, mentions: [] };
}
