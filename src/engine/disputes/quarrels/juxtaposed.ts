/**
 * Sides that a report itself sets against each other: `Supporters say …. But opponents claim …`.
 *
 * Method: two speakers in neighbouring sentences, or in two halves of one, with a word of contrast between them and a verb that contests, where
 * one of them is called by its part in a quarrel (opponents, the family, prosecutors), or both by their names.  Cost: linear in the sentences.
 */
import type { Claim } from '../../claims/types.ts';
import { type ReadArticle, speakerName } from '../../matches/article.ts';
import { overlap, type Span } from '../../text/span.ts';

/** What one of two opposed speakers says. */
interface Side {
  readonly party: string;
  readonly claim: Claim;
  readonly article: ReadArticle;
  readonly sentence: number;
  /** What is shown: the sentence, or the half of it that the speaker has. */
  readonly shown: Span;
}

/** Two speakers that a report sets against each other. */
export interface Juxtaposition {
  readonly sides: readonly [Side, Side];
  /** Whether one of the speakers is called by what it is in a quarrel; else both are called by their names. */
  readonly opposed: boolean;
}

/** A contrast between two statements; not `all but certain`. */
const CONTRAST = /\b(?<!\ball )(?:but|however|yet|nonetheless|nevertheless|though|although|despite|whereas)\b/i;
/** A contrast with the sentence before, and how many characters into a sentence it stands. */
const ANSWERS = /^["“‘]?(?:but|yet|nonetheless|nevertheless|however)\b|, (?:however|though),/i;
const EARLY = 60;
/** The least length of a half of a sentence that holds a side, in characters. */
const HALF = 30;

/** Words by which somebody is called as one side of a quarrel. */
const PARTY =
  /\b(?:critics?|opponents?|foes|supporters?|backers|advocates|proponents|family|relatives?|daughter|son|wife|husband|mother|father|neighbou?rs?|witness(?:es)?|lawyers?|attorneys?|defen[sc]e (?:team|lawyers?|attorneys?)|plaintiffs?|prosecutors?|republicans?|democrats?|conservatives?|liberals?|opposition|unions?|protesters?|activists?|demonstrators?|groups|residents)\b/i;
/** Verbs that contest. */
const CONTESTS =
  /\b(?:insist|argu|contend|claim|accus|alleg|blam|critici|blast|slam|denounc|condemn|dismiss|reject|disput|den(?:y|ied|ies)|counter|maintain|warn|oppos|rebut|contradict|disagree|question|challeng|complain)\w*/i;
/** Days say nothing. */
const DAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/i;
/** What may stand before one and the same party: `sources`, `these sources`. */
const DETERMINER = /^(?:the|these|those|some|many|several|his|her|its|their) /;
/** How many of a sentence's first characters name who acts in it. */
const SUBJECT = 45;
/** At least so many characters are a statement. */
const LEAST_SAID = 25;

/** The pairs of sides that an article sets against each other, in order. */
export function juxtapositionsOf(article: ReadArticle): Juxtaposition[] {
  const { sentences, paragraphs } = article.reading;
  return sentences.flatMap((sentence, at) => {
    const kind = paragraphs[sentence.paragraph]?.kind;
    if (kind !== 'prose' && kind !== 'bullet') return [];
    const found = withinSentence(article, at) ?? withSentenceBefore(article, at);
    return found ? [found] : [];
  });
}

/** `The police say …, but the family insists …`. */
function withinSentence(article: ReadArticle, at: number): Juxtaposition | undefined {
  const home = article.reading.sentences[at];
  if (!home) return undefined;
  const text = article.reading.text.slice(home.start, home.end);
  const joint = new RegExp(`[,;] ["”]?(?=${CONTRAST.source})`, 'i').exec(text);
  if (!joint || joint.index < HALF || text.length - joint.index < HALF) return undefined;
  const middle = home.start + joint.index + joint[0].length;
  return between(article, [at, { start: home.start, end: middle }], [at, { start: middle, end: home.end }]);
}

/** `Supporters say …. But opponents claim …`. */
function withSentenceBefore(article: ReadArticle, at: number): Juxtaposition | undefined {
  const { sentences, text } = article.reading;
  const [before, home] = [sentences[at - 1], sentences[at]];
  if (!before || !home || home.paragraph - before.paragraph > 1) return undefined;
  if (!ANSWERS.test(text.slice(home.start, Math.min(home.end, home.start + EARLY)))) return undefined;
  return between(article, [at - 1, before], [at, home]);
}

function between(
  article: ReadArticle,
  first: readonly [number, Span],
  second: readonly [number, Span],
): Juxtaposition | undefined {
  const sides = [sidesIn(article, ...first), sidesIn(article, ...second)] as const;
  const x = sides[0].find(side => !sides[1].some(other => areOne(other, side)));
  const y = sides[1].find(side => !sides[0].some(other => areOne(other, side)));
  if (!x || !y || ![x, y].some(side => CONTESTS.test(wordsOf(side)))) return undefined;
  const opposed = [x, y].some(side => PARTY.test(side.party) || PARTY.test(wordsOf(side).slice(0, SUBJECT)));
  // Two who are named by name may be at odds as well, where a sentence of its own answers the other.
  const named = x.sentence !== y.sentence && [x, y].every(side => /^\p{Lu}|^some /u.test(side.party));
  return opposed || named ? { sides: [x, y], opposed } : undefined;
}

function areOne(a: Side, b: Side): boolean {
  const [x, y] = [a, b].map(({ party }) => party.toLowerCase().replace(DETERMINER, ''));
  return x === y;
}

/** What is said in a stretch of a sentence, by whom. */
function sidesIn(article: ReadArticle, sentence: number, shown: Span): Side[] {
  return article.claims.claims.flatMap(claim => {
    if (claim.sentence !== sentence || !claim.speaker || claim.end - claim.start < LEAST_SAID) return [];
    if (overlap(claim, shown) < 0.5 * (claim.end - claim.start)) return [];
    const { start, end } = shown;
    const party = speakerName(article, claim.speaker);
    return DAY.test(party) ? [] : [{ party, claim, article, sentence, shown: { start, end } }];
  });
}

function wordsOf({ article, shown }: Side): string {
  return article.reading.text.slice(shown.start, shown.end);
}
