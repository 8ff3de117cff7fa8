export const SETTINGS_BEGIN: string;
export const SETTINGS_END: string;
export const DISPUTES_BEGIN: string;
export const DISPUTES_END: string;
export function withPart(text: string, part: string, end: string): string;
export function settingsTable(manifest: unknown, strings: Readonly<Record<string, string>>): string;
