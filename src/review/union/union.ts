/**
 * What all reviewers say: the union of all files, computed when they are read. Nothing here belongs to one reviewer more than to another;
 * everything says whose it is and where it stands. Cost: one anchor resolution a record, none for those whose article and words
 * are as they were at the last time (`Resolutions`).
 */

import type { EntityOverride } from '../../engine/entities/types.ts';
import { isAttached, type Resolution } from '../anchors/anchor.ts';
import { Resolutions } from '../anchors/resolutions.ts';
import { addTo } from '../base/group.ts';
import { folderOf, joinPath } from '../base/paths.ts';
import { phrase } from '../base/phrase.ts';
import { type Fix, type Problem, titled, told } from '../base/problem.ts';
import type { AnchoredAnnotation, Annotation, Decision, QuotedPassage, Reviewed } from '../format/schema.ts';
import type { Sidecar } from '../format/sidecar.ts';
import { type FactView, uniteFacts, type VerdictView } from './facts.ts';
import type { Article } from './folder.ts';
import { homesOf } from './orphans.ts';
import {
  byTime,
  compare,
  type FoundPassage,
  isAnchored,
  problemOf,
  type Said,
  type SaidAnnotation,
  sayer,
} from './said.ts';

/** An annotation with what was answered to it. */
export interface Thread {
  readonly path: string;
  readonly root: SaidAnnotation<AnchoredAnnotation>;
  /** Oldest first; replies to replies among them. */
  readonly replies: readonly SaidAnnotation<Extract<Annotation, { type: 'reply' }>>[];
  /** The newest resolution decides; absent when there is none. */
  readonly resolution?: SaidAnnotation<Extract<Annotation, { type: 'resolution' }>>;
  readonly resolved: boolean;
}

export interface SaidDecision extends Said<Decision> {
  readonly passages: readonly FoundPassage[];
  /** Those that the reviewer gave another position; `says` names it. */
  readonly moved: readonly FoundPassage[];
  /** Suggestions that are the same fact. */
  readonly merged: readonly { readonly kind?: string; readonly passages: readonly FoundPassage[] }[];
}

/** A sidecar whose article is gone, and where its quotes stand now, best first. */
interface Orphan {
  readonly sidecar: Sidecar;
  readonly homes: readonly { readonly path: string; readonly found: number; readonly of: number }[];
}

export interface FolderReview {
  /** By slug. */
  readonly reviewers: readonly { readonly slug: string; readonly name: string; readonly sidecars: readonly string[] }[];
  /** In order of article and place; those without a place last. */
  readonly annotations: readonly SaidAnnotation[];
  readonly threads: readonly Thread[];
  readonly facts: readonly FactView[];
  readonly verdicts: readonly VerdictView[];
  readonly decisions: readonly SaidDecision[];
  readonly reviewed: readonly (Said<Reviewed> & { readonly path: string })[];
  readonly orphans: readonly Orphan[];
  /** Of all files, the readers' own included. */
  readonly problems: readonly Problem[];
}

interface UnionInput {
  readonly articles: readonly Article[];
  readonly sidecars: readonly Sidecar[];
  /** Slugs of reviewers who are not to be heard; their files' problems are reported all the same. */
  readonly hidden?: ReadonlySet<string>;
}

function startOf(said: SaidAnnotation): number {
  if (said.anchor && isAttached(said.anchor)) return said.anchor.start;
  return said.anchor?.candidates[0]?.start ?? Number.POSITIVE_INFINITY;
}

function threadsOf(annotations: readonly SaidAnnotation[], problems: Problem[]): Thread[] {
  const byId = new Map<string, SaidAnnotation>();
  for (const said of annotations) {
    const id = said.record.id;
    if (id !== undefined && !byId.has(`${said.path}\n${id}`)) byId.set(`${said.path}\n${id}`, said);
  }
  /** Follows replies up to what they are about; gives up on circles. */
  const rootOf = (said: SaidAnnotation): SaidAnnotation | undefined => {
    const seen = new Set<string>();
    let at: SaidAnnotation | undefined = said;
    while (at && 'to' in at.record && !seen.has(at.key)) {
      seen.add(at.key);
      at = byId.get(`${at.path}\n${at.record.to}`);
    }
    return at && isAnchored(at) ? at : undefined;
  };
  const answers = new Map<string, SaidAnnotation[]>();
  for (const said of annotations) {
    if (!('to' in said.record)) continue;
    const root = rootOf(said);
    if (root) addTo(answers, root.key, said);
    else
      problems.push(
        problemOf(
          said,
          'warning',
          'unknown-reference',
          phrase('"to" names {0}, and no annotation of this article has that id.', said.record.to),
        ),
      );
  }
  return annotations.filter(isAnchored).map(root => {
    const below = byTime(answers.get(root.key) ?? []);
    const replies = below.filter((a): a is Thread['replies'][number] => a.record.type === 'reply');
    const resolution = below.findLast((a): a is NonNullable<Thread['resolution']> => a.record.type === 'resolution');
    return {
      path: root.path,
      root,
      replies,
      ...(resolution ? { resolution } : {}),
      resolved: resolution?.record.resolved ?? false,
    };
  });
}

function anchorProblem(said: SaidAnnotation<AnchoredAnnotation>, anchor: Resolution): Problem | undefined {
  const { quote } = said.record;
  const words = JSON.stringify(quote.length > 60 ? `${quote.slice(0, 59)}…` : quote);
  const title = titled(phrase('Re-attach to the selection'));
  const fixes: Fix[] = [{ kind: 'reattach', ...title, target: said.record.id ?? said.key }];
  if (anchor.state === 'lost')
    return problemOf(
      said,
      'warning',
      'lost-anchor',
      phrase('{0} no longer stands in {1}. The annotation is kept.', words, said.path),
      fixes,
    );
  if (anchor.state === 'ambiguous') {
    const message = phrase(
      '{0} fits {1} places of {2} equally well. "before", "after" or "start" would settle it.',
      words,
      anchor.candidates.length,
      said.path,
    );
    return problemOf(said, 'warning', 'ambiguous-anchor', message, fixes);
  }
  return undefined;
}

function duplicateIds(annotations: readonly Said<{ id?: string | undefined }>[], problems: Problem[]): void {
  const first = new Map<string, Said<unknown>>();
  for (const said of annotations) {
    const { id } = said.record;
    if (id === undefined) continue;
    const other = first.get(id);
    if (!other) first.set(id, said);
    else if (other.sidecar !== said.sidecar)
      problems.push(
        problemOf(
          said,
          'error',
          'duplicate-id',
          phrase('The id {0} stands in {1}, line {2}, as well.', id, other.sidecar, other.line),
        ),
      );
  }
}

/** The union of all files. `resolutions` keeps what was found between two calls: hand in the same one again and again. */
export function uniteReviews(input: UnionInput, resolutions: Resolutions = new Resolutions()): FolderReview {
  const texts = new Map(input.articles.map(article => [article.path, article.text]));
  const heard = input.sidecars.filter(sidecar => sidecar.kind !== 'sources' && !input.hidden?.has(sidecar.slug));
  const problems: Problem[] = input.sidecars.flatMap(sidecar => [...sidecar.problems]);
  const find = (path: string, passage: QuotedPassage | AnchoredAnnotation): Resolution => {
    const text = texts.get(path);
    return text === undefined ? { state: 'lost', candidates: [] } : resolutions.resolve(path, text, passage);
  };
  const findPassage = (sidecar: Sidecar, record: QuotedPassage): FoundPassage => {
    const path = joinPath(folderOf(sidecar.path), record.article) ?? record.article;
    return { path, record, anchor: find(path, record) };
  };

  const annotations: SaidAnnotation[] = [];
  const orphans: Orphan[] = [];
  for (const sidecar of heard) {
    if (sidecar.article === undefined) continue;
    const path = sidecar.article;
    if (!texts.has(path)) orphans.push({ sidecar, homes: homesOf(sidecar, input.articles) });
    for (const filed of sidecar.records.annotations) {
      const said = { ...sayer(sidecar, 'annotations', filed), path };
      annotations.push(
        'quote' in filed.record && texts.has(path) ? { ...said, anchor: find(path, filed.record) } : said,
      );
    }
  }
  annotations.sort((a, b) => compare(a.path, b.path) || startOf(a) - startOf(b) || compare(a.key, b.key) || 0);
  for (const said of annotations) {
    const problem = isAnchored(said) && said.anchor ? anchorProblem(said, said.anchor) : undefined;
    if (problem) problems.push(problem);
  }
  duplicateIds(annotations, problems);
  for (const orphan of orphans) problems.push(orphanProblem(orphan));

  const folderFiles = heard.filter(sidecar => sidecar.kind === 'folder');
  const { facts, verdicts } = uniteFacts({ annotations, folderFiles, findPassage, problems });
  const decisions = folderFiles.flatMap(sidecar =>
    sidecar.records.decisions.map((filed): SaidDecision => {
      const found = (passages: readonly QuotedPassage[]) => passages.map(passage => findPassage(sidecar, passage));
      const { passages, moved = [], merged = [] } = filed.record;
      return {
        ...sayer(sidecar, 'decisions', filed),
        passages: found(passages),
        moved: found(moved),
        merged: merged.map(other => ({
          ...(other.kind === undefined ? {} : { kind: other.kind }),
          passages: found(other.passages),
        })),
      };
    }),
  );
  const reviewed = folderFiles.flatMap(sidecar =>
    sidecar.records.reviewed.map(filed => ({
      ...sayer(sidecar, 'reviewed', filed),
      path: joinPath(folderOf(sidecar.path), filed.record.article) ?? filed.record.article,
    })),
  );
  const threads = threadsOf(annotations, problems);
  problems.sort(
    (a, b) => compare(a.sidecar, b.sidecar) || a.line - b.line || a.column - b.column || compare(a.message, b.message),
  );
  return {
    reviewers: reviewersOf(input.sidecars),
    annotations,
    threads,
    facts,
    verdicts,
    decisions: byTime(decisions),
    reviewed,
    orphans,
    problems,
  };
}

function reviewersOf(sidecars: readonly Sidecar[]): FolderReview['reviewers'] {
  const bySlug = new Map<string, Sidecar[]>();
  for (const sidecar of sidecars) if (sidecar.kind !== 'sources') addTo(bySlug, sidecar.slug, sidecar);
  return [...bySlug]
    .sort(([a], [b]) => compare(a, b))
    .map(([slug, files]) => ({
      slug,
      name: files.find(file => file.reviewer !== slug)?.reviewer ?? slug,
      sidecars: files.map(file => file.path),
    }));
}

function orphanProblem({ sidecar, homes }: Orphan): Problem {
  const [home] = homes;
  const place = { line: 1, column: 1, endLine: 1, endColumn: 1 };
  const gone = phrase('The article {0} is not there.', sidecar.article ?? '');
  const where = home && phrase('{0} of its {1} quotes stand in {2}.', home.found, home.of, home.path);
  const fixes: Fix[] = homes.slice(0, 3).map(({ path }) => ({
    kind: 'adopt-article',
    ...titled(phrase('These are annotations of {0}', path)),
    target: path,
  }));
  return {
    sidecar: sidecar.path,
    ...place,
    severity: 'error',
    code: 'missing-article',
    ...told(gone, ...(where ? [where] : [])),
    fixes,
  };
}

/** What reviewers say that passages of an article name; the engine takes their word over its own. */
export function entityOverrides(review: FolderReview, path: string): EntityOverride[] {
  return review.annotations.flatMap(({ path: where, record, anchor }) => {
    if (where !== path || record.type !== 'entity' || !anchor || !isAttached(anchor)) return [];
    const { start, end } = anchor;
    return [
      {
        start,
        end,
        ...(record.entity ? { entity: record.entity } : {}),
        ...(record.entityType ? { type: record.entityType } : {}),
      },
    ];
  });
}
