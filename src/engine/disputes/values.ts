/**
 * Numbers, dates and times that sources give differently: one fact a slot, its values the positions.
 */
import type { Passage } from '../analysis.ts';
import type { ReadArticle } from '../matches/article.ts';
import type { Candidate, CandidatePosition } from './candidate.ts';
import { clauseAround } from './evidence.ts';
import { joinedGroups } from './groups.ts';
import { type Comparison, compareValues, type SlotMention, slotLikeness, slotMentions } from './slots.ts';
import { questionAbout } from './titles.ts';

/** Less alike than this, two values do not fill one slot. */
const ALIKE = 0.42;
/** Within one article a heading and its text may differ, but a text seldom contradicts itself. */
const ALIKE_WITHIN = 0.7;

interface Link {
  readonly a: number;
  readonly b: number;
  readonly likeness: number;
  readonly comparison: Comparison;
}

export function findValueDisputes(articles: readonly ReadArticle[]): Candidate[] {
  const mentions = slotMentions(articles).filter(mention => mention.unit !== 'ordinal');
  const units = new Map<string, SlotMention[]>();
  for (const mention of mentions) units.set(mention.unit, [...(units.get(mention.unit) ?? []), mention]);
  return [...units.values()].flatMap(ofUnit);
}

function ofUnit(mentions: readonly SlotMention[]): Candidate[] {
  const links = mutualLinks(mentions);
  const groups = joinedGroups(
    mentions.map((mention, index) => ({ mention, index })),
    links.map(({ a, b }) => [a, b] as const),
  );
  return groups.flatMap(group => {
    const members = new Set(group.map(({ index }) => index));
    const own = links.filter(({ a }) => members.has(a));
    const candidate = candidateOf(
      group.map(({ mention }) => mention),
      own,
    );
    return candidate ? [candidate] : [];
  });
}

/** Pairs of mentions that are each other's best partner in the other's article. */
function mutualLinks(mentions: readonly SlotMention[]): Link[] {
  const paths = [...new Set(mentions.map(({ article }) => article.path))];
  const best = mentions.map(mention => {
    const partners = new Map<string, { index: number; likeness: number }>();
    mentions.forEach((other, index) => {
      if (other === mention) return;
      const within = other.article === mention.article;
      if (within && mention.lead === other.lead) return;
      const likeness = slotLikeness(mention, other);
      if (likeness < (within ? ALIKE_WITHIN : ALIKE)) return;
      const path = other.article.path;
      if (likeness > (partners.get(path)?.likeness ?? 0)) partners.set(path, { index, likeness });
    });
    return partners;
  });
  const links: Link[] = [];
  mentions.forEach((mention, a) => {
    for (const path of paths) {
      const partner = best[a]?.get(path);
      if (!partner || partner.index <= a) continue;
      const other = mentions[partner.index];
      if (!other || best[partner.index]?.get(mention.article.path)?.index !== a) continue;
      links.push({
        a,
        b: partner.index,
        likeness: partner.likeness,
        comparison: compareValues(mention.value, other.value),
      });
    }
  });
  return links;
}

function candidateOf(mentions: readonly SlotMention[], links: readonly Link[]): Candidate | undefined {
  const opposed = links.filter(({ comparison }) => comparison !== 'same');
  if (opposed.length === 0) return undefined;
  const apart = opposed.some(({ comparison }) => comparison === 'apart');
  const positions = positionsOf(mentions);
  if (positions.length < 2) return undefined;
  const [first] = mentions;
  if (!first) return undefined;
  const strongest = Math.max(...opposed.map(({ likeness }) => likeness));
  const documents = new Set(mentions.map(({ article }) => article.path)).size;
  const lead = mentions.some(mention => mention.lead);
  const score = Math.min(
    0.95,
    strongest * (apart ? 1 : 0.7) + (lead ? 0.08 : 0) + (documents > 2 ? 0.05 : 0) - 0.06 * (positions.length - 2),
  );
  const isDate = first.value.kind === 'date';
  return {
    kind: isDate ? 'date' : 'number',
    status: apart ? 'conflict' : 'difference',
    ...questionAbout(mentions),
    positions,
    score,
    why: [`${isDate ? 'time' : 'number'} of the same thing: ${sharedWords(mentions)}`],
  };
}

/** Equal values are one position; the label is the shortest way the sources put it. */
function positionsOf(mentions: readonly SlotMention[]): CandidatePosition[] {
  const positions: { mentions: SlotMention[] }[] = [];
  for (const mention of mentions) {
    const home = positions.find(p =>
      p.mentions.some(m => compareValues(m.value, mention.value) === 'same' || sameEnough(m, mention)),
    );
    if (home) home.mentions.push(mention);
    else positions.push({ mentions: [mention] });
  }
  return positions.map(p => ({ label: labelOf(p.mentions), evidence: p.mentions.map(passageOf) }));
}

/** `about 500,000` and `500,000` are one position, so are a day and the week it lies in. */
function sameEnough(a: SlotMention, b: SlotMention): boolean {
  if (compareValues(a.value, b.value) !== 'compatible') return false;
  if (a.value.kind === 'quantity' && b.value.kind === 'quantity') {
    const about = (m: SlotMention) =>
      m.value.kind === 'quantity' && (m.value.bound === 'about' || m.value.bound === 'exact');
    return about(a) && about(b);
  }
  return true;
}

function labelOf(mentions: readonly SlotMention[]): string {
  const texts = mentions.map(({ article, value }) => article.reading.text.slice(value.start, value.end));
  return texts.sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0] ?? '';
}

function passageOf({ article, sentence, value }: SlotMention): Passage {
  return { path: article.path, ...clauseAround(article.reading, sentence, value) };
}

function sharedWords(mentions: readonly SlotMention[]): string {
  const [first, ...rest] = mentions;
  const shared = first?.nouns.filter(noun => rest.some(other => other.nouns.includes(noun))) ?? [];
  return shared.length > 0 ? shared.slice(0, 3).join(', ') : 'the sentences around them agree';
}
