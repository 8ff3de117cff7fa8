import * as vscode from 'vscode';
import type { AnalyzedEntity } from '../../engine/analysis.ts';
import type { EntityType } from '../../engine/entities/types.ts';
import { rangeOf, type Texts } from '../kit/places.ts';
import type { Session } from '../session/session.ts';
import type { Article } from '../session/snapshot.ts';
import { sourceLabel, typeLabel } from '../words/labels.ts';

/** So many symbols answer a search: more nobody reads. */
const MOST_FOUND = 300;
const LONGEST = 100;

const KINDS: Readonly<Record<EntityType, vscode.SymbolKind>> = {
  person: vscode.SymbolKind.Object,
  organization: vscode.SymbolKind.Class,
  place: vscode.SymbolKind.Namespace,
  group: vscode.SymbolKind.Enum,
  event: vscode.SymbolKind.Event,
  date: vscode.SymbolKind.Constant,
  quantity: vscode.SymbolKind.Number,
};

/** The outline of an article: its headings, and below each the claims that stand there, with who makes them. */
export class Outline implements vscode.DocumentSymbolProvider {
  readonly #session: Session;
  readonly #texts: Texts;

  constructor(session: Session, texts: Texts) {
    this.#session = session;
    this.#texts = texts;
  }

  provideDocumentSymbols(document: vscode.TextDocument): vscode.DocumentSymbol[] {
    const article = this.#session.articleOf(document.uri)?.article;
    if (!article?.analysis || this.#texts.of(document) !== article.text) return [];
    const top: vscode.DocumentSymbol[] = [];
    let section: vscode.DocumentSymbol | undefined;
    const rows = [
      ...article.analysis.headings.map(span => ({ span, claim: undefined })),
      ...article.analysis.claims.map(claim => ({ span: claim, claim })),
    ].sort((a, b) => a.span.start - b.span.start);
    for (const { span, claim } of rows) {
      const range = rangeOf(article.lines, span);
      const words = shortened(article.text.slice(span.start, span.end));
      const kind = claim ? vscode.SymbolKind.String : vscode.SymbolKind.Module;
      const symbol = new vscode.DocumentSymbol(words, claim?.speaker ?? '', kind, range, range);
      if (!claim) section = symbol;
      if (claim && section) {
        section.children.push(symbol);
        section.range = section.range.union(range);
      } else top.push(symbol);
    }
    return top;
  }
}

/** Go to Symbol in Workspace: every entity of the folders by any of its names, where it stands first in each article. */
export class EntitySearch implements vscode.WorkspaceSymbolProvider {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  provideWorkspaceSymbols(query: string): vscode.SymbolInformation[] {
    const found: vscode.SymbolInformation[] = [];
    const letters = query.toLowerCase();
    for (const { articles } of this.#session.snapshots) {
      for (const article of articles.values()) {
        for (const { entity, name } of firstMentions(article)) {
          if (!holdsInOrder(name.toLowerCase(), letters)) continue;
          const where = `${typeLabel(entity.type)}, ${sourceLabel(article, article.path)}`;
          const location = new vscode.Location(article.uri, rangeOf(article.lines, entity));
          found.push(new vscode.SymbolInformation(name, KINDS[entity.type], where, location));
          if (found.length >= MOST_FOUND) return found;
        }
      }
    }
    return found;
  }
}

/** Of every named entity of an article its first mention. */
function firstMentions(article: Article): { readonly entity: AnalyzedEntity; readonly name: string }[] {
  const seen = new Set<string>();
  return (article.analysis?.entities ?? []).flatMap(entity => {
    const name = entity.canonical;
    if (name === undefined || entity.type === 'date' || entity.type === 'quantity' || seen.has(name)) return [];
    seen.add(name);
    return [{ entity, name }];
  });
}

/** Whether all letters of a search stand in a name in their order, as VS Code asks of such providers. */
function holdsInOrder(name: string, letters: string): boolean {
  let at = -1;
  return [...letters].every(letter => {
    at = name.indexOf(letter, at + 1);
    return at >= 0;
  });
}

function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line || '…';
}
