/**
 * Speech told by its place alone: `PENCE: …` in a transcript, `Pence: …` in a headline, and a paragraph without marks after `X added:`.
 */
import type { ParsedArticle, ParsedSentence } from '../phrase/parse.ts';
import type { Speaker } from '../types.ts';
import { VERB_CUES } from './cues.ts';
import type { Resolve } from './verbCues.ts';

/** Whoever a label at the head of a paragraph names, and where the words begin. */
export function labelled(
  article: ParsedArticle,
  sentence: ParsedSentence,
  resolve: Resolve,
): { readonly speaker: Speaker; readonly first: number; readonly transcript: boolean } | undefined {
  const { phrases } = sentence;
  const [name, colon, next] = phrases;
  if (name?.kind !== 'np' || colon?.lemma !== ':' || !next) return undefined;
  const paragraph = article.reading.paragraphs[sentence.sentence.paragraph];
  if (!paragraph || article.reading.sentences[paragraph.firstSentence] !== sentence.sentence) return undefined;
  const words = article.reading.text.slice(
    article.reading.tokens[name.first]?.start ?? 0,
    article.reading.tokens[name.end - 1]?.end ?? 0,
  );
  const transcript = /^[\p{Lu}][\p{Lu}\p{M}.'’ -]+$/u.test(words) && words.length > 2;
  if (!transcript && sentence.index > 1) return undefined;
  const speaker = resolve(sentence, 0, transcript);
  return speaker && { speaker, first: next.first, transcript };
}

/** Whoever speaks the paragraph that follows a sentence ending in a colon. */
export function announcedSpeaker(
  article: ParsedArticle,
  sentence: ParsedSentence,
  resolve: Resolve,
): Speaker | undefined {
  if (article.words[sentence.sentence.endToken - 1]?.lower !== ':') return undefined;
  const clause = sentence.clauses.findLast(
    c => VERB_CUES.get(sentence.phrases[c.verb]?.lemma ?? '')?.takes.has('quote') === true && c.subject !== undefined,
  );
  return clause?.subject === undefined ? undefined : resolve(sentence, clause.subject, false);
}
