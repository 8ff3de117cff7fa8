/** The words of a list. They stand apart by spaces or line breaks, so that a long list can be wrapped and read. */
export function wordList(list: string): readonly string[] {
  return list.trim().split(/\s+/);
}

/** The same as a set. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(wordList(list));
}
