import type { Dispute, Story } from '../analysis.ts';
import type { ReadArticle } from '../matches/article.ts';
import type { StoryIndex } from '../matches/storyIndex.ts';

/** The disputed facts of one story, most certain first. */
export function findDisputes(_story: Story, _articles: readonly ReadArticle[], _index: StoryIndex): Dispute[] {
  return [];
}
