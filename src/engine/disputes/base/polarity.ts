/**
 * What a statement says no to: two sources that both tell that no gun was found agree.
 *
 * Method: what stands shortly behind a word of negation in its clause is negated (NegEx; Chapman et al. 2001). Cost: linear in the words of the
 * sentence.
 */
import type { ReadArticle } from '../../matches/article.ts';
import type { Token } from '../../text/reading.ts';
import type { Span } from '../../text/span.ts';
import { wordSet } from '../../text/words.ts';

/** Words that negate what follows in their clause. */
const NEGATIONS = wordSet(`
  not no never nobody nothing none neither nor without cannot hardly unable impossible unlikely lack lacks lacked
  lacking fail fails failed failing refuse refuses refused refusing deny denies denied denying reject rejects rejected
  dismiss dismisses dismissed dismissing unaware absence stop stopped prevent prevented bar bars barred
`);
/** So many words behind it a negation still holds. */
const REACH = 8;
/** So many words before a negated verb belong to its subject, unless a clause begins between them. */
const BACK = 5;
const STARTS = /^(?:[;:,—–“”"()]|and|but|that|which|who|while|although|because|if)$/i;
/** Marks that end what a negation holds. */
const ENDS = /^[;:,—–“”"()]$/;

/** The stretches of a sentence's span that words of negation hold, in order. */
export function negatedStretches(article: ReadArticle, sentence: number, span: Span): Span[] {
  const { tokens, sentences } = article.reading;
  const home = sentences[sentence];
  if (!home) return [];
  const found: Span[] = [];
  for (let i = home.firstToken; i < home.endToken; i++) {
    const word = tokens[i]?.lower ?? '';
    if (!NEGATIONS.has(word) && !word.endsWith("n't")) continue;
    const behind = tokens.slice(i + 1, Math.min(home.endToken, i + 1 + REACH));
    const ends = behind.findIndex(token => ENDS.test(token.text));
    const held = ends < 0 ? behind : behind.slice(0, ends);
    const start = Math.max(span.start, subjectOf(tokens, home.firstToken, i) ?? held[0]?.start ?? span.end);
    const end = Math.min(span.end, held.at(-1)?.end ?? span.end);
    if (start < end) found.push({ start, end });
  }
  return found;
}

/** Where the subject of a negated verb begins: `no missile can reach it` and `the missiles cannot reach it` say no to the same. */
function subjectOf(tokens: readonly Token[], first: number, at: number): number | undefined {
  if (!/^(?:not|never|cannot)$|n't$/.test(tokens[at]?.lower ?? '')) return undefined;
  let from = at;
  while (from > first && at - from < BACK && !STARTS.test(tokens[from - 1]?.text ?? '')) from--;
  return from < at ? tokens[from]?.start : undefined;
}
