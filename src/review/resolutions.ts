/** Keeps what became of anchors, article by article, for as long as the article's text is the same: typing in one re-reads no other. */
import type { Anchor, Resolution } from './anchor.ts';
import { AnchorResolver } from './resolve.ts';

interface Kept {
  readonly text: string;
  readonly resolver: AnchorResolver;
  readonly found: Map<string, Resolution>;
}

export class Resolutions {
  readonly #articles = new Map<string, Kept>();

  resolve(path: string, text: string, anchor: Anchor): Resolution {
    let kept = this.#articles.get(path);
    if (kept?.text !== text) {
      kept = { text, resolver: new AnchorResolver(text), found: new Map() };
      this.#articles.set(path, kept);
    }
    const key = JSON.stringify([anchor.quote, anchor.before, anchor.after, anchor.start, anchor.end]);
    let found = kept.found.get(key);
    if (!found) {
      found = kept.resolver.resolve(anchor);
      kept.found.set(key, found);
    }
    return found;
  }

  /** Forgets an article that is gone. */
  forget(path: string): void {
    this.#articles.delete(path);
  }
}
