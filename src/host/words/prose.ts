import * as vscode from 'vscode';
import type { Excerpt } from './excerpts.ts';

/**
 * Markdown for hovers and tooltips out of untrusted words. Every word goes through `appendText`; one by one, because `appendText` makes
 * spaces unbreakable and a long quotation would then run out of the hover. Commands are linked only through the list of those that were used.
 */
export class Prose {
  readonly #markdown = new vscode.MarkdownString(undefined, true);
  readonly #commands = new Set<string>();

  text(words: string): this {
    // A space that is meant not to break stays one: it holds an ellipsis to the word before.
    const parts = words.split(/([^\S\u00a0]+)/);
    for (const part of parts) {
      if (/^[^\S\u00a0]+$/.test(part)) this.#markdown.appendMarkdown(' ');
      else if (part) this.#markdown.appendText(part);
    }
    return this;
  }

  strong(words: string): this {
    const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(words) ?? [];
    if (!inner) return this.text(words);
    this.text(before).#markdown.appendMarkdown('**');
    this.text(inner).#markdown.appendMarkdown('**');
    return this.text(after);
  }

  icon(name: string): this {
    this.#markdown.appendMarkdown(`$(${name}) `);
    return this;
  }

  excerpt({ text, strong }: Excerpt): this {
    let at = 0;
    for (const { start, end } of strong) {
      this.text(text.slice(at, start)).strong(text.slice(start, end));
      at = end;
    }
    return this.text(text.slice(at));
  }

  link(words: string, command: string, ...args: readonly unknown[]): this {
    this.#commands.add(command);
    const encoded = encodeURIComponent(JSON.stringify(args)).replace(/[()']/g, c => `%${c.charCodeAt(0).toString(16)}`);
    this.#markdown.appendMarkdown('[');
    this.text(words).#markdown.appendMarkdown(`](command:${command}?${encoded})`);
    return this;
  }

  /** Next line of the same paragraph. */
  line(): this {
    this.#markdown.appendMarkdown('  \n');
    return this;
  }

  paragraph(): this {
    this.#markdown.appendMarkdown('\n\n');
    return this;
  }

  rule(): this {
    this.#markdown.appendMarkdown('\n\n---\n\n');
    return this;
  }

  item(): this {
    this.#markdown.appendMarkdown('\n- ');
    return this;
  }

  done(): vscode.MarkdownString {
    this.#markdown.isTrusted = { enabledCommands: [...this.#commands] };
    return this.#markdown;
  }
}
