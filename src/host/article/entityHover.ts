import * as vscode from 'vscode';
import type { AnalyzedEntity } from '../../engine/analysis.ts';
import { INTERNAL_COMMANDS } from '../kit/ids.ts';
import type { Article, FolderSnapshot } from '../session/snapshot.ts';
import { sourceLabel, typeLabel } from '../words/labels.ts';
import type { Prose } from '../words/prose.ts';

const MOST_SOURCES = 8;
const MOST_NAMES = 6;

/** One entity over the whole folder. */
interface Known {
  readonly name: string;
  readonly mentions: number;
  /** First mention and number of mentions, by article. */
  readonly byArticle: readonly { readonly article: Article; readonly first: AnalyzedEntity; readonly count: number }[];
  readonly otherNames: readonly string[];
}

/** What is known of an entity: its name, what it is, where the sources mention it, and what else they call it. */
export function entityLines(
  prose: Prose,
  snapshot: FolderSnapshot,
  article: Article,
  entity: AnalyzedEntity,
  form: 'full' | 'short',
): void {
  const known = lookUp(snapshot, article, entity);
  prose.strong(known.name).text(` — ${typeLabel(entity.type)}`);
  if (entity.type === 'quantity' || (entity.type === 'date' && known.byArticle.length < 2)) return;
  const sources = known.byArticle.length;
  const counted =
    sources === 1
      ? vscode.l10n.t('{0} times here, nowhere else', known.mentions)
      : vscode.l10n.t('{0} times in {1} sources', known.mentions, sources);
  prose.text(`, ${known.mentions === 1 ? vscode.l10n.t('mentioned only here') : counted}`);
  if (form === 'full') {
    prose.paragraph();
    for (const [i, { article: other, first, count }] of known.byArticle.slice(0, MOST_SOURCES).entries()) {
      if (i) prose.text(' · ');
      const passage = { folder: snapshot.folder.key, path: other.path, start: first.start, end: first.end };
      prose.link(sourceLabel(other, other.path), INTERNAL_COMMANDS.openPassage, passage);
      prose.text(` ${count}×`);
    }
    if (sources > MOST_SOURCES) prose.text(` ${vscode.l10n.t('and {0} more', sources - MOST_SOURCES)}`);
  }
  if (known.otherNames.length) {
    if (form === 'full') prose.paragraph();
    else prose.text('. ');
    prose.text(
      vscode.l10n.t(
        'Also called {0}',
        known.otherNames
          .slice(0, MOST_NAMES)
          .map(name => `“${name}”`)
          .join(', '),
      ),
    );
  }
}

function lookUp(snapshot: FolderSnapshot, here: Article, entity: AnalyzedEntity): Known {
  const words = here.text.slice(entity.start, entity.end);
  const name = entity.canonical ?? words;
  const names = new Map<string, number>();
  const byArticle: { article: Article; first: AnalyzedEntity; count: number }[] = [];
  let mentions = 0;
  for (const article of snapshot.articles.values()) {
    const own = (article.analysis?.entities ?? []).filter(
      other => other.type === entity.type && (other.canonical ?? article.text.slice(other.start, other.end)) === name,
    );
    const first = own[0];
    if (!first) continue;
    byArticle.push({ article, first, count: own.length });
    mentions += own.length;
    for (const other of own) {
      const called = article.text.slice(other.start, other.end).replace(/\s+/g, ' ');
      names.set(called, (names.get(called) ?? 0) + 1);
    }
  }
  const otherNames = [...names]
    .filter(([called]) => called !== name)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([called]) => called);
  return { name, mentions, byArticle, otherNames };
}
