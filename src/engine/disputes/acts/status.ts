/**
 * One act that sources tell in different states: being considered, announced, under way, done, failed or not done.
 *
 * Method: events of one predicate with the same object (or, without one, the same subject) are gathered over the story; each article's
 * mentions are put on a ladder of states, and articles whose states do not meet are on different sides. A noun (`the revocation`) takes its act
 * for granted, unless a word says otherwise (`potential`). What somebody merely demanded, and events of words alone, are no states of an act.
 * Cost: the events of one predicate, squared.
 */
import type { Passage } from '../../analysis.ts';
import type { ReadArticle } from '../../matches/article.ts';
import { rarityOf } from '../../matches/rarity.ts';
import { stem } from '../../matches/stem.ts';
import type { StoryIndex } from '../../matches/storyIndex.ts';
import type { Span } from '../../text/span.ts';
import { wordSet } from '../../text/words.ts';
import type { Candidate, Features } from '../base/candidate.ts';
import { certainty } from '../base/certainty.ts';
import { type EventMention, roleLikeness } from '../base/events.ts';
import { clauseAround } from '../base/evidence.ts';
import { joinedGroups } from '../base/groups.ts';
import { commonest, participle } from '../base/titles.ts';

/** How far along, as a careful reader would part them. */
type State = 'possible' | 'planned' | 'ongoing' | 'done' | 'not';

/** From the first to the last; later articles that are further along tell an update. */
const STATES: readonly State[] = ['possible', 'planned', 'ongoing', 'done', 'not'];
/** Acts of speech and mind, verbs so general that two mentions are seldom one event, and what the fields of persons tell better. */
const GENERAL = wordSet(`
  say be have do demand announce plan consider decide want think believe know comment respond make get take go come
  see give tell ask call use look help try need include continue begin show find put keep let feel hear work happen
  seem mean leave become praise condemn support oppose accuse warn deny claim offer promise threaten confirm report
  agree hope order charge
`);

/** Acts that somebody decides upon once, by the concepts of `claims/events`: of these a reader wants to know how far they are. */
const DECISIONS = wordSet(`
  revoke ban suspend resume decertify certify sign veto pass approve reject appoint resign fire recognize break-ties deploy withdraw
  impose sanction fine sue appeal extradite release convict acquit sentence buy sell merge hire lay-off close open launch recall
  go-bankrupt publish delay investigate visit testify plead
`);

/** The labelled stories are too few to be surer. */
const SUREST = 0.85;
/** From this likeness on two passages may be one utterance. */
const SAID_ALIKE = 0.6;

/** A mention of an act with how far along it says it is. */
interface Stated {
  readonly event: EventMention;
  readonly state: State;
}

/** Acts of a story that its articles tell in states which do not meet. */
export function findStatusDisputes(
  articles: readonly ReadArticle[],
  events: readonly EventMention[],
  index: StoryIndex,
): Candidate[] {
  const byPath = new Map(articles.map(article => [article.path, article]));
  const byPredicate = new Map<string, Stated[]>();
  for (const event of events) {
    if (GENERAL.has(event.frame.predicate) || event.frame.conditional) continue;
    const list = byPredicate.get(event.frame.predicate) ?? [];
    byPredicate.set(event.frame.predicate, list);
    const state = stateOf(event);
    if (state) list.push({ event, state });
  }
  return [...byPredicate.values()].flatMap(stated => {
    const links = stated.flatMap((a, i) =>
      stated.slice(i + 1).flatMap((b, k) => (sameAct(a.event, b.event) ? [[i, i + 1 + k] as const] : [])),
    );
    return joinedGroups(stated, links).flatMap(group => {
      const candidate = candidateOf(ofOneName(group), index, byPath);
      return candidate ? [candidate] : [];
    });
  });
}

/** A mention without a name may join two that have different ones: the commonest name's stay. */
function ofOneName(group: readonly Stated[]): Stated[] {
  const namesOf = ({ event }: Stated) => [...event.patient].filter(key => /^\p{Lu}/u.test(key));
  const name = commonest(group.flatMap(namesOf));
  return group.filter(stated => name === undefined || namesOf(stated).length === 0 || namesOf(stated).includes(name));
}

/** How far along a mention says the act is; undefined when it takes it for granted, or leaves open how far. */
function stateOf(event: EventMention): State | undefined {
  const { frame } = event;
  const words = verbWords(event);
  if (frame.nominal) return nounState(event, words);
  if (!isToldFinitely(words)) return undefined;
  if (frame.negated || frame.status === 'failed') return 'not';
  if (frame.possible) return PREPARED.test(words) ? 'possible' : undefined;
  switch (frame.status) {
    case 'planned':
    case 'announced':
      if (WILL.test(words)) return 'planned';
      return PREPARED.test(words) ? 'possible' : undefined;
    case 'ongoing':
      return 'ongoing';
    case 'done':
      return frame.tense === 'future' ? 'planned' : 'done';
  }
}

/**
 * How far along a noun's act is by what is said of it: `an appeal was under consideration`, `filed the appeal`, `put the appointment on hold`.
 * By itself a noun takes its act for granted.
 */
function nounState({ article, frame }: EventMention, words: string): State | undefined {
  const { text } = article.reading;
  const before = text.slice(Math.max(0, frame.trigger.start - REACH), frame.trigger.start);
  const after = text.slice(frame.end, frame.end + REACH);
  if (UNDONE.test(before) || ON_HOLD.test(after)) return 'not';
  if (WEIGHED.test(before) || OPEN.test(after)) return 'possible';
  if (PREPARED.test(words) && frame.status !== 'done') return 'possible';
  return DID.test(before) && frame.status === 'done' ? 'done' : undefined;
}

/** So many characters to either side of a noun tell of its act. */
const REACH = 60;
const UNDONE =
  /\b(?:backtrack(?:s|ed|ing)? (?:on|from)|back(?:s|ed|ing)? (?:away|off|out|down)(?: (?:from|of|on))?|walk(?:s|ed|ing)? back|revers(?:ed|es|ing)|call(?:ed|s|ing)? off|scrap(?:ped|s|ping)?|abandon(?:ed|s|ing)?|shelv(?:ed|es|ing)|drop(?:ped|s|ping)|rul(?:ed|es|ing) out)(?: [\w’'.-]+){0,5} $/i;
const ON_HOLD =
  /^[^.;,]{0,24}\b(?:(?:put|placed|is|was) on hold|(?:was|were|is|been) (?:cancel+ed|scrapped|called off|shelved|reversed|withdrawn|blocked))\b/i;
const WEIGHED =
  /\b(?:consider(?:s|ed|ing)?|weigh(?:s|ed|ing)?|mull(?:s|ed|ing)?|contemplat\w+|threaten(?:s|ed)|discuss(?:es|ed|ing)|propos(?:es|ed|ing)) (?:(?:an?|the|its|his|her|their|possible|whether|to|such|for|further) ){0,3}$/i;
const OPEN =
  /^[^.;,]{0,30}\b(?:(?:is|was|are|were|remains?) (?:still )?(?:under consideration|being considered|possible|likely|pending|in doubt|uncertain|up in the air|on the table)|uncertain$)/i;
const DID =
  /\b(?:filed|lodged|submitted|announced|issued|carried out|completed|signed|began|launched|made|won|imposed) (?:(?:an?|the|its|his|her|their) ){0,1}(?:[\w-]+ )?$/i;

/** Words that tell a plan as settled. */
const WILL = /\b(?:(?:is|are|was|were) to be|will|would|shall|going to|set to|due to)\b|['’]ll\b/i;
/** Words that tell an act as prepared or possible. */
const PREPARED =
  /\b(?:may|might|could|potential|possible|proposed|threatened|planned|whether|(?:plan|prepar|intend|consider|expect|want)\w*)\b/i;

/** An infinitive or a participle that hangs on another verb says by itself nothing of how far along its act is. */
function isToldFinitely(words: string): boolean {
  const [first = ''] = words.split(' ');
  return words.includes(' ') ? first.toLowerCase() !== 'to' : !/ing$/i.test(first);
}

/** The same thing done to the same object, who does it not being somebody else; or, without an object, by the same party. */
function sameAct(a: EventMention, b: EventMention): boolean {
  if (!agree(a.agent, b.agent) || !agree(a.patient, b.patient)) return false;
  const patient = roleLikeness(a.patient, b.patient);
  if (patient !== undefined) return patient > 0;
  return a.patient.size === 0 && b.patient.size === 0 && (roleLikeness(a.agent, b.agent) ?? 0) > 0;
}

/** Whether two roles can be one: where both hold names, one must be common. */
function agree(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const names = (keys: ReadonlySet<string>) => [...keys].filter(key => /^\p{Lu}/u.test(key));
  const [x, y] = [names(a), names(b)];
  return x.length === 0 || y.length === 0 || x.some(name => y.includes(name));
}

function candidateOf(
  group: readonly Stated[],
  index: StoryIndex,
  articles: ReadonlyMap<string, ReadArticle>,
): Candidate | undefined {
  const [first] = group;
  if (!first || articles.size < 2) return undefined;
  const held = new Map<string, Set<State>>();
  for (const { event, state } of group) {
    const path = event.article.path;
    held.set(path, (held.get(path) ?? new Set()).add(state));
  }
  if (held.size < 2) return undefined;
  const states = STATES.filter(state => group.some(s => s.state === state));
  if (states.length < 2 || !hasDisjoint([...held.values()])) return undefined;
  const positions = states.map(state => {
    const own = group.filter(s => s.state === state);
    return { label: labelOf(own), evidence: own.map(({ event }) => passageOf(event)) };
  });
  const features = featuresOf(group, held, states, index);
  const { predicate } = first.event.frame;
  const object = objectOf(group);
  const deed = deedOf(group, predicate);
  return {
    kind: 'status',
    status: isUpdate(group) ? 'update' : features.open ? 'difference' : 'conflict',
    title: object ? `Whether ${withHave(object)} been ${deed}` : `Whether ${withHave(subjectOf(group))} ${deed}`,
    key: [predicate, object ?? subjectOf(group)],
    positions,
    score: Math.min(SUREST, certainty('status', features)),
    features,
    why: ['one act, told in different states'],
  };
}

/** `is investigating` and `has investigated` do not exclude each other. */
const isUnderWay = (state: State): boolean => state === 'ongoing' || state === 'done';

function hasDisjoint(held: readonly ReadonlySet<State>[]): boolean {
  return held.some((a, i) =>
    held.slice(i + 1).some(b => ![...a].some(state => b.has(state)) && ![...a, ...b].every(isUnderWay)),
  );
}

function featuresOf(
  group: readonly Stated[],
  held: ReadonlyMap<string, ReadonlySet<State>>,
  states: readonly State[],
  index: StoryIndex,
): Features {
  const [first] = group;
  const object = first
    ? [...first.event.patient].filter(key => group.every(g => g.event.patient.has(key)))[0]
    : undefined;
  let likest = 0;
  let agents: number | undefined;
  for (const a of group) {
    for (const b of group) {
      if (a.state === b.state || a.event.article === b.event.article) continue;
      const shared = roleLikeness(a.event.agent, b.event.agent);
      if (shared !== undefined) agents = Math.max(agents ?? 0, shared);
      const p = index.passageAt(a.event.article.path, passageOf(a.event));
      const q = index.passageAt(b.event.article.path, passageOf(b.event));
      const likeness = p && q ? index.likeness(p, q) : 0;
      // What one speaker says in nearly the same words is one statement, read in two ways.
      const isOneSaying = a.event.speaker !== undefined && a.event.speaker === b.event.speaker && likeness > SAID_ALIKE;
      if (!isOneSaying) likest = Math.max(likest, likeness);
    }
  }
  return {
    sentences: likest,
    documents: Math.min(4, held.size - 2),
    mentions: Math.min(6, group.length - 2) / 2,
    lead: group.filter(({ event }) => event.lead).length > 1 ? 1 : 0,
    leads: new Set(group.filter(({ event }) => event.lead).map(({ event }) => event.article.path)).size > 1 ? 1 : 0,
    not: states.includes('not') ? 1 : 0,
    open: states.includes('done') || states.includes('not') ? 0 : 1,
    doneAndPlanned: states.includes('done') && (states.includes('planned') || states.includes('possible')) ? 1 : 0,
    disjoint: [...held.values()].filter(s => s.size === 1).length / held.size,
    object: object === undefined ? 0 : 1,
    rare: object === undefined ? 0 : Math.min(8, rarityOf(stem(object.toLowerCase()))) / 8,
    parties: first && first.event.agent.size > 0 ? 1 : 0,
    // Both sides tell who does it, and it is never the same party.
    others: agents === 0 ? 1 : 0,
    decision: first && DECISIONS.has(first.event.frame.predicate) ? 1 : 0,
    named: group.every(({ event }) => [...event.patient].some(key => /^\p{Lu}/u.test(key))) ? 1 : 0,
  };
}

/** The later article tells the further state. */
function isUpdate(group: readonly Stated[]): boolean {
  const dated = group.flatMap(({ event, state }) => {
    const { published } = event.article.info;
    return published ? [{ day: published.slice(0, 10), at: STATES.indexOf(state) }] : [];
  });
  if (dated.length < group.length) return false;
  const days = new Set(dated.map(({ day }) => day));
  if (days.size < 2) return false;
  return dated.every(a => dated.every(b => (a.day === b.day ? a.at === b.at : a.day > b.day || a.at <= b.at)));
}

/** The shortest way that the sources put it, a finite one (`is preparing to revoke`) before a bare `to revoke`. */
function labelOf(stated: readonly Stated[]): string {
  const texts = stated.map(({ event }) => verbWords(event));
  const rank = (text: string) => (text.startsWith('to ') || !text.includes(' ') ? 1 : 0);
  return texts.sort((a, b) => rank(a) - rank(b) || a.length - b.length || (a < b ? -1 : 1))[0] ?? '';
}

/** The verb with its auxiliaries and what governs it. */
function verbWords({ article, frame }: EventMention): string {
  const { tokens, text } = article.reading;
  const at = tokens.findIndex(token => token.start >= frame.trigger.start);
  let first = at;
  while (first > 0 && at - first < 6 && LEADS_UP.has(tokens[first - 1]?.lower ?? '')) first--;
  return text.slice(tokens[first]?.start ?? frame.trigger.start, frame.trigger.end).replace(/\s+/g, ' ');
}

/** What stands between a verb and its subject and tells how far along it is. */
const LEADS_UP = wordSet(`
  will would shall may might could can should must is are was were be been being has have had do does did not n't
  never to about set due yet already also still soon reportedly allegedly plans planned planning prepares prepared
  preparing intends intended intending considers considered considering expects expected wants wanted decided going
  tried trying attempted failed refused declined potential possible planned proposed threatened whether
`);

function passageOf({ article, sentence, frame }: EventMention): Passage {
  return { path: article.path, ...clauseAround(article.reading, sentence, frame.trigger) };
}

/** What it is done to, as most mentions have it; undefined for an act without an object. */
function objectOf(group: readonly Stated[]): string | undefined {
  return commonestText(group.flatMap(({ event }) => (event.frame.patient ? [textOf(event, event.frame.patient)] : [])));
}

/** `the visa has`, `the visas have`. */
function withHave(words: string): string {
  return `${words} ${/(?:[^siu]s|\b(?:women|men|children|people))$/.test(words) ? 'have' : 'has'}`;
}

/** The act as a past participle, in the sources' own word where one of them tells it as done. */
function deedOf(group: readonly Stated[], predicate: string): string {
  const told = group.flatMap(({ event, state }) => (state === 'done' ? [textOf(event, event.frame.trigger)] : []));
  return (
    commonest(told.filter(text => /^\p{Ll}+(?:ed|en|wn|ught|un|ut|ld|nt|st)$/u.test(text))) ?? participle(predicate)
  );
}

function subjectOf(group: readonly Stated[]): string {
  return (
    commonestText(group.flatMap(({ event }) => (event.frame.agent ? [textOf(event, event.frame.agent)] : []))) ?? 'it'
  );
}

/** Of several ways to put it the commonest that holds more than a pronoun, of equally common ones the longest that fits a title. */
function commonestText(texts: readonly string[]): string | undefined {
  const fit = texts.filter(
    text =>
      text.length <= 48 &&
      !/^(?:it|he|she|they|him|her|them|you|me|us|we|this|these|those|his \S+|her \S+|its \S+|their \S+|that|who|which)$/i.test(
        text,
      ),
  );
  const counts = new Map<string, number>();
  for (const text of fit) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}

function textOf(event: EventMention, { start, end }: Span): string {
  return event.article.reading.text.slice(start, end).replace(/\s+/g, ' ');
}
