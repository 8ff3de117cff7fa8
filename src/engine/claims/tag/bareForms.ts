/**
 * Forms that are a noun as often as a verb, `claims` and `attack`, and what is neither: settled by the words around.
 */
import type { Context } from './context.ts';
import type { Entry } from './lexicon.ts';
import { BEFORE_NOUN, OPENS_OBJECT, type Tag, type Word } from './tags.ts';

/** Verbs that are nouns first, and yet tell something: `the plan states that`. */
const MAY_TELL: ReadonlySet<string> = new Set(
  'state forecast note report project plan signal promise hope fear figure question demand order vote attempt move offer hint decide vow pledge'.split(
    ' ',
  ),
);

/** The tag of a word in -s: a verb of the third person, or a noun in the plural. */
export function thirdForm(ctx: Context, i: number, entry: Entry, before: Word | undefined): Tag {
  if (!entry.classes.includes('n')) return 'pres';
  const after = ctx.after(i);
  if (before === undefined) return 'noun';
  if (before.tag === 'pron' || before.tag === 'wh') return 'pres';
  if (BEFORE_NOUN.has(before.tag) || before.tag === 'prep' || before.tag === 'to' || before.tag === 'modal')
    return 'noun';
  if (before.tag === 'name' || before.tag === 'noun' || before.tag === 'mark') {
    if (before.plural && before.tag === 'noun') return after === 'that' && !ctx.finite ? 'pres' : 'noun';
    if (
      (after === 'to' || after === 'that' || after === 'wh') &&
      entry.classes.startsWith('n') &&
      !MAY_TELL.has(entry.verb)
    )
      return 'noun';
    if (before.tag === 'name' && OPENS_OBJECT.has(after) && !(after === 'to' && isInPhrase(ctx, i))) return 'pres';
    if (ctx.words[i - 1]?.tag === 'adv' && ctx.words[i - 2]?.tag === 'mark' && after !== 'mark' && after !== 'prep')
      return 'pres';
    if (ctx.finite) return 'noun';
    const adverb = ctx.words[i - 1]?.tag === 'adv';
    if (OPENS_OBJECT.has(after) || after === 'poss')
      return before.tag === 'mark' && !OPENS_OBJECT.has(after) ? 'noun' : 'pres';
    if (ctx.finiteAhead(i) === 'near') return 'noun';
    if (adverb) return 'pres';
    if (before.tag === 'mark')
      return entry.classes.startsWith('v') && ctx.words[i - 1]?.lower === ',' && after !== 'mark' && after !== 'conj'
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
    if (after === 'prep' && before.tag === 'noun' && !ctx.hasVerbAhead(i)) return 'pres';
    if (after === 'prep') return entry.classes.startsWith('v') && before.tag === 'name' ? 'pres' : 'noun';
    if (after === 'base' || after === 'part')
      return before.tag === 'name' && after === 'part' && !ctx.hasVerbAhead(i + 1) ? 'pres' : 'noun';
    return entry.classes.startsWith('v') || (before.tag === 'name' && MAY_TELL.has(entry.verb)) ? 'pres' : 'noun';
  }
  if (before.tag === 'conj') return ctx.lastFinite === 'pres' && OPENS_OBJECT.has(after) ? 'pres' : 'noun';
  if (before.tag === 'that') return OPENS_OBJECT.has(after) || after === 'prep' ? 'pres' : 'noun';
  return 'noun';
}

/** `on Colombian exports to`: the name before belongs to a preposition. */
function isInPhrase(ctx: Context, i: number): boolean {
  let k = i - 1;
  while (k > ctx.sentence.firstToken && (ctx.words[k]?.tag === 'name' || ctx.words[k]?.tag === 'adj')) k--;
  return ctx.words[k]?.tag === 'prep' && !/^(?:as|after|before|since|until|than)$/.test(ctx.words[k]?.lower ?? '');
}

/** The tag of a word without an ending that may be a verb: base form, present, noun or adjective. */
export function baseForm(ctx: Context, i: number, entry: Entry, before: Word | undefined): Tag {
  const after = ctx.after(i);
  const { classes } = entry;
  const nounable = classes.includes('n');
  if (/^(?:more|most|less|very)$/.test(ctx.words[i - 1]?.lower ?? '')) return nonVerb(ctx, i, entry, before);
  if (ctx.wantsBase(i)) {
    if (
      before?.tag === 'to' &&
      nounable &&
      !classes.startsWith('v') &&
      isGoal(ctx.words[i - 2]) &&
      !(ctx.words[i - 2]?.lower === 'due' && ctx.words[i - 3]?.lemma === 'be') &&
      !OPENS_OBJECT.has(after)
    )
      return 'noun';
    if (before?.tag === 'to' && classes.startsWith('a') && after === 'noun') return 'adj';
    return 'base';
  }
  if (!nounable && !classes.includes('a') && !classes.includes('r'))
    return before && (before.tag === 'det' || before.tag === 'poss')
      ? 'noun'
      : startsBare(ctx, before)
        ? 'base'
        : 'pres';
  if (before === undefined)
    return classes.startsWith('v') && (OPENS_OBJECT.has(after) || after === 'not')
      ? 'base'
      : nonVerb(ctx, i, entry, before);
  if (BEFORE_NOUN.has(before.tag) || before.tag === 'prep') return nonVerb(ctx, i, entry, before);
  if (before.tag === 'pron')
    return /^(?:him|her|us|them|me|himself|herself|themselves|it)$/.test(before.lower)
      ? classes.startsWith('v') && OPENS_OBJECT.has(after)
        ? 'base'
        : nonVerb(ctx, i, entry, before)
      : 'pres';
  if (before.tag === 'wh' || before.tag === 'that')
    return classes.startsWith('v') || OPENS_OBJECT.has(after) ? 'pres' : nonVerb(ctx, i, entry, before);
  if ((before.tag === 'noun' && before.plural) || (before.tag === 'name' && before.lower.endsWith('s'))) {
    if (
      !ctx.finite &&
      (OPENS_OBJECT.has(after) || (classes.startsWith('v') && ctx.finiteAhead(i) !== 'near' && after !== 'base'))
    )
      return 'pres';
    return nonVerb(ctx, i, entry, before);
  }
  if (before.tag === 'conj' && !isAfterNoun(ctx, i)) {
    if ((OPENS_OBJECT.has(after) || classes.startsWith('v')) && hasBareVerb(ctx, i)) return 'base';
  }
  return nonVerb(ctx, i, entry, before);
}

function isAfterNoun(ctx: Context, i: number): boolean {
  const before = ctx.words[i - 2]?.tag;
  return before === 'adj' || before === 'det';
}

/** Whether an infinitive or imperative stands earlier, so that `and` may join another. */
function hasBareVerb(ctx: Context, i: number): boolean {
  for (let k = i - 1; k >= ctx.sentence.firstToken && k > i - 16; k--) if (ctx.words[k]?.tag === 'base') return true;
  return false;
}

/** `Critics, like the senator, see`: after a comma the subject's verb may still be to come. */
function opensWithNoun(ctx: Context): boolean {
  const tag = ctx.words[ctx.sentence.firstToken]?.tag;
  return tag === 'noun' || tag === 'name' || tag === 'det' || tag === 'poss';
}

function startsBare(ctx: Context, before: Word | undefined): boolean {
  return (
    before === undefined ||
    (before.tag === 'mark' && !ctx.finite && !(before.lower === ',' && opensWithNoun(ctx))) ||
    before.tag === 'conj'
  );
}

function nonVerb(ctx: Context, i: number, entry: Entry, before: Word | undefined): Tag {
  const rest = entry.classes.replace('v', '');
  if (rest === '') return before && BEFORE_NOUN.has(before.tag) ? 'noun' : 'pres';
  if (rest === 'r') return 'adv';
  return nominal(ctx, i, { ...entry, classes: rest }, before);
}

/** The tag of a word that is no verb here: noun, adjective or adverb. */
export function nominal(ctx: Context, i: number, entry: Entry, before: Word | undefined): Tag {
  const { classes } = entry;
  if (classes.startsWith('r')) return 'adv';
  if (!classes.includes('a')) return classes.includes('r') && !classes.includes('n') ? 'adv' : 'noun';
  const after = ctx.after(i);
  const modifies = after === 'noun' || after === 'adj' || after === 'name';
  if (!classes.includes('n')) return after === 'part' && entry.classes.includes('r') ? 'adv' : 'adj';
  if (modifies && (classes.startsWith('a') || after === 'noun')) return classes.startsWith('a') ? 'adj' : 'noun';
  if (before && BEFORE_NOUN.has(before.tag)) return 'noun';
  return classes.startsWith('a') ? 'adj' : 'noun';
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
