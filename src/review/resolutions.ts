/** Keeps what became of anchors, article by article, for as long as the article's text is the same: typing in one re-reads no other. */
import { Aligner } from './align.ts';
import type { Anchor, Resolution } from './anchor.ts';
import { AnchorResolver } from './resolve.ts';

interface Kept {
  readonly text: string;
  readonly found: Map<string, Resolution>;
}

/** What became of each anchor, by article; forgotten when the article's text changes. */
export class Resolutions {
  readonly #articles = new Map<string, Kept>();
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
    const { quote, before, after, start } = anchor;
    const key = [quote, before, after, start].join('\0');
    let found = kept.found.get(key);
    if (!found) {
      if (this.#resolver?.text !== text) this.#resolver = { text, resolver: new AnchorResolver(text, this.#aligner) };
      found = this.#resolver.resolver.resolve(anchor);
      kept.found.set(key, found);
    }
    return found;
  }

  /** Forgets an article that is gone. */
  forget(path: string): void {
    this.#articles.delete(path);
  }
}
