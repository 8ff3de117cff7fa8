export interface Building {
  readonly name: string;
  readonly floors: readonly (readonly string[])[];
  readonly knows: readonly string[];
  readonly packages: readonly string[];
}
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}
export const BUILDINGS: readonly Building[];
export function readSource(folder: string): SourceFile[];
export function checkRooms(
  files: readonly SourceFile[],
  buildings?: readonly Building[],
): { problems: string[]; cycle: string[]; lines: number };
export function listFiles(folders: readonly string[]): string[];
export function checkFolders(paths: readonly string[]): { problems: string[]; fullest: [string, number] };
