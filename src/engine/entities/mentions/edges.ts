/**
 * Corrects where single names begin and end, by their own words and the words beside them. Newsrooms and annotators agree on the rules: an
 * article or a title is no part of a name, a town and its state are two names, and `Inc.` belongs to its company.
 */
import type { Token } from '../../text/reading.ts';
import type { NameType } from '../types.ts';
import { GAZETTEER_BITS as BIT, phraseBits } from './gazetteer.ts';
import type { NamesModel } from './model.ts';
import type { TokenName } from './nameTagger.ts';

/** A name without an article in front, a `'s` behind, or marks at its edges. Undefined when nothing is left. */
export function trimmed(tokens: readonly Token[], name: TokenName): TokenName | undefined {
  let { first, end } = name;
  while (first < end && /^(?:the|a|an|["“”'‘’(,:;–—-])$/i.test(tokens[first]?.text ?? '')) first++;
  while (end > first && /^(?:['’]s?|[,;:!?"”“()–—-])$/.test(tokens[end - 1]?.text ?? '')) end--;
  // A full stop stays with an abbreviation (`Inc.`, `Jr.`) only.
  if (end - 1 > first && tokens[end - 1]?.text === '.' && (tokens[end - 2]?.text.length ?? 9) > 4) end--;
  return end > first ? { ...name, first, end } : undefined;
}

/** Takes apart places that the tagger took for one name: `Bogotá and Washington`, `U.S.-Colombia`. */
export function parted(tokens: readonly Token[], name: TokenName, model: NamesModel): TokenName[] {
  const { first, end } = name;
  // `Indian-administered Kashmir`, `Israeli-occupied West Bank`: a people, a participle and a place.
  if (
    end - first > 3 &&
    tokens[first + 1]?.text === '-' &&
    /^\p{Ll}{4,}(?:ed|led|run)$/u.test(tokens[first + 2]?.text ?? '')
  )
    return [{ ...name, first: first + 3 }];
  for (let at = first + 1; at + 1 < end; at++) {
    const joint = tokens[at]?.lower ?? '';
    if (joint !== 'and' && joint !== '-' && joint !== '–' && joint !== '/' && joint !== '&') continue;
    const left = phraseBits(tokens, first, at, model);
    const right = phraseBits(tokens, at + 1, end, model);
    const whole = phraseBits(tokens, first, end, model);
    const place = BIT.country | BIT.city | BIT.region;
    const country = BIT.country | BIT.demonym;
    // A hyphen joins countries; `Winston-Salem` and `Baden-Baden` hold none.
    // `U.S.-Colombia alliance`: what follows in lower case is no part of the name.
    const head =
      at + 2 < end && /^\p{Ll}/u.test(tokens[at + 2]?.text ?? '') ? phraseBits(tokens, at + 1, at + 2, model) : 0;
    if ((joint === '-' || joint === '–') && left & country && head & country)
      return [
        { first, end: at, type: left & place ? 'place' : 'group' },
        { first: at + 1, end: at + 2, type: head & place ? 'place' : 'group' },
      ];
    const apart = joint === 'and' || joint === '&' ? left & place && right & place : left & country && right & country;
    if (apart && !(whole > 0 && whole & place)) {
      const typeOf = (bits: number): NameType => (bits & place ? 'place' : 'group');
      return [
        { first, end: at, type: typeOf(left) },
        { first: at + 1, end, type: typeOf(right) },
      ];
    }
  }
  return [name];
}

/** Takes apart a town and its state, which are two places: `Springfield, Illinois`, `Stanford CA`. */
export function splitTownAndState(tokens: readonly Token[], name: TokenName, model: NamesModel): TokenName[] {
  const { first, end } = name;
  if (name.type !== 'place' || end - first < 2) return [name];
  const comma = tokens.findIndex((token, i) => i > first && i < end && token.text === ',');
  const whole = phraseBits(tokens, first, end, model);
  for (let at = comma > 0 ? comma + 1 : first + 1; at < end; at++) {
    const state = phraseBits(tokens, at, end, model) & (BIT.region | BIT.country);
    const town = comma > 0 || phraseBits(tokens, first, at, model) & (BIT.city | BIT.town);
    if (state && town && (comma > 0 || !whole))
      return [
        { ...name, end: comma > 0 ? comma : at },
        { ...name, first: at },
      ];
    if (comma > 0) return [name];
  }
  return [name];
}

const TITLE =
  /^(?:mr|mrs|ms|miss|dr|prof|professor|gen|general|lt|col|colonel|maj|major|capt|captain|sgt|sergeant|sen|senator|sens|rep|reps|gov|governor|president|minister|secretary|secretary-general|chancellor|judge|justice|sheriff|detective|det|officer|mayor|prophet|ayatollah|rev|reverend|ambassador|chairman|chief|coach|aunt|uncle)$/;

/** A person's name without the title in front: `Gen.`, `President`, `UN Secretary-General`. */
export function withoutTitle(tokens: readonly Token[], name: TokenName): TokenName {
  if (name.type !== 'person') return name;
  let { first } = name;
  for (let i = name.first; i < name.end - 1; i++) {
    if (!TITLE.test(tokens[i]?.lower ?? '')) continue;
    const behind = tokens[i + 1]?.text === '.' ? i + 2 : i + 1;
    if (behind < name.end && /^\p{L}/u.test(tokens[behind]?.text ?? '')) first = behind;
  }
  return { ...name, first };
}

/** Whether the tagger took a title for a name of its own: `Gen` in `Gen. Ruiz`. */
export function isTitleAlone(tokens: readonly Token[], name: TokenName): boolean {
  const { first, end } = name;
  return (
    name.type === 'person' && end - first === 1 && tokens[end]?.text === '.' && TITLE.test(tokens[first]?.lower ?? '')
  );
}

const LEGAL = /^(?:inc|llc|llp|ltd|plc|corp|co|lp|pc|gmbh|pty)$/;

/** A company's name with its legal form: `Barton Tile, Inc.`. */
export function withSuffix(tokens: readonly Token[], name: TokenName): TokenName {
  if (name.type !== 'organization') return name;
  const at = tokens[name.end]?.text === ',' ? name.end + 1 : name.end;
  if (!LEGAL.test(tokens[at]?.lower ?? '') || !/^\p{Lu}/u.test(tokens[at]?.text ?? '')) return name;
  const dotted = tokens[at + 1]?.text === '.' && tokens[at + 1]?.spaced === false;
  return { ...name, end: dotted ? at + 2 : at + 1 };
}
