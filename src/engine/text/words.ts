/** The words of a list, which stand apart by spaces or line breaks. A long list can thus be wrapped and read. */
export function wordList(list: string): readonly string[] {
  return list.trim().split(/\s+/);
}

/** The same as a set. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(wordList(list));
}
