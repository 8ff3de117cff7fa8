/**
 * Event concepts of news at large: verbs, the nouns made from them and adjectives, under one name each.
 *
 * Own list, after reading news of politics, courts, business, accidents, disasters, attacks, sport and science. `<die` is a verb whose subject
 * undergoes the event; `step_down` a verb with its particle; `lose:life` a verb with the head of its object, which then is part of the words.
 */

const rows: readonly (readonly [concept: string, verbs: string, nouns: string, adjectives?: string])[] = [
  // life and limb
  [
    'kill',
    'kill slay murder assassinate massacre slaughter gun_down behead <die <perish <drown <succumb <lose:life claim:life take:life <be:dead leave:dead shoot:dead',
    'death killing murder fatality slaying assassination massacre manslaughter homicide toll dead deceased',
    'dead killed slain deceased',
  ],
  [
    'injure',
    'injure wound hurt maim <suffer:injury <sustain:injury <suffer:wound',
    'injury wound injured wounded',
    'injured wounded hurt',
  ],
  ['hospitalize', 'hospitalize hospitalise rush:hospital', 'hospitalization', 'hospitalized'],
  ['infect', 'infect <contract', 'infection', 'infected'],
  ['go-missing', '<disappear <vanish <go:missing', 'disappearance missing', 'missing'],
  ['shoot', 'shoot fire open:fire', 'shooting gunfire shootout gunshot'],
  ['stab', 'stab knife', 'stabbing'],
  ['bomb', 'bomb shell blow_up detonate <explode', 'bombing bomb explosion blast shelling'],
  ['shoot-down', 'shoot_down down', ''],
  [
    'attack',
    'attack strike raid ambush storm assault target hit raze invade launch:attack carry_out:attack launch:strike carry_out:strike',
    'attack strike airstrike raid assault ambush invasion incursion aggression',
  ],
  ['clash', 'clash fight battle skirmish', 'clash fight fighting battle skirmish combat'],
  ['kidnap', 'kidnap abduct hijack take:hostage', 'kidnapping abduction hijacking'],
  ['rape', 'rape molest', 'rape molestation'],
  ['rescue', 'rescue save pull_out pull evacuate', 'rescue evacuation'],
  ['displace', 'displace uproot <flee', 'displacement exodus'],
  [
    'destroy',
    'destroy demolish level ruin wreck burn_down gut torch flatten <burn <collapse',
    'destruction demolition collapse',
  ],
  ['damage', 'damage vandalize deface', 'damage'],
  ['crash', '<crash <collide <derail <sink <capsize ram slam', 'crash collision derailment accident wreck'],
  ['shake', 'shake rattle jolt rock', 'earthquake quake tremor aftershock'],
  // law and order
  [
    'arrest',
    'arrest detain apprehend nab capture round_up take:custody make:arrest <be:custody',
    'arrest detention custody capture apprehension',
    'arrested detained',
  ],
  ['charge', 'charge indict arraign prosecute', 'indictment charge prosecution arraignment'],
  ['convict', 'convict find:guilty', 'conviction', 'convicted'],
  ['acquit', 'acquit exonerate', 'acquittal exoneration'],
  ['sentence', 'sentence jail imprison', 'sentence sentencing imprisonment'],
  ['release', 'release free parole pardon', 'release pardon parole'],
  ['escape', 'escape break_out', 'escape jailbreak'],
  ['extradite', 'extradite deport expel', 'extradition deportation expulsion'],
  ['sue', 'sue file:lawsuit file:suit bring:lawsuit', 'lawsuit suit litigation'],
  ['appeal', 'appeal file:appeal', 'appeal'],
  ['rule', 'rule uphold overturn', 'ruling verdict judgment'],
  ['plead', 'plead', 'plea'],
  ['testify', 'testify', 'testimony'],
  ['search', 'search comb scour', 'search manhunt'],
  [
    'investigate',
    'investigate probe examine look_into open:investigation launch:investigation open:inquiry launch:inquiry',
    'investigation probe inquiry',
  ],
  ['steal', 'steal rob loot burglarize embezzle', 'theft robbery burglary heist looting'],
  ['fine', 'fine penalize penalise impose:fine impose:penalty', 'fine penalty'],
  ['sanction', 'sanction impose:sanction blacklist', 'sanction'],
  // government
  [
    'revoke',
    'revoke cancel rescind withdraw annul void strip yank scrap pull call_off terminate repeal abolish',
    'revocation cancellation annulment withdrawal termination repeal abolition',
  ],
  ['ban', 'ban prohibit bar outlaw block forbid impose:ban', 'ban prohibition embargo'],
  ['suspend', 'suspend halt pause freeze stop_down put:hold', 'suspension halt moratorium freeze'],
  ['resume', 'resume restore reinstate lift', 'resumption restoration reinstatement'],
  ['decertify', 'decertify', 'decertification'],
  ['certify', 'certify', 'certification'],
  ['sign', 'sign ink ratify', 'signing signature ratification'],
  ['veto', 'veto', 'veto'],
  ['pass', 'pass enact', 'passage enactment'],
  ['approve', 'approve authorize authorise green-light endorse okay grant', 'approval authorization endorsement'],
  ['reject', 'reject turn_down rebuff spurn refuse deny throw_out strike_down dismiss', 'rejection refusal dismissal'],
  ['vote', 'vote cast:vote', 'vote voting ballot referendum'],
  ['elect', 'elect reelect', 'election reelection'],
  ['appoint', 'appoint nominate inaugurate swear_in', 'appointment nomination inauguration'],
  [
    'resign',
    'resign step_down quit retire step_aside hand_in:resignation submit:resignation',
    'resignation retirement departure',
  ],
  [
    'fire',
    'oust sack dismiss remove depose topple overthrow unseat impeach',
    'ouster dismissal removal impeachment overthrow firing',
  ],
  ['recognize', 'recognize recognise', 'recognition'],
  ['break-ties', 'sever break_off break:relation break:tie cut:tie sever:tie', 'rupture'],
  ['deploy', 'deploy dispatch mobilize mobilise send:troop', 'deployment mobilization'],
  ['withdraw', 'withdraw_from pull_out_from retreat pull_back', 'pullout retreat'],
  ['impose', 'impose levy slap', 'imposition'],
  ['negotiate', 'negotiate', 'negotiation talks'],
  ['agree', 'agree reach:agreement reach:deal strike:deal', 'agreement deal accord pact truce ceasefire'],
  ['violate', 'violate breach break:law flout', 'violation breach'],
  // words as deeds
  ['announce', 'announce unveil declare proclaim', 'announcement declaration'],
  ['plan', 'plan prepare intend gear_up', 'plan preparation intention'],
  ['consider', 'consider weigh mull contemplate', 'consideration'],
  ['decide', 'decide choose', 'decision'],
  ['offer', 'offer propose', 'offer proposal'],
  ['promise', 'promise pledge vow swear commit', 'promise pledge vow commitment'],
  ['threaten', 'threaten', 'threat'],
  ['demand', 'demand call_for urge request press seek ask order', 'demand request call order plea'],
  ['accuse', 'accuse blame fault', 'accusation allegation'],
  ['deny', 'dispute refute', 'denial'],
  [
    'condemn',
    'condemn denounce criticize criticise decry slam blast deplore rebuke',
    'condemnation criticism denunciation',
  ],
  ['praise', 'praise laud applaud hail commend', 'praise'],
  ['support', 'support back', 'support backing'],
  ['oppose', 'oppose', 'opposition'],
  [
    'comment',
    'comment respond reply answer react return:call return:message return:email return:request',
    'comment response reply reaction',
  ],
  ['apologize', 'apologize apologise', 'apology'],
  ['warn', 'warn', 'warning'],
  ['confirm', 'confirm verify', 'confirmation'],
  ['claim-responsibility', 'claim:responsibility', ''],
  [
    'say',
    'say tell state add explain note mention write tweet post remark insist argue maintain assert',
    'statement remark speech',
  ],
  ['protest', 'protest demonstrate rally march', 'protest demonstration rally march riot'],
  ['address', 'address speak give:speech deliver:speech', 'address speech'],
  // coming and going
  ['visit', 'visit tour', 'visit tour trip'],
  ['meet', 'meet', 'meeting summit talks'],
  ['travel', 'travel fly drive head', 'journey flight'],
  ['return', 'return', 'return'],
  ['arrive', 'arrive land', 'arrival landing'],
  ['leave', 'depart', 'departure'],
  ['attend', 'attend', 'attendance'],
  // money and work
  ['buy', 'buy acquire purchase take_over', 'acquisition purchase takeover buyout'],
  ['sell', 'sell', 'sale'],
  ['merge', '<merge', 'merger'],
  ['hire', 'hire recruit', 'hiring'],
  ['lay-off', 'lay_off cut:job', 'layoff'],
  ['close', 'close shut shut_down', 'closure shutdown'],
  ['open', '<open <reopen', 'opening reopening'],
  ['launch', 'launch roll_out', 'launch'],
  ['invest', 'invest', 'investment'],
  ['pay', 'pay', 'payment'],
  ['cost', 'cost', 'cost'],
  ['spend', 'spend', 'spending'],
  ['raise', 'raise increase boost hike', 'hike'],
  [
    'rise',
    '<rise <increase <climb <jump <soar <surge <grow <spike <gain',
    'rise increase surge growth jump gain spike',
  ],
  [
    'fall',
    '<fall <drop <decline <decrease <plunge <tumble <slip <sink_down <shrink',
    'fall drop decline decrease plunge slump',
  ],
  ['cut', 'cut reduce slash lower', 'cut reduction'],
  ['recall', 'recall', ''],
  ['go-bankrupt', '<file:bankruptcy', 'bankruptcy'],
  ['ship', 'export import ship', 'export import shipment'],
  // sport and contests
  ['win', 'win defeat beat clinch', 'win victory'],
  ['lose', 'lose', 'loss defeat'],
  ['score', 'score', 'goal'],
  ['play', 'play', ''],
  ['sign-player', 'trade', ''],
  // nature and science
  ['discover', 'discover find detect', 'discovery detection'],
  ['flood', 'flood inundate', 'flood flooding'],
  ['erupt', '<erupt', 'eruption'],
  ['hit-land', '<make:landfall batter lash', 'landfall'],
  ['burn', '<burn', 'wildfire blaze fire'],
  ['test', 'test', 'test'],
  ['publish', 'publish release issue', 'publication'],
  ['begin', '<begin <start commence', 'start beginning onset'],
  ['end', '<end finish conclude', 'end'],
  ['delay', 'delay postpone put_off', 'delay postponement'],
  ['hold', 'hold stage host', ''],
  ['marry', 'marry wed', 'wedding marriage'],
  ['born', '<bear', 'birth'],
];

export interface VerbConcept {
  readonly concept: string;
  /** Whether the object is part of the words that name it: `impose a ban`. */
  readonly withObject: boolean;
  /** Whether the subject of the active verb undergoes the event. */
  readonly undergone: boolean;
}

const verbs = new Map<string, VerbConcept>();
const nouns = new Map<string, string>();
const adjectives = new Map<string, string>();
for (const [concept, verbList, nounList, adjectiveList] of rows) {
  for (const entry of verbList.split(' ')) {
    const undergone = entry.startsWith('<');
    const verb = undergone ? entry.slice(1) : entry;
    if (!verbs.has(verb)) verbs.set(verb, { concept, undergone, withObject: verb.includes(':') });
  }
  for (const noun of nounList.split(' ')) if (noun !== '' && !nouns.has(noun)) nouns.set(noun, concept);
  for (const adjective of (adjectiveList ?? '').split(' ')) if (adjective !== '') adjectives.set(adjective, concept);
}

/** Concept of a verb, with its particle and the head of its object where these make it another: the most telling entry wins. */
export function verbConcept(
  lemma: string,
  particle: string | undefined,
  object: string | undefined,
): VerbConcept | undefined {
  const full = particle === undefined ? lemma : `${lemma}_${particle}`;
  return (
    (object === undefined ? undefined : (verbs.get(`${full}:${object}`) ?? verbs.get(`${lemma}:${object}`))) ??
    (particle === undefined ? undefined : verbs.get(full)) ??
    verbs.get(lemma)
  );
}

/** Verbs that mean another thing when somebody is their object: `fire a manager`. */
const OF_PERSONS: ReadonlyMap<string, string> = new Map([
  ['fire', 'fire'],
  ['dismiss', 'fire'],
  ['remove', 'fire'],
  ['clear', 'acquit'],
  ['free', 'release'],
  ['name', 'appoint'],
  ['pick', 'appoint'],
  ['tap', 'appoint'],
  ['install', 'appoint'],
  ['hold', 'arrest'],
  ['strip', 'revoke'],
  ['beat', 'win'],
]);

/** What a verb means when it is done to a person: `free` is `release`; undefined where that makes no difference. */
export function personConcept(lemma: string): string | undefined {
  return OF_PERSONS.get(lemma);
}

/** Nouns whose possessor undergoes what they name: `the gunman's death`. */
export const OWNER_UNDERGOES: ReadonlySet<string> = new Set(
  'death killing murder slaying assassination injury wound disappearance arrest detention conviction sentence release extradition deportation expulsion ouster dismissal removal impeachment appointment nomination election kidnapping abduction rescue collapse rise fall increase decline arraignment indictment acquittal birth hospitalization'.split(
    ' ',
  ),
);

/** Concept of a noun that names an event: `revocation`, `death`. */
export function nounConcept(lemma: string): string | undefined {
  return nouns.get(lemma);
}

/** Concept of an adjective that tells the outcome of one: `dead`. */
export function adjectiveConcept(lower: string): string | undefined {
  return adjectives.get(lower);
}

/** Nouns of events too faint by themselves to be an event wherever they stand. */
export const FAINT_NOUNS: ReadonlySet<string> = new Set(
  'charge call order request plan test cost end start sale fire goal fight battle statement remark speech support opposition decision address talks vote wound hit cut gain loss win return flight trip meeting comment response reply reaction offer proposal threat warning criticism praise deal agreement opening spending payment investment birth marriage election'.split(
    ' ',
  ),
);
