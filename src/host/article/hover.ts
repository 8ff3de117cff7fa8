import * as vscode from 'vscode';
import type { AnalyzedClaim, Dispute, Match, Passage, Position } from '../../engine/analysis.ts';
import type { Span } from '../../engine/text/span.ts';
import { sentencesAround } from '../../review/base/sentences.ts';
import { COMMANDS, INTERNAL_COMMANDS } from '../kit/ids.ts';
import { rangeOf, type Texts } from '../kit/places.ts';
import { hoverEnabled, leastScore } from '../kit/settings.ts';
import type { Session } from '../session/session.ts';
import type { Article, FolderSnapshot, PassageRef } from '../session/snapshot.ts';
import { claimLabel } from '../words/claimLabel.ts';
import { differingWords, labelWords } from '../words/differingWords.ts';
import { excerptOf } from '../words/excerpts.ts';
import { certaintyLabel, dayLabel, kindIcon, lineLabel, plural, relationLabel, sourceLabel } from '../words/labels.ts';
import { annotationsIn, type PlacedAnnotation, shownDisputes } from '../words/marks.ts';
import { Prose } from '../words/prose.ts';
import { decidedLabel, settledOf } from '../words/settled.ts';
import { changedEvidence, verdictLabel } from '../words/verdictWords.ts';
import { entityLines } from './entityHover.ts';

/** More rows than this would have to be scrolled to. */
const MOST_ROWS = 5;
const EXCERPT = 100;
/**
 * A likeness below this is no reason to say that a source agrees: most best passages above it tell the same, fewer than half below it (one
 * of the sample articles, read through by hand).
 */
const TOLD = 0.3;
/** So much of the reasons is read at a glance. */
const MOST_WHY = 2;
const NOTE = 300;

/** What a hover is about: the place in one article, and everything that was found there. */
interface Place {
  readonly snapshot: FolderSnapshot;
  readonly article: Article;
  readonly disputes: readonly Dispute[];
  readonly claim: AnalyzedClaim | undefined;
  readonly matches: readonly Match[];
  readonly offset: number;
}

/** One compact panel for whatever meets at a place: first the answer, then who says what, then what one can do. */
export class Hovers implements vscode.HoverProvider {
  /** Id of the fact that is under review: where several are disputed in one place, it is told first. */
  focus: string | undefined;
  /** The claim that is under review: told instead of the facts that are disputed in the same place. */
  claim: Passage | undefined;
  readonly #session: Session;
  readonly #texts: Texts;

  constructor(session: Session, texts: Texts) {
    this.#session = session;
    this.#texts = texts;
  }

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    if (!hoverEnabled(document.uri)) return undefined;
    const found = this.#session.articleOf(document.uri);
    // Between a keystroke and its analysis nothing is known of the words one points at.
    if (!found?.article.analysis || this.#texts.of(document) !== found.article.text) return undefined;
    const { snapshot, article } = found;
    const offset = article.lines.offsetAt(position);
    const here = shownDisputes(snapshot, leastScore(document.uri)).filter(dispute => hereIn(dispute, article, offset));
    const reviewed = this.#reviewed(article, offset);
    const others = here.filter(({ id }) => id !== this.focus);
    const disputes = reviewed ? [] : [...here.filter(({ id }) => id === this.focus), ...others];
    const claim = reviewed ?? smallest(found.article.analysis.claims.filter(span => holds(span, offset)));
    const matches = claim || disputes.length ? await this.#session.matchesOf(snapshot, article.path) : [];
    if (token.isCancellationRequested) return undefined;
    return hoverAt({ snapshot, article, disputes, claim, matches, offset });
  }

  #reviewed({ path, analysis }: Article, offset: number): AnalyzedClaim | undefined {
    const { claim } = this;
    if (claim?.path !== path || !holds(claim, offset)) return undefined;
    return analysis?.claims.find(({ start, end }) => start === claim.start && end === claim.end);
  }
}

/** The hover for a place, or nothing where there is nothing to say. */
function hoverAt(place: Place): vscode.Hover | undefined {
  const { article, disputes, claim, offset } = place;
  const dispute = disputes[0];
  const entity = smallest(article.analysis?.entities.filter(span => holds(span, offset)) ?? []);
  const prose = new Prose();
  let range: Span | undefined;
  if (dispute) {
    disputeLines(prose, place, dispute);
    for (const other of disputes.slice(1, 3)) alsoDisputed(prose, place, other);
    range = smallest(evidenceIn(dispute, article).filter(span => holds(span, offset)));
  } else if (claim) {
    claimLines(prose, place, claim);
    range = claim;
  }
  const annotations = annotationsIn(place.snapshot, article).filter(({ anchor }) => holds(anchor, offset));
  if (annotations.length) {
    if (dispute || claim) prose.rule();
    noteLines(prose, place, annotations);
    if (!range) range = annotations[0]?.anchor;
  }
  if (entity) {
    if (dispute || claim || annotations.length) prose.rule();
    entityLines(prose, place.snapshot, article, entity, dispute || claim ? 'short' : 'full');
    if (!range) range = entity;
  }
  return range && new vscode.Hover(prose.done(), rangeOf(article.lines, range));
}

function disputeLines(prose: Prose, place: Place, dispute: Dispute): void {
  const { snapshot, article } = place;
  prose.icon(kindIcon(dispute.kind)).strong(vscode.l10n.t('Disputed: {0}', lowerFirst(dispute.title)));
  prose.text(` (${decidedLabel(snapshot, dispute) ?? certaintyLabel(dispute.score)})`);
  const settled = settledOf(snapshot, dispute);
  for (const verdict of settled?.verdicts ?? []) {
    const { record, reviewer, stale } = verdict;
    prose
      .line()
      .icon(stale ? 'history' : 'law')
      .text(`${verdictLabel(record.verdict)}${record.says ? `: ${record.says}` : ''} (${reviewer}). `);
    prose.text(stale ? changedEvidence(verdict) : record.text.trim());
  }
  for (const position of dispute.positions.slice(0, MOST_ROWS)) {
    prose.item().strong(position.label).text(' — ');
    const here = position.evidence.find(passage => passage.path === article.path && holds(passage, place.offset));
    const sources = onePerSource(position.evidence);
    for (const [i, passage] of sources.slice(0, 4).entries()) {
      if (i) prose.text(' · ');
      if (passage.path === article.path && (here || sources.length > 1))
        prose.text(vscode.l10n.t('{0}, here', sourceLabel(article, article.path)));
      else passageLink(prose, snapshot, passage);
    }
    if (sources.length > 4) prose.text(' ').text(vscode.l10n.t('and {0} more', sources.length - 4));
    const quoted = here ? undefined : (sources.find(passage => passage.path !== article.path) ?? sources[0]);
    if (quoted) quote(prose, snapshot, quoted, position, dispute);
  }
  alsoTold(prose, place, dispute);
  prose.paragraph();
  whyLine(prose, dispute.why);
  const ref = { folder: snapshot.folder.key, id: dispute.id };
  prose.link(vscode.l10n.t('Compare'), INTERNAL_COMMANDS.compareDispute, ref).text(' · ');
  prose.link(vscode.l10n.t('Confirm'), COMMANDS.confirmSuggestion, ref).text(' · ');
  prose.link(vscode.l10n.t('Dismiss'), COMMANDS.dismissSuggestion, ref).text(' · ');
  prose.link(vscode.l10n.t('Verdict…'), COMMANDS.giveVerdict, ref).text(' · ');
  prose.link(vscode.l10n.t('Show in Tree'), COMMANDS.revealInTree, ref);
}

/** What reviewers noted here; as plain words, since anybody may have written them. */
function noteLines(prose: Prose, { snapshot }: Place, annotations: readonly PlacedAnnotation[]): void {
  for (const [i, { said, anchor }] of annotations.slice(0, MOST_ROWS).entries()) {
    if (i) prose.line();
    prose.icon('comment').strong(said.reviewer).text(': ').text(noteText(said.record));
    if (anchor.state === 'changed') {
      prose.text(' ').text(vscode.l10n.t('(the words were “{0}” when this was written)', anchor.was));
    }
    const thread = snapshot.review?.threads.find(({ root }) => root.key === said.key);
    if (thread?.resolved) prose.text(` · ${vscode.l10n.t('resolved')}`);
    const replies = thread?.replies.filter(({ slug }) => !snapshot.hidden.has(slug)) ?? [];
    if (replies.length) prose.text(` · ${repliesLabel(replies.length)}`);
  }
}

function repliesLabel(count: number): string {
  return plural(count, vscode.l10n.t('1 reply'), vscode.l10n.t('{0} replies', count));
}

function noteText(record: PlacedAnnotation['said']['record']): string {
  const text = record.text?.trim();
  if (text) return text.length > NOTE ? `${text.slice(0, NOTE - 1)}…` : text;
  switch (record.type) {
    case 'claim':
      return record.says
        ? vscode.l10n.t('marked as a claim that says “{0}”', record.says)
        : vscode.l10n.t('marked as a claim');
    case 'entity':
      return vscode.l10n.t('names this {0}', record.entity ?? record.quote);
    case 'note':
      return vscode.l10n.t('marked');
  }
}

function alsoDisputed(prose: Prose, { snapshot }: Place, dispute: Dispute): void {
  prose
    .paragraph()
    .icon(kindIcon(dispute.kind))
    .text(vscode.l10n.t('Also disputed: {0}', lowerFirst(dispute.title)));
  prose
    .text(' — ')
    .text(dispute.positions.map(({ label }) => label).join(' / '))
    .text(' · ');
  prose.link(vscode.l10n.t('Compare'), INTERNAL_COMMANDS.compareDispute, {
    folder: snapshot.folder.key,
    id: dispute.id,
  });
}

function claimLines(prose: Prose, place: Place, claim: AnalyzedClaim): void {
  const { snapshot, article } = place;
  const all = bestPerSource(place.matches.filter(({ a }) => a.path === article.path && meets(a, claim)));
  const matches = all.filter(isTold);
  const alike = all.filter(match => !isTold(match));
  const others = [...snapshot.articles.values()].filter(
    other => other.path !== article.path && other.analysis?.reach === 'analysed',
  );
  prose.icon(matches.some(({ relation }) => relation === 'contradicts') ? 'warning' : 'checklist');
  prose.strong(claimAnswer(matches, others.length, snapshot.phase === 'ready'));
  for (const match of matches.slice(0, MOST_ROWS)) {
    prose.item();
    passageLink(prose, snapshot, match.b);
    prose.text(` ${relationLabel(match.relation)}: `);
    const other = snapshot.articles.get(match.b.path);
    if (other) {
      const sentence = sentencesAround(article.text, match.a);
      const words = article.text.slice(sentence.start, sentence.end);
      prose.excerpt(excerptOf(other.text, match.b, EXCERPT, differingWords(other.text, match.b, words))).text(' ');
    }
    prose.link(
      vscode.l10n.t('compare'),
      INTERNAL_COMMANDS.comparePassages,
      ref(snapshot, match.a),
      ref(snapshot, match.b),
    );
  }
  const silent = others.filter(other => !all.some(({ b }) => b.path === other.path));
  prose.paragraph();
  if (alike.length) {
    prose.text(vscode.l10n.t('Perhaps on this:')).text(' ');
    for (const [i, { b }] of alike.slice(0, MOST_ROWS).entries()) {
      if (i) prose.text(' · ');
      passageLink(prose, snapshot, b);
    }
    prose.line();
  }
  if (all.length && silent.length) prose.text(silentLabel(silent)).line();
  prose.text(claimLabel(claim)).line();
  whyLine(prose, matches[0]?.why ?? claim.reasons);
  const target = ref(snapshot, { path: article.path, start: claim.start, end: claim.end });
  prose.link(vscode.l10n.t('Annotate'), COMMANDS.annotateClaim, target).text(' · ');
  prose.link(vscode.l10n.t('Confirm'), COMMANDS.confirmSuggestion, target).text(' · ');
  prose.link(vscode.l10n.t('Dismiss'), COMMANDS.dismissSuggestion, target);
}

/** Sources on other sides of a dispute speak of one thing, however they word it. */
function isTold({ relation, score }: Match): boolean {
  return relation !== 'agrees' || score >= TOLD;
}

function claimAnswer(matches: readonly Match[], others: number, ready: boolean): string {
  if (others === 0) return vscode.l10n.t('Only one source so far: nothing to compare this claim with');
  if (!ready && matches.length === 0) return vscode.l10n.t('A claim; the other sources are still being read');
  if (matches.length === 0) return vscode.l10n.t('No other source clearly tells this');
  const agree = matches.filter(({ relation }) => relation === 'agrees').length;
  const differ = matches.length - agree;
  if (differ === 0) return vscode.l10n.t('Agreed by {0} of {1} other sources', agree, others);
  if (agree === 0) return vscode.l10n.t('Told otherwise by {0} of {1} other sources', differ, others);
  return vscode.l10n.t(
    'Told by {0} of {1} other sources: {2} agree, {3} differ',
    matches.length,
    others,
    agree,
    differ,
  );
}

function alsoTold(prose: Prose, { snapshot, article, matches, offset }: Place, dispute: Dispute): void {
  const inDispute = new Set(dispute.positions.flatMap(({ evidence }) => evidence.map(({ path }) => path)));
  const also = bestPerSource(
    matches.filter(m => m.a.path === article.path && holds(m.a, offset) && !inDispute.has(m.b.path) && isTold(m)),
  );
  const silent = [...snapshot.articles.values()].filter(
    ({ path, analysis }) =>
      analysis?.reach === 'analysed' && !inDispute.has(path) && !also.some(({ b }) => b.path === path),
  );
  if (also.length === 0 && silent.length === 0) return;
  prose.paragraph();
  if (also.length) {
    prose.text(vscode.l10n.t('Also told by')).text(' ');
    for (const [i, match] of also.slice(0, MOST_ROWS).entries()) {
      if (i) prose.text(' · ');
      passageLink(prose, snapshot, match.b);
      prose.text(` (${relationLabel(match.relation)})`);
    }
    if (silent.length) prose.text('. ');
  }
  if (silent.length) prose.text(silentLabel(silent));
}

function silentLabel(silent: readonly Article[]): string {
  const names = silent
    .slice(0, 4)
    .map(article => sourceLabel(article, article.path))
    .join(', ');
  return silent.length > 4
    ? vscode.l10n.t('Nothing on this in {0} and {1} more.', names, silent.length - 4)
    : vscode.l10n.t('Nothing on this in {0}.', names);
}

function whyLine(prose: Prose, why: readonly string[]): void {
  if (why.length === 0) return;
  prose.text(vscode.l10n.t('Why: {0}', why.slice(0, MOST_WHY).join('; '))).line();
}

function passageLink(prose: Prose, snapshot: FolderSnapshot, passage: Passage): void {
  const article = snapshot.articles.get(passage.path);
  const words = [sourceLabel(article, passage.path), dayLabel(article), lineLabel(article, passage)].filter(Boolean);
  prose.link(words.join(', '), INTERNAL_COMMANDS.openPassage, ref(snapshot, passage));
}

function quote(prose: Prose, snapshot: FolderSnapshot, passage: Passage, { label }: Position, dispute: Dispute): void {
  const article = snapshot.articles.get(passage.path);
  if (!article) return;
  const against = dispute.positions.map(other => other.label);
  prose.line().excerpt(excerptOf(article.text, passage, EXCERPT, labelWords(article.text, passage, label, against)));
}

export function ref(snapshot: FolderSnapshot, { path, start, end }: Passage): PassageRef {
  return { folder: snapshot.folder.key, path, start, end };
}

function hereIn(dispute: Dispute, article: Article, offset: number): boolean {
  return evidenceIn(dispute, article).some(span => holds(span, offset));
}

function evidenceIn(dispute: Dispute, article: Article): readonly Passage[] {
  return dispute.positions.flatMap(({ evidence }) => evidence.filter(({ path }) => path === article.path));
}

function holds(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

function meets(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function smallest<T extends Span>(spans: readonly T[]): T | undefined {
  return [...spans].sort((a, b) => a.end - a.start - (b.end - b.start))[0];
}

function onePerSource(passages: readonly Passage[]): readonly Passage[] {
  return passages.filter((passage, i) => passages.findIndex(({ path }) => path === passage.path) === i);
}

/** Of each other source the best match, the best first. */
function bestPerSource(matches: readonly Match[]): readonly Match[] {
  const sorted = [...matches].sort((a, b) => b.score - a.score);
  return sorted.filter((match, i) => sorted.findIndex(({ b }) => b.path === match.b.path) === i);
}

function lowerFirst(words: string): string {
  return /^\p{Lu}\p{Ll}/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}
