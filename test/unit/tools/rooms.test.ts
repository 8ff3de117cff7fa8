import assert from 'node:assert/strict';
import { type Building, checkFolders, checkRooms } from '../../tools/rooms.mjs';

const HOUSE: readonly Building[] = [
  { name: 'a', floors: [['a/low'], ['a/left', 'a/right'], ['a']], knows: [], packages: [] },
  { name: 'b', floors: [['b']], knows: ['a'], packages: ['vscode'] },
];

function problemsOf(files: Readonly<Record<string, string>>): readonly string[] {
  return checkRooms(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    HOUSE,
  ).problems;
}

describe('the map of the rooms', () => {
  it('lets a room know what is below it', () => {
    const files = {
      'a/low/x.ts': '',
      'a/left/y.ts': `import { x } from '../low/x.ts';\n`,
      'a/z.ts': `import type { y } from './left/y.ts';\n`,
      'b/w.ts': `import { z } from '../a/z.ts';\nimport * as vscode from 'vscode';\n`,
    };
    assert.deepEqual(problemsOf(files), []);
  });

  it('tells of an arrow that goes up, sideways or into another building, for types as well', () => {
    const files = {
      'a/low/x.ts': `import type { y } from '../left/y.ts';\n`,
      'a/left/y.ts': '',
      'a/right/v.ts': `import {\n  y,\n} from '../left/y.ts';\n`,
      'b/w.ts': `export const load = () => import('../a/low/x.ts');\n`,
    };
    assert.deepEqual(problemsOf(files), [
      'a/low/x.ts: a/low must not know a/left (a/left/y.ts)',
      'a/right/v.ts: a/right must not know a/left (a/left/y.ts)',
      'b/w.ts: b must not know a/low (a/low/x.ts)',
    ]);
  });

  it('tells of packages that a building has no business with, and of rooms that are not on the map', () => {
    const files = { 'a/z.ts': `import 'vscode';\n`, 'c/new.ts': '' };
    assert.deepEqual(problemsOf(files), [
      'a/z.ts: a must not import vscode',
      'c/new.ts: the room c is not on the map (test/tools/rooms.mjs)',
    ]);
  });

  it('finds files that know each other in a circle, by types alone', () => {
    const files = {
      'a/low/x.ts': `import type { y } from './y.ts';\n`,
      'a/low/y.ts': `import type { z } from './z.ts';\n`,
      'a/low/z.ts': `import type { x } from './x.ts';\n`,
    };
    assert.deepEqual(problemsOf(files), ['these know each other in a circle: a/low/x.ts, a/low/y.ts, a/low/z.ts']);
  });

  it('finds a folder with more files than a room holds', () => {
    const paths = Array.from({ length: 21 }, (_, i) => `b/f${i}.ts`);
    assert.deepEqual(checkFolders(paths.slice(1)), { problems: [], fullest: ['b', 20] });
    assert.deepEqual(checkFolders(paths).problems, ['b has 21 files: over 20 are no room']);
  });
});
