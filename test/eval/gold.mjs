// Labelled stories as folders: the articles, `sources.yaml`, and `gold.yaml` with what a careful reader found, in quotations.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { Failure } from '../tools/command.mjs';

const GOLD = 'gold.yaml';

/**
 * The labelled stories of a folder, by name: the folder itself, or those that lie in it.
 * @returns {string[]} their paths
 * @throws {Failure} when there is none
 */
export function storyFolders(folder) {
  if (!existsSync(folder)) throw new Failure(`There is no folder ${folder}.`);
  const isStory = path => existsSync(join(path, GOLD));
  if (isStory(folder)) return [folder];
  const stories = readdirSync(folder)
    .sort()
    .map(name => join(folder, name))
    .filter(path => statSync(path).isDirectory() && isStory(path));
  if (stories.length === 0) throw new Failure(`${folder} holds no story: no folder there has a ${GOLD}.`);
  return stories;
}

/** What a story's labels are called in a report: its folder's name. */
export const storyName = folder => basename(resolve(folder));

/**
 * The labels of one story, each quotation turned into its place.
 * @param {ReadonlyMap<string, string>} texts the articles by file name, as offsets are to count in them
 * @returns {import('./score.d.mts').Labels}
 * @throws {Failure} when an article does not hold what is quoted from it
 */
export function readGold(folder, texts) {
  return positioned(parse(readFileSync(join(folder, GOLD), 'utf8')), texts);
}

/** Labels that quote their passages, with offsets in place of the quotations. */
export function positioned({ facts = [], nuances = [], agreements = [] }, texts) {
  const span = passage => spanOf(passage, texts);
  const placed = ({ id, title, kind, positions }) => ({
    id,
    title,
    kind,
    positions: positions.map(({ statement, evidence }) => ({ label: statement, evidence: evidence.map(span) })),
  });
  return {
    facts: facts.map(placed),
    nuances: nuances.map(placed),
    agreements: agreements.map(({ id, passages }) => ({ id, passages: passages.map(span) })),
  };
}

/** The first place where a document has a quotation. */
function spanOf({ doc, quote }, texts) {
  const start = texts.get(doc)?.indexOf(quote) ?? -1;
  if (start < 0) throw new Failure(`${doc} does not hold: ${quote}`);
  return { doc, start, end: start + quote.length };
}
