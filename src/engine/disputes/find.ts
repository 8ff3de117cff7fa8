import type { Dispute, Story } from '../analysis.ts';
import type { ReadArticle } from '../matches/article.ts';
import type { StoryIndex } from '../matches/storyIndex.ts';
import type { Candidate } from './candidate.ts';
import { findNameDisputes } from './names.ts';
import { Origins } from './origins.ts';
import { findValueDisputes } from './values.ts';
import { findWordingDisputes } from './wording.ts';

/** The disputed facts of one story, most certain first. */
export function findDisputes(story: Story, articles: readonly ReadArticle[], _index: StoryIndex): Dispute[] {
  if (articles.length < 2) return [];
  const origins = new Origins(articles);
  const candidates = [...findWordingDisputes(articles), ...findValueDisputes(articles), ...findNameDisputes(articles)];
  return candidates
    .sort((a, b) => b.score - a.score || (idOf(a) < idOf(b) ? -1 : 1))
    .map(candidate => ({
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

/** A slug of the words that name the fact. */
function idOf({ kind, key }: Candidate): string {
  const words = [kind, ...key].join('-').normalize('NFKC').toLowerCase();
  return words
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
}
