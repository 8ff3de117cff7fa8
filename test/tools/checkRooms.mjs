// `npm run rooms`: whether every import of src/ stays within the map, whether folders are small enough to read, and the figures of the house.
import { checkFolders, checkRooms, listFiles, readSource } from './rooms.mjs';

const files = readSource('src');
const { problems, cycle, lines } = checkRooms(files);
const { problems: crowded, fullest } = checkFolders(listFiles(['src', 'test']));
for (const problem of [...problems, ...crowded]) console.error(problem);
console.log(
  `largest import cycle, types counted: ${cycle.length} · most files in a folder: ${fullest[1]} (${fullest[0]}) · ${files.length} files, ${lines} lines`,
);
process.exitCode = problems.length + crowded.length ? 1 : 0;
