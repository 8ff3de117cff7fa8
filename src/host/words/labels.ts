import * as vscode from 'vscode';
import type { Dispute, DisputeKind, DisputeStatus, Passage, Relation } from '../../engine/analysis.ts';
import { CUTS } from '../../engine/disputes/base/certainty.ts';
import type { EntityType } from '../../engine/entities/types.ts';
import type { ChangeKind } from '../../review/anchors/anchor.ts';
import { type Phrase, spokenAll } from '../../review/base/phrase.ts';
import type { Article, FolderSnapshot } from '../session/snapshot.ts';

/** Names of files are often fingerprints: of longer ones beginning and end are shown. */
const LONG_NAME = 20;

/** Where an article comes from, as short as it can be said: its outlet, else its file's name. */
export function sourceLabel(article: Article | undefined, path: string): string {
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
  return article?.info.outlet ?? (stem.length > LONG_NAME ? `${stem.slice(0, 10)}…${stem.slice(-5)}` : stem);
}

/** `27 Sep`, in the reader's language; empty when the date is not known. */
export function dayLabel(article: Article | undefined): string {
  return dateOf(article, { day: 'numeric', month: 'short' });
}

/** `27 September 2025`. */
export function dateLabel(article: Article | undefined): string {
  return dateOf(article, { day: 'numeric', month: 'long', year: 'numeric' });
}

function dateOf(article: Article | undefined, format: Intl.DateTimeFormatOptions): string {
  const day = article?.info.published?.slice(0, 10);
  const time = day ? Date.parse(`${day}T12:00:00Z`) : Number.NaN;
  if (Number.isNaN(time)) return '';
  const { language } = vscode.env;
  const formatter = new Intl.DateTimeFormat(language, { ...format, timeZone: 'UTC' });
  if (language !== 'en') return formatter.format(time);
  // American English writes the month first; the trade writes the day first.
  const parts = new Map(formatter.formatToParts(time).map(({ type, value }) => [type, value]));
  return [parts.get('day'), parts.get('month'), parts.get('year')].filter(Boolean).join(' ');
}

/** `Courier · 27 Sep · line 3`. */
export function passageLabel(snapshot: FolderSnapshot, passage: Passage): string {
  const article = snapshot.articles.get(passage.path);
  return [sourceLabel(article, passage.path), dayLabel(article), lineLabel(article, passage)]
    .filter(Boolean)
    .join(' · ');
}

export function lineLabel(article: Article | undefined, passage: Passage): string {
  return article ? vscode.l10n.t('line {0}', article.lineOf(passage.start)) : '';
}

/** Groups of the tree, in the order in which they stand there. */
export const STATUSES: readonly DisputeStatus[] = ['conflict', 'difference', 'contested', 'update'];

export function statusLabel(status: DisputeStatus): string {
  switch (status) {
    case 'conflict':
      return vscode.l10n.t('Conflicts');
    case 'difference':
      return vscode.l10n.t('Differences');
    case 'contested':
      return vscode.l10n.t('Contested by the parties');
    case 'update':
      return vscode.l10n.t('Updates');
  }
}

/** What a status means, for tooltips and screen readers. */
export function statusMeaning(status: DisputeStatus): string {
  switch (status) {
    case 'conflict':
      return vscode.l10n.t('the positions cannot all be true');
    case 'difference':
      return vscode.l10n.t('the positions differ, but may all be true');
    case 'contested':
      return vscode.l10n.t('the parties disagree, and the sources report it');
    case 'update':
      return vscode.l10n.t('a later article tells it anew');
  }
}

export function kindLabel(kind: DisputeKind): string {
  switch (kind) {
    case 'number':
      return vscode.l10n.t('Number');
    case 'date':
      return vscode.l10n.t('Date or time');
    case 'place':
      return vscode.l10n.t('Place');
    case 'actor':
      return vscode.l10n.t('Who');
    case 'wording':
      return vscode.l10n.t('Wording');
    case 'status':
      return vscode.l10n.t('How far it got');
    case 'denial':
      return vscode.l10n.t('Denied');
    case 'contested':
      return vscode.l10n.t('Contested');
    case 'other':
      return vscode.l10n.t('Other');
  }
}

/** Codicons; the label always says in words what the icon says. */
export function kindIcon(kind: DisputeKind): string {
  switch (kind) {
    case 'number':
      return 'symbol-number';
    case 'date':
      return 'calendar';
    case 'place':
      return 'location';
    case 'actor':
      return 'person';
    case 'wording':
      return 'quote';
    case 'status':
      return 'milestone';
    case 'denial':
      return 'circle-slash';
    case 'contested':
      return 'comment-discussion';
    case 'other':
      return 'question';
  }
}

export function relationLabel(relation: Relation): string {
  switch (relation) {
    case 'agrees':
      return vscode.l10n.t('agrees');
    case 'differs':
      return vscode.l10n.t('differs');
    case 'contradicts':
      return vscode.l10n.t('contradicts');
  }
}

export function typeLabel(type: EntityType): string {
  switch (type) {
    case 'person':
      return vscode.l10n.t('person');
    case 'organization':
      return vscode.l10n.t('organization');
    case 'place':
      return vscode.l10n.t('place');
    case 'group':
      return vscode.l10n.t('group');
    case 'event':
      return vscode.l10n.t('event');
    case 'date':
      return vscode.l10n.t('date');
    case 'quantity':
      return vscode.l10n.t('quantity');
  }
}

/** What all of a type are called: of groups in trees and layers of highlights. */
export function typesLabel(type: EntityType): string {
  switch (type) {
    case 'person':
      return vscode.l10n.t('Persons');
    case 'organization':
      return vscode.l10n.t('Organizations');
    case 'place':
      return vscode.l10n.t('Places');
    case 'group':
      return vscode.l10n.t('Nations, religions and parties');
    case 'event':
      return vscode.l10n.t('Events');
    case 'date':
      return vscode.l10n.t('Dates and times');
    case 'quantity':
      return vscode.l10n.t('Numbers and quantities');
  }
}

/** One of two translated texts, after a number. */
export function plural(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}

/** How sure the analysis is of a fact, in a word. */
export function certaintyLabel(score: number): string {
  if (score >= CUTS.sure) return vscode.l10n.t('sure');
  if (score >= CUTS.balanced) return vscode.l10n.t('likely');
  return vscode.l10n.t('unsure');
}

/** `3 positions · 5 sources`. */
export function standingLabel(dispute: Dispute): string {
  const sources = sourcesOf(dispute).length;
  const positions = vscode.l10n.t('{0} positions', dispute.positions.length);
  return `${positions} · ${plural(sources, vscode.l10n.t('1 source'), vscode.l10n.t('{0} sources', sources))}`;
}

/** Paths of the articles that a dispute's evidence stands in. */
export function sourcesOf(dispute: Dispute): readonly string[] {
  return [...new Set(dispute.positions.flatMap(({ evidence }) => evidence.map(({ path }) => path)))];
}

/** Sentences of the review room, in the language of VS Code. */
export function localized(phrases: readonly Phrase[]): string {
  return spokenAll(phrases, words => vscode.l10n.t(words));
}

/** What of a passage was changed, weightiest first: `a number, a name`; nothing where only other words were. */
export function changeLabel(kinds: readonly ChangeKind[]): string {
  return kinds.map(kindOfChange).join(', ');
}

function kindOfChange(kind: ChangeKind): string {
  switch (kind) {
    case 'number':
      return vscode.l10n.t('a number');
    case 'name':
      return vscode.l10n.t('a name');
    case 'date':
      return vscode.l10n.t('a date');
    case 'negation':
      return vscode.l10n.t('a negation');
  }
}
