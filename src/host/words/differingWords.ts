/**
 * Which words of a passage are not in another that tells of the same thing: what is to stand out when the two are shown together.
 * Method: words compared in lower case by their first letters (a poor man's stem), function words aside. Where most words differ, a
 * paraphrase, only numbers, names and negations stand out, since to stress everything is to stress nothing. Linear in the passages.
 */
import type { Span } from '../../engine/text/span.ts';

const WORD = /[\p{L}\p{N}][\p{L}\p{N}’'.,-]*[\p{L}\p{N}]|[\p{L}\p{N}]/gu;
const SMALL = new Set(
  'a an the this that these those his her its their our my your he she it they we i you him them us me of in on at to from by for with as into and or but nor so if than then is are was were be been being has have had do does did will would shall should can could may might must which who whom whose what when where while after before there here also just about over such own said says'.split(
    ' ',
  ),
);
const NEGATION = /^(?:no|not|never|none|neither|nor|without|cannot|denied|denies|deny|refused|rejected|false)$|n[’']t$/;
const NUMBER =
  /\p{N}|^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores?|hundreds?|thousands?|millions?|half|several|many|few)$/u;
const MOST_STRESSED = 0.5;

interface Word extends Span {
  readonly text: string;
  readonly lower: string;
}

/** Spans of `text`, within `span`, of the words that `other` does not have; neighbours are joined. */
export function differingWords(text: string, span: Span, other: string): readonly Span[] {
  const known = new Set(wordsOf(other, { start: 0, end: other.length }).map(stemOf));
  const words = wordsOf(text, span).filter(word => !SMALL.has(word.lower));
  const fresh = words.filter(word => !known.has(stemOf(word)));
  const stressed = fresh.length > words.length * MOST_STRESSED ? fresh.filter(weighs) : fresh;
  return joined(text, stressed);
}

/**
 * Spans of `text`, within `span`, where the words of a label stand: as a whole if they do, else word by word.
 * @param against labels that it competes with: of single words only those stand out that not all of them share
 */
export function labelWords(text: string, span: Span, label: string, against: readonly string[] = []): readonly Span[] {
  const whole = text.slice(span.start, span.end).toLowerCase().indexOf(label.toLowerCase());
  if (whole >= 0) return [{ start: span.start + whole, end: span.start + whole + label.length }];
  const all = stemsOf(label);
  const others = against.filter(other => other !== label).map(stemsOf);
  const own = others.length ? [...all].filter(stem => !others.every(stems => stems.has(stem))) : [];
  const wanted = own.length ? new Set(own) : all;
  return joined(
    text,
    wordsOf(text, span).filter(word => wanted.has(stemOf(word))),
  );
}

function wordsOf(text: string, span: Span): Word[] {
  return [...text.slice(span.start, span.end).matchAll(WORD)].map(match => {
    const start = span.start + match.index;
    return { start, end: start + match[0].length, text: match[0], lower: match[0].toLowerCase().replace(/’/g, "'") };
  });
}

function stemsOf(label: string): ReadonlySet<string> {
  const words = wordsOf(label, { start: 0, end: label.length });
  return new Set(words.filter(({ lower }) => !SMALL.has(lower)).map(stemOf));
}

function stemOf({ lower }: Word): string {
  return lower.replace(/'s$/, '').slice(0, NUMBER.test(lower) ? undefined : 5);
}

function weighs(word: Word): boolean {
  return NUMBER.test(word.lower) || NEGATION.test(word.lower) || /^\p{Lu}/u.test(word.text);
}

function joined(text: string, spans: readonly Span[]): readonly Span[] {
  const out: Span[] = [];
  for (const { start, end } of spans) {
    const last = out.at(-1);
    if (last && /^[^\S\n]*$/.test(text.slice(last.end, start))) out[out.length - 1] = { start: last.start, end };
    else out.push({ start, end });
  }
  return out;
}
