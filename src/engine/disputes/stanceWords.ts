/**
 * Words that take a side: for and against, well and badly done, and those that announce a quarrel. An own list, made from reading news; by
 * lemma-like stems (see `stem`), so that one entry stands for `reject`, `rejected` and `rejecting`.
 */
import { stem } from '../matches/stem.ts';

const stems = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/).map(stem));

/** What speaks for a thing: it helps, it is right, somebody backs it. */
export const FOR: ReadonlySet<string> = stems(`
  accurate achieve advance agree allow applaud appropriate approve assure back backed balanced beneficial benefit best better bolster boost
  celebrate champion clean clear cleared comply comprehensive confidence confident constitutional constructive cooperate credible defend defensive deserve
  ease effective efficient embrace encourage endorse essential ethical excellent exonerate expand fair favor favour fix free good grateful great
  growth hail hero historic honest honor hope hopeful important improve independent innocent justify justified justice laud lawful legal legitimate
  modest necessary needed normal open opportunity optimistic outstanding peace peaceful permit popular positive praise pride progress promising proper
  prosper protect proud reasonable recover reform reliable relief rescue resolve respect responsible right safe safeguard safety satisfied secure
  sensible solid solution solve sound stable strength strengthen strong succeed success successful suitable support sustain thorough thrive
  transparent true trust truth useful valid valuable victory vital welcome win wise wonderful worthy`);

/** What speaks against a thing: it harms, it is wrong, somebody opposes it. */
export const AGAINST: ReadonlySet<string> = stems(`
  absurd abuse accuse alarm alarming anger angry appalled arbitrary assail assault attack awful bad baseless betray bias biased blame blast blatant block blow
  broken brutal burden capricious catastrophe catastrophic cheat collapse complain concern condemn conspiracy contradict corrupt corruption cost cover-up
  cowardly criticism critical criticize criticise cruel cut damage danger dangerous deadly deceive decry defiance defy demean denounce deplore
  deprive destroy destructive deter devastating disagree disappoint disaster disastrous discredit discriminate discrimination disgrace disgraceful
  dishonest dismiss disproportionate distort distract disturbing divisive doubt downplay dubious endanger erode error evil exaggerate excessive exploit extreme
  extremist fail failure fake false fault fear flaw flawed foe fraud frighten frustrate futile ghastly guilty halt harass harm harmful harsh hate hinder
  horrible horrific hurt hypocrisy hypocritical ignore illegal illegitimate immoral impose improper inaccurate inadequate inappropriate incendiary
  incompetent inconsistent indefensible ineffective inexcusable inhumane injustice innuendo insufficient insult interfere intimidate
  intolerable invalid invasion irresponsible jeopardize jeopardy kill lack lambaste liar lie limit lose loss mislead misleading mistake mistaken misuse mock
  naive negative neglect negligent nonsense object objection offend opponent oppose opposition outrage outrageous outraged overreach panic penalize
  persecute pointless political politicize poor prejudice pretext problem protest provoke punish punitive racist reckless refute regret reject
  repeal repress resent restrict retaliate revenge ridiculous risk risky ruin sabotage scandal scold scrap shame shameful shock shocking sham skeptical slam slash sloppy smear
  stigmatize stunt suffer suspicion suspicious tainted terrible threat threaten tragedy tragic trample troubling tyranny unacceptable unconscionable
  unconstitutional undermine unethical unfair unfit unfounded unjust unjustified unlawful unnecessary unreasonable unreliable unrepresentative unsafe untrue unwise
  vague victim vilify violate violation violence war waste weak weaken weapon worry worse worst worsen wrong wrongful`);

/** Verbs and words that announce that somebody sees it otherwise. */
export const QUARREL: ReadonlySet<string> = stems(`
  argue assert claim contend contest contradict counter debate deny denial dismiss dispute disagree doubt insist maintain object oppose question rebut rebuff
  rebuke refute reject retort allege accuse challenge contention controversial controversy critic opponent supporter backer proponent advocate foe skeptic
  concede acknowledge believe defend`);

/** Words that take back what follows them. */
export const DENIES: ReadonlySet<string> = stems(
  `deny denial dispute reject refute dismiss rebut rebuff contradict disavow repudiate debunk discount doubt disbelieve`,
);

/** Words that turn a clause into its contrary, or leave little of it. */
export const NEGATES: ReadonlySet<string> = new Set(
  `not n't no never neither nor none nothing nobody nowhere cannot without hardly barely scarcely unlikely little few fail fails failed lack lacks lacked impossible
  isn't aren't wasn't weren't don't doesn't didn't won't wouldn't can't couldn't shouldn't hasn't haven't hadn't ain't`
    .trim()
    .split(/\s+/),
);

/** Words at a turn of the argument. */
export const TURNS: ReadonlySet<string> = new Set(
  `but however although though despite while whereas yet nevertheless nonetheless instead conversely contrary still`.split(
    ' ',
  ),
);
