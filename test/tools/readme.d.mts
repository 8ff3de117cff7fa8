export const SETTINGS_BEGIN: string;
export const SETTINGS_END: string;
export function settingsTable(manifest: unknown, strings: Readonly<Record<string, string>>): string;
