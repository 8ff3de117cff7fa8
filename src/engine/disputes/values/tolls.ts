/**
 * What the story's own event cost: how many people were killed, hurt, arrested, are missing.
 *
 * Goal: the count that a reader looks for first, and no other. Method: a count's kind comes from the word it stands with (`15 hurt`, `killed at
 * least 17`, `leaves 3 dead`) or else from the event that it takes part in. Counts of a part (`among them two children`) and of another event
 * (an earlier year, a record, `last month`) are left out; what is left is one slot a kind. Articles seldom contradict themselves, so a
 * value that is told beside another by one article weighs less. Cost: linear in the counts of a story.
 */
import { CLOSED } from '../../claims/tag/closed.ts';
import { stem } from '../../matches/stem.ts';
import type { Token } from '../../text/reading.ts';
import { overlap } from '../../text/span.ts';
import type { Candidate, CandidatePosition, Features } from '../base/candidate.ts';
import { certainty } from '../base/certainty.ts';
import { clauseAround } from '../base/evidence.ts';
import { growsWithTime } from './growth.ts';
import { type Comparison, compareMentions, compareValues, type SlotMention } from './slots.ts';

/** Kinds of toll, with the word stems that tell them. */
const KINDS: Readonly<Record<string, string>> = {
  kill: 'dead kill die death slain perish fatal lost lives toll fatality drown murdered massacre',
  injure: 'hurt injur wound injury injuries casualties maim',
  shoot: 'shot',
  stab: 'stabbed',
  arrest: 'arrest detain custody',
  'go-missing': 'missing unaccounted',
  hospitalize: 'hospitalized hospitalised hospital',
  displace: 'displaced homeless',
  evacuate: 'evacuated',
  rescue: 'rescued',
};
const KIND_OF = new Map(
  Object.entries(KINDS).flatMap(([kind, words]) => words.split(' ').map(word => [stem(word), kind] as const)),
);
/** What is asked of each kind. */
const ASKED: Readonly<Record<string, string>> = {
  kill: 'were killed',
  injure: 'were injured',
  shoot: 'were shot',
  stab: 'were stabbed',
  arrest: 'were arrested',
  'go-missing': 'are missing',
  hospitalize: 'were taken to hospital',
  displace: 'lost their homes',
  evacuate: 'were evacuated',
  rescue: 'were rescued',
};
/** People as such, and the words that may stand between a count and what befell them. */
const PEOPLE =
  /^(?:people|persons?|adults?|relatives?|others?|victims?|men|women|man|woman|passengers?|residents?|civilians?|patients?|patrons?|were|was|are|is|been|have|has|had|more|confirmed|reported|left|lie|lay|of|them)$/;
/** Verbs that a count is the object of. */
const DONE_TO =
  /^(?:kill|injur|wound|shoot|shot|murder|massacr|maim|arrest|detain|displac|evacuat|rescu|hospitali|stab)/;
const COUNTED = /^(?:people|persons|victims|men|women|passengers|residents|civilians|workers|employees|adults)$/;
/** In front of a count, or behind it, words that make it one of some of them. */
const PART_BEFORE = /^(?:including|includes?|both|another|additional|latest)$/;
const PART_BEHIND =
  /^(?:additional|children|child|kids?|boys?|girls?|officers?|deputies|students?|soldiers?|whom|critically|seriously|fatally|remain|remained|remains)$/;
/** Words of another event than the story's own, in front of a count. */
const ELSEWHERE =
  /\b(?:last (?:year|month|spring|summer|fall|autumn|winter)|previous(?:ly)?|earlier (?:this|in|attacks?|shootings?)|(?:years?|months?|weeks) (?:ago|earlier|before)|(?:since|in|of) (?:\w+ )?(?:19|20)\d\d|this year|annual(?:ly)?|on average|per year|every year|each year|similar|anniversary|another (?:attack|shooting|crash|incident|bombing))\b/i;
/** So many characters behind a count they are of it as well: `killed 24 workers in 2009`. */
const NEAR = 30;
/** How many days before an article a date may lie and still be of the story's own event. */
const OWN_DAYS = 12;
const DAY = 86_400_000;

/** What a count is a toll of, and whether of the whole of the story's own event. */
interface Toll {
  readonly kind: string;
  readonly own: boolean;
}

/** The tolls of the story's own event that sources put differently. */
export function findTollDisputes(mentions: readonly SlotMention[]): Candidate[] {
  const byKind = new Map<string, SlotMention[]>();
  for (const slot of mentions) {
    const toll = tollOf(slot);
    if (toll?.own) byKind.set(toll.kind, [...(byKind.get(toll.kind) ?? []), slot]);
  }
  return [...byKind].flatMap(([kind, slots]) => candidateOf(kind, slots) ?? []);
}

/** A count as a toll, of the story's own event or of another or of a part; undefined where it is none. */
export function tollOf(slot: SlotMention): Toll | undefined {
  if (slot.value.kind !== 'quantity' || slot.unit !== 'count' || slot.value.outOf !== undefined) return undefined;
  const { reading } = slot.article;
  const home = reading.sentences[slot.sentence];
  if (!home) return undefined;
  const tokens = reading.tokens.slice(home.firstToken, home.endToken);
  const first = tokens.findIndex(token => overlap(token, slot.value) > 0);
  const after = tokens.findIndex(token => token.start >= slot.value.end);
  const end = after < 0 ? tokens.length : after;
  const kind = kindBeside(tokens, first, end) ?? kindOfEvent(slot);
  if (kind === undefined) return undefined;
  return { kind, own: !countsTwoKinds(tokens, end) && !isPart(tokens, first, end) && !isElsewhere(slot) };
}

/** The kind that the words right behind a count tell (`15 people were hurt`), or right before it (`killed at least 17`). */
function kindBeside(tokens: readonly Token[], first: number, end: number): string | undefined {
  const counted = tokens.slice(end, end + 6).findIndex(({ lower }) => COUNTED.test(lower));
  // `a dozen unarmed “poor young people” had died`: what describes them is passed over.
  const from = counted > 0 && tokens.slice(end, end + counted).every(describes) ? end + counted : end;
  for (let k = from; k < Math.min(tokens.length, from + 5); k++) {
    const lower = tokens[k]?.lower ?? '';
    // `Twelve shots` hit nobody.
    const kind = lower === 'shots' ? undefined : KIND_OF.get(stem(lower));
    if (kind !== undefined) return kind;
    const behind = insertionEnd(tokens, k);
    if (behind > k) k = behind;
    else if (!PEOPLE.test(lower)) break;
  }
  if (from === end && tokens[end]?.kind === 'word' && !PEOPLE.test(tokens[end]?.lower ?? '')) return undefined;
  return kindBefore(tokens, first);
}

/** `killing at least 17`, `a death toll of 17`, `has brought the toll of the quake to 17`. */
function kindBefore(tokens: readonly Token[], first: number): string | undefined {
  const last = tokens[first - 1]?.lower ?? '';
  const near = tokens.slice(Math.max(0, first - 9), first).map(({ lower }) => lower);
  if (/^(?:to|at|of|is|was|as|past|reached|hit|exceeds?|exceeded)$/.test(last) && near.includes('toll')) return 'kill';
  for (let k = first - 1; k >= Math.max(0, first - 4); k--) {
    const lower = tokens[k]?.lower ?? '';
    const kind = DONE_TO.test(lower) ? KIND_OF.get(stem(lower)) : undefined;
    if (kind !== undefined) return kind;
    if (!/^(?:at|least|of|about|some|nearly|than|more|another)$/.test(lower)) break;
  }
  return undefined;
}

/** Index of the dash that closes what a dash opens: `145 people -- 132 of them children -- were dead`; `k` itself where none does. */
function insertionEnd(tokens: readonly Token[], k: number): number {
  if (!/^(?:--|–|—)$/.test(tokens[k]?.text ?? '')) return k;
  const close = tokens.findIndex((token, i) => i > k && token.text === tokens[k]?.text);
  return close < 0 ? k : close;
}

function describes({ kind, lower, text }: Token): boolean {
  return kind === 'word' ? !CLOSED.has(lower) && !KIND_OF.has(stem(lower)) : /^["“”'‘’-]$/.test(text);
}

/** `Sixteen were hurt or killed` counts neither the hurt nor the dead. */
function countsTwoKinds(tokens: readonly Token[], end: number): boolean {
  const near = tokens.slice(end, end + 7).map(({ lower }) => lower);
  return near.some(
    (word, i) =>
      KIND_OF.has(stem(word)) && /^(?:or|and)$/.test(near[i + 1] ?? '') && KIND_OF.has(stem(near[i + 2] ?? '')),
  );
}

function kindOfEvent({ event, noun, value }: SlotMention): string | undefined {
  if (!event || noun !== 'person') return undefined;
  const kind = event.frame.predicate;
  const { agent } = event.frame;
  const acts =
    agent !== undefined && agent.start <= value.start && value.end <= agent.end && event.frame.patient !== undefined;
  // `shoot` and `arrest` may count shots and reasons as well as people; only the words beside the count tell.
  return kind in KINDS && kind !== 'shoot' && !acts ? kind : undefined;
}

function isPart(tokens: readonly Token[], first: number, end: number): boolean {
  return (
    tokens.slice(Math.max(0, first - 2), first).some(({ lower }) => PART_BEFORE.test(lower)) ||
    tokens.slice(end, end + 3).some(({ lower }) => PART_BEHIND.test(lower))
  );
}

function isElsewhere({ article, sentence, value: count }: SlotMention): boolean {
  const home = article.reading.sentences[sentence];
  if (!home) return true;
  const { text } = article.reading;
  const behind = text.slice(count.end, Math.min(home.end, count.end + NEAR)).split(/[,;:(–—]|--/)[0] ?? '';
  if (ELSEWHERE.test(text.slice(home.start, count.start)) || ELSEWHERE.test(behind)) return true;
  const published = Date.parse(article.info.published ?? '');
  return article.entities.values.some(
    value =>
      value.kind === 'date' &&
      value.start >= home.start &&
      value.end <= Math.min(home.end, count.end + NEAR + 10) &&
      (Number.isNaN(published)
        ? value.precision === 'year'
        : value.to !== undefined && published - Date.parse(value.to) > OWN_DAYS * DAY),
  );
}

function candidateOf(kind: string, slots: readonly SlotMention[]): Candidate | undefined {
  const positions = positionsOf(slots);
  const [first, second] = positions;
  if (!first || !second) return undefined;
  const opposed = first.slots.some(a => second.slots.some(b => a.article !== b.article));
  if (!opposed) return undefined;
  const comparisons = first.slots.flatMap(a => second.slots.map(b => compareTolls(kind, a, b)));
  if (comparisons.includes('same')) return undefined;
  const apart = comparisons.includes('apart');
  const shown = positions.filter(p => p === first || p === second || p.slots.length > 1);
  const features = featuresOf(kind, first, second, positions, apart);
  const group = shown.flatMap(p => p.slots);
  return {
    kind: 'number',
    status: growsWithTime(group) ? 'update' : apart ? 'conflict' : 'difference',
    title: `How many people ${ASKED[kind] ?? kind}`,
    key: ['people', kind],
    positions: shown.map(passagesOf),
    score: certainty('toll', features),
    features,
    why: [`number of the same thing: people who ${ASKED[kind] ?? kind}`],
  };
}

/** `along with two others` makes three; the others who were hurt beside the dead are all who were hurt. */
function compareTolls(kind: string, a: SlotMention, b: SlotMention): Comparison {
  return kind === 'injure' ? compareValues(a.value, b.value) : compareMentions(a, b);
}

interface Position {
  readonly slots: SlotMention[];
}

/** One position a value, those that most articles give first. */
function positionsOf(slots: readonly SlotMention[]): Position[] {
  const positions: Position[] = [];
  for (const slot of slots) {
    const home = positions.find(p => p.slots.some(other => compareValues(other.value, slot.value) === 'same'));
    if (home) home.slots.push(slot);
    else positions.push({ slots: [slot] });
  }
  return positions.sort((a, b) => weightOf(b) - weightOf(a) || sizeOf(b) - sizeOf(a));
}

const articlesOf = ({ slots }: Position): number => new Set(slots.map(({ article }) => article.path)).size;
const weightOf = (p: Position): number => articlesOf(p) + (p.slots.some(({ lead }) => lead) ? 0.6 : 0);
const sizeOf = ({ slots: [slot] }: Position): number =>
  slot?.value.kind === 'quantity' ? (Number.isFinite(slot.value.low) ? slot.value.low : slot.value.high) : 0;

function featuresOf(kind: string, a: Position, b: Position, all: readonly Position[], apart: boolean): Features {
  const own = new Set(a.slots.map(({ article }) => article.path));
  const [x, y] = [sizeOf(a), sizeOf(b)];
  return {
    apart: apart ? 1 : 0,
    leads: [a, b].filter(p => p.slots.some(({ lead }) => lead)).length / 2,
    both: b.slots.every(({ article }) => own.has(article.path)) ? 1 : 0,
    support: Math.min(3, articlesOf(b) - 1),
    small: Math.min(x, y) <= 1 ? 1 : 0,
    ratio: Math.min(3, Math.abs(Math.log((x + 1) / (y + 1)))),
    more: Math.min(3, all.length - 2),
    killed: kind === 'kill' ? 1 : 0,
    injured: kind === 'injure' || kind === 'shoot' ? 1 : 0,
  };
}

function passagesOf({ slots }: Position): CandidatePosition {
  const texts = slots.map(({ article, value }) => article.reading.text.slice(value.start, value.end));
  return {
    label: texts.sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0] ?? '',
    evidence: slots.map(({ article, sentence, value }) => ({
      path: article.path,
      ...clauseAround(article.reading, sentence, value),
    })),
  };
}
