/**
 * Who does it to whom: for every verb group its subject, its object and the clause it hangs on.
 *
 * Method: from each verb look left for the subject by its form (a finite verb's stands before it, over appositions, relative clauses and
 * `of` phrases; a participle's and an infinitive's is lent by the verb above), right for the object. No tree is built: each decision looks
 * at the row of phrases alone. Linear but for short scans.
 */

import type { Word } from '../tag/tags.ts';
import { CLAUSAL_PREPS, overInsertion } from './insertions.ts';
import type { Phrase } from './phrases.ts';

type Relation =
  | 'main'
  | 'coordinate'
  | 'relative'
  | 'complement'
  | 'adverbial'
  | 'infinitive'
  | 'ing'
  | 'participle'
  | 'imperative';

/** One verb group with its arguments. Numbers index the sentence's phrases. */
export interface Clause {
  readonly verb: number;
  readonly subject?: number;
  readonly object?: number;
  readonly relation: Relation;
  /** Index of the clause it hangs on. */
  readonly governor?: number;
}

/** Verbs whose object is the one to act: `urged soldiers to disobey`. */
const CONTROL_BY_SUBJECT: ReadonlySet<string> = new Set([
  'promise',
  'have',
  'make',
  'take',
  'give',
  'sign',
  'use',
  'hold',
  'start',
  'vote',
  'announce',
  'reiterate',
  'lose',
  'win',
]);
const OBJECT_ACTS: ReadonlySet<string> = new Set([
  'accuse',
  'suspect',
  'convict',
  'stop',
  'prevent',
  'keep',
  'bar',
  'block',
  'prohibit',
  'discourage',
  'charge',
  'ban',
]);
const TAKES_CLAUSE: ReadonlySet<string> = new Set(
  'say think believe claim argue hope fear know feel insist suggest add warn note deny suspect expect allege assert maintain acknowledge admit confirm report find show indicate conclude tell state announce declare predict promise understand worry doubt contend'.split(
    ' ',
  ),
);

/** The clauses of one sentence, in the order of their verbs. */
export function linkClauses(phrases: readonly Phrase[], words: readonly Word[]): readonly Clause[] {
  const verbs: number[] = [];
  phrases.forEach((phrase, i) => {
    if (phrase.kind === 'verb') verbs.push(i);
  });
  const clauses: Clause[] = [];
  for (const verb of verbs) clauses.push(linked(verb));
  // A participle or adverbial that opens the sentence has the subject of what follows.
  return clauses.map((raw, i) => {
    const clause = withSharedObject(raw, clauses[i + 1]);
    if (
      clause.subject !== undefined ||
      (clause.relation !== 'ing' && clause.relation !== 'participle' && clause.relation !== 'infinitive')
    )
      return clause;
    const later = clauses
      .slice(i + 1)
      .find(c => (c.relation === 'main' || c.relation === 'adverbial') && c.subject !== undefined);
    return later?.subject === undefined ? clause : { ...clause, subject: later.subject };
  });

  /** `neither confirm nor deny the report`: two verbs joined directly share the object of the second. */
  function withSharedObject(clause: Clause, next: Clause | undefined): Clause {
    if (clause.object !== undefined || next?.object === undefined || next.verb !== clause.verb + 2) return clause;
    return phrases[clause.verb + 1]?.kind === 'conj' && phrases[clause.verb]?.lemma !== 'be'
      ? { ...clause, object: next.object }
      : clause;
  }

  function linked(v: number): Clause {
    const form = phrases[v]?.group?.form ?? 'finite';
    const object = objectOf(v);
    const found =
      form === 'finite'
        ? finite(v)
        : form === 'infinitive'
          ? infinitive(v)
          : form === 'bare'
            ? bare(v)
            : form === 'ing'
              ? ing(v)
              : participle(v);
    return { verb: v, ...(object !== undefined && { object }), ...found };
  }

  /** The clause of the nearest verb before `v` that passes `test`. */
  function clauseBefore(v: number, test: (clause: Clause) => boolean = () => true): number | undefined {
    for (let c = clauses.length - 1; c >= 0; c--) {
      const clause = clauses[c];
      if (clause && clause.verb < v && test(clause)) return c;
    }
    return undefined;
  }

  function from(c: number | undefined, relation: Relation): Omit<Clause, 'verb'> {
    const subject = c === undefined ? undefined : clauses[c]?.subject;
    return { relation, ...(subject !== undefined && { subject }), ...(c !== undefined && { governor: c }) };
  }

  function finite(v: number): Omit<Clause, 'verb'> {
    let j = v - 1;
    while (
      j >= 0 &&
      (phrases[j]?.kind === 'adv' ||
        phrases[j]?.kind === 'time' ||
        (phrases[j]?.kind === 'prep' && phrases[j + 1]?.kind === 'time'))
    )
      j--;
    // `Merkley, Brown (D-Ohio) and Menendez all suggested`
    if (
      /^(?:all|both|each)$/.test(phrases[j]?.lemma ?? '') &&
      (phrases[j - 1]?.kind === 'np' || phrases[j - 1]?.lemma === ')')
    )
      j--;
    const p = phrases[j];
    if (!p) return { relation: 'main' };
    if (p.kind === 'np') return withSubject(headOf(j, v), v);
    if (p.kind === 'adj' && phrases[j - 1]?.kind === 'np') return withSubject(headOf(j - 1, v), v);
    // `a report released last year found`
    if (p.group?.form === 'participle' && phrases[j - 1]?.kind === 'np') return withSubject(headOf(j - 1, v), v);
    if (p.kind === 'wh' || p.kind === 'that') return relative(j);
    if (p.kind === 'conj') return coordinate(v);
    if (p.kind === 'mark') {
      const host = overInsertion({ phrases, words }, j);
      if (host !== undefined) return withSubject(headOf(host, v), v);
      if (p.lemma === ',' || p.lemma === ')' || p.lemma === '—' || p.lemma === '–') return coordinate(v);
    }
    return { relation: 'main' };
  }

  function coordinate(v: number): Omit<Clause, 'verb'> {
    const tense = phrases[v]?.group?.tense;
    // `said it was opposed and warned`: a verb of saying goes with the one above, not with what that one reports.
    const saying = TAKES_CLAUSE.has(phrases[v]?.lemma ?? '')
      ? clauseBefore(
          v,
          c =>
            TAKES_CLAUSE.has(phrases[c.verb]?.lemma ?? '') &&
            phrases[c.verb]?.group?.form === 'finite' &&
            phrases[c.verb]?.group?.tense === tense &&
            c.relation !== 'relative',
        )
      : undefined;
    if (saying !== undefined) return from(saying, 'coordinate');
    const same = clauseBefore(
      v,
      c =>
        phrases[c.verb]?.group?.form === 'finite' &&
        c.relation !== 'relative' &&
        phrases[c.verb]?.group?.tense === tense,
    );
    const any = same ?? clauseBefore(v, c => phrases[c.verb]?.group?.form === 'finite');
    return from(any, 'coordinate');
  }

  function withSubject(subject: number, v: number): Omit<Clause, 'verb'> {
    const opener = openerOf(subject);
    const kind = opener === undefined ? undefined : phrases[opener]?.kind;
    const governor = clauseBefore(subject);
    if (kind === 'that') return { relation: 'complement', subject, ...(governor !== undefined && { governor }) };
    if (kind === 'wh') return { relation: 'relative', subject };
    if (kind === 'sub' || (kind === 'prep' && opener !== undefined && CLAUSAL_PREPS.has(phrases[opener]?.lemma ?? '')))
      return { relation: 'adverbial', subject, ...(governor !== undefined && { governor }) };
    const host = governor === undefined ? undefined : clauses[governor];
    if (
      host !== undefined &&
      host.verb < v &&
      TAKES_CLAUSE.has(phrases[host.verb]?.lemma ?? '') &&
      !hasMark(host.verb, subject)
    )
      return { relation: 'complement', subject, ...(governor !== undefined && { governor }) };
    return { relation: 'main', subject };
  }

  function hasMark(a: number, b: number): boolean {
    for (let k = a + 1; k < b; k++) if (phrases[k]?.kind === 'mark' || phrases[k]?.kind === 'conj') return true;
    return false;
  }

  /** What stands right before a subject, over adverbs, times and conjunctions. */
  function openerOf(subject: number): number | undefined {
    let k = subject - 1;
    while (k >= 0 && (phrases[k]?.kind === 'adv' || phrases[k]?.kind === 'time')) k--;
    return k >= 0 ? k : undefined;
  }

  function relative(j: number): Omit<Clause, 'verb'> {
    let k = j - 1;
    if (phrases[k]?.kind === 'prep') k--;
    while (
      k >= 0 &&
      (phrases[k]?.lemma === ',' ||
        phrases[k]?.kind === 'adv' ||
        phrases[k]?.kind === 'time' ||
        phrases[k]?.lemma === ')' ||
        phrases[k]?.kind === 'conj')
    )
      k--;
    // `some of whom`, `the man, who`; a relative joined to another has the same antecedent.
    if (phrases[k]?.kind === 'np')
      return { relation: 'relative', subject: phrases[j]?.lemma === 'who' ? personBefore(k) : k };
    const before = clauseBefore(j);
    return from(before, phrases[j]?.kind === 'that' ? 'complement' : 'relative');
  }

  /** `who` speaks of the nearest phrase that could be a person: over `of` phrases, `the president of Colombia, who`. */
  function personBefore(k: number): number {
    let at = k;
    while (phrases[at - 1]?.lemma === 'of' && phrases[at - 2]?.kind === 'np' && phrases[at]?.lemma !== 'person')
      at -= 2;
    return at;
  }

  /** The head of the subject that ends at `j`: left over prepositions and reduced relatives. */
  function headOf(j: number, v: number): number {
    let k = j;
    for (;;) {
      const left = phrases[k - 1];
      const far = phrases[k - 2];
      if (left?.kind === 'prep' && far?.kind === 'np' && !(CLAUSAL_PREPS.has(left.lemma) && left.lemma !== 'than'))
        k -= 2;
      else if (
        left?.kind === 'prep' &&
        far?.kind === 'verb' &&
        (far.group?.form === 'participle' || far.group?.form === 'ing') &&
        phrases[k - 3]?.kind === 'np' &&
        (!ownedBefore(k - 3) || TAKES_CLAUSE.has(phrases[k - 4]?.lemma ?? ''))
      )
        k -= 3;
      else if (
        left?.kind === 'verb' &&
        (left.group?.form === 'ing' || left.group?.form === 'infinitive') &&
        far?.kind === 'np' &&
        !ownedBefore(k - 2) &&
        !ownsClause(left)
      )
        k -= 2;
      else if (
        left?.kind === 'conj' &&
        left.lemma !== 'but' &&
        far?.kind === 'np' &&
        !ownedBefore(k - 2) &&
        !verbBetweenLeft(k - 2)
      )
        k -= 2;
      else if (left?.lemma === ',' && far?.kind === 'np' && isList(k, j) && phrases[k - 3]?.kind !== 'prep') k -= 2;
      else break;
    }
    const over = overRelative(k, v);
    return over ?? k;
  }

  function ownsClause(verb: Phrase): boolean {
    return TAKES_CLAUSE.has(verb.lemma);
  }

  /** Whether the phrase at `k` is already the object of a verb right before it. */
  function ownedBefore(k: number): boolean {
    const left = phrases[k - 1];
    return (
      (left?.kind === 'verb' && !TAKES_CLAUSE.has(left.lemma)) ||
      (left?.kind === 'prep' && phrases[k - 2]?.kind === 'verb')
    );
  }

  /** Whether, going left within the clause, a finite verb comes before any mark or opener. */
  function verbBetweenLeft(k: number): boolean {
    for (let at = k - 1; at >= 0; at--) {
      const kind = phrases[at]?.kind;
      if (kind === 'mark' || kind === 'that' || kind === 'wh' || kind === 'sub' || kind === 'conj') return false;
      if (kind === 'verb' && phrases[at]?.group?.form === 'finite') return !TAKES_CLAUSE.has(phrases[at]?.lemma ?? '');
    }
    return false;
  }

  function isList(k: number, j: number): boolean {
    return k < j && phrases[j - 1]?.kind === 'conj';
  }

  /** `A man who saw the attack said`: the noun before the verb belongs to the relative clause, the subject stands before that. */
  function overRelative(k: number, v: number): number | undefined {
    const last = clauses.findLast(c => phrases[c.verb]?.group?.form === 'finite');
    if (last?.relation !== 'relative' || last.subject === undefined) return undefined;
    const f = phrases[last.verb];
    if (!f || last.verb >= k || TAKES_CLAUSE.has(f.lemma)) return undefined;
    for (let at = last.verb + 1; at < v; at++)
      if (phrases[at]?.kind === 'mark' || phrases[at]?.kind === 'that') return undefined;
    const deeper = clauses[clauses.length - 1] !== last;
    return deeper || last.object === k || ownedBefore(k) ? last.subject : undefined;
  }

  function ing(v: number): Omit<Clause, 'verb'> {
    let j = v - 1;
    while (j >= 0 && phrases[j]?.kind === 'adv') j--;
    const p = phrases[j];
    if (p?.kind === 'np' && !isObject(j)) return { relation: 'ing', subject: headOf(j, v) };
    if (p?.kind === 'np' && phrases[j - 1]?.kind === 'prep') return { relation: 'ing', subject: j };
    if (p?.kind === 'conj') return from(clauseBefore(v), 'ing');
    if (p?.kind === 'prep') {
      // `accused Trump of being complicit`: the object is the one.
      const c = clauseBefore(v);
      const above = c === undefined ? undefined : clauses[c];
      if (
        above?.object !== undefined &&
        (p.lemma === 'of' || p.lemma === 'from') &&
        OBJECT_ACTS.has(phrases[above.verb]?.lemma ?? '')
      )
        return { relation: 'ing', subject: above.object, ...(c !== undefined && { governor: c }) };
    }
    if (p?.kind === 'mark' || p?.kind === 'sub' || p?.kind === 'prep') {
      const main =
        clauseBefore(
          v,
          c =>
            phrases[c.verb]?.group?.form === 'finite' &&
            (p.kind === 'mark' ? c.relation === 'main' || c.relation === 'coordinate' : c.relation !== 'relative'),
        ) ?? clauseBefore(v);
      return from(main, 'ing');
    }
    return from(clauseBefore(v), 'ing');
  }

  function isObject(j: number): boolean {
    return (
      phrases[j - 1]?.kind === 'verb' &&
      phrases[j - 1]?.group?.form === 'finite' &&
      phrases[j - 1]?.lemma !== 'be' &&
      !/^(?:see|hear|show|find|keep|leave|catch|watch|have)$/.test(phrases[j - 1]?.lemma ?? '')
    );
  }

  function infinitive(v: number): Omit<Clause, 'verb'> {
    let j = v - 1;
    while (j >= 0 && (phrases[j]?.kind === 'adv' || phrases[j]?.kind === 'time')) j--;
    const p = phrases[j];
    const c = clauseBefore(v);
    const above = c === undefined ? undefined : clauses[c];
    if (
      p?.kind === 'np' &&
      above &&
      above.object !== undefined &&
      !CONTROL_BY_SUBJECT.has(phrases[above.verb]?.lemma ?? '') &&
      !phrases[above.verb]?.group?.passive
    ) {
      // `urged soldiers of the army to disobey`: the object; `a decision by Canada to recognise`: whoever the noun's `by` names.
      const by = byBefore(j) ?? above.object;
      return { relation: 'infinitive', subject: by, ...(c !== undefined && { governor: c }) };
    }
    if (p?.kind === 'np' && phrases[j - 1]?.lemma === 'for')
      return { relation: 'infinitive', subject: j, ...(c !== undefined && { governor: c }) };
    return from(c, 'infinitive');
  }

  /** Of a list that ends at `j`, its first member when `by` stands in front. */
  function byBefore(j: number): number | undefined {
    let k = j;
    while (phrases[k - 2]?.kind === 'np' && (phrases[k - 1]?.lemma === ',' || phrases[k - 1]?.kind === 'conj')) k -= 2;
    if (phrases[k - 1]?.kind === 'conj' && phrases[k - 2]?.lemma === ',' && phrases[k - 3]?.kind === 'np') {
      k -= 3;
      while (phrases[k - 2]?.kind === 'np' && phrases[k - 1]?.lemma === ',') k -= 2;
    }
    return phrases[k - 1]?.lemma === 'by' ? k : undefined;
  }

  function bare(v: number): Omit<Clause, 'verb'> {
    const p = phrases[v - 1];
    if (p?.kind === 'conj' || p?.lemma === ',') {
      const c = clauseBefore(
        v,
        clause =>
          phrases[clause.verb]?.group?.form === 'infinitive' ||
          phrases[clause.verb]?.group?.form === 'bare' ||
          phrases[clause.verb]?.group?.modal !== undefined,
      );
      if (c !== undefined) return from(c, 'infinitive');
    }
    if (p?.kind === 'np' && phrases[v - 2]?.kind === 'verb') {
      const c = clauseBefore(v);
      return { relation: 'infinitive', subject: v - 1, ...(c !== undefined && { governor: c }) };
    }
    return { relation: 'imperative' };
  }

  function participle(v: number): Omit<Clause, 'verb'> {
    let j = v - 1;
    while (j >= 0 && (phrases[j]?.kind === 'adv' || phrases[j]?.lemma === ',' || phrases[j]?.kind === 'time')) j--;
    if (phrases[j]?.kind === 'np')
      return {
        relation: 'participle',
        subject:
          phrases[j - 1]?.lemma === 'of' && phrases[j - 2]?.kind === 'np' && phrases[v - 1]?.lemma === ',' ? j - 2 : j,
      };
    if (phrases[j]?.kind === 'conj') return from(clauseBefore(v), 'participle');
    return { relation: 'participle' };
  }

  function objectOf(v: number): number | undefined {
    let k = v + 1;
    while (phrases[k]?.kind === 'adv') k++;
    const p = phrases[k];
    if (p?.kind === 'np') return k;
    if (
      p?.kind === 'prep' &&
      phrases[k + 1]?.kind === 'np' &&
      PHRASAL_VERBS.has(`${phrases[v]?.lemma ?? ''} ${p.lemma}`)
    )
      return k + 1;
    return undefined;
  }
}

/** Verbs whose particle belongs to them, with the object behind it: `laid off 300 workers`. */
const PHRASAL_VERBS: ReadonlySet<string> = new Set(
  'carry out,lay off,shoot down,gun down,blow up,call off,take over,turn down,set up,pick up,hand over,strike down,tear down,shut down,roll out,rule out,point out,break up,break off,put off,burn down,throw out,hold up,send out,give up,cut off,knock down,wipe out,round up,pull out,kick off,bring back,bring down,cut back,roll back,pay off,fight off,sell off,spin off,take off,let off,lay out,wall off,back up,build up,bring up,call up,clean up,close down,cover up,draw up,drive out,fend off,fill out,find out,fire off,give away,give back,hand in,hold back,keep up,kick out,lock up,make up,open up,pass up,phase out,play down,pull off,push back,put down,put out,put up,seal off,set off,shake up,single out,slow down,split up,step up,take back,take down,take on,take out,take up,track down,try out,turn over,use up,vote down,wind down,work out,write off'.split(
    ',',
  ),
);
