/** Writing to a terminal: its width, and colours only where it has them. */
export interface Terminal {
  /** Columns to wrap at. */
  readonly width: number;
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
}

const PLAIN = (text: string): string => text;

/** The standard output as a terminal. `NO_COLOR` and `FORCE_COLOR` are respected (no-color.org). */
export function terminal(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): Terminal {
  const width = Math.max(60, Math.min(stream.columns ?? 110, 140));
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0';
  const colour = !env.NO_COLOR && (forced || (stream.isTTY === true && env.TERM !== 'dumb'));
  const style = (on: number, off: number) => (colour ? (text: string) => `\x1b[${on}m${text}\x1b[${off}m` : PLAIN);
  return { width, bold: style(1, 22), dim: style(2, 22), red: style(31, 39), yellow: style(33, 39) };
}

/** Characters that would move the cursor, hide text or ring a bell: an article's text is not to steer a terminal. */
export function harmless(text: string): string {
  return text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ');
}

/** Lines of at most `width` characters, broken at spaces. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}
