/** Irregular forms: base, past, past participle (once where they are alike), and nouns whose plural is no `-s`. Own list. */
const VERBS = `arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become|begin began begun|bend bent|bet bet|bid bid|bind bound|bite bit bitten|bleed bled|blow blew blown
break broke broken|breed bred|bring brought|broadcast broadcast|build built|burst burst|buy bought|cast cast|catch caught|choose chose chosen|cling clung|come came come|cost cost|creep crept|cut cut|deal dealt|dig dug
draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fling flung|fly flew flown|forbid forbade forbidden|forecast forecast|foresee foresaw foreseen
forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got gotten|give gave given|go went gone|grind ground|grow grew grown|hang hung|hear heard|hide hid hidden|hit hit|hold held|hurt hurt|keep kept
kneel knelt|know knew known|lay laid|lead led|leap leapt|leave left|lend lent|let let|lie lay lain|light lit|lose lost|make made|mean meant|meet met|mislead misled|mistake mistook mistaken|misunderstand misunderstood
oversee oversaw overseen|overtake overtook overtaken|overthrow overthrew overthrown|override overrode overridden|overcome overcame overcome|pay paid|plead pled|prove proved proven|put put|quit quit|read read|rebuild rebuilt|repay repaid|rid rid|ride rode ridden
ring rang rung|rise rose risen|run ran run|say said|see saw seen|seek sought|sell sold|send sent|set set|sew sewed sewn|shake shook shaken|shed shed|shine shone|shoot shot|show showed shown|shrink shrank shrunk|shut shut|sing sang sung
sink sank sunk|sit sat|slay slew slain|sleep slept|slide slid|speak spoke spoken|speed sped|spend spent|spin spun|split split|spread spread|spring sprang sprung|stand stood|steal stole stolen|stick stuck|sting stung|strike struck|string strung
strive strove striven|swear swore sworn|sweep swept|swell swelled swollen|swim swam swum|swing swung|take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|thrust thrust|undergo underwent undergone
undermine undermined|understand understood|undertake undertook undertaken|uphold upheld|upset upset|wake woke woken|wear wore worn|weave wove woven|weep wept|win won|wind wound|withdraw withdrew withdrawn|withhold withheld|withstand withstood|write wrote written|die died|tie tied`;

const NOUNS =
  'people:person persons:person men:man women:woman children:child wives:wife lives:life knives:knife leaves:leaf halves:half thieves:thief selves:self wolves:wolf shelves:shelf feet:foot teeth:tooth mice:mouse geese:goose media:media data:data criteria:criterion phenomena:phenomenon crises:crisis analyses:analysis bases:base theses:thesis hypotheses:hypothesis diagnoses:diagnosis servicemen:serviceman servicewomen:servicewoman policemen:policeman gunmen:gunman congressmen:congressman firemen:fireman fishermen:fisherman spokesmen:spokesman lawmen:lawman businessmen:businessman militiamen:militiaman kidnappees:kidnappee police:police news:news series:series species:species headquarters:headquarters aircraft:aircraft troops:troop means:means politics:politics economics:economics ethics:ethics odds:odds thanks:thanks sos:so buses:bus gases:gas';

interface IrregularVerb {
  readonly base: string;
  readonly past: boolean;
  readonly part: boolean;
}

export const IRREGULAR_VERBS: ReadonlyMap<string, IrregularVerb> = new Map(
  VERBS.split(/[|\n]/).flatMap(entry => {
    const [base = '', past = '', part = past] = entry.split(' ');
    const forms = new Map<string, IrregularVerb>();
    forms.set(past, { base, past: true, part: past === part });
    if (part !== past) forms.set(part, { base, past: false, part: true });
    return [...forms];
  }),
);

export const IRREGULAR_NOUNS: ReadonlyMap<string, string> = new Map(
  NOUNS.split(' ').map(entry => {
    const [plural = '', singular = ''] = entry.split(':');
    return [plural, singular] as const;
  }),
);
