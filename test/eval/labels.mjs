// The labelled stories of this folder, and the articles that they are about. Labels are kept without the articles: what a
// publisher wrote stays outside the repository, in files of stories that the commands are told of (`stories-*.jsonl`).
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { Failure } from '../tools/command.mjs';

/** As all commands, these run in the project's folder. */
const labelsFolder = join('test', 'eval', 'labels');
/** What names a story in the one or the other file of stories. */
export const STORY_KEYS = ['cluster', 'incident', 'triplet'];
/** What stories are for: to develop on, to measure with now and then, and to measure with at the very end. */
export const SETS = ['dev', 'held', 'last'];

/**
 * The one set that is asked for.
 * @param {{ held?: boolean, last?: boolean, show?: boolean }} asked
 * @throws {Failure} when two sets are asked for, or the rows of stories that nobody is to look at
 */
export function setAsked({ held, last, show }) {
  if (held && last) throw new Failure('Either --held or --last.');
  if (show && (held || last))
    throw new Failure('--show is for the dev stories: whoever looks at the others has nothing left to measure with.');
  return held ? 'held' : last ? 'last' : 'dev';
}

/** Every labelled story, in the order of their names. */
export function readLabels() {
  return readdirSync(labelsFolder, { recursive: true })
    .filter(path => path.endsWith('.yaml'))
    .map(path => ({
      name: basename(path, '.yaml'),
      nuances: [],
      agreements: [],
      ...parse(readFileSync(join(labelsFolder, path), 'utf8')),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The file for a story's labels, in the folder of the file that its articles are from. */
export function labelsPath(name, source) {
  return join(labelsFolder, /^stories-(.*)\.jsonl$/.exec(source.file)[1], `${name}.yaml`);
}

/** Files of stories, each read once. */
export class Stories {
  #folder;
  #files = new Map();

  constructor(folder) {
    if (!existsSync(folder)) throw new Failure(`There is no folder ${folder}.`);
    this.#folder = folder;
  }

  /** Names of the files of stories in the folder. */
  names() {
    return readdirSync(this.#folder)
      .filter(name => /^stories-.*\.jsonl$/.test(name))
      .sort();
  }

  /**
   * The articles of one story.
   * @param {{ file: string, cluster?: number, incident?: string, triplet?: string }} source
   */
  articles(source) {
    const key = STORY_KEYS.find(name => name in source);
    if (!key) throw new Failure(`A source must name its story: ${JSON.stringify(source)}`);
    const articles = this.all(source.file).filter(article => article.story[key] === source[key]);
    if (articles.length === 0) throw new Failure(`${source.file} holds no story ${key} ${source[key]}.`);
    return articles;
  }

  /** Every article of one file. */
  all(file) {
    if (!this.#files.has(file)) this.#files.set(file, readStories(join(this.#folder, file)));
    return this.#files.get(file);
  }
}

/** One line is a story with its articles, or an article with its story. */
function readStories(path) {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))
    .flatMap(line => (line.articles ?? [line]).map(article => articleOf(article, line)));
}

function articleOf(article, line) {
  const key = STORY_KEYS.find(name => name in line);
  return {
    story: { [key]: line[key] },
    id: article.id ?? article.source,
    outlet: article.outlet ?? article.source,
    published: article.date,
    title: article.title,
    text: (article.text ?? article.paragraphs.join('\n\n')).replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'),
  };
}

/**
 * Writes a labelled story's articles and their `sources.yaml` below `parent`.
 * @returns {{ folder: string, texts: Map<string, string> }}
 * @throws {Failure} when an article is gone or is not the one that was labelled
 */
export function rebuild(labels, stories, parent) {
  const folder = join(parent, labels.name);
  mkdirSync(folder);
  const articles = stories.articles(labels.source);
  const texts = new Map();
  const sources = labels.documents.map(({ file, id, length }) => {
    const article = articles.find(candidate => candidate.id === id);
    if (article?.text.length !== length)
      throw new Failure(`${labels.name}: article ${id} is not the one that was labelled.`);
    writeFileSync(join(folder, file), article.text);
    texts.set(file, article.text);
    return { file, outlet: article.outlet, published: article.published, title: article.title };
  });
  writeFileSync(join(folder, 'sources.yaml'), stringify({ sources }));
  return { folder, texts };
}
