// The strings that the editor shows, as translators want them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every script of the rooms whose words are shown to people. */
export function speakingFiles(src) {
  return ['host', 'review'].flatMap(room =>
    readdirSync(join(src, room), { recursive: true })
      .filter(name => name.endsWith('.ts'))
      .sort()
      .map(name => join(src, room, name)),
  );
}

/** Every string that the code below `src` hands to `l10n.t`, or to the review room's `phrase` and `wants`, in order. */
export function stringsIn(src) {
  const found = new Set();
  for (const file of speakingFiles(src)) {
    const code = readFileSync(file, 'utf8');
    for (const [, single, double] of code.matchAll(
      /\b(?:l10n\.t|phrase|wants)\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/g,
    )) {
      found.add((single ?? double).replaceAll("\\'", "'").replaceAll('\\"', '"').replaceAll('\\n', '\n'));
    }
  }
  return [...found].sort();
}

/** The bundle's text: each string under itself. */
export function bundleOf(strings) {
  return `${JSON.stringify(Object.fromEntries(strings.map(each => [each, each])), null, 2)}\n`;
}
