/**
 * Parties that keep silent: `declined to comment`, `did not respond to requests`, `could not be reached`. All come out as `comment`, negated.
 */
import type { Clause } from '../phrase/clauses.ts';
import type { ParsedSentence } from '../phrase/parse.ts';

const MAY_KEEP_SILENT: ReadonlySet<string> = new Set(
  'decline refuse refrain respond reply comment answer return reach be'.split(' '),
);
const NO_COMMENT: ReadonlySet<string> = new Set(
  'comment call request message question inquiry email statement response interview'.split(' '),
);

/** `declined to comment`, `did not respond to requests`, `could not be reached`, `has refrained from issuing a comment`. */
export function keepsSilent(sentence: ParsedSentence, clause: Clause): boolean {
  const { phrases } = sentence;
  const verb = phrases[clause.verb];
  if (!verb?.group || !MAY_KEEP_SILENT.has(verb.lemma)) return false;
  if (verb.lemma === 'be' && !verb.group.negated) return false;
  const near = phrases.slice(clause.verb + 1, clause.verb + 8);
  const talk = near.some(p => NO_COMMENT.has(p.lemma) || (p.kind === 'verb' && p.lemma === 'comment'));
  const subject = clause.subject === undefined ? undefined : phrases[clause.subject];
  const denied =
    verb.group.negated ||
    /^(?:neither|nobody|none|no)$/.test(subject?.lemma ?? '') ||
    isNegativeSubject(sentence, clause);
  if (/^(?:decline|refuse|refrain)$/.test(verb.lemma))
    return (
      near.some(
        p => p.kind === 'verb' && /^(?:comment|respond|answer|speak|discuss|say|elaborate|issue|talk)$/.test(p.lemma),
      ) &&
      (talk || near.some(p => p.lemma === 'comment' || p.lemma === 'respond' || p.lemma === 'answer'))
    );
  if (!denied) return false;
  if (/^(?:respond|reply|comment|answer|return)$/.test(verb.lemma))
    return verb.lemma === 'comment' || talk || near[0] === undefined || near[0].kind === 'mark';
  if (verb.lemma === 'reach' && verb.group.passive) return true;
  return verb.lemma === 'be' && near.some(p => p.lemma === 'available') && near.some(p => p.lemma === 'comment');
}

function isNegativeSubject(sentence: ParsedSentence, clause: Clause): boolean {
  if (clause.subject === undefined) return false;
  const first = sentence.phrases[0];
  return (
    /^neither$/.test(first?.lemma ?? '') ||
    sentence.phrases.some((p, k) => k <= (clause.subject ?? 0) && p.lemma === 'neither')
  );
}
