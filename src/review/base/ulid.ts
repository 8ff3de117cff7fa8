/**
 * ULIDs: 26 characters, the first ten the time in milliseconds, the rest chance, so that ids sort by when they were made and two
 * reviewers never pick the same one (https://github.com/ulid/spec).
 */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** Whether a text has the form of an id. */
export function isUlid(text: string): boolean {
  return ULID.test(text);
}

/** A new id. `now` in milliseconds since 1970, `random` gives numbers in [0, 1): a `crypto`-backed one in the editor, a seeded one in tests. */
export function makeUlid(now: number, random: () => number): string {
  let time = Math.floor(now);
  let head = '';
  for (let i = 0; i < 10; i++) {
    head = DIGITS.charAt(time % 32) + head;
    time = Math.floor(time / 32);
  }
  let tail = '';
  for (let i = 0; i < 16; i++) tail += DIGITS.charAt(Math.floor(random() * 32));
  return head + tail;
}
