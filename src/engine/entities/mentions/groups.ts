/**
 * Finds nationalities, religions and peoples. A word that the gazetteer knows as nothing else is a group wherever it stands alone, whether
 * the tagger saw it or not. Languages (`in Spanish`, `French-language`) are the exception.
 */
import type { Reading, Token } from '../../text/reading.ts';
import { GAZETTEER_BITS as BIT, phraseBits } from './gazetteer.ts';
import type { NamesModel } from './model.ts';
import type { TokenName } from './nameTagger.ts';

/** The names of an article, together with its groups. Cost: linear in the tokens. */
export function withGroups(reading: Reading, names: readonly TokenName[], model: NamesModel): TokenName[] {
  const { tokens } = reading;
  const isGroup = (first: number, end: number): boolean => {
    const bits = phraseBits(tokens, first, end, model);
    return (bits & BIT.demonym) !== 0 && !(bits & (BIT.lastName | BIT.firstName | BIT.country | BIT.organization));
  };
  const out: TokenName[] = [];
  const taken = new Uint8Array(tokens.length);
  for (const name of names) {
    const kept = corrected(name);
    if (kept) {
      out.push(kept);
      taken.fill(1, kept.first, kept.end);
    } else taken.fill(1, name.first, name.end);
  }
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (taken[i] || !token || token.kind !== 'word' || model.phrase(model.word(token).type.hash) < 0) continue;
    const pair = /^\p{Lu}/u.test(token.text) && tokens[i + 1]?.spaced && !taken[i + 1] && isGroup(i, i + 2);
    const end = pair ? i + 2 : i + 1;
    if (!pair && !(isGroup(i, end) && (/^\p{Lu}/u.test(token.text) || isPlainIn(token)))) continue;
    if (isLanguage(tokens, i, end) || isPartOfName(tokens, i, end, taken)) continue;
    out.push({ first: i, end, type: 'group' });
    i = end - 1;
  }
  return out.sort((a, b) => a.first - b.first);

  /** A name of the tagger that is a group, or begins with one, as that group. Undefined for a language; other names stay. */
  function corrected(name: TokenName): TokenName | undefined {
    const { first, end, type } = name;
    if (isGroup(first, end)) return isLanguage(tokens, first, end) ? undefined : { ...name, type: 'group' };
    if (end - first < 2 || type === 'person' || !isGroup(first, first + 1)) return name;
    // `Colombian state`, `Palestinian demonstrators`: nothing but the first word has a capital.
    const rest = tokens.slice(first + 1, end);
    return rest.every(token => /^\p{Ll}/u.test(token.text)) ? { first, end: first + 1, type: 'group' } : name;
  }
}

/** Whether a word in lower case is long enough to mean nothing else: `palestinian`, but not `polish`. */
const isPlainIn = (token: Token): boolean =>
  token.lower.length >= 7 &&
  !/^(?:catholic|orthodox|mediterranean|english|spanish|british|episcopal|methodist|islamic)$/.test(token.lower);

const LANGUAGES =
  /^(?:english|french|spanish|german|italian|russian|arabic|chinese|japanese|portuguese|dutch|turkish|persian|greek|hebrew|polish|ukrainian|swedish|korean|hindi|urdu|danish|norwegian|finnish|czech|hungarian|thai|vietnamese|indonesian|swahili)$/;
const SPEAKING =
  /^(?:in|into|speak|speaks|spoke|speaking|spoken|fluent|learn|learning|learned|taught|teach|teaches|translated)$/;

/** Whether a word means a language: `in Spanish,`, `speaks French and`, `English-language`. */
function isLanguage(tokens: readonly Token[], first: number, end: number): boolean {
  if (!LANGUAGES.test(tokens[end - 1]?.lower ?? '')) return false;
  const before = tokens[first - 1]?.lower ?? '';
  const next = tokens[end];
  if (/^(?:language|languages|word|words|translation|dictionary|alphabet|grammar|phrase)$/.test(next?.lower ?? ''))
    return true;
  if (next?.text === '-' && /^(?:language|speaking|speaker|speakers)$/.test(tokens[end + 1]?.lower ?? '')) return true;
  const closed =
    next?.kind !== 'word' ||
    /^(?:and|or|for|to|that|with|on|at|as|but|by|when|because|during|before|after|a|the|'s|is|was)$/.test(next.lower);
  return SPEAKING.test(before) && closed;
}

/** Whether an untagged word with capitals around it is part of a longer name: `New American Cinema Week`. */
function isPartOfName(tokens: readonly Token[], first: number, end: number, taken: Uint8Array): boolean {
  const next = tokens[end];
  const after = tokens[end + 1];
  const capital = (token: Token | undefined): boolean => token !== undefined && /^\p{Lu}\p{Ll}/u.test(token.text);
  return (
    capital(next) &&
    next?.spaced === true &&
    !taken[end] &&
    capital(after) &&
    after?.spaced === true &&
    capital(tokens[first - 1]) &&
    !taken[first - 1]
  );
}
