/** A model's words made plain: what it writes is a stranger's text, and is shown in terminals, in YAML and in Markdown. */

const ESCAPE = String.fromCharCode(27);
/** Codes that would colour, move or link in a terminal, whole. */
const TERMINAL_CODES = new RegExp(
  String.raw`${ESCAPE}(?:\[[0-?]*[ -/]*[@-~]|\][^${ESCAPE}\u0007]*(?:\u0007|${ESCAPE}\\)?|[@-Z\\^_])`,
  'g',
);

/**
 * One line of plain text of at most `most` code units: no terminal codes, no control or direction marks, no Markdown or HTML markup, no
 * addresses. An address in it is no word of an article, and would be a link wherever Markdown is shown.
 */
export function plainWords(text: string, most: number): string {
  const words = text
    .slice(0, most * 4)
    .replace(TERMINAL_CODES, '')
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\p{Co}]|(?![\u200c\u200d])\p{Cf}/gu, '')
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/<\/?[a-z!][^<>]*>/gi, '')
    .replace(/\b(?:[a-z][a-z0-9+.-]*:\/\/|www\.|(?:command|javascript|data|mailto|vscode):)\S*/gi, '…')
    .replace(/`+|\*\*|__|~~|^#{1,6} |^> /g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (words.length <= most) return words;
  const cut = words.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '');
  return `${cut.trimEnd()}…`;
}

/** An article's words on one line of a prompt: what looks like a sentence's number in it cannot be taken for one. */
export function promptLine(text: string): string {
  return text
    .replace(TERMINAL_CODES, '')
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cs}]|(?![\u200c\u200d])\p{Cf}/gu, '')
    .replace(/\[([A-Z]{1,2}\d{1,5})\]/g, '($1)')
    .trim();
}

/** Letters and digits alone, in lower case: two labels that come out the same say the same. */
export function gist(words: string): string {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\b(?:the|a|an)\b/g, ' ')
    .replace(/[^\p{L}\p{N}\p{M}\p{Sc}%]+/gu, ' ')
    .trim();
}
