/**
 * Sentences for people, kept apart from what goes into them: this room speaks English, and knows nothing of languages; whoever shows a
 * sentence may look it up by its words and fill it in its own. `npm run strings` collects what stands in `phrase('…')` and `wants('…')`.
 */

/** `{0}`, `{1}` and so on stand for the arguments. */
export interface Phrase {
  readonly words: string;
  readonly args: readonly (string | number | Phrase)[];
}

export function phrase(words: string, ...args: Phrase['args']): Phrase {
  return { words, args };
}

/** Marks words that become a phrase later on: what a key wants, in the schemas. */
export function wants(words: string): string {
  return words;
}

/** A phrase in English, or, with `translate`, in the language of the one who reads. */
export function spoken({ words, args }: Phrase, translate: (words: string) => string = same): string {
  return translate(words).replace(/\{(\d+)\}/g, (hole, index) => {
    const arg = args[Number(index)];
    if (arg === undefined) return hole;
    return typeof arg === 'object' ? spoken(arg, translate) : String(arg);
  });
}

/** Several sentences, one behind the other. */
export function spokenAll(phrases: readonly Phrase[], translate: (words: string) => string = same): string {
  return phrases.map(each => spoken(each, translate)).join(' ');
}

function same(words: string): string {
  return words;
}
