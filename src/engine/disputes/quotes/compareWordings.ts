/**
 * Two quotations set side by side, for who has only their text: `test/eval/quotes.mjs`. Method and cost are those of alignment.ts.
 */
import { tokenize } from '../../text/tokens.ts';
import { alignWordings, isOneUtterance, type WordingDifference } from './alignment.ts';
import { uttered } from './utterance.ts';

/**
 * In what two quotations of one utterance differ, light differences included; undefined when they are not of one utterance. A row in the tree
 * asks for more: another noun or verb (`heavy`).
 */
export function compareWordings(a: string, b: string): readonly WordingDifference[] | undefined {
  const [x, y] = [uttered(tokenize(a)), uttered(tokenize(b))];
  const alignment = alignWordings(x, y);
  return alignment && isOneUtterance(alignment, x.length, y.length) ? alignment.differences : undefined;
}
