/** Exact-match scores of names, by corpus and kind. */
import { KINDS, kindOf, OUTSIDE } from '../../engine/entities/mentions/nameTags.ts';

export interface Counts {
  right: number;
  told: number;
  wanted: number;
}

/** Names in a tag sequence, as `first-last-kind`; `misc` is no name. */
export function namesIn(tags: ArrayLike<number>): Set<string> {
  const names = new Set<string>();
  let first = 0;
  for (let i = 0; i < tags.length; i++) {
    const tag = tags[i] ?? OUTSIDE;
    if (tag === OUTSIDE) continue;
    const place = (tag - 1) & 3;
    if (place === 0 || place === 3) first = i;
    if ((place === 2 || place === 3) && KINDS[kindOf(tag)] !== 'misc') names.add(`${first}-${i}-${KINDS[kindOf(tag)]}`);
  }
  return names;
}

/** Counts by corpus and kind. */
export class Scores {
  readonly #counts = new Map<string, Counts>();

  /** Counts one sentence: its tags in the corpus, and those guessed. */
  add(corpus: string, gold: ArrayLike<number>, guess: ArrayLike<number>): void {
    const wanted = namesIn(gold);
    const told = namesIn(guess);
    for (const name of wanted) this.#at(corpus, name).wanted++;
    for (const name of told) {
      const counts = this.#at(corpus, name);
      counts.told++;
      if (wanted.has(name)) counts.right++;
    }
  }

  #at(corpus: string, name: string): Counts {
    const key = `${corpus}\t${name.split('-')[2]}`;
    const counts = this.#counts.get(key) ?? { right: 0, told: 0, wanted: 0 };
    this.#counts.set(key, counts);
    return counts;
  }

  /** F1 of a corpus and kinds; all of either where none is named. */
  f1(corpus?: string, kinds: readonly string[] = KINDS): number {
    let right = 0;
    let both = 0;
    for (const [key, counts] of this.#counts) {
      const [c, kind] = key.split('\t');
      if ((corpus !== undefined && c !== corpus) || !kinds.includes(kind ?? '')) continue;
      right += counts.right;
      both += counts.told + counts.wanted;
    }
    return both === 0 ? Number.NaN : (2 * right) / both;
  }

  /** A table: a corpus a line, a kind a column. */
  table(): string {
    const kinds = KINDS.filter(kind => kind !== 'misc');
    const corpora = [...new Set([...this.#counts.keys()].map(key => key.split('\t')[0] ?? ''))].sort();
    const cell = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(3)).padStart(13);
    const lines = [
      `${'F1, held out'.padEnd(26)}${[...kinds, 'PER ORG LOC', 'all'].map(kind => kind.padStart(13)).join('')}`,
    ];
    for (const corpus of [...corpora, undefined])
      lines.push(
        (corpus ?? 'all').padEnd(26) +
          kinds.map(kind => cell(this.f1(corpus, [kind]))).join('') +
          cell(this.f1(corpus, ['person', 'organization', 'place'])) +
          cell(this.f1(corpus)),
      );
    return lines.join('\n');
  }
}
