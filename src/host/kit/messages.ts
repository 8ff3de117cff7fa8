/** A message for people out of whatever was thrown. */
export function messageOf(error: unknown): string {
  return withoutLinks(error instanceof Error ? error.message : String(error));
}

/** VS Code makes `[words](target)` in a notification a link, commands included: what comes from a file is not to make one. */
export function withoutLinks(words: string): string {
  return words.replaceAll('](', '] (');
}
