// The README's table of settings, made from package.json so that it never says anything else.

export const SETTINGS_BEGIN = '<!-- settings: npm run readme -->\n';
export const SETTINGS_END = '<!-- /settings -->';

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
