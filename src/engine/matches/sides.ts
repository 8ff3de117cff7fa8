/** Where passages stand in the disputes of their story. */
import type { Dispute, Relation } from '../analysis.ts';
import { overlap } from '../text/span.ts';
import type { Passage } from './passages.ts';

/** Which passages take which position on which dispute, looked up once for all pairs of passages. */
export class Sides {
  readonly disputes: readonly Dispute[];
  /** For a passage the numbers of the disputes that it is evidence in, with the number of its position. */
  readonly #positions = new Map<Passage, Map<number, number>>();

  constructor(disputes: readonly Dispute[], passagesOf: (path: string) => readonly Passage[]) {
    this.disputes = disputes;
    disputes.forEach(({ positions }, dispute) => {
      positions.forEach(({ evidence }, position) => {
        for (const at of evidence) {
          for (const passage of passagesOf(at.path)) {
            if (overlap(at, passage) === 0) continue;
            const known = this.#positions.get(passage) ?? new Map<number, number>();
            this.#positions.set(passage, known);
            if (!known.has(dispute)) known.set(dispute, position);
          }
        }
      });
    });
  }

  /** Whether a passage is evidence in any dispute. */
  has(passage: Passage): boolean {
    return this.#positions.has(passage);
  }

  /** The certainty of the surest dispute that both passages are evidence in, 0 where there is none. */
  surest(a: Passage, b: Passage): number {
    const theirs = this.#positions.get(b);
    let surest = 0;
    for (const dispute of this.#positions.get(a)?.keys() ?? [])
      if (theirs?.has(dispute)) surest = Math.max(surest, this.disputes[dispute]?.score ?? 0);
    return surest;
  }

  /** Two passages on different sides of a dispute differ, which is told with their positions; otherwise what tells of the same thing agrees. */
  relation(a: Passage, b: Passage): readonly [Relation, readonly string[]] {
    for (const [at, x] of this.#positions.get(a) ?? []) {
      const y = this.#positions.get(b)?.get(at);
      const dispute = this.disputes[at];
      if (!dispute || y === undefined || x === y) continue;
      const labels = `${dispute.positions[x]?.label ?? ''} against ${dispute.positions[y]?.label ?? ''}`;
      return [dispute.status === 'conflict' ? 'contradicts' : 'differs', [labels]];
    }
    return ['agrees', []];
  }
}
