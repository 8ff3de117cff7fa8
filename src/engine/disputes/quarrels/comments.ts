/**
 * Comment against no comment: one source could not get a word from a party, another has what one of its members says.
 *
 * Method: sentences that tell of silence (claims/events/silence.ts) name a party; its members are the party itself and whoever stands with an
 * office right behind its name somewhere in the story (`Norland's Interior Minister Ada Quist`). What they say counts where another article tells
 * of it as a reaction, on the matter of the silence or of most articles' first sentences. Cost: silences times the sentences of the story.
 */
import type { Passage } from '../../analysis.ts';
import type { ReadArticle } from '../../matches/article.ts';
import { overlap, type Span } from '../../text/span.ts';
import type { Candidate } from '../base/candidate.ts';
import { labelOf } from './contestedTitles.ts';
import { isName, LEAD_SENTENCES, type TopicMaker } from './statements.ts';

/** How certain such a row is; they are few. */
const CERTAINTY = 0.45;
/** At most so many passages a side. */
const PASSAGES = 4;
/** How many characters into a sentence stands who acts in it, and how far behind a party's name its member. */
const SUBJECT = 60;
const OFFICE = 45;
/** How many characters before the verb of a reaction. */
const NEAR = 45;
/** A matter is the story's when it stands in the first sentences of this share of its articles. */
const SHARED = 0.6;

/** What a party's member holds. */
const OFFICES =
  /\b(?:minister|president|premier|chancellor|secretary|ambassador|governor|mayor|spokes\w+|chief|director|chairman|chairwoman|head|lawyer|attorney|ceo|executive|senator|official)\b/i;
/** A reaction of one's own. */
const REACTS =
  /\b(?:critici[sz]|condemn|denounc|blast|slam|accus|respond|react|reject|dismiss|defend|den(?:y|ied|ies)|declar|outrage|tweet|posted|posts|wrote|in a statement)\w*/i;

/** Between a name and a verb: not the name, but what is its own or somebody else does it. */
const OTHER_SUBJECT = /^[’']s\b|, (?:the|an?|its|his|her|their)\b/i;

/** A sentence that tells of a party's silence. */
interface Silence {
  readonly article: ReadArticle;
  readonly sentence: number;
  readonly party: string;
  readonly names: ReadonlySet<string>;
}

/** The parties of a story that kept silent to one source and spoke in another. */
export function findComments(articles: readonly ReadArticle[], maker: TopicMaker): Candidate[] {
  const silences = articles.flatMap(silencesOf);
  const [first] = silences;
  if (!first) return [];
  const matter = matterOf(articles, maker);
  const found: Candidate[] = [];
  for (const silence of silences) {
    if (found.some(({ key }) => [...silence.names].some(name => key.includes(name)))) continue;
    const members = membersOf(articles, silence.names);
    const spoken = articles
      .filter(article => article !== silence.article)
      .flatMap(article => reactionsOf(article, members, matter, maker))
      .slice(0, PASSAGES);
    const [best] = spoken;
    if (!best) continue;
    const silent = silences.filter(other => [...other.names].some(name => silence.names.has(name)));
    found.push({
      kind: 'denial',
      status: 'difference',
      title: `Whether ${silence.party.replace(/^neither /i, '').replace(/ nor /i, ' or ')} commented`,
      key: ['comment', ...silence.names],
      positions: [
        { label: labelOf(undefined, wordsOf(silence)), evidence: silent.slice(0, PASSAGES).map(passageOf) },
        { label: labelOf(undefined, wordsOf(best)), evidence: spoken.map(passageOf) },
      ],
      score: CERTAINTY,
      why: ['one source got no comment, another tells of one'],
    });
  }
  return found;
}

/** The silences that an article tells of. */
function silencesOf(article: ReadArticle): Silence[] {
  const { text, sentences } = article.reading;
  return sentences.flatMap((span, sentence) => {
    if (!/\bcomment/i.test(text.slice(span.start, span.end))) return [];
    const event = article.claims.claims
      .filter(claim => claim.sentence === sentence)
      .flatMap(({ events }) => events)
      .find(({ predicate, negated, agent }) => predicate === 'comment' && negated && agent);
    const agent = event?.agent;
    if (!agent || agent.mentions.length === 0) return [];
    const names = new Set(agent.mentions.flatMap(i => article.names[i] ?? []));
    return [{ article, sentence, party: text.slice(agent.start, agent.end), names }];
  });
}

/** A party's names, and those who stand with an office right behind one of them. */
function membersOf(articles: readonly ReadArticle[], names: ReadonlySet<string>): ReadonlySet<string> {
  const members = new Set(names);
  for (const { reading, entities, names: canonical } of articles) {
    entities.mentions.forEach((mention, i) => {
      const next = entities.mentions[i + 1];
      const name = canonical[i + 1];
      if (next?.type !== 'person' || name === undefined || !names.has(canonical[i] ?? '')) return;
      const between = reading.text.slice(mention.end, next.start);
      if (between.length < OFFICE && /^[’']s? /.test(between) && OFFICES.test(between)) members.add(name);
    });
  }
  for (const name of ministersOf(articles, names)) members.add(name);
  return members;
}

/** `Interior Minister Ada Quist`, `Ada Quist, the interior minister`. */
const MINISTER_BEFORE = /\bminister,? $/i;
const MINISTER_BEHIND = /^, (?:the |its |a )?(?:[a-z]+ ){0,3}minister\b/i;
/** How far in front of a minister a country would stand. */
const COUNTRY = 40;

/** Ministers with no country in front of them are the silent country's, if no other country of the story has them. */
function ministersOf(articles: readonly ReadArticle[], names: ReadonlySet<string>): string[] {
  const ministers = new Map<string, Set<string>>();
  for (const { reading, entities, names: canonical, types } of articles) {
    const isSilentCountry = entities.mentions.some((_, i) => types[i] === 'place' && names.has(canonical[i] ?? ''));
    if (!isSilentCountry) continue;
    entities.mentions.forEach((mention, i) => {
      const name = canonical[i];
      const before = reading.text.slice(Math.max(0, mention.start - COUNTRY), mention.start);
      const behind = reading.text.slice(mention.end, mention.end + COUNTRY);
      if (name === undefined || types[i] !== 'person') return;
      if (!MINISTER_BEFORE.test(before) && !MINISTER_BEHIND.test(behind)) return;
      const countries = entities.mentions.flatMap((other, k) =>
        (types[k] === 'place' || types[k] === 'group') &&
        other.end <= mention.start &&
        other.end > mention.start - COUNTRY
          ? (canonical[k] ?? [])
          : [],
      );
      ministers.set(name, new Set([...(ministers.get(name) ?? []), ...countries]));
    });
  }
  return [...ministers].flatMap(([name, countries]) => (countries.size === 0 ? [name] : []));
}

/** The topics that most articles begin with. */
function matterOf(articles: readonly ReadArticle[], maker: TopicMaker): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const article of articles) {
    const own = new Set<string>();
    article.reading.sentences.slice(0, LEAD_SENTENCES).forEach((span, at) => {
      for (const topic of maker.topicsOf(article, at, span).keys()) if (!isName(topic)) own.add(topic);
    });
    for (const topic of own) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([topic, n]) => (n >= SHARED * articles.length ? [topic] : [])));
}

/** The sentences in which an article tells how a member reacts to the matter. */
function reactionsOf(
  article: ReadArticle,
  members: ReadonlySet<string>,
  matter: ReadonlySet<string>,
  maker: TopicMaker,
): { readonly article: ReadArticle; readonly sentence: number }[] {
  const { text, sentences } = article.reading;
  return sentences.flatMap((span, sentence) => {
    // Who acts stands before the verb that reacts, and outside what somebody else is quoted with.
    const verb = REACTS.exec(text.slice(span.start, span.end));
    if (!verb || /^["“]/.test(text.slice(span.start))) return [];
    const end = span.start + Math.min(SUBJECT, verb.index);
    const subject: Span = { start: Math.max(span.start, span.start + verb.index - NEAR), end };
    const named = article.entities.mentions.some(
      (mention, i) =>
        overlap(mention, subject) > 0 &&
        members.has(article.names[i] ?? '') &&
        !OTHER_SUBJECT.test(text.slice(mention.end, span.start + verb.index)),
    );
    if (!named) return [];
    const topics = maker.topicsOf(article, sentence, span);
    return [...topics.keys()].some(topic => matter.has(topic)) ? [{ article, sentence }] : [];
  });
}

function wordsOf({ article, sentence }: { readonly article: ReadArticle; readonly sentence: number }): string {
  const span = article.reading.sentences[sentence];
  return span ? article.reading.text.slice(span.start, span.end) : '';
}

function passageOf({ article, sentence }: { readonly article: ReadArticle; readonly sentence: number }): Passage {
  const { start, end } = article.reading.sentences[sentence] ?? { start: 0, end: 0 };
  return { path: article.path, start, end };
}
