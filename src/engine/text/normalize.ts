/**
 * The text that offsets count in: without its byte-order mark, every line break (CR LF, lone CR) one `\n`. So that git's line-ending
 * conversion, or another editor's, shifts no anchor.
 */
export function normalizeText(raw: string): string {
  const text = raw.charCodeAt(0) === 0xfeff ? raw.slice(1) : raw;
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
