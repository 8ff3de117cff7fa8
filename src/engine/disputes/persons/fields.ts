/**
 * What news tells of persons by a few words that exclude each other: how they are, whether they are held, charged or alive, how they left an
 * office. Each is a field; its values are patterns over a sentence's lower-case words, tried in order, so that `has not been
 * charged` is read before `charged`. An own list; a field that told nothing right on unlabelled stories was left out.
 */

/** A value of a field. */
interface FieldValue {
  readonly id: string;
  readonly pattern: RegExp;
  /** Whether the verb's object bears it when it stands in the active: `arrested a man`. */
  readonly ofObject?: boolean;
}

/** A question about a person with the answers that exclude each other. */
export interface Field {
  readonly id: string;
  /** The question, `…` for the person. */
  readonly title: string;
  /** In the order in which they are tried. */
  readonly values: readonly FieldValue[];
  /** How often a row of the field was right where it was read on unlabelled stories, 0..1. */
  readonly certainty: number;
  /** How surely it must be one person of whom two sources tell it, 0..1. */
  readonly sameness: number;
  /** Values that may be told of nobody by name: `no charges have been filed`. */
  readonly ofNobody: readonly string[];
  /** Pairs that do not go together, `a b`; what is not listed may both be true. */
  readonly opposed: readonly string[];
  /** From the first to the last; a later article that is further along tells an update. */
  readonly order: readonly string[];
  /** Words without which a sentence does not tell of it. */
  readonly only?: RegExp;
  /** Words that make a sentence tell of something else: demands, the past. */
  readonly unless?: RegExp;
}

/** Words of earlier events. */
const BACKGROUND =
  /\b(?:previous(?:ly)?|prior|in (?:19|20)\d\d|last (?:year|month)|years? (?:ago|earlier)|months? (?:ago|earlier)|in the past|record|history of)\b/;

export const FIELDS: readonly Field[] = [
  {
    id: 'condition',
    title: 'How badly … is hurt',
    certainty: 0.5,
    sameness: 0.6,
    ofNobody: [],
    values: [
      {
        id: 'minor',
        pattern:
          /\b(?:(?:minor|superficial|slight) (?:injur(?:y|ies)|wounds?)|treated and released|(?:good|fair|satisfactory) condition)\b/,
      },
      {
        id: 'survives',
        pattern:
          /(?:\bnon[- ]|\b(?:none|no|not)\b[^.;,]{0,45}|n't\b[^.;,]{0,45})life[- ]threatening\b|\b(?:expected|likely|going) to (?:survive|live|recover|be (?:ok|okay|fine))\b/,
      },
      {
        id: 'critical',
        pattern:
          /\b(?:critical(?:ly)?,? (?:but stable )?(?:condition|injur(?:y|ies|ed|ing)|wound(?:s|ed|ing)|hurt|ill)|in critical\b|life[- ]support|(?:fighting|clinging) (?:for|to) (?:his|her|their)? ?li(?:fe|ves)|life[- ]threatening|(?:grave|extremely critical) condition|remains? critical|(?:is|was) critical)\b/,
        ofObject: true,
      },
      {
        id: 'serious',
        pattern:
          /\b(?:(?:serious|severe|substantial|grievous)(?:,? but stable)? (?:condition|injur(?:y|ies)|wounds?)|(?:seriously|badly|severely|gravely) (?:injured|wounded|hurt|injuring|wounding)|injuries as (?:serious|severe|substantial))\b/,
        ofObject: true,
      },
      {
        id: 'stable',
        pattern: /\b(?:stable condition|(?:is|are|was|were|listed|listed as|remains?) (?:in )?stable|stabilized)\b/,
      },
      {
        id: 'dead',
        pattern:
          /\b(?:died|has died|was (?:shot and |stabbed and )?killed|were killed|pronounced dead|(?:is|was|are|were|found) dead|succumbed|fatally|shot dead|shot and killed|shot to death)\b/,
        ofObject: true,
      },
    ],
    opposed: [
      'minor critical',
      'minor serious',
      'minor dead',
      'survives critical',
      'survives dead',
      'critical serious',
      'critical stable',
      'critical dead',
      'serious stable',
      'serious dead',
      'stable dead',
    ],
    order: ['minor', 'survives', 'stable', 'serious', 'critical', 'dead'],
    unless: BACKGROUND,
  },
  {
    id: 'charge',
    title: 'Whether … is charged',
    certainty: 0.7,
    sameness: 0.5,
    ofNobody: ['not', 'open'],
    values: [
      {
        id: 'not',
        pattern:
          /\b(?:no (?:formal |criminal |other |further )*charges (?:have |had |has |were |would |will |are )?(?:yet )?(?:been |be )?(?:filed|brought|laid|announced|expected|pending)?|not (?:yet |been |be |being )*(?:formally )?charged|not (?:be )?facing (?:any )?(?:criminal )?charges|(?:hasn't|haven't|hadn't|wasn't|weren't|won't be) (?:yet |been )*(?:formally )?charged|(?:hasn't|haven't|have not|has not|had not) (?:yet )?(?:filed|brought|announced) (?:any )?(?:criminal )?charges|declined to (?:file|press|bring) (?:\w+ )?charges|without (?:being charged|charges?)|will not (?:be charged|face (?:\w+ )?charges))\b/,
      },
      {
        id: 'open',
        pattern:
          /\b(?:(?:charges?|indictment) (?:are |is |were |was |remain )?(?:still )?pending|(?:whether|if) (?:or not )?(?:to (?:file |bring |press |pursue )?(?:\w+ )?charge|(?:\w+ )?charges (?:will|would|should|could|may|might|are)|(?:\S+ ){1,4}(?:will|would|should|could) (?:be charged|face (?:\w+ )?charges))|charges (?:may|might|could|will likely|are expected|are likely|would)|(?:may|might|could|expected to|likely to|will|would|to) (?:be|also be|later be) (?:charged|indicted)|(?:may|might|could|expected to|likely to|will|would) (?:also )?face (?:\w+[ -]){0,4}charges?|(?:possible|potential) (?:\w+ )?charges|awaiting (?:formal )?charges|deciding whether to (?:charge|file|press|prosecute))\b/,
      },
      {
        id: 'charged',
        pattern:
          /\b(?:(?:was|were|been|is|are|being) (?:also |since |now |formally |officially |arrested and )*(?:charged|indicted|arraigned)|(?:was|were|arrested and|and) charged|charged (?:\S+ ){0,4}with (?!(?!kill|murder|shoot|steal|assault|imp|fail|con|driv|mak|ly|us|obstr|laund|brib|poss|traff|sell|neg|end)\w+ing\b)|(?:faces|facing|face) (?:[\w-]+ ){0,4}(?:charges?|counts?)|(?:indicted|arraigned) (?:on|for)|charges? (?:were|was|have been|has been) (?:filed|brought))\b/,
        ofObject: true,
      },
    ],
    opposed: ['not charged', 'open charged', 'not open'],
    order: ['not', 'open', 'charged'],
    unless: BACKGROUND,
  },
  {
    id: 'custody',
    title: 'Whether … is in custody',
    certainty: 0.45,
    sameness: 0.5,
    ofNobody: ['free'],
    values: [
      {
        id: 'free',
        pattern:
          /\b(?:at large|on the run|on the loose|not (?:yet )?(?:in custody|been (?:arrested|caught|captured|apprehended))|no (?:one|suspects?) (?:is|are|was|were|has been|have been|had been) (?:in custody|arrested|taken into custody|apprehended|captured)|no arrests|not made (?:any|an) arrests?|nobody (?:is|was|has been) (?:in custody|arrested)|still (?:being sought|searching for (?:the|a|two|three|suspects?)|looking for (?:the|a|two|three) (?:\w+ )?(?:suspects?|gunm[ae]n|shooters?|man|men|driver))|remains? (?:free|at large)|(?:hasn't|haven't) (?:been )?(?:arrested|caught|captured|apprehended|made (?:an|any) arrests?)|(?:not|n't) have (?:a|any) suspects? in custody)\b/,
      },
      {
        id: 'bailed',
        pattern:
          /\b(?:released (?:on (?:\$?[\d,]+ |his |her |a |own |\w+ )?(?:bail|bond|bonds|recognizance|promise)|after posting|without)|posted (?:bail|bond)|(?:out|freed) on (?:bail|bond))\b/,
      },
      {
        id: 'held',
        pattern:
          /\b(?:(?:is|are|was|were|remains?|being|been|currently) (?:held|jailed|detained|captured|apprehended|arrested)|(?:in|into) (?:police )?custody|under arrest|turned (?:him|her|them)sel(?:f|ves) in|arrested)\b/,
        ofObject: true,
      },
    ],
    opposed: ['free held', 'bailed held', 'free bailed'],
    order: ['free', 'held', 'bailed'],
    unless: BACKGROUND,
  },
  {
    id: 'fate',
    title: 'What became of …',
    certainty: 0.4,
    sameness: 0.5,
    ofNobody: ['open', 'body'],
    values: [
      {
        id: 'open',
        pattern:
          /\b(?:(?:unclear|unknown|uncertain|not (?:immediately |yet )?(?:clear|known)|(?:not|n't) (?:immediately )?(?:say|know|confirm)|no (?:word|details) on) [^.]{0,60}?\b(?:if|whether)\b[^.]{0,70}\b(?:killed|dead|alive|died|survived|escaped?)|(?:fate|whereabouts|status of (?:the )?(?:gunman|suspect|shooter|attacker|driver|pilot|hostages?)) (?:of [^.,]{3,40} )?(?:is|was|remains?|remained|were) (?:still )?(?:unclear|unknown|uncertain|not known))\b/,
      },
      { id: 'alive', pattern: /\b(?:survived|is alive|still alive|was alive|not (?:been )?(?:killed|dead))\b/ },
      {
        id: 'body',
        pattern:
          /\b(?:body (?:was |has been )?(?:found|located|recovered|discovered)|(?:found|recovered) (?:a|the|his|her) body)\b/,
      },
      {
        id: 'dead',
        pattern:
          /\b(?:(?:was|were|been) (?:shot and )?killed|pronounced dead|(?:is|was|are|found) dead|died|confirmed dead|shot dead|shot and killed)\b/,
        ofObject: true,
      },
    ],
    opposed: ['open alive', 'open dead', 'open body', 'alive dead'],
    order: ['open', 'alive', 'body', 'dead'],
    unless: BACKGROUND,
  },
  {
    id: 'departure',
    title: 'How … left',
    certainty: 0.5,
    sameness: 1,
    ofNobody: [],
    values: [
      { id: 'retired', pattern: /\b(?:retire|retires|retired|retiring|retirement)\b/ },
      { id: 'resigned', pattern: /\b(?:resign|resigns|resigned|resigning|resignation)\b/ },
      {
        id: 'fired',
        pattern:
          /\b(?:(?:was|were|been|being|is|got) (?:fired|ousted|dismissed|sacked|terminated|removed)|fired (?:him|her)|ousted|sacked|ouster)\b/,
        ofObject: true,
      },
    ],
    opposed: ['retired resigned', 'retired fired', 'resigned fired'],
    order: [],
    unless:
      /\b(?:call(?:s|ed|ing)? (?:for|on)|recommend\w*|propos\w+|consider\w*|plann(?:ed|ing)|claim(?:s|ed|ing)?|alleg\w+|demand(?:s|ed|ing)?|urg(?:e|ed|ing)|should|must|refus(?:e|es|ed|ing)|press(?:ure|ed|ing)|retired (?:general|officer|teacher|judge|police|gen|lt|col|navy|army)|benefits|wants? (?:him|her))\b/,
  },
  {
    id: 'crime',
    title: 'What … is charged with',
    certainty: 0.55,
    sameness: 0.9,
    ofNobody: [],
    values: [
      { id: 'attempted murder', pattern: /\battempt(?:ed)? (?:\S+ )?(?:murder|homicide)\b/ },
      {
        id: 'first-degree murder',
        pattern: /\b(?:first[- ]degree|capital|aggravated) murder|murder in the first degree\b/,
      },
      { id: 'second-degree murder', pattern: /\b(?:second[- ]degree|felony) murder|murder in the second degree\b/ },
      { id: 'manslaughter', pattern: /\b(?:manslaughter|(?:negligent|reckless) homicide)\b/ },
      { id: 'murder', pattern: /\bmurder\b/ },
    ],
    opposed: [
      'murder manslaughter',
      'first-degree murder second-degree murder',
      'first-degree murder manslaughter',
      'second-degree murder manslaughter',
    ],
    order: [],
    only: /\b(?:charged?|charges|counts?|indicted|pleaded|pleads|convicted|guilty)\b/,
    unless: BACKGROUND,
  },
];
