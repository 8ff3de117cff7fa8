/**
 * Who speaks within quotation marks.
 *
 * The cues come first: a verb of saying right before the opening mark or right after the closing one settles a run. Then the runs that have
 * none nearby: they go on from the run before, from the paragraph before, or belong to whoever acts in the clause around them.
 */
import { sentenceOfToken } from '../../text/tokenRanges.ts';
import type { ParsedArticle, ParsedSentence } from '../phrase/parse.ts';
import type { Phrase } from '../phrase/phrases.ts';
import type { Speaker } from '../types.ts';
import { VERB_CUES } from './cues.ts';
import type { QuotedRun } from './quoteMarks.ts';
import type { Resolve } from './verbCues.ts';

/** Whoever speaks a run, and the verb that says so. */
export interface Source {
  readonly speaker: Speaker;
  /** Identifies the cue within the article: runs with one cue are one utterance. */
  readonly cue?: string;
}

/** Looks for the verb of saying that stands next to a run. */
export function cueOf(
  article: ParsedArticle,
  run: QuotedRun,
  quoted: (token: number) => boolean,
  resolve: Resolve,
): Source | undefined {
  return before(article, run, quoted, resolve) ?? after(article, run, quoted, resolve) ?? signed(article, run, resolve);
}

/** The sentence that a token (by its index) stands in. */
export function sentenceAt(article: ParsedArticle, token: number): ParsedSentence | undefined {
  return article.sentences[sentenceOfToken(article.reading, token)];
}

/** `X said: “…”`, `X told reporters that “…”`; or the sentence before ended in a colon. */
function before(
  article: ParsedArticle,
  run: QuotedRun,
  quoted: (token: number) => boolean,
  resolve: Resolve,
): Source | undefined {
  const sentence = sentenceAt(article, run.first);
  if (!sentence) return undefined;
  if (run.open <= sentence.sentence.firstToken) {
    const earlier = article.sentences[sentence.index - 1];
    const last = earlier && article.words[earlier.sentence.endToken - 1];
    return earlier && last?.lower === ':' ? announced(earlier, quoted, resolve) : undefined;
  }
  const mark = article.words[run.open - 1]?.lower;
  if (mark === ':')
    return announced(
      { ...sentence, clauses: sentence.clauses.filter(c => (sentence.phrases[c.verb]?.end ?? 0) <= run.first) },
      quoted,
      resolve,
    );
  for (let c = sentence.clauses.length - 1; c >= 0; c--) {
    const clause = sentence.clauses[c];
    const verb = clause && sentence.phrases[clause.verb];
    if (!clause || !verb || verb.end >= run.first || quoted(verb.head)) continue;
    const cue = VERB_CUES.get(verb.lemma);
    if (!cue || clause.subject === undefined || verb.group?.passive) return undefined;
    if (!onlyAddressee(sentence.phrases, clause.verb + 1, run.open)) return undefined;
    const speaker = resolve(sentence, clause.subject, true);
    return speaker && { speaker, cue: `${sentence.index}:${clause.verb}` };
  }
  return undefined;
}

/** Whoever acts in a clause that ends in a colon. */
function announced(sentence: ParsedSentence, quoted: (token: number) => boolean, resolve: Resolve): Source | undefined {
  const clauses = sentence.clauses.filter(
    c => c.subject !== undefined && !quoted(sentence.phrases[c.verb]?.head ?? 0) && c.relation !== 'relative',
  );
  const finite = clauses.filter(c => sentence.phrases[c.verb]?.group?.form === 'finite');
  const clause = finite.findLast(c => VERB_CUES.has(sentence.phrases[c.verb]?.lemma ?? '')) ?? finite[0] ?? clauses[0];
  if (clause?.subject === undefined) return undefined;
  const speaker =
    resolve(sentence, clause.subject, false) ??
    clauses
      .map(c => (c.subject === undefined ? undefined : resolve(sentence, c.subject, false)))
      .find(s => s !== undefined);
  return speaker && { speaker, cue: `${sentence.index}:${clause.verb}` };
}

function onlyAddressee(phrases: readonly Phrase[], from: number, token: number): boolean {
  for (let k = from; k < phrases.length && (phrases[k]?.first ?? 0) < token; k++) {
    const kind = phrases[k]?.kind;
    if (kind === 'verb' || kind === 'wh' || k > from + 8) return false;
    if (kind === 'mark' && phrases[k]?.lemma !== ',' && phrases[k]?.lemma !== ':') return false;
  }
  return true;
}

/** `“…,” X, who …, said`; `“…?” asked X`. */
function after(
  article: ParsedArticle,
  run: QuotedRun,
  quoted: (token: number) => boolean,
  resolve: Resolve,
): Source | undefined {
  if (!run.closed) return undefined;
  const sentence = sentenceAt(article, run.endToken);
  if (!sentence || sentence.sentence.firstToken > run.endToken || run.endToken + 1 >= sentence.sentence.endToken)
    return undefined;
  const { phrases } = sentence;
  let k = phrases.findIndex(p => p.first >= run.endToken);
  if (k < 0) return undefined;
  const stop = article.words[run.endToken - 1]?.lower ?? '';
  const parted = /^(?:[,?!.…—–-]|--|\.\.+)$/.test(stop) || phrases[k]?.lemma === ',' || phrases[k]?.lemma === '—';
  while (phrases[k]?.kind === 'mark' || phrases[k]?.kind === 'adv') k++;
  const first = phrases[k];
  if (!first) return undefined;
  if (first.kind === 'verb' && first.group?.form === 'finite' && parted) {
    const cue = VERB_CUES.get(first.lemma);
    if (!cue || phrases[k + 1]?.kind !== 'np' || quoted(first.head)) return undefined;
    const speaker = resolve(sentence, k + 1, false);
    return speaker && { speaker, cue: `${sentence.index}:${k}` };
  }
  if (first.kind !== 'np') return undefined;
  const clause = sentence.clauses.find(
    c => c.subject === k && phrases[c.verb]?.group?.form === 'finite' && c.relation !== 'relative' && c.verb > k,
  );
  const verb = clause && phrases[clause.verb];
  if (!clause || !verb || quoted(verb.head)) return undefined;
  const next = phrases[clause.verb + 1];
  const tag = VERB_CUES.get(verb.lemma);
  const ends =
    next === undefined ||
    next.kind === 'mark' ||
    next.kind === 'time' ||
    next.kind === 'prep' ||
    next.kind === 'adv' ||
    next.kind === 'np' ||
    next.kind === 'conj' ||
    next.kind === 'verb' ||
    next.kind === 'sub';
  if (!ends || (!tag && next !== undefined && next.kind !== 'mark') || (!parted && !tag?.takes.has('quote')))
    return undefined;
  const speaker = resolve(sentence, k, true);
  return speaker && { speaker, cue: `${sentence.index}:${clause.verb}` };
}

/** `“…” — Pamela Padilla`: a name alone behind a dash. */
function signed(article: ParsedArticle, run: QuotedRun, resolve: Resolve): Source | undefined {
  const sentence = run.closed ? sentenceAt(article, run.endToken + 2) : undefined;
  if (!sentence) return undefined;
  const dashed = /^(?:[—–―-]|--)$/.test(article.words[run.endToken + 1]?.lower ?? '');
  const at = sentence.phrases.findIndex(p => p.first > run.endToken + 1);
  const phrase = sentence.phrases[at];
  if (
    !dashed ||
    phrase?.kind !== 'np' ||
    (sentence.phrases[at + 1] !== undefined && sentence.phrases[at + 1]?.kind !== 'mark')
  )
    return undefined;
  const speaker = resolve(sentence, at, false);
  return speaker && { speaker, cue: `${sentence.index}:s` };
}

/** Whoever acts in the clause that a few quoted words stand in: `branded it “reckless”`. */
export function actorAround(
  sentence: ParsedSentence,
  run: QuotedRun,
  quoted: (token: number) => boolean,
  resolve: Resolve,
): Speaker | undefined {
  for (let c = sentence.clauses.length - 1; c >= 0; c--) {
    const clause = sentence.clauses[c];
    const verb = clause && sentence.phrases[clause.verb];
    if (!clause || !verb || verb.end > run.first || quoted(verb.head) || verb.lemma === 'be') continue;
    if (clause.subject === undefined || verb.group?.passive) return undefined;
    return resolve(sentence, clause.subject, false);
  }
  return undefined;
}
