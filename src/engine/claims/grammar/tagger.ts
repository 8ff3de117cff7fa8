/**
 * A part-of-speech pass over one article.
 *
 * Goal: tell verbs from nouns, finite verbs from participles, and names from both, well enough for phrases and clauses to be cut.
 * Method: closed classes and the lexicon say what a form may be; one pass from left to right settles it by the word before (looking through
 * adverbs), the word after, and whether the clause has its finite verb already. As in Brill 1992 the rules are few and each can be read, but
 * they are applied at once rather than as repairs. Cost: linear, one look-up a token.
 */
import type { Mention } from '../../entities/types.ts';
import type { Reading, Sentence, Token } from '../../text/reading.ts';
import { CLOSED } from './closed.ts';
import { type Entry, entryOf } from './lexicon.ts';
import type { Tag, Word } from './tags.ts';

const BREAKS: ReadonlySet<string> = new Set([';', ':', '—', '–', '--', '(', ')', '"', '“', '”', '.', '?', '!']);
const OPENS_OBJECT: ReadonlySet<Tag> = new Set<Tag>(['det', 'poss', 'pron', 'name', 'that', 'wh', 'to', 'there']);
const BEFORE_NOUN: ReadonlySet<Tag> = new Set<Tag>(['det', 'poss', 'adj', 'num']);
const SUBORDINATES: ReadonlySet<string> = new Set(['as', 'after', 'before', 'since', 'until']);
const OPENS_CLAUSE: ReadonlySet<string> = new Set(
  'say think believe know hope fear suspect insist argue note suggest claim warn report show mean estimate predict acknowledge'.split(
    ' ',
  ),
);
/** Verbs that are nouns first, and yet tell something: `the plan states that`. */
const MAY_TELL: ReadonlySet<string> = new Set(
  'state forecast note report project plan signal promise hope fear figure question demand order vote attempt move offer hint decide vow pledge'.split(
    ' ',
  ),
);
const NAMING: ReadonlySet<string> = new Set(['named', 'called', 'dubbed', 'titled', 'entitled', 'aged', 'nicknamed']);
/** Past forms that are hardly ever participles of the noun before them. */
const SPEAKS: ReadonlySet<string> = new Set([
  'said',
  'told',
  'added',
  'replied',
  'wrote',
  'tweeted',
  'explained',
  'insisted',
  'argued',
  'continued',
  'thought',
  'felt',
]);
const TRIES: ReadonlySet<string> = new Set(
  'failed tried refused declined agreed decided began continued attempted vowed pledged managed sought hoped planned appeared seemed'.split(
    ' ',
  ),
);
/** Participles that a preposition follows when they belong to the noun before: `a man wounded in the attack`. */
const UNDERGONE: ReadonlySet<string> = new Set(
  'wounded killed injured arrested released held based linked charged accused posted published seen used made located armed wanted owned led run backed caught taken written known born found convicted sentenced detained hurt shot stabbed recorded filmed signed reported built scheduled listed sold bought stationed assigned displaced affected hit struck damaged destroyed involved associated identified'.split(
    ' ',
  ),
);
const PHRASAL: ReadonlySet<string> = new Set([
  'for',
  'on',
  'up',
  'out',
  'off',
  'down',
  'to',
  'with',
  'against',
  'back',
  'over',
  'into',
]);
const CLEARLY_FINITE: ReadonlySet<string> = new Set(
  "is are was were has had said says will would can could may might must should did does do isn't aren't wasn't weren't hasn't hadn't won't wouldn't didn't doesn't don't can't couldn't told".split(
    ' ',
  ),
);

/** Classes and lemmas of all tokens; those of headings, posts and credits as well. */
export function tagWords(reading: Reading, mentions: readonly Mention[]): readonly Word[] {
  const named = namedTokens(reading, mentions);
  const words: Word[] = new Array<Word>(reading.tokens.length);
  for (const sentence of reading.sentences) new SentenceTagger(reading.tokens, sentence, named, words).run();
  return words;
}

/** For every token, whether it is part of a name. */
function namedTokens(reading: Reading, mentions: readonly Mention[]): Uint8Array {
  const named = new Uint8Array(reading.tokens.length);
  let at = 0;
  for (const mention of mentions) {
    while (at < reading.tokens.length && (reading.tokens[at]?.end ?? 0) <= mention.start) at++;
    for (let i = at; i < reading.tokens.length && (reading.tokens[i]?.start ?? 0) < mention.end; i++) named[i] = 1;
  }
  return named;
}

class SentenceTagger {
  readonly #tokens: readonly Token[];
  readonly #sentence: Sentence;
  readonly #named: Uint8Array;
  readonly #words: Word[];
  readonly #titleCase: boolean;
  /** Whether the clause at hand has its finite verb. */
  #finite = false;
  #lastFinite: Tag | undefined;

  constructor(tokens: readonly Token[], sentence: Sentence, named: Uint8Array, words: Word[]) {
    this.#tokens = tokens;
    this.#sentence = sentence;
    this.#named = named;
    this.#words = words;
    this.#titleCase = isTitleCase(tokens, sentence);
  }

  run(): void {
    for (let i = this.#sentence.firstToken; i < this.#sentence.endToken; i++) {
      const word = this.#decide(i);
      this.#words[i] = word;
      const { tag } = word;
      if (tag === 'sub' || tag === 'wh' || (tag === 'mark' && BREAKS.has(word.lower))) this.#finite = false;
      else if (tag === 'that' || SUBORDINATES.has(word.lower)) this.#finite = false;
      else if (tag === 'modal' || tag === 'past' || tag === 'pres' || tag === 'pronaux') {
        // `said the museum opened`: what follows these is a clause of its own.
        this.#finite = !OPENS_CLAUSE.has(word.lemma) || tag === 'modal';
        this.#lastFinite = tag;
      }
    }
  }

  #decide(i: number): Word {
    const token = this.#tokens[i];
    if (!token) return { lower: '', tag: 'mark', lemma: '', plural: false };
    const lower = token.lower;
    if (token.kind === 'number') return { lower, tag: 'num', lemma: lower, plural: false };
    if (lower === '-' && this.#isHyphen(i))
      return { lower, tag: this.#words[i - 1]?.tag === 'name' ? 'name' : 'adj', lemma: lower, plural: false };
    if (token.kind === 'mark' && lower !== '&' && lower !== "'" && lower !== '’')
      return { lower, tag: 'mark', lemma: lower, plural: false };
    if (token.kind !== 'word' && token.kind !== 'mark') return { lower, tag: 'name', lemma: lower, plural: false };
    if (this.#isName(i, token)) return { lower, tag: 'name', lemma: lower, plural: false };
    const closed = CLOSED.get(lower);
    if (closed) return this.#closed(i, lower, closed.tag, closed.lemma);
    if (lower === "'" || lower === '’') return { lower, tag: 'mark', lemma: lower, plural: false };
    const entry = entryOf(lower);
    const tag = this.#open(i, entry);
    const verb = tag === 'base' || tag === 'pres' || tag === 'past' || tag === 'part' || tag === 'ing';
    return {
      lower,
      tag,
      lemma: verb
        ? tag === 'past' || tag === 'part'
          ? entry.pastOf
          : entry.verb
        : tag === 'noun'
          ? entry.noun
          : lower,
      plural: tag === 'noun' && entry.plural,
    };
  }

  #isName(i: number, token: Token): boolean {
    if (this.#named[i] === 1 && token.lower !== "'s" && this.#isNameWord(token)) return true;
    if (!/^\p{Lu}/u.test(token.text)) return false;
    const closed = CLOSED.has(token.lower);
    if (closed && !/^\p{Lu}{2,3}$/u.test(token.text)) return false;
    if (token.text === 'I' || token.text === 'A') return false;
    if (i === this.#sentence.firstToken || this.#titleCase || this.#opensAnew(i))
      return !entryOf(token.lower).known && !/(?:ly|ing|ed)$/.test(token.lower) && !isCommonNoun(token.lower);
    return true;
  }

  /** Of a name's words those in lower case are names only where no verb could stand. */
  #isNameWord(token: Token): boolean {
    if (/^[^\p{Ll}]/u.test(token.text)) return true;
    const entry = entryOf(token.lower);
    return CLOSED.has(token.lower) || !(entry.past || entry.third || entry.classes.startsWith('v'));
  }

  /** A hyphen that joins two words into one. */
  #isHyphen(i: number): boolean {
    const next = this.#tokens[i + 1];
    return (
      this.#tokens[i]?.spaced === false &&
      next !== undefined &&
      !next.spaced &&
      next.kind !== 'mark' &&
      i > this.#sentence.firstToken
    );
  }

  #isCompoundEnd(i: number): boolean {
    return this.#tokens[i - 1]?.text === '-' && this.#tokens[i]?.spaced === false && this.#isHyphen(i - 1);
  }

  /** Right after an opening quotation mark, a colon or a dash a capital says nothing. */
  #opensAnew(i: number): boolean {
    const before = this.#tokens[i - 1];
    return before !== undefined && before.kind === 'mark' && !/^[,'’&./-]$/.test(before.text);
  }

  #closed(i: number, lower: string, tag: Tag, lemma: string): Word {
    const next = this.#tokens[i + 1];
    const before = this.#words[i - 1];
    const word = (t: Tag, l = lemma): Word => ({
      lower,
      tag: t,
      lemma: l,
      plural: t === 'noun' && (lower === 'people' || lower === 'officials' || lower === 'others' || lower === 'police'),
    });
    if (lower === "'s") {
      const stands =
        before?.tag === 'pron' ||
        before?.tag === 'wh' ||
        before?.tag === 'there' ||
        before?.tag === 'that' ||
        before?.lower === 'here';
      return stands ? word('pres', 'be') : this.#isShortForIs(i) ? word('pres', 'be') : word('poss');
    }
    if (lower === "'")
      return word(before?.lower.endsWith('s') && before.tag !== 'mark' && !this.#tokens[i]?.spaced ? 'poss' : 'mark');
    if (lower === 'that') return this.#that(i);
    if (lower === 'her' || lower === 'his') {
      if (next && (next.kind === 'word' || next.kind === 'number') && !CLOSED.has(next.lower)) return word('poss');
      return lower === 'his' ||
        CLOSED.get(next?.lower ?? '')?.tag === 'adj' ||
        CLOSED.get(next?.lower ?? '')?.tag === 'num'
        ? word('poss')
        : word('pron');
    }
    if (
      (lower === 'this' ||
        lower === 'these' ||
        lower === 'those' ||
        lower === 'all' ||
        lower === 'some' ||
        lower === 'many' ||
        lower === 'both' ||
        lower === 'each' ||
        lower === 'another' ||
        lower === 'neither' ||
        lower === 'several' ||
        lower === 'most' ||
        lower === 'few' ||
        lower === 'none' ||
        lower === 'one') &&
      this.#standsAlone(next)
    )
      return word('pron');
    if (lower === 'there')
      return word(
        next !== undefined &&
          /^(?:is|are|was|were|has|have|had|will|would|may|might|must|should|could|can|seems?|'s)$/.test(next.lower)
          ? 'there'
          : 'adv',
      );
    if (lower === 'had' && this.#before(i)?.lemma === 'have') return word('part');
    if (lower === 'have' || lower === 'do') return word(this.#wantsBase(i) ? 'base' : 'pres');
    if (
      lower === 'like' &&
      (before?.tag === 'pron' || before?.tag === 'modal' || before?.tag === 'to' || before?.lemma === 'do')
    )
      return word(before.tag === 'pron' ? 'pres' : 'base');
    if (lower === 'only') return word(before?.tag === 'det' || before?.tag === 'poss' ? 'adj' : 'adv');
    if (lower === 'may' && this.#named[i] === 1) return word('name');
    return word(tag);
  }

  /** `Trump's going to`, `Petro's the first`: rare in news, and told by what follows. */
  #isShortForIs(i: number): boolean {
    const next = this.#tokens[i + 1]?.lower ?? '';
    return next === 'not' || next === 'been' || next === 'going' || next === 'a' || next === 'an' || next === 'the';
  }

  #standsAlone(next: Token | undefined): boolean {
    if (!next || next.kind === 'mark') return true;
    const closed = CLOSED.get(next.lower);
    if (closed)
      return (
        closed.tag === 'pres' ||
        closed.tag === 'past' ||
        closed.tag === 'modal' ||
        closed.tag === 'prep' ||
        closed.tag === 'wh' ||
        closed.tag === 'to' ||
        closed.tag === 'conj'
      );
    const entry = entryOf(next.lower);
    return (entry.past || entry.third) && !entry.classes.includes('n') && !this.#isAttributive(next);
  }

  #isAttributive(token: Token): boolean {
    const i = this.#tokens.indexOf(token, this.#sentence.firstToken);
    const after = this.#tokens[i + 1];
    return (
      after !== undefined &&
      after.kind === 'word' &&
      !CLOSED.has(after.lower) &&
      entryOf(after.lower).classes.startsWith('n')
    );
  }

  #that(i: number): Word {
    const next = this.#tokens[i + 1];
    const before = this.#words[i - 1];
    const demonstrative =
      (before === undefined || i === this.#sentence.firstToken || before.tag === 'prep' || before.tag === 'conj') &&
      (before?.tag !== 'conj' || next?.kind === 'word');
    const tag: Tag = demonstrative && before?.tag !== 'conj' ? (this.#standsAlone(next) ? 'pron' : 'det') : 'that';
    return { lower: 'that', tag, lemma: 'that', plural: false };
  }

  /** The class of the last word that is no adverb. */
  #before(i: number): Word | undefined {
    let at = i - 1;
    while (at >= this.#sentence.firstToken && (this.#words[at]?.tag === 'adv' || this.#words[at]?.tag === 'not')) at--;
    return at >= this.#sentence.firstToken ? this.#words[at] : undefined;
  }

  #wantsBase(i: number): boolean {
    const before = this.#before(i);
    return (
      before !== undefined &&
      (before.tag === 'to' ||
        before.tag === 'modal' ||
        (before.lemma === 'do' && before.tag !== 'part') ||
        (before.tag === 'pronaux' && /'(?:ll|d)$/.test(before.lower)) ||
        this.#isQuestion(i))
    );
  }

  /** `Did the US cancel it?`: an auxiliary opened the sentence. */
  #isQuestion(i: number): boolean {
    const first = this.#words[this.#sentence.firstToken];
    return (
      first !== undefined &&
      i - this.#sentence.firstToken < 6 &&
      (first.lemma === 'do' || first.tag === 'modal') &&
      first.tag !== 'base' &&
      this.#words[i - 1]?.tag !== 'det'
    );
  }

  /** What the word after may be, roughly; its own context is not yet known. */
  #after(i: number): Tag {
    const next = this.#tokens[i + 1];
    if (!next || i + 1 >= this.#sentence.endToken) return 'mark';
    if (next.kind === 'number') return 'num';
    if (next.kind === 'mark') return 'mark';
    if (next.kind !== 'word') return 'name';
    const closed = CLOSED.get(next.lower);
    if (closed) return closed.tag;
    if (this.#isName(i + 1, next)) return 'name';
    const entry = entryOf(next.lower);
    if (entry.classes.startsWith('a')) return 'adj';
    if (entry.classes.startsWith('r')) return 'adv';
    if (entry.part && entry.classes.startsWith('v')) return 'part';
    if (entry.ing && !entry.classes.startsWith('n')) return 'ing';
    if (entry.classes.startsWith('v') && !entry.classes.includes('n')) return 'base';
    return 'noun';
  }

  #open(i: number, entry: Entry): Tag {
    const before = this.#before(i);
    if (entry.ing) return this.#ing(i, entry, before);
    if ((entry.past || entry.part) && !(entry.base && this.#wantsBase(i))) return this.#ed(i, entry, before);
    if (entry.third) return this.#third(i, entry, before);
    if (entry.base) return this.#base(i, entry, before);
    return this.#nominal(i, entry, before);
  }

  #nominal(i: number, entry: Entry, before: Word | undefined): Tag {
    const { classes } = entry;
    if (classes.startsWith('r')) return 'adv';
    if (!classes.includes('a')) return classes.includes('r') && !classes.includes('n') ? 'adv' : 'noun';
    const after = this.#after(i);
    const modifies = after === 'noun' || after === 'adj' || after === 'name';
    if (!classes.includes('n')) return after === 'part' && entry.classes.includes('r') ? 'adv' : 'adj';
    if (modifies && (classes.startsWith('a') || after === 'noun')) return classes.startsWith('a') ? 'adj' : 'noun';
    if (before && BEFORE_NOUN.has(before.tag)) return 'noun';
    return classes.startsWith('a') ? 'adj' : 'noun';
  }

  #ing(i: number, entry: Entry, before: Word | undefined): Tag {
    if (this.#isCompoundEnd(i)) return 'adj';
    const after = this.#after(i);
    const nounable = entry.classes.includes('n');
    if (before === undefined)
      return after === 'noun' && entry.classes.startsWith('a')
        ? 'adj'
        : entry.classes.startsWith('n') && !OPENS_OBJECT.has(after)
          ? 'noun'
          : 'ing';
    if (before.lemma === 'be') return 'ing';
    if (
      (before.tag === 'ing' || before.tag === 'part' || before.tag === 'base') &&
      after === 'noun' &&
      this.#words[i - 1] === before
    )
      return 'adj';
    if (BEFORE_NOUN.has(before.tag)) {
      if (after === 'noun' || after === 'adj' || after === 'name')
        return entry.classes.startsWith('n') ? 'noun' : 'adj';
      return OPENS_OBJECT.has(after) && before.tag !== 'adj' && before.tag !== 'det' ? 'ing' : 'noun';
    }
    if (before.tag === 'noun' || before.tag === 'name') {
      if (OPENS_OBJECT.has(after) || after === 'adj' || after === 'num') return 'ing';
      if (this.#words[i - 1]?.tag === 'mark') return 'ing';
      if (after === 'noun') return before.plural ? 'ing' : 'noun';
      return before.plural && after !== 'mark' ? 'ing' : nounable ? 'noun' : 'ing';
    }
    if (entry.classes.startsWith('n') && !OPENS_OBJECT.has(after)) return 'noun';
    return 'ing';
  }

  #ed(i: number, entry: Entry, before: Word | undefined): Tag {
    if (this.#isCompoundEnd(i)) return 'adj';
    const after = this.#after(i);
    const modifies = after === 'noun' || after === 'adj' || after === 'name' || after === 'num';
    const only: Tag | undefined = entry.past && !entry.part ? 'past' : entry.part && !entry.past ? 'part' : undefined;
    if (
      only &&
      !(before && BEFORE_NOUN.has(before.tag) && (entry.classes.includes('n') || entry.classes.includes('a')))
    )
      return only;
    if (entry.base && entry.past && before?.tag === 'to') return 'base';
    if (before === undefined)
      return entry.classes.startsWith('a') || (after === 'noun' && !OPENS_OBJECT.has(after)) ? 'adj' : 'part';
    if (before.lemma === 'have' || before.lemma === 'be' || before.lemma === 'get')
      return after === 'noun' && before.lemma !== 'be' && before.tag === 'base' ? 'adj' : 'part';
    if (before.tag === 'pronaux') return 'part';
    if (before.tag === 'det' || before.tag === 'poss') return modifies || after === 'part' ? 'adj' : 'noun';
    if (before.tag === 'adj' && entry.classes.includes('n')) return 'noun';
    if (before.tag === 'adj' || before.tag === 'num')
      return after === 'noun' || after === 'adj' ? 'adj' : this.#pastOrPart(i, after);
    if (before.tag === 'pron' || before.tag === 'wh' || before.tag === 'that')
      return before.tag === 'that' && after === 'noun' && this.#isVerbal(i - 2) ? 'adj' : 'past';
    if (before.tag === 'prep') return after === 'noun' || after === 'adj' ? 'adj' : 'part';
    if (
      before.tag === 'past' ||
      before.tag === 'pres' ||
      before.tag === 'base' ||
      before.tag === 'ing' ||
      before.tag === 'part'
    )
      return modifies && after !== 'name' ? 'adj' : 'part';
    return this.#pastOrPart(i, after);
  }

  /** After a noun, a comma or `and`: the clause's finite verb, or a participle that belongs to the noun? */
  #pastOrPart(i: number, after: Tag): Tag {
    const next = this.#tokens[i + 1]?.lower ?? '';
    const direct = this.#words[i - 1];
    if (next === 'by')
      return !this.#finite && this.#finiteAhead(i) === 'none' && direct?.tag !== 'mark' ? 'past' : 'part';
    if (SPEAKS.has(this.#tokens[i]?.lower ?? '')) return 'past';
    if (after === 'to' && TRIES.has(this.#tokens[i]?.lower ?? '')) return 'past';
    if (after === 'mark' && this.#isTag(i)) return 'past';
    const object = OPENS_OBJECT.has(after) || after === 'noun' || after === 'adj' || after === 'num';
    if (
      object &&
      after !== 'to' &&
      (direct?.tag === 'name' || direct?.tag === 'noun') &&
      !NAMING.has(this.#tokens[i]?.lower ?? '')
    )
      return 'past';
    if (this.#isInAdjunct(i)) return 'part';
    if (
      after === 'prep' &&
      UNDERGONE.has(this.#tokens[i]?.lower ?? '') &&
      direct?.tag !== 'conj' &&
      this.#hasVerbAhead(i)
    )
      return 'part';
    if (this.#finite) {
      const joined = direct?.tag === 'conj' || direct?.tag === 'mark' || direct?.tag === 'adv';
      if (!joined) return 'part';
      if (
        direct?.tag === 'conj' &&
        this.#words[i - 2]?.tag === 'part' &&
        after !== 'det' &&
        after !== 'poss' &&
        after !== 'name'
      )
        return 'part';
      if (direct?.tag === 'conj') return this.#lastFinite === 'past' || OPENS_OBJECT.has(after) ? 'past' : 'part';
      return OPENS_OBJECT.has(after) || (this.#lastFinite === 'past' && PHRASAL.has(next)) || after === 'num'
        ? 'past'
        : 'part';
    }
    if (direct?.tag === 'mark' && after === 'prep' && this.#commaAhead(i)) return 'part';
    if (direct?.tag === 'mark' && (after === 'prep' || after === 'mark'))
      return this.#finiteAhead(i) === 'none' ? 'past' : 'part';
    if (after === 'prep' || after === 'to' || after === 'adv') return this.#finiteAhead(i) === 'near' ? 'part' : 'past';
    return 'past';
  }

  /** `, in a statement posted on X, did …`: a participle within an adjunct between commas, whose clause goes on after it. */
  #isInAdjunct(i: number): boolean {
    let from = i - 1;
    while (from > this.#sentence.firstToken && this.#words[from]?.tag !== 'mark') from--;
    const opens = this.#words[from]?.tag === 'mark' ? from + 1 : from;
    if (this.#words[opens]?.tag !== 'prep' || (from > this.#sentence.firstToken && this.#words[from]?.lower !== ','))
      return false;
    for (let k = i + 1; k < this.#sentence.endToken; k++) {
      const lower = this.#tokens[k]?.lower ?? '';
      if (lower === ',')
        return from === this.#sentence.firstToken || CLEARLY_FINITE.has(this.#tokens[k + 1]?.lower ?? '');
      if (CLEARLY_FINITE.has(lower)) return false;
    }
    return false;
  }

  #commaAhead(i: number): boolean {
    for (let k = i + 1; k < this.#sentence.endToken; k++) {
      if (this.#tokens[k]?.text === ',') return true;
      if (BREAKS.has(this.#tokens[k]?.text ?? '')) return false;
    }
    return false;
  }

  #isVerbal(i: number): boolean {
    const tag = this.#words[i]?.tag;
    return tag === 'past' || tag === 'pres' || tag === 'base' || tag === 'ing' || tag === 'part';
  }

  /** `…, the minister added.`: nothing but a subject stands between the last comma or quotation mark and the verb. */
  #isTag(i: number): boolean {
    let k = i - 1;
    for (; k >= this.#sentence.firstToken; k--) {
      const tag = this.#words[k]?.tag;
      if (tag === 'mark') break;
      if (
        tag !== 'noun' &&
        tag !== 'name' &&
        tag !== 'det' &&
        tag !== 'adj' &&
        tag !== 'poss' &&
        tag !== 'pron' &&
        tag !== 'num'
      )
        return false;
    }
    return k < i - 1;
  }

  /** `on Colombian exports to`: the name before belongs to a preposition. */
  #isInPhrase(i: number): boolean {
    let k = i - 1;
    while (k > this.#sentence.firstToken && (this.#words[k]?.tag === 'name' || this.#words[k]?.tag === 'adj')) k--;
    return (
      this.#words[k]?.tag === 'prep' && !/^(?:as|after|before|since|until|than)$/.test(this.#words[k]?.lower ?? '')
    );
  }

  /** Whether an unmistakable finite verb follows: near, before anything could open a clause of its own, or only farther on. */
  #finiteAhead(i: number): 'near' | 'far' | 'none' {
    let near = true;
    for (let k = i + 1; k < this.#sentence.endToken; k++) {
      const lower = this.#tokens[k]?.lower ?? '';
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

  #third(i: number, entry: Entry, before: Word | undefined): Tag {
    if (!entry.classes.includes('n')) return 'pres';
    const after = this.#after(i);
    if (before === undefined) return 'noun';
    if (before.tag === 'pron' || before.tag === 'wh') return 'pres';
    if (BEFORE_NOUN.has(before.tag) || before.tag === 'prep' || before.tag === 'to' || before.tag === 'modal')
      return 'noun';
    if (before.tag === 'name' || before.tag === 'noun' || before.tag === 'mark') {
      if (before.plural && before.tag === 'noun') return after === 'that' && !this.#finite ? 'pres' : 'noun';
      if (
        (after === 'to' || after === 'that' || after === 'wh') &&
        entry.classes.startsWith('n') &&
        !MAY_TELL.has(entry.verb)
      )
        return 'noun';
      if (before.tag === 'name' && OPENS_OBJECT.has(after) && !(after === 'to' && this.#isInPhrase(i))) return 'pres';
      if (
        this.#words[i - 1]?.tag === 'adv' &&
        this.#words[i - 2]?.tag === 'mark' &&
        after !== 'mark' &&
        after !== 'prep'
      )
        return 'pres';
      if (this.#finite) return 'noun';
      const adverb = this.#words[i - 1]?.tag === 'adv';
      if (OPENS_OBJECT.has(after) || after === 'poss')
        return before.tag === 'mark' && !OPENS_OBJECT.has(after) ? 'noun' : 'pres';
      if (this.#finiteAhead(i) === 'near') return 'noun';
      if (adverb) return 'pres';
      if (before.tag === 'mark')
        return entry.classes.startsWith('v') &&
          this.#words[i - 1]?.lower === ',' &&
          after !== 'mark' &&
          after !== 'conj'
          ? 'pres'
          : 'noun';
      if (after === 'mark' || after === 'conj' || after === 'modal' || after === 'pres' || after === 'past')
        return entry.classes.startsWith('v') &&
          before.tag === 'name' &&
          after !== 'modal' &&
          after !== 'past' &&
          after !== 'pres'
          ? 'pres'
          : 'noun';
      if (after === 'prep' && before.tag === 'noun' && !this.#hasVerbAhead(i)) return 'pres';
      if (after === 'prep') return entry.classes.startsWith('v') && before.tag === 'name' ? 'pres' : 'noun';
      if (after === 'base' || after === 'part')
        return before.tag === 'name' && after === 'part' && !this.#hasVerbAhead(i + 1) ? 'pres' : 'noun';
      return entry.classes.startsWith('v') || before.tag === 'name' ? 'pres' : 'noun';
    }
    if (before.tag === 'conj') return this.#lastFinite === 'pres' && OPENS_OBJECT.has(after) ? 'pres' : 'noun';
    if (before.tag === 'that') return OPENS_OBJECT.has(after) || after === 'prep' ? 'pres' : 'noun';
    return 'noun';
  }

  #hasVerbAhead(i: number): boolean {
    for (let k = i + 1; k < this.#sentence.endToken; k++) {
      const lower = this.#tokens[k]?.lower ?? '';
      if (BREAKS.has(lower)) return false;
      if (CLEARLY_FINITE.has(lower) || entryOf(lower).past) return true;
    }
    return false;
  }

  #base(i: number, entry: Entry, before: Word | undefined): Tag {
    const after = this.#after(i);
    const { classes } = entry;
    const nounable = classes.includes('n');
    if (/^(?:more|most|less|very)$/.test(this.#words[i - 1]?.lower ?? '')) return this.#nonVerb(i, entry, before);
    if (this.#wantsBase(i)) {
      if (
        before?.tag === 'to' &&
        nounable &&
        !classes.startsWith('v') &&
        isGoal(this.#words[i - 2]) &&
        !OPENS_OBJECT.has(after)
      )
        return 'noun';
      if (before?.tag === 'to' && classes.startsWith('a') && after === 'noun') return 'adj';
      return 'base';
    }
    if (!nounable && !classes.includes('a') && !classes.includes('r'))
      return before && (before.tag === 'det' || before.tag === 'poss')
        ? 'noun'
        : this.#startsBare(before)
          ? 'base'
          : 'pres';
    if (before === undefined)
      return classes.startsWith('v') && (OPENS_OBJECT.has(after) || after === 'not')
        ? 'base'
        : this.#nonVerb(i, entry, before);
    if (BEFORE_NOUN.has(before.tag) || before.tag === 'prep') return this.#nonVerb(i, entry, before);
    if (before.tag === 'pron')
      return /^(?:him|her|us|them|me|himself|herself|themselves|it)$/.test(before.lower)
        ? classes.startsWith('v') && OPENS_OBJECT.has(after)
          ? 'base'
          : this.#nonVerb(i, entry, before)
        : 'pres';
    if (before.tag === 'wh' || before.tag === 'that')
      return classes.startsWith('v') || OPENS_OBJECT.has(after) ? 'pres' : this.#nonVerb(i, entry, before);
    if ((before.tag === 'noun' && before.plural) || (before.tag === 'name' && before.lower.endsWith('s'))) {
      if (
        !this.#finite &&
        (OPENS_OBJECT.has(after) || (classes.startsWith('v') && this.#finiteAhead(i) !== 'near' && after !== 'base'))
      )
        return 'pres';
      return this.#nonVerb(i, entry, before);
    }
    if (before.tag === 'conj' && !this.#isAfterNoun(i)) {
      if ((OPENS_OBJECT.has(after) || classes.startsWith('v')) && this.#hasBareVerb(i)) return 'base';
    }
    return this.#nonVerb(i, entry, before);
  }

  #isAfterNoun(i: number): boolean {
    const before = this.#words[i - 2]?.tag;
    return before === 'adj' || before === 'det';
  }

  /** Whether an infinitive or imperative stands earlier, so that `and` may join another. */
  #hasBareVerb(i: number): boolean {
    for (let k = i - 1; k >= this.#sentence.firstToken && k > i - 16; k--)
      if (this.#words[k]?.tag === 'base') return true;
    return false;
  }

  #startsBare(before: Word | undefined): boolean {
    return before === undefined || (before.tag === 'mark' && !this.#finite) || before.tag === 'conj';
  }

  #nonVerb(i: number, entry: Entry, before: Word | undefined): Tag {
    const rest = entry.classes.replace('v', '');
    if (rest === '') return before && BEFORE_NOUN.has(before.tag) ? 'noun' : 'pres';
    if (rest === 'r') return 'adv';
    return this.#nominal(i, { ...entry, classes: rest }, before);
  }
}

/** `return to work`, `due to fire`: a goal rather than an infinitive. */
function isGoal(word: Word | undefined): boolean {
  return (
    word !== undefined &&
    /^(?:due|according|thanks|back|return|go|come|access|respond|response|reaction|lead|subject|addition|close|opposition|exposure)$/.test(
      word.lemma,
    )
  );
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
