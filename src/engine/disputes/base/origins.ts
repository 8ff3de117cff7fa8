/**
 * How many independent sources hold a position: articles that carry one report's words count once.
 *
 * Method: two sentences are copies when most of the shorter one's runs of four words stand in the other (shingling; Broder 1997). Copying is
 * looked for sentence by sentence, since an article may take one paragraph from an agency and write the next itself. Cost: linear in the words
 * of a position's evidence, times its square in sentences.
 */
import type { Passage } from '../../analysis.ts';
import type { ReadArticle } from '../../matches/article.ts';
import { overlap } from '../../text/span.ts';
import { joinedGroups } from './groups.ts';

/** Words a run. */
const RUN = 4;
/** A sentence of fewer words is told alike by chance. */
const LEAST_WORDS = 9;
/** The share of the shorter sentence's runs from which on it is a copy. */
const COPIED = 0.6;

/** The independent origins of positions within one story; each sentence's runs are taken once. */
export class Origins {
  readonly #articles: ReadonlyMap<string, ReadArticle>;
  readonly #shingles = new Map<string, ReadonlySet<string>>();

  constructor(articles: readonly ReadArticle[]) {
    this.#articles = new Map(articles.map(article => [article.path, article]));
  }

  /** The number of independent origins of some evidence, at least 1. */
  count(evidence: readonly Passage[]): number {
    const paths = [...new Set(evidence.map(({ path }) => path))];
    const links: (readonly [number, number])[] = [];
    evidence.forEach((a, i) => {
      for (const b of evidence.slice(i + 1)) {
        if (a.path !== b.path && this.#areCopies(a, b)) links.push([paths.indexOf(a.path), paths.indexOf(b.path)]);
      }
    });
    return Math.max(1, joinedGroups(paths, links).length);
  }

  #areCopies(a: Passage, b: Passage): boolean {
    const [x, y] = [this.#shinglesAt(a), this.#shinglesAt(b)];
    const [small, large] = x.size <= y.size ? [x, y] : [y, x];
    if (small.size < LEAST_WORDS - RUN + 1) return false;
    let shared = 0;
    for (const shingle of small) if (large.has(shingle)) shared++;
    return shared / small.size >= COPIED;
  }

  /** The runs of words of the sentence that a passage stands in. */
  #shinglesAt(passage: Passage): ReadonlySet<string> {
    const reading = this.#articles.get(passage.path)?.reading;
    const sentence = reading?.sentences.find(s => overlap(s, passage) > 0);
    if (!reading || !sentence) return new Set();
    const key = `${passage.path}:${sentence.start}`;
    const known = this.#shingles.get(key);
    if (known) return known;
    const words = reading.tokens
      .slice(sentence.firstToken, sentence.endToken)
      .flatMap(t => (t.kind === 'mark' ? [] : [t.lower]));
    const runs = words.slice(0, Math.max(0, words.length - RUN + 1)).map((_, i) => words.slice(i, i + RUN).join(' '));
    const made = new Set(runs);
    this.#shingles.set(key, made);
    return made;
  }
}
