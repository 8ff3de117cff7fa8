/** Line and character, both from 0, characters in UTF-16 code units: what editors count in. */
interface LinePosition {
  readonly line: number;
  readonly character: number;
}

/**
 * The one place where offsets become positions and back. Built from normalized text; since every line break counts as one there, its
 * lines and characters are those of an editor whatever line ending the file has. Looking up costs O(log lines).
 */
export class LineIndex {
  readonly #starts: number[] = [0];
  readonly #length: number;

  constructor(text: string) {
    this.#length = text.length;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** The position of an offset; one beyond the text is taken for its end. */
  positionAt(offset: number): LinePosition {
    const clamped = Math.max(0, Math.min(offset, this.#length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= clamped) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: clamped - (this.#starts[low] ?? 0) };
  }

  /** The offset of a position; one beyond its line is taken for the line's end. */
  offsetAt(position: LinePosition): number {
    const start = this.#starts[position.line];
    if (start === undefined) return position.line < 0 ? 0 : this.#length;
    const next = this.#starts[position.line + 1];
    const end = next === undefined ? this.#length : next - 1;
    return Math.max(start, Math.min(start + position.character, end));
  }
}
