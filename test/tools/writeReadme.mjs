// Writes the README's table of settings anew: `npm run readme`.
import { readFileSync, writeFileSync } from 'node:fs';
import { SETTINGS_BEGIN, SETTINGS_END, settingsTable } from './readme.mjs';

const read = name => JSON.parse(readFileSync(name, 'utf8'));
const readme = readFileSync('README.md', 'utf8');
const [begin, end] = [readme.indexOf(SETTINGS_BEGIN), readme.indexOf(SETTINGS_END)];
if (begin < 0 || end < begin) throw new Error('The README has no markers for the settings.');
writeFileSync(
  'README.md',
  readme.slice(0, begin) + settingsTable(read('package.json'), read('package.nls.json')) + readme.slice(end),
);
