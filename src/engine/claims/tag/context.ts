/**
 * One sentence while its words are being classed: what is settled to the left, what may come to the right, and whether the clause at hand
 * has its finite verb.
 */
import type { Sentence, Token } from '../../text/reading.ts';
import { CLOSED } from './closed.ts';
import { entryOf } from './lexicon.ts';
import type { Tag, Word } from './tags.ts';

/** Marks that a clause does not reach across. */
export const BREAKS: ReadonlySet<string> = new Set([';', ':', '—', '–', '--', '(', ')', '"', '“', '”', '.', '?', '!']);
/** Verb forms that are finite wherever they stand. */
export const CLEARLY_FINITE: ReadonlySet<string> = new Set(
  "is are was were has had said says will would can could may might must should did does do isn't aren't wasn't weren't hasn't hadn't won't wouldn't didn't doesn't don't can't couldn't told".split(
    ' ',
  ),
);

/** One sentence while it is tagged from left to right: the tokens, the words tagged so far, and questions about both. `i` is a token's index. */
export class Context {
  readonly tokens: readonly Token[];
  readonly sentence: Sentence;
  readonly words: Word[];
  /** Whether the clause at hand has its finite verb. */
  finite = false;
  lastFinite: Tag | undefined;
  readonly #mentionAt: Uint16Array;
  readonly #titleCase: boolean;

  constructor(tokens: readonly Token[], sentence: Sentence, mentionAt: Uint16Array, words: Word[]) {
    this.tokens = tokens;
    this.sentence = sentence;
    this.words = words;
    this.#mentionAt = mentionAt;
    this.#titleCase = isTitleCase(tokens, sentence);
  }

  /** Whether a reader of names marked the token. */
  named(i: number): boolean {
    return (this.#mentionAt[i] ?? 0) > 0;
  }

  /** Whether the token belongs to a name, or is written like one. */
  isName(i: number, token: Token): boolean {
    if (this.named(i) && token.lower !== "'s" && this.isNameWord(token)) return true;
    if (!/^\p{Lu}/u.test(token.text)) return false;
    const closed = CLOSED.has(token.lower);
    if (closed && !/^\p{Lu}{2,3}$/u.test(token.text)) return false;
    if (token.text === 'I' || token.text === 'A') return false;
    if (i === this.sentence.firstToken || this.#titleCase || this.opensAnew(i))
      return !entryOf(token.lower).known && !/(?:ly|ing|ed)$/.test(token.lower) && !isCommonNoun(token.lower);
    return true;
  }

  /** Of a name's words those in lower case are names only where no verb could stand. */
  isNameWord(token: Token): boolean {
    if (/^[^\p{Ll}]/u.test(token.text)) return true;
    const entry = entryOf(token.lower);
    return CLOSED.has(token.lower) || !(entry.past || entry.third || entry.classes.startsWith('v'));
  }

  /** A hyphen that joins two words into one. */
  isHyphen(i: number): boolean {
    const next = this.tokens[i + 1];
    return (
      this.tokens[i]?.spaced === false &&
      next !== undefined &&
      !next.spaced &&
      next.kind !== 'mark' &&
      i > this.sentence.firstToken
    );
  }

  /** Whether a word is joined to the one before by a hyphen: `based` of `London-based`. */
  isCompoundEnd(i: number): boolean {
    return this.tokens[i - 1]?.text === '-' && this.tokens[i]?.spaced === false && this.isHyphen(i - 1);
  }

  /** Right after an opening quotation mark, a colon or a dash a capital says nothing. */
  opensAnew(i: number): boolean {
    const before = this.tokens[i - 1];
    return before !== undefined && before.kind === 'mark' && !/^[,'’&./-]$/.test(before.text);
  }

  /** The class of the last word that is no adverb. */
  before(i: number): Word | undefined {
    let at = i - 1;
    while (at >= this.sentence.firstToken && (this.words[at]?.tag === 'adv' || this.words[at]?.tag === 'not')) at--;
    return at >= this.sentence.firstToken ? this.words[at] : undefined;
  }

  /** Whether a base form is to be expected: after `to`, a modal, `do`, or in a question. */
  wantsBase(i: number): boolean {
    const before = this.before(i);
    return (
      before !== undefined &&
      (before.tag === 'to' ||
        before.tag === 'modal' ||
        (before.lemma === 'do' && before.tag !== 'part') ||
        (before.tag === 'pronaux' && /'(?:ll|d)$/.test(before.lower)) ||
        this.isQuestion(i))
    );
  }

  /** `Did the US cancel it?`: an auxiliary opened the sentence. */
  isQuestion(i: number): boolean {
    const first = this.words[this.sentence.firstToken];
    return (
      first !== undefined &&
      i - this.sentence.firstToken < 6 &&
      (first.lemma === 'do' || first.tag === 'modal') &&
      first.tag !== 'base' &&
      this.words[i - 1]?.tag !== 'det'
    );
  }

  /** What the word after may be, roughly; its own context is not yet known. */
  after(i: number): Tag {
    const next = this.tokens[i + 1];
    if (!next || i + 1 >= this.sentence.endToken) return 'mark';
    if (next.kind === 'number') return 'num';
    if (next.kind === 'mark') return 'mark';
    if (next.kind !== 'word') return 'name';
    const closed = CLOSED.get(next.lower);
    if (closed) return closed.tag;
    if (this.isName(i + 1, next)) return 'name';
    const entry = entryOf(next.lower);
    if (entry.classes.startsWith('a')) return 'adj';
    if (entry.classes.startsWith('r')) return 'adv';
    if (entry.part && entry.classes.startsWith('v')) return 'part';
    if (entry.ing && !entry.classes.startsWith('n')) return 'ing';
    if (entry.classes.startsWith('v') && !entry.classes.includes('n')) return 'base';
    return 'noun';
  }

  /** Whether an unmistakable finite verb follows: near, before anything could open a clause of its own, or only farther on. */
  finiteAhead(i: number): 'near' | 'far' | 'none' {
    let near = true;
    for (let k = i + 1; k < this.sentence.endToken; k++) {
      const lower = this.tokens[k]?.lower ?? '';
      if (CLEARLY_FINITE.has(lower)) return near ? 'near' : 'far';
      if (BREAKS.has(lower)) return 'none';
      const tag = CLOSED.get(lower)?.tag;
      if (
        lower === ',' ||
        lower === 'that' ||
        tag === 'wh' ||
        tag === 'sub' ||
        tag === 'conj' ||
        (tag === 'pron' && k > i + 1) ||
        lower === 'as' ||
        lower === 'after' ||
        lower === 'before'
      )
        near = false;
    }
    return 'none';
  }

  /** Whether the clause has a finite verb further on. */
  hasVerbAhead(i: number): boolean {
    for (let k = i + 1; k < this.sentence.endToken; k++) {
      const lower = this.tokens[k]?.lower ?? '';
      if (BREAKS.has(lower)) return false;
      if (CLEARLY_FINITE.has(lower) || entryOf(lower).past) return true;
    }
    return false;
  }

  /** Whether a token already tagged is a form of a full verb. */
  isVerbal(i: number): boolean {
    const tag = this.words[i]?.tag;
    return tag === 'past' || tag === 'pres' || tag === 'base' || tag === 'ing' || tag === 'part';
  }
}

/** Common nouns that no lexicon lists because unknown words are nouns anyhow. */
function isCommonNoun(lower: string): boolean {
  return (
    /(?:s|ion|ment|ness|ity|ship|er|or|ers|ors|ism|ist|ance|ence|age|ure|dom|hood)$/.test(lower) && lower.length > 5
  );
}

/** Whether a sentence is set like a headline: most of its longer words begin with a capital. */
function isTitleCase(tokens: readonly Token[], sentence: Sentence): boolean {
  let long = 0;
  let capital = 0;
  for (let i = sentence.firstToken; i < sentence.endToken; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word' || token.text.length < 4) continue;
    long++;
    if (/^\p{Lu}/u.test(token.text)) capital++;
  }
  return long >= 4 && capital / long >= 0.75;
}
