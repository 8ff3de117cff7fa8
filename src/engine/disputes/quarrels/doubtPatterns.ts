/**
 * Words by which a sentence takes something back or leaves it open, and where what it doubts stands. An own list, made from reading news.
 */

/**
 * How something is doubted: a party denies it; says that it has nothing to do with the matter; that nothing shows it; does not believe it;
 * calls it false; takes back what it said; insists on its own account; says that it is not so, or the article does; nobody knows; nobody
 * confirmed it; it is too early to say so.
 */
export type Doubt =
  | 'denied'
  | 'unrelated'
  | 'baseless'
  | 'disbelieved'
  | 'false'
  | 'reversed'
  | 'insisted'
  | 'negated'
  | 'told'
  | 'unknown'
  | 'unconfirmed'
  | 'unfinished';

/** Words that doubt, and where what they doubt stands. */
interface DoubtPattern {
  readonly doubt: Doubt;
  readonly cue: RegExp;
  /** On which side of the cue the scope lies. */
  readonly scope: 'after' | 'before' | 'all';
}

/** What follows where something said or done is denied, and not a thing refused (`denied entry`). */
const CLAIMED =
  '(?:that|claims?|allegations?|accusations?|charges?|reports?|suggestions?|assertions?|notion|idea|arguments?|criticisms?|rumou?rs|speculation|wrongdoing|involvement|knowledge|responsibility|having|being|knowing|taking|making|trying|ever)\\b';
/** What may stand between the verb and the claim. */
const LEADING =
  '(?:to (?:the )?(?:[\\w’.-]+ ){1,5}(?=that\\b))?(?:(?:any|all|an?|the|these|those|such|his|her|its|their|earlier|media|news|at least|parts of|some|as \\w+) )*';

/** What somebody else has said, by name. */
const ACCOUNT =
  '(?:claims?|reports?|allegations?|accusations?|accounts?|explanations?|versions?|criticisms?|charges?|suggestions?|notion|idea|story|arguments?|findings?)\\b';

/** All patterns; they are looked for in this order, and a sentence may match several. */
export const DOUBT_PATTERNS: readonly DoubtPattern[] = [
  // The ministry denied that …; he rejected the notion that …
  {
    doubt: 'denied',
    cue: new RegExp(
      `\\b(?:den(?:ied|ies|y|ying)|disput(?:ed|ing)|refut(?:ed|es|ing)|reject(?:ed|s|ing)?|dismiss(?:ed|es|ing)) ${LEADING}(?:(?:claims?|reports?|allegations?|accusations?|suggestions?|assertions?|notion|idea|speculation) (?=that\\b)|(?=${CLAIMED}))`,
      'gi',
    ),
    scope: 'after',
  },
  // …, a charge the company denies.
  {
    doubt: 'denied',
    cue: /\b(?:which|that|(?:a|an) (?:charge|claim|accusation|allegation|assertion|report)(?: that)?) (?:[\w’'.-]+ ){1,6}(?:denies|denied|deny|rejects|rejected|disputes|disputed)(?= *(?:[.,;”"]|$))/gi,
    scope: 'before',
  },
  {
    doubt: 'unrelated',
    cue: /\b(?:had|has|have|having) nothing to do with\b|\b(?:not|n[’']t) (?:related|connected|linked|tied) to\b|\bno (?:known |apparent |credible |direct )?(?:connection|link|relation)s? (?:to|with|between)\b|\bunrelated to\b|\bnot (?:made )?(?:in|an?|as an?)(?: direct)? response to\b|\bindependent of\b/gi,
    scope: 'after',
  },
  {
    doubt: 'baseless',
    cue: /\bno (?:known |apparent |credible |direct |solid |hard )?(?:evidence|proof|indication|sign|truth|basis|reason to believe)s?\b(?! of (?:when|why|how|what)\b)/gi,
    scope: 'after',
  },
  {
    doubt: 'disbelieved',
    cue: /\b(?:does|did)(?: not|n[’']t) (?:believe|think)\b(?! in\b)|\bcasts? doubt on\b|\b(?:took|takes|taking) issue with\b|\bpush(?:ed|es|ing) back (?:\w+ )?(?:against|on)\b/gi,
    scope: 'after',
  },
  {
    doubt: 'unknown',
    cue: /\b(?:unclear|unknown|(?:not|n[’']t)\b[^.;]{0,40}? (?:know|known|clear|say|sure|confirm|deny|determined?|disclose|reveal|specify|tell|certain)|still (?:determining|trying to determine)|no (?:details|word) (?:on|about)|yet to \w+) (?=(?:whether|if)\b(?!.*\b(?:will|would)\b))/gi,
    scope: 'after',
  },
  {
    doubt: 'unknown',
    cue: /\b(?:fate|status|condition|whereabouts)\b[^.;]{0,40}? (?:unclear|unknown)\b/gi,
    scope: 'all',
  },
  {
    doubt: 'unconfirmed',
    cue: /\bif (?:true|confirmed)\b|\b(?:could|can|have|has)(?: ?not|n[’']t) (?:been |be )?(?:independently )?(?:confirm|verif)(?:y|ied|ed)?\b|\bunconfirmed\b/gi,
    scope: 'all',
  },
  { doubt: 'unconfirmed', cue: /\bsupposed(?:ly| (?!to\b))/gi, scope: 'after' },
  // She rebutted the police's account; they questioned whether …; he is sceptical of …
  {
    doubt: 'denied',
    cue: new RegExp(
      `\\b(?:rebut(?:s|ted)?|contest(?:s|ed|ing)|contradict(?:s|ed|ing)?|reject(?:s|ed)|dismiss(?:es|ed)|disput(?:es|ed|ing)|refut(?:es|ed|ing)) (?=(?:\\S+ ){0,5}${ACCOUNT})`,
      'gi',
    ),
    scope: 'after',
  },
  {
    doubt: 'disbelieved',
    cue: /\bquestion(?:ed|s|ing)? (?=(?:whether|why|if|how|the)\b)|\bs[kc]eptic(?:al|ism)\b|\bdoubt(?:s|ed|ful)?\b(?= (?:that|whether|about|on|if|the)\b)|\bdisagree(?:s|d)? (?:that|with|on|about|over)\b/gi,
    scope: 'after',
  },
  // They called the report misleading.
  {
    doubt: 'false',
    cue: /\b(?:(?:call|describ|dismiss|denounc)\w*\b[^.;,]{0,50}|(?:is|are|was|were|be) (?:\w+ )?)[“"]?\b(?:misleading|untrue|false|inaccurate|baseless|unfounded|incorrect)\b|\bmiscommunication\b|\bmischaracteri[sz]\w*/gi,
    scope: 'all',
  },
  // It is hard to tell whether …; they have not said whether …
  {
    doubt: 'unknown',
    cue: /\b(?:not|n[’']t|unclear|unknown|uncertain\w*|hard to (?:tell|say)|seek\w* to determine|trying to determine|question of|investigat\w*)\b[^.;]{0,60}?\b(?=(?:whether|if)\b(?!.*\b(?:will|would)\b))/gi,
    scope: 'after',
  },
  {
    doubt: 'baseless',
    cue: /\bno (?:\w+ )?(?:reports? of|signs? of)\b|\black of (?:\w+ )?(?:evidence|proof|video|footage|data)\b/gi,
    scope: 'after',
  },
  {
    doubt: 'reversed',
    cue: /\b(?:backtrack\w*|back(?:ed|ing|s)? (?:away|off)(?= (?:from|on))|reversal|walked back)\b/gi,
    scope: 'after',
  },
  {
    doubt: 'insisted',
    cue: /\binsist(?:s|ed|ing)?\b(?: that)?|\bmaintain(?:s|ed)\b(?: that)?|\bcontend(?:s|ed)?\b(?: that)?/gi,
    scope: 'after',
  },
  { doubt: 'unfinished', cue: /\b(?:is|are|was|were) (?:still )?premature\b/gi, scope: 'before' },
];

/** Verbs of a report: what they govern is denied where the report is one of denial. */
export const DENIES = /\b(?:den(?:y|ied|ies|ying)|disput\w+|refut\w+|contradict\w*|reject\w*|rebut\w*|disavow\w*)\b/gi;

/** A clause rather than a thing: `(denied) the army staged a coup`, not `(denied) visa requests`. */
export const CLAUSE =
  /^(?:that\b|\S+ (?:\S+ ){0,6}(?:is|are|was|were|has|had|have|did|does|will|would|could|can|\w+ed|shot|fired|knew|took|made|gave)\b)/i;

/** A denial that does not say of what: `denied the charges`. */
export const BARE =
  /^(?:the |any |all |these |those )*(?:charges?|allegations?|claims?|accusations?|wrongdoing|reports?|rumou?rs) *(?:[.,;”"]|$|and\b|but\b|until\b|when\b|as\b|on\b|after\b|during\b)/i;

/** Words that announce a quarrel. */
export const QUARREL =
  /\b(?:but|however|despite|although|though|contrary|insist\w*|disput\w*|den(?:y|ies|ied|ying|ial)|reject\w*|dismiss\w*|critics?|opponents?|supporters?|skeptics?|accus\w*|alleg\w*|claim(?:s|ed|ing)?|argu\w+|contend\w*|assert\w*|counter(?:s|ed)?|controvers\w*|challeng\w*)\b/i;
