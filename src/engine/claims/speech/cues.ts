/**
 * The words that report: verbs, nouns and adjectives with the forms they take and the kind of report they make.
 *
 * Frames say what may hold the content: `that` a clause with or without `that`, `to` an infinitive, `np` a noun phrase (with what hangs
 * on it), `quote` a quotation alone, and prepositions by name. Own lists, made from news reading; an example stands at each class.
 */
import { wordSet } from '../../text/words.ts';

/**
 * What kind of report it is: speech (`said`), refusal or denial (`denied`), a judgement of something named (`condemned`), a demand
 * (`urged`), an attitude (`hopes`), or evidence that shows (`the report found`).
 */
export type CueClass = 'speech' | 'denial' | 'judgement' | 'demand' | 'attitude' | 'evidence';

export interface Cue {
  readonly lemma: string;
  readonly class: CueClass;
  readonly takes: ReadonlySet<string>;
}

const rows: readonly (readonly [CueClass, string, string])[] = [
  // She said (that) it was over. “It is over,” she said.
  [
    'speech',
    'that quote',
    'say add reply respond continue conclude quip joke explain comment remark reiterate observe recall muse opine concede contend counter caution interject elaborate clarify gush stress underline underscore retort confide repeat exclaim post testify disclose reveal volunteer',
  ],
  [
    'speech',
    'that quote np',
    'state declare claim announce note mention acknowledge admit confirm allege assert argue affirm predict forecast propose recommend pledge confess boast complain mention relate report write tweet retweet cite reference chant recount emphasize emphasise highlight proclaim reassert propound express echo voice outline describe',
  ],
  ['speech', 'that quote to np', 'promise vow threaten swear guarantee offer'],
  ['speech', 'that quote addressed', 'tell inform remind assure warn notify brief advise'],
  [
    'speech',
    'quote',
    'shout yell cry whisper scream laugh begin go chime sigh snap mutter fire ask demand wonder agree sing read brag restate insist maintain',
  ],
  ['speech', 'prep:of', 'speak talk tell'],
  ['speech', 'prep:to prep:at', 'point allude refer hint testify'],
  ['speech', 'that', 'maintain brag restate hint signal insist imply suggest shout yell cry scream joke'],
  ['speech', 'np', 'identify unveil disclose outline retweet reveal'],
  [
    'speech',
    'np',
    'describe label call dub brand term characterize characterise portray rate deem depict refer discuss detail cite quote issue',
  ],
  ['speech', 'quote np', 'suggest insist'],
  // He denied taking part. They refused to sign.
  ['denial', 'that np ing quote', 'deny dispute refute contradict reject rebut rebuff disavow disown'],
  ['denial', 'to', 'refuse decline'],
  ['denial', 'np', 'refuse decline dismiss contest challenge'],
  // The union condemned the law as a step back.
  [
    'judgement',
    'np',
    'condemn criticize criticise denounce decry deplore slam blast lambast lambaste bash assail rip ridicule mock praise laud hail applaud commend salute celebrate welcome endorse back support oppose favor favour champion blame fault accuse grill defend justify rebuke chide scold castigate berate question doubt admire embrace tout compliment downplay promote slap chastise pan trash thank congratulate credit liken compare disagree understate overstate exaggerate downplay lament bemoan protest resent tolerate appreciate regret vilify deride belittle repudiate disparage discredit excoriate charge indict sue approve propound promote highlight attribute credit honor honour mourn echo fear protest pooh insult',
  ],
  ['judgement', 'that', 'criticize criticise praise blame lament complain protest marvel'],
  // The minister called for a ban; she urged him to resign.
  [
    'demand',
    'nponly to',
    'urge ask order command instruct exhort encourage implore beg advise press direct request authorize authorise tell warn persuade convince',
  ],
  ['demand', 'np that quote to', 'demand request propose recommend require suggest advocate order'],
  ['demand', 'prep:for', 'call push appeal plead advocate argue press campaign'],
  ['demand', 'prep:on', 'call insist'],
  ['demand', 'np', 'urge exhort'],
  ['demand', 'to', 'ask demand offer agree'],
  // He hopes to return. They feared that more would come.
  ['attitude', 'that to', 'hope expect intend plan decide choose resolve agree prefer wish pretend'],
  [
    'attitude',
    'that np',
    'believe think feel fear know doubt suspect understand realize realise conclude imagine consider see view regard trust recognize recognise guess reckon presume figure judge anticipate forget remember worry dream speculate bet envision estimate accept',
  ],
  ['attitude', 'to np', 'want hope like hate love prefer seek consider plan fear'],
  ['attitude', 'to', 'wish aim hope desire long vow'],
  ['attitude', 'prep:for', 'hope wish long'],
  ['attitude', 'prep:about', 'worry complain think wonder talk speak lie ask'],
  ['attitude', 'prep:against', 'decide'],
  ['attitude', 'prep:with', 'agree disagree'],
  ['attitude', 'prep:in', 'believe'],
  ['attitude', 'prep:of', 'complain think dream approve disapprove'],
  ['attitude', 'prep:against', 'argue warn caution speak'],
  ['attitude', 'prep:as', 'regard'],
  ['attitude', 'that', 'assume suppose'],
  ['attitude', 'nponly to', 'expect want believe consider allow'],
  [
    'attitude',
    'wh',
    'wonder ask question know explain understand decide say see tell reveal describe discuss debate realize realise',
  ],
  ['attitude', 'np', 'know examine eye seek debate weigh mull contemplate accept dislike envision foresee project'],
  // The poll shows that fewer agree.
  [
    'evidence',
    'that np',
    'show find indicate suggest demonstrate prove conclude reveal determine discover learn project forecast rule',
  ],
  ['evidence', 'that', 'mean'],
];

/** Verb cues by lemma; a lemma that stands in several rows has all their forms and the class of its first. */
export const VERB_CUES: ReadonlyMap<string, Cue> = byLemma();

function byLemma(): ReadonlyMap<string, Cue> {
  const cues = new Map<string, { lemma: string; class: CueClass; takes: Set<string> }>();
  for (const [kind, takes, lemmas] of rows)
    for (const lemma of lemmas.split(' ')) {
      const cue = cues.get(lemma) ?? { lemma, class: kind, takes: new Set<string>() };
      for (const form of takes.split(' ')) cue.takes.add(form);
      cues.set(lemma, cue);
    }
  return cues;
}

/** Nouns of speech and thought: `X's claim that`, `his call for`, `fears of`. */
export const NOUN_CUES: ReadonlySet<string> = wordSet(`
  claim statement belief opinion view argument allegation accusation assertion contention suggestion announcement
  promise pledge vow warning call demand request plea appeal proposal criticism denial confession admission
  complaint hope fear concern worry suspicion doubt idea notion conviction insistence prediction estimate conclusion
  finding threat comment remark declaration assurance suspicion endorsement condemnation praise expectation desire
  opposition support assessment charge decision plan acknowledgment acknowledgement emphasis eagerness willingness
  reluctance determination intention refusal attempt agreement objection resistance skepticism frustration anger
  confidence recommendation acceptance perception outrage emphasis doubts misgiving objection preference advice
  proposal pitch bid motion lawsuit wish instruction guidance reminder suggestion diagnosis verdict ruling message
  tweet email article case point narrative reality acknowledgement backing push
`);
/** `She is confident that`, `he was worried about`. */
export const ADJECTIVE_CUES: ReadonlySet<string> = wordSet(`
  confident sure certain aware afraid worried concerned convinced hopeful optimistic pessimistic skeptical sceptical
  doubtful proud glad happy sorry adamant surprised disappointed pleased eager willing unwilling determined critical
  supportive wary dismissive angry unhappy grateful mindful unsure excited thrilled delighted frustrated outraged
  annoyed upset unsettled stunned embarrassed impressed puzzled struck fascinated shocked saddened heartened
  encouraged alarmed troubled dismayed satisfied opposed committed slow quick reluctant ready keen
`);
/** Verbs that hand an utterance over as a thing: `issued a warning that`, `made the claim that`. */
export const LIGHT_VERBS: ReadonlySet<string> = wordSet(`
  make sound unveil propose embrace accept press file signal issue have express give hold voice offer raise share
  repeat deliver release publish announce reject dismiss reiterate deny present file post come send receive
`);
/** Heads of noun phrases that can speak or think without being names. */
export const SPEAKING_NOUNS: ReadonlySet<string> = wordSet(`
  person man woman official police officer authority spokesman spokeswoman spokesperson minister ministry president
  senator governor mayor lawmaker congressman congresswoman representative leader chief director head chairman
  chairwoman chair ceo executive manager analyst expert economist scientist researcher scholar professor teacher
  doctor lawyer attorney prosecutor judge court justice jury government administration department agency office
  bureau committee commission council board panel company firm bank union party campaign group organization
  organisation association team club coalition alliance movement force army military militant rebel soldier general
  commander colonel captain sheriff detective investigator agent witness resident neighbor neighbour voter critic
  supporter opponent activist protester demonstrator advocate republican democrat conservative liberal candidate
  nominee rival aide adviser advisor staff staffer insider ally source friend relative family father mother brother
  sister wife husband son daughter parent child student worker employee employer owner customer user reader viewer
  fan player coach author writer reporter journalist editor columnist blogger newspaper magazine paper outlet
  network media press report study poll survey statement document filing lawsuit complaint indictment memo letter
  email tweet post website site article book editorial headline data figure survey finding record video footage
  investor trader market country nation state city community public public university school college hospital church
  pope bishop priest pastor imam senate house congress parliament legislature diplomat ambassador envoy secretary
  member delegate veteran victim survivor suspect defendant plaintiff contender proponent legislator taxpayer
  homeowner passenger historian philosopher psychologist biologist physicist chemist meteorologist ecologist
  engineer architect designer trainer captain teammate opponent challenger incumbent faction tribe clan bloc
  minority majority percent half number dozen hundred thousand million opposition panel some many most few other
  others everyone everybody someone one nobody most pundit observer commentator host moderator anchor speaker
  planner regulator watchdog lobbyist donor farmer pilot driver sheriff trooper firefighter nurse paramedic star
  actor actress singer artist director producer musician celebrity model organizer founder ex-president premier
  prime counterpart kremlin tehran
`);
/** What the article says without taking it on: sources without a face, and outlets' own words. */
export const UNNAMED: ReadonlySet<string> = wordSet(`
  official source report authority witness resident media analyst expert observer critic insider person some many
  other others
`);
