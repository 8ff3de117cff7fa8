/**
 * What an `-ing` or past form is where it stands: a verb of its own, a participle of the noun before, an adjective or a noun.
 */
import { BREAKS, CLEARLY_FINITE, type Context } from './context.ts';
import type { Entry } from './lexicon.ts';
import { BEFORE_NOUN, OPENS_OBJECT, type Tag, type Word } from './tags.ts';

const TIME_WORDS = /^(?:last|this|next|earlier|late|early|yesterday|today|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;
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

/** The tag of a word in -ing: a participle, a noun or an adjective. */
export function ingForm(ctx: Context, i: number, entry: Entry, before: Word | undefined): Tag {
  if (ctx.isCompoundEnd(i)) return 'adj';
  const after = ctx.after(i);
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
    ctx.words[i - 1] === before
  )
    return 'adj';
  if (BEFORE_NOUN.has(before.tag)) {
    if (after === 'noun' || after === 'adj' || after === 'name') return entry.classes.startsWith('n') ? 'noun' : 'adj';
    return OPENS_OBJECT.has(after) && before.tag !== 'adj' && before.tag !== 'det' ? 'ing' : 'noun';
  }
  if (before.tag === 'noun' || before.tag === 'name') {
    if (OPENS_OBJECT.has(after) || after === 'adj' || after === 'num') return 'ing';
    if (ctx.words[i - 1]?.tag === 'mark') return 'ing';
    if (after === 'noun') return before.plural ? 'ing' : 'noun';
    return before.plural && after !== 'mark' ? 'ing' : nounable ? 'noun' : 'ing';
  }
  if (entry.classes.startsWith('n') && !OPENS_OBJECT.has(after)) return 'noun';
  return 'ing';
}

/** The tag of a form in -ed or its like: the past, a participle or an adjective. */
export function pastForm(ctx: Context, i: number, entry: Entry, before: Word | undefined): Tag {
  if (ctx.isCompoundEnd(i)) return 'adj';
  const after = ctx.after(i);
  const modifies = after === 'noun' || after === 'adj' || after === 'name' || after === 'num';
  const only: Tag | undefined = entry.past && !entry.part ? 'past' : entry.part && !entry.past ? 'part' : undefined;
  if (only && !(before && BEFORE_NOUN.has(before.tag) && (entry.classes.includes('n') || entry.classes.includes('a'))))
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
    return after === 'noun' || after === 'adj' ? 'adj' : pastOrPart(ctx, i, after);
  if (before.tag === 'pron' || before.tag === 'wh' || before.tag === 'that')
    return before.tag === 'that' && after === 'noun' && ctx.isVerbal(i - 2) ? 'adj' : 'past';
  if (before.tag === 'prep') return after === 'noun' || after === 'adj' ? 'adj' : 'part';
  if (
    before.tag === 'past' ||
    before.tag === 'pres' ||
    before.tag === 'base' ||
    before.tag === 'ing' ||
    before.tag === 'part'
  )
    return modifies && after !== 'name' ? 'adj' : 'part';
  return pastOrPart(ctx, i, after);
}

/** After a noun, a comma or `and`: the clause's finite verb, or a participle that belongs to the noun? */
function pastOrPart(ctx: Context, i: number, after: Tag): Tag {
  const next = ctx.tokens[i + 1]?.lower ?? '';
  const direct = ctx.words[i - 1];
  if (next === 'by') return !ctx.finite && ctx.finiteAhead(i) === 'none' && direct?.tag !== 'mark' ? 'past' : 'part';
  if (SPEAKS.has(ctx.tokens[i]?.lower ?? '')) return 'past';
  if (after === 'to' && TRIES.has(ctx.tokens[i]?.lower ?? '')) return 'past';
  if (after === 'mark' && isTag(ctx, i)) return 'past';
  // `a report released last year found`
  if (TIME_WORDS.test(next) && direct?.tag === 'noun' && ctx.hasVerbAhead(i + 1)) return 'part';
  const object = OPENS_OBJECT.has(after) || after === 'noun' || after === 'adj' || after === 'num';
  if (
    object &&
    after !== 'to' &&
    (direct?.tag === 'name' || direct?.tag === 'noun') &&
    !NAMING.has(ctx.tokens[i]?.lower ?? '')
  )
    return 'past';
  if (isInAdjunct(ctx, i)) return 'part';
  if (after === 'prep' && UNDERGONE.has(ctx.tokens[i]?.lower ?? '') && direct?.tag !== 'conj' && ctx.hasVerbAhead(i))
    return 'part';
  if (ctx.finite) {
    const joined = direct?.tag === 'conj' || direct?.tag === 'mark' || direct?.tag === 'adv';
    if (!joined) return 'part';
    if (
      direct?.tag === 'conj' &&
      ctx.words[i - 2]?.tag === 'part' &&
      after !== 'det' &&
      after !== 'poss' &&
      after !== 'name'
    )
      return 'part';
    if (direct?.tag === 'conj') return ctx.lastFinite === 'past' || OPENS_OBJECT.has(after) ? 'past' : 'part';
    return OPENS_OBJECT.has(after) || (ctx.lastFinite === 'past' && PHRASAL.has(next)) || after === 'num'
      ? 'past'
      : 'part';
  }
  const opens = direct?.tag === 'adv' ? ctx.words[i - 2] : direct;
  if (opens?.lower === ',' && (after === 'prep' || after === 'adv') && commaAhead(ctx, i)) return 'part';
  if (direct?.tag === 'mark' && (after === 'prep' || after === 'mark'))
    return ctx.finiteAhead(i) === 'none' ? 'past' : 'part';
  if (after === 'prep' || after === 'to' || after === 'adv') return ctx.finiteAhead(i) === 'near' ? 'part' : 'past';
  return 'past';
}

/** `, in a statement posted on X, did …`: a participle within an adjunct between commas, whose clause goes on after it. */
function isInAdjunct(ctx: Context, i: number): boolean {
  let from = i - 1;
  while (from > ctx.sentence.firstToken && ctx.words[from]?.tag !== 'mark') from--;
  const opens = ctx.words[from]?.tag === 'mark' ? from + 1 : from;
  if (ctx.words[opens]?.tag !== 'prep' || (from > ctx.sentence.firstToken && ctx.words[from]?.lower !== ','))
    return false;
  for (let k = i + 1; k < ctx.sentence.endToken; k++) {
    const lower = ctx.tokens[k]?.lower ?? '';
    if (lower === ',') return from === ctx.sentence.firstToken || CLEARLY_FINITE.has(ctx.tokens[k + 1]?.lower ?? '');
    if (CLEARLY_FINITE.has(lower)) return false;
  }
  return false;
}

function commaAhead(ctx: Context, i: number): boolean {
  for (let k = i + 1; k < ctx.sentence.endToken; k++) {
    if (ctx.tokens[k]?.text === ',') return true;
    if (BREAKS.has(ctx.tokens[k]?.text ?? '')) return false;
  }
  return false;
}

/** `…, the minister added.`: nothing but a subject stands between the last comma or quotation mark and the verb. */
function isTag(ctx: Context, i: number): boolean {
  let k = i - 1;
  for (; k >= ctx.sentence.firstToken; k--) {
    const tag = ctx.words[k]?.tag;
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
