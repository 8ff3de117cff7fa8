import * as vscode from 'vscode';
import type { AnalyzedEntity } from '../../engine/analysis.ts';
import { rangeOf, type Texts } from '../kit/places.ts';
import type { Session } from '../session/session.ts';
import type { Article, FolderSnapshot } from '../session/snapshot.ts';

/** One entity where it is mentioned. */
interface Mentioned {
  readonly article: Article;
  readonly entity: AnalyzedEntity;
}

/**
 * What editors ask of a name: where it is introduced ("Go to Definition"), where else it stands over all articles ("Find All References"), and
 * where in this one (highlights). A name is introduced by its fullest mention of the article at hand, else of the first article that has it.
 */
export class Mentions implements vscode.DefinitionProvider, vscode.ReferenceProvider, vscode.DocumentHighlightProvider {
  readonly #session: Session;
  readonly #texts: Texts;

  constructor(session: Session, texts: Texts) {
    this.#session = session;
    this.#texts = texts;
  }

  provideDefinition(document: vscode.TextDocument, position: vscode.Position): vscode.Location | undefined {
    const all = this.#mentionsAt(document, position);
    const here = all.filter(({ article }) => article.uri.toString() === document.uri.toString());
    const introduced = fullest(here.some(isFull) ? here : all);
    return introduced && locationOf(introduced);
  }

  provideReferences(document: vscode.TextDocument, position: vscode.Position): vscode.Location[] {
    return this.#mentionsAt(document, position).map(locationOf);
  }

  provideDocumentHighlights(document: vscode.TextDocument, position: vscode.Position): vscode.DocumentHighlight[] {
    return this.#mentionsAt(document, position)
      .filter(({ article }) => article.uri.toString() === document.uri.toString())
      .map(({ article, entity }) => new vscode.DocumentHighlight(rangeOf(article.lines, entity)));
  }

  /** All mentions of the entity at a position, in order of articles and places; none between a keystroke and its analysis. */
  #mentionsAt(document: vscode.TextDocument, position: vscode.Position): readonly Mentioned[] {
    const found = this.#session.articleOf(document.uri);
    if (!found?.article.analysis || this.#texts.of(document) !== found.article.text) return [];
    const offset = found.article.lines.offsetAt(position);
    const entity = found.article.analysis.entities.find(({ start, end }) => start <= offset && offset <= end);
    return entity?.canonical === undefined ? [] : mentionsOf(found.snapshot, entity);
  }
}

function mentionsOf(snapshot: FolderSnapshot, { type, canonical }: AnalyzedEntity): Mentioned[] {
  return [...snapshot.articles.values()].flatMap(article =>
    (article.analysis?.entities ?? []).flatMap(entity =>
      entity.type === type && entity.canonical === canonical ? [{ article, entity }] : [],
    ),
  );
}

const lengthOf = ({ entity }: Mentioned): number => entity.end - entity.start;
const isFull = (mention: Mentioned): boolean =>
  /\s/.test(mention.article.text.slice(mention.entity.start, mention.entity.end));

/** The longest mention, the first of equally long ones. */
function fullest(mentions: readonly Mentioned[]): Mentioned | undefined {
  return mentions.reduce<Mentioned | undefined>(
    (best, next) => (best && lengthOf(best) >= lengthOf(next) ? best : next),
    undefined,
  );
}

function locationOf({ article, entity }: Mentioned): vscode.Location {
  return new vscode.Location(article.uri, rangeOf(article.lines, entity));
}
