import type { DateValue } from '../../../src/engine/entities/types.ts';

/**
 * A date's ISO form, as fine as it was given: `2025-09-27`, `2026-07`, `2026`, `2025-09-22/2025-09-28`. Undefined where the text leaves it
 * open.
 */
export function dateName(value: DateValue): string | undefined {
  const { from, to, precision } = value;
  if (from === undefined || to === undefined) return undefined;
  if (from === to) return from;
  if (precision === 'month' && from.slice(0, 7) === to.slice(0, 7)) return from.slice(0, 7);
  if (precision === 'year' && from.slice(0, 4) === to.slice(0, 4)) return from.slice(0, 4);
  return `${from}/${to}`;
}
