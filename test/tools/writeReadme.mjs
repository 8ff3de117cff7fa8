// Writes the README's table of settings anew: `npm run readme`.
import { readFileSync, writeFileSync } from 'node:fs';
import { SETTINGS_END, settingsTable, withPart } from './readme.mjs';

const read = name => JSON.parse(readFileSync(name, 'utf8'));
const table = settingsTable(read('package.json'), read('package.nls.json'));
writeFileSync('README.md', withPart(readFileSync('README.md', 'utf8'), table, SETTINGS_END));
