/** Acronyms that a text introduces in brackets: `the World Food Programme (WFP)`, `WFP (World Food Programme)`. */
import type { Token } from '../../text/reading.ts';
import type { TokenName } from './nameTagger.ts';

/** An acronym (its token `at`) with the tokens and type of its long form. */
interface AcronymPair extends TokenName {
  readonly at: number;
}

const SMALL = /^(?:of|the|and|for|in|on|to|de|la|del|des|du|for)$/;

/** The acronyms that stand in brackets right behind a name, and are its initials. */
export function acronymPairs(tokens: readonly Token[], names: readonly TokenName[]): AcronymPair[] {
  return names.flatMap(name => {
    const at = name.end + 1;
    const open = tokens[name.end]?.text === '(' || (tokens[name.end]?.text === ',' && tokens[at]?.lower === 'or');
    const acronym = tokens[name.end]?.text === '(' ? at : at + 1;
    const token = open ? tokens[acronym] : undefined;
    if (!token || !/^\p{Lu}[\p{Lu}.-]+$/u.test(token.text) || name.end - name.first < 2) return [];
    const words = tokens.slice(name.first, name.end).map(word => word.text);
    return fits(token.text, words) ? [{ at: acronym, first: name.first, end: name.end, type: name.type }] : [];
  });
}

/** Whether an acronym consists of the initials of words. Small words such as `of` may be left out. */
export function fits(acronym: string, words: readonly string[]): boolean {
  const letters = lettersOf(acronym);
  return letters.length > 1 && initialsOf(words).includes(letters);
}

/** The letters of an acronym, as capitals. */
export function lettersOf(acronym: string): string {
  return acronym.replace(/[^\p{L}]/gu, '').toUpperCase();
}

/** The initials of words, first without the small words and then with them. */
export function initialsOf(words: readonly string[]): string[] {
  const initials = (of: readonly string[]): string => of.map(word => word[0]?.toUpperCase() ?? '').join('');
  const lettered = words.filter(word => /^\p{L}/u.test(word));
  return [initials(lettered.filter(word => !SMALL.test(word.toLowerCase()))), initials(lettered)];
}
