// `npm run rooms`: whether every import of src/ stays within the map, and the figures of the house.
import { checkRooms, readSource } from './rooms.mjs';

const files = readSource('src');
const { problems, cycle, fullest, lines } = checkRooms(files);
for (const problem of problems) console.error(problem);
console.log(
  `largest import cycle, types counted: ${cycle.length} · most files in a folder: ${fullest[1]} (${fullest[0]}) · ${files.length} files, ${lines} lines`,
);
process.exitCode = problems.length ? 1 : 0;
