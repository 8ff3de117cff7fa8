// What the reviewer's files say, read from disk as anybody would read them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { until } from './workbench.mjs';

/** The records of a section in a reviewer's file, none while there is no such file. */
export function records(folder, name, section) {
  if (!readdirSync(folder).includes(name)) return [];
  return parse(readFileSync(join(folder, name), 'utf8'))?.[section] ?? [];
}

/** Waits until so many records stand in the section, and gives them. */
export async function waitForRecords(folder, name, section, count) {
  return until(`${count} ${section} in ${name}`, () => {
    const found = records(folder, name, section);
    return found.length === count ? found : undefined;
  });
}
