/** The name of a reviewer or a fact as it stands in file names and references. */

const SLUG = /^[\p{L}\p{N}\p{M}]+(?:-[\p{L}\p{N}\p{M}]+)*$/u;

/** What `slugOf` makes of a name: NFKC, lower case, letters and digits of any script kept, everything else one hyphen. May be empty. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** Whether a text is a slug: what `slugOf` would leave as it is. */
export function isSlug(text: string): boolean {
  return SLUG.test(text) && slugOf(text) === text;
}
