/** Facts as all reviewers together tell them: who named which passage, which positions there are, whose verdict stands. */

import { type ChangeKind, isAttached, type Resolution } from '../anchors/anchor.ts';
import { addTo } from '../base/group.ts';
import { phrase } from '../base/phrase.ts';
import type { Problem } from '../base/problem.ts';
import type { Fact, QuotedPassage, Verdict } from '../format/schema.ts';
import type { Sidecar } from '../format/sidecar.ts';
import { byTime, compare, type FoundPassage, problemOf, type Said, type SaidAnnotation, sayer } from './said.ts';

/** A passage that bears on a fact, through a claim or through the fact's own list. */
interface FactPassage {
  readonly path: string;
  readonly quote: string;
  readonly anchor: Resolution;
  readonly says?: string;
  readonly reviewer: string;
  readonly slug: string;
  /** The annotation that it comes from, when it does. */
  readonly annotation?: SaidAnnotation;
}

interface EvidenceView {
  readonly path: string;
  readonly quote: string;
  /** `lost` where the annotation or the article is gone. */
  readonly anchor: Resolution;
}

export interface VerdictView extends Said<Verdict> {
  readonly evidence: readonly EvidenceView[];
  /** False once the same reviewer gave a newer verdict on the fact. */
  readonly current: boolean;
  /** Whether what it rests on changed or is lost: it wants re-review. `kinds` say how loudly. */
  readonly stale: boolean;
  readonly kinds: readonly ChangeKind[];
}

export interface FactView {
  readonly id: string;
  /** The first title that anyone gave it, else its id in words. */
  readonly title: string;
  /** Everyone who gave it a record of its own. */
  readonly said: readonly Said<Fact>[];
  readonly passages: readonly FactPassage[];
  /** Passages by what they say; those that say nothing stand under `''`. */
  readonly positions: readonly { readonly says: string; readonly passages: readonly FactPassage[] }[];
  /** The newest verdict of each reviewer, oldest first. */
  readonly verdicts: readonly VerdictView[];
  readonly agreement: 'none' | 'one' | 'agree' | 'disagree';
}

interface FactsInput {
  readonly annotations: readonly SaidAnnotation[];
  readonly folderFiles: readonly Sidecar[];
  readonly findPassage: (sidecar: Sidecar, passage: QuotedPassage) => FoundPassage;
  readonly problems: Problem[];
}

const GONE: Resolution = { state: 'lost', candidates: [] };

function withSays(says: string | undefined): { says?: string } {
  return says === undefined ? {} : { says };
}

function claimPassages(annotations: readonly SaidAnnotation[]): Map<string, FactPassage[]> {
  const byFact = new Map<string, FactPassage[]>();
  for (const said of annotations) {
    const { record, path, reviewer, slug } = said;
    if (record.type !== 'claim' || record.fact === undefined) continue;
    const passage = {
      path,
      quote: record.quote,
      anchor: said.anchor ?? GONE,
      ...withSays(record.says),
      reviewer,
      slug,
      annotation: said,
    };
    addTo(byFact, record.fact, passage);
  }
  return byFact;
}

function verdictsOf(input: FactsInput): VerdictView[] {
  const byId = new Map(
    input.annotations.flatMap(said => (said.record.id === undefined ? [] : [[said.record.id, said] as const])),
  );
  const verdicts = input.folderFiles.flatMap(sidecar =>
    sidecar.records.verdicts.map(filed => {
      const said = sayer(sidecar, 'verdicts', filed);
      const evidence = (filed.record.evidence ?? []).map((item): EvidenceView => {
        if (typeof item !== 'string') {
          const { path, record, anchor } = input.findPassage(sidecar, item);
          return { path, quote: record.quote, anchor };
        }
        const annotation = byId.get(item);
        if (!annotation) {
          input.problems.push(
            problemOf(
              said,
              'warning',
              'unknown-reference',
              phrase('"evidence" names {0}, and no annotation of this folder has that id.', item),
            ),
          );
          return { path: '', quote: item, anchor: GONE };
        }
        const quote = 'quote' in annotation.record ? annotation.record.quote : '';
        return { path: annotation.path, quote, anchor: annotation.anchor ?? GONE };
      });
      return { said, evidence };
    }),
  );
  const newest = new Map<string, string>();
  for (const said of byTime(verdicts.map(v => v.said))) newest.set(`${said.slug}\n${said.record.fact}`, said.key);
  return verdicts.map(({ said, evidence }) => {
    const kinds = new Set(evidence.flatMap(({ anchor }) => (anchor.state === 'changed' ? anchor.kinds : [])));
    const current = newest.get(`${said.slug}\n${said.record.fact}`) === said.key;
    if (current) for (const passage of evidence) input.problems.push(...reviewAgain(said, passage));
    return {
      ...said,
      evidence,
      current,
      stale: evidence.some(({ anchor }) => anchor.state !== 'exact' && anchor.state !== 'moved'),
      kinds: (['number', 'name', 'date', 'negation'] as const).filter(kind => kinds.has(kind)),
    };
  });
}

/** A verdict rests on a passage that is no longer what it was: a warning where that may well turn it, else worth knowing. */
function reviewAgain(said: Said<Verdict>, { path, quote, anchor }: EvidenceView): Problem[] {
  const { fact } = said.record;
  const words = JSON.stringify(quote);
  switch (anchor.state) {
    case 'exact':
    case 'moved':
      return [];
    case 'changed': {
      const now = JSON.stringify(anchor.now);
      const message = anchor.kinds.includes('number')
        ? phrase(
            'The verdict on "{0}" rests on {1}, and a number in it changed: {2}. Review it again.',
            fact,
            words,
            now,
          )
        : phrase('The verdict on "{0}" rests on {1}, which was changed to {2}. Review it again.', fact, words, now);
      return [problemOf(said, anchor.kinds.length > 0 ? 'warning' : 'note', 'stale-verdict', message)];
    }
    case 'ambiguous':
    case 'lost': {
      // An annotation that is gone is reported by its id.
      if (!path) return [];
      const message =
        anchor.state === 'lost'
          ? phrase(
              'The verdict on "{0}" rests on {1}, which no longer stands in {2}. Review it again.',
              fact,
              words,
              path,
            )
          : phrase(
              'The verdict on "{0}" rests on {1}, which fits several places of {2}. Review it again.',
              fact,
              words,
              path,
            );
      return [problemOf(said, 'warning', 'stale-verdict', message)];
    }
  }
}

function positionsOf(passages: readonly FactPassage[]): FactView['positions'] {
  const bySays = new Map<string, FactPassage[]>();
  for (const passage of passages) {
    const says = (passage.says ?? '').trim();
    addTo(bySays, says, passage);
  }
  return [...bySays]
    .map(([says, list]) => ({ says, passages: list }))
    .sort((a, b) => b.passages.length - a.passages.length || compare(a.says, b.says));
}

function agreementOf(verdicts: readonly VerdictView[]): FactView['agreement'] {
  if (verdicts.length === 0) return 'none';
  if (verdicts.length === 1) return 'one';
  return new Set(verdicts.map(v => v.record.verdict)).size === 1 ? 'agree' : 'disagree';
}

function order(a: FactPassage, b: FactPassage): number {
  const start = (p: FactPassage) => (isAttached(p.anchor) ? p.anchor.start : Number.MAX_SAFE_INTEGER);
  return compare(a.path, b.path) || start(a) - start(b) || compare(a.slug, b.slug) || compare(a.quote, b.quote);
}

/** All facts that anyone names, by id, and all verdicts, oldest first. */
export function uniteFacts(input: FactsInput): { facts: FactView[]; verdicts: VerdictView[] } {
  const passages = claimPassages(input.annotations);
  const records = new Map<string, Said<Fact>[]>();
  for (const sidecar of input.folderFiles)
    for (const filed of sidecar.records.facts) {
      const said = sayer(sidecar, 'facts', filed);
      const { id } = filed.record;
      addTo(records, id, said);
      for (const passage of filed.record.passages ?? []) {
        const { path, record, anchor } = input.findPassage(sidecar, passage);
        if (!isAttached(anchor)) {
          const quote = JSON.stringify(record.quote.slice(0, 60));
          const message =
            anchor.state === 'lost'
              ? phrase('A passage of "{0}", {1}, no longer stands in {2}.', id, quote, path)
              : phrase('A passage of "{0}", {1}, fits several places of {2}.', id, quote, path);
          input.problems.push(problemOf(said, 'warning', 'lost-passage', message));
        }
        const entry = {
          path,
          quote: record.quote,
          anchor,
          ...withSays(record.says),
          reviewer: said.reviewer,
          slug: said.slug,
        };
        addTo(passages, id, entry);
      }
    }
  const verdicts = byTime(verdictsOf(input));
  const ids = new Set([...passages.keys(), ...records.keys(), ...verdicts.map(v => v.record.fact)]);
  const facts = [...ids].sort(compare).map(id => {
    const said = records.get(id) ?? [];
    const all = [...(passages.get(id) ?? [])].sort(order);
    const current = verdicts.filter(v => v.record.fact === id && v.current);
    const title = said.find(s => s.record.title !== undefined)?.record.title ?? id.replaceAll('-', ' ');
    return {
      id,
      title,
      said,
      passages: all,
      positions: positionsOf(all),
      verdicts: current,
      agreement: agreementOf(current),
    };
  });
  return { facts, verdicts };
}
