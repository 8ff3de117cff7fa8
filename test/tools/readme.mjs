// The parts of the README that commands write, so that they never say anything else than what they are made from.

export const SETTINGS_BEGIN = '<!-- settings: npm run readme -->\n';
export const SETTINGS_END = '<!-- /settings -->';
export const DISPUTES_BEGIN = '<!-- disputes: npm run measure -- FOLDER… --write-readme -->\n';
export const DISPUTES_END = '<!-- /disputes -->';

/**
 * A text with another part between two markers.
 * @param {string} part the first marker included
 */
export function withPart(text, part, end) {
  const begin = part.slice(0, part.indexOf('\n') + 1);
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`There is no part between ${begin.trim()} and ${end}.`);
  return text.slice(0, from) + part + text.slice(to);
}

/** What stands between the markers, the first of them included. */
export function settingsTable(manifest, strings) {
  const said = value => strings[/^%(.+)%$/.exec(value)?.[1] ?? ''] ?? value;
  const rows = manifest.contributes.configuration.flatMap(({ properties }) =>
    Object.entries(properties).map(
      ([id, setting]) =>
        `| \`${id}\` | ${defaultOf(setting)} | ${said(setting.markdownDescription).replaceAll('|', '\\|')} |`,
    ),
  );
  return `${SETTINGS_BEGIN}| setting | default | what it does |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}

/** The default as a person reads it; of a choice, what else there is. */
function defaultOf(setting) {
  if (setting.enum) {
    const others = setting.enum.filter(value => value !== setting.default);
    return `\`${setting.default}\` (or ${others.map(value => `\`${value}\``).join(', ')})`;
  }
  if (typeof setting.default === 'boolean') return setting.default ? 'on' : 'off';
  if (setting.type === 'object') return 'all on';
  return setting.default.length ? `\`${setting.default}\`` : 'none';
}
