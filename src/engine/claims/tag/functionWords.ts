/** The class of a function word where it stands: `'s` of a name or for `is`, `her` with or without a noun, `that`, `this`, `have`. */
import type { Token } from '../../text/reading.ts';
import { CLOSED } from './closed.ts';
import type { Context } from './context.ts';
import { entryOf } from './lexicon.ts';
import type { Tag, Word } from './tags.ts';

/** Nouns that stand in the closed lists in their plural. */
const SINGULAR: ReadonlyMap<string, string> = new Map([
  ['people', 'person'],
  ['officials', 'official'],
  ['others', 'other'],
]);

/** The word for a token of a closed class; `tag` and `lemma` are what the list says of it. */
export function closedClass(ctx: Context, i: number, lower: string, tag: Tag, lemma: string): Word {
  const next = ctx.tokens[i + 1];
  const before = ctx.words[i - 1];
  const word = (t: Tag, l = lemma): Word => ({
    lower,
    tag: t,
    lemma: t === 'noun' ? (SINGULAR.get(lower) ?? l) : l,
    plural: t === 'noun' && (lower === 'people' || lower === 'officials' || lower === 'others' || lower === 'police'),
  });
  if (lower === "'s") {
    const stands =
      before?.tag === 'pron' ||
      before?.tag === 'wh' ||
      before?.tag === 'there' ||
      before?.tag === 'that' ||
      before?.lower === 'here';
    return stands ? word('pres', 'be') : isShortForIs(ctx, i) ? word('pres', 'be') : word('poss');
  }
  if (lower === "'")
    return word(before?.lower.endsWith('s') && before.tag !== 'mark' && !ctx.tokens[i]?.spaced ? 'poss' : 'mark');
  if (lower === 'that') return thatClass(ctx, i);
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
    standsAlone(ctx, next)
  )
    return word('pron');
  if (lower === 'there')
    return word(
      next !== undefined &&
        /^(?:is|are|was|were|has|have|had|will|would|may|might|must|should|could|can|seems?|'s)$/.test(next.lower)
        ? 'there'
        : 'adv',
    );
  if (lower === 'had' && ctx.before(i)?.lemma === 'have') return word('part');
  if (lower === 'have' || lower === 'do') return word(ctx.wantsBase(i) ? 'base' : 'pres');
  if (
    lower === 'like' &&
    (before?.tag === 'pron' || before?.tag === 'modal' || before?.tag === 'to' || before?.lemma === 'do')
  )
    return word(before.tag === 'pron' ? 'pres' : 'base');
  if (lower === 'neither' && (before?.tag === 'modal' || before?.tag === 'pres' || before?.tag === 'past'))
    return word('not');
  if (lower === 'since' && before?.lemma === 'have' && next && /(?:ed|en|wn|ne)$/.test(next.lower)) return word('adv');
  if (lower === 'only') return word(before?.tag === 'det' || before?.tag === 'poss' ? 'adj' : 'adv');
  if (lower === 'may' && ctx.named(i)) return word('name');
  return word(tag);
}

/** `Trump's going to`, `Petro's the first`: rare in news, and told by what follows. */
function isShortForIs(ctx: Context, i: number): boolean {
  const next = ctx.tokens[i + 1]?.lower ?? '';
  return next === 'not' || next === 'been' || next === 'going' || next === 'a' || next === 'an' || next === 'the';
}

function standsAlone(ctx: Context, next: Token | undefined): boolean {
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
  return (entry.past || entry.third) && !entry.classes.includes('n') && !isAttributive(ctx, next);
}

function isAttributive(ctx: Context, token: Token): boolean {
  const i = ctx.tokens.indexOf(token, ctx.sentence.firstToken);
  const after = ctx.tokens[i + 1];
  return (
    after !== undefined &&
    after.kind === 'word' &&
    !CLOSED.has(after.lower) &&
    entryOf(after.lower).classes.startsWith('n')
  );
}

function thatClass(ctx: Context, i: number): Word {
  const next = ctx.tokens[i + 1];
  const before = ctx.words[i - 1];
  const demonstrative =
    (before === undefined || i === ctx.sentence.firstToken || before.tag === 'prep' || before.tag === 'conj') &&
    (before?.tag !== 'conj' || next?.kind === 'word');
  const tag: Tag = demonstrative && before?.tag !== 'conj' ? (standsAlone(ctx, next) ? 'pron' : 'det') : 'that';
  return { lower: 'that', tag, lemma: 'that', plural: false };
}
