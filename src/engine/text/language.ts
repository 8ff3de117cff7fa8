/**
 * Whether a text is in English, the one language that Crosscheck analyses.
 *
 * Method: the share of English function words among the words of the text. Running English has 35 to 50 per cent of them, headlines have at
 * least 15. Other languages in Latin script have less than 10, since forms that they share with English (`in`, `on`, `was`) do not count.
 * Cost: one look-up per word.
 */
import type { Token } from './reading.ts';

const FUNCTION_WORDS = new Set(
  "the of and to that it is for with he his from they this had have not but or which she her their been has were would there what all when who will more if out so up said than them into could other about after over its our before through can he's she's where most any these my we you i'm don't by at".split(
    ' ',
  ),
);

/** Number of words below which the share says nothing. Such a text passes as English. */
const FEW_WORDS = 12;
/** Share of function words, 0..1, from which a text is English. */
const ENGLISH_SHARE = 0.12;

/** Whether a text's tokens are English. */
export function isEnglish(tokens: readonly Token[]): boolean {
  let words = 0;
  let english = 0;
  for (const token of tokens) {
    if (token.kind !== 'word') continue;
    words++;
    if (FUNCTION_WORDS.has(token.lower)) english++;
  }
  return words < FEW_WORDS || english / words >= ENGLISH_SHARE;
}
