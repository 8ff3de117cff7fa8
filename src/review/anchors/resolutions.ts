/**
 * Keeps what became of anchors, article by article, for as long as the article's text is the same: typing in one re-reads no other. While an
 * article is edited, its marks are followed (`track.ts`), and the next reading asks there as well: a mark that was carried along
 * through every edit stands where it stands, also when its words by now are quite other ones.
 */
import type { TextChange } from '../../engine/text/change.ts';
import type { Span } from '../../engine/text/span.ts';
import { Aligner } from './align.ts';
import { type Anchor, isAttached, type Resolution } from './anchor.ts';
import { changeKinds } from './change.ts';
import { AnchorResolver, plain } from './resolve.ts';
import { applyChanges, Tracker } from './track.ts';

interface Kept {
  readonly text: string;
  readonly found: Map<string, Resolution>;
}

/** What became of each anchor, by article; forgotten when the article's text changes. */
export class Resolutions {
  readonly #articles = new Map<string, Kept>();
  readonly #trackers = new Map<string, Tracker>();
  readonly #aligner = new Aligner();
  /** Of the article asked about last alone: a folder's articles come one after another, and each takes more room than its text. */
  #resolver: { readonly text: string; readonly resolver: AnchorResolver } | undefined;

  /** What became of an anchor in an article's text (normalized). */
  resolve(path: string, text: string, anchor: Anchor): Resolution {
    let kept = this.#articles.get(path);
    if (kept?.text !== text) {
      kept = { text, found: new Map() };
      this.#articles.set(path, kept);
    }
    const key = keyOf(anchor);
    let found = kept.found.get(key);
    if (!found) {
      if (this.#resolver?.text !== text) this.#resolver = { text, resolver: new AnchorResolver(text, this.#aligner) };
      found = this.#carried(path, text, anchor, this.#resolver.resolver.resolve(anchor));
      kept.found.set(key, found);
    }
    return found;
  }

  /** The text that edits of an article are counted in; `undefined` where there is no mark to follow. */
  textOf(path: string): string | undefined {
    const kept = this.#articles.get(path);
    return this.#trackers.get(path)?.text ?? (kept && kept.found.size > 0 ? kept.text : undefined);
  }

  /**
   * Takes in an edit of an article in an editor, counted in `textOf`; `after` is what it came to. Says whether marks went where an editor
   * that moves them along with the text would not have them.
   */
  edited(path: string, changes: readonly TextChange[], after: string): boolean {
    const before = this.textOf(path);
    if (before === undefined) return false;
    if (applyChanges(before, changes) !== after) {
      this.letGo(path);
      return false;
    }
    let tracker = this.#trackers.get(path);
    if (!tracker) {
      const found = [...(this.#articles.get(path)?.found ?? [])];
      tracker = new Tracker(before, new Map(found.flatMap(([key, it]) => (isAttached(it) ? [[key, it]] : []))));
      this.#trackers.set(path, tracker);
    }
    return tracker.edit(changes);
  }

  /** Where edits have carried a mark to, in the text that they came to. */
  followed(path: string, text: string, anchor: Anchor): Span | undefined {
    const tracker = this.#trackers.get(path);
    return tracker?.text === text ? tracker.get(keyOf(anchor)) : undefined;
  }

  /** The article was closed, or changed by other means than its editor: marks are looked for by their words alone. */
  letGo(path: string): void {
    this.#trackers.delete(path);
  }

  /** The same words beyond doubt come first; then the place that edits carried the mark to; then what else the reading found. */
  #carried(path: string, text: string, anchor: Anchor, found: Resolution): Resolution {
    const tracker = this.#trackers.get(path);
    if (tracker?.text !== text) return found;
    const key = keyOf(anchor);
    const resolution = carriedTo(text, anchor, tracker.get(key), found);
    if (isAttached(resolution)) tracker.set(key, resolution);
    return resolution;
  }
}

function carriedTo(text: string, anchor: Anchor, span: Span | undefined, found: Resolution): Resolution {
  if (!span || span.start === span.end) return found;
  const { start, end } = span;
  const now = text.slice(start, end);
  if (plain(now) === plain(anchor.quote)) return { state: start === anchor.start ? 'exact' : 'moved', start, end };
  if (found.state === 'exact' || found.state === 'moved') return found;
  return { state: 'changed', start, end, was: anchor.quote, now, kinds: changeKinds(anchor.quote, now) };
}

function keyOf({ quote, before, after, start }: Anchor): string {
  return [quote, before, after, start].join('\0');
}
