/**
 * A part-of-speech pass over one article.
 *
 * Goal: tell verbs from nouns, finite verbs from participles, and names from both, well enough for phrases and clauses to be cut.
 * Method: closed classes and the lexicon say what a form may be; one pass from left to right settles it by the word before (looking through
 * adverbs), the word after, and whether the clause has its finite verb already. As in Brill 1992 the rules are few and each can be read, but
 * they are applied at once rather than as repairs. Cost: linear, one look-up a token.
 */
import type { Reading } from '../../text/reading.ts';
import { baseForm, nominal, thirdForm } from './bareForms.ts';
import { CLOSED } from './closed.ts';
import { BREAKS, Context } from './context.ts';
import { closedClass } from './functionWords.ts';
import { type Entry, entryOf } from './lexicon.ts';
import type { Tag, Word } from './tags.ts';
import { ingForm, pastForm } from './verbForms.ts';

const SUBORDINATES: ReadonlySet<string> = new Set(['as', 'after', 'before', 'since', 'until']);
const OPENS_CLAUSE: ReadonlySet<string> = new Set(
  'say think believe know hope fear suspect insist argue note suggest claim warn report show mean estimate predict acknowledge'.split(
    ' ',
  ),
);

/**
 * Classes and lemmas of all tokens; those of headings, posts and credits as well. `mentionAt` is above 0 for every token of a name.
 */
export function tagWords(reading: Reading, mentionAt: Uint16Array): readonly Word[] {
  const words: Word[] = new Array<Word>(reading.tokens.length);
  for (const sentence of reading.sentences) tagSentence(new Context(reading.tokens, sentence, mentionAt, words));
  return words;
}

function tagSentence(ctx: Context): void {
  for (let i = ctx.sentence.firstToken; i < ctx.sentence.endToken; i++) {
    const word = decide(ctx, i);
    ctx.words[i] = word;
    const { tag } = word;
    if (tag === 'sub' || tag === 'wh' || (tag === 'mark' && BREAKS.has(word.lower))) ctx.finite = false;
    else if (tag === 'that' || SUBORDINATES.has(word.lower)) ctx.finite = false;
    else if (tag === 'modal' || tag === 'past' || tag === 'pres' || tag === 'pronaux') {
      // `said the museum opened`: what follows these is a clause of its own.
      ctx.finite = !OPENS_CLAUSE.has(word.lemma) || tag === 'modal';
      ctx.lastFinite = tag;
    }
  }
}

function decide(ctx: Context, i: number): Word {
  const token = ctx.tokens[i];
  if (!token) return { lower: '', tag: 'mark', lemma: '', plural: false };
  const lower = token.lower;
  if (token.kind === 'number') return { lower, tag: 'num', lemma: lower, plural: false };
  if (lower === '-' && ctx.isHyphen(i))
    return { lower, tag: ctx.words[i - 1]?.tag === 'name' ? 'name' : 'adj', lemma: lower, plural: false };
  if (token.kind === 'mark' && lower !== '&' && lower !== "'" && lower !== '’')
    return { lower, tag: 'mark', lemma: lower, plural: false };
  if (token.kind !== 'word' && token.kind !== 'mark') return { lower, tag: 'name', lemma: lower, plural: false };
  if (ctx.isName(i, token)) return { lower, tag: 'name', lemma: lower, plural: false };
  const closed = CLOSED.get(lower);
  if (closed) return closedClass(ctx, i, lower, closed.tag, closed.lemma);
  if (lower === "'" || lower === '’') return { lower, tag: 'mark', lemma: lower, plural: false };
  const entry = entryOf(lower);
  const tag = openClass(ctx, i, entry);
  const verb = tag === 'base' || tag === 'pres' || tag === 'past' || tag === 'part' || tag === 'ing';
  return {
    lower,
    tag,
    lemma: verb ? (tag === 'past' || tag === 'part' ? entry.pastOf : entry.verb) : tag === 'noun' ? entry.noun : lower,
    plural: tag === 'noun' && entry.plural,
  };
}

function openClass(ctx: Context, i: number, entry: Entry): Tag {
  const before = ctx.before(i);
  if (entry.ing) return ingForm(ctx, i, entry, before);
  if ((entry.past || entry.part) && !(entry.base && ctx.wantsBase(i))) return pastForm(ctx, i, entry, before);
  if (entry.third) return thirdForm(ctx, i, entry, before);
  if (entry.base) return baseForm(ctx, i, entry, before);
  return nominal(ctx, i, entry, before);
}
