// npm run strings: writes media/l10n/bundle.l10n.json from the code.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleOf, stringsIn } from './strings.mjs';

writeFileSync(join('media', 'l10n', 'bundle.l10n.json'), bundleOf(stringsIn('src')));
