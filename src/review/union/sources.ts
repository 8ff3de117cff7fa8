/** Where each article comes from: `sources.yaml`, and front matter at the head of an article, which wins. */

import type { ArticleInfo } from '../../engine/entities/types.ts';
import { addTo } from '../base/group.ts';
import { folderOf, joinPath } from '../base/paths.ts';
import { parseYaml } from '../format/document.ts';
import type { Source } from '../format/schema.ts';
import { readSidecar, type Sidecar } from '../format/sidecar.ts';

const KEYS = ['outlet', 'published', 'title', 'url', 'author', 'language'] as const;

/** The glob as a pattern over paths: `*` and `?` within a name, `**` over folders, `[…]` and `{a,b}`. Without a wildcard, the path itself. */
export function globToRegExp(glob: string): RegExp {
  let out = '';
  let braces = 0;
  for (let i = 0; i < glob.length; i++) {
    const c = glob.charAt(i);
    if (c === '*') {
      if (glob.startsWith('**/', i)) {
        out += '(?:[^/]*/)*';
        i += 2;
      } else if (glob.startsWith('**', i)) {
        out += '.*';
        i++;
      } else out += '[^/]*';
    } else if (c === '?') out += '[^/]';
    else if (c === '[') {
      const close = glob.indexOf(']', i + 2);
      if (close < 0) out += '\\[';
      else {
        const body = glob
          .slice(i + 1, close)
          .replace(/\\/g, '\\\\')
          .replace(/\[/g, '\\[')
          .replace(/^!/, '^');
        out += `[${body}]`;
        i = close;
      }
    } else if (c === '{' && glob.includes('}', i)) {
      out += '(?:';
      braces++;
    } else if (c === '}' && braces > 0) {
      out += ')';
      braces--;
    } else if (c === ',' && braces > 0) out += '|';
    else out += c.replace(/[\\^$.|+()[\]{}]/, '\\$&');
  }
  try {
    return new RegExp(`^${out}${')'.repeat(braces)}$`, 'u');
  } catch {
    return new RegExp(`^${glob.replace(/[\\^$.*+?|()[\]{}]/g, '\\$&')}$`, 'u');
  }
}

function infoOf(record: Readonly<Record<string, unknown>>): ArticleInfo {
  const info: Partial<Record<(typeof KEYS)[number], string>> = {};
  for (const key of KEYS) {
    const value = record[key];
    if (typeof value === 'string' && value.trim()) info[key] = value.trim();
    else if (typeof value === 'number') info[key] = String(value);
  }
  return info;
}

/** Front matter: `---`, YAML, `---` at the very head of an article. `end` is the offset behind it in the given text, 0 without any. */
export function frontMatter(text: string): { readonly info: ArticleInfo; readonly end: number } {
  const match = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text);
  if (!match || (match[1] ?? '').length > 20_000) return { info: {}, end: 0 };
  const parsed = parseYaml(match[1] ?? '');
  if (parsed.kind !== 'map') return { info: {}, end: 0 };
  try {
    return { info: infoOf(parsed.map.toJS(parsed.document, { maxAliasCount: 20 })), end: match[0].length };
  } catch {
    return { info: {}, end: 0 };
  }
}

interface Rule {
  readonly folder: string;
  readonly exact: string | undefined;
  readonly glob: RegExp | undefined;
  readonly source: Source;
}

function ruleOf(folder: string, source: Source): Rule {
  const path = joinPath(folder, source.file);
  const wild = /[*?[{]/.test(source.file);
  return { folder, exact: path, glob: wild && path !== undefined ? globToRegExp(path) : undefined, source };
}

/**
 * What is known of each article. `texts` gives an article's text where front matter may be looked for. A nearer `sources.yaml` beats one
 * further up, a file's own name beats a glob, front matter beats both. Also says which files are sources by name though their ending
 * would not make them so.
 */
export function articleInfos(
  articles: readonly { readonly path: string; readonly text: string }[],
  sidecars: readonly Sidecar[],
): ReadonlyMap<string, ArticleInfo> {
  const rules = sidecars
    .filter(sidecar => sidecar.kind === 'sources')
    .flatMap(sidecar => sidecar.records.sources.map(filed => ruleOf(folderOf(sidecar.path), filed.record)));
  const byName = new Map<string, Rule[]>();
  for (const rule of rules) if (rule.exact !== undefined) addTo(byName, rule.exact, rule);
  const globs = rules.filter(rule => rule.glob);
  const infos = new Map<string, ArticleInfo>();
  for (const { path, text } of articles) {
    const named = byName.get(path) ?? [];
    const matching = [...globs.filter(rule => rule.glob?.test(path)), ...named];
    const ordered = matching
      .map((rule, order) => ({ rule, order, exact: rule.exact === path }))
      .sort(
        (a, b) => a.rule.folder.length - b.rule.folder.length || Number(a.exact) - Number(b.exact) || a.order - b.order,
      );
    const merged: ArticleInfo = Object.assign({}, ...ordered.map(({ rule }) => infoOf(rule.source)));
    infos.set(path, { ...merged, ...frontMatter(text).info });
  }
  return infos;
}

/** Reads a `sources.yaml`, for `articleInfos`. `path` is its place in the folder, `sources.yaml` when it lies at the top. */
export function readSources(path: string, content: Uint8Array | string): Sidecar {
  const sidecar = readSidecar({ kind: 'sources', path }, content);
  if (!sidecar) throw new Error(`${path} is no sources.yaml`);
  return sidecar;
}
