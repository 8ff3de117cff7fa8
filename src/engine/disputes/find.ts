/**
 * The disputed facts of one story.
 *
 * Method: each finder proposes candidates with a certainty that can be compared among all of them; candidates of one kind whose sides stand in
 * the same passages are one fact, and the most certain stays. Cost: that of the finders, and the square of the number of candidates.
 */
import type { Dispute, Story } from '../analysis.ts';
import type { ReadArticle } from '../matches/article.ts';
import type { StoryIndex } from '../matches/storyIndex.ts';
import { overlap } from '../text/span.ts';
import { findStatusDisputes } from './acts/status.ts';
import type { Candidate } from './base/candidate.ts';
import { storyEvents } from './base/events.ts';
import { Origins } from './base/origins.ts';
import { findFieldDisputes } from './persons/fieldStates.ts';
import { findNameDisputes } from './persons/names.ts';
import { findAddressDisputes } from './places/addresses.ts';
import { findPlaceDisputes } from './places/places.ts';
import { findContested } from './quarrels/contested.ts';
import { findFragmentDisputes } from './quotes/fragments.ts';
import { findWordingDisputes } from './quotes/wording.ts';
import { findDateDisputes } from './values/dates.ts';
import { findValueDisputes } from './values/values.ts';

/** The disputed facts of one story, most certain first. */
export function findDisputes(story: Story, articles: readonly ReadArticle[], index: StoryIndex): Dispute[] {
  if (articles.length < 2) return [];
  const origins = new Origins(articles);
  return findCandidates(articles, index).map(candidate => ({
    id: idOf(candidate),
    title: candidate.title,
    kind: candidate.kind,
    status: candidate.status,
    score: Math.round(candidate.score * 100) / 100,
    positions: candidate.positions.map(p => ({ ...p, origins: origins.count(p.evidence) })),
    why: candidate.why,
    story: story.id,
  }));
}

/** What all finders propose from a certainty on, most certain first, one candidate a fact. */
function findCandidates(articles: readonly ReadArticle[], index: StoryIndex, least = LEAST): Candidate[] {
  const events = storyEvents(articles);
  const candidates = [
    ...findWordingDisputes(articles),
    ...findFragmentDisputes(articles, index),
    ...findValueDisputes(articles, events, index),
    ...findDateDisputes(articles),
    ...findNameDisputes(articles),
    ...findPlaceDisputes(articles, events, index),
    ...findAddressDisputes(articles),
    ...findFieldDisputes(articles),
    ...findStatusDisputes(articles, events, index),
    ...findContested(articles, index),
  ];
  const ranked = candidates
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score || (idOf(a) < idOf(b) ? -1 : 1));
  return ranked.filter((candidate, i) => !ranked.slice(0, i).some(better => tellSameFact(better, candidate)));
}

/** Less certain than this, nothing is worth a row even where all is asked for. */
const LEAST = 0.3;

/** Two finders met one fact: they call it the same, or its sides stand in the same passages. */
function tellSameFact(a: Candidate, b: Candidate): boolean {
  const meets = (x: Candidate['positions'][number], y: Candidate['positions'][number]) =>
    x.evidence.some(e =>
      y.evidence.some(f => e.path === f.path && overlap(e, f) * 2 >= Math.min(e.end - e.start, f.end - f.start)),
    );
  const sides = b.positions.map(side => a.positions.findIndex(other => meets(other, side)));
  return classOf(a) === classOf(b) && (idOf(a) === idOf(b) || new Set(sides.filter(side => side >= 0)).size >= 2);
}

/** Kinds that tell of one thing: whether it is so, and who says no. */
function classOf({ kind }: Candidate): string {
  return kind === 'denial' || kind === 'contested' ? 'status' : kind;
}

/** A slug of the words that name the fact. */
function idOf({ kind, key }: Candidate): string {
  const words = [kind, ...key].join('-').normalize('NFKC').toLowerCase();
  return words
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
}
