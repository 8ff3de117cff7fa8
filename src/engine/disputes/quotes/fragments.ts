/**
 * A few words that sources put in quotation marks, and not the same ones: `neglect of duties` here, `neglectful of duty` there.
 *
 * Method: too short to be aligned by themselves, quoted fragments are compared where their sentences tell of the same thing: they must share a
 * telling word and each have one that the other lacks. Cost: the square of a story's short quotations, cheapest test first.
 */
import type { ReadArticle } from '../../matches/article.ts';
import { rarityOf } from '../../matches/rarity.ts';
import { stem } from '../../matches/stem.ts';
import type { StoryIndex } from '../../matches/storyIndex.ts';
import type { Candidate } from '../base/candidate.ts';
import { type Utterance, utterancesOf } from './utterance.ts';
import { mayBeOneSpeaker } from './wording.ts';

/** So many words at most; longer ones are aligned word by word. */
const LONGEST = 8;
/** Sentences less alike do not tell of the same thing. */
const ALIKE = 0.3;
/** In few words, what must be is not what should be. */
const MODAL = /^(?:must|should|shall|may|might|can|could|would|will)$/;
/** A word less rare than this tells nothing of which utterance it is. */
const TELLING = 3;

interface Fragment {
  readonly utterance: Utterance;
  readonly words: ReadonlySet<string>;
}

/** Fragments of one utterance that two articles quote differently, the likest pair of each. */
export function findFragmentDisputes(articles: readonly ReadArticle[], index: StoryIndex): Candidate[] {
  const fragments = articles.flatMap(utterancesOf).flatMap(utterance => {
    const { quotation, words } = utterance;
    const roots = words.filter(w => w.content || MODAL.test(w.forms.join(' '))).flatMap(w => w.forms.map(stem));
    return quotation.marked && words.length <= LONGEST && roots.length >= 2
      ? [{ utterance, words: new Set(roots) }]
      : [];
  });
  const found: Candidate[] = [];
  fragments.forEach((a, i) => {
    for (const b of fragments.slice(i + 1)) {
      const candidate = differ(a, b) ? candidateOf(a, b, index) : undefined;
      if (candidate) found.push(candidate);
    }
  });
  return found;
}

/** Whether two fragments share a telling word and each has a word of its own. */
function differ({ utterance: a, words: x }: Fragment, { utterance: b, words: y }: Fragment): boolean {
  if (a.path === b.path || !mayBeOneSpeaker(a, b)) return false;
  const shared = [...x].filter(word => y.has(word));
  return (
    shared.some(word => rarityOf(word) >= TELLING) &&
    shared.length < Math.min(x.size, y.size) &&
    !goesOn([...x], [...y]) &&
    !goesOn([...y], [...x])
  );
}

/** Whether one fragment begins with the words that the other ends with: both were cut from one sentence. */
function goesOn(first: readonly string[], second: readonly string[]): boolean {
  return first.some((_, i) => first.slice(i).every((word, k) => word === second[k]));
}

function candidateOf(a: Fragment, b: Fragment, index: StoryIndex): Candidate | undefined {
  const [x, y] = [spanOf(a), spanOf(b)];
  const [p, q] = [index.passageAt(a.utterance.path, x), index.passageAt(b.utterance.path, y)];
  const likeness = p && q ? index.likeness(p, q) : 0;
  if (likeness < ALIKE) return undefined;
  const speaker = a.utterance.speaker ?? b.utterance.speaker;
  const words = (fragment: Fragment) => fragment.utterance.words.map(w => w.text).join(' ');
  return {
    kind: 'wording',
    status: 'difference',
    title: `${speaker ? `The words of ${speaker}` : 'The words'}: “${words(a)}”`,
    key: [speaker ?? 'words', ...[...a.words].slice(0, 2)],
    positions: [
      { label: `“${words(a)}”`, evidence: [{ path: a.utterance.path, ...x }] },
      { label: `“${words(b)}”`, evidence: [{ path: b.utterance.path, ...y }] },
    ],
    score: Math.min(0.7, 0.25 + likeness * 0.6),
    why: ['a few quoted words of one statement, and not the same ones'],
  };
}

function spanOf({ utterance: { quotation } }: Fragment): { readonly start: number; readonly end: number } {
  return { start: quotation.pieces[0]?.start ?? 0, end: quotation.pieces.at(-1)?.end ?? 0 };
}
