/**
 * Where sentences end within one paragraph.
 *
 * Method: a full stop, question mark or exclamation mark ends a sentence unless the words around it say otherwise. Titles and initials never
 * end one. Other abbreviations end one only before a word that often begins sentences. Closing quotation marks and brackets stay with their
 * sentence, and so does `he asked` behind a quoted question. Cost: linear in the tokens. (Kiss and Strunk 2006 learn the abbreviations; for
 * one language a list does as well, and can be read.)
 */
import type { Token } from './reading.ts';
import { wordSet } from './words.ts';

/** Abbreviations, written with a capital, that never end a sentence: a name or a number follows. */
const TITLES = wordSet(`
  mr mrs ms messrs dr prof gen gov sen rep reps sens capt lt col maj sgt cpl pvt adm cmdr supt insp det rev hon fr
  sr. st mt ft pres sec amb atty dist asst assoc brig pty messrs fig vol pp art rs
`);
/** Abbreviations that never end a sentence in lower case either. */
const JOINERS = wordSet('v vs viz cf al approx est ca op ft in lb oz');
/** Words that a single letter may stand behind as a name: `Plan B.` ends a sentence, `George W.` does not. */
const LETTERED = wordSet(`
  plan vitamin group hepatitis type grade category class team option section part exhibit appendix
`);
/** Words that go on behind `a.m.` and `p.m.`, although they begin with a capital. */
const AFTER_CLOCK = wordSet(`
  monday tuesday wednesday thursday friday saturday sunday eastern pacific central mountain local est edt cst cdt
  pst pdt gmt utc et pt ct on
`);
/** Abbreviations that may end a sentence. */
const ABBREVIATIONS = wordSet(`
  jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun inc ltd corp co cos bros
  jr sr etc ave blvd rd dept univ ga fla calif tex ark ala ariz colo conn del ill ind kan ky md mass mich minn miss
  mo mont neb nev okla ore pa tenn va vt wash wis wyo ont que
`);
/** Words that begin sentences far more often than they follow an abbreviation. */
const STARTERS = wordSet(`
  the a an this that these those it he she they we i you his her their its our my there here in on at by for from
  with after before during since until while when where as if although though because but and or so yet however
  meanwhile also then still now some many most several both each all no not one two three what who why how according
  officials police
`);
/** Verbs behind a quoted question or exclamation that keep the sentence open. */
const SPEECH = wordSet(`
  said says asked asks demanded demands added adds wondered wonders cried shouted yelled told tells wrote writes
  replied replies exclaimed declared declares tweeted posted chanted continued quipped joked responded began
  concluded recalled
`);
const CLOSERS = wordSet('" ” ’ \' ) ] » **');
const OPENERS = wordSet('" “ ‘ \' ( [ «');

/** Indices of the tokens that are the last of their sentence, ascending; the paragraph's last token always among them. */
export function sentenceEnds(tokens: readonly Token[]): number[] {
  const ends: number[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (!isTerminator(tokens, i)) continue;
    const last = withClosers(tokens, i);
    if (last < tokens.length - 1 && isBoundary(tokens, i, last)) ends.push(last);
    i = last;
  }
  if (tokens.length > 0) ends.push(tokens.length - 1);
  return ends;
}

function isTerminator(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (!token) return false;
  if (token.kind === 'mark') return /^(?:[.!?…]|\.{2,})$/.test(token.text);
  if (token.kind === 'emoji') return true;
  return token.kind === 'word' && /\.$/.test(token.text); // U.S. and a.m. carry their last dot
}

/** Index of the last mark that closes the sentence together with the terminator at `i`: `!?”)`. */
function withClosers(tokens: readonly Token[], i: number): number {
  let last = i;
  for (let next = tokens[last + 1]; next; next = tokens[last + 1]) {
    // Emoji belong to the sentence before them. A quotation mark behind a space opens what follows.
    const closes = next.kind === 'emoji' || (!next.spaced && (CLOSERS.has(next.text) || /^[.!?…]$/.test(next.text)));
    if (!closes) break;
    last++;
  }
  return last;
}

function isBoundary(tokens: readonly Token[], i: number, last: number): boolean {
  const stop = tokens[i];
  const next = tokens[last + 1];
  if (!stop || !next) return true;
  const before = tokens[i - 1];
  const glued = !next.spaced;
  if (glued && !isRunOn(before, next)) return false;
  const opener = OPENERS.has(next.text) ? tokens[last + 2] : undefined;
  const first = opener ?? next;
  const capital = /^[\p{Lu}\p{Lt}]/u.test(first.text);
  const starts =
    capital ||
    /^[\d$€£@#]/.test(first.text) ||
    opener !== undefined ||
    (/^[•–—]$/.test(first.text) && /^\p{Lu}/u.test(tokens[last + 2]?.text ?? ''));
  if (!starts) return false;
  if (stop.kind === 'emoji') return isStarter(first, tokens, last);
  if (/^[ap]\.m\.$/.test(stop.lower)) return last > i || (capital && !AFTER_CLOCK.has(first.lower));
  if (stop.kind === 'word') return last > i || isStarter(first, tokens, last);
  if (stop.text === '.' && last === i) {
    if (before && !stop.spaced && before.kind === 'word') {
      // `Main St.` may end a sentence, `St. Louis` may not.
      const street = before.lower === 'st' && /^\p{Lu}/u.test(tokens[i - 2]?.text ?? '');
      if (street) return isStarter(first, tokens, last);
      if (TITLES.has(before.lower) && /^\p{Lu}/u.test(before.text)) return false;
      if (JOINERS.has(before.lower) && (before.lower.length < 3 || capital || /^\d/.test(first.text)))
        return /^(?:ft|in|lb|oz)$/.test(before.lower) && (capital || !isMeasure(tokens, i));
      if (before.lower === 'no' || before.lower === 'nos') return !/^\d/.test(first.text);
      if (isInitial(before) && !LETTERED.has(tokens[i - 2]?.lower ?? ''))
        return isStarter(first, tokens, last) && tokens[i - 2]?.lower !== 'mr';
      if (ABBREVIATIONS.has(before.lower) && /^\p{Lu}/u.test(before.text))
        return !/^\d/.test(first.text) && isStarter(first, tokens, last);
    }
    // `1. First item`: a number that opens the paragraph is its bullet.
    if (before?.kind === 'number' && i === 1) return false;
  }
  if (/^(?:…|\.{2,})$/.test(stop.text)) return capital && first.text !== 'I';
  // “Why?” the minister asked; “Never!” Smith shouted.
  if (last > i && /[!?]/.test(stop.text)) return !isSpeechTag(tokens, last + 1);
  return true;
}

/** `end.Next`: two sentences between which a scraper lost the space. */
function isRunOn(before: Token | undefined, next: Token): boolean {
  return before !== undefined && /^\p{Ll}{3,}$/u.test(before.text) && /^\p{Lu}\p{Ll}+$/u.test(next.text);
}

/** `5 ft. 2 in.`: a number stands before the unit. */
function isMeasure(tokens: readonly Token[], stop: number): boolean {
  return tokens[stop - 2]?.kind === 'number';
}

function isInitial(token: Token): boolean {
  return /^\p{Lu}$/u.test(token.text);
}

/** Whether a word that follows an abbreviation begins a sentence of its own. */
function isStarter(first: Token, tokens: readonly Token[], last: number): boolean {
  if (OPENERS.has(tokens[last + 1]?.text ?? '')) return true;
  return /^\p{Lu}/u.test(first.text) && STARTERS.has(first.lower);
}

/** `the minister asked`, `asked Smith`: a verb of speech within six tokens, and no mark before it. */
function isSpeechTag(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < Math.min(from + 6, tokens.length); i++) {
    const token = tokens[i];
    if (!token) return false;
    const titled = token.text === '.' && TITLES.has(tokens[i - 1]?.lower ?? '');
    if (token.kind === 'mark' && !titled) return false;
    if (SPEECH.has(token.lower)) return true;
  }
  return false;
}
