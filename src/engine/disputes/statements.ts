/**
 * Statements: what somebody is reported to say, or an article says itself, with the side that its words take. What contested facts and denials
 * are made of.
 */
import type { Claim } from '../claims/types.ts';
import type { ReadArticle } from '../matches/article.ts';
import type { Passage } from '../matches/passages.ts';
import { RAREST, rarityOf } from '../matches/rarity.ts';
import { stem } from '../matches/stem.ts';
import type { StoryIndex } from '../matches/storyIndex.ts';
import { type SparseVector, Vocabulary } from '../matches/vectors.ts';
import type { Token } from '../text/reading.ts';
import { overlap, type Span } from '../text/span.ts';
import { AGAINST, DENIES, FOR, NEGATES, QUARREL, TURNS } from './stanceWords.ts';

/** One statement. The span is what is shown of it. */
export interface Statement extends Span {
  readonly article: ReadArticle;
  /** Index into the reading's sentences. */
  readonly sentence: number;
  readonly passage: Passage;
  readonly claim?: Claim;
  /** Canonical name of the speaker, or what the text calls it; undefined where the article speaks. */
  readonly party?: string;
  readonly words: SparseVector;
  /** Content stems with their weights. */
  readonly stems: ReadonlyMap<string, number>;
  /** Content stems that stand behind a negation or a denial. */
  readonly negated: ReadonlySet<string>;
  /** For (above 0) or against, and how many words say so. */
  readonly valence: number;
  readonly charged: number;
  /** Whether its words announce a quarrel; whether one takes back what another says. */
  readonly quarrel: boolean;
  readonly denies: boolean;
  /** Whether it begins with, or stands in a sentence with, a turn of the argument. */
  readonly turns: boolean;
  readonly lead: boolean;
}

/** How far a negation reaches, in words. */
const REACH = 9;
/** Fewer content words tell nothing that could be contested. */
const FEWEST = 3;
const COMMON = 1.2;

/** The statements of a story, in order. */
export function statementsOf(articles: readonly ReadArticle[], index: StoryIndex): Statement[] {
  const vocabulary = new Vocabulary();
  return articles.flatMap(article =>
    article.reading.sentences.flatMap((_, at) => ofSentence(article, at, index, vocabulary)),
  );
}

function ofSentence(article: ReadArticle, at: number, index: StoryIndex, vocabulary: Vocabulary): Statement[] {
  const { reading } = article;
  const sentence = reading.sentences[at];
  const passage = sentence && index.passageAt(article.path, sentence);
  if (!sentence || !passage || passage.sentence !== at) return [];
  const said = article.claims.claims.filter(claim => claim.sentence === at && claim.speaker);
  const spans: { readonly span: Span; readonly shown: Span; readonly claim?: Claim }[] = [];
  for (const claim of said) {
    const shown = { start: Math.max(claim.start, sentence.start), end: Math.min(claim.end, sentence.end) };
    if (shown.end - shown.start < 12) continue;
    spans.push({ span: withCue(claim, shown, sentence), shown, claim });
  }
  const told = said.reduce((sum, claim) => sum + overlap(claim, sentence), 0);
  if (told < 0.5 * (sentence.end - sentence.start)) spans.push({ span: sentence, shown: sentence });
  return spans.flatMap(({ span, shown, claim }) => {
    const tokens = reading.tokens
      .slice(sentence.firstToken, sentence.endToken)
      .filter(token => overlap(token, span) > 0);
    const stems = new Map<string, number>();
    for (const token of tokens) {
      if (token.kind !== 'word' && token.kind !== 'number') continue;
      const root = stem(token.lower);
      const rarity = rarityOf(root);
      if (rarity < COMMON || NEGATES.has(token.lower)) continue;
      stems.set(root, (rarity / RAREST) ** 0.4 * Math.sqrt(index.frequencies.rarityOf(root)));
    }
    if (stems.size < FEWEST) return [];
    const name = claim && partyOf(article, claim);
    return [
      {
        ...shown,
        article,
        sentence: at,
        passage,
        ...(claim && { claim }),
        ...(name && { party: name }),
        words: vocabulary.vector(stems),
        stems,
        lead: at < 3,
        ...sideOf(tokens, claim),
      },
    ];
  });
}

/** What is said with the words between it and whoever says it, which may hold `denied` or `dismissed`. */
function withCue({ speaker }: Claim, shown: Span, sentence: Span): Span {
  if (!speaker || speaker.words.start < sentence.start || speaker.words.end > sentence.end) return shown;
  return { start: Math.min(shown.start, speaker.words.start), end: Math.max(shown.end, speaker.words.end) };
}

function partyOf(article: ReadArticle, { speaker }: Claim): string | undefined {
  return speaker && ((speaker.mention === undefined ? undefined : article.names[speaker.mention]) ?? speaker.text);
}

function sideOf(
  tokens: readonly Token[],
  claim: Claim | undefined,
): Pick<Statement, 'negated' | 'valence' | 'charged' | 'quarrel' | 'denies' | 'turns'> {
  const negated = new Set<string>();
  let valence = 0;
  let charged = 0;
  let quarrel = false;
  let denies = claim?.certainty === 'denied';
  let turns = false;
  let left = 0;
  for (const token of tokens) {
    if (token.kind === 'mark') {
      if (/^[,;:—–]$/.test(token.text)) left = Math.min(left, 2);
      continue;
    }
    const root = stem(token.lower);
    if (TURNS.has(token.lower)) {
      turns = true;
      left = 0;
    }
    if (QUARREL.has(root)) quarrel = true;
    const flips = NEGATES.has(token.lower) || token.lower.endsWith("n't");
    if (DENIES.has(root)) denies = true;
    if (flips || DENIES.has(root)) {
      left = left > 0 ? 0 : REACH;
      continue;
    }
    const sign = FOR.has(root) ? 1 : AGAINST.has(root) ? -1 : 0;
    if (sign !== 0) {
      valence += left > 0 ? -sign : sign;
      charged++;
    }
    if (left > 0) {
      left--;
      if (rarityOf(root) >= COMMON) negated.add(root);
    }
  }
  return { negated, valence, charged, quarrel, denies, turns };
}
