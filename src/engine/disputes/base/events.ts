/**
 * The events that a story's articles tell of, each mention with who takes part, ready to be set beside those of other articles. Linear in the
 * events.
 */
import type { EventFrame, Role } from '../../claims/types.ts';
import { type ReadArticle, speakerName } from '../../matches/article.ts';
import { wordSet } from '../../text/words.ts';

/** An event where one article mentions it. */
export interface EventMention {
  readonly article: ReadArticle;
  /** Index into the reading's sentences. */
  readonly sentence: number;
  readonly frame: EventFrame;
  readonly agent: ReadonlySet<string>;
  readonly patient: ReadonlySet<string>;
  /** In a heading or among the first sentences. */
  readonly lead: boolean;
  /** Canonical name of whoever is reported to say it, if not the article itself. */
  readonly speaker?: string;
}

/** Words in a role that name nobody by themselves. */
const PRONOUNS = wordSet(`
  it he she they them him her who whom which that this these those i we you us me one his its their
`);
/** So many first sentences are the lead. */
const LEAD_SENTENCES = 3;

/** All event mentions of a story. An event that stands in a claim within a claim is one mention, told by the inner one's speaker. */
export function storyEvents(articles: readonly ReadArticle[]): EventMention[] {
  return articles.flatMap(article => {
    const found = new Map<string, EventMention>();
    for (const claim of article.claims.claims) {
      const speaker = claim.speaker && speakerName(article, claim.speaker);
      for (const frame of claim.events) {
        const agent = keysOf(article, frame.agent, speaker);
        const mention: EventMention = {
          article,
          sentence: claim.sentence,
          frame,
          agent,
          patient: keysOf(article, frame.patient, undefined),
          lead: claim.sentence < LEAD_SENTENCES,
          ...(speaker && { speaker }),
        };
        found.set(`${frame.trigger.start}`, mention);
      }
    }
    return [...found.values()];
  });
}

/** What a role is known by: the names in it and its head noun. A pronoun stands for the speaker where there is one. */
function keysOf(article: ReadArticle, role: Role | undefined, speaker: string | undefined): Set<string> {
  const keys = new Set<string>();
  if (!role) return keys;
  if (PRONOUNS.has(role.head)) {
    if (speaker !== undefined) keys.add(speaker);
    return keys;
  }
  keys.add(role.head);
  for (const index of role.mentions) {
    const name = article.names[index];
    const mention = article.entities.mentions[index];
    const type = article.types[index];
    // A country or a nation within a phrase narrows it (`the visa of Colombia's president`) and names no party to the event.
    const isParty = type === 'person' || type === 'organization' || mention?.end === role.end;
    if (name !== undefined && isParty) keys.add(name);
  }
  return keys;
}

/** How many keys two roles share, as a share of the smaller; undefined when either is unknown. */
export function roleLikeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number | undefined {
  if (a.size === 0 || b.size === 0) return undefined;
  let shared = 0;
  for (const key of a) if (b.has(key)) shared++;
  return shared / Math.min(a.size, b.size);
}
