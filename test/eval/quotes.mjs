// One utterance as two outlets quote it: does the engine see where the words differ, and only there?
//
//   npm run eval:quotes -- FILE [--show]
//
// FILE holds a pair a line: {"a": {"quote": "…"}, "b": {"quote": "…"}, "type": "wording" | …}. Only pairs of type `wording` differ.
// `seen`: the word-by-word comparison finds a difference, however light (a dropped `very`, brackets). `in a row`: as two articles of one
// paragraph, `“…,” Smith said.`, the pair becomes a disputed fact, which only another noun or verb is worth.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { command, Failure } from '../tools/command.mjs';
import { startEngine } from './engine.mjs';

await command(async scope => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { show: { type: 'boolean' } } });
  if (positionals.length !== 1) throw new Failure('npm run eval:quotes -- FILE [--show]');
  const pairs = readFileSync(positionals[0], 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line));
  const { analyse, compareWordings } = await startEngine(scope);
  const types = new Map();
  for (const { a, b, type } of pairs) {
    const { disputes, stories } = analyse([article(a.quote), article(b.quote)]);
    const told = type === 'wording' ? disputes.some(({ kind }) => kind === 'wording') : disputes.length > 0;
    const seen = (compareWordings(a.quote, b.quote) ?? []).length > 0;
    const counts = types.get(type) ?? { pairs: 0, compared: 0, seen: 0, told: 0 };
    if (seen) counts.seen += 1;
    counts.pairs += 1;
    if (stories === 1) counts.compared += 1;
    if (told) counts.told += 1;
    types.set(type, counts);
    if (values.show && seen !== (type === 'wording')) console.log(`${type}\n  ${a.quote}\n  ${b.quote}`);
  }
  const others = { pairs: 0, compared: 0, seen: 0, told: 0 };
  for (const [type, counts] of types) {
    console.log(line(type, counts));
    if (type !== 'wording') for (const key of Object.keys(others)) others[key] += counts[key];
  }
  console.log(line('all but wording', others));
  return 0;
});

/** As a newspaper prints it: a comma in place of the last full stop, other marks kept. */
function article(quote) {
  const bare = quote.trim().replace(/[.,;]+$/, '');
  return `“${bare}${/[?!…—-]$/.test(bare) ? '' : ','}” Smith said.`;
}

function line(type, { pairs, compared, seen, told }) {
  const share = part => `${((100 * part) / (pairs || 1)).toFixed(1)} % (${part})`;
  return `${type.padEnd(18)} ${String(pairs).padStart(5)} pairs, ${share(compared)} in one story, difference seen ${share(seen)}, in a row ${share(told)}`;
}
