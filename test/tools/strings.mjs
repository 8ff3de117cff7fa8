// The strings that the editor shows, as translators want them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every string that the code hands to `l10n.t`, in order. */
export function stringsIn(folder) {
  const found = new Set();
  for (const name of readdirSync(folder).filter(each => each.endsWith('.ts'))) {
    const code = readFileSync(join(folder, name), 'utf8');
    for (const [, single, double] of code.matchAll(/l10n\.t\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/g)) {
      found.add((single ?? double).replaceAll("\\'", "'").replaceAll('\\"', '"').replaceAll('\\n', '\n'));
    }
  }
  return [...found].sort();
}

/** The bundle's text: each string under itself. */
export function bundleOf(strings) {
  return `${JSON.stringify(Object.fromEntries(strings.map(each => [each, each])), null, 2)}\n`;
}
