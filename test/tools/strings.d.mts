export function speakingFiles(folder: string): string[];
export function stringsIn(folder: string): string[];
export function bundleOf(strings: readonly string[]): string;
