// Two sentences that say the same in other words, as two articles of one story: how often does the engine call them a conflict?
//
//   npm run eval:paraphrases -- FILE [--show]
//
// FILE holds a pair a line: {"a": "…", "b": "…"}. A pair that the engine takes for two stories is compared by nobody, so their share is told as well.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { command, Failure } from '../tools/command.mjs';
import { startEngine } from './engine.mjs';

await command(async scope => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { show: { type: 'boolean' } } });
  if (positionals.length !== 1) throw new Failure('npm run eval:paraphrases -- FILE [--show]');
  const pairs = readFileSync(positionals[0], 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line));
  const { analyse } = await startEngine(scope);
  let compared = 0;
  let conflicts = 0;
  let any = 0;
  for (const { a, b } of pairs) {
    const { disputes, stories } = analyse([a, b]);
    const conflict = disputes.find(({ status }) => status === 'conflict');
    if (stories === 1) compared += 1;
    if (disputes.length > 0) any += 1;
    if (conflict) conflicts += 1;
    if (conflict && values.show) console.log(`${conflict.title} [${conflict.kind}] ${conflict.score}\n  ${a}\n  ${b}`);
  }
  console.log(`pairs                    ${pairs.length}, of them ${share(compared, pairs.length)} in one story`);
  console.log(`called a conflict        ${share(conflicts, pairs.length)} (${conflicts})`);
  console.log(`with any dispute at all  ${share(any, pairs.length)} (${any})`);
  return 0;
});

function share(part, whole) {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
