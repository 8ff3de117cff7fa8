/**
 * Titles and labels of what is contested, in the sources' own words: `Whether the test took place`, `The ministry: no test took place`.
 *
 * Method: the scope of the doubt, turned into an indirect question by templates of the doubt's kind. Cost: linear in the scope.
 */
import { CLAUSE } from './doubtPatterns.ts';
import type { DoubtMention } from './doubts.ts';

/** How long a title or label is at most, in characters. */
const LONGEST = 96;

/** The question that a doubt puts, from the text of its article. */
export function titleOf(text: string, doubt: DoubtMention): string {
  const scope = text.slice(doubt.start, doubt.end);
  const cue = text.slice(doubt.cue.start, doubt.cue.end);
  switch (doubt.doubt) {
    case 'negated':
    case 'told':
      return shortened(`Whether ${withSubject(affirmed(lowered(scope)), doubt.party)}`);
    case 'insisted':
      return shortened(whether(affirmed(scope)));
    case 'unrelated':
      return shortened(`Whether it had to do with ${scope}`);
    case 'baseless':
      return doubt.start < doubt.cue.start
        ? shortened(whether(scope))
        : shortened(`Whether there is ${cue.replace(/^no /i, '')}${scope}`);
    case 'false':
      return shortened(`Whether it is right: ${lowered(scope)}`);
    case 'reversed':
      return shortened(`Whether it still stands: ${scope.trim().replace(/^(?:from|on) /i, '')}`);
    case 'unknown':
      return shortened(doubt.start < doubt.cue.start ? `What is known: ${scope}` : whether(scope));
    case 'unconfirmed':
      return shortened(`Whether it is confirmed: ${scope}`);
    case 'disbelieved':
      return shortened(
        /(?:believe|think)$/i.test(cue) ? `Whether ${lowered(scope.trim().replace(/^that /i, ''))}` : whether(scope),
      );
    default:
      return shortened(named(whether(scope), doubt.party));
  }
}

/** What a side says, with who says it in front. */
export function labelOf(party: string | undefined, said: string): string {
  const words = shortened(said);
  return party === undefined || words.toLowerCase().startsWith(party.toLowerCase()) ? words : `${party}: ${words}`;
}

/** Who denies `that it knew` mostly speaks of itself. */
function named(title: string, party: string | undefined): string {
  return party === undefined ? title : title.replace(/^Whether (?:it|he|she|they) /, () => `Whether ${party} `);
}

/** A clause is asked `Whether`, a noun phrase is what the `Dispute` is `over`. */
function whether(scope: string): string {
  const words = scope.trim().replace(/^["“]?(?:However|But|Still|Yet|And|So),? /i, '');
  const clause =
    /^["“]?(?:(?:claims?|reports?|allegations?|suggestions?|the (?:idea|notion)) )?(?:that|whether|if)\s+(.*)$/is.exec(
      words,
    );
  if (clause?.[1]) return `Whether ${clause[1]}`;
  return CLAUSE.test(words) || /\b(?:is|are|was|were|has|have|had|did|will|would|could|can|may|might)\b/.test(words)
    ? `Whether ${lowered(words)}`
    : `Dispute over ${lowered(words)}`;
}

/** `does not cost` becomes `costs`, `was not told` becomes `was told`. */
function affirmed(said: string): string {
  return said
    .replace(/\bdo(?:es)?(?: not|n[’']t) (\w+)/i, (cue, verb: string) =>
      /^does/i.test(cue) ? thirdPerson(verb) : verb,
    )
    .replace(/\bcan(?:not|[’']t)\b/i, 'can')
    .replace(/\bwon[’']t\b/i, 'will')
    .replace(/(\w)n[’']t\b/i, '$1')
    .replace(/([^,]) (?:not|never) /i, '$1 ');
}

/** A quotation may leave out who is meant: `did not talk to them`. */
function withSubject(said: string, party: string | undefined): string {
  return /^(?:did|does|do|has|have|had|is|are|was|were|will|would|can|could)\b/i.test(said)
    ? `${party ?? 'it'} ${said}`
    : said;
}

/** `cost` → `costs`. */
function thirdPerson(verb: string): string {
  if (verb === 'have') return 'has';
  if (/(?:s|x|z|ch|sh|o)$/.test(verb)) return `${verb}es`;
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;
}

/** Without what opens a sentence (`However,`), and with a small first letter where the first word is no name. */
function lowered(words: string): string {
  const first = words.trim().replace(/^(?:["“'‘]+|(?:However|But|Still|Yet|And|So),? )+/i, '');
  return /^(?:The|A|An|There|This|These|Those|His|Her|Their|Its|No|In|On|At|After|When|While|Although|Raising|If|It|He|She|They|We)\b/.test(
    first,
  )
    ? first.charAt(0).toLowerCase() + first.slice(1)
    : first;
}

/** Words on one line without quotation marks, cut at a word where they are too many. */
function shortened(words: string): string {
  const whole = words
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/["“”]/g, '')
    .replace(/[\s.,;:!]+$/, '')
    .trim();
  if (whole.length <= LONGEST) return whole;
  const cut = whole.slice(0, LONGEST);
  return `${cut.slice(0, Math.max(40, cut.lastIndexOf(' '))).replace(/[\s.,;:]+$/, '')} …`;
}
