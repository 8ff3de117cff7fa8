/**
 * What commands are handed: by links, rows, menus and threads of our own, but also by key bindings, other extensions, and the editor's
 * context menu, which hands over the document's address. So nothing is taken on trust: what a command does not know counts as not given.
 */
import * as vscode from 'vscode';
import type { ReportFormat } from '../../review/report/report.ts';
import { TYPES } from '../review/annotate.ts';
import type { ArrangeAnswers } from '../review/arranging.ts';
import { Draft, Note } from '../review/comments.ts';
import type { FixRequest } from '../review/problemFixes.ts';
import type { Answers, Argument } from '../review/targets.ts';
import type { VerdictAnswers } from '../review/verdict.ts';
import type { DisputeRef, PassageRef } from '../session/snapshot.ts';
import type { AnnotationNode } from '../trees/annotationsTree.ts';
import type { DisputeNode } from '../trees/disputeNodes.ts';
import type { ArticleAnswers } from './newArticle.ts';

/** Commands by their ids; each looks for itself at what it is handed. */
export type Commands = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;

const ROWS: ReadonlySet<unknown> = new Set<DisputeNode['kind']>([
  'folder',
  'group',
  'dispute',
  'position',
  'passage',
  'more',
]);

/** A link's passage or fact, a row, or answers to what would be asked. */
export function argumentOf(given: unknown): Argument {
  return nodeOf(given) ?? passageOf(given) ?? disputeOf(given) ?? answersOf(given);
}

/** The selected rows, which come behind the one that was clicked. */
export function nodesOf(given: unknown): readonly DisputeNode[] | undefined {
  return Array.isArray(given) ? given.flatMap(each => nodeOf(each) ?? []) : undefined;
}

export function passageOf(given: unknown): (PassageRef & Answers) | undefined {
  const { folder, path, start, end } = fieldsOf(given);
  if (typeof folder !== 'string' || typeof path !== 'string') return undefined;
  if (typeof start !== 'number' || typeof end !== 'number') return undefined;
  return { folder, path, start, end, ...answersOf(given) };
}

export function verdictAnswersOf(given: unknown): VerdictAnswers | undefined {
  const { verdict, says, text } = fieldsOf(given);
  if (verdict !== 'supported' && verdict !== 'refuted' && verdict !== 'unresolved' && verdict !== 'outdated')
    return undefined;
  return { verdict, ...wordsOf('says', says), ...wordsOf('text', text) };
}

export function arrangeAnswersOf(given: unknown): ArrangeAnswers {
  const { says, fact } = fieldsOf(given);
  return { ...wordsOf('says', says), ...wordsOf('fact', fact) };
}

export function articleAnswersOf(given: unknown): ArticleAnswers | undefined {
  const { outlet, published, url } = fieldsOf(given);
  return { ...wordsOf('outlet', outlet), ...wordsOf('published', published), ...wordsOf('url', url) };
}

export function reportOf(given: unknown): { readonly format: ReportFormat; readonly target: vscode.Uri } | undefined {
  const { format, target } = fieldsOf(given);
  const known = format === 'md' || format === 'html' || format === 'csv';
  return known && target instanceof vscode.Uri ? { format, target } : undefined;
}

export function showOptionsOf(given: unknown): { readonly preserveFocus?: boolean } {
  const { preserveFocus } = fieldsOf(given);
  return typeof preserveFocus === 'boolean' ? { preserveFocus } : {};
}

export function suggestionsOf(given: unknown): 'disputes' | 'claims' | undefined {
  return given === 'disputes' || given === 'claims' ? given : undefined;
}

export function annotationOf(given: unknown): AnnotationNode | undefined {
  const { kind, placed } = fieldsOf(given);
  return kind === 'annotation' && typeof placed === 'object' && placed !== null ? (given as AnnotationNode) : undefined;
}

/** The slug of a reviewer's row. */
export function reviewerOf(given: unknown): string | undefined {
  const { kind, slug } = fieldsOf(given);
  return kind === 'reviewer' && typeof slug === 'string' ? slug : undefined;
}

export function fixOf(given: unknown): FixRequest | undefined {
  const { folder, sidecar, kind, target } = fieldsOf(given);
  if (typeof folder !== 'string' || typeof sidecar !== 'string' || typeof target !== 'string') return undefined;
  return kind === 'reattach' || kind === 'adopt-article' ? { folder, sidecar, kind, target } : undefined;
}

/** What was typed below a thread. */
export function commentReplyOf(given: unknown): vscode.CommentReply | undefined {
  const { thread, text } = fieldsOf(given);
  const into = threadOf(thread);
  return into && typeof text === 'string' ? { thread: into, text } : undefined;
}

export function threadOf(given: unknown): vscode.CommentThread | undefined {
  const { uri, comments } = fieldsOf(given);
  return uri instanceof vscode.Uri && Array.isArray(comments) ? (given as vscode.CommentThread) : undefined;
}

export function noteOf(given: unknown): Note | undefined {
  return given instanceof Note ? given : undefined;
}

/** A comment that can be saved. */
export function writingOf(given: unknown): Note | Draft | undefined {
  return given instanceof Draft ? given : noteOf(given);
}

function nodeOf(given: unknown): DisputeNode | undefined {
  const { kind, folder } = fieldsOf(given);
  return ROWS.has(kind) && typeof folder === 'string' ? (given as DisputeNode) : undefined;
}

function disputeOf(given: unknown): DisputeRef | undefined {
  const { folder, id } = fieldsOf(given);
  return typeof folder === 'string' && typeof id === 'string' ? { folder, id } : undefined;
}

function answersOf(given: unknown): Answers | undefined {
  const { text, entity, entityType } = fieldsOf(given);
  const type = TYPES.find(each => each === entityType);
  const answers = { ...wordsOf('text', text), ...wordsOf('entity', entity), ...(type && { entityType: type }) };
  return Object.keys(answers).length > 0 ? answers : undefined;
}

function fieldsOf(given: unknown): Readonly<Record<string, unknown>> {
  const isObject = typeof given === 'object' && given !== null && !(given instanceof vscode.Uri);
  return isObject ? (given as Readonly<Record<string, unknown>>) : {};
}

function wordsOf<K extends string>(key: K, value: unknown): { readonly [P in K]?: string } {
  return typeof value === 'string' ? ({ [key]: value } as { readonly [P in K]: string }) : {};
}
