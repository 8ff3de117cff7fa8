/**
 * Carries marks along while their article is edited: at once, and without looking for words. Typing inside a mark makes it longer, typing at
 * its edge does not. A mark whose words are all taken out stays behind as an empty span; when the very stretch that it was taken out with
 * is put in again elsewhere, it goes there. A text that was here before has its marks where they were: so undo and redo bring back
 * what no following could. What becomes of marks in the end is for the next reading to say (`Resolutions`).
 * Cost: marks × changes, and the text once.
 */
import type { TextChange } from '../../engine/text/change.ts';
import type { Span } from '../../engine/text/span.ts';

function followOne(span: Span, change: TextChange): Span {
  const inserted = change.text.length;
  const grown = inserted - (change.end - change.start);
  if (
    change.end <= span.start &&
    !(change.start === change.end && change.end === span.start && span.start === span.end)
  )
    return { start: span.start + grown, end: span.end + grown };
  if (change.start >= span.end) return span;
  const cutsStart = change.start < span.start;
  const cutsEnd = change.end > span.end;
  if (cutsStart && cutsEnd) return { start: change.start + inserted, end: change.start + inserted };
  if (cutsStart) return { start: change.start + inserted, end: span.end + grown };
  if (cutsEnd) return { start: span.start, end: change.start };
  return { start: span.start, end: span.end + grown };
}

/**
 * Where a span stands after changes that were made one after another, each counted in the text that the one before it left. (VS Code tells
 * the changes of one event last place first, which comes to the same.)
 */
export function followChanges(span: Span, changes: readonly TextChange[]): Span {
  return changes.reduce(followOne, span);
}

/** The text after changes that were made one after another. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  return changes.reduce((now, { start, end, text: put }) => now.slice(0, start) + put + now.slice(end), text);
}

/** A mark that was taken out with a stretch of text, and where in that stretch it stood. */
interface Cut {
  readonly stretch: string;
  readonly at: number;
  readonly length: number;
}

interface State {
  readonly text: string;
  readonly marks: ReadonlyMap<string, Span>;
}

const MOST_STATES = 50;
const MOST_CHARACTERS = 2_000_000;
/** A shorter stretch that stands somewhere within what was pasted may do so by chance. */
const TELLING = 20;

/** The marks of one article, by the keys of their anchors, while it is edited. */
export class Tracker {
  #text: string;
  #marks: Map<string, Span>;
  readonly #cuts = new Map<string, Cut>();
  /** Texts before edits that touched a mark, the newest last. */
  #past: State[] = [];

  constructor(text: string, marks: ReadonlyMap<string, Span>) {
    this.#text = text;
    this.#marks = new Map(marks);
  }

  get text(): string {
    return this.#text;
  }

  get(key: string): Span | undefined {
    return this.#marks.get(key);
  }

  /** A mark as the reading of this very text found it. */
  set(key: string, { start, end }: Span): void {
    this.#marks.set(key, { start, end });
    this.#cuts.delete(key);
  }

  /** Takes in changes of one edit. Says whether marks went where an editor that only follows would not have them. */
  edit(changes: readonly TextChange[]): boolean {
    const before: State = { text: this.#text, marks: this.#marks };
    const text = applyChanges(before.text, changes);
    this.#text = text;
    const known = this.#past.find(state => state.text === text);
    const marks = new Map([...before.marks].map(([key, span]) => [key, followChanges(span, changes)]));
    const length = ({ start, end }: Span) => end - start;
    if ([...before.marks].some(([key, span]) => length(span) !== length(marks.get(key) ?? span)))
      this.#remember(before);
    this.#noteCuts(before, marks, changes);
    this.#marks = marks;
    if (known) {
      for (const [key, span] of known.marks) this.set(key, span);
      return true;
    }
    return this.#putBack(changes);
  }

  #remember(state: State): void {
    this.#past = [...this.#past.filter(({ text }) => text !== state.text), state].slice(-MOST_STATES);
    let characters = this.#past.reduce((sum, { text }) => sum + text.length, 0);
    for (let oldest = this.#past[0]; oldest && characters > MOST_CHARACTERS; oldest = this.#past[0]) {
      characters -= oldest.text.length;
      this.#past.shift();
    }
  }

  #noteCuts({ text, marks }: State, now: ReadonlyMap<string, Span>, changes: readonly TextChange[]): void {
    // Last place first, or a single one: each is counted in the old text, as far as this mark goes.
    for (const [key, { start, end }] of marks) {
      const after = now.get(key);
      if (start === end || !after || after.start < after.end) continue;
      const taken = changes.find(change => change.start <= start && change.end >= end);
      if (!taken) continue;
      const stretch = text.slice(taken.start, taken.end);
      this.#cuts.set(key, { stretch, at: start - taken.start, length: end - start });
    }
  }

  /** Marks whose stretch was put in again, whole and in one place. */
  #putBack(changes: readonly TextChange[]): boolean {
    const inserted = changes.map(({ start, text }, i) => ({
      text,
      ...followChanges({ start, end: start + text.length }, changes.slice(i + 1)),
    }));
    let jumped = false;
    for (const [key, { stretch, at, length }] of this.#cuts) {
      const places = inserted.flatMap(({ text, start }) => {
        const found = text.indexOf(stretch);
        const once = found >= 0 && text.indexOf(stretch, found + 1) < 0;
        return once && (stretch.length >= TELLING || text.trim() === stretch.trim()) ? [start + found + at] : [];
      });
      const [place, ...others] = places;
      if (place === undefined || others.length > 0) continue;
      this.set(key, { start: place, end: place + length });
      jumped = true;
    }
    return jumped;
  }
}
