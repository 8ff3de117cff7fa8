/** What the matrix is told: plain data, sent whole whenever it changes. Shared with the webview's own script. */
export interface MatrixData {
  readonly folder: string;
  readonly sources: readonly { readonly path: string; readonly label: string; readonly day: string }[];
  readonly facts: readonly MatrixFact[];
  /** The words that the page itself says, translated. */
  readonly words: Readonly<Record<'filter' | 'none' | 'position' | 'silent' | 'help' | 'title', string>>;
}

export interface MatrixFact {
  readonly id: string;
  readonly title: string;
  /** State, kind, certainty or verdict in words. */
  readonly about: string;
  readonly positions: readonly {
    readonly label: string;
    /** One for each source that takes the position: its index in `sources`. */
    readonly cells: readonly MatrixCell[];
  }[];
}

export interface MatrixCell {
  readonly source: number;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly words: string;
  /** How many more passages of that source take the same position. */
  readonly more: number;
}

/** What the page asks for. */
export type MatrixRequest =
  | { readonly ready: true }
  | { readonly open: { readonly path: string; readonly start: number; readonly end: number } };

/** Whether a message from the page is what it should be: a page is never to be trusted with more. */
export function isRequest(message: unknown, isArticle: (path: string) => boolean): message is MatrixRequest {
  if (typeof message !== 'object' || message === null) return false;
  if ('ready' in message) return message.ready === true;
  if (!('open' in message) || typeof message.open !== 'object' || message.open === null) return false;
  const { path, start, end } = message.open as { path?: unknown; start?: unknown; end?: unknown };
  return typeof path === 'string' && Number.isInteger(start) && Number.isInteger(end) && isArticle(path);
}
