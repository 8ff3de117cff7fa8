/**
 * Goal: the disputed facts as reviewers arranged them. Two suggestions that are one fact are merged; passages stand under the position that a
 * reviewer gave them.
 * Method: every decision that merges or moves is laid over what the analysis proposes now, oldest first, so that the newest word on a passage
 * holds. Facts, positions and passages are found by the words that the record names, never by ids or labels that an engine made up, so that an
 * arrangement outlives the engine, another order of files and edits elsewhere; what is found nowhere changes nothing.
 * Cost: arranging decisions × disputes.
 */
import type { Dispute, Passage, Position } from '../../engine/analysis.ts';
import { isAttached } from '../anchors/anchor.ts';
import type { FoundPassage } from '../union/said.ts';
import type { SaidDecision } from '../union/union.ts';
import { meets, metBy, type Naming } from './decisions.ts';

/**
 * The disputes with what reviewers merged and moved, in the engine's order; the very same list when there is nothing of the kind. A fact that was
 * arranged says in `why` by whom.
 * @param decisions as `FolderReview` has them, oldest first
 */
export function arranged(disputes: readonly Dispute[], decisions: readonly SaidDecision[]): readonly Dispute[] {
  const arranging = decisions.filter(
    ({ record, moved, merged }) => record.about === 'dispute' && moved.length + merged.length > 0,
  );
  let now = disputes;
  for (const decision of arranging) now = arrange(now, decision);
  return now === disputes ? disputes : [...now].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

function arrange(disputes: readonly Dispute[], decision: SaidDecision): readonly Dispute[] {
  const { record, passages, merged, moved, reviewer } = decision;
  const fact = bestOf(disputes, { kind: record.kind, passages });
  if (!fact) return disputes;
  let now = fact;
  const gone = new Set<Dispute>();
  for (const other of merged) {
    const same = bestOf(
      disputes.filter(each => each !== fact && !gone.has(each)),
      other,
    );
    if (!same) continue;
    gone.add(same);
    now = mergedInto(now, same, reviewer);
  }
  for (const passage of moved) now = withMoved(now, passage, decision);
  if (now === fact) return disputes;
  return disputes.flatMap(each => (each === fact ? [now] : gone.has(each) ? [] : [each]));
}

/** The dispute that a record names: of several that fit, the one that shares most passages. */
function bestOf(disputes: readonly Dispute[], naming: Naming): Dispute | undefined {
  let best: Dispute | undefined;
  let most = 0;
  for (const dispute of disputes) {
    const met = metBy(
      naming,
      dispute.kind,
      dispute.positions.flatMap(({ evidence }) => evidence),
    );
    if (met > most) {
      most = met;
      best = dispute;
    }
  }
  return best;
}

/** Both facts as one: it keeps the first one's question, and the better score of the two. */
function mergedInto(fact: Dispute, other: Dispute, reviewer: string): Dispute {
  const positions = [...fact.positions];
  for (const position of other.positions) {
    const at = homeOf(position, positions);
    const home = positions[at];
    if (home) positions[at] = joined(home, position);
    else positions.push(position);
  }
  const note = `${reviewer} merged “${other.title}” into this`;
  return {
    ...fact,
    score: Math.max(fact.score, other.score),
    positions,
    why: [note, ...fact.why, ...other.why.filter(reason => !fact.why.includes(reason))],
  };
}

/** Which of the positions says the same: by its label, else by most of the passages. */
function homeOf(position: Position, positions: readonly Position[]): number {
  const byLabel = positions.findIndex(({ label }) => sameWords(label, position.label));
  if (byLabel >= 0) return byLabel;
  const shared = positions.map(({ evidence }) => position.evidence.filter(passage => holds(evidence, passage)).length);
  const most = Math.max(0, ...shared);
  return most * 2 > position.evidence.length ? shared.indexOf(most) : -1;
}

/** Origins are known of each position alone: together there are at least as many as the larger has, and at most both. */
function joined(a: Position, b: Position): Position {
  const fresh = b.evidence.filter(passage => !holds(a.evidence, passage));
  const evidence = [...a.evidence, ...fresh];
  const more = new Set(fresh.map(({ path }) => path).filter(path => !a.evidence.some(p => p.path === path))).size;
  return { label: a.label, evidence, origins: a.origins + Math.min(more, b.origins) };
}

function withMoved(fact: Dispute, passage: FoundPassage, decision: SaidDecision): Dispute {
  const says = passage.record.says?.trim();
  const { anchor, path } = passage;
  if (!says || !isAttached(anchor)) return fact;
  const at = targetOf(fact, says, decision);
  const from = fact.positions.findIndex(
    ({ evidence }, i) => i !== at && evidence.some(p => p.path === path && meets(p, anchor)),
  );
  const source = fact.positions[from];
  if (!source) return fact;
  const leaving = source.evidence.filter(p => p.path === path && meets(p, anchor));
  const staying = source.evidence.filter(p => !leaving.includes(p));
  const positions = fact.positions.flatMap((position, i): Position[] => {
    if (i === from) return staying.length ? [withEvidence(position, staying)] : [];
    return i === at ? [joined(position, { label: position.label, origins: 1, evidence: leaving })] : [position];
  });
  if (at < 0) positions.push({ label: says, origins: 1, evidence: leaving });
  const note = `${decision.reviewer} moved a passage to “${fact.positions[at]?.label ?? says}”`;
  return { ...fact, positions, why: [note, ...fact.why.filter(reason => reason !== note)] };
}

/**
 * The position that `says` names: the one that now holds the passage that said so when it was decided, else the one of that label; -1 where it
 * is a new one.
 */
function targetOf(fact: Dispute, says: string, { passages }: SaidDecision): number {
  for (const { record, anchor, path } of passages) {
    if (!record.says || !sameWords(record.says, says) || !isAttached(anchor)) continue;
    const at = fact.positions.findIndex(({ evidence }) => evidence.some(p => p.path === path && meets(p, anchor)));
    if (at >= 0) return at;
  }
  return fact.positions.findIndex(({ label }) => sameWords(label, says));
}

function withEvidence(position: Position, evidence: readonly Passage[]): Position {
  const sources = new Set(evidence.map(({ path }) => path)).size;
  return { ...position, evidence, origins: Math.min(position.origins, sources) };
}

function holds(evidence: readonly Passage[], passage: Passage): boolean {
  return evidence.some(p => p.path === passage.path && meets(p, passage));
}

function sameWords(a: string, b: string): boolean {
  const plain = (words: string) => words.replace(/\s+/g, ' ').trim().toLowerCase();
  return plain(a) === plain(b);
}
