import type { Reading } from '../text/reading.ts';
import type { EventFrame } from './types.ts';

/** One short line for people: `revoke · US State Department → visa · announced`. */
export function describeEvent(frame: EventFrame, reading: Reading, _names: readonly string[]): string {
  const words = (role: { start: number; end: number } | undefined) =>
    role ? reading.text.slice(role.start, role.end) : undefined;
  const who = [words(frame.agent), words(frame.patient)].filter(w => w !== undefined).join(' → ');
  return [frame.predicate, who, frame.status].filter(part => part).join(' · ');
}
