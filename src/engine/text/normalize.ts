/**
 * The text that all offsets count in: without a byte-order mark, and with `\n` for every line break (CR LF, or CR alone). Offsets then stay
 * true when git or an editor changes the line endings of the file.
 */
export function normalizeText(raw: string): string {
  const text = raw.charCodeAt(0) === 0xfeff ? raw.slice(1) : raw;
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
