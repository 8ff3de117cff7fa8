/** The closed classes of English: function words, auxiliaries and contractions, each with its class. Own lists. */
import type { Tag } from './tags.ts';

const groups: readonly (readonly [Tag, string])[] = [
  [
    'det',
    'the a an this these those every each some any no another all both either neither many several few most such various certain',
  ],
  ['poss', "my your his its our their whose 's '"],
  [
    'pron',
    'i you he she it we they me him us them himself herself itself themselves myself yourself ourselves someone anyone everyone everybody nobody somebody anybody nothing something anything everything none mine yours theirs ours hers others',
  ],
  [
    'pronaux',
    "i'm i've i'll i'd you're you've you'll you'd he'll he'd she'll she'd it'll it'd we're we've we'll we'd they're they've they'll they'd who've who'd who'll that'll there'll that'd there'd y'all",
  ],
  ['wh', 'who whom which what whoever whatever whichever'],
  [
    'modal',
    "will would can could may might must shall should cannot can't won't wouldn't couldn't shouldn't mustn't mightn't 'll ought",
  ],
  [
    'prep',
    'of in on at by for from with without into onto over under about against between among amid amidst through throughout during despite upon within across around behind beyond near above below beneath beside besides along toward towards outside inside via per like unlike alongside after before since until till as than off out up down concerning regarding following including excluding versus worth minus past except aboard atop notwithstanding',
  ],
  ['to', 'to'],
  ['that', 'that'],
  ['conj', 'and or but nor & yet'],
  ['sub', 'because although though while if unless when whenever whereas whether where wherever once lest why how'],
  ['not', "not n't never"],
  [
    'adv',
    'also already always again ago ahead almost even ever here just later largely maybe meanwhile mostly nearly now often only perhaps please quite rather really so sometimes soon still then there thus today together tomorrow tonight too twice very well yesterday yet however therefore moreover furthermore nonetheless nevertheless instead otherwise indeed apparently reportedly allegedly previously recently currently much more less least far earlier away else further once somewhat somehow elsewhere abroad afterward afterwards likewise aside apart altogether anyway hardly barely scarcely shortly initially',
  ],
  [
    'num',
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen dozens hundreds thousands millions billions half',
  ],
  ['noun', 'mr mrs ms dr sen rep gov gen percent p.m a.m p.m. a.m. people police officials others news'],
  [
    'adj',
    'first second third last next other same own new old former able likely unlikely due ready former late dead alive aware good bad big great high own only main top',
  ],
];

/** Forms of be, have and do, and negative contractions. */
const auxiliaries: readonly (readonly [string, Tag, string])[] = [
  ['be', 'base', 'be'],
  ['am', 'pres', 'be'],
  ['is', 'pres', 'be'],
  ['are', 'pres', 'be'],
  ['was', 'past', 'be'],
  ['were', 'past', 'be'],
  ['been', 'part', 'be'],
  ['being', 'ing', 'be'],
  ["isn't", 'pres', 'be'],
  ["aren't", 'pres', 'be'],
  ["ain't", 'pres', 'be'],
  ["wasn't", 'past', 'be'],
  ["weren't", 'past', 'be'],
  ['have', 'pres', 'have'],
  ['has', 'pres', 'have'],
  ['had', 'past', 'have'],
  ['having', 'ing', 'have'],
  ["haven't", 'pres', 'have'],
  ["hasn't", 'pres', 'have'],
  ["hadn't", 'past', 'have'],
  ['do', 'pres', 'do'],
  ['does', 'pres', 'do'],
  ['did', 'past', 'do'],
  ['done', 'part', 'do'],
  ['doing', 'ing', 'do'],
  ["don't", 'pres', 'do'],
  ["doesn't", 'pres', 'do'],
  ["didn't", 'past', 'do'],
];

/** Class and lemma of every function word, by its lower-case form. */
export const CLOSED: ReadonlyMap<string, { readonly tag: Tag; readonly lemma: string }> = new Map([
  ...groups.flatMap(([tag, list]) => list.split(' ').map(word => [word, { tag, lemma: word }] as const)),
  ...auxiliaries.map(([word, tag, lemma]) => [word, { tag, lemma }] as const),
]);
