/** A place as editors count it: line and character, both from 0, characters in UTF-16 code units. */
interface LinePosition {
  readonly line: number;
  readonly character: number;
}

/**
 * Turns offsets into positions and back; nothing else in Crosscheck does so. It is built from normalized text, where every line break is one
 * character. Lines and characters are therefore the same as in an editor, whatever line ending the file has. A look-up costs O(log lines).
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

  /** The position of an offset. An offset beyond the text counts as its end. */
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

  /** The offset of a position. A position beyond its line counts as the end of the line. */
  offsetAt(position: LinePosition): number {
    const start = this.#starts[position.line];
    if (start === undefined) return position.line < 0 ? 0 : this.#length;
    const next = this.#starts[position.line + 1];
    const end = next === undefined ? this.#length : next - 1;
    return Math.max(start, Math.min(start + position.character, end));
  }
}
