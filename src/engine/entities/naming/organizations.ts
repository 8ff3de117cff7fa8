/**
 * Which names of organizations, places and events mean the same: long and short forms, acronyms, `U.S.` or `United States` inside a name.
 *
 * Method: each name is brought to a common form, where a country has one name and stands in front (`us army` for `army of the United
 * States`). Then forms are joined. An acronym is joined with the long form whose initials it has. A short form is joined with a longer one
 * that ends in it behind a country or body, or begins with it before `Inc.`, `Group` and the like. Two forms are joined only where there is one
 * candidate. Cost: linear in the distinct names.
 */
import { append } from '../../text/tables.ts';
import { initialsOf, lettersOf } from '../mentions/acronyms.ts';
import { knownName } from '../mentions/knownNames.ts';
import type { NameType } from '../types.ts';

/** A distinct name of one type: how it is written, and how often. */
export interface NameForm {
  readonly type: NameType;
  readonly surface: string;
  readonly text: string;
  readonly count: number;
}

/** How names of countries and ministries inside a longer name are written in the common form. */
const INSIDE: readonly (readonly [RegExp, string])[] = [
  [/\b(?:united states of america|united states|u s a|u s|usa|american)\b/g, 'us'],
  [/\b(?:united kingdom|u k|great britain|british)\b/g, 'uk'],
  [/\b(?:united nations|u n)\b/g, 'un'],
  [/\b(?:european union|e u)\b/g, 'eu'],
  [
    /\bdepartment of (?:the )?(state|defense|justice|treasury|energy|education|interior|commerce|labor|agriculture|transportation)\b/g,
    '$1 department',
  ],
  [
    /\b(?:ministry of) (?:the )?(defen[cs]e|foreign affairs|health|interior|justice|finance|education)\b/g,
    '$1 ministry',
  ],
];
const COUNTRY_BEHIND = /^(.*\S) of (?:the )?(us|uk|un|eu)$/;
/** What may stand behind a short name and make no other name of it. */
const PLAIN_TAIL =
  /^(?:inc|corp|corporation|co|company|ltd|plc|group|holdings|llc|news|news agency|agency|police department|administration|online|magazine|newspaper)$/;

/** The common form of a surface. */
function formOf(surface: string): string {
  let form = surface.replace(/^the /, '');
  for (const [pattern, name] of INSIDE) form = form.replace(pattern, name);
  const behind = COUNTRY_BEHIND.exec(form);
  return behind ? `${behind[2]} ${behind[1]}` : form;
}

/** For the key of each form, a key that all forms that mean the same have in common. `pairs` are keys that the text itself joins. */
export function joinForms(
  forms: readonly NameForm[],
  pairs: readonly (readonly [string, string])[],
): Map<string, string> {
  const parent = new Map<string, string>();
  const find = (key: string): string => {
    let at = key;
    for (let next = parent.get(at); next !== undefined && next !== at; next = parent.get(at)) at = next;
    return at;
  };
  const join = (a: string, b: string): void => {
    const [x, y] = [find(a), find(b)].sort();
    if (x !== undefined && y !== undefined && x !== y) parent.set(y, x);
  };
  const sorted = [...forms].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const byForm = new Map<string, string>();
  for (const form of sorted) {
    const key = keyOf(form);
    parent.set(key, key);
    const known = knownName(form.type, form.surface);
    const shared = known ? `known ${form.type} ${known}` : `${form.type} ${formOf(form.surface)}`;
    const first = byForm.get(shared);
    if (first) join(key, first);
    else byForm.set(shared, key);
  }
  for (const [a, b] of pairs) if (parent.has(a) && parent.has(b)) join(a, b);
  joinAcronyms(sorted, join, find);
  joinShort(sorted, join, find);
  return new Map(sorted.map(form => [keyOf(form), find(keyOf(form))]));
}

/** What a form is known by within a folder. */
export const keyOf = (form: Pick<NameForm, 'type' | 'surface'>): string => `${form.type} ${form.surface}`;

type Join = (a: string, b: string) => void;
type Find = (key: string) => string;

function joinAcronyms(forms: readonly NameForm[], join: Join, find: Find): void {
  const long = new Map<string, NameForm[]>();
  for (const form of forms) {
    if (form.type !== 'organization' || !form.surface.includes(' ')) continue;
    for (const initials of new Set(initialsOf(form.text.split(/[\s-]+/)))) append(long, initials, form);
  }
  for (const form of forms) {
    if (form.type !== 'organization' || !/^\p{Lu}{3,}$/u.test(form.text.replaceAll('.', ''))) continue;
    const fitting = long.get(lettersOf(form.text)) ?? [];
    if (new Set(fitting.map(other => find(keyOf(other)))).size === 1 && fitting[0])
      join(keyOf(form), keyOf(fitting[0]));
  }
}

function joinShort(forms: readonly NameForm[], join: Join, find: Find): void {
  const organizations = forms.filter(form => form.type === 'organization');
  const named = new Set(forms.map(form => form.surface));
  const tails = new Map<string, NameForm[]>();
  const heads = new Map<string, NameForm[]>();
  for (const form of organizations) {
    const words = formOf(form.surface).split(' ');
    for (let i = 1; i < words.length; i++) {
      const head = words.slice(0, i).join(' ');
      if (isBodyOrCountry(head, named)) append(tails, words.slice(i).join(' '), form);
      if (PLAIN_TAIL.test(words.slice(i).join(' '))) append(heads, head, form);
    }
  }
  for (const form of organizations) {
    const short = formOf(form.surface);
    // A single word behind a country may be anybody's: `Army`. It is not joined unless it is widely known, as `Senate` is.
    const behind = short.includes(' ') ? (tails.get(short) ?? []) : [];
    const longer = [...behind, ...(heads.get(short) ?? [])].filter(other => other !== form);
    if (new Set(longer.map(other => find(keyOf(other)))).size === 1 && longer[0]) join(keyOf(form), keyOf(longer[0]));
  }
}

function isBodyOrCountry(head: string, named: ReadonlySet<string>): boolean {
  if (/^(?:us|uk|un|eu)$/.test(head) || named.has(head)) return true;
  return knownName('place', head) !== undefined || knownName('group', head) !== undefined;
}
