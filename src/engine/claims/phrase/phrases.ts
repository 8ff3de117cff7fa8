/**
 * Cuts a sentence into phrases: noun phrases, verb groups, and the small words between them.
 *
 * Goal: a flat row of pieces short enough that every later pattern (who says it, who does what to whom) reads like its example.
 * Method: finite-state chunking over word classes (Abney 1991), one pass, linear. A number's value, once read, is one piece of its noun
 * phrase; quotation marks are looked through; a date or time is a phrase of its own, for it is never a subject.
 */
import type { Value } from '../../entities/types.ts';
import type { Sentence } from '../../text/reading.ts';
import type { TokenRange } from '../../text/tokenRanges.ts';
import type { Tag, Word } from '../tag/tags.ts';

type PhraseKind = 'np' | 'verb' | 'prep' | 'wh' | 'that' | 'sub' | 'conj' | 'adv' | 'adj' | 'mark' | 'time';

/** How a verb group stands in its clause. */
interface VerbGroup {
  readonly form: 'finite' | 'infinitive' | 'ing' | 'participle' | 'bare';
  readonly tense: 'past' | 'present' | 'future';
  readonly passive: boolean;
  readonly perfect: boolean;
  readonly progressive: boolean;
  /** `may`, `could`, `will`, …, when there is one. */
  readonly modal?: string;
  readonly negated: boolean;
}

/** Tokens that belong together. Numbers are indices into the reading's tokens. */
export interface Phrase extends TokenRange {
  readonly kind: PhraseKind;
  /** The head noun or main verb. */
  readonly head: number;
  /** Lemma of the head. */
  readonly lemma: string;
  readonly group?: VerbGroup;
}

const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:today|yesterday|tomorrow|tonight)$/;
const QUOTE = /^["“”‘’'`«»]$/;
const ABBREVIATED = /^(?:mr|mrs|ms|dr|sen|rep|gov|gen|lt|col|sgt|capt|rev|hon|prof|st|jr|sr)$/;
const STATES =
  /^(?:ala|ariz|ark|calif|colo|conn|del|fla|ga|ill|ind|kan|ky|la|md|mass|mich|minn|miss|mo|mont|neb|nev|okla|ore|pa|tenn|tex|va|vt|wash|wis|wyo|[a-z]\.[a-z]\.)$/;
const IN_NP: ReadonlySet<Tag> = new Set<Tag>(['det', 'poss', 'adj', 'num', 'noun', 'name']);

/** The phrases of one sentence, in order. Every token but quotation marks is in exactly one. */
export function cutPhrases(
  words: readonly Word[],
  sentence: Sentence,
  values: readonly Value[],
  valueAt: Uint16Array,
): readonly Phrase[] {
  const phrases: Phrase[] = [];
  const last = sentence.endToken;
  let i = sentence.firstToken;
  while (i < last) {
    const word = words[i];
    if (!word) break;
    if (word.tag === 'mark' && QUOTE.test(word.lower)) {
      i++;
      continue;
    }
    const phrase = timeAt(i) ?? verbAt(i) ?? nounAt(i) ?? single(i, word);
    phrases.push(shared(phrase));
    i = phrase.end;
  }
  return phrases;

  /** `has criticized the deal and called for tariffs`: a participle after `and` shares the auxiliary. */
  function shared(phrase: Phrase): Phrase {
    if (phrase.group?.form !== 'participle') return phrase;
    let k = phrases.length - 1;
    while (phrases[k]?.kind === 'adv') k--;
    if (phrases[k]?.kind !== 'conj') return phrase;
    const earlier = phrases.findLast(p => p.group !== undefined && p.group.form !== 'infinitive')?.group;
    if (!earlier?.perfect || earlier.form !== 'finite' || earlier.passive) return phrase;
    return { ...phrase, group: { ...earlier, negated: phrase.group.negated } };
  }

  function tag(k: number): Tag | undefined {
    return k < last ? words[k]?.tag : undefined;
  }

  function timeAt(k: number): Phrase | undefined {
    const value = valueAt[k] ?? 0;
    if (value > 0 && values[value - 1]?.kind === 'date') {
      let end = k;
      while (end < last && valueAt[end] === value) end++;
      // `Friday's protest`: the date belongs to a noun.
      if (tag(end) === 'poss') return undefined;
      return { kind: 'time', first: k, end, head: end - 1, lemma: words[end - 1]?.lower ?? '' };
    }
    const lower = words[k]?.lower ?? '';
    if (
      WEEKDAY.test(lower) &&
      tag(k + 1) !== 'poss' &&
      (tag(k + 1) !== 'noun' || words[k + 1]?.lower === 'night' || words[k + 1]?.lower === 'morning')
    ) {
      const end = /^(?:night|morning|afternoon|evening)$/.test(words[k + 1]?.lower ?? '') ? k + 2 : k + 1;
      return { kind: 'time', first: k, end, head: k, lemma: lower };
    }
    return undefined;
  }

  /** Skips adverbs and `not` from `k`; tells where it got to and whether it met a negation. */
  function overAdverbs(k: number): { readonly at: number; readonly negated: boolean } {
    let at = k;
    let negated = false;
    while (tag(at) === 'adv' || tag(at) === 'not') {
      if (
        (tag(at) === 'not' && words[at + 1]?.lower !== 'only') ||
        /^(?:never|hardly|barely|scarcely)$/.test(words[at]?.lower ?? '')
      )
        negated = true;
      at++;
    }
    return { at, negated };
  }

  function verbAt(k: number): Phrase | undefined {
    const word = words[k];
    if (!word) return undefined;
    if (word.tag === 'to') {
      const { at, negated } = overAdverbs(k + 1);
      return tag(at) === 'base' ? group(k, at, 'infinitive', negated) : undefined;
    }
    if (word.tag === 'not') {
      const { at } = overAdverbs(k + 1);
      if (tag(at) === 'to' && tag(overAdverbs(at + 1).at) === 'base')
        return group(k, overAdverbs(at + 1).at, 'infinitive', true);
      if (tag(at) === 'ing' || tag(at) === 'part') return group(k, at, tag(at) === 'ing' ? 'ing' : 'participle', true);
      return undefined;
    }
    if (word.tag === 'modal' || word.tag === 'pres' || word.tag === 'past' || word.tag === 'pronaux')
      return group(k, k, 'finite', false);
    if (word.tag === 'base') return group(k, k, 'bare', false);
    if (word.tag === 'ing') return group(k, k, 'ing', false);
    if (word.tag === 'part') return group(k, k, 'participle', false);
    return undefined;
  }

  /** The whole group that begins at `first` and whose first verb is at `at`. */
  function group(first: number, at: number, form: VerbGroup['form'], negatedBefore: boolean): Phrase {
    let main = at;
    let end = at + 1;
    let negated = negatedBefore;
    let modal: string | undefined;
    let passive = form === 'participle';
    let perfect = false;
    let progressive = false;
    const opening = words[at];
    const past = opening?.tag === 'past';
    let expects: 'base' | 'part' | 'be' | undefined = expectsAfter(at);
    if (opening?.tag === 'modal') modal = opening.lower;
    else if (opening?.tag === 'pronaux' && /'(?:ll|d)$/.test(opening.lower))
      modal = opening.lower.endsWith('ll') ? 'will' : 'would';
    negated ||=
      isNegative(opening?.lower ?? '') ||
      /^(?:never|hardly|barely|scarcely|not|nor)$/.test(words[first - 1]?.lower ?? '');
    while (expects) {
      const next = overAdverbs(end);
      const found: Word | undefined = next.at < last ? words[next.at] : undefined;
      if (!found) break;
      if (expects === 'base' && (found.tag === 'base' || found.tag === 'pres')) {
        // taken below
      } else if (expects === 'part' && (found.tag === 'part' || (found.tag === 'adj' && isParticiple(found.lower)))) {
        perfect = true;
      } else if (expects === 'be' && (found.tag === 'part' || found.tag === 'ing')) {
        if (found.tag === 'part') passive = true;
        else if (found.lower !== 'being') progressive = true;
      } else if (found.tag === 'to' && isCatenative(words[main])) {
        const inner = overAdverbs(next.at + 1);
        if (tag(inner.at) !== 'base') break;
        modal ??= words[main]?.lower === 'going' ? 'will' : words[main]?.lemma === 'have' ? 'must' : 'shall';
        negated ||= next.negated || inner.negated;
        // `has yet to approve`
        if (words[next.at - 1]?.lower === 'yet') modal = 'will';
        main = inner.at;
        end = main + 1;
        expects = expectsAfter(main);
        continue;
      } else {
        negated ||= next.negated && next.at < last && words[next.at]?.tag !== 'mark';
        break;
      }
      negated ||= next.negated;
      main = next.at;
      end = main + 1;
      expects =
        found.lower === 'being' ? 'be' : found.tag === 'part' && found.lemma !== 'be' ? undefined : expectsAfter(main);
    }
    const future = modal === 'will' || modal === 'shall' || modal === "won't" || modal === "'ll" || modal === 'would';
    return {
      kind: 'verb',
      first,
      end,
      head: main,
      lemma: words[main]?.lemma ?? '',
      group: {
        form,
        tense: future ? 'future' : past || perfect || form === 'participle' ? 'past' : 'present',
        passive,
        perfect,
        progressive,
        ...(modal !== undefined && { modal }),
        negated,
      },
    };
  }

  function expectsAfter(k: number): 'base' | 'part' | 'be' | undefined {
    const word = words[k];
    if (!word) return undefined;
    if (word.tag === 'modal') return 'base';
    if (word.tag === 'pronaux') return /'(?:ll|d)$/.test(word.lower) ? 'base' : /'ve$/.test(word.lower) ? 'part' : 'be';
    if (word.lemma === 'do' && word.tag !== 'part' && word.tag !== 'ing') return 'base';
    if (word.lemma === 'have') return 'part';
    if (word.lemma === 'be' || word.lemma === 'get') return 'be';
    return word.lower === 'going' ? 'be' : undefined;
  }

  function nounAt(k: number): Phrase | undefined {
    if (tag(k) === 'pron' || tag(k) === 'there')
      return { kind: 'np', first: k, end: k + 1, head: k, lemma: words[k]?.lower ?? '' };
    let at = k;
    let head = -1;
    let modifiers = 0;
    while (at < last) {
      const word = words[at];
      if (!word) break;
      const value = valueAt[at] ?? 0;
      if (value > 0 && values[value - 1]?.kind === 'quantity') {
        // A number after a head noun opens a phrase of its own, but for `Flight 370`.
        if (head >= 0 && words[head]?.tag !== 'name') break;
        while (at < last && valueAt[at] === value) at++;
        head = at - 1;
        modifiers++;
        if (words[at]?.tag === 'noun' || words[at]?.tag === 'adj' || words[at]?.tag === 'name') head = -1;
        continue;
      }
      if (value > 0 && head >= 0 && tag(at) !== 'noun') break;
      if (word.tag === 'det' || word.tag === 'poss') {
        if (head >= 0 && word.tag === 'det') break;
        if (word.tag === 'poss' && head < 0 && at > k && words[at - 1]?.tag !== 'det' && words[at - 1]?.tag !== 'adj')
          break;
        if (word.tag === 'poss' && head >= 0 && word.lower !== "'s" && word.lower !== "'") break;
        if (word.tag === 'poss') head = -1;
        modifiers++;
      } else if (word.tag === 'num') {
        if (head >= 0 && words[head]?.tag === 'noun') break;
        head = at;
      } else if (word.tag === 'adj' && words[at - 1]?.lower === '-' && head >= 0) {
        head = -1;
        modifiers++;
      } else if (
        head >= 0 &&
        tag(at - 1) === 'num' &&
        /^(?:more|other|additional|further|fewer)$/.test(word.lower) &&
        (tag(at + 1) === 'noun' || tag(at + 1) === 'name' || tag(at + 1) === 'adj')
      ) {
        // `two more suspects`
        head = -1;
        modifiers++;
      } else if (word.tag === 'adj') {
        // An adjective that follows its noun starts something else, unless a noun follows again.
        if (head >= 0 && words[head]?.tag === 'noun' && !IN_NP.has(tag(at + 1) ?? 'mark')) break;
        if (head >= 0 && words[head]?.tag === 'noun' && word.lower !== '-') break;
        modifiers++;
      } else if (word.tag === 'pron' && at > k && /^ones?$/.test(word.lower)) {
        head = at;
      } else if (word.tag === 'pron' && head >= 0 && /sel(?:f|ves)$/.test(word.lower)) {
        // `Petro himself`
      } else if (word.tag === 'noun' || word.tag === 'name') {
        // `a charge Washington denies`: two phrases, where `the firm IDDEA` is one.
        if (
          word.tag === 'name' &&
          head >= 0 &&
          words[head]?.tag === 'noun' &&
          /^(?:an?|this|that|its|their)$/.test(words[k]?.lower ?? '')
        )
          break;
        head = at;
      } else if (
        word.tag === 'adv' &&
        head < 0 &&
        (tag(at + 1) === 'adj' || tag(at + 1) === 'num') &&
        (modifiers > 0 || hasNounAfter(at + 1))
      ) {
        modifiers++;
      } else if (
        word.tag === 'conj' &&
        head < 0 &&
        modifiers > 0 &&
        tag(at - 1) === 'adj' &&
        tag(at + 1) === 'adj' &&
        hasNounAfter(at + 1)
      ) {
        modifiers++;
      } else if (
        word.tag === 'conj' &&
        head < 0 &&
        tag(at - 1) === 'adj' &&
        tag(at + 1) === 'noun' &&
        tag(at + 2) === 'noun' &&
        word.lower === 'and'
      ) {
        // `federal and state officials`
        modifiers++;
      } else if (
        word.lower === ',' &&
        head < 0 &&
        (tag(k) === 'det' || tag(k) === 'poss' || tag(k) === 'num') &&
        tag(at - 1) === 'adj' &&
        tag(at + 1) === 'adj' &&
        hasNounAfter(at + 1)
      ) {
        modifiers++;
      } else if (word.tag === 'mark' && QUOTE.test(word.lower) && head < 0 && modifiers > 0 && at + 1 < last) {
        // `unarmed “poor young people”`
      } else if (
        word.lower === ',' &&
        head === at - 1 &&
        tag(head) === 'name' &&
        stateEnd(at + 1) > 0 &&
        continues(stateEnd(at + 1))
      ) {
        // `Tulsa, Okla., police`: town and state in front of a noun
        at = stateEnd(at + 1);
        head = at - 1;
        if (words[at]?.lower === ',') {
          at++;
          head = -1;
          modifiers++;
        }
        continue;
      } else if (
        word.lower === '.' &&
        tag(at + 1) === 'name' &&
        (tag(at - 1) === 'name' || ABBREVIATED.test(words[at - 1]?.lower ?? ''))
      ) {
        // `Gen. Smith`
      } else if (
        word.lower === '.' &&
        at + 1 < last &&
        /^(?:jr|sr|inc|corp|co|ltd)$/.test(words[at - 1]?.lower ?? '')
      ) {
        // `Roberts Jr. spoke`
      } else break;
      at++;
    }
    if (at === k) return undefined;
    if (head < 0) {
      const number = numberIn(k, at);
      if (number !== undefined)
        return { kind: 'np', first: k, end: at, head: number, lemma: words[number]?.lemma ?? '' };
      if (tag(at - 1) === 'adj' && !(words[k]?.tag === 'det' || words[k]?.tag === 'poss'))
        return { kind: 'adj', first: k, end: at, head: at - 1, lemma: words[at - 1]?.lower ?? '' };
      if (tag(at - 1) === 'adv') return undefined;
      head = at - 1;
    }
    return { kind: 'np', first: k, end: at, head, lemma: words[head]?.lemma ?? '' };
  }

  /** Behind an abbreviated state at `k`; 0 when none stands there. */
  function stateEnd(k: number): number {
    if (!STATES.test(words[k]?.lower ?? '') || tag(k) !== 'name') return 0;
    return words[k + 1]?.lower === '.' ? k + 2 : /\.$/.test(words[k]?.lower ?? '') ? k + 1 : 0;
  }

  /** Whether a noun that the place belongs to goes on behind it. */
  function continues(k: number): boolean {
    const at = words[k]?.lower === ',' ? k + 1 : k;
    return at > k && (tag(at) === 'noun' || (tag(at) === 'adj' && tag(at + 1) === 'noun'));
  }

  /** `24 dead`: a number that stands for what it counts. */
  function numberIn(from: number, to: number): number | undefined {
    for (let at = to - 1; at >= from; at--) if (tag(at) === 'num') return at;
    return undefined;
  }

  function hasNounAfter(k: number): boolean {
    let at = k;
    while (tag(at) === 'adj' || tag(at) === 'adv' || tag(at) === 'num') at++;
    return tag(at) === 'noun' || tag(at) === 'name';
  }

  function single(k: number, word: Word): Phrase {
    const kind: PhraseKind =
      word.tag === 'prep' || word.tag === 'to'
        ? 'prep'
        : word.tag === 'wh' ||
            word.tag === 'that' ||
            word.tag === 'sub' ||
            word.tag === 'conj' ||
            word.tag === 'adj' ||
            word.tag === 'mark'
          ? word.tag
          : 'adv';
    return { kind, first: k, end: k + 1, head: k, lemma: word.lower };
  }
}

function isNegative(lower: string): boolean {
  return /n't$/.test(lower) || lower === 'cannot';
}

function isParticiple(lower: string): boolean {
  return /(?:ed|en)$/.test(lower);
}

/** `going to`, `have to`, `is to`, `ought to`: the verb that counts comes after. */
function isCatenative(word: Word | undefined): boolean {
  return (
    word !== undefined &&
    (word.lower === 'going' ||
      word.lemma === 'have' ||
      word.lower === 'ought' ||
      (word.lemma === 'be' && word.tag !== 'ing'))
  );
}
