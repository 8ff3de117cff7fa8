import type {
  Analysis,
  AnalyzedClaim,
  AnalyzedDocument,
  AnalyzedEntity,
  AnalyzedHeading,
  Dispute,
  Match,
  Reach,
  Story,
} from './analysis.ts';
import { describeEvent } from './claims/describe.ts';
import { readClaims } from './claims/read.ts';
import type { ArticleClaims, Claim } from './claims/types.ts';
import { findDisputes } from './disputes/find.ts';
import type { NamesModel } from './entities/mentions/model.ts';
import { type Naming, nameEntities } from './entities/naming/naming.ts';
import { withOverrides } from './entities/naming/overrides.ts';
import { readEntities } from './entities/read.ts';
import type { ArticleEntities, ArticleInfo, EntityOverride, Value } from './entities/types.ts';
import { type ReadArticle, speakerName } from './matches/article.ts';
import { groupStories } from './matches/stories.ts';
import { StoryIndex } from './matches/storyIndex.ts';
import { isEnglish } from './text/language.ts';
import { normalizeText } from './text/normalize.ts';
import { readText } from './text/read.ts';
import type { Reading } from './text/reading.ts';
import type { WordVectors } from './text/wordVectors.ts';

/** An article as it comes in. */
export interface ArticleInput {
  /** Relative to its folder, with `/`. */
  readonly path: string;
  /** As it was decoded; normalized here. */
  readonly text: string;
  readonly info: ArticleInfo;
  /** What reviewers say that passages name; it wins over the analysis. */
  readonly overrides?: readonly EntityOverride[];
}

/** What `settle` found to be different from the time before. */
export interface CorpusDelta {
  readonly documents: readonly AnalyzedDocument[];
  readonly removed: readonly string[];
  readonly stories: readonly Story[];
  readonly disputes: readonly Dispute[];
}

/** One article read on its own; kept until its text or what is known of it changes. */
interface Kept {
  readonly input: ArticleInput;
  readonly text: string;
  readonly reach: Reach;
  readonly reading: Reading;
  readonly entities: ArticleEntities;
  readonly claims: ArticleClaims;
}

/** One article among the others, as of the last `settle`: told anew only where its reading, or what its names are in the folder, changed. */
interface Told {
  readonly kept: Kept;
  readonly article: ReadArticle;
  readonly document: AnalyzedDocument;
}

interface StoryState {
  readonly story: Story;
  readonly members: readonly ReadArticle[];
  readonly index: StoryIndex;
  readonly disputes: readonly Dispute[];
}

const NOTHING: ArticleEntities & ArticleClaims = { mentions: [], values: [], claims: [], quotations: [], dated: [] };

/**
 * All articles of one folder, and what the engine knows of them. Reading one costs that article; `settle` compares them, story by story, and
 * does again only what a change concerns. What it tells depends on the articles alone, not on the order in which they came.
 */
export class Corpus {
  readonly #model: NamesModel;
  readonly #vectors: WordVectors;
  readonly #kept = new Map<string, Kept>();
  #told = new Map<string, Told>();
  #stories: readonly StoryState[] = [];

  constructor(model: NamesModel, vectors: WordVectors) {
    this.#model = model;
    this.#vectors = vectors;
  }

  /** Takes in new or changed articles; answers with each as it reads on its own. Names become the folder's at the next `settle`. */
  read(inputs: readonly ArticleInput[]): AnalyzedDocument[] {
    return inputs.map(input => {
      const kept = this.#keep(input);
      this.#kept.set(input.path, kept);
      return analyzedDocument(kept, readArticle(kept, namingOf([kept])));
    });
  }

  /** Forgets articles; what hung on them changes at the next `settle`. */
  remove(paths: readonly string[]): void {
    for (const path of paths) this.#kept.delete(path);
  }

  /** Compares all articles, and tells what is new. */
  settle(): CorpusDelta {
    const all = [...this.#kept.values()].sort((a, b) => (a.input.path < b.input.path ? -1 : 1));
    const naming = namingOf(all);
    const before = this.#told;
    const told = all.map(kept => this.#tell(kept, naming));
    this.#told = new Map(told.map(each => [each.kept.input.path, each]));
    const documents = told.map(({ document }) => document).filter(each => before.get(each.path)?.document !== each);
    const removed = [...before.keys()].filter(path => !this.#kept.has(path));
    const articles = told.filter(({ kept }) => kept.reach === 'analysed').map(({ article }) => article);
    this.#stories = groupStories(articles).map(story => this.#storyState(story, articles));
    return { documents, removed, stories: this.#stories.map(s => s.story), disputes: this.#disputes() };
  }

  /** For each claim of an article the best passage of each other article of its story, as of the last `settle`. */
  matchesOf(path: string): readonly Match[] {
    const state = this.#stories.find(({ story }) => story.documents.includes(path));
    return state ? state.index.matchesOf(path, state.disputes) : [];
  }

  /** Everything, as of the last `settle`. */
  analysis(options: { readonly matches?: boolean } = {}): Analysis {
    return {
      version: 1,
      documents: [...this.#told.values()].map(({ document }) => document),
      stories: this.#stories.map(s => s.story),
      matches: options.matches === false ? [] : [...this.#told.keys()].flatMap(path => this.matchesOf(path)),
      disputes: this.#disputes(),
    };
  }

  #keep(input: ArticleInput): Kept {
    const old = this.#kept.get(input.path);
    const text = normalizeText(input.text);
    const known = old && old.text === text && sameJson(old.input.info, input.info);
    if (known && sameJson(old.input.overrides ?? [], input.overrides ?? [])) return { ...old, input };
    const markdown = /\.(?:md|markdown)$/i.test(input.path);
    const reading = readText(text, { markdown, ...(old && { previous: old.reading }) });
    const reach = reachOf(reading, input.info);
    if (reach !== 'analysed') return { input, text, reach, reading, entities: NOTHING, claims: NOTHING };
    const { mentions, values } = readEntities(reading, input.info, this.#model);
    const entities = { mentions: withOverrides(text, mentions, input.overrides ?? []), values };
    return { input, text, reach, reading, entities, claims: readClaims(reading, entities) };
  }

  /** What is told of an article that reads as before, is the same object as before. */
  #tell(kept: Kept, naming: Naming): Told {
    const article = readArticle(kept, naming);
    const old = this.#told.get(kept.input.path);
    if (old && old.kept === kept && sameNames(old.article, article)) return old;
    const document = analyzedDocument(kept, article);
    return { kept, article, document: old && sameJson(old.document, document) ? old.document : document };
  }

  /** A story whose articles read as before keeps its index and its disputes. */
  #storyState(story: Story, articles: readonly ReadArticle[]): StoryState {
    const members = articles.filter(article => story.documents.includes(article.path));
    const old = this.#stories.find(state => state.story.id === story.id);
    if (old && old.members.length === members.length && old.members.every((m, i) => sameArticle(m, members[i])))
      return { ...old, story };
    const stays = old?.members.length === members.length && old.members.every((m, i) => m.path === members[i]?.path);
    const index = new StoryIndex(members, this.#vectors, stays ? old.index.memory : undefined);
    return { story, members, index, disputes: findDisputes(story, members, index) };
  }

  #disputes(): Dispute[] {
    return withUniqueIds(this.#stories.flatMap(s => s.disputes)).sort(
      (a, b) => b.score - a.score || (a.id < b.id ? -1 : 1),
    );
  }
}

function reachOf(reading: Reading, info: ArticleInfo): Reach {
  if (reading.tokens.length === 0) return 'empty';
  const language = info.language?.toLowerCase();
  if (language ? !/^en\b|^english/.test(language) : !isEnglish(reading.tokens)) return 'language';
  return 'analysed';
}

function namingOf(all: readonly Kept[]): Naming {
  const articles = all.map(({ input, reading, entities }) => ({
    path: input.path,
    reading,
    mentions: entities.mentions,
  }));
  return nameEntities(
    articles,
    new Map(all.flatMap(({ input }) => (input.overrides ? [[input.path, input.overrides]] : []))),
  );
}

function readArticle(kept: Kept, naming: Naming): ReadArticle {
  const { input, reading, entities, claims } = kept;
  return {
    path: input.path,
    info: input.info,
    reading,
    entities,
    claims,
    names: entities.mentions.map((mention, i) => naming.canonicalOf(input.path, i) ?? mention.text),
    types: entities.mentions.map((mention, i) => naming.typeOf(input.path, i) ?? mention.type),
  };
}

function analyzedDocument(kept: Kept, article: ReadArticle): AnalyzedDocument {
  const { reading, entities, claims } = kept;
  const named: AnalyzedEntity[] = entities.mentions.map((mention, i) => ({
    start: mention.start,
    end: mention.end,
    type: article.types[i] ?? mention.type,
    canonical: article.names[i] ?? mention.text,
  }));
  return {
    ...kept.input.info,
    path: kept.input.path,
    reach: kept.reach,
    words: reading.tokens.reduce((n, token) => n + (token.kind === 'word' ? 1 : 0), 0),
    entities: [...named, ...entities.values.map(analyzedValue)].sort((a, b) => a.start - b.start || a.end - b.end),
    claims: claims.claims.map(claim => analyzedClaim(claim, article)),
    headings: headingsOf(reading),
  };
}

function analyzedValue(value: Value): AnalyzedEntity {
  const { start, end } = value;
  if (value.kind === 'quantity') return { start, end, type: 'quantity' };
  const { from, to } = value;
  return { start, end, type: 'date', ...(from && { canonical: to && to !== from ? `${from}/${to}` : from }) };
}

function analyzedClaim(claim: Claim, article: ReadArticle): AnalyzedClaim {
  const { speaker } = claim;
  return {
    start: claim.start,
    end: claim.end,
    checkworthiness: claim.checkworthiness,
    reasons: claim.reasons,
    ...(speaker && { speaker: speakerName(article, speaker), speakerWords: speaker.words }),
    voice: claim.voice,
    status: claim.status,
    certainty: claim.certainty,
    negated: claim.negated,
    about: claim.events.map(event => describeEvent(event, article.reading, article.names)),
  };
}

function headingsOf(reading: Reading): AnalyzedHeading[] {
  return reading.paragraphs
    .filter(paragraph => paragraph.kind === 'heading')
    .map(({ start, end }) => ({ start, end, level: 1 }));
}

function sameArticle(a: ReadArticle, b: ReadArticle | undefined): boolean {
  if (a === b) return true;
  return b?.path === a.path && a.reading === b.reading && sameJson(a.info, b.info) && sameNames(a, b);
}

function sameNames(a: ReadArticle, b: ReadArticle): boolean {
  return (
    a.names.length === b.names.length &&
    a.names.every((name, i) => name === b.names[i]) &&
    a.types.every((type, i) => type === b.types[i])
  );
}

const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Ids are unique in a folder: the second `deaths` is `deaths-2`. */
function withUniqueIds(disputes: readonly Dispute[]): Dispute[] {
  const seen = new Map<string, number>();
  return disputes.map(dispute => {
    const n = (seen.get(dispute.id) ?? 0) + 1;
    seen.set(dispute.id, n);
    return n === 1 ? dispute : { ...dispute, id: `${dispute.id}-${n}` };
  });
}
