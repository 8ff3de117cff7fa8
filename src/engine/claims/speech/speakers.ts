/**
 * Who is meant by the words in front of a cue.
 *
 * A name in the subject's head is the speaker; a pronoun leads back to the last person, organization or plural that was spoken of, each kept
 * apart (a narrowing of Hobbs 1978 to what news needs); anything else that can speak is called by its own words.
 */
import type { NameType } from '../../entities/types.ts';
import { tokenSpan } from '../../text/tokenRanges.ts';
import { mentionIndexAt, type ParsedArticle, type ParsedSentence } from '../phrase/parse.ts';
import type { Phrase } from '../phrase/phrases.ts';
import type { Speaker } from '../types.ts';
import { SPEAKING_NOUNS } from './cues.ts';

type Kind = 'person' | 'organization' | 'plural';

/** The last of each kind that was spoken of, up to the sentence at hand. */
export class Discourse {
  readonly #article: ParsedArticle;
  readonly #quoted: (token: number) => boolean;
  readonly #last = new Map<Kind, Speaker>();
  /** Whether a person was last spoken of as `he` or `she`, by the last word of the name. */
  readonly #gender = new Map<string, 'he' | 'she'>();
  #people: Speaker[] = [];
  /** Who was last called `president`, `minister`, `department`: what `the president` leads back to. */
  readonly #titled = new Map<string, Speaker>();

  constructor(article: ParsedArticle, quoted: (token: number) => boolean) {
    this.#article = article;
    this.#quoted = quoted;
  }

  /** Takes note of whom a sentence speaks of; subjects count more than what stands in their clauses. */
  hear(sentence: ParsedSentence): void {
    const subjects = new Set<number>();
    for (const clause of sentence.clauses) if (clause.subject !== undefined) subjects.add(clause.subject);
    const note = (at: number): void => {
      const phrase = sentence.phrases[at];
      if (phrase?.kind !== 'np' || this.#quoted(phrase.head)) return;
      const speaker = this.#named(phrase);
      if (!speaker) return;
      this.#note(speaker, phrase);
      this.#learnTitles(sentence, at, speaker);
    };
    for (let i = 0; i < sentence.phrases.length; i++) if (!subjects.has(i)) note(i);
    for (const i of [...subjects].sort((a, b) => b - a)) note(i);
  }

  /** Takes note of somebody who has just spoken: the likeliest `he` of what follows. */
  spoke(speaker: Speaker): void {
    const kind = this.#kindOf(speaker);
    if (!kind) return;
    this.#last.set(kind, speaker);
    if (kind === 'person' && this.#people[0]?.mention !== speaker.mention)
      this.#people = [speaker, ...this.#people.filter(s => s.mention !== speaker.mention)].slice(0, 6);
  }

  /** Who the noun phrase stands for as a speaker; undefined when it cannot speak. `any` lets in what is no known speaker. */
  speakerOf(sentence: ParsedSentence, at: number, any: boolean, phrase = sentence.phrases[at]): Speaker | undefined {
    if (phrase?.kind !== 'np') return undefined;
    const named = this.#named(phrase);
    if (named) return named;
    const word = this.#article.words[phrase.head];
    if (!word) return undefined;
    const partOf = word.lower === 'one' ? this.#apposed(sentence, at) : undefined;
    if (partOf) return partOf;
    if (word.tag === 'pron' || word.tag === 'poss')
      return this.#nearer(sentence, at, phrase, word.lower) ?? this.#pronoun(phrase, word.lower);
    const apposed = this.#apposed(sentence, at) ?? this.#byTitle(phrase, word.lemma);
    if (apposed) return apposed;
    if (!any && !SPEAKING_NOUNS.has(word.lemma) && word.tag !== 'name' && word.tag !== 'num') return undefined;
    return this.#described(sentence, at, phrase);
  }

  /** A person named as a subject earlier in the same sentence: `Cruz was booed, and he said`. */
  #nearer(sentence: ParsedSentence, at: number, here: Phrase, lower: string): Speaker | undefined {
    const body = lower === 'it' || lower === 'its';
    if (!body && !/^(?:he|she|his|her|him)$/.test(lower)) return undefined;
    for (let c = sentence.clauses.length - 1; c >= 0; c--) {
      const subject = sentence.clauses[c]?.subject;
      const phrase = subject === undefined || subject >= at ? undefined : sentence.phrases[subject];
      const named = phrase && this.#named(phrase);
      if (
        !phrase ||
        this.#quoted(phrase.head) ||
        named?.mention === undefined ||
        (this.#article.mentions[named.mention]?.type === 'person') === body
      )
        continue;
      return { ...named, words: tokenSpan(this.#article.reading, here.first, here.end) };
    }
    return undefined;
  }

  #named(phrase: Phrase): Speaker | undefined {
    const article = this.#article;
    const index = mentionIndexAt(article, phrase.head);
    if (index === undefined) return undefined;
    const mention = article.mentions[index];
    if (!mention || mention.type === 'event') return undefined;
    return { words: tokenSpan(article.reading, phrase.first, phrase.end), mention: index, text: mention.text };
  }

  /** `the president`, when somebody was called so before. */
  #byTitle(phrase: Phrase, lemma: string): Speaker | undefined {
    const first = this.#article.words[phrase.first]?.lower;
    const titled = first === 'the' && !this.#article.words[phrase.head]?.plural ? this.#titled.get(lemma) : undefined;
    return titled && { ...titled, words: tokenSpan(this.#article.reading, phrase.first, phrase.end) };
  }

  /** Remembers what a named phrase or its apposition calls somebody: `Interior Minister Benedetti`, `Petro, the president of Colombia`. */
  #learnTitles(sentence: ParsedSentence, at: number, speaker: Speaker): void {
    const { words } = this.#article;
    const phrase = sentence.phrases[at];
    if (!phrase) return;
    for (let i = phrase.first; i <= phrase.head; i++) {
      const lower = words[i]?.lower ?? '';
      if (SPEAKING_NOUNS.has(lower) && words[i]?.tag !== 'poss') this.#title(lower, speaker);
    }
    const apposed = sentence.phrases[at + 1]?.lemma === ',' ? sentence.phrases[at + 2] : undefined;
    if (
      apposed?.kind === 'np' &&
      words[apposed.head]?.tag === 'noun' &&
      SPEAKING_NOUNS.has(apposed.lemma) &&
      /^(?:the|an?)$/.test(words[apposed.first]?.lower ?? '')
    )
      this.#title(apposed.lemma, speaker);
  }

  #title(noun: string, speaker: Speaker): void {
    this.#titled.set(noun, speaker);
    if (/^(?:president|premier|chancellor|prime|king)$/.test(noun)) this.#titled.set('leader', speaker);
  }

  /** `the minister, Armando Benedetti, said`. */
  #apposed(sentence: ParsedSentence, at: number): Speaker | undefined {
    let k = at;
    while (sentence.phrases[k + 1]?.kind === 'prep' && sentence.phrases[k + 2]?.kind === 'np' && k < at + 4) k += 2;
    if (sentence.phrases[k + 1]?.lemma !== ',') return undefined;
    const next = sentence.phrases[k + 2];
    const closes = sentence.phrases[k + 3]?.lemma;
    if (next?.kind !== 'np' || closes !== ',') return undefined;
    const named = this.#named(next);
    return named?.mention !== undefined && this.#article.mentions[named.mention]?.type === 'person' ? named : undefined;
  }

  /** The speaker by its own words, with a short `of` or `for` phrase. */
  #described(sentence: ParsedSentence, at: number, phrase: Phrase): Speaker {
    const { phrases } = sentence;
    const { first } = phrase;
    let { end } = phrase;
    for (
      let k = at + 1;
      phrases[k]?.kind === 'prep' && phrases[k + 1]?.kind === 'np' && (phrases[k + 1]?.end ?? 0) - first <= 7;
      k += 2
    ) {
      if (!/^(?:of|for|from|at|with|in|by|to)$/.test(phrases[k]?.lemma ?? '')) break;
      end = phrases[k + 1]?.end ?? end;
    }
    const words = tokenSpan(this.#article.reading, first, end);
    const text = this.#article.reading.text.slice(words.start, words.end);
    return { words, text: text.replace(/^(?:the|a|an)\s+/i, '').replace(/[’']s?(?=\s)/g, '') };
  }

  #pronoun(phrase: Phrase, lower: string): Speaker | undefined {
    const words = tokenSpan(this.#article.reading, phrase.first, phrase.end);
    const text = this.#article.reading.text.slice(words.start, words.end);
    const stand = (kind: Kind): Speaker => {
      const last = this.#last.get(kind);
      return last ? { ...last, words } : { words, text };
    };
    if (lower === 'he' || lower === 'she' || lower === 'his' || lower === 'her' || lower === 'him')
      return this.#person(lower === 'she' || lower === 'her' ? 'she' : 'he', words, text);
    if (lower === 'i' || lower === 'we' || lower === 'my' || lower === 'our') return { words, text: 'the author' };
    if (lower === 'it' || lower === 'its') return stand('organization');
    if (lower === 'they' || lower === 'their' || lower === 'them') return stand('plural');
    if (
      /^(?:some|many|most|others|few|both|several|everyone|nobody|someone|none|all|one|those|everybody|another)$/.test(
        lower,
      )
    )
      return { words, text };
    return undefined;
  }

  /** The last person of that gender: one whom the text has called by the other pronoun is passed over. */
  #person(gender: 'he' | 'she', words: Speaker['words'], text: string): Speaker {
    const found =
      this.#people.find(
        person => (this.#gender.get(lastWord(person.text)) ?? genderOf(person.text) ?? gender) === gender,
      ) ?? this.#people[0];
    if (!found) return { words, text };
    this.#gender.set(lastWord(found.text), gender);
    return { ...found, words };
  }

  #kindOf(speaker: Speaker): Kind | undefined {
    const type: NameType | undefined =
      speaker.mention === undefined ? undefined : this.#article.mentions[speaker.mention]?.type;
    if (type === 'person') return 'person';
    if (type === 'organization' || type === 'place') return 'organization';
    return type === 'group' ? 'plural' : undefined;
  }

  #note(speaker: Speaker, phrase: Phrase): void {
    this.spoke(speaker);
    const before = this.#article.words[phrase.first]?.lower;
    if (before === 'mrs' || before === 'ms') this.#gender.set(lastWord(speaker.text), 'she');
    if (before === 'mr') this.#gender.set(lastWord(speaker.text), 'he');
  }
}

function lastWord(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1);
}

const SHE: ReadonlySet<string> = new Set(
  'Mary Anna Anne Ann Maria Marie Hillary Michelle Angela Theresa Elizabeth Sarah Susan Nancy Karen Lisa Jennifer Jessica Emily Emma Laura Julia Kate Katie Kelly Kellyanne Melania Ivanka Kamala Nikki Melissa Rachel Rebecca Amanda Amy Barbara Linda Patricia Sandra Donna Carol Ruth Sharon Michele Kimberly Deborah Debbie Dianne Diane Janet Jane Judith Margaret Martha Megyn Loretta Tammy Olivia Sophia Isabella Fatima Claudia Carla Christine Christina Cristina Ursula Jacinda Sanna Giorgia Nicola Priti Liz Greta Malala Condoleezza Elena Sonia Alexandria Ilhan Gretchen Chelsea Samantha Victoria Helen Alice Grace Hannah Heather Tiffany Vanessa Wendy'.split(
    ' ',
  ),
);
const HE: ReadonlySet<string> = new Set(
  'John James Robert Michael Mike William Bill David Richard Joseph Joe Thomas Tom Charles Christopher Chris Daniel Dan Matthew Matt Anthony Tony Mark Donald Steven Steve Paul Andrew Kenneth George Joshua Kevin Brian Edward Ronald Ron Timothy Tim Jason Jeffrey Jeff Ryan Jacob Gary Nicholas Nick Eric Jonathan Stephen Larry Justin Scott Brandon Benjamin Ben Samuel Sam Gregory Greg Frank Alexander Alex Raymond Patrick Jack Dennis Jerry Tyler Aaron Jose Adam Henry Nathan Douglas Doug Peter Zachary Kyle Barack Bernie Ted Marco Mitt Newt Rudy Vladimir Boris Emmanuel Justin Gustavo Benjamin Mahmoud Bashar Recep Xi Narendra Luis Juan Carlos Pedro Pablo Armando Mohammed Muhammad Ahmed Ali Hassan Omar Ibrahim Harry Barry Roger Bruce Jim Bob Dick Don Ken Phil Fred Rick Rod Neil Ian Simon Martin Nigel Jeremy Keir Rishi'.split(
    ' ',
  ),
);

/** By the commonest first names alone. */
function genderOf(name: string): 'he' | 'she' | undefined {
  const first = name.slice(0, name.indexOf(' ') < 0 ? undefined : name.indexOf(' '));
  return SHE.has(first) ? 'she' : HE.has(first) ? 'he' : undefined;
}
