// The map of src/: which room may know which, types included. `npm run rooms` checks it and prints the figures.
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

/**
 * The buildings. `floors` stand from the ground up: a room may know those on the floors below it, and none beside it. A room is a folder
 * with the files directly in it, or a single file that has other neighbours than its folder. `knows` are rooms of other buildings,
 * `packages` what may be imported that is not ours (`node:` stands for all of Node).
 */
export const BUILDINGS = [
  {
    name: 'engine',
    floors: [
      ['engine/text'],
      ['engine/entities/types.ts'],
      ['engine/entities/mentions', 'engine/entities/values'],
      ['engine/entities/naming'],
      ['engine/entities/read.ts'],
      ['engine/claims/types.ts'],
      ['engine/claims/tag'],
      ['engine/claims/phrase'],
      ['engine/claims/events', 'engine/claims/speech'],
      ['engine/claims'],
      ['engine/analysis.ts'],
      ['engine/matches'],
      ['engine/disputes/base'],
      [
        'engine/disputes/acts',
        'engine/disputes/persons',
        'engine/disputes/places',
        'engine/disputes/quarrels',
        'engine/disputes/quotes',
        'engine/disputes/values',
      ],
      ['engine/disputes'],
      ['engine'],
    ],
    knows: [],
    packages: [],
  },
  {
    name: 'review',
    floors: [
      ['review/base'],
      ['review/anchors'],
      ['review/format'],
      ['review/store', 'review/union'],
      ['review/decided'],
      ['review/report'],
    ],
    knows: ['engine/text', 'engine/entities/types.ts', 'engine/analysis.ts'],
    packages: ['yaml', 'zod/mini'],
  },
  {
    name: 'reader',
    floors: [['reader']],
    knows: [
      'engine/text',
      'engine/entities/types.ts',
      'engine/analysis.ts',
      'review/base',
      'review/anchors',
      'review/format',
    ],
    packages: ['zod/mini'],
  },
  { name: 'protocol', floors: [['protocol']], knows: ['engine/analysis.ts', 'engine'], packages: [] },
  {
    name: 'platform',
    floors: [['platform']],
    knows: ['protocol', 'engine', 'engine/text', 'engine/entities/mentions'],
    packages: [],
  },
  {
    name: 'platform/node',
    // The one file that has a connection stands by itself, so that the command line alone may know it.
    floors: [['platform/node/chat.ts'], ['platform/node']],
    knows: ['platform', 'review/base', 'reader'],
    packages: ['node:'],
  },
  { name: 'platform/web', floors: [['platform/web']], knows: ['platform'], packages: [] },
  { name: 'webview', floors: [['webview']], knows: ['protocol'], packages: [] },
  {
    name: 'host',
    floors: [
      ['host/kit'],
      ['host/session'],
      ['host/words'],
      ['host/article', 'host/trees', 'host/panel'],
      ['host/review'],
      ['host/commands'],
      ['host'],
    ],
    knows: [
      'engine',
      'engine/analysis.ts',
      'engine/text',
      'engine/entities/types.ts',
      'engine/claims/types.ts',
      'engine/matches',
      'engine/disputes/base',
      'platform',
      'protocol',
      'review/base',
      'review/anchors',
      'review/format',
      'review/store',
      'review/union',
      'review/decided',
      'review/report',
    ],
    packages: ['vscode'],
  },
  {
    name: 'extension',
    floors: [['extension.ts', 'extension.web.ts']],
    knows: ['host', 'host/kit', 'platform/node', 'platform/web'],
    packages: ['vscode'],
  },
  {
    name: 'cli',
    floors: [['cli'], ['cli.ts']],
    knows: [
      'engine',
      'engine/analysis.ts',
      'engine/text',
      'engine/entities/mentions',
      'engine/disputes/base',
      'platform/node',
      'platform/node/chat.ts',
      'reader',
      'review/base',
      'review/format',
      'review/store',
      'review/union',
      'review/decided',
      'review/report',
    ],
    packages: ['node:'],
  },
  {
    name: 'training',
    floors: [['training'], ['training/words'], ['training/names']],
    knows: ['engine/text', 'engine/entities/mentions', 'engine/entities/read.ts', 'engine/matches'],
    packages: ['node:', 'esbuild'],
  },
];

const MOST_FILES = 20;
const IMPORT = /^(?:import|export)\b[^'"]*?from '([^']+)'|^import '([^']+)'|import\('([^']+)'\)/gm;

/** @returns {{files: {path: string, text: string}[]}} every script below `src`, paths relative to it */
export function readSource(folder) {
  return readdirSync(folder, { recursive: true })
    .map(path => path.replaceAll('\\', '/'))
    .filter(path => /\.(?:ts|mjs)$/.test(path))
    .sort()
    .map(path => ({ path, text: readFileSync(posix.join(folder, path), 'utf8') }));
}

/**
 * @param {{path: string, text: string}[]} files
 * @returns {{problems: string[], cycle: string[], lines: number}}
 */
export function checkRooms(files, buildings = BUILDINGS) {
  const homes = new Map();
  for (const building of buildings) {
    building.floors.forEach((rooms, floor) => {
      for (const room of rooms) homes.set(room, { building, floor });
    });
  }
  const roomOf = path => (homes.has(path) ? path : posix.dirname(path));
  const known = new Set(files.map(({ path }) => path));
  const problems = [];
  const graph = new Map();
  for (const { path, text } of files) {
    const room = roomOf(path);
    const home = homes.get(room);
    graph.set(path, []);
    if (!home) {
      problems.push(`${path}: the room ${room} is not on the map (test/tools/rooms.mjs)`);
      continue;
    }
    for (const [, from, bare, lazy] of text.matchAll(IMPORT)) {
      const target = from ?? bare ?? lazy;
      if (!target.startsWith('.')) {
        const allowed = home.building.packages.some(
          name => target === name || (name === 'node:' && target.startsWith(name)),
        );
        if (!allowed) problems.push(`${path}: ${home.building.name} must not import ${target}`);
        continue;
      }
      const other = posix.join(posix.dirname(path), target);
      if (!known.has(other)) continue;
      graph.get(path).push(other);
      const otherRoom = roomOf(other);
      if (otherRoom !== room && !mayKnow(home, homes.get(otherRoom), otherRoom))
        problems.push(`${path}: ${room} must not know ${otherRoom} (${other})`);
    }
  }
  const cycle = largestCycle(graph);
  if (cycle.length) problems.push(`these know each other in a circle: ${cycle.join(', ')}`);
  const lines = files.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0);
  return { problems, cycle, lines };
}

/** Paths of all files below the folders, from the project's folder on. */
export function listFiles(folders) {
  return folders.flatMap(folder =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => posix.join(entry.parentPath.replaceAll('\\', '/'), entry.name)),
  );
}

/**
 * Whether every folder can be taken in at a glance.
 * @param {string[]} paths of files of any kind
 * @returns {{problems: string[], fullest: [string, number]}} `fullest` is the folder with the most files, and how many
 */
export function checkFolders(paths) {
  const counts = new Map();
  for (const path of paths) counts.set(posix.dirname(path), (counts.get(posix.dirname(path)) ?? 0) + 1);
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const problems = sorted
    .filter(([, count]) => count > MOST_FILES)
    .map(([folder, count]) => `${folder} has ${count} files: over ${MOST_FILES} are no room`);
  return { problems, fullest: sorted[0] ?? ['.', 0] };
}

function mayKnow(home, other, room) {
  if (!other) return false;
  return other.building === home.building ? other.floor < home.floor : home.building.knows.includes(room);
}

/** The largest set of files that reach each other (Tarjan 1972), empty where there is no cycle. */
function largestCycle(graph) {
  const index = new Map();
  const low = new Map();
  const stack = [];
  let largest = [];
  const visit = node => {
    index.set(node, index.size);
    low.set(node, index.get(node));
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(node, Math.min(low.get(node), low.get(next)));
    }
    if (low.get(node) !== index.get(node)) return;
    const together = stack.splice(stack.indexOf(node));
    if (together.length > 1 && together.length > largest.length) largest = together.sort();
  };
  for (const node of graph.keys()) if (!index.has(node)) visit(node);
  return largest;
}
