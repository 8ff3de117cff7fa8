/** The stories of a folder, numbered and cut for a model, on the command line. */
import { createHash } from 'node:crypto';
import { basename, resolve } from 'node:path';
import { type NumberedStory, numberStory } from '../reader/numbering.ts';
import { groupsFromMatches, type Part, partsOf } from '../reader/parts.ts';
import { storiesToRead } from '../reader/stories.ts';
import type { ReaderArticle } from '../reader/story.ts';
import { type ReadAnalysis, readAnalysis } from './reading.ts';

/** A story with what each of its prompts shows; without `parts` it is too long for any. */
export interface PreparedStory {
  readonly story: NumberedStory;
  readonly parts: readonly Part[] | undefined;
}

export interface PreparedFolder {
  readonly stories: readonly PreparedStory[];
  /** Articles that no other is compared with. */
  readonly alone: readonly string[];
}

/**
 * Reads a folder and prepares its stories.
 * @param window the most words of a prompt
 */
export async function prepareStories(folder: string, window: number): Promise<PreparedFolder> {
  const read = await readAnalysis(folder, { sidecars: false, matches: false });
  const articles = readerArticles(read);
  const stories = storiesToRead(basename(resolve(folder)), articles, read.analysis.stories);
  const compared = new Set(stories.flatMap(story => story.articles.map(({ path }) => path)));
  const numbered = stories.map(numberStory);
  const whole = numbered.map(story => ({ story, parts: partsOf(story, window, []) }));
  // Matches are worth their time only where a story has to be cut.
  const { matches } = whole.every(({ parts }) => parts)
    ? { matches: [] }
    : (await readAnalysis(folder, { sidecars: false, matches: true })).analysis;
  return {
    stories: whole.map(({ story, parts }) => ({
      story,
      parts: parts ?? partsOf(story, window, groupsFromMatches(story, matches)),
    })),
    alone: articles.map(({ path }) => path).filter(path => !compared.has(path)),
  };
}

function readerArticles({ articles, texts, analysis }: ReadAnalysis): ReaderArticle[] {
  const documents = new Map(analysis.documents.map(document => [document.path, document]));
  return articles
    .map(({ path, info }) => {
      const text = texts.get(path) ?? '';
      return { path, text, info, fingerprint: fingerprintOf(text), claims: documents.get(path)?.claims ?? [] };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Of the normalized text, so that another line ending makes no other article. */
function fingerprintOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
