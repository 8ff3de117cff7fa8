/** One short line for people about an event. */
import type { Reading } from '../text/reading.ts';
import type { EventFrame, Role } from './types.ts';

const LIMIT = 48;

/**
 * `revoke · US State Department → visa of Gustavo Petro · announced`: predicate, who does it to whom, how many, how far it has come.
 * `names` gives the canonical name for each mention, where there is one; the text's own words stand in for what has none.
 */
export function describeEvent(frame: EventFrame, reading: Reading, names: readonly (string | undefined)[]): string {
  const agent = frame.agent && roleWords(frame.agent, reading, names);
  const patient = frame.patient && roleWords(frame.patient, reading, names);
  const who = agent && patient ? `${agent} → ${patient}` : agent ? `${agent} →` : patient ? `→ ${patient}` : '';
  const counts = frame.counted
    .map(c => reading.text.slice(c.start, c.end).replace(/\s+/g, ' '))
    .filter(words => !(agent ?? '').includes(words) && !(patient ?? '').includes(words))
    .join(', ');
  const hedges = [frame.negated ? 'not' : '', frame.possible ? 'possibly' : '', frame.conditional ? 'if' : '']
    .filter(h => h !== '')
    .join(' ');
  return [`${hedges === '' ? '' : `${hedges} `}${frame.predicate}`, who, counts, frame.status]
    .filter(part => part !== '')
    .join(' · ');
}

/** The role's canonical name when its head is one, otherwise its words, cut short. */
function roleWords(role: Role, reading: Reading, names: readonly (string | undefined)[]): string {
  const words = reading.text
    .slice(role.start, role.end)
    .replace(/\s+/g, ' ')
    .replace(/^(?:the|a|an)\s+/i, '');
  const only = role.mentions.length === 1 ? role.mentions[0] : undefined;
  const name = only === undefined ? undefined : names[only];
  if (name !== undefined && words.endsWith(role.head) && /^\p{Lu}/u.test(role.head)) return name;
  return words.length > LIMIT ? `${words.slice(0, LIMIT).replace(/\s+\S*$/, '')}…` : words;
}
