/**
 * Numbers every sentence of a story, `A4` the fourth of the first article. A model cites these numbers and nothing else, so that whatever
 * is shown as a passage is taken from the article itself.
 *
 * Method: sentences are the engine's. In languages that it does not read its blocks are cut by the Unicode rules for sentences (UAX 29), and
 * those that an abbreviation cut short are joined again. Linear in the text.
 */
import type { Passage } from '../engine/analysis.ts';
import { cutBlocks } from '../engine/text/blocks.ts';
import { isEnglish } from '../engine/text/language.ts';
import { readText } from '../engine/text/read.ts';
import type { Span } from '../engine/text/span.ts';
import type { ReaderArticle, ReaderStory } from './story.ts';

/** A sentence with the number that stands for it. */
export interface NumberedSentence extends Passage {
  readonly number: string;
}

/** An article and its sentences, in order of place. */
export interface NumberedArticle {
  readonly letter: string;
  readonly article: ReaderArticle;
  readonly sentences: readonly NumberedSentence[];
}

/** A story with a number for every sentence. */
export interface NumberedStory {
  readonly id: string;
  readonly title: string;
  readonly articles: readonly NumberedArticle[];
  readonly byNumber: ReadonlyMap<string, NumberedSentence>;
}

/** Numbers the sentences of a story. The same articles always get the same numbers. */
export function numberStory({ id, title, articles }: ReaderStory): NumberedStory {
  const numbered = articles.map((article, i): NumberedArticle => {
    const letter = letterOf(i);
    const sentences = sentencesOf(article).map(({ start, end }, n) => ({
      number: `${letter}${n + 1}`,
      path: article.path,
      start,
      end,
    }));
    return { letter, article, sentences };
  });
  const byNumber = new Map(numbered.flatMap(each => each.sentences.map(s => [s.number, s] as const)));
  return { id, title, articles: numbered, byNumber };
}

/** `A` to `Z`, then `AA`, `AB` and so on. */
function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}

function sentencesOf({ path, text, info }: ReaderArticle): readonly Span[] {
  const markdown = /\.(?:md|markdown)$/i.test(path);
  const reading = readText(text, { markdown });
  const english = info.language ? /^en\b|^english/i.test(info.language) : isEnglish(reading.tokens);
  if (english) return reading.sentences;
  const segmenter = segmenterFor(info.language);
  return cutBlocks(text, markdown)
    .filter(({ kind }) => kind !== 'code' && kind !== 'matter')
    .flatMap(({ prose, start }) =>
      segments(prose, segmenter).map(s => ({ start: s.start + start, end: s.end + start })),
    );
}

/** The sentence rules of a language; a name that is no language tag gets the rules that hold for most. */
function segmenterFor(language: string | undefined): Intl.Segmenter {
  const tag = language && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language) ? language : 'en';
  return new Intl.Segmenter([tag, 'en'], { granularity: 'sentence' });
}

/** Titles and other short forms, of the languages around us, that more always follows. */
const GOES_ON =
  /(?:^|[\s("'«„“‘¿¡])(?:\p{Lu}|Sr|Sra|Srta|Dr|Dra|Hr|Fr|Mr|Mrs|Mme|Mlle|St|Ste|Sta|Sto|Nr|No|Nº|núm|Prof|Profa|art|pág|EE|ca|bzw|ggf|vgl|usw|z\. ?B|d\. ?h|p\. ?ej|M)\.\s*$/u;

function segments(prose: string, segmenter: Intl.Segmenter): Span[] {
  const found: { start: number; end: number }[] = [];
  let open = false;
  for (const { segment, index } of segmenter.segment(prose)) {
    const last = found.at(-1);
    if (open && last) last.end = index + segment.length;
    else found.push({ start: index, end: index + segment.length });
    open = GOES_ON.test(segment.slice(-12));
  }
  return found
    .map(({ start, end }) => {
      const words = prose.slice(start, end);
      const from = start + words.length - words.trimStart().length;
      return { start: from, end: from + words.trim().length };
    })
    .filter(({ start, end }) => /[\p{L}\p{N}]/u.test(prose.slice(start, end)));
}
